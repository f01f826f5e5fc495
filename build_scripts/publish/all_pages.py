"""Every page of the site, from content: one pure function."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.content.content import ADDRESS_OF_PAGE, Content
from build_scripts.content.fields import Checked, Reference
from build_scripts.content.forms import Shape
from build_scripts.content.links import page_address
from build_scripts.content.pages import Article, Behaviour, Faq, Guidance, HandPage, IndexPage, Site, Statement
from build_scripts.content.prose import parse, to_text
from build_scripts.content.registers import Document, Service, Survey
from build_scripts.forms.pages import build_form_pages
from build_scripts.handbook.page import build_handbook_page
from build_scripts.help.pages import build_help
from build_scripts.pages.components import components, gallery, talk, terms_met
from build_scripts.pages.generated import GeneratedPage, front_matter
from build_scripts.pages.page_context import PageContext
from build_scripts.registers.lists import register_lists
from build_scripts.registers.release_lists import RELEASE_LISTS
from build_scripts.training.pages import build_session_pages

ARTICLES: dict[type[Article], str | None] = {Guidance: None, Behaviour: "behaviours", Faq: "questions"}
"""Kinds of article, and the part of the navigation they stand in when they do not name one."""

SCRIPTS = {
    **dict.fromkeys(("advice", "changes", "documents", "services"), "filter"),
    "self-test": "self-test",
    "setup": "setup",
}
"""Index pages with a script of their own: entries that can be narrowed down, the form of local details."""

REGISTERS: dict[str, tuple[type[Checked], ...]] = {
    "advice": (Service,),
    "changes": (Document, Service),
    "documents": (Document,),
    "figures": (Survey,),
    "services": (Service,),
}
"""Index pages that show facts with dates, and the records that hold these."""

ELSEWHERE = ("all-in-one", "forms", "sessions", "session-builder", "all-slides")
"""Index pages that modules of their own make."""


def build_pages(content: Content, shapes: frozenset[Shape] = frozenset(Shape)) -> list[GeneratedPage]:
    """Return every page of the site, in the order of the navigation.

    Args:
        content: checked content; a reference that leads nowhere is a programming error here.
        shapes: the kinds of file that are built of forms; no page links to another kind.
    """
    return [
        _home(content),
        *(_index(content, page, shapes) for page in content.all(IndexPage) if page.id not in ELSEWHERE),
        _statement(content, content.one(Statement)),
        *(_article(content, article, group) for kind, group in ARTICLES.items() for article in content.all(kind)),
        *build_handbook_page(content, shapes),
        *build_form_pages(content, shapes),
        *build_session_pages(content),
        *build_help(content, shapes),
        *(_by_hand(content, page) for page in content.all(HandPage)),
    ]


def _home(content: Content) -> GeneratedPage:
    site, context = content.one(Site), PageContext(content, ADDRESS_OF_PAGE["home"])
    head = front_matter(title=site.title, description=to_text(parse(site.lead)))
    text = f"{head}{context.fill('pages/home.md.j2', site=site)}\n\n{talk(context)}\n"
    return GeneratedPage("index.md", text, site.location, "Home")


def _article(content: Content, article: Article, group: str | None) -> GeneratedPage:
    context = PageContext(content, page_address(article))
    body = context.markdown(article.body, components(context, article))
    head = front_matter(
        title=article.title,
        description=to_text(parse(article.summary)),
        audience=article.audience.value,
        review_by=article.review_by.isoformat(),
    )
    article_text = context.fill(
        "pages/article.md.j2",
        article=article,
        body=body,
        site=content.one(Site),
        services=[content.find("service", reference.id) for reference in article.services],
        next_links=_links(context, article.next),
    )
    text = "\n\n".join([head + article_text, talk(context), terms_met(context)])
    return GeneratedPage(
        f"{context.page}.md",
        text,
        article.location,
        article.menu,
        article.audience.value,
        getattr(article, "group", group),
        article.order,
    )


def _index(content: Content, page: IndexPage, shapes: frozenset[Shape]) -> GeneratedPage:
    context = PageContext(content, ADDRESS_OF_PAGE[page.id])
    head = front_matter(
        title=page.title,
        description=to_text(parse(page.summary)),
        script=SCRIPTS.get(page.id),
        without_contents=page.id == "a-to-z" or None,
        search_page=page.id == "search" or None,
        review_by=_first_review(content, page.id),
    )
    lists = RELEASE_LISTS[page.id](context, shapes) if page.id in RELEASE_LISTS else register_lists(context, page.id)
    text = f"{head}{context.fill(f'pages/{page.id}.md.j2', page=page, **lists)}\n\n{talk(context)}\n"
    menu = page.menu_title or page.title
    return GeneratedPage(f"{context.page}.md", text, page.location, menu, group=page.group, order=page.order)


def _first_review(content: Content, page_id: str) -> str | None:
    """Return the first day on which something that a register shows is to be checked again."""
    days = [record.review_by for kind in REGISTERS.get(page_id, ()) for record in content.all(kind)]
    return min(days).isoformat() if days else None


def _statement(content: Content, page: Statement) -> GeneratedPage:
    context = PageContext(content, ADDRESS_OF_PAGE["accessibility"])
    review_by = page.review_by.isoformat()
    head = front_matter(title=page.title, description=to_text(parse(page.summary)), review_by=review_by)
    text = f"{head}{context.fill('pages/accessibility.md.j2', page=page)}\n\n{talk(context)}\n"
    menu = page.menu_title or page.title
    return GeneratedPage(f"{context.page}.md", text, page.location, menu, group=page.group, order=page.order)


def _by_hand(content: Content, page: HandPage) -> GeneratedPage:
    context = PageContext(content, page_address(page))
    head = front_matter(title=page.title, description=to_text(parse(page.summary)))
    text = f"{head}\n# {page.title}\n\n{context.markdown(page.body, gallery(context))}\n"
    return GeneratedPage(f"{context.page}.md", text, page.location, page.title, "maintainer")


def _links(context: PageContext, references: Sequence[Reference]) -> list[tuple[str, str]]:
    """Return name and address of what each reference leads to."""
    return [(context.name(reference), context.href(reference)) for reference in references]
