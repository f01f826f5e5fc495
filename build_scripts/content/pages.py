"""Records that become pages: guidance, behaviours, questions, the help page, the home page."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from build_scripts.content.confirmations import Reviewed
from build_scripts.content.fields import (
    Address,
    AnyReference,
    Block,
    Checked,
    Day,
    FileRecord,
    Id,
    Line,
    Nations,
    Prose,
    Record,
    ServiceId,
    StatisticId,
    Text,
    Whole,
    YesNo,
)


class Audience(StrEnum):
    """Who a page is written for; it sets tone, reading age and what surrounds the text."""

    STAFF = "staff"
    PARENTS = "parents"
    YOUNG_PERSON = "young-person"


class Article(Checked, Reviewed, FileRecord):
    """A page of prose; its file name without ``.md`` is its id and its address."""

    title: Text
    """The heading of the page, and its name in menus unless ``menu_title`` is given."""
    menu_title: Text | None = None
    """A shorter name for menus."""
    summary: Line
    """One sentence that says what the reader gets; used in lists and search."""
    order: Whole
    """Place among its neighbours, smallest first; leave gaps such as 10, 20, 30."""
    audience: Audience = Audience.STAFF
    """Who the page is written for."""
    nations: Nations
    """Where what the page says applies."""
    key_points: Annotated[tuple[Line, ...], Field(min_length=3, max_length=5)]
    """Three to five points that stand at the top of the page."""
    next: tuple[AnyReference, ...] = ()
    """Where to go from here."""
    action_page: YesNo = False
    """Whether the reader acts on an incident from this page (adds the standing line on safety)."""
    safety_card: YesNo = False
    """Whether the act that the warnings are about is so near that they stand in full, as a card, and not as a line."""
    services: tuple[ServiceId, ...] = ()
    """Who can advise, set out with name and number below the text."""
    source_pages: Text | None = None
    """Pages of the 2019 guide whose facts this page carries, such as 4-5."""
    folded: tuple[Id, ...] = ()
    """Headings, by address, that show only themselves until a reader opens them; paper has all of the text."""
    body: Block = Prose("")
    """The text below the front matter."""

    @property
    def menu(self) -> str:
        """The name of the page in menus."""
        return self.menu_title or self.title


class Guidance(Article):
    """A section of the guidance."""

    group: Text
    """The part of the navigation that lists the page, as named in mkdocs.yml."""
    one_side: YesNo = False
    """Whether the page prints on one side of A4: on paper only its title, steps and date are shown."""
    calls_first: YesNo = False
    """Whether 999 and the school's own numbers stand on top, with the steps right below and key points at the end."""
    handout: YesNo = False
    """Whether the page is a sheet to hand over too, as PDF and for Word; the sheet names neither site nor version."""
    statistics: tuple[StatisticId, ...] = ()
    """The survey figures that ``show:statistics`` sets out on this page."""


class Example(Record):
    """One example of a behaviour."""

    text: Line
    """What happens."""
    also_called: tuple[Text, ...] = ()
    """What staff or young people may call it."""


class Behaviour(Article):
    """One of the four types of behaviour, always told in the same three parts."""

    definition: Line
    """What the type is, in one sentence."""
    heard: Annotated[tuple[Line, ...], Field(min_length=1)]
    """How staff first hear of it: one or more sentences such as a colleague would say."""
    examples: Annotated[tuple[Example, ...], Field(min_length=1)]
    """Every example of the type."""


class Faq(Article):
    """One question that staff ask, with its answer."""

    answer: Line
    """The short answer, in a sentence or two."""


class FirstCall(Record):
    """A call that stands in large letters before everything else."""

    when: Text
    """When to make it, in the young person's words."""
    service: ServiceId
    """Who answers; the register gives the number."""
    words: Text
    """What the call is, such as Call 999; the number follows unless it is among these words."""
    instead: Text | None = None
    """The title of the need that tells how to reach them without speech."""


class HelpSection(Record):
    """One need, and who helps with it."""

    title: Text
    """The need, in the young person's words."""
    text: Block
    """What to know before getting in touch."""
    named_adult: YesNo = False
    """Whether the adult that the school names is set out here."""
    services: tuple[ServiceId, ...] = ()
    """Who helps, told in full here and nowhere else on the page; the best first."""
    also: tuple[ServiceId, ...] = ()
    """Who helps too, and is told in full under another need."""
    afterwards: Block | None = None
    """What can wait until the reader knows who helps."""


class PaperPlace(Record):
    """Somewhere to get help, as posters and cards name it."""

    service: ServiceId
    """Who helps; the register gives number and web address."""
    text: Line
    """What it is for, in a few words that may hang on a wall."""
    on_card: YesNo = False
    """Whether the card to fold, which has little room, names it too."""


class HelpPage(Checked, Reviewed, FileRecord):
    """A page that leads a young person to help."""

    title: Text
    """The heading: neutral, since others may see the screen or the paper."""
    summary: Line
    """One neutral sentence for lists and search."""
    welcome: Line
    """What the page says first, in one or two short sentences; paper has it too."""
    calls: Annotated[tuple[FirstCall, ...], Field(min_length=1)]
    """The first calls, in large letters."""
    lead: Block
    """What the page says below the calls and the list of needs."""
    sections: Annotated[tuple[HelpSection, ...], Field(min_length=1)]
    """Needs, the most urgent first."""
    closing: Block
    """What stands at the end, such as how sure the details are."""
    on_paper: tuple[PaperPlace, ...] = ()
    """What the poster, the large-print sheet and the card name; without any, none of these is made."""


