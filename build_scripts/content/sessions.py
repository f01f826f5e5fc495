"""Records of training sessions: what is taught, in which order, and what the facilitator says."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from build_scripts.content.confirmations import Reviewed
from build_scripts.content.fields import (
    AnyReference,
    Block,
    Checked,
    Day,
    FileRecord,
    Id,
    Line,
    PartId,
    Phrase,
    QuestionId,
    Record,
    RehearsalId,
    ScenarioId,
    SourceId,
    Text,
    Whole,
    YesNo,
)

AGES = (13, 17)
"""The ages that this site is written for."""


class SlideKind(StrEnum):
    """The kinds of content that a slide draws; everything but ``points`` comes from elsewhere in the content."""

    POINTS = "points"
    KEY_POINTS = "key-points"
    SUMMARY = "summary"
    ANSWER = "answer"
    DEFINITION = "definition"
    EXAMPLES = "examples"
    SECTION = "section"
    CONTINUUM = "continuum"
    CONTINUUM_NOTES = "continuum-notes"
    STATISTIC = "statistic"
    TERM = "term"
    ROUTE = "route"
    ROUTE_MAP = "route-map"
    CONSIDERATION = "consideration"
    RESPONSES = "responses"
    RESPONSE = "response"
    TALK = "talk"
    CHANGES = "changes"
    CORRECTIONS = "corrections"
    RULES = "rules"
    PROMPTS = "prompts"
    SCENARIO = "scenario"
    REHEARSAL = "rehearsal"
    QUESTION = "question"
    QUESTIONS = "questions"
    OUTCOMES = "outcomes"
    ACTIONS = "actions"


class SessionSlide(Record):
    """One slide: what it draws, and what the facilitator says and does with it."""

    title: Text
    """The heading of the slide; no two slides of a session have the same."""
    content: SlideKind
    """What it draws."""
    source: tuple[SourceId, ...] = ()
    """What it draws from: typed references, or ids of scenarios, questions, considerations and the like."""
    points: tuple[Line, ...] = ()
    """Points in own words; they stand below what is drawn."""
    pick: tuple[Whole, ...] = ()
    """Which points of what it draws from, counted from 1; all of them when none is named."""
    list_number: Whole = 1
    """Which list below a heading, counted from 1."""
    shown: tuple[Whole, ...] = ()
    """Which of what is drawn a room sees: points, stages of a scenario, or questions of the check, counted from 1.

    The others stand in full in the notes, and questions on paper; all are shown when none is named.
    """
    lead: YesNo = True
    """Whether a room sees the paragraph above a list; if not, it stands in the notes."""
    first_sentence: YesNo = False
    """Whether paragraph and points are cut after their first sentence."""
    since: Day | None = None
    """The day from which changes are drawn."""
    notes: Block
    """What the facilitator says, does and listens for."""


class Role(StrEnum):
    """What a shared part is for; each session has the first four."""

    GROUND_RULES = "ground-rules"
    PAUSE = "pause"
    STAFF_SUPPORT = "staff-support"
    CLOSE = "close"
    TOPIC = "topic"


class SessionPart(Record):
    """Slides that several sessions share."""

    id: Id
    """Short name."""
    role: Role
    """What the part is for."""
    title: Text
    """What editors call it."""
    slides: Annotated[tuple[SessionSlide, ...], Field(min_length=1)]
    """The slides in order."""


class Rule(StrEnum):
    """The ground rules; the first two are never left out."""

    CHOICES = "choices"
    NO_IDENTIFIABLE_CASES = "no-identifiable-cases"
    RESPECT = "respect"
    SUPPORT = "support"
    WORDS = "words"


class GroundRule(Record):
    """One ground rule."""

    rule: Rule
    """Which one it is, for the check."""
    text: Line
    """How it is put to the room."""


class SessionParts(Record):
    """``session-parts.yml``."""

    rules: Annotated[tuple[GroundRule, ...], Field(min_length=2)]
    """The ground rules."""
    prompts: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What is asked of every scenario."""
    verbs: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """Words that an outcome may begin with."""
    parts: Annotated[tuple[SessionPart, ...], Field(min_length=1)]
    """The shared parts."""


class BlockKind(StrEnum):
    """What happens in a block."""

    START = "start"
    RECAP = "recap"
    INPUT = "input"
    ACTIVITY = "activity"
    SCENARIO = "scenario"
    REHEARSAL = "rehearsal"
    PAUSE = "pause"
    CHECK = "check"
    SUPPORT = "support"
    CLOSE = "close"


