"""What a ``show:`` paragraph sets out, and what stands at the foot of staff pages."""

from __future__ import annotations

from collections.abc import Callable

from build_scripts.content.content import Content
from build_scripts.content.fields import Record
from build_scripts.content.pages import Article, Behaviour, Guidance, Site
from build_scripts.content.registers import Continuum, Document, Service, Statistic, Term
from build_scripts.content.route import Route
from build_scripts.pages.local_details import contact_rows, has_words
from build_scripts.pages.page_context import Drawing

Draw = Callable[[str], str]
"""Draws a component under a caption."""


def components(draw: Drawing, article: Article) -> dict[str, Draw]:
    """Return what each ``show:`` link draws on the page of an article."""
    chosen = [draw.content.find("statistic", reference.id) for reference in getattr(article, "statistics", ())]
    return _standing(draw, chosen)


def gallery(draw: Drawing) -> dict[str, Draw]:
    """Return an example of every component, for the maintainers' page that describes them."""
    content = draw.content
    site, article = content.one(Site), content.all(Guidance)[0]
    document = next(document for document in content.all(Document) if document.printed)
    service = next(service for service in content.all(Service) if service.printed)
    return _standing(draw, list(content.all(Statistic)[:2])) | {
        "desk": lambda _: draw.fill("components/tasks.html.j2", groups=site.desk[:1]),
        "document": lambda _: draw.fill("components/document.html.j2", document=document),
        "in-short": lambda _: draw.fill("components/in_short.html.j2", points=article.in_short),
        "nations": lambda _: draw.fill("components/nations.html.j2", nations=article.nations),
        "safety": lambda _: draw.fill("components/safety.html.j2", points=site.safety),
        "service": lambda _: draw.fill("components/service.html.j2", service=service, full=True),
        "talk": lambda _: talk(draw),
        "terms": lambda _: draw.fill("components/terms.html.j2", terms=content.all(Term)[:2]),
    }


def talk(draw: Drawing) -> str:
    """Return «Talk to someone», which stands in the same place on every staff page."""
    rows = contact_rows(draw.content)
    return draw.fill("components/talk.html.j2", talk=draw.content.one(Site).talk, rows=rows, filled=has_words(rows))


def terms_met(draw: Drawing) -> str:
    """Return the terms that the page has linked so far, explained for paper; nothing when there are none."""
    names = dict.fromkeys(reference.id for reference in draw.met if reference.kind == "term")
    terms = [draw.content.find("term", name) for name in names]
    return draw.fill("components/terms.html.j2", terms=terms) if terms else ""


def _standing(draw: Drawing, statistics: list[Record | None]) -> dict[str, Draw]:
    content: Content = draw.content
    return {
        "behaviours": lambda caption: draw.fill(
            "components/behaviours.html.j2", caption=caption, types=content.all(Behaviour)
        ),
        "continuum": lambda caption: draw.fill(
            "components/continuum.html.j2", caption=caption, continuum=content.one(Continuum)
        ),
        "responses": lambda caption: draw.fill(
            "components/responses.html.j2", caption=caption, route=content.one(Route)
        ),
        "route": lambda caption: draw.fill("components/route.html.j2", caption=caption, route=content.one(Route)),
        "statistics": lambda caption: draw.fill(
            "components/statistics.html.j2", caption=caption, statistics=statistics
        ),
    }
