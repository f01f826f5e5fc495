"""Every record is in every output that should carry it, with all that it says there."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import pytest

from build_scripts.content.content import Content
from build_scripts.content.fields import Record, long_date
from build_scripts.content.forms import Form, Shape
from build_scripts.content.links import index_address, page_address
from build_scripts.content.local_details import LocalField, LocalGroup
from build_scripts.content.pages import (
    Behaviour,
    DecoyPage,
    Faq,
    Guidance,
    HandPage,
    HelpPage,
    IndexPage,
    Release,
    Site,
    Statement,
)
from build_scripts.content.prose import component_of, parse
from build_scripts.content.registers import Continuum, Document, Registered, Service, Statistic, Survey, Term
from build_scripts.content.route import Correction, PreferredWord, Route
from build_scripts.content.sessions import Question, Rehearsal, Scenario, Session, SessionParts, SlideKind
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.examples import examples_of
from build_scripts.release.editions.offline import SHEET
from build_scripts.release.office_documents import clean
from build_scripts.training.session_plan import ON_SLIDES
from tests.built import Built
from tests.outputs import Outputs, Said, holds, holds_on_paper, said, squeezed
from tests.real import real_content

HANDBOOK = ("reference/all-in-one.html", *(f"handbook/moving-forward-handbook.{ending}" for ending in ("pdf", "docx")))
LISTS_OF_HANDBOOK = HANDBOOK[1:]
SEARCH = "search-index.js"
HELP = ("places-to-get-help.html", "help/places-to-get-help-one-file.html")
ARTICLES = (Guidance, Behaviour, Faq)
LISTED_ON = {Behaviour: "behaviours", Faq: "questions"}
"""The index page that lists articles of a kind; others stand on that of their group."""
NEVER = frozenset(("id", "source_pages", "group", "folded", "menu_title", "address"))
"""Fields that are names for programs, or for menus."""
Wanted = tuple[Record, str, Iterable[Said]]
"""A record, an output that carries it, and what that says of it."""
Rule = Callable[[Content], Iterator[Wanted]]
RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    """Add a rule that says where some records stand."""
    RULES[function.__name__.replace("_", " ")] = function
    return function


def whole(record: Record, **meant: str) -> list[Said]:
    """Return all that a record says but what an output leaves out with a reason.

    Args:
        record: what is looked for.
        meant: why an output does not carry a field, by its name.
    """
    return [*said(record, NEVER.union(meant))]


def part(record: Record, *fields: str) -> list[Said]:
    """Return what stands in some of the fields of a record."""
    return [each for name in fields for each in said(getattr(record, name), NEVER)]


def index(content: Content, page: str) -> str:
    """Return the address of an index page."""
    return f"{index_address(content, page)}.html"


def id_of(record: Record) -> str:
    """Return the id of a record that has one."""
    return str(getattr(record, "id", ""))


@rule
def entries_of_registers(content: Content) -> Iterator[Wanted]:
    """Laws and services stand in their register and in the lists of the handbook, with who confirmed them."""
    kinds: Sequence[tuple[str, type[Registered]]] = (("documents", Document), ("services", Service))
    for page, kind in kinds:
        for record in content.all(kind):
            if record.printed:
                meant = {"changes": "they have a page of their own"}
                meant |= {"evidence_from": "it stands there until somebody has confirmed the entry"}
                if kind is Service:
                    meant |= {"aliases": "they are what people type, for the search"}
                    meant |= {"brief": "it says what stands under 'what', for slides"}
                for path in (index(content, page), *LISTS_OF_HANDBOOK):
                    yield record, path, whole(record, **meant)


@rule
def dated_changes(content: Content) -> Iterator[Wanted]:
    """Each dated change stands on the page of changes."""
    for kind in (Document, Service):
        for record in content.all(kind):
            if record.printed:
                yield record, index(content, "changes"), part(record, "changes")


@rule
def other_lists(content: Content) -> Iterator[Wanted]:
    """Words, figures and corrections stand on their pages, and in the handbook where that has them."""
    for page, kind, others in (
        ("glossary", Term, LISTS_OF_HANDBOOK),
        ("corrections", Correction, LISTS_OF_HANDBOOK),
        ("figures", Statistic, ()),
        ("figures", Survey, ()),
        ("words", PreferredWord, ()),
    ):
        for record in content.all(kind):
            for path in (index(content, page), *others):
                yield record, path, whole(record)


@rule
def articles(content: Content) -> Iterator[Wanted]:
    """A page of guidance says the same on its page and in each shape of the handbook."""
    for kind in ARTICLES:
        for record in content.all(kind):
            for path in (f"{page_address(record)}.html", *HANDBOOK):
                yield record, path, whole(record, summary="lists have it", reviews="they are told in one place")


@rule
def lists_of_articles(content: Content) -> Iterator[Wanted]:
    """Each page of guidance is listed with what it gives."""
    for page in content.all(Guidance):
        yield page, index(content, page.group), part(page, "title", "summary")
    for question in content.all(Faq):
        yield question, index(content, "questions"), part(question, "title", "answer")
    for behaviour in content.all(Behaviour):
        yield behaviour, index(content, "behaviours"), part(behaviour, "title", "definition")


@rule
def sheets_to_hand_over(content: Content) -> Iterator[Wanted]:
    """What is handed over as a sheet says what the page says."""
    for record in content.all(Guidance):
        if record.handout:
            for ending in ("pdf", "docx"):
                yield record, f"handouts/{record.id}.{ending}", part(record, "title", "body")
        if record.one_side:
            for ending in ("pdf", "docx"):
                yield record, f"kit/Sheets to hand out/{record.title}.{ending}", part(record, "title", "body")


@rule
def route_and_levels(content: Content) -> Iterator[Wanted]:
    """The route and the levels stand where guidance sets them out, and in the handbook."""
    for path in ("guidance/what-next.html", *HANDBOOK):
        route = content.one(Route)
        meant = {"caption": "slides name their drawing by it", "brief": "only the drawing is so short"}
        yield route, path, whole(route, gist="it stands beside a title that is folded", **meant)
        for step in (*route.steps, *route.responses):
            if path.startswith("guidance/"):
                yield route, path, part(step, "brief" if hasattr(step, "brief") else "gist")
    for path in ("guidance/understanding.html", *HANDBOOK):
        continuum = content.one(Continuum)
        yield continuum, path, whole(continuum)


@rule
def the_page_for_young_people(content: Content) -> Iterator[Wanted]:
    """Every need and every service is on the page, in the one file, and what is for paper on each sheet."""
    for page in content.all(HelpPage):
        for path in HELP:
            meant = {"summary": "lists have it", "on_paper": "it is for sheets", "reviews": "one page tells them"}
            yield page, path, whole(page, **meant)
            for service in (content.find("service", each.id) for need in page.sections for each in need.services):
                assert isinstance(service, Service)
                yield service, path, part(service, "name", "what", "phone", "text", "ages", "cost", "privacy", "limits")
        for place in page.on_paper:
            service = content.find("service", place.service.id)
            assert isinstance(service, Service)
            for sheet in ("large-print", "poster", "poster-black-and-white", *(("card",) if place.on_card else ())):
                yield service, f"help/files/{sheet}.pdf", [*part(place, "text"), *part(service, "name", "phone")]


def asked(document: FormDocument) -> list[Said]:
    """Return what a copy of a form asks."""
    found = [each for _, fields in document.parts for field in fields for each in said(document.label(field))]
    if document.is_easy:
        return found
    fields = [field for _, fields in document.parts for field in fields]
    return found + [each for field in fields for column in field.columns for each in part(column, "label")]


@rule
def forms(content: Content) -> Iterator[Wanted]:
    """Every copy of a form asks what it should, in each shape, and the page explains each question."""
    for document in form_documents(content):
        yield document.form, document.address, asked(document)
        if document.shape is Shape.PAGE:
            fields = [field for _, fields in document.parts for field in fields]
            yield document.form, document.address, [each for field in fields for each in part(field, "help", "more")]
    for form in content.all(Form):
        yield form, index(content, "forms"), part(form, "title", "summary")


def as_day(parts: Said) -> Said:
    """Return an answer as it is printed: a date in words."""
    day = re.fullmatch(r"(20\d\d)(\d\d)(\d\d)", parts[0])
    return (squeezed(long_date(date(*map(int, day.groups())))),) if day else parts


@rule
def examples_of_forms(content: Content) -> Iterator[Wanted]:
    """A worked example stands on its page with each answer; those of the annex stand on no other copy."""
    pages = [each for each in form_documents(content) if each.shape is Shape.PAGE and not each.is_annex]
    fields = {(page.form.id, field.id) for page in pages for _, asked_for in page.parts for field in asked_for}
    for example, address, _ in examples_of(content):
        path = f"{address}.html"
        yield example, path, whole(example, answers="each is looked for below")
        for answer in example.answers:
            if (example.form.id, answer.field.id) in fields:
                yield example, path, [*map(as_day, part(answer, "text", "lines", "rows", "name", "role"))]


def named_by(content: Content, field: str, record: Record) -> list[Session]:
    """Return the sessions that name a record in a field."""
    return [each for each in content.all(Session) if id_of(record) in [to.id for to in getattr(each, field)]]


SHOWN_IN = ("sessions/{}.html", "sessions/{}-slides.html", "sessions/files/{}.pptx")
"""Where the slides of a session are drawn."""


def of_kit(session: Session, paper: str) -> list[str]:
    """Return a paper of a session in the office kit, in both kinds of file."""
    name = clean(session.menu_title)
    return [f"kit/Training/{name}/{paper} - {name}.{ending}" for ending in ("pdf", "docx")]


def shown_by(session: Session, kind: str) -> set[str]:
    """Return the ids of what the slides of a session show of a kind."""
    slides = [slide for block in session.blocks for slide in block.slides if slide.content.value == kind]
    return {source.id for slide in slides for source in slide.source}


def asked_on_slides(session: Session) -> list[str]:
    """Return the ids of the questions that slides ask: the first, or those that the session names."""
    slides = [slide for block in session.blocks for slide in block.slides if slide.content is SlideKind.QUESTIONS]
    numbers = next((slide.shown for slide in slides if slide.shown), ON_SLIDES)
    return [session.questions[number - 1].id for number in numbers]


@rule
def questions(content: Content) -> Iterator[Wanted]:
    """A question has its answers on paper, in self-study and for the facilitator; slides show the first ones."""
    for record in content.all(Question):
        for session in named_by(content, "questions", record):
            paths = [f"sessions/{session.id}-papers.html", f"scorm/{session.id}.html"]
            if record.id in asked_on_slides(session):
                paths += [page.format(session.id) for page in SHOWN_IN]
            for path in paths:
                yield record, path, whole(record)
            for path in of_kit(session, "Questions"):
                yield record, path, part(record, "question", "options")
            for path in of_kit(session, "Answers"):
                yield record, path, part(record, "feedback")


@rule
def scenarios_and_rehearsals(content: Content) -> Iterator[Wanted]:
    """A scenario and a rehearsal stand on the page of their session and on cards to cut out."""
    for record in content.all(Scenario):
        for session in named_by(content, "scenarios", record):
            meant = {"reviews": "one page tells them"}
            yield record, f"sessions/{session.id}-papers.html", whole(record, **meant)
            for path in of_kit(session, "Scenario cards"):
                yield record, path, part(record, "title", "stages")
            for path in of_kit(session, "Guidance for the discussion"):
                yield record, path, part(record, "title", "look_for")
            if record.id in shown_by(session, "scenario"):
                for path in SHOWN_IN:
                    yield record, path.format(session.id), whole(record, **meant)
    for rehearsal in content.all(Rehearsal):
        for session in named_by(content, "rehearsals", rehearsal):
            paths = [f"sessions/{session.id}.html", f"sessions/{session.id}-papers.html"]
            for path in (*paths, *of_kit(session, "Rehearsal cards")):
                yield rehearsal, path, whole(rehearsal)


@rule
def sessions(content: Content) -> Iterator[Wanted]:
    """A session says on its page all that it says; its slides have each title and all notes."""
    for session in content.all(Session):
        yield session, f"sessions/{session.id}.html", whole(session)
        slides = [slide for block in session.blocks for slide in block.slides]
        shown = [each for slide in slides for each in part(slide, "title", "points", "notes")]
        for path in (f"sessions/{session.id}-slides.html", f"sessions/files/{session.id}.pptx"):
            yield session, path, shown
        yield session, f"scorm/{session.id}.html", part(session, "title", "outcomes")
        yield session, index(content, "sessions"), part(session, "title", "summary")


@rule
def other_pages(content: Content) -> Iterator[Wanted]:
    """Every other page says what was written for it."""
    for page in content.all(IndexPage):
        yield page, f"{page.address}.html", whole(page, summary="lists have it")
    for site in content.all(Site):
        yield site, "index.html", part(site, "lead", "limits", "home_tasks")
    for kind in (Statement, HandPage):
        for record in content.all(kind):
            yield record, f"{page_address(record)}.html", whole(record, summary="lists have it")
    for release in content.all(Release):
        yield release, index(content, "release"), whole(release)
    for field in (*content.all(LocalField), *content.all(LocalGroup)):
        meant = {"fallback": "pages say it until it is filled in", "row": "the contacts of a school have it"}
        yield field, index(content, "setup"), whole(field, **meant)
    for decoy in content.all(DecoyPage):
        yield decoy, "plain.html", whole(decoy, summary="it describes the page to machines")


NAMES: dict[type[Record], tuple[str, ...]] = {
    **dict.fromkeys((*ARTICLES, Form, Session, HelpPage, Statement), ("title",)),
    Service: ("name", "aliases", "phone"),
    Document: ("title", "aliases"),
    Term: ("term", "aliases"),
    Statistic: ("figure", "plain"),
    Survey: ("title",),
}
"""What a reader may type, by kind of record."""


@rule
def levels_in_the_search(content: Content) -> Iterator[Wanted]:
    """The table of levels is found by its caption."""
    for page in content.all(Guidance):
        shown = [found for found in map(component_of, parse(page.body).children) if found]
        for reference, caption in shown:
            if reference.id == "continuum":
                yield content.one(Continuum), SEARCH, [(squeezed(caption),)]


@rule
def search(content: Content) -> Iterator[Wanted]:
    """The search knows everything that has a name, with its other names and its number."""
    for kind, fields in NAMES.items():
        for record in content.all(kind):
            if getattr(record, "printed", True):
                yield record, SEARCH, part(record, *fields)


@rule
def a_to_z(content: Content) -> Iterator[Wanted]:
    """Everything with a name stands in the A to Z."""
    for kind, fields in NAMES.items():
        if kind not in (Statistic, Survey):
            for record in content.all(kind):
                if getattr(record, "printed", True):
                    yield record, index(content, "a-to-z"), part(record, fields[0])


@rule
def what_stands_on_many_pages(content: Content) -> Iterator[Wanted]:
    """Pages that people act on say what comes first, and those for staff whom to talk to."""
    site = content.one(Site)
    for kind in ARTICLES:
        for record in content.all(kind):
            page = f"{page_address(record)}.html"
            yield site, page, part(site, "talk") if record.audience.value == "staff" else []
            if record.safety_card:
                yield site, page, part(site, "safety")
            elif record.action_page and not getattr(record, "calls_first", False):
                yield site, page, part(site, "safety_line")
            for path in (page, *HANDBOOK):
                for service in (content.find("service", each.id) for each in record.services):
                    assert isinstance(service, Service)
                    yield service, path, part(service, "name", "phone")


@rule
def parts_of_sessions(content: Content) -> Iterator[Wanted]:
    """What several sessions share stands in each of them, in all that shows slides."""
    parts = {each.id: each for each in content.one(SessionParts).parts}
    for session in content.all(Session):
        for shared in (parts[block.part.id] for block in session.blocks if block.part):
            for path in SHOWN_IN:
                for slide in shared.slides:
                    yield shared, path.format(session.id), part(slide, "title", "points", "notes")


@rule
def who_has_checked(content: Content) -> Iterator[Wanted]:
    """What people sign for is named on the page that tells who has, whether somebody has or not."""
    for kind in (*ARTICLES, HelpPage, Scenario, Document, Service):
        for record in content.all(kind):
            if getattr(record, "printed", True) and not getattr(record, "is_national", False):
                yield record, index(content, "checked"), part(record, "name" if kind is Service else "title")


def differences(outputs: Outputs, content: Content, name: str) -> tuple[int, list[str]]:
    """Return how many paragraphs were looked for by a rule, and those that an output lacks, with their record."""
    looked, found = 0, []
    for record, path, wanted in RULES[name](content):
        text = outputs.text(path)
        tell = holds_on_paper if path.endswith(".pdf") else holds
        for parts in wanted:
            looked += 1
            if not tell(text, parts):
                found.append(f"{record.location.path} {type(record).__name__} {id_of(record)} not in {path}: {parts}")
    return looked, found


@pytest.fixture(scope="module")
def outputs(built: Built) -> Outputs:
    """The outputs of the real site, each read once."""
    return Outputs(built)


@pytest.mark.parametrize("name", RULES)
def test_every_record_is_in_every_output(outputs: Outputs, name: str) -> None:
    """Nothing that an editor wrote is lost on the way to a page, a document, a slide, a package or the search."""
    looked, found = differences(outputs, real_content(), name)
    assert found == [] and looked


def test_the_kit_has_every_document_of_the_site(outputs: Outputs, built: Built) -> None:
    """A school with the documents alone has the same papers, to the byte; the sheet for technicians is of the site."""
    kit = set(outputs.kit.values())
    paths = [entry["path"] for entry in built.manifest["downloads"]]
    assert [path for path in paths if (built.site / path).read_bytes() not in kit] == [SHEET]


def changed(content: Content, record: Record, **values: object) -> Content:
    """Return the content with another record in place of one of it."""
    others = {**content.records}
    new = record.model_copy(update=values)
    others[type(record)] = tuple(new if each is record else each for each in content.all(type(record)))
    return Content(others, content.files)


@pytest.mark.parametrize(
    ("rule_name", "find", "values", "places"),
    [
        ("entries of registers", ("service", "childline"), {"phone": "0800 9999"}, ("services.html", "pdf", "docx")),
        ("search", ("service", "childline"), {"phone": "0800 9999"}, ("search-index.js",)),
        ("articles", ("section", "police"), {"title": "Zebra crossing"}, ("police.html", "one.html", "pdf", "docx")),
        ("sessions", ("session", "whole-route-90"), {"title": "Zebra crossing"}, ("whole-route-90.html", "index.html")),
    ],
)
def test_what_an_output_lacks_is_named(
    outputs: Outputs, rule_name: str, find: tuple[str, str], values: dict[str, object], places: tuple[str, ...]
) -> None:
    """The walk is not blind: another number or title is told with its record and each output that has the old one."""
    content = real_content()
    record = content.find(*find)
    assert record is not None
    _, found = differences(outputs, changed(content, record, **values), rule_name)
    assert all(find[1] in line for line in found)
    assert all(any(f"{place}:" in line for line in found) for place in places)


@pytest.mark.parametrize(
    ("text", "parts", "told"),
    [
        ("onetwothree", ("one", "two", "three"), True),
        ("oneseepageninetwothree", ("one", "two", "three"), True),
        ("onethreetwo", ("one", "two", "three"), False),
        ("one" + "x" * 999 + "two", ("one", "two"), False),
        ("oneonetwo", ("one", "two"), True),
        ("sentence cut by a foot".replace(" ", ""), ("sentencecutfoot",), False),
    ],
)
def test_a_paragraph_is_found_in_order_and_close_together(text: str, parts: Said, told: bool) -> None:
    """Words that paper puts beside a link are passed over; words that stand elsewhere are not taken for the same."""
    assert holds(text, parts) is told


def test_a_paragraph_that_goes_on_over_the_side_is_found() -> None:
    """A side may end in the middle of a sentence; what is cut twice, or has other words, is not the same."""
    assert holds_on_paper("itgoesonpage3overthesideandends", ("itgoesonoverthesideandends",))
    assert not holds_on_paper("call0800andthen1111", ("08001111",))
    assert not holds_on_paper("itgoesonpage3overaotherside", ("itgoesonoverthesideandends",))
