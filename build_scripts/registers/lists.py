"""What each page made from a whole register lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from build_scripts.content.content import Content
from build_scripts.content.fields import Nation, Record, Reference
from build_scripts.content.forms import Form
from build_scripts.content.pages import Behaviour, Faq, Guidance, HelpPage, IndexPage, Statement
from build_scripts.content.prose import slug
from build_scripts.content.registers import (
    Change,
    Document,
    DocumentKind,
    Registered,
    Service,
    ServiceAudience,
    Statistic,
    Survey,
    Term,
)
from build_scripts.content.route import Correction, PreferredWord, Seriousness
from build_scripts.content.sessions import Session
from build_scripts.forms.examples import examples_of
from build_scripts.pages.local_details import contact_rows, form, has_words
from build_scripts.pages.page_context import PageContext

K = TypeVar("K")
R = TypeVar("R", bound=Record)
N = TypeVar("N", Document, Service)
Entry = tuple[str, str, str]
"""Name, address and kind of an entry of the A to Z; a label says what the kind is."""
Lists = dict[str, object]
"""What the template of an index page names."""

LONG = 8
"""From so many records on, a part of a register has letters to jump to."""
AUDIENCES = (
    ServiceAudience.YOUNG_PERSON,
    ServiceAudience.PROFESSIONALS,
    ServiceAudience.PARENTS,
    ServiceAudience.ADULTS,
)
"""Whom services are for, in the order of the register."""
ADVISED = (ServiceAudience.PROFESSIONALS, ServiceAudience.PARENTS)
"""Who finds advisers on the page for adults; a service may advise both."""


def documents(context: PageContext) -> Lists:
    """Return law, guidance and research under its kinds."""
    content = context.content
    headings = {kind: content.label(f"documents-{kind}") for kind in DocumentKind}
    printed = [document for document in content.all(Document) if document.printed]
    sections = _sections(headings, printed, lambda document: [document.kind])
    return {"sections": _lettered(sections, content, lambda document: document.title)}


def services(context: PageContext) -> Lists:
    """Return helplines and organisations, each once, under the first of those that it is for."""
    printed = [service for service in context.content.all(Service) if service.printed]
    headings = {audience: _audience(context.content, audience) for audience in AUDIENCES}
    sections = _sections(headings, printed, lambda service: service.audiences)
    return {"sections": _lettered(sections, context.content, lambda service: service.name)}


def advice(context: PageContext) -> Lists:
    """Return who can advise staff and families."""
    content = context.content
    return {"sections": [(_audience(content, audience), _advisers(content, audience)) for audience in ADVISED]}


def corrections(context: PageContext) -> Lists:
    """Return the corrections to the 2019 guide, the most serious first."""
    content = context.content
    headings = {seriousness: content.label(f"corrections-{seriousness}") for seriousness in Seriousness}
    return {"sections": _sections(headings, content.all(Correction), lambda entry: [entry.seriousness])}


def words(context: PageContext) -> Lists:
    """Return the words to use."""
    return {"words": context.content.all(PreferredWord)}


def changes(context: PageContext) -> Lists:
    """Return every dated change, and those that all staff should know."""
    found = changes_of(context.content)
    return {"changes": found, "serious": [change for change in found if change[0].serious]}


def glossary(context: PageContext) -> Lists:
    """Return the terms by letter."""
    terms = sorted(context.content.all(Term), key=lambda term: by_letter(term.term))
    return {"terms": terms, "letters": _first_places(context.content, [(term.term, term.id) for term in terms])}


def figures(context: PageContext) -> Lists:
    """Return the figures of each survey."""
    found = context.content.all(Statistic)
    return {
        "surveys": [
            (survey, [figure for figure in found if figure.survey.id == survey.id])
            for survey in context.content.all(Survey)
        ]
    }


def set_up(context: PageContext) -> Lists:
    """Return the fields for a school's own details, and what was given for this build."""
    rows = contact_rows(context.content)
    return {"groups": form(context.content), "rows": rows, "filled": has_words(rows)}


def a_to_z(context: PageContext) -> Lists:
    """Return everything with a name under its first letter."""
    found = _letters(context)
    places = [(letter, slug(letter)) for letter in found]
    return {"letters": places, "sections": [(letter, place, found[letter]) for letter, place in places]}


def behaviours(context: PageContext) -> Lists:
    """Return the types of behaviour."""
    return {"types": context.content.all(Behaviour)}


def questions(context: PageContext) -> Lists:
    """Return the questions that staff ask."""
    return {"faqs": context.content.all(Faq)}


