"""A session worked out: its running order, and what each slide says. Every output draws this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Reference
from build_scripts.content.of_content import OfContent
from build_scripts.content.prose import first_sentence
from build_scripts.content.registers import Continuum
from build_scripts.content.route import Route
from build_scripts.content.sessions import (
    Question,
    Rehearsal,
    Scenario,
    Session,
    SessionBlock,
    SessionPart,
    SessionParts,
    SessionSlide,
    SlideKind,
    Stage,
)
from build_scripts.training.slide_sources import (
    Point,
    SlideContent,
    SlideStep,
    first_sentence_of,
    items,
    question_content,
    slide_content,
)

ON_SLIDES = (1, 2)
"""Questions of the knowledge check that are put to the room, unless a slide names others.

The rest is on paper and for self-study.
"""


@dataclass(frozen=True)
class Slide:
    """A slide with its words.

    Attributes:
        id: unique in the session: ``<block>-<n>``.
        block: id of the block.
        content: what it draws.
        title: unique in the session.
        lead: a paragraph above the points.
        points: the lines.
        shown: which of the points, or of the stages, a room sees, counted from 1; all when none is named.
        shows_lead: whether it sees the paragraph.
        ordered: whether the points are numbered.
        picture: what a page draws instead of the points, which say the same; else None.
        notes: what the facilitator says and does.
        source: the page that the words come from.
        stages: what is shown one after the other, later than the rest.
        look_for: what the facilitator listens for in a scenario.
    """

    id: str
    block: str
    content: SlideKind
    title: str
    lead: Prose | None
    points: tuple[Point, ...]
    shown: tuple[int, ...]
    shows_lead: bool
    ordered: bool
    picture: Continuum | Route | None
    notes: Prose
    source: Reference | None
    stages: tuple[SlideStep, ...]
    look_for: tuple[Prose, ...]


@dataclass(frozen=True)
class Row:
    """A line of the running order.

    Attributes:
        block: the block as written.
        starts_at: minutes from the start; an optional block does not move those after it.
        slides: its slides.
    """

    block: SessionBlock
    starts_at: int
    slides: tuple[Slide, ...]


@dataclass(frozen=True)
class StageCard:
    """A stage of a scenario on a card of its own, so that nobody reads ahead."""

    scenario: Scenario
    stage: Stage
    number: int

    @property
    def count(self) -> int:
        """How many stages the scenario has."""
        return len(self.scenario.stages)


@dataclass(frozen=True)
class SessionPlan:
    """A session with its running order, slides, cards and questions."""

    session: Session
    rows: tuple[Row, ...]
    scenarios: tuple[Scenario, ...]
    rehearsals: tuple[Rehearsal, ...]
    questions: tuple[Question, ...]

    @property
    def slides(self) -> tuple[Slide, ...]:
        """Every slide in order."""
        return tuple(slide for row in self.rows for slide in row.slides)

    @property
    def stage_cards(self) -> tuple[StageCard, ...]:
        """The cards of its scenarios, one for each stage."""
        return tuple(
            StageCard(scenario, stage, number)
            for scenario in self.scenarios
            for number, stage in enumerate(scenario.stages, 1)
        )

    @property
    def minutes(self) -> int:
        """How long it takes without optional blocks."""
        return minutes_of(self.session)


@OfContent
def session_plan(content: Content, session: Session) -> SessionPlan:
    """Return a session worked out.

    Args:
        content: checked content; an id that leads nowhere is a programming error here.
        session: one of its sessions.
    """
    rows = tuple(Row(block, starts_at, tuple(_slides(content, session, block))) for block, starts_at in starts(session))
    scenarios, rehearsals = items(content, SlideKind.SCENARIO), items(content, SlideKind.REHEARSAL)
    return SessionPlan(
        session,
        rows,
        tuple(found for name in session.scenarios if isinstance(found := scenarios[name.id], Scenario)),
        tuple(found for name in session.rehearsals if isinstance(found := rehearsals[name.id], Rehearsal)),
        tuple(_questions(content, session)),
    )


def starts(session: Session) -> Iterator[tuple[SessionBlock, int]]:
    """Yield each block with the minute at which it starts."""
    now = 0
    for block in session.blocks:
        yield block, now
        now += 0 if block.optional else block.minutes


def minutes_of(session: Session) -> int:
    """Return how long a session takes without its optional blocks."""
    return sum(block.minutes for block in session.blocks if not block.optional)


def part_of(content: Content, block: SessionBlock) -> SessionPart | None:
    """Return the shared part of a block, or None when it has slides of its own or the part does not exist."""
    parts = (part for shared in content.all(SessionParts) for part in shared.parts)
    return next((part for part in parts if block.part and part.id == block.part.id), None)


def slides_of(content: Content, block: SessionBlock) -> tuple[SessionSlide, ...]:
    """Return the slides of a block as written, its own or those of its part."""
    part = part_of(content, block)
    return part.slides if part else block.slides


def part_title(content: Content, title: str, number: int, count: int) -> str:
    """Return the title of one of several slides, which tells it from the others."""
    return content.label("part-of-several", title=title, number=number, count=count) if count > 1 else title


def _questions(content: Content, session: Session) -> Iterator[Question]:
    known = items(content, SlideKind.QUESTION)
    for name in session.questions:
        question = known[name.id]
        assert isinstance(question, Question)
        yield question


def _slides(content: Content, session: Session, block: SessionBlock) -> Iterator[Slide]:
    number = 0
    for written in slides_of(content, block):
        for title, drawn in _drawn(content, session, written):
            number += 1
            yield Slide(
                f"{block.id}-{number}",
                block.id,
                written.content,
                title,
                drawn.lead,
                drawn.points,
                () if written.content is SlideKind.QUESTIONS else written.shown,
                written.lead,
                drawn.ordered,
                drawn.picture,
                written.notes,
                drawn.source,
                drawn.stages,
                drawn.look_for,
            )


def _drawn(content: Content, session: Session, slide: SessionSlide) -> Iterator[tuple[str, SlideContent]]:
    """Yield what one slide as written becomes: itself, or one for each question."""
    if slide.content is SlideKind.QUESTIONS:
        known = list(_questions(content, session))
        asked = [known[number - 1] for number in slide.shown or ON_SLIDES if number <= len(known)]
        for number, question in enumerate(asked, 1):
            yield part_title(content, slide.title, number, len(asked)), question_content(question)
        return
    yield slide.title, _picked(slide, slide_content(content, session, slide))


def _picked(slide: SessionSlide, drawn: SlideContent) -> SlideContent:
    points = tuple(drawn.points[number - 1] for number in slide.pick) if slide.pick else drawn.points
    lead = drawn.lead
    if slide.first_sentence:
        points = tuple(map(first_sentence_of, points))
        lead = first_sentence(lead) if lead else None
    picture = None if slide.pick or slide.points else drawn.picture
    return replace(drawn, lead=lead, points=(*points, *map(Point, slide.points)), picture=picture)
