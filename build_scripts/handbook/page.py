"""The whole guidance on one page, to print or to read from end to end."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.content.content import ADDRESS_OF_PAGE, Content
from build_scripts.content.fields import Checked
from build_scripts.content.forms import Shape
from build_scripts.content.links import relative
from build_scripts.content.pages import IndexPage
from build_scripts.content.prose import parse, to_text
from build_scripts.handbook.chapters import Chapter, draw_chapter, names, parts
from build_scripts.handbook.document import PAGE, handbook_documents
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, front_matter
from build_scripts.pages.page_context import PageContext


def build_handbook_page(content: Content, shapes: frozenset[Shape]) -> Iterator[GeneratedPage]:
    """Yield the page, when there are words to stand around it.

    Args:
        content: checked content.
        shapes: the kinds of file that are made; the page links to no other handbook.
    """
    for page in content.all(IndexPage):
        if page.id == PAGE:
            yield _page(content, page, shapes)


def _page(content: Content, page: IndexPage, shapes: frozenset[Shape]) -> GeneratedPage:
    context = PageContext(content, ADDRESS_OF_PAGE[PAGE])
    chosen, within = tuple(parts(content)), names(content)
    text = context.fill(
        "pages/all-in-one.md.j2",
        page=page,
        parts=chosen,
        chapters=[
            draw_chapter(Chapter(content, context.page, prefix=article.id, within=within), article)
            for part in chosen
            for article in part.chapters
        ],
        files=[
            (document.words, relative(document.address, "", context.page, ""))
            for document in handbook_documents(content)
            if document.shape in shapes
        ],
    )
    checked: list[Checked] = [article for part in chosen for article in part.chapters]
    head = front_matter(
        title=page.title,
        description=to_text(parse(page.summary)),
        review_by=min(record.review_by for record in checked).isoformat() if checked else None,
    )
    menu = page.menu_title or page.title
    return GeneratedPage(
        f"{context.page}.md",
        f"{head}{text}\n\n{talk(context)}\n",
        page.location,
        menu,
        group=page.group,
        order=page.order,
    )