def section(context: PageContext, group: str) -> Lists:
    """Return the pages of a part of the menu, in its order, without the page of the same id that lists them."""
    content = context.content
    pages: list[tuple[str, IndexPage | Statement | Guidance]] = [
        *(("page", page) for page in content.all(IndexPage)),
        *(("page", page) for page in content.all(Statement)),
        *(("section", page) for page in content.all(Guidance)),
    ]
    listed = [(Reference(link, page.id), page) for link, page in pages if page.group == group and page.id != group]
    return {"pages": sorted(listed, key=lambda entry: entry[1].order)}


def by_letter(name: str) -> str:
    """Return what a name is sorted by: its letters and digits alone, in lower case."""
    return re.sub(r"[^a-z0-9 ]", "", name.lower())


def _letters(context: PageContext) -> dict[str, list[Entry]]:
    letters: dict[str, list[Entry]] = {}
    for entry in sorted(_entries(context), key=lambda entry: (by_letter(entry[0]), entry)):
        letters.setdefault(_letter(context.content, entry[0]), []).append(entry)
    return letters


def _letter(content: Content, name: str) -> str:
    first = by_letter(name)[0].upper()
    return first if first.isalpha() else content.label("letters-digits")


def _first_places(content: Content, entries: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return each letter that names begin with, and the id of the first of them."""
    return [(letter, next(group)[1]) for letter, group in groupby(entries, lambda entry: _letter(content, entry[0]))]


def _lettered(
    sections: Sequence[tuple[str, list[N]]], content: Content, name: Callable[[N], str]
) -> list[tuple[str, list[N], list[tuple[str, str]]]]:
    """Return sections with their records by letter, and where each letter begins in those that are long."""
    found = [(heading, sorted(records, key=lambda record: by_letter(name(record)))) for heading, records in sections]
    places = [[(name(record), record.id) for record in records] for _, records in found]
    return [
        (heading, records, _first_places(content, named) if len(records) >= LONG else [])
        for (heading, records), named in zip(found, places, strict=True)
    ]


def _entries(context: PageContext) -> Iterator[Entry]:
    content = context.content
    pages = [(page.title, page.id) for page in content.all(IndexPage) if page.group]
    pages += [(page.title, page.id) for page in content.all(HelpPage)]
    pages += [(page.title, "accessibility") for page in content.all(Statement)]
    for title, page_id in pages:
        yield title, context.href(Reference("page", page_id)), "page"
    for link, kind, articles in (
        ("section", "guidance", content.all(Guidance)),
        ("behaviour", "behaviour", content.all(Behaviour)),
        ("faq", "question", content.all(Faq)),
        ("form", "form", content.all(Form)),
        ("session", "session", content.all(Session)),
    ):
        for article in articles:
            yield article.title, context.href(Reference(link, article.id)), kind
    for example, address, _ in examples_of(content):
        yield example.title, context.file(f"{address}.html"), "example"
    avoided = {word.lower() for entry in content.all(PreferredWord) for word in entry.instead_of}
    for term in content.all(Term):
        for name in (term.term, *(alias for alias in term.aliases if alias.lower() not in avoided)):
            yield name, context.href(Reference("term", term.id)), "term"
    for kind, records in (("service", content.all(Service)), ("document", content.all(Document))):
        for record in records:
            if record.printed:
                yield context.name(Reference(kind, record.id)), context.href(Reference(kind, record.id)), kind


def changes_of(content: Content) -> list[tuple[Change, Registered, Reference]]:
    """Return every dated change with its record and a reference to it, the newest first."""
    documents = [(record, Reference("document", record.id)) for record in content.all(Document) if record.printed]
    services = [(record, Reference("service", record.id)) for record in content.all(Service) if record.printed]
    found = [(change, record, to) for record, to in (*documents, *services) for change in record.changes]
    return sorted(found, key=lambda item: (item[0].on, item[2]), reverse=True)


def _audience(content: Content, audience: ServiceAudience) -> str:
    return content.label(f"services-{audience}")


def _advisers(content: Content, audience: ServiceAudience) -> list[Service]:
    """Return the services for some adults: those of the whole UK first, then those of one nation."""
    found = [service for service in content.all(Service) if service.printed and audience in service.audiences]
    return sorted(found, key=lambda service: len(service.nations) < len(Nation))


def _sections(
    names: Mapping[K, str], records: Sequence[R], keys: Callable[[R], Sequence[K]]
) -> list[tuple[str, list[R]]]:
    """Group records under headings, each under the first heading that fits it."""
    groups: dict[K, list[R]] = {key: [] for key in names}
    for record in records:
        groups[next(key for key in names if key in keys(record))].append(record)
    return [(names[key], group) for key, group in groups.items() if group]
