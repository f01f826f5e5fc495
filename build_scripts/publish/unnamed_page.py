"""A built page whose assets have no names by their content yet: read as HTML once, for this command and the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import XPath
from lxml.html import HtmlElement

from build_scripts.content.kept import Kept
from build_scripts.formats import html_tree
from build_scripts.formats.css import names_used
from build_scripts.publish.inline_page import lies_alone

ASSETS_FOLDER = "assets"
ASKING = XPath(f"//*[@*[contains(., '{ASSETS_FOLDER}/')]]")
"""Finds the elements that may name an asset."""
GAP = "~60b3f1c7a9~"
"""What stands around the name of an asset while a page is cut there; no page says this."""


@dataclass(frozen=True)
class UnnamedPage:
    """A page as text, and what the finish of a site has to know of it."""

    pieces: tuple[str, ...]
    """The text, cut around the names of assets: each second piece is one, relative to their folder."""
    used: frozenset[str]
    """Every element, class and id."""
    scripts: tuple[str, ...]
    """The assets that become one script, in order; the page asks for the last alone."""
    alone: bool
    """Whether it is to have everything inside."""

    def named(self, names: Mapping[str, str]) -> str:
        """Return the page as readers get it.

        Args:
            names: what assets are called now, by their names before.
        """
        return "".join(names.get(piece, piece) if at % 2 else piece for at, piece in enumerate(self.pieces))


def read_page(text: str, served: bool) -> HtmlElement:
    """Return a page as a tree, without what only indents it.

    Args:
        text: as the generator wrote it.
        served: whether a web server will send it; browsers refuse to preload a typeface from a disk.
    """
    page = html_tree.read(html_tree.without_indentation(text))
    for preload in () if served else page.xpath("head/link[@rel='preload']"):
        html_tree.remove(preload)
    return page


@Kept
def unnamed_page(text: str, served: bool) -> UnnamedPage:
    """Return a page that the generator wrote.

    Args:
        text: the page.
        served: whether a web server will send it.
    """
    return unnamed(read_page(text, served))


def unnamed(page: HtmlElement) -> UnnamedPage:
    """Return a page of its tree, which this changes."""
    scripts = page.xpath("head/script[@data-join]")
    joined = tuple(asset_of(script.get("src")) for script in scripts)
    for script in scripts[:-1]:
        html_tree.remove(script)
    for script in scripts[-1:]:
        del script.attrib["data-join"]
    used, alone = names_used([page], []), lies_alone(page)
    for element in ASKING(page):
        for name, value in element.attrib.items():
            if asset := asset_of(value):
                element.set(name, f"{value.removesuffix(asset)}{GAP}{asset}{GAP}")
    return UnnamedPage(tuple(html_tree.write(page).split(GAP)), used, joined, alone)


def asset_of(address: str) -> str:
    """Return the asset that an address of a page leads to, relative to their folder; nothing for another file."""
    path = address.split("../")[-1]
    return path.removeprefix(f"{ASSETS_FOLDER}/") if path.startswith(f"{ASSETS_FOLDER}/") else ""
