"""What a ``show:`` paragraph sets out, and what stands at the foot of staff pages."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from build_scripts.content.pages import Article, Behaviour, HandPage, IndexPage, Site
from build_scripts.content.registers import Continuum
from build_scripts.content.route import Route
from build_scripts.pages.local_details import contact_rows, has_words
from build_scripts.pages.page_context import PageContext

Draw = Callable[[str], str]
"""Draws a component under a caption."""


def components(context: PageContext, article: Article | HandPage | IndexPage) -> dict[str, Draw]:
    """Return what each ``show:`` link draws on a page."""
    content = context.content
    chosen = [content.find("statistic", reference.id) for reference in getattr(article, "statistics", ())]
    return {
        "behaviours": lambda caption: context.component("behaviours", caption=caption, types=content.all(Behaviour)),
        "continuum": lambda caption: context.component("continuum", caption=caption, continuum=content.one(Continuum)),
        "responses": lambda caption: context.component("responses", caption=caption, route=content.one(Route)),
        "route": lambda caption: context.component("route", caption=caption, route=content.one(Route)),
        "route-map": lambda caption: context.component("route-map", caption=caption, route=content.one(Route)),
        "statistics": lambda caption: context.component("statistics", caption=caption, statistics=chosen),
    }


def talk(context: PageContext) -> Markup:
    """Return «Talk to someone», which stands in the same place on every staff page."""
    rows = contact_rows(context.content)
    return context.component("talk", talk=context.content.one(Site).talk, rows=rows, filled=has_words(rows))


def terms_met(context: PageContext) -> Markup:
    """Return the terms that the page has linked so far, explained for paper; nothing when there are none."""
    names = dict.fromkeys(reference.id for reference in context.met if reference.kind == "term")
    terms = [context.content.find("term", name) for name in names]
    return context.component("terms", terms=terms) if terms else Markup("")
