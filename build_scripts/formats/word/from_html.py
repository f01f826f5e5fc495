"""HTML of many pages as one Word document, with real headings, contents, lists, tables and links.

Word reads HTML here, as the PDF renderer does: what components draw is written once, and both files say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any, Final

from lxml import html

from build_scripts.formats.word.document import (
    Block,
    Bookmark,
    Contents,
    Document,
    Inline,
    Link,
    ListItem,
    Paragraph,
    Run,
    Table,
)

HEADINGS: Final = {"h1": "Title", **{f"h{level}": f"Heading {level - 1}" for level in range(2, 7)}}
HOLDING = ("body", "section", "div", "header", "footer", "article")
"""Elements that only hold others."""
NEW_PAGE = ("part", "mf-chapter")
"""Classes of what begins a page."""
BOXES = ("mf-safety", "mf-diagram-box")
"""Classes of what stands in a box."""
SMALL = ("mf-review-date", "mf-nations", "mf-source", "mf-secondary")
"""Classes of paragraphs in smaller type."""
BOLD, ITALIC = ("strong", "b", "em"), ("i", "cite")
WITHIN = ("span", "time", "q", "abbr", "small", *BOLD, *ITALIC)
"""Elements within a paragraph that have no looks of their own here, or only weight."""
SIZES = {"Normal": 11, "Title": 28, "Heading 1": 20, "Heading 2": 16, "Heading 3": 13, "Note": 10, "Footer": 9}
DEEPEST = 2
"""The level of a list, from 0, that deeper ones are written in too."""
WORDS: Final = {"columns": "Its columns: {columns}"}


class UnknownElementError(Exception):
    """An element that has no place in a Word file; the text names it. It is never dropped in silence."""


@dataclass
class _State:
    """What is remembered while a document is read."""

    names: dict[str, str] = field(default_factory=dict)
    """The bookmark of each id."""
    numbered_lists: Iterator[int] = field(default_factory=lambda: count(1))

    def bookmark(self, place: str) -> str:
        """Return the bookmark of an id: Word takes short names of letters and digits."""
        return self.names.setdefault(place, f"place_{len(self.names) + 1}")


def document_of_html(body: str, title: str, day: date, footer: str) -> Document:
    """Return the document that some HTML becomes.

    Args:
        body: the HTML within ``<body>``, as ``simplify_html.simplify`` leaves it.
        title: the title, which stands in the footer too.
        day: the day it says it was made on.
        footer: what stands below the title on each page.

    Raises:
        UnknownElementError: when an element has no place in Word.
    """
    root = html.fragment_fromstring(body, create_parent="div")
    return Document(title, day, footer, tuple(_blocks(_State(), root, "Normal")), SIZES)


def _blocks(state: _State, element: Any, style: str) -> Iterator[Block]:
    """Yield the paragraphs and tables of what an element holds."""
    _refuse_words(element.text)
    for child in element:
        _refuse_words(child.tail)
        if child.tag in HEADINGS:
            yield _heading(state, child)
        elif child.tag in HOLDING:
            yield from _blocks(state, child, "Boxed" if _is(child, BOXES) else style)
        elif child.tag in READ_BLOCK:
            yield from READ_BLOCK[child.tag](state, child, style)
        else:
            raise UnknownElementError(f"<{child.tag}> has no place in a Word file")


def _refuse_words(text: str | None) -> None:
    if text and text.strip():
        raise UnknownElementError(f"words without a paragraph: {text.strip()[:60]}")


def _heading(state: _State, element: Any) -> Paragraph:
    first = element.getprevious() is None
    begins = first and _is(element.getparent(), NEW_PAGE) and not _follows_a_heading(element.getparent())
    return Paragraph(HEADINGS[element.tag], _content(state, element), new_page=begins)


def _follows_a_heading(element: Any) -> bool:
    before = element.getprevious()
    return before is not None and before.tag in HEADINGS


def _paragraph(state: _State, element: Any, style: str) -> Iterator[Block]:
    is_small = style == "Normal" and _is(element, SMALL)
    yield Paragraph("Note" if is_small else style, _content(state, element))


def _list(state: _State, element: Any, style: str, level: int = 0) -> Iterator[Block]:
    item = ListItem(min(level, DEEPEST), next(state.numbered_lists) if element.tag == "ol" else None)
    for child in element:
        yield from _item(state, child, style, item)


def _item(state: _State, element: Any, style: str, item: ListItem) -> Iterator[Block]:
    """Yield the paragraph of an item, and what stands below it."""
    own, below = _split(element)
    is_plain = style in ("Normal", "List Continue")
    yield Paragraph(_style_of_item(item) if is_plain else style, _content(state, own), item=item)
    for child in below:
        _refuse_words(child.tail)
        if child.tag in ("ul", "ol"):
            yield from _list(state, child, style, item.level + 1)
        else:
            yield from _blocks(state, _alone(child), "List Continue" if is_plain else style)


def _style_of_item(item: ListItem) -> str:
    kind = "List Bullet" if item.numbered_list is None else "List Number"
    return f"{kind} {item.level + 1}" if item.level else kind


def _split(element: Any) -> tuple[Any, list[Any]]:
    """Return the words of an item as one paragraph, and the blocks below them."""
    own = html.Element("p", {key: element.get(key) for key in ("id",) if element.get(key)})
    own.text, children = element.text, list(element)
    while children and children[0].tag not in (*READ_BLOCK, *HOLDING):
        own.append(children.pop(0))
    if not len(own) and not (own.text or "").strip() and children and children[0].tag in ("p", "div"):
        first = children.pop(0)
        _refuse_words(first.tail)
        own.text = first.text
        own.extend(list(first))
    return own, children


def _alone(element: Any) -> Any:
    holder = html.Element("div")
    element.tail = None
    holder.append(element)
    return holder


def _table(state: _State, element: Any, _: str) -> Iterator[Block]:
    caption = " ".join(element.findtext("caption", "").split())
    rows = list(element.iter("tr"))
    head = tuple(" ".join(cell.text_content().split()) for cell in rows[0])
    if caption:
        yield Paragraph("Normal", (Run(caption, bold=True),), keep_with_next=True)
    cells = tuple(tuple(_cell(state, cell) for cell in row) for row in rows[1:])
    yield Table(caption or head[0], WORDS["columns"].format(columns="; ".join(filter(None, head))), head, cells)
    yield Paragraph("Note")


def _cell(state: _State, element: Any) -> tuple[Paragraph, ...]:
    if any(child.tag in READ_BLOCK for child in element):
        return tuple(_only_paragraph(block) for block in _blocks(state, element, "Cell"))
    return (Paragraph("Head Cell" if element.tag == "th" else "Cell", _content(state, element)),)


def _only_paragraph(block: Block) -> Paragraph:
    if not isinstance(block, Paragraph):
        raise UnknownElementError("a table within a table has no place in a Word file")
    return block


def _contents(state: _State, element: Any, _: str) -> Iterator[Block]:
    """Yield the contents; a list of links within a chapter stays a list."""
    if not _is(element, ("contents",)):
        yield from _blocks(state, element, "Normal")
        return
    for title in element.iterchildren("p"):
        yield Paragraph("Heading 3", _content(state, title), keep_with_next=True)
    entries = ((entry, len(list(entry.iterancestors("ul")))) for entry in element.iter("a"))
    yield Contents(
        tuple(Paragraph(f"toc {min(depth, 2)}", (_link(state, entry, False, False),)) for entry, depth in entries)
    )


READ_BLOCK: Final[dict[str, Callable[[_State, Any, str], Iterator[Block]]]] = {
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "table": _table,
    "nav": _contents,
}
"""How each block is read."""


def _content(state: _State, element: Any) -> tuple[Inline, ...]:
    return tuple(_inlines(state, element, False, False))


def _inlines(state: _State, element: Any, bold: bool, italic: bool) -> Iterator[Inline]:
    """Yield the words within an element, with their weight and links."""
    if element.get("id"):
        yield Bookmark(state.bookmark(element.get("id")))
    yield from _words(element.text, bold, italic)
    for child in element:
        if child.tag == "br":
            yield Run("\n")
        elif child.tag == "a":
            yield _link(state, child, bold, italic)
        elif child.tag in WITHIN:
            yield from _inlines(state, child, bold or child.tag in BOLD, italic or child.tag in ITALIC)
        else:
            raise UnknownElementError(f"<{child.tag}> has no place in a paragraph")
        yield from _words(child.tail, bold, italic)


def _link(state: _State, element: Any, bold: bool, italic: bool) -> Link:
    words, address = " ".join(element.text_content().split()), element.get("href", "")
    target = f"#{state.bookmark(address[1:])}" if address.startswith("#") else address
    return Link(target, Run(words, bold, italic))


def _words(text: str | None, bold: bool, italic: bool) -> Iterator[Run]:
    folded = re.sub(r"\s+", " ", text or "")
    if folded:
        yield Run(folded, bold, italic)


def _is(element: Any, classes: Sequence[str]) -> bool:
    return bool(set(element.get("class", "").split()) & set(classes))
