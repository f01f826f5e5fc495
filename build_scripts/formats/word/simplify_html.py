"""HTML of pages made plainer: what paper and Word cannot tag as it stands becomes paragraphs and simple tables."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree, html

LEFT_OUT = ("mf-bar-chart", "mf-down", "mf-opening-hours", "mf-mark")
"""Classes of what only decorates, is for phones, is filled in by a script, or leads beside the sentence."""
BLOCK_ELEMENTS = ("p", "ul", "ol", "dl", "div", "table", "blockquote")


def simplify(text: str, to_write_on: str = "") -> str:
    """Return an HTML fragment in which lists of definitions are paragraphs and no cell of a table spans rows.

    Args:
        text: HTML of our own components.
        to_write_on: what stands where a school has not added a detail.
    """
    root = html.fragment_fromstring(text, create_parent="div")
    for name in LEFT_OUT:
        for element in root.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"):
            element.drop_tree()
    for icon in root.xpath("//svg[not(@role)]"):
        icon.drop_tree()
    for blank in root.xpath("//span[@data-local and contains(@class, 'mf-tag')]"):
        blank.text = to_write_on
    for table in list(root.iter("table")):
        _repeat_spanning_cells(table)
    for definitions in list(root.iter("dl")):
        _write_out(definitions)
    for figure in [*root.iter("figure"), *root.iter("figcaption")]:
        figure.tag = "div" if figure.tag == "figure" else "p"
    inner = [etree.tostring(child, encoding="unicode", method="xml") for child in root]
    return (root.text or "") + "".join(inner)


def _write_out(definitions: Any) -> None:
    """Put a paragraph in the place of each term and what is said of it."""
    place, at = definitions.getparent(), definitions.getparent().index(definitions)
    made = [element for term, said in _pairs(definitions) for element in _paragraphs(term, said)]
    place[at : at + 1] = made
    if definitions.tail and definitions.tail.strip():
        raise ValueError(f"words beside a list of definitions: {definitions.tail.strip()}")


def _pairs(definitions: Any) -> Iterator[tuple[Any, list[Any]]]:
    items = list(definitions.iter("dt", "dd"))
    terms = [number for number, element in enumerate(items) if element.tag == "dt"]
    for start, end in zip(terms, [*terms[1:], len(items)], strict=True):
        yield items[start], items[start + 1 : end]


def _paragraphs(term: Any, said: list[Any]) -> Iterator[Any]:
    """Yield a paragraph that begins with the term; what has paragraphs of its own follows it."""
    name = html.Element("strong")
    name.text, name[:] = term.text, list(term)
    name.tail = ": "
    first = html.Element("p", {key: term.get(key) for key in ("id",) if term.get(key)})
    first.append(name)
    rest: list[Any] = []
    for number, element in enumerate(said):
        if any(child.tag in BLOCK_ELEMENTS for child in element):
            rest.extend(_blocks(element))
        else:
            _append(first, element, "; " if number else "")
    yield first
    yield from rest


def _append(paragraph: Any, element: Any, before: str) -> None:
    last = paragraph[-1]
    last.tail = (last.tail or "") + before + (element.text or "").lstrip()
    paragraph.extend(list(element))


def _blocks(element: Any) -> Iterator[Any]:
    if element.text and element.text.strip():
        alone = html.Element("p")
        alone.text = element.text
        yield alone
    yield from list(element)


def _repeat_spanning_cells(table: Any) -> None:
    """Write a cell that spans rows into each of them: whoever hears a table hears the head of every row."""
    for body in table.iter("tbody"):
        rows = list(body.iter("tr"))
        for number, row in enumerate(rows):
            for cell in [cell for cell in row if cell.get("rowspan")]:
                count, at = int(cell.attrib.pop("rowspan")), row.index(cell)
                if cell.get("scope") == "rowgroup":
                    cell.set("scope", "row")
                for below in rows[number + 1 : number + count]:
                    below.insert(at, deepcopy(cell))
