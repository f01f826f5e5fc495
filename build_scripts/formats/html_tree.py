"""Finished HTML as a tree, to be looked at or changed in one way."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from lxml.html import HtmlElement, document_fromstring, fragment_fromstring, tostring

LEADS = ("href", "src")
"""Attributes by which an element asks for a file or leads to a page."""

PREFORMATTED = "pre"


def read(text: str) -> HtmlElement:
    """Return a whole document as a tree.

    Args:
        text: the document, with or without its doctype.
    """
    return _with_drawings(document_fromstring(text))


def _with_drawings(tree: HtmlElement) -> HtmlElement:
    """Give drawings the one attribute back that is written with a capital: the parser knows HTML alone."""
    for drawing in tree.iter("svg"):
        attributes = [("viewBox" if name == "viewbox" else name, value) for name, value in drawing.attrib.items()]
        drawing.attrib.clear()
        drawing.attrib.update(attributes)
    return tree


def read_part(text: str) -> HtmlElement:
    """Return a piece of a document as a tree, within an element that stands for the rest."""
    return _with_drawings(fragment_fromstring(text, create_parent="article"))


def write_part(tree: HtmlElement) -> str:
    """Return a piece of a document as text, without the element that stands for the rest."""
    return escape(tree.text or "", quote=False) + "".join(tostring(child, encoding="unicode") for child in tree)


def write(tree: HtmlElement) -> str:
    """Return a whole document as text."""
    return str(tostring(tree, doctype="<!doctype html>", encoding="unicode")) + "\n"


def elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield every element; comments are none."""
    return (element for element in tree.iter() if isinstance(element.tag, str))


def links(tree: HtmlElement) -> list[str]:
    """Return every address that a tree asks for or leads to, in order."""
    return [value for element in elements(tree) for name in LEADS if (value := element.get(name))]


def ids(tree: HtmlElement) -> list[str]:
    """Return every id of a tree, in order."""
    return [value for element in elements(tree) if (value := element.get("id"))]


def remove(element: HtmlElement) -> None:
    """Take an element out of its tree, and leave what stands behind it."""
    element.drop_tree()


def take_indentation(tree: HtmlElement) -> None:
    """Take empty lines out of a tree, and spaces before its lines, except from what is preformatted.

    Nothing looks different; the page is smaller, and a reader of Markdown takes no line for code.
    """
    if tree.tag != PREFORMATTED:
        tree.text = _flush_left(tree.text)
        for child in tree:
            take_indentation(child)
            child.tail = _flush_left(child.tail)


def _flush_left(text: str | None) -> str | None:
    """Return text without empty lines and indents; its first line goes on from what stands before it."""
    if not text or "\n" not in text:
        return text
    first, *rest = text.split("\n")
    kept = [line.lstrip() for at, line in enumerate(rest, 1) if line.strip() or at == len(rest)]
    return "\n".join([first, *kept])
