"""A page of guidance as a sheet to hand over: it stands alone, and names neither the site nor its version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.fields import long_date
from build_scripts.content.forms import Shape
from build_scripts.content.local_details import TO_WRITE_ON
from build_scripts.content.pages import Article, Guidance
from build_scripts.formats.word.simplify_html import simplify
from build_scripts.handbook.chapters import draw_chapter
from build_scripts.handbook.paper import Paper, paper_of
from build_scripts.pages.generated import BuildInfo
from build_scripts.pages.page_context import TEMPLATES, PageContext

HANDOUTS_FOLDER = "handouts"
"""Where the files lie, from the start of the site."""
SHAPES = (Shape.PDF, Shape.DOCX)
LINK = Markup('<a href="{}" download>{}</a>{}')


@dataclass(frozen=True)
class HandoutDocument:
    """A page to hand over, in one kind of file."""

    page: Guidance
    shape: Shape

    @property
    def address(self) -> str:
        """The address from the start of the site."""
        return f"{HANDOUTS_FOLDER}/{self.page.id}.{self.shape.value}"


def handout_documents(content: Content) -> Iterator[HandoutDocument]:
    """Yield each page with ``handout: yes``, in each kind of file."""
    for page in content.all(Guidance):
        if page.handout:
            yield from (HandoutDocument(page, shape) for shape in SHAPES)


def handout_links(context: PageContext, article: Article, shapes: frozenset[Shape]) -> Markup:
    """Return the links from a page to its files, or nothing where it has none.

    Args:
        context: the page being drawn.
        article: what it is made from.
        shapes: the kinds of file that are made.
    """
    documents = (each for each in handout_documents(context.content) if each.page is article and each.shape in shapes)
    return Markup(", ").join(
        LINK.format(
            context.file(each.address),
            context.content.label(f"handout-{each.shape.value}"),
            context.sides(each.address),
        )
        for each in documents
    )


def handout(content: Content, page: Guidance, build_info: BuildInfo) -> Paper:
    """Return a page as a sheet to hand over, which becomes a PDF and a Word file.

    Args:
        content: checked content.
        page: what is handed over.
        build_info: the day, which stands at the foot; the version would say where the sheet comes from.
    """
    foot = content.label("handout-foot", title=page.title, day=long_date(build_info.built_on))
    body = simplify(draw_chapter(content, page, HANDOUTS_FOLDER, (), 0, False), TO_WRITE_ON)
    return paper_of(content, page.title, body, foot, _style(), build_info.built_on)


@cache
def _style() -> str:
    return (TEMPLATES / "handbook" / "templates" / "handout.css").read_text(encoding="utf-8")
