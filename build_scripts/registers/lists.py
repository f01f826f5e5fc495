"""What the pages made from whole registers list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from build_scripts.content.content import Content
from build_scripts.content.fields import Nation, Record, Reference
from build_scripts.content.forms import Form
from build_scripts.content.pages import Behaviour, Faq, Guidance, HelpPage, IndexPage, Statement
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
Entry = tuple[str, str, str]
"""Name, address and kind of an entry of the A to Z."""

DOCUMENT_HEADINGS = {
    DocumentKind.LAW: "Law",
    DocumentKind.STATUTORY: "Statutory guidance",
    DocumentKind.ADVICE: "Advice for schools and colleges",
    DocumentKind.POLICE: "Police decisions and records",
    DocumentKind.FRAMEWORK: "Frameworks and tools",
    DocumentKind.RESEARCH: "Research",
}
CORRECTION_HEADINGS = {
    Seriousness.HARM: "Could cause harm",
    Seriousness.LAW: "The law has changed",
    Seriousness.NUMBER: "Numbers and sources",
    Seriousness.REFERENCE: "References that lead nowhere",
    Seriousness.WORDING: "Wording and structure",
}
SERVICE_HEADINGS = {
    ServiceAudience.YOUNG_PERSON: "For young people",
    ServiceAudience.PROFESSIONALS: "For staff",
    ServiceAudience.PARENTS: "For parents and carers",
    ServiceAudience.ADULTS: "For adults",
}
"""Each service stands once, under the first of these that it is for."""

ADVICE_HEADINGS = {
    audience: SERVICE_HEADINGS[audience] for audience in (ServiceAudience.PROFESSIONALS, ServiceAudience.PARENTS)
}
"""Who finds advisers on the page for adults; a service may advise both."""


def register_lists(context: PageContext, page_id: str) -> dict[str, object]:
    """Return what the template of an index page lists.

    Args:
        context: the page being drawn.
        page_id: the id of the page, as ``page:`` links name it.
    """
    content = context.content
    if page_id == "documents":
        documents = [document for document in content.all(Document) if document.printed]
        return {"sections": _sections(DOCUMENT_HEADINGS, documents, lambda document: [document.kind])}
    if page_id == "services":
        printed = [service for service in content.all(Service) if service.printed]
        return {"sections": _sections(SERVICE_HEADINGS, printed, lambda service: service.audiences)}
    if page_id == "advice":
        return {"sections": [(heading, _advisers(content, audience)) for audience, heading in ADVICE_HEADINGS.items()]}
    if page_id == "corrections":
        return {
            "sections": _sections(
                CORRECTION_HEADINGS, content.all(Correction), lambda correction: [correction.seriousness]
            )
        }
    if page_id == "words":
        return {"words": content.all(PreferredWord)}
    if page_id == "changes":
        changes = changes_of(content)
        return {"changes": changes, "serious": [change for change in changes if change[0].serious]}
    if page_id == "glossary":
        return {"terms": sorted(content.all(Term), key=lambda term: by_letter(term.term))}
    if page_id == "figures":
        surveys = content.all(Survey)
        by_survey = [(survey, [s for s in content.all(Statistic) if s.survey.id == survey.id]) for survey in surveys]
        return {"surveys": by_survey}
    if page_id == "setup":
        rows = contact_rows(content)
        return {"groups": form(content), "rows": rows, "filled": has_words(rows)}
    if page_id == "a-to-z":
        return {"letters": _letters(context)}
    return {"types": content.all(Behaviour), "faqs": content.all(Faq)}


def by_letter(name: str) -> str:
    """Return what a name is sorted by: its letters and digits alone, in lower case."""
    return re.sub(r"[^a-z0-9 ]", "", name.lower())


def _letters(context: PageContext) -> dict[str, list[Entry]]:
    letters: dict[str, list[Entry]] = {}
    for entry in sorted(_entries(context), key=lambda entry: (by_letter(entry[0]), entry)):
        first = by_letter(entry[0])[0].upper()
        letters.setdefault(first if first.isalpha() else "0 to 9", []).append(entry)
    return letters


def _entries(context: PageContext) -> Iterator[Entry]:
    content = context.content
    pages = [(page.title, page.id) for page in content.all(IndexPage) if page.group]
    pages += [(page.title, page.id) for page in content.all(HelpPage)]
    pages += [(page.title, "accessibility") for page in content.all(Statement)]
    for title, page_id in pages:
        yield title, context.href(Reference("page", page_id)), "Page"
    for kind, word, articles in (
        ("section", "Guidance", content.all(Guidance)),
        ("behaviour", "Type of behaviour", content.all(Behaviour)),
        ("faq", "Question", content.all(Faq)),
        ("form", "Form", content.all(Form)),
        ("session", "Training session", content.all(Session)),
    ):
        for article in articles:
            yield article.title, context.href(Reference(kind, article.id)), word
    for example, address, _ in examples_of(content):
        yield example.title, context.file(f"{address}.html"), "Worked example"
    avoided = {word.lower() for entry in content.all(PreferredWord) for word in entry.instead_of}
    for term in content.all(Term):
        for name in (term.term, *(alias for alias in term.aliases if alias.lower() not in avoided)):
            yield name, context.href(Reference("term", term.id)), "Word"
    for kind, word, records in (
        ("service", "Helpline or organisation", content.all(Service)),
        ("document", "Law, guidance or research", content.all(Document)),
    ):
        for record in records:
            if record.printed:
                yield context.name(Reference(kind, record.id)), context.href(Reference(kind, record.id)), word


def changes_of(content: Content) -> list[tuple[Change, Registered, Reference]]:
    """Return every dated change with its record and a reference to it, the newest first."""
    documents = [(record, Reference("document", record.id)) for record in content.all(Document) if record.printed]
    services = [(record, Reference("service", record.id)) for record in content.all(Service) if record.printed]
    found = [(change, record, to) for record, to in (*documents, *services) for change in record.changes]
    return sorted(found, key=lambda item: (item[0].on, item[2]), reverse=True)


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
