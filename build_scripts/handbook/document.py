"""The handbook: the whole guide as one document, with its registers behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.forms import Form, Shape
from build_scripts.content.links import index_address
from build_scripts.content.local_details import TO_WRITE_ON
from build_scripts.content.of_content import KeptOfContent, OfContent
from build_scripts.content.pages import IndexPage, Site
from build_scripts.formats.word.simplify_html import simplify
from build_scripts.handbook.chapters import Chapter, draw_chapter, names, parts
from build_scripts.handbook.paper import Paper, paper_of
from build_scripts.pages.generated import BuildInfo, printed_foot
from build_scripts.pages.page_context import TEMPLATES, PageContext
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


@OfContent
def handbook(content: Content, build_info: BuildInfo) -> Paper:
    """Return the handbook as HTML, which becomes a PDF and a Word file.

    Args:
        content: checked content.
        build_info: version and date, which stand on the first page.
    """
    within = {**names(content), **{index_address(content, name): f"list-{name}" for name in APPENDICES}}
    chosen, pairs = tuple(parts(content)), tuple(within.items())
    entries = [
        Entry(part.title, f"part-{number}", tuple((each.title, each.id) for each in part.chapters))
        for number, part in enumerate(chosen, 1)
    ]
    headings = {name: content.label(f"handbook-list-{name}") for name in APPENDICES}
    chapters = tuple((heading, within[index_address(content, name)]) for name, heading in headings.items())
    lists = Entry(content.label("handbook-lists"), "lists", chapters)
    body = _context(content, within).fill(
        "handbook/templates/handbook.html",
        title=title(content),
        site=content.one(Site),
        build_info=build_info.words(),
        entries=[*entries, lists],
        parts=[
            (entry, [draw_chapter(content, each, HANDBOOK_FOLDER, pairs, BELOW_PARTS, False) for each in part.chapters])
            for entry, part in zip(entries, chosen, strict=True)
        ],
        lists=[_list(content, name, heading, pairs) for name, heading in headings.items()],
    )
    foot = printed_foot(content, build_info, title(content))
    return paper_of(content, title(content), simplify(body, TO_WRITE_ON), foot, _style(), build_info.built_on)


def _context(content: Content, within: Mapping[str, str], prefix: str = "handbook") -> Chapter:
    return Chapter(content, HANDBOOK_FOLDER, prefix=prefix, within=within, deeper=BELOW_PARTS, leads_out=False)


@KeptOfContent
def _list(content: Content, name: str, heading: str, pairs: tuple[tuple[str, str], ...]) -> Markup:
    within = dict(pairs)
    context = _context(content, within, within[index_address(content, name)])
    return context.fill(f"handbook/templates/{name}.html", heading=heading, **APPENDICES[name](context))


@cache
def _style() -> str:
    return (TEMPLATES / "handbook" / "templates" / "handbook.css").read_text(encoding="utf-8")
