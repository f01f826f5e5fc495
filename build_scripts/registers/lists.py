"""What each page made from a whole register lists."""

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
from build_scripts.content.route import Erratum, Preferred, Seriousness
from build_scripts.content.sessions import Session
from build_scripts.forms.examples import examples_of
from build_scripts.pages.local_details import contact_rows, form, has_words
from build_scripts.pages.page_context import PageContext

K = TypeVar("K")
R = TypeVar("R", bound=Record)
Entry = tuple[str, str, str]
"""Name, address and kind of an entry of the A to Z."""
Lists = dict[str, object]
"""What the template of an index page names."""

DOCUMENT_HEADINGS = {
    DocumentKind.LAW: "Law",
    DocumentKind.STATUTORY: "Statutory guidance",
    DocumentKind.ADVICE: "Advice for schools and colleges",
    DocumentKind.POLICE: "Police decisions and records",
    DocumentKind.FRAMEWORK: "Frameworks and tools",
    DocumentKind.RESEARCH: "Research",
}
ERRATA_HEADINGS = {
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


def documents(context: PageContext) -> Lists:
    """Return law, guidance and research under its kinds."""
    printed = [document for document in context.content.all(Document) if document.printed]
    return {"sections": _sections(DOCUMENT_HEADINGS, printed, lambda document: [document.kind])}


def services(context: PageContext) -> Lists:
    """Return helplines and organisations under those they are for."""
    printed = [service for service in context.content.all(Service) if service.printed]
    return {"sections": _sections(SERVICE_HEADINGS, printed, lambda service: service.audiences)}


def advice(context: PageContext) -> Lists:
    """Return who can advise staff and families."""
    headings = ADVICE_HEADINGS.items()
    return {"sections": [(heading, _advisers(context.content, audience)) for audience, heading in headings]}


def corrections(context: PageContext) -> Lists:
    """Return the corrections to the 2019 guide, the most serious first."""
    found = context.content.all(Erratum)
    return {"sections": _sections(ERRATA_HEADINGS, found, lambda erratum: [erratum.seriousness])}


def words(context: PageContext) -> Lists:
    """Return the words to use."""
    return {"words": context.content.all(Preferred)}


def changes(context: PageContext) -> Lists:
    """Return every dated change, and those that all staff should know."""
    found = changes_of(context.content)
    return {"changes": found, "serious": [change for change in found if change[0].serious]}


def glossary(context: PageContext) -> Lists:
    """Return the terms by letter."""
    return {"terms": sorted(context.content.all(Term), key=lambda term: by_letter(term.term))}


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
    return {"letters": _letters(context)}


def behaviours(context: PageContext) -> Lists:
    """Return the types of behaviour."""
    return {"types": context.content.all(Behaviour)}


def questions(context: PageContext) -> Lists:
    """Return the questions that staff ask."""
    return {"faqs": context.content.all(Faq)}


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
    avoided = {word.lower() for entry in content.all(Preferred) for word in entry.instead_of}
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
