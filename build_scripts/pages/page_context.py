"""Draws prose and components for one page: resolves links, fills templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Record, Reference, long_date
from build_scripts.content.links import relative, target
from build_scripts.content.pages import HandPage, HelpPage, IndexPage, Site, Statement
from build_scripts.content.prose import LOCAL_DETAIL, slug
from build_scripts.formats import html, markdown

TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True)
class PageContext:
    """One page being drawn."""

    content: Content
    page: str
    """The address of the page, without ending."""
    met: dict[Reference, None] = field(default_factory=dict)
    """The references drawn so far, in order; paper explains the terms among them."""

    def href(self, reference: Reference, ending: str = ".html") -> str:
        """Return the link from this page to what a reference leads to; of a local detail its value, or nothing."""
        if reference.kind == LOCAL_DETAIL:
            return self.content.local_words(reference.id)
        found = target(self.content, reference)
        if found is None:
            raise LookupError(f"{reference} leads nowhere; the check should have stopped it")
        self.met[reference] = None
        return relative(*found, self.page, ending)

    def link_of(self, reference: Reference) -> str | None:
        """Return the link to what a reference leads to, or None where its words stand without one."""
        return self.href(reference)

    def link(self, reference: Reference, words: str) -> Markup:
        """Return words that lead to what a reference names, or the words alone."""
        address = self.link_of(reference)
        return Markup('<a href="{}">{}</a>').format(address, words) if address else escape(words)

    def anchor(self, name: str) -> str:
        """Return the id of a place on this page."""
        return name

    def heading(self, level: int) -> str:
        """Return the element of a heading of some level on a page of its own."""
        return f"h{level}"

    def labelled(self, name: str) -> Markup:
        """Return the attribute by which a heading names its section, so that it can be jumped to."""
        return Markup(' aria-labelledby="{}"').format(self.anchor(name))

    def to(self, kind: str, record_id: str) -> Reference:
        """Return a reference, for templates."""
        return Reference(kind, record_id)

    def file(self, address: str) -> str:
        """Return the link from this page to an address from the start of the site."""
        return relative(address, "", self.page, "")

    def name(self, reference: Reference) -> str:
        """Return the name of what a reference leads to, as links print it."""
        if reference.kind == "page":
            record = self._page(reference.id)
        else:
            record = self.content.find(reference.kind, reference.id)
        names = (getattr(record, field, None) for field in ("title", "name", "term", "plain"))
        return next((str(name) for name in names if name), self.content.one(Site).title)

    def _page(self, page_id: str) -> Record | None:
        if page_id == "accessibility":
            return self.content.one(Statement)
        pages: list[Record] = [page for kind in (IndexPage, HelpPage, HandPage) for page in self.content.all(kind)]
        return next((page for page in pages if getattr(page, "id", "") == page_id), None)

    def markdown(self, prose: Prose, components: dict[str, Callable[[str], str]] | None = None) -> str:
        """Return prose as Markdown for this page."""
        context = markdown.Context(lambda reference: self.href(reference, ".md"), components or {})
        return markdown.render(prose, context)

    def inline(self, prose: Prose) -> Markup:
        """Return a one-paragraph prose as HTML for this page."""
        return Markup(html.render_inline(prose, self.link_of))  # made from prose that allows no HTML

    def blocks(self, prose: Prose) -> Markup:
        """Return prose as HTML blocks for this page."""
        return Markup(html.render(prose, self.link_of))  # made from prose that allows no HTML

    def first_block(self, prose: Prose) -> Markup:
        """Return the first paragraph of a prose as HTML, without its paragraph."""
        return Markup(html.render_first(prose, self.link_of))  # made from prose that allows no HTML

    def fill(self, template: str, **values: object) -> str:
        """Return a template filled in; HTML comes without blank lines, so that Markdown leaves it alone."""
        always = self.content.one(Site).always
        text = (
            _environment()
            .get_template(template)
            .render(context=self, content=self.content, label=self.content.label, always=always, **values)
        )
        return re.sub(r"\n\s*\n", "\n", text).strip() if template.endswith(".html.j2") else text


class StandAloneContext(PageContext):
    """A page beside which no other lies: what it would link to is named in words."""

    def link_of(self, reference: Reference) -> str | None:
        """Return the value of a local detail, and no link to anything else."""
        return self.content.local_words(reference.id) if reference.kind == LOCAL_DETAIL else None


def pages_of(text: str) -> str:
    """Return page numbers with the word before them; a section's name stays as it is."""
    if not text[0].isdigit():
        return text
    return f"page {text}" if text.isdigit() else f"pages {text}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
    )
    environment.filters["long_date"] = long_date
    environment.filters["day"] = lambda text: long_date(date.fromisoformat(text.strip()))
    environment.filters["words"] = lambda value: str(value).replace("-", " ")
    environment.filters["pages"] = pages_of
    environment.filters["slug"] = slug
    environment.filters["short_url"] = lambda url: url.split("://", 1)[1].rstrip("/")
    environment.filters["md"] = markdown.escape_text
    return environment
