"""The handbook: the whole guide as one document, with its registers behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from markupsafe import Markup, escape

from build_scripts.content.content import Content
from build_scripts.content.forms import Form, Shape
from build_scripts.content.links import index_address
from build_scripts.content.pages import IndexPage, Site
from build_scripts.formats.word.document import Document
from build_scripts.formats.word.from_html import document_of_html
from build_scripts.formats.word.simplify_html import simplify
from build_scripts.handbook.chapters import Chapter, draw_chapter, names, parts
from build_scripts.pages.generated import BuildInfo, printed_foot
from build_scripts.pages.page_context import TEMPLATES, PageContext
from build_scripts.pages.stylesheets import with_labels
from build_scripts.registers import lists

PAGE = "all-in-one"
"""The page that leads to the handbook."""
HANDBOOK_FOLDER = "handbook"
APPENDICES: Mapping[str, Callable[[PageContext], Mapping[str, object]]] = {
    "glossary": lists.glossary,
    "forms": lambda context: {"forms": context.content.all(Form)},
    "documents": lists.documents,
    "services": lists.services,
    "corrections": lists.corrections,
}
"""The index pages whose lists stand behind the guide, and what each lists there."""
BELOW_PARTS = 2
"""How much deeper the headings of a chapter stand than on its own page: below title and part."""


@dataclass(frozen=True)
class HandbookDocument:
    """The handbook in one kind of file."""

    shape: Shape

    @property
    def address(self) -> str:
        """The address from the start of the site."""
        return f"{HANDBOOK_FOLDER}/moving-forward-handbook.{self.shape.value}"


@dataclass(frozen=True)
class Handbook:
    """The handbook, ready for its renderers."""

    title: str
    body: str
    """The HTML within ``<body>``, flat enough for paper and Word."""
    foot: str
    """What stands at the foot of each page."""
    style: str
    """What the PDF renderer asks for."""
    day: date
    """The day it says it was made on."""


@dataclass(frozen=True)
class Entry:
    """A part of the contents, and the chapters below it."""

    title: str
    anchor: str
    chapters: tuple[tuple[str, str], ...]
    """Title and anchor of each."""


def handbook_documents(content: Content) -> Iterator[HandbookDocument]:
    """Yield the handbook in each kind of file, when there is a page that leads to it.

    Args:
        content: checked content.
    """
    if any(page.id == PAGE for page in content.all(IndexPage)):
        yield HandbookDocument(Shape.PDF)
        yield HandbookDocument(Shape.DOCX)


def title(content: Content) -> str:
    """Return the title of the handbook."""
    return content.label("handbook-title", title=content.one(Site).title)


def handbook(content: Content, build_info: BuildInfo) -> Handbook:
    """Return the handbook as HTML, which becomes a PDF and a Word file.

    Args:
        content: checked content.
        build_info: version and date, which stand on the first page.
    """
    within = {**names(content), **{index_address(content, name): f"list-{name}" for name in APPENDICES}}
    context = Chapter(content, HANDBOOK_FOLDER, prefix="handbook", within=within, deeper=BELOW_PARTS, leads_out=False)
    chosen = tuple(parts(content))
    entries = [
        Entry(part.title, f"part-{number}", tuple((each.title, each.id) for each in part.chapters))
        for number, part in enumerate(chosen, 1)
    ]
    headings = {name: content.label(f"handbook-list-{name}") for name in APPENDICES}
    chapters = tuple((heading, within[index_address(content, name)]) for name, heading in headings.items())
    lists = Entry(content.label("handbook-lists"), "lists", chapters)
    body = context.fill(
        "handbook/templates/handbook.html",
        title=title(content),
        site=content.one(Site),
        build_info=build_info.words(),
        entries=[*entries, lists],
        parts=[
            (entry, [draw_chapter(replace(context, prefix=each.id), each) for each in part.chapters])
            for entry, part in zip(entries, chosen, strict=True)
        ],
        lists=[
            _list(replace(context, prefix=within[index_address(content, name)]), name, heading)
            for name, heading in headings.items()
        ],
    )
    foot = printed_foot(content, build_info, title(content))
    return Handbook(title(content), simplify(body), foot, with_labels(content, _style()), build_info.built_on)


def print_html(book: Handbook) -> str:
    """Return the handbook as a whole HTML document for the PDF renderer."""
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        f"<title>{escape(book.title)}</title>"
        f'<meta name="dcterms.created" content="{book.day.isoformat()}T00:00:00Z"><style>{book.style}</style></head>'
        f'<body data-foot="{escape(book.foot)}">{book.body}</body></html>'
    )


def as_word(content: Content, book: Handbook) -> Document:
    """Return the handbook as a Word document.

    Args:
        content: the words that tell of its tables.
        book: the handbook.
    """

    def describe(heads: Iterable[str]) -> str:
        return content.label("table-columns", columns="; ".join(heads))

    page_number = content.labels["printed-page-of-all"].text.text
    return document_of_html(book.body, book.title, book.day, book.foot, page_number, describe)


def _list(context: Chapter, name: str, heading: str) -> Markup:
    return context.fill(f"handbook/templates/{name}.html", heading=heading, **APPENDICES[name](context))


@cache
def _style() -> str:
    return (TEMPLATES / "handbook" / "templates" / "handbook.css").read_text(encoding="utf-8")
