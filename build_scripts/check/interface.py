"""Labels of the interface: each has one id, plain words and a use; each that is used is there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.interface import VALUE, Label
from build_scripts.content.kept import Kept
from build_scripts.content.load import Loaded
from build_scripts.content.pages import Guidance, IndexPage
from build_scripts.content.problems import Location, Problem, did_you_mean
from build_scripts.content.prose import plain_text
from build_scripts.pages.navigation import GROUP_LABEL

CODE = Path(__file__).parents[2]
"""The folder of the project whose code runs."""
CODE_FILES = {"build_scripts": (".py", ".html", ".txt", ".js", ".css"), "overrides": (".html",)}
"""Folders whose files ask for labels, and the endings of these files."""
HOME = "content_data/interface/pages.yml"
"""Where the names of groups stand."""
USE = re.compile(r"(?:\b(?:label\(|labels\[)\s*f?[\"'`]|\bvar\(--label-)([a-z0-9-]+)")
"""Where a label is asked for; an id that ends with a hyphen is the beginning of several, as in ``"kind-" ~ kind``."""


@dataclass(frozen=True)
class Use:
    """A place in code where a label is asked for."""

    name: str
    """Its id, or the beginning of several that ends with a hyphen."""
    location: Location


def check(loaded: Loaded, used: tuple[Use, ...] | None = None) -> Iterator[Problem]:
    """Yield a problem for each label that is there twice, not plain, not used, or missing, and each group without one.

    Args:
        loaded: the content.
        used: where labels are asked for, if not by the program that runs.
    """
    yield from _doubles(loaded.content)
    for label in loaded.content.all(Label):
        yield from _plain(label.text)
        yield from _plain(label.one)
    if Label not in loaded.unread:
        yield from _uses(loaded, (*_of_program(), *uses(CODE, "overrides")) if used is None else used)
        yield from _groups(loaded)


def uses(code: Path, *folders: str) -> Iterator[Use]:
    """Yield every use of a label in code, by place.

    Args:
        code: the folder of a project.
        folders: its folders with code.
    """
    for folder in folders:
        for place, _, names in os.walk(code / folder):
            where = Path(place).relative_to(code).as_posix()
            for name in (name for name in names if name.endswith(CODE_FILES[folder])):
                yield from _uses_in(f"{where}/{name}", Path(place, name).read_text(encoding="utf-8"))


@Kept
def _of_program() -> tuple[Use, ...]:
    """Return every use of a label in the program that runs, whose change makes all that is kept be made again."""
    return tuple(uses(CODE, "build_scripts"))


def _uses_in(name: str, text: str) -> tuple[Use, ...]:
    """Return the uses in one file."""
    begins = ((found[1], text[: found.start()]) for found in USE.finditer(text))
    return tuple(
        Use(label, Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))) for label, before in begins
    )


def _doubles(content: Content) -> Iterator[Problem]:
    first: dict[str, Label] = {}
    for label in content.all(Label):
        before = first.setdefault(label.id, label)
        if before is not label:
            message = f"there is a label '{label.id}' already, at {before.location.path}:{before.location.line}"
            yield Problem(label.location, message, "change one of them")


def _plain(line: Prose | None) -> Iterator[Problem]:
    if line and not _is_plain(line.text):
        remedy = "take out markup, line ends, and brackets that hold no name such as {count}"
        yield Problem(line.location, "a label is one line of plain words", remedy)


@Kept
def _is_plain(text: str) -> bool:
    return plain_text(Prose(text)) == text and not set("{}") & set(VALUE.sub("", text))


def _uses(loaded: Loaded, used: tuple[Use, ...]) -> Iterator[Problem]:
    known = _known(loaded)
    for use in used:
        if use.name not in known and not (use.name.endswith("-") and any(one.startswith(use.name) for one in known)):
            remedy = did_you_mean(use.name, known, "add it to a file in content_data/interface/")
            yield Problem(use.location, f"there is no label '{use.name}'", remedy)
    names = {use.name for use in used}
    beginnings = tuple(name for name in names if name.endswith("-"))
    for label in loaded.content.all(Label):
        if label.id not in names and not label.id.startswith(beginnings):
            yield Problem(label.location, f"nothing uses the label '{label.id}'", "remove it")


def _known(loaded: Loaded) -> set[str]:
    """Return the ids of all labels, of those that could not be read too."""
    invalid = {record_id for kind, record_id in loaded.invalid if kind is Label}
    return {label.id for label in loaded.content.all(Label)} | invalid


def _groups(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each page in a group of the menu that has no name."""
    named = {name.removeprefix(GROUP_LABEL) for name in _known(loaded) if name.startswith(GROUP_LABEL)}
    records: tuple[Guidance | IndexPage, ...] = (*loaded.content.all(Guidance), *loaded.content.all(IndexPage))
    for record in records:
        if record.group and record.group not in named:
            remedy = did_you_mean(record.group, named, f"add a label '{GROUP_LABEL}{record.group}' to {HOME}")
            yield Problem(record.place("group"), f"the group '{record.group}' of the menu has no name", remedy)
