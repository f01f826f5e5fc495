"""A document to print and for Word, both made from the same HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import escape

from build_scripts.content.content import Content
from build_scripts.formats.word.document import Document
from build_scripts.formats.word.from_html import document_of_html
from build_scripts.pages.stylesheets import with_labels


@dataclass(frozen=True)
class Paper:
    """A document, ready for its renderers."""

    title: str
    body: str
    """The HTML within ``<body>``, flat enough for paper and Word."""
    foot: str
    """What stands at the foot of each page."""
    style: str
    """What the PDF renderer asks for."""
    day: date
    """The day it says it was made on."""
    page_number: str
    """What stands beside the title on each page of the Word document, with {number} and {count}."""
    table_holds: str
    """What Word tells a screen reader of a table, with {columns} for the heads of its columns."""


def paper_of(content: Content, title: str, body: str, foot: str, style: str, day: date) -> Paper:
    """Return a document with the words that its Word version needs besides.

    Args:
        content: the words of the interface.
        title: see ``Paper``, as the others.
        body: the HTML within ``<body>``.
        foot: what stands at the foot of each page.
        style: what the PDF renderer asks for, with labels to be filled in.
        day: the day it says it was made on.
    """
    words = (content.unfilled("printed-page-of-all"), content.unfilled("table-columns"))
    return Paper(title, body, foot, with_labels(content, style), day, *words)


def print_html(paper: Paper) -> str:
    """Return a document as a whole HTML document for the PDF renderer."""
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{escape(paper.title)}</title>"
        f'<meta name="dcterms.created" content="{paper.day.isoformat()}T00:00:00Z"><style>{paper.style}</style></head>'
        f'<body data-foot="{escape(paper.foot)}">{paper.body}</body></html>'
    )


def as_word(paper: Paper) -> Document:
    """Return a document as a Word document."""

    def describe(heads: Iterable[str]) -> str:
        return paper.table_holds.format(columns="; ".join(heads))

    return document_of_html(paper.body, paper.title, paper.day, paper.foot, paper.page_number, describe)
