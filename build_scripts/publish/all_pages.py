"""Every page of the site, from content: one pure function."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.fields import Reference
from build_scripts.content.forms import Shape
from build_scripts.content.links import page_address
from build_scripts.content.of_content import KeptOfContent
from build_scripts.content.pages import (
    Article,
    Audience,
    Behaviour,
    Faq,
    Guidance,
    HandPage,
    IndexPage,
    Site,
    Statement,
)
from build_scripts.forms import pages as forms
from build_scripts.handbook import page as handbook
from build_scripts.handbook.handout import handout_links
from build_scripts.help.pages import build_help
from build_scripts.pages.components import components, talk, terms_met
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.index_page import IndexPageKind
from build_scripts.pages.page_context import PageContext
from build_scripts.publish.gallery import gallery_pages
from build_scripts.registers import index_pages as registers
from build_scripts.search import pages as search
from build_scripts.training import pages as training

ARTICLES: dict[type[Article], str | None] = {Guidance: None, Behaviour: "behaviours", Faq: "questions"}
"""Kinds of article, and the part of the navigation they stand in when they do not name one."""
INDEX_PAGES: Sequence[IndexPageKind] = (
    *registers.INDEX_PAGES,
    *search.INDEX_PAGES,
    *forms.INDEX_PAGES,
    *training.INDEX_PAGES,
    *handbook.INDEX_PAGES,
)
"""Every index page, as its subject declares it."""
DECLARED = {kind.id: kind for kind in INDEX_PAGES}


def build_pages(content: Content, shapes: frozenset[Shape] = frozenset(Shape)) -> list[GeneratedPage]:
    """Return every page of the site, in the order of the navigation.

    Args:
        content: checked content; a reference that leads nowhere is a programming error here.
        shapes: the kinds of file that are built of forms; no page links to another kind.
    """
    return [
        _home(content),
        *(_listing(content, words, shapes) for words in content.all(IndexPage) if words.id in DECLARED),
        _statement(content, content.one(Statement)),
        *(
            _article(content, article, group, shapes)
            for kind, group in ARTICLES.items()
            for article in content.all(kind)
        ),
        *_forms(content, shapes),
        *training.build_session_pages(content),
        *_help(content, shapes),
        *(_by_hand(content, page) for page in content.all(HandPage)),
        *_gallery(content, shapes),
    ]


@KeptOfContent
def _listing(content: Content, words: IndexPage, shapes: frozenset[Shape]) -> GeneratedPage:
    return DECLARED[words.id].page(content, words, shapes)


@KeptOfContent
def _forms(content: Content, shapes: frozenset[Shape]) -> list[GeneratedPage]:
    return forms.build_form_pages(content, shapes)


@KeptOfContent
def _help(content: Content, shapes: frozenset[Shape]) -> list[GeneratedPage]:
    return build_help(content, shapes)


@KeptOfContent
def _gallery(content: Content, shapes: frozenset[Shape]) -> list[GeneratedPage]:
    return list(gallery_pages(content, shapes))


@KeptOfContent
def _home(content: Content) -> GeneratedPage:
    site = content.one(Site)
    context = PageContext(content, page_address(site), dials=True)
    body = context.fill("pages/templates/home.html", site=site)
    return finished_page(context, (body, talk(context)), site, {"wide": True}, menu=content.label("home"))


@KeptOfContent
def _article(content: Content, article: Article, group: str | None, shapes: frozenset[Shape]) -> GeneratedPage:
    context = PageContext(content, page_address(article), dials=True)
    body = context.fill(
        "pages/templates/article.html",
        article=article,
        shown=components(context, article),
        site=content.one(Site),
        services=[content.find("service", reference.id) for reference in article.services],
        next_links=_links(context, article.next),
        files=handout_links(context, article, shapes),
    )
    staff_advice = talk(context) if article.audience is Audience.STAFF else Markup("")
    return finished_page(
        context,
        (body, staff_advice, terms_met(context)),
        article,
        {"review_by": article.review_by.isoformat(), "wide": getattr(article, "calls_first", False) or None},
        menu=article.menu,
        audience=article.audience.value,
        group=getattr(article, "group", group),
        order=article.order,
    )


@KeptOfContent
def _statement(content: Content, page: Statement) -> GeneratedPage:
    context = PageContext(content, page_address(page))
    body = context.fill("pages/templates/accessibility.html", page=page)
    menu = page.menu_title or page.title
    meta = {"review_by": page.review_by.isoformat()}
    return finished_page(context, (body, talk(context)), page, meta, menu=menu, group=page.group, order=page.order)


@KeptOfContent
def _by_hand(content: Content, page: HandPage) -> GeneratedPage:
    context = PageContext(content, page_address(page))
    body = context.fill("pages/templates/by-hand.html", page=page, shown=components(context, page))
    return finished_page(context, (body,), page, audience="maintainer")


def _links(context: PageContext, references: Sequence[Reference]) -> list[tuple[str, str, str]]:
    """Return name and address of what each reference leads to, and what stands behind the link."""
    return [(context.name(each), context.href(each), context.behind(each)) for each in references]
