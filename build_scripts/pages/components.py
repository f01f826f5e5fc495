"""What a ``show:`` paragraph sets out, and what stands at the foot of staff pages."""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.content.content import Content
from build_scripts.content.fields import Record
from build_scripts.content.pages import Article, Behaviour, Guidance, Site
from build_scripts.content.registers import Continuum, Document, Service, Statistic, Term
from build_scripts.content.route import Route
from build_scripts.pages.local_details import contact_rows, has_words
from build_scripts.pages.page_context import PageContext

Draw = Callable[[str], str]
"""Draws a component under a caption."""


def components(context: PageContext, article: Article) -> dict[str, Draw]:
    """Return what each ``show:`` link draws on the page of an article."""
    chosen = [context.content.find("statistic", reference.id) for reference in getattr(article, "statistics", ())]
    return _standing(context, chosen)


def gallery(context: PageContext) -> dict[str, Draw]:
    """Return an example of every component, for the maintainers' page that describes them."""
    content = context.content
    site, article = content.one(Site), content.all(Guidance)[0]
    document = next(document for document in content.all(Document) if document.printed)
    service = next(service for service in content.all(Service) if service.printed)
    return _standing(context, list(content.all(Statistic)[:2])) | {
        "desk": lambda _: context.fill("components/tasks.html.j2", groups=site.home_tasks[:1]),
        "document": lambda _: context.fill("components/document.html.j2", document=document),
        "in-short": lambda _: context.fill("components/in_short.html.j2", points=article.key_points),
        "nations": lambda _: context.fill("components/nations.html.j2", nations=article.nations),
        "safety": lambda _: context.fill("components/safety.html.j2", points=site.safety),
        "service": lambda _: context.fill("components/service.html.j2", service=service, full=True),
        "talk": lambda _: talk(context),
        "terms": lambda _: context.fill("components/terms.html.j2", terms=content.all(Term)[:2]),
    }


def talk(context: PageContext) -> str:
    """Return «Talk to someone», which stands in the same place on every staff page."""
    rows = contact_rows(context.content)
    return context.fill(
        "components/talk.html.j2", talk=context.content.one(Site).talk, rows=rows, filled=has_words(rows)
    )


def terms_met(context: PageContext) -> str:
    """Return the terms that the page has linked so far, explained for paper; nothing when there are none."""
    names = dict.fromkeys(reference.id for reference in context.met if reference.kind == "term")
    terms = [context.content.find("term", name) for name in names]
    return context.fill("components/terms.html.j2", terms=terms) if terms else ""


def _standing(context: PageContext, statistics: list[Record | None]) -> dict[str, Draw]:
    content: Content = context.content
    return {
        "behaviours": lambda caption: context.fill(
            "components/behaviours.html.j2", caption=caption, types=content.all(Behaviour)
        ),
        "continuum": lambda caption: context.fill(
            "components/continuum.html.j2", caption=caption, continuum=content.one(Continuum)
        ),
        "responses": lambda caption: context.fill(
            "components/responses.html.j2", caption=caption, route=content.one(Route)
        ),
        "route": lambda caption: context.fill("components/route.html.j2", caption=caption, route=content.one(Route)),
        "statistics": lambda caption: context.fill(
            "components/statistics.html.j2", caption=caption, statistics=statistics
        ),
    }
