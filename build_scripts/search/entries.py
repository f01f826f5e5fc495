"""Every place a reader may want: what a search can lead to, and with which words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.forms import Form
from build_scripts.content.links import index_address, page_address
from build_scripts.content.of_content import KeptOfContent, OfContent
from build_scripts.content.pages import (
    Article,
    Behaviour,
    Faq,
    Guidance,
    HandPage,
    HelpPage,
    IndexPage,
    Site,
    Statement,
)
from build_scripts.content.prose import component_of, parse, plain_words, sections, slug
from build_scripts.content.registers import Continuum, Document, Service, Statistic, Survey, Term
from build_scripts.content.route import Correction, PreferredWord, Route
from build_scripts.content.sessions import Session
from build_scripts.help.pages import SHEETS, TO_PRINT
from build_scripts.training.pages import papers_address


@dataclass(frozen=True)
class SearchEntry:
    """Somewhere a reader can be sent.

    Attributes:
        page: address of the page, without ending.
        anchor: place on the page, or nothing.
        kind: what it is; the label ``search-kind-…`` tells the reader.
        title: its name.
        text: what stands there.
        names: other names, and questions that it answers.
        phone: a number to call, shown beside the result.
    """

    page: str
    anchor: str
    kind: str
    title: str
    text: str = ""
    names: Sequence[str] = ()
    phone: str = ""

    @property
    def address(self) -> str:
        """The link from the start of the site."""
        return address(self.page, self.anchor)


def address(page: str, anchor: str) -> str:
    """Return the link from the start of the site to a page or a place on it."""
    return f"{page}.html" + (f"#{anchor}" if anchor else "")


@OfContent
def search_entries(content: Content) -> tuple[SearchEntry, ...]:
    """Return every place that the search can lead to, each address once; check and index ask for the same.

    What is set out below a heading, such as a table, is found at that heading.

    Args:
        content: records without a mistake.
    """
    found: dict[str, SearchEntry] = {}
    for place in _places(content):
        known = found.get(place.address)
        found[place.address] = _both(known, place) if known else place
    return tuple(found.values())


def _both(first: SearchEntry, second: SearchEntry) -> SearchEntry:
    return replace(first, text=f"{first.text} {second.text}", names=(*first.names, second.title))


def tokens(text: str) -> list[str]:
    """Return the words of a text as the search compares them: without capitals, accents, apostrophes and hyphens."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]|['’]s\b|['’]", "", letters))


def _places(content: Content) -> Iterator[SearchEntry]:
    for kind, articles in (("guidance", Guidance), ("behaviour", Behaviour), ("question", Faq)):
        for article in content.all(articles):
            yield from _of_article(content, article, kind)
    site = content.one(Site)
    yield SearchEntry(page_address(site), "", "page", site.title, _join(site.lead, site.limits), ("home", "start"))
    for page in content.all(HelpPage):
        yield from _help(content, page)
    for form in content.all(Form):
        parts = " ".join(_words(part.title) for part in form.parts)
        text = f"{_words(form.summary)} {parts} {content.label('search-files-of-a-form')}"
        yield SearchEntry(page_address(form), "", "form", form.title, text, (form.menu, "template", "form"))
    for session in content.all(Session):
        text = _join(session.summary, session.content_note, *session.outcomes)
        yield SearchEntry(page_address(session), "", "session", session.title, text, (session.menu_title, "training"))
        title = content.label("papers-of", session=session.title)
        yield SearchEntry(papers_address(session), "", "session", title, content.label("search-papers"))
    for index in content.all(IndexPage):
        if index.group:
            yield SearchEntry(page_address(index), "", "page", index.title, _join(index.summary, index.lead))
    for statement in content.all(Statement):
        yield SearchEntry(page_address(statement), "", "page", statement.title, _words(statement.summary))
    for written in content.all(HandPage):
        if written.searchable:
            text = f"{_words(written.summary)} {_words(written.body)}"
            yield SearchEntry(page_address(written), "", "page", written.title, text)
    yield from _registers(content)


