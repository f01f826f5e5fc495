"""Finished HTML as a tree, to be looked at or changed in one way."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement, document_fromstring, fragment_fromstring, tostring

LEADS = ("href", "src")
"""Attributes by which an element asks for a file or leads to a page."""


def read(text: str) -> HtmlElement:
    """Return a whole document as a tree.

    Args:
        text: the document, with or without its doctype.
    """
    tree = document_fromstring(text)
    for drawing in tree.iter("svg"):
        _name_rightly(drawing)
    return tree


def _name_rightly(drawing: HtmlElement) -> None:
    """Give a drawing the one attribute back that is written with a capital: the parser knows HTML alone."""
    attributes = [("viewBox" if name == "viewbox" else name, value) for name, value in drawing.attrib.items()]
    drawing.attrib.clear()
    drawing.attrib.update(attributes)


def read_part(text: str) -> HtmlElement:
    """Return a piece of a document as a tree, within an element that stands for the rest."""
    return fragment_fromstring(text, create_parent="article")


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


def without_indentation(html: str) -> str:
    """Return HTML without empty lines and without spaces before its lines, except in what is preformatted.

    Nothing looks different; the page is smaller, and a reader of Markdown takes no line for code.
    """
    first, *rest = html.split("<pre")
    parts = [_flush_left(first)]
    for part in rest:
        preformatted, end, after = part.partition("</pre>")
        parts.append(f"<pre{preformatted}{end}\n{_flush_left(after)}")
    return "".join(parts)


def _flush_left(text: str) -> str:
    return "\n".join(line.lstrip() for line in text.split("\n") if line.strip())
