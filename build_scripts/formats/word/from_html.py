"""HTML of many pages as one Word document, with real headings, contents, lists, tables and links.

Word reads HTML here, as the PDF renderer does: what components draw is written once, and both files say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from lxml import html

from build_scripts.formats.word.document import (
    Block,
    Contents,
    Document,
    Inline,
    ListItem,
    PageOf,
    Paragraph,
    Run,
    Table,
)
from build_scripts.formats.word.html_content import (
    HtmlState,
    UnknownElementError,
    content,
    has_class,
    link,
    refuse_words,
)

HEADINGS: Final = {"h1": "Title", **{f"h{level}": f"Heading {level - 1}" for level in range(2, 7)}}
HOLDING = ("body", "section", "div", "header", "footer", "article")
"""Elements that only hold others."""
NEW_PAGE = ("part",)
"""Classes of what begins a page."""
BOXES = ("mf-safety",)
"""Classes of what stands in a box."""
SMALL = ("mf-review-date", "mf-nations", "mf-source", "mf-secondary")
"""Classes of paragraphs in smaller type."""
HEADING_SIZES = (28, 20, 16, 13.5, 12, 11)
"""How large the title is, and each level of headings below it, in points."""
SIZES = {"Normal": 11, **dict(zip(HEADINGS.values(), HEADING_SIZES, strict=True)), "Note": 10, "Footer": 9}
TO_WRITE_IN = 21.0
"""How high a row of a table to be filled in by hand is, in points."""
DEEPEST = 2
"""The level of a list, from 0, that deeper ones are written in too."""


def document_of_html(
    body: str, title: str, day: date, footer: str, page_number: str, describe: Callable[[Iterable[str]], str]
) -> Document:
    """Return the document that some HTML becomes.

    Args:
        body: the HTML within ``<body>``, as ``simplify_html.simplify`` leaves it.
        title: the title, which stands in the footer too.
        day: the day it says it was made on.
        footer: what stands below the title on each page.
        page_number: what stands beside the title on each page, as in the document.
        describe: says what a table holds, from the heads of its columns.

    Raises:
        UnknownElementError: when an element has no place in Word.
    """
    root = html.fragment_fromstring(body, create_parent="div")
    return Document(title, day, footer, page_number, tuple(_blocks(HtmlState(describe), root, "Normal")), SIZES)


def _blocks(state: HtmlState, element: Any, style: str) -> Iterator[Block]:
    """Yield the paragraphs and tables of what an element holds."""
    refuse_words(element.text)
    for child in element:
        refuse_words(child.tail)
        if child.tag in HEADINGS:
            yield _heading(state, child)
        elif child.tag in HOLDING:
            yield from _blocks(state, child, "Boxed" if has_class(child, BOXES) else style)
        elif child.tag in READ_BLOCK:
            yield from READ_BLOCK[child.tag](state, child, style)
        else:
            raise UnknownElementError(f"<{child.tag}> has no place in a Word file")


def _heading(state: HtmlState, element: Any) -> Paragraph:
    first = element.getprevious() is None
    begins = first and has_class(element.getparent(), NEW_PAGE)
    return Paragraph(HEADINGS[element.tag], content(state, element), new_page=begins)


def _paragraph(state: HtmlState, element: Any, style: str) -> Iterator[Block]:
    is_small = style == "Normal" and has_class(element, SMALL)
    yield Paragraph("Note" if is_small else style, content(state, element))


def _list(state: HtmlState, element: Any, style: str, level: int = 0) -> Iterator[Block]:
    item = ListItem(min(level, DEEPEST), next(state.numbered_lists) if element.tag == "ol" else None)
    for child in element:
        yield from _item(state, child, style, item)


def _item(state: HtmlState, element: Any, style: str, item: ListItem) -> Iterator[Block]:
    """Yield the paragraph of an item, and what stands below it."""
    own, below = _split(element)
    is_plain = style in ("Normal", "List Continue")
    yield Paragraph(_style_of_item(item) if is_plain else style, content(state, own), item=item)
    for child in below:
        refuse_words(child.tail)
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
        refuse_words(first.tail)
        own.text = first.text
        own.extend(list(first))
    return own, children


def _alone(element: Any) -> Any:
    holder = html.Element("div")
    element.tail = None
    holder.append(element)
    return holder


def _table(state: HtmlState, element: Any, _: str) -> Iterator[Block]:
    caption = " ".join(element.findtext("caption", "").split())
    rows = list(element.iter("tr"))
    head = tuple(" ".join(cell.text_content().split()) for cell in rows[0])
    if caption and not has_class(element.find("caption"), ("mf-visually-hidden",)):
        yield Paragraph("Normal", (Run(caption, bold=True),), keep_with_next=True)
    cells = tuple(tuple(_cell(state, cell) for cell in row) for row in rows[1:])
    height = None if any(cell.text_content().strip() for row in rows[1:] for cell in row) else TO_WRITE_IN
    yield Table(caption or head[0], state.describe(filter(None, head)), head, cells, row_height=height)
    yield Paragraph("Note")


def _cell(state: HtmlState, element: Any) -> tuple[Paragraph, ...]:
    if any(child.tag in READ_BLOCK for child in element):
        return tuple(_only_paragraph(block) for block in _blocks(state, element, "Cell"))
    if not element.text_content().strip():
        return (Paragraph("Cell"),)
    return (Paragraph("Head Cell" if element.tag == "th" else "Cell", content(state, element)),)


def _only_paragraph(block: Block) -> Paragraph:
    if not isinstance(block, Paragraph):
        raise UnknownElementError("a table within a table has no place in a Word file")
    return block


def _contents(state: HtmlState, element: Any, _: str) -> Iterator[Block]:
    """Yield the contents; a list of links within a chapter stays a list."""
    if not has_class(element, ("contents",)):
        yield from _blocks(state, element, "Normal")
        return
    for number, words in enumerate(element.iterchildren("p")):
        yield Paragraph("Normal" if number else "Heading 3", content(state, words), keep_with_next=True)
    entries = ((entry, len(list(entry.iterancestors("ul")))) for entry in element.iter("a"))
    yield Contents(tuple(Paragraph(f"toc {min(depth, 2)}", _entry(state, entry)) for entry, depth in entries))


def _entry(state: HtmlState, element: Any) -> tuple[Inline, ...]:
    """Return a line of the contents: words that lead to a place, and the page of that place."""
    return (link(state, element), Run("\t"), PageOf(state.bookmark(element.get("href")[1:])))


def _drawing(_state: HtmlState, _element: Any, _style: str) -> Iterator[Block]:
    """Yield nothing: the words beside a drawing say what it shows."""
    yield from ()


READ_BLOCK: Final[dict[str, Callable[[HtmlState, Any, str], Iterator[Block]]]] = {
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "table": _table,
    "nav": _contents,
    "svg": _drawing,
}
"""How each block is read."""
