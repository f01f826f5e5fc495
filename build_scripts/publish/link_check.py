"""The last look before a generator starts: addresses, links and navigation of what will be made."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from build_scripts.check.links import LINK_KINDS
from build_scripts.content.problems import Location, Problem, did_you_mean, sort_problems
from build_scripts.content.prose import slug
from build_scripts.content.reader.files import read_text
from build_scripts.content.reader.yaml_reader import Mapping, read_yaml
from build_scripts.pages.generated import GeneratedPage
from build_scripts.pages.navigation import GROUP_LABEL, GROUP_PREFIX, entries, is_group

MKDOCS_CONFIG = "mkdocs.yml"
ELSEWHERE = ("http://", "https://", "mailto:", "sms:", "tel:")


def check_links(
    root: Path, files: list[GeneratedPage], made: Collection[str] = (), labels: Collection[str] = ()
) -> list[Problem]:
    """Return what is wrong with the pages as they will be built, sorted by place.

    Args:
        root: the project folder, for mkdocs.yml and static files.
        files: every generated page.
        made: addresses of files that are made beside the pages, such as downloads.
        labels: the ids of all labels of the interface.
    """
    first: dict[str, GeneratedPage] = {}
    for file in files:
        first.setdefault(file.dest_uri.lower(), file)
    pages = list(first.values())
    return sort_problems([*_doubles(files, first), *_links(root, pages, made), *_navigation(root, pages, labels)])


def _doubles(files: list[GeneratedPage], first: dict[str, GeneratedPage]) -> Iterator[Problem]:
    for file in files:
        other = first[file.dest_uri.lower()]
        if other is not file:
            message = f"this page has the address {file.dest_uri}, and so has the page made from {other.source.path}"
            yield Problem(file.source, message, "give one of them another address")


def _links(root: Path, pages: list[GeneratedPage], made: Collection[str]) -> Iterator[Problem]:
    anchors = {page.address: set(page.finished.ids) for page in pages}
    for page in pages:
        for href in dict.fromkeys(page.finished.links):
            problem = _link(root, page, href, anchors, made)
            if problem:
                yield problem
        yield from _double_anchors(root, page, page.finished.ids)


def _double_anchors(root: Path, page: GeneratedPage, ids: Sequence[str]) -> Iterator[Problem]:
    for name in sorted(name for name, count in Counter(ids).items() if count > 1):
        message = f"two places on the page made from this file have the address '#{name}'"
        where = _line(root, page, partial(_is_heading, name))
        yield Problem(where, message, "word the heading differently")


def _is_heading(name: str, line: str) -> bool:
    return line.startswith("#") and slug(line) == name


def _line(root: Path, page: GeneratedPage, is_it: Callable[[str], bool]) -> Location:
    """Return the last line of a page's source that something is true of; where the page begins when of none."""
    text, _ = read_text(root, page.source.path)
    found = [number for number, line in enumerate((text or "").split("\n"), 1) if is_it(line)]
    return Location(page.source.path, found[-1]) if found else page.source


def _link(
    root: Path, file: GeneratedPage, href: str, anchors: dict[str, set[str]], made: Collection[str]
) -> Problem | None:
    if href.startswith(ELSEWHERE):
        return None
    if href.split(":")[0] in LINK_KINDS and ":" in href:
        return Problem(file.source, f"the typed link '{href}' is left over", "write it as [words](kind:id)")
    path, _, anchor = href.partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(file.dest_uri), path)) if path else file.dest_uri
    address, ending = posixpath.splitext(name)
    if ending == ".html" and address in anchors:
        if anchor and anchor not in anchors[address]:
            return Problem(file.source, f"the link '{href}' leads to a place that is not on the page", "correct it")
        return None
    if name not in made and not (root / "docs" / name).is_file():
        remedy = did_you_mean(name, [known + ending for known in anchors], "correct the address")
        return Problem(file.source, f"the link '{href}' leads to no page", remedy)
    return None


def _navigation(root: Path, files: list[GeneratedPage], labels: Collection[str]) -> Iterator[Problem]:
    text, problems = read_text(root, MKDOCS_CONFIG)
    yield from problems
    config, problems = read_yaml(MKDOCS_CONFIG, text) if text is not None else (None, [])
    yield from problems
    if not isinstance(config, Mapping) or "nav" not in config:
        return
    yield from _nameless(config["nav"], labels)
    named = set(entries(config["nav"]))
    outside = [line.strip() for line in (config.get("not_in_nav") or "").split("\n") if line.strip()]
    for file in files:
        if not _is_named(file, named, outside):
            yield _missing(root, file, named)
    addresses = {file.src_uri for file in files}
    for name in sorted(named):
        if name.endswith(".md") and name not in addresses:
            remedy = did_you_mean(name, addresses, "take it out of nav")
            where = getattr(name, "location", Location(MKDOCS_CONFIG))
            yield Problem(where, f"the navigation names '{name}', which is not a page", remedy)


def _nameless(nav: object, labels: Collection[str]) -> Iterator[Problem]:
    for entry in nav if isinstance(nav, Sequence) else ():
        label = f"{GROUP_LABEL}{str(entry).removeprefix(GROUP_PREFIX)}"
        if is_group(entry) and label not in labels:
            remedy = f"add a label '{label}' to content_data/interface/pages.yml, or write 'Name: {entry}'"
            where = getattr(entry, "location", Location(MKDOCS_CONFIG))
            yield Problem(where, f"the section '{entry}' has no name", remedy)


def _is_named(file: GeneratedPage, named: set[str], outside: list[str]) -> bool:
    if file.group is not None:
        return GROUP_PREFIX + file.group in named
    return file.src_uri in named or any(_covers(pattern, f"/{file.src_uri}") for pattern in outside)


def _covers(pattern: str, path: str) -> bool:
    return path.startswith(pattern) or fnmatchcase(path, pattern)


def _missing(root: Path, file: GeneratedPage, named: set[str]) -> Problem:
    if file.group is None:
        return Problem(
            file.source, f"the page {file.src_uri} is not in the navigation", f"add it to nav in {MKDOCS_CONFIG}"
        )
    groups = {name.removeprefix(GROUP_PREFIX) for name in named if name.startswith(GROUP_PREFIX)}
    remedy = did_you_mean(
        file.group, groups, f"use one of: {', '.join(sorted(groups))}, or add it to nav in {MKDOCS_CONFIG}"
    )
    where = _line(root, file, lambda line: line.startswith("group:"))
    return Problem(where, f"the navigation has no group '{file.group}'", remedy)
