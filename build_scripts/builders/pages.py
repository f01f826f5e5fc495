"""Every page of the site, from content: one pure function."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from build_scripts.addresses import page_address
from build_scripts.builders.drawing import Drawing
from build_scripts.builders.generated import GeneratedFile, front_matter
from build_scripts.model.base import Record, Reference
from build_scripts.model.content import PAGES, Content
from build_scripts.model.pages import (
    Article,
    Behaviour,
    Faq,
    Guidance,
    HandPage,
    HelpPage,
    IndexPage,
    Site,
)
from build_scripts.model.registers import (
    Change,
    Continuum,
    Document,
    DocumentKind,
    Registered,
    Service,
    ServiceAudience,
    Statistic,
    Survey,
    Term,
)
from build_scripts.model.route import Erratum, Preferred, Route, Seriousness
from build_scripts.prose import parse, plain

K = TypeVar("K")
R = TypeVar("R", bound=Record)

ARTICLES: dict[type[Article], str | None] = {Guidance: None, Behaviour: "behaviours", Faq: "questions"}
"""Kinds of article, and the part of the navigation they stand in when they do not name one."""

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
FILTERED = ("changes", "documents", "services")
"""Index pages whose entries a reader can narrow down by date or nation."""
SERVICE_HEADINGS = {
    ServiceAudience.YOUNG_PERSON: "For young people",
    ServiceAudience.PROFESSIONALS: "For staff",
    ServiceAudience.PARENTS: "For parents and carers",
    ServiceAudience.ADULTS: "For adults",
}
"""Each service stands once, under the first of these that it is for."""


def build_pages(content: Content) -> list[GeneratedFile]:
    """Return every page of the site, in the order of the navigation.

    Args:
        content: checked content; a reference that leads nowhere is a programming error here.
    """
    return [
        _home(content),
        *(_index(content, page) for page in content.all(IndexPage)),
        *(_article(content, article, group) for kind, group in ARTICLES.items() for article in content.all(kind)),
        *(_help(content, page) for page in content.all(HelpPage)),
        *(_by_hand(content, page) for page in content.all(HandPage)),
    ]


def _home(content: Content) -> GeneratedFile:
    site, draw = content.one(Site), Drawing(content, PAGES["home"])
    head = front_matter(title=site.title, description=plain(parse(site.lead)))
    text = head + draw.fill("pages/home.md.j2", site=site)
    return GeneratedFile("index.md", text, site.location, "Home")


def _article(content: Content, article: Article, group: str | None) -> GeneratedFile:
    draw = Drawing(content, page_address(article))
    body = draw.markdown(article.body, _components(draw, article))
    head = front_matter(title=article.title, description=plain(parse(article.summary)), audience=article.audience.value)
    text = head + draw.fill(
        "pages/article.md.j2", article=article, body=body, site=content.one(Site), next_links=_links(draw, article.next)
    )
    return GeneratedFile(
        f"{draw.page}.md",
        text,
        article.location,
        article.menu,
        article.audience.value,
        getattr(article, "group", group),
        article.order,
    )


def _components(draw: Drawing, article: Article) -> dict[str, Callable[[str], str]]:
    """Return what each ``show:`` link draws on the page of an article."""
    content = draw.content
    chosen = [content.find("statistic", reference.id) for reference in getattr(article, "statistics", ())]
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
        "statistics": lambda caption: draw.fill("components/statistics.html.j2", caption=caption, statistics=chosen),
    }


def _index(content: Content, page: IndexPage) -> GeneratedFile:
    draw = Drawing(content, PAGES[page.id])
    script = "filter" if page.id in FILTERED else None
    head = front_matter(title=page.title, description=plain(parse(page.summary)), script=script)
    text = head + draw.fill(f"pages/{page.id}.md.j2", page=page, **_listed(content, page.id))
    menu = page.menu_title or page.title
    return GeneratedFile(f"{draw.page}.md", text, page.location, menu, group=page.group, order=page.order)


def _listed(content: Content, page_id: str) -> dict[str, object]:
    """Return what the template of an index page lists."""
    if page_id == "documents":
        documents = [document for document in content.all(Document) if document.printed]
        return {"sections": _sections(DOCUMENT_HEADINGS, documents, lambda document: [document.kind])}
    if page_id == "services":
        printed = [service for service in content.all(Service) if service.printed]
        return {"sections": _sections(SERVICE_HEADINGS, printed, lambda service: service.audiences)}
    if page_id == "corrections":
        return {"sections": _sections(ERRATA_HEADINGS, content.all(Erratum), lambda erratum: [erratum.seriousness])}
    if page_id == "words":
        return {"words": content.all(Preferred)}
    if page_id == "changes":
        changes = _changes(content)
        return {"changes": changes, "serious": [change for change in changes if change[0].serious]}
    if page_id == "glossary":
        return {"terms": sorted(content.all(Term), key=lambda term: term.term.lower().strip("'"))}
    if page_id == "figures":
        surveys = content.all(Survey)
        by_survey = [(survey, [s for s in content.all(Statistic) if s.survey.id == survey.id]) for survey in surveys]
        return {"surveys": by_survey}
    return {"types": content.all(Behaviour), "faqs": content.all(Faq)}


def _changes(content: Content) -> list[tuple[Change, Registered, Reference]]:
    """Return every dated change with its record and a reference to it, the newest first."""
    documents = [(record, Reference("document", record.id)) for record in content.all(Document) if record.printed]
    services = [(record, Reference("service", record.id)) for record in content.all(Service) if record.printed]
    found = [(change, record, to) for record, to in (*documents, *services) for change in record.changes]
    return sorted(found, key=lambda item: (item[0].on, item[2]), reverse=True)


def _sections(
    names: Mapping[K, str], records: Sequence[R], keys: Callable[[R], Sequence[K]]
) -> list[tuple[str, list[R]]]:
    """Group records under headings, each under the first heading that fits it."""
    groups: dict[K, list[R]] = {key: [] for key in names}
    for record in records:
        groups[next(key for key in names if key in keys(record))].append(record)
    return [(names[key], group) for key, group in groups.items() if group]


def _help(content: Content, page: HelpPage) -> GeneratedFile:
    draw = Drawing(content, page_address(page))
    services = {
        section.title: [content.find("service", reference.id) for reference in section.services]
        for section in page.sections
    }
    head = front_matter(
        title=page.title, description=plain(parse(page.summary)), template="help.html", audience="young-person"
    )
    every = list(dict.fromkeys(reference.id for section in page.sections for reference in section.services))
    text = head + draw.fill(
        "pages/help.md.j2", page=page, services=services, every=[content.find("service", name) for name in every]
    )
    return GeneratedFile(f"{draw.page}.md", text, page.location, page.title, "young-person")


def _by_hand(content: Content, page: HandPage) -> GeneratedFile:
    draw = Drawing(content, page_address(page))
    search = None if page.searchable else {"exclude": True}
    head = front_matter(title=page.title, description=plain(parse(page.summary)), search=search)
    text = f"{head}\n# {page.title}\n\n{draw.markdown(page.body)}\n"
    return GeneratedFile(f"{draw.page}.md", text, page.location, page.title, "maintainer")


def _links(draw: Drawing, references: Sequence[Reference]) -> list[tuple[str, str]]:
    """Return name and address of what each reference leads to."""
    return [(draw.name(reference), draw.href(reference)) for reference in references]