def _registers(content: Content) -> Iterator[SearchEntry]:
    page = partial(index_address, content)
    for term in content.all(Term):
        yield SearchEntry(page("glossary"), term.id, "term", term.term, _words(term.meaning), term.aliases)
    for service in content.all(Service):
        if service.printed:
            text = _join(service.what, service.happens, service.ages, service.limits, service.change)
            names = service.aliases
            phone = service.phone or ""
            yield SearchEntry(page("services"), service.id, "service", service.name, text, names, phone)
    for document in content.all(Document):
        if document.printed:
            text = _join(document.current_position, document.means, document.guide_2019)
            yield SearchEntry(page("documents"), document.id, "document", document.title, text, document.aliases)
    for statistic in content.all(Statistic):
        title = f"{statistic.figure} ({statistic.plain})"
        yield SearchEntry(page("figures"), statistic.id, "figure", title, _words(statistic.text))
    for survey in content.all(Survey):
        yield SearchEntry(page("figures"), survey.id, "figure", survey.title, _join(survey.asked, survey.note))
    for entry in content.all(PreferredWord):
        title = content.label("search-title-preferred", words="; ".join(entry.say))
        yield SearchEntry(page("words"), entry.id, "preferred-word", title, _words(entry.why), entry.instead_of)
    for correction in content.all(Correction):
        title = content.label("search-title-correction", page=correction.page)
        text = _join(correction.problem, correction.we_say)
        yield SearchEntry(page("corrections"), correction.id, "correction", title, text)


@KeptOfContent
def _of_article(content: Content, article: Article, kind: str) -> tuple[SearchEntry, ...]:
    return tuple(_article(content, article, kind))


def _article(content: Content, article: Article, kind: str) -> Iterator[SearchEntry]:
    page = page_address(article)
    summary = _join(article.summary, getattr(article, "answer", None), getattr(article, "definition", None))
    points = _join(*article.key_points, *getattr(article, "heard", ()))
    examples = getattr(article, "examples", ())
    called = tuple(name for example in examples for name in example.also_called)
    first, *others = sections(article.body)
    files = content.label("search-handout") if getattr(article, "handout", False) else ""
    text = " ".join([summary, points, first[2], _join(*(example.text for example in examples)), files]).rstrip()
    yield SearchEntry(page, "", kind, article.title, text, (article.menu, *called))
    for anchor, heading, words in others:
        yield SearchEntry(page, anchor, kind, heading, words or heading)
    for shown in filter(None, map(component_of, parse(article.body).children)):
        yield from _component(content, page, kind, shown[0].id, shown[1])


def _component(content: Content, page: str, kind: str, name: str, caption: str) -> Iterator[SearchEntry]:
    """Yield the places that a component adds to the page it stands on, the table under its caption there."""
    route = content.one(Route)
    if name == "route":
        for step in route.steps:
            yield SearchEntry(page, step.id, kind, step.title, _join(step.text, *step.ask, step.record))
    if name == "responses":
        for response in route.responses:
            yield SearchEntry(page, response.id, kind, response.title, _join(response.when, response.do, response.who))
    if name == "continuum":
        continuum = content.one(Continuum)
        levels = " ".join(f"{level.name} {level.also or ''} {_join(*level.features)}" for level in continuum.levels)
        yield SearchEntry(page, slug("the-continuum"), kind, caption, levels)


def _help(content: Content, page: HelpPage) -> Iterator[SearchEntry]:
    here = page_address(page)
    yield SearchEntry(here, "", "young-people", page.title, f"{_words(page.summary)} {_words(page.lead)}")
    for section in page.sections:
        services = [content.find("service", reference.id) for reference in (*section.services, *section.also)]
        named = " ".join(str(getattr(service, "name", "")) for service in services)
        text = f"{_join(section.text, section.afterwards)} {named}"
        yield SearchEntry(here, slug(section.title), "young-people", section.title, text)
    if page.on_paper:
        text = " ".join(f"{content.label(f'shape-{shape}')}." for shape in SHEETS)
        yield SearchEntry(here, TO_PRINT, "young-people", content.label("to-print-or-keep"), text)


def _words(prose: Prose) -> str:
    return plain_words(prose.text)


def _join(*proses: Prose | None) -> str:
    return " ".join(_words(prose) for prose in proses if prose)