class DecoyPage(Record):
    """Where «Exit this page» leads: a page about nothing in particular."""

    title: Text
    """The heading, and the name of the tab."""
    summary: Line
    """One sentence in the same manner."""
    body: Block
    """Something calm to read that has nothing to do with this site."""


class IndexPage(Record):
    """What stands around a page that is made from a whole register."""

    id: Id
    """Which page: the id in ``page:`` links, and in the code that says what it lists."""
    address: Address
    """Where it lies, without ending; it cannot change later without breaking links."""
    title: Text
    """The heading of the page."""
    menu_title: Text | None = None
    """A shorter name for menus."""
    summary: Line
    """One sentence that says what the reader gets."""
    group: Text | None = None
    """The part of the navigation that lists the page, as named in mkdocs.yml; none for a page that menus leave out."""
    order: Whole = 0
    """Place among its neighbours."""
    lead: Block
    """What stands above the list."""
    foot: Block | None = None
    """What stands below the list."""


class Release(Record):
    """What a release brought, from ``CHANGELOG.md``."""

    version: Text
    """Its number."""
    on: Day
    """The day it is dated."""
    readers: Block
    """What readers notice."""


class Icon(StrEnum):
    """The icons, each named after the one thing that it means."""

    ADVICE = "advice"
    """People who can advise staff and families."""
    BEHAVIOUR = "behaviour"
    """The types of behaviour."""
    CHANGES = "changes"
    """What has changed, by date."""
    CONVERSATION = "conversation"
    """A talk with the young person."""
    DECISION = "decision"
    """What to do next."""
    FAMILY = "family"
    """A meeting with parents or carers."""
    FIRST_HOUR = "first-hour"
    """What cannot wait."""
    FOR_FAMILIES = "for-families"
    """Something to give to parents or carers."""
    FOR_YOUNG_PEOPLE = "for-young-people"
    """Something to give to a young person."""
    FORMS = "forms"
    """Forms to print or fill in."""
    INTRANET = "intranet"
    """The site on a school's own network."""
    PLAN = "plan"
    """A plan for a young person."""
    POLICE = "police"
    """The police."""
    QUESTION = "question"
    """Questions and their answers."""
    SAFETY = "safety"
    """What comes before anything else."""
    SCHOOL = "school"
    """A school's own names and numbers."""
    SUICIDE = "suicide"
    """Suicide and self-harm."""
    SUPPORT = "support"
    """Someone to talk to, for whoever reads the page."""
    TRAINING = "training"
    """A training session."""
    UNDERSTANDING = "understanding"
    """What may be behind the behaviour."""
    WORDS = "words"
    """What words mean."""


class Task(Record):
    """Something a reader has come to do."""

    title: Text
    """The task in the reader's words."""
    text: Line
    """What the page behind it gives."""
    to: AnyReference
    """Where the task starts."""
    icon: Icon
    """The icon beside it."""


class TaskGroup(Record):
    """Tasks that belong together on the home page."""

    title: Text
    """What they have in common, in the reader's words."""
    tasks: Annotated[tuple[Task, ...], Field(min_length=1)]
    """The tasks, the most urgent first."""
    urgent: YesNo = False
    """Whether these come before everything else and stand out."""


class Site(Record):
    """What the whole site says about itself, and what stands on many pages."""

    id: ClassVar[str] = "home"
    address: ClassVar[str] = "index"
    title: Text
    """The name of the site."""
    lead: Line
    """What the site is for, in one sentence on the home page."""
    limits: Block
    """What the site does not do, on the home page."""
    home_tasks: Annotated[tuple[TaskGroup, ...], Field(min_length=1)]
    """What readers come to do, on the home page."""
    safety: Annotated[tuple[Line, ...], Field(min_length=1)]
    """The card on safety in full, also on forms and in training."""
    safety_line: Line
    """The same in a line, for every action page without the card."""
    talk: Annotated[tuple[Line, ...], Field(min_length=1)]
    """«Talk to someone», at the foot of every staff page."""
    always: Line
    """Help that is there at any hour; it stands wherever a page says whether a service is open now."""


class Gap(Record):
    """Something that is not as accessible as it should be."""

    what: Line
    """What a reader meets."""
    instead: Line
    """What the reader can do until it is mended."""


class Statement(Checked):
    """The accessibility statement, which a school can adopt as it stands."""

    id: ClassVar[str] = "accessibility"
    address: ClassVar[str] = "reference/accessibility"
    title: Text
    """The heading of the page."""
    menu_title: Text | None = None
    """A shorter name for menus."""
    summary: Line
    """One sentence that says what the reader gets."""
    group: Text
    """The part of the navigation that lists the page, as named in mkdocs.yml."""
    order: Whole = 0
    """Place among its neighbours."""
    prepared_on: Day
    """The day it was first written."""
    scope: Block
    """What the statement covers."""
    able: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What readers are able to do, one thing a line, after «you can»."""
    standard: Block
    """The standard aimed at, and how far it is met: fully, partially or not compliant."""
    documents: Block
    """How accessible the files to download are."""
    tested: Annotated[tuple[Line, ...], Field(min_length=1)]
    """How it was tested, one way a line."""
    not_tested: tuple[Line, ...] = ()
    """What nobody has tried yet."""
    gaps: tuple[Gap, ...] = ()
    """Known gaps."""
    contact: Block
    """Whom to tell, and what a school writes here."""
    enforcement: Block
    """What the law asks, and where to turn when the answer does not help, by nation."""


class HandPage(FileRecord):
    """A page written by hand under ``docs/``; its id is the path below that folder, without ``.md``."""

    title: Text
    """The heading of the page."""
    summary: Line
    """One sentence that says what the reader gets."""
    searchable: YesNo = True
    """Whether the search finds the page."""
    body: Block = Prose("")
    """The text below the front matter."""
