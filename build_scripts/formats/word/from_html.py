"""HTML of many pages as one Word file, with real headings, contents, lists, tables and links.

Word reads HTML here, as the PDF renderer does: what components draw is written once, and both files say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any, Final

from docx.shared import Length
from lxml import html

from build_scripts.formats.word import wordml
from build_scripts.formats.word.wordml import paragraph, run

HEADINGS: Final = {"h1": "Title", **{f"h{level}": f"Heading{level - 1}" for level in range(2, 7)}}
HOLDING = ("body", "section", "div", "header", "footer", "article")
"""Elements that only hold others."""
NEW_PAGE = ("part", "mf-chapter")
"""Classes of what begins a page."""
BOXES = ("mf-safety", "mf-box")
"""Classes of what stands in a box."""
BOLD, ITALIC = ("strong", "b", "em"), ("i", "cite")
WITHIN = ("span", "time", "q", "abbr", "small", *BOLD, *ITALIC)
"""Elements within a paragraph that have no looks of their own here, or only weight."""
SIZES = {"Normal": 11, "Title": 28, "Heading 1": 20, "Heading 2": 16, "Heading 3": 13, "Note": 10, "Footer": 9}
CONTENTS: Final = ' TOC \\o "1-2" \\h '
"""What Word is told to renew the contents by, when somebody asks it to."""
DEEPEST = 2


class StrangeElementError(Exception):
    """An element that has no place in a Word file; the text names it. It is never dropped in silence."""


@dataclass
class _Writing:
    """What is remembered while a document is written."""

    names: dict[str, str] = field(default_factory=dict)
    """The bookmark of each id."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    lists: int = 0
    """How many lists that count were met."""

    def name(self, place: str) -> str:
        """Return the bookmark of an id: Word takes short names of letters and digits."""
        return self.names.setdefault(place, f"place_{len(self.names) + 1}")


def text_of(body: str, title: str, day: date, footer: Sequence[str]) -> wordml.Text:
    """Return everything that decides the bytes of the Word file of a document.

    Args:
        body: the HTML within ``<body>``, as ``flat_html.flatten`` leaves it.
        title: the title, which stands in the foot too.
        day: the day it says it was made on.
        footer: what stands below the title on each page.

    Raises:
        StrangeElementError: when an element has no place in Word.
    """
    writing = _Writing()
    root = html.fragment_fromstring(body, create_parent="div")
    made = "".join(_blocks(writing, root, "Normal"))
    return wordml.Text(made, title, day, footer, SIZES, Length(0), (), {}, writing.lists)


def _blocks(writing: _Writing, element: Any, style: str) -> Iterator[str]:
    """Yield the paragraphs and tables of what an element holds."""
    _refuse_words(element.text)
    for child in element:
        _refuse_words(child.tail)
        if child.tag in HEADINGS:
            yield _heading(writing, child)
        elif child.tag in HOLDING:
            yield from _blocks(writing, child, "Boxed" if _is(child, BOXES) else style)
        elif child.tag in WRITE_BLOCK:
            yield from WRITE_BLOCK[child.tag](writing, child, style)
        else:
            raise StrangeElementError(f"<{child.tag}> has no place in a Word file")


def _refuse_words(text: str | None) -> None:
    if text and text.strip():
        raise StrangeElementError(f"words without a paragraph: {text.strip()[:60]}")


def _heading(writing: _Writing, element: Any) -> str:
    first = element.getprevious() is None
    begins = first and _is(element.getparent(), NEW_PAGE) and not _follows_a_heading(element.getparent())
    return paragraph(HEADINGS[element.tag], *_runs(writing, element), new_page=begins)


def _follows_a_heading(element: Any) -> bool:
    before = element.getprevious()
    return before is not None and before.tag in HEADINGS


def _paragraph(writing: _Writing, element: Any, style: str) -> Iterator[str]:
    small = style == "Normal" and re.search(r"\bmf-(checked|nations|source|also)\b", element.get("class", ""))
    yield paragraph("Note" if small else style, *_runs(writing, element))


def _list(writing: _Writing, element: Any, style: str, level: int = 0) -> Iterator[str]:
    number = wordml.BULLETS
    if element.tag == "ol":
        number = wordml.FIRST_NUMBERED + writing.lists
        writing.lists += 1
    for item in element:
        yield from _item(writing, item, style, (number, min(level, DEEPEST)))


