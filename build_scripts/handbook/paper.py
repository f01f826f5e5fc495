"""A document to print and for Word, both made from the same HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import escape

from build_scripts.content.content import Content
from build_scripts.formats.word.document import Document
from build_scripts.formats.word.from_html import document_of_html


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


def print_html(paper: Paper) -> str:
    """Return a document as a whole HTML document for the PDF renderer."""
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{escape(paper.title)}</title>"
        f'<meta name="dcterms.created" content="{paper.day.isoformat()}T00:00:00Z"><style>{paper.style}</style></head>'
        f'<body data-foot="{escape(paper.foot)}">{paper.body}</body></html>'
    )


def as_word(content: Content, paper: Paper) -> Document:
    """Return a document as a Word document.

    Args:
        content: the words that tell of its tables.
        paper: the document.
    """

    def describe(heads: Iterable[str]) -> str:
        return content.label("table-columns", columns="; ".join(heads))

    page_number = content.unfilled("printed-page-of-all")
    return document_of_html(paper.body, paper.title, paper.day, paper.foot, page_number, describe)
