"""Finished HTML as a tree, to be looked at or changed in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import escape

from lxml.etree import Element, XPath
from lxml.html import HtmlElement, document_fromstring, fragment_fromstring, tostring

PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
INDENTATION = re.compile(r"\n\s+")
_values = partial(XPath, smart_strings=False)  # the others would hold on to the tree
_LINKS = _values("descendant-or-self::*/@*[name() = 'href' or name() = 'src']")
_IDS = _values("descendant-or-self::*/@id")
_CLASSES = _values("descendant-or-self::*/@class")


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
    return iter(tree.iter(Element))


def links(tree: HtmlElement) -> list[str]:
    """Return every address that a tree asks for or leads to, in order."""
    return [value for value in _LINKS(tree) if value]


def ids(tree: HtmlElement) -> list[str]:
    """Return every id of a tree, in order."""
    return [value for value in _IDS(tree) if value]


def classes(tree: HtmlElement) -> set[str]:
    """Return every class of a tree."""
    return {name for value in set(_CLASSES(tree)) for name in value.split()}


def remove(element: HtmlElement) -> None:
    """Take an element out of its tree, and leave what stands behind it."""
    element.drop_tree()


def without_indentation(text: str) -> str:
    """Return HTML without empty lines, and without spaces before its lines, except in what is preformatted.

    Nothing looks different; the page is smaller, and a reader of Markdown takes no line for code.
    """
    pieces = PREFORMATTED.split(text)
    return "".join(piece if at % 2 else INDENTATION.sub("\n", piece) for at, piece in enumerate(pieces))