class SessionBlock(Record):
    """A stretch of a session, with its minutes."""

    id: Id
    """Short name; blocks with slides of their own differ across all sessions."""
    title: Text
    """Its name in the running order."""
    minutes: Annotated[Whole, Field(ge=1)]
    """How long it takes."""
    kind: BlockKind
    """What happens in it."""
    topic: AnyReference | None = None
    """The page that it teaches."""
    priority: Annotated[Whole, Field(ge=1, le=3)] = 1
    """How soon it is dropped when time is short: 3 first, 1 last."""
    optional: YesNo = False
    """Whether it is done only when there is time; its minutes are not counted."""
    part: PartId | None = None
    """The shared part whose slides it has."""
    slides: tuple[SessionSlide, ...] = ()
    """Slides of its own, when it has no part."""


class Stage(Record):
    """A step of a scenario; each is shown after the one before has been talked about."""

    text: Block
    """What is known at this step."""
    ask: tuple[Line, ...] = ()
    """What to ask at this step, beside the prompts that every scenario has."""


class Scenario(Reviewed, FileRecord):
    """A made-up situation to talk about.

    Nobody here has a name: people are roles, so that no pupil can be meant and no name is tied to what was done.
    Nothing is told in more detail than the first colleague to hear of it would need.
    """

    title: Text
    """Its name, which gives nothing away."""
    behaviour: AnyReference
    """The type of behaviour."""
    age: Annotated[Whole, Field(ge=AGES[0], le=AGES[1])]
    """The age of the young person who has displayed the behaviour."""
    stages: Annotated[tuple[Stage, ...], Field(min_length=2)]
    """What becomes known, step by step."""
    look_for: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What the facilitator listens for."""
    cites: Annotated[tuple[AnyReference, ...], Field(min_length=1)]
    """The pages that the answers come from."""


class Rehearsal(Record):
    """A card for two: a situation, and what to try saying."""

    id: Id
    """Short name."""
    title: Text
    """Its name."""
    situation: Line
    """What has just happened."""
    say: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Words to try."""
    avoid: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Words to leave."""
    check_back: Annotated[tuple[Line, ...], Field(min_length=1)]
    """How to check that it was understood."""
    cites: Annotated[tuple[AnyReference, ...], Field(min_length=1)]
    """The pages that the words come from."""


class Option(Record):
    """One answer to choose."""

    text: Line
    """The answer."""
    right: YesNo
    """Whether it is right."""


class Question(FileRecord):
    """A question of the knowledge check: it has one right answer, and feedback that stands alone."""

    question: Line
    """What is asked."""
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]
    """The answers to choose from; exactly one is right."""
    feedback: Line
    """Why the right answer is right."""
    page: AnyReference
    """Where it stands."""


class SessionKind(StrEnum):
    """The kinds of session."""

    BRIEFING = "briefing"
    SESSION = "session"
    REFRESHER = "refresher"


class Session(Checked, FileRecord):
    """A training session."""

    title: Text
    """The heading of the session."""
    menu_title: Text
    """A shorter name for menus."""
    summary: Line
    """One sentence that says what the session gives."""
    kind: SessionKind
    """What kind of session it is."""
    order: Whole
    """Place among its neighbours."""
    minutes: Annotated[Whole, Field(ge=5)]
    """How long it takes."""
    audience: Line
    """Who it is for."""
    deliver: Line
    """Who may deliver it."""
    outcomes: Annotated[tuple[Line, ...], Field(min_length=3, max_length=3)]
    """What people can do afterwards: three, each beginning with a verb."""
    content_note: Line
    """What is covered, in one neutral sentence."""
    prepare: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What to do before."""
    about: Annotated[tuple[AnyReference, ...], Field(min_length=1)]
    """The pages that the session teaches."""
    blocks: Annotated[tuple[SessionBlock, ...], Field(min_length=1)]
    """The running order."""
    scenarios: tuple[ScenarioId, ...] = ()
    """Scenarios for the cards to cut out."""
    rehearsals: tuple[RehearsalId, ...] = ()
    """Rehearsals for the cards to cut out."""
    questions: tuple[QuestionId, ...]
    """The knowledge check."""
    actions: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What everyone does next."""