def _item(writing: _Writing, element: Any, style: str, place: tuple[int, int]) -> Iterator[str]:
    """Yield the paragraph of an item, and what stands below it."""
    style = "ListText" if style == "Normal" else style
    own, below = _split(element)
    yield paragraph(style, *_runs(writing, own), item=place)
    for child in below:
        _refuse_words(child.tail)
        if child.tag in ("ul", "ol"):
            yield from _list(writing, child, style, place[1] + 1)
        else:
            yield from _blocks(writing, _alone(child), style)


def _split(element: Any) -> tuple[Any, list[Any]]:
    """Return the words of an item as one paragraph, and the blocks below them."""
    own = html.Element("p", {key: element.get(key) for key in ("id",) if element.get(key)})
    own.text, children = element.text, list(element)
    while children and children[0].tag not in (*WRITE_BLOCK, *HOLDING):
        own.append(children.pop(0))
    if not len(own) and not (own.text or "").strip() and children and children[0].tag in ("p", "div"):
        first = children.pop(0)
        _refuse_words(first.tail)
        own.text = first.text
        own.extend(list(first))
    return own, children


def _alone(element: Any) -> Any:
    made = html.Element("div")
    element.tail = None
    made.append(element)
    return made


def _table(writing: _Writing, element: Any, _: str) -> Iterator[str]:
    caption = " ".join(element.findtext("caption", "").split())
    rows = list(element.iter("tr"))
    head = [" ".join(cell.text_content().split()) for cell in rows[0]]
    if caption:
        yield paragraph("Normal", run(caption, bold=True), keep=True)
    yield wordml.grid(caption or head[0], head, [[_cell(writing, cell) for cell in row] for row in rows[1:]])
    yield paragraph("Note")


def _cell(writing: _Writing, element: Any) -> str:
    if any(child.tag in WRITE_BLOCK for child in element):
        return "".join(_blocks(writing, element, "Cell"))
    return paragraph("HeadCell" if element.tag == "th" else "Cell", *_runs(writing, element))


def _contents(writing: _Writing, element: Any, _: str) -> Iterator[str]:
    """Yield the contents as Word writes them, filled in: Word renews them when asked, and not before.

    A list of links within a chapter stays a list.
    """
    if "contents" not in element.get("class", ""):
        yield from _blocks(writing, element, "Normal")
        return
    entries = [(entry, len(list(entry.iterancestors("ul")))) for entry in element.iter("a")]
    for title in element.iterchildren("p"):
        yield paragraph("Heading3", *_runs(writing, title), keep=True)
    start = (
        _field("begin") + f'<w:r><w:instrText xml:space="preserve">{CONTENTS}</w:instrText></w:r>' + _field("separate")
    )
    for at, (entry, depth) in enumerate(entries):
        runs = [*([start] if at == 0 else []), *_link(writing, entry, False, False)]
        runs += [_field("end")] if at == len(entries) - 1 else []
        yield paragraph(f"TOC{min(depth, 2)}", *runs)


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


WRITE_BLOCK: Final[dict[str, Callable[[_Writing, Any, str], Iterator[str]]]] = {
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "table": _table,
    "nav": _contents,
}
"""How each block is written."""


def _runs(writing: _Writing, element: Any, bold: bool = False, italic: bool = False) -> Iterator[str]:
    """Yield the words within an element, with their weight and links."""
    if element.get("id"):
        yield wordml.bookmark(writing.name(element.get("id")), next(writing.numbers))
    yield from _words(element.text, bold, italic)
    for child in element:
        if child.tag == "br":
            yield run("\n")
        elif child.tag == "a":
            yield from _link(writing, child, bold, italic)
        elif child.tag in WITHIN:
            yield from _runs(writing, child, bold or child.tag in BOLD, italic or child.tag in ITALIC)
        else:
            raise StrangeElementError(f"<{child.tag}> has no place in a paragraph")
        yield from _words(child.tail, bold, italic)


def _link(writing: _Writing, element: Any, bold: bool, italic: bool) -> Iterator[str]:
    words, address = " ".join(element.text_content().split()), element.get("href", "")
    target = f"#{writing.name(address[1:])}" if address.startswith("#") else address
    yield wordml.link(target, run(words, bold, italic, linked=True))


def _words(text: str | None, bold: bool, italic: bool) -> Iterator[str]:
    folded = re.sub(r"\s+", " ", text or "")
    if folded:
        yield run(folded, bold, italic)


def _is(element: Any, classes: Sequence[str]) -> bool:
    return bool(set(element.get("class", "").split()) & set(classes))
