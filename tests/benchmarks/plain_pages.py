"""Our pages as anybody would write them for another generator: Markdown with front matter, and a menu."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import yaml

from build_scripts.formats import html_tree

NOT_WRITTEN = "descendant::svg|descendant::script|descendant::style|descendant::*[@class='mf-print-only']"
"""What no author writes: drawings, scripts and what only print shows."""
OF_A_PAGE = re.compile(r"([\w./-]+)\.html(?:#.*)?")


@dataclass(frozen=True)
class PlainPage:
    """One page."""

    address: str
    """Where it lies, without ending."""
    title: str
    text: str
    """Its article as Markdown; links to other pages name their source."""


@dataclass(frozen=True)
class PlainSite:
    """Pages and their menu."""

    pages: tuple[PlainPage, ...]
    menu: list[Any]
    """As MkDocs has it: an entry is a name with a page, or with a list of entries."""


def read_staged(staged: Path) -> PlainSite:
    """Return the pages of a folder that ``stage`` has written, as Markdown.

    Args:
        staged: the folder, with its settings.
    """
    settings = (staged / "mkdocs.yml").read_text(encoding="utf-8")
    docs = staged / "docs"
    files = sorted(docs.rglob("*.md"))
    addresses = {file.relative_to(docs).with_suffix("").as_posix() for file in files}
    pages = tuple(_page(file, file.relative_to(docs).with_suffix("").as_posix(), addresses) for file in files)
    return PlainSite(pages, yaml.safe_load(settings)["nav"])


def _page(file: Path, address: str, addresses: Collection[str]) -> PlainPage:
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    title = str(yaml.safe_load(head).get("title", address))
    return PlainPage(address, title, as_markdown(body, address, addresses))


def as_markdown(body: str, address: str, addresses: Collection[str]) -> str:
    """Return the HTML of an article as Markdown.

    Args:
        body: the HTML.
        address: of its page.
        addresses: of all pages; a link to anything else of the site becomes its words.
    """
    from markdownify import markdownify  # installed for this benchmark alone

    return str(markdownify(written(body, address, addresses), heading_style="ATX")).strip() + "\n"


def written(body: str, address: str, addresses: Collection[str]) -> str:
    """Return the HTML of an article with what an author writes, and links that name the source of a page."""
    article = html_tree.read_part(body)
    for element in article.xpath(NOT_WRITTEN):
        html_tree.remove(element)
    for link in article.xpath("descendant::a[@href]"):
        leads = link.get("href")
        if "://" in leads or leads.startswith(("mailto:", "sms:", "tel:")):
            continue
        page = OF_A_PAGE.fullmatch(leads)
        if page and normpath(join(dirname(address), page[1])) in addresses:
            link.set("href", f"{page[1]}.md")
        else:
            link.drop_tag()
    return html_tree.write(article).removeprefix("<!doctype html>").strip()


def sections(menu: list[Any]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each section of a menu with the names and addresses of its pages, all below it in one row.

    Pages that stand in no section come first, under no name.
    """
    yield "", [(name, page.removesuffix(".md")) for name, page in _entries(menu) if isinstance(page, str)]
    for name, below in _entries(menu):
        if not isinstance(below, str):
            yield name, list(_leaves(below))


def _entries(menu: list[Any]) -> Iterator[tuple[str, Any]]:
    return (next(iter(entry.items())) for entry in menu)


def _leaves(menu: list[Any]) -> Iterator[tuple[str, str]]:
    for name, below in _entries(menu):
        if isinstance(below, str):
            yield name, below.removesuffix(".md")
        else:
            yield from _leaves(below)
