"""What a room sees at a time: a slide as written becomes screens of few words, each with a look drawn for projection.

Pages, decks and PowerPoint all draw these. What is shortened stands in full in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Reference
from build_scripts.content.prose import first_sentence, plain_text
from build_scripts.content.registers import Continuum
from build_scripts.content.route import Route
from build_scripts.content.sessions import BlockKind, SlideKind
from build_scripts.training.screen_room import (
    LINE_HEIGHT,
    MOST_IN_LISTS,
    NEAR,
    OF_COLUMNS,
    OF_PROMPTS,
    OF_STORIES,
    PROMPTS,
    QUOTED_ROOM,
    ROOM,
    SIZES,
    STORY,
    USUAL,
    column_height,
    largest,
    lines_of,
    list_height,
    services_height,
    statement_height,
)
from build_scripts.training.session_plan import Row, SessionPlan, Slide, part_title
from build_scripts.training.slide_sources import Point, SlideStep

MOST_WORDS = 52
"""Words below the title of a screen; a point or a paragraph that is longer alone has a screen of its own."""
MOST_POINTS = 5
SHORT = 12
"""A sentence with so few words leads over to the points below it, and is no screen of its own."""
MOST_SERVICES = 6
"""Numbers to call on a screen, in two columns: they are read from the last row and photographed."""
LONG = 26
"""Paragraphs and points with more words may be shown with their first sentence."""
KEPT = re.compile(
    r"\b(?:England|Wales|Scotland|Northern Ireland|no|not|none|nobody|nothing|never|only|unless|until|except|\d+)\b"
    r"|\b(?:call|risk|harm|exploit|afraid|DSL|police)|\*\*|\]\(|[?\"]",
    re.IGNORECASE,
)
"""What is never cut off.

A nation, an exception, a warning, a risk, whom to tell, a number, a link, a question, and words that are quoted.
"""
MANY_SCREENS, MANY_MINUTES = 3, 8
"""A part with so many, that takes so long, begins with a screen that names it and says how long it takes."""
NAMED = {BlockKind.INPUT, BlockKind.ACTIVITY}
"""The kinds of part that do; a scenario is told apart by how it looks."""
PAIRS = {SlideKind.CORRECTIONS, SlideKind.STATISTIC}
"""Slides on which each two points belong together: what was said and what we say; a figure and who was asked."""


class Look(StrEnum):
    """How a screen is drawn."""

    TITLE = "title"
    SECTION = "section"
    STATEMENT = "statement"
    NUMBER = "number"
    LIST = "list"
    COLUMNS = "columns"
    LEVELS = "levels"
    ROUTE = "route"
    CASE = "case"
    QUESTION = "question"
    PAUSE = "pause"
    QUOTE = "quote"
    HELP = "help"
    END = "end"


SPARE = 110.0
"""With so much room left, in points of a slide, a list or a statement has the mark of the site behind it."""
MEASURED = {Look.LIST, Look.PAUSE, Look.STATEMENT, Look.QUOTE, Look.END}
"""Looks with a list or a sentence, which is set as large as fits."""
QUOTED = {SlideKind.ANSWER, SlideKind.DEFINITION, SlideKind.SUMMARY}
"""Slides with a paragraph of a page and nothing else."""


@dataclass(frozen=True)
class Column:
    """Lines below a head."""

    head: str
    lines: tuple[Prose, ...]


@dataclass(frozen=True)
class Screen:
    """What a room sees at a time.

    Attributes:
        id: unique in the session: ``<block>-<n>``.
        block: id of the block.
        content: what the slide draws that it comes from.
        look: how it is drawn.
        title: unique in the session.
        lead: a paragraph above the points.
        points: the lines; the answers to a question; the prompts of a scenario.
        ordered: whether the points are numbered.
        start: the number of the first of them.
        columns: what stands side by side, in place of points.
        picture: what is drawn in place of the points, which say the same.
        own: how many of the points, from the first on, are asked at this stage of a scenario and at no other.
        answer: what is shown when the room has answered.
        stage: which stage of a scenario it is, and of how many.
        notes: what the facilitator says and does.
        look_for: what the facilitator listens for in a scenario.
        in_full: what is shortened here, in full, for the facilitator.
        source: the page that the words come from.
        is_first: whether it is the first of its slide; the notes of the others are the same.
    """

    id: str
    block: str
    content: SlideKind
    look: Look
    title: str
    lead: Prose | None = None
    points: tuple[Point, ...] = ()
    ordered: bool = False
    start: int = 1
    columns: tuple[tuple[Column, ...], ...] = ()
    picture: Continuum | Route | None = None
    own: int = 0
    answer: SlideStep | None = None
    stage: tuple[int, int] | None = None
    notes: tuple[Prose, ...] = ()
    look_for: tuple[Prose, ...] = ()
    in_full: tuple[Point, ...] = ()
    source: Reference | None = None
    is_first: bool = True

    @property
    def size(self) -> int:
        """The size of type of what stands below its title, which is measured."""
        return _size(self)

    @property
    def prompts_size(self) -> int:
        """The size of type of what is asked beside a scenario."""
        width, room = PROMPTS
        return largest(OF_PROMPTS, lambda size: list_height(None, self.points, size, width, NEAR), room)

    @property
    def has_room(self) -> bool:
        """Whether so much of it is empty that a drawing stands behind the words."""
        if self.look is Look.STATEMENT:
            return statement_height(self.lead, self.points, self.size) <= ROOM[1] - SPARE
        return self.look is Look.LIST and list_height(self.lead, self.points, self.size) <= ROOM[1] - SPARE


def opening(plan: SessionPlan) -> Screen:
    """Return the screen on which people arrive.

    Args:
        plan: the session, worked out.
    """
    session = plan.session
    notes = (session.summary, session.deliver, *session.prepare)
    note = session.content_note
    return Screen("opening-1", "opening", SlideKind.POINTS, Look.TITLE, session.title, note, notes=notes)


def screens_of(content: Content, plan: SessionPlan, row: Row) -> tuple[Screen, ...]:
    """Return what a room sees in a part of a session, in order.

    Args:
        content: where the words beside titles stand.
        plan: the session, worked out.
        row: one of its parts.
    """
    made = [screen for slide in row.slides for screen in _screens(content, row, slide)]
    if row is plan.rows[-1] and row.block.kind is BlockKind.CLOSE:
        made[-1] = replace(made[-1], look=Look.END)
    if row.block.kind in NAMED and len(made) >= MANY_SCREENS and row.block.minutes >= MANY_MINUTES:
        made.insert(0, _section(content, row))
    return tuple(replace(screen, id=f"{row.block.id}-{number}") for number, screen in enumerate(made, 1))


def all_screens(content: Content, plan: SessionPlan) -> tuple[Screen, ...]:
    """Return everything that a room sees in a session, in order.

    Args:
        content: where the words beside titles stand.
        plan: the session, worked out.
    """
    return (opening(plan), *(screen for row in plan.rows for screen in screens_of(content, plan, row)))


def _section(content: Content, row: Row) -> Screen:
    """Return the screen that names a part."""
    empty = _empty(row.slides[0], Look.SECTION)
    minutes = Prose(content.label("minutes", count=row.block.minutes))
    notes = (Prose(content.label("say-what-comes-next")),)
    return replace(empty, title=row.block.title, lead=minutes, notes=notes, source=None)


def _screens(content: Content, row: Row, slide: Slide) -> Iterator[Screen]:
    """Yield the screens of a slide, the first with what all of them leave out."""
    made = list(_drawn(row, _shown(slide)))
    full = _in_full(slide, made)
    for number, screen in enumerate(made, 1):
        title = part_title(content, slide.title, number, len(made))
        first = number == 1
        yield replace(screen, title=title, is_first=first, in_full=full, stage=screen.stage and (number, len(made)))


def _shown(slide: Slide) -> Slide:
    """Return a slide with what a room sees of it alone."""
    lead = slide.lead if slide.shows_lead else None
    if not slide.shown:
        return replace(slide, lead=lead)
    if slide.stages:
        return replace(slide, lead=lead, stages=tuple(slide.stages[number - 1] for number in slide.shown))
    return replace(slide, lead=lead, points=tuple(slide.points[number - 1] for number in slide.shown))


def _empty(slide: Slide, look: Look) -> Screen:
    return Screen(
        slide.id,
        slide.block,
        slide.content,
        look,
        slide.title,
        notes=(slide.notes,),
        look_for=slide.look_for,
        source=slide.source,
    )


def _drawn(row: Row, slide: Slide) -> Iterator[Screen]:
    if any(point.right for point in slide.points):
        asked = _empty(slide, Look.QUESTION)
        yield replace(asked, lead=slide.lead, points=slide.points, answer=slide.stages[0] if slide.stages else None)
    elif slide.stages:
        for stage in slide.stages:
            told = _empty(slide, Look.CASE)
            points = (*stage.points, *slide.points)
            yield replace(told, lead=stage.text, points=points, own=len(stage.points), stage=(1, 1))
    elif slide.picture:
        look = Look.LEVELS if isinstance(slide.picture, Continuum) else Look.ROUTE
        yield from _lists(replace(slide, points=()), Look.LIST) if slide.lead else ()
        yield replace(_empty(slide, look), points=slide.points, picture=slide.picture)
    elif slide.content in PAIRS:
        yield from _pairs(slide)
    elif slide.content is SlideKind.REHEARSAL:
        yield from _rehearsal(slide)
    else:
        yield from _lists(slide, _look(row, slide))


def _look(row: Row, slide: Slide) -> Look:
    if row.block.kind is BlockKind.PAUSE:
        return Look.PAUSE
    return Look.HELP if slide.content is SlideKind.TALK else Look.LIST


def _pairs(slide: Slide) -> Iterator[Screen]:
    for one, two in zip(slide.points[::2], slide.points[1::2], strict=False):
        if slide.content is SlideKind.STATISTIC:
            yield replace(_empty(slide, Look.NUMBER), points=(one, two))
        else:
            columns = tuple((Column(point.term or "", (_shortened(point.text),)),) for point in (one, two))
            yield replace(_empty(slide, Look.COLUMNS), columns=columns)


def _rehearsal(slide: Slide) -> Iterator[Screen]:
    """Yield the situation, then what to say beside what to avoid."""
    if slide.lead:
        yield replace(_empty(slide, Look.STATEMENT), lead=slide.lead)
    heads = list(dict.fromkeys(point.term or "" for point in slide.points))
    groups = [Column(head, tuple(p.text for p in slide.points if (p.term or "") == head)) for head in heads]
    if groups:
        yield replace(_empty(slide, Look.COLUMNS), columns=(tuple(groups[:1]), tuple(groups[1:])))


def _lists(slide: Slide, look: Look) -> Iterator[Screen]:
    """Yield a paragraph and points over as many screens as they need, filled about alike."""
    if look is Look.HELP:
        yield from _services(slide)
        return
    lead = slide.lead and _shortened(slide.lead)
    points = tuple(replace(point, text=_shortened(point.text)) for point in slide.points)
    if lead and not points:
        quoted = slide.content in QUOTED or slide.source is not None
        yield replace(_empty(slide, Look.QUOTE if quoted else Look.STATEMENT), lead=lead)
        return
    stays = lead if lead and _leads_over(lead, points) else None
    if lead and not stays:
        yield replace(_empty(slide, Look.QUOTE if slide.source else Look.STATEMENT), lead=lead)
    start, ordered = 1, slide.ordered and not slide.shown  # a part of a list that counts has no numbers
    for group in _groups(points, stays):
        above = stays if start == 1 else None
        is_alone = look is Look.LIST and not (ordered or above or group[1:])
        made = replace(_empty(slide, Look.STATEMENT if is_alone else look), ordered=ordered, start=start)
        yield replace(made, lead=above, points=group)
        start += len(group)


def _services(slide: Slide) -> Iterator[Screen]:
    """Yield whom to call, in two columns: the name, what for in a few words, and the number."""
    points = [replace(point, term=_named(point), text=point.brief or point.text, brief=None) for point in slide.points]
    most = next((most for most in range(MOST_SERVICES, 1, -2) if all(map(_fits_beside, _rows_of(points, most)))), 2)
    for group in _rows_of(points, most):
        yield replace(_empty(slide, Look.HELP), points=group)


def _named(point: Point) -> str:
    return (point.term or "").rstrip(":")


def _rows_of(points: Sequence[Point], most: int) -> list[tuple[Point, ...]]:
    return [tuple(points[start : start + most]) for start in range(0, len(points), most)]


def _fits_beside(points: Sequence[Point]) -> bool:
    return services_height(points, OF_COLUMNS[-1]) <= ROOM[1]


def _hold(points: Sequence[Point], lead: Prose | None) -> bool:
    """Return whether points stand below a title, and a paragraph above them, in type of the usual size."""
    fits = len(points) <= MOST_POINTS and _below(points, lead) <= MOST_WORDS
    return fits and list_height(lead, points, USUAL) <= ROOM[1]


def _leads_over(lead: Prose, points: Sequence[Point]) -> bool:
    """Return whether a paragraph stands above points, and not on a screen of its own."""
    return lead.text.rstrip().endswith(":") or _words(lead) <= SHORT or _hold(points, lead)


def _groups(points: Sequence[Point], lead: Prose | None) -> list[tuple[Point, ...]]:
    """Return points in as few groups as they need, filled about alike.

    Args:
        points: all of them.
        lead: what stands above the first.
    """
    best: dict[int, tuple[int, int, tuple[tuple[Point, ...], ...]]] = {len(points): (0, 0, ())}
    for start in reversed(range(len(points))):
        above = None if start else lead
        found = []
        for end in range(start + 1, len(points) + 1):
            group = tuple(points[start:end])
            if len(group) > 1 and not _hold(group, above):
                break
            count, squares, rest = best[end]
            found.append((count + 1, squares + _below(group, above) ** 2, (group, *rest)))
        best[start] = min(found, key=lambda one: one[:2])
    return list(best[0][2])


def _in_full(slide: Slide, made: Sequence[Screen]) -> tuple[Point, ...]:
    """Return what no screen of a slide shows as it is written."""
    shown = {prose.text for screen in made for prose in _proses(screen)}
    written = [Point(slide.lead)] if slide.lead else []
    later = [point for stage in slide.stages if slide.shown for point in (Point(stage.text), *stage.points)]
    return tuple(point for point in (*written, *later, *slide.points) if point.text.text not in shown)


def _proses(screen: Screen) -> Iterator[Prose]:
    yield from [screen.lead] if screen.lead else []
    yield from (point.text for point in screen.points)
    yield from (line for column in screen.columns for part in column for line in part.lines)


def _shortened(prose: Prose) -> Prose:
    """Return the first sentence of a long prose, when what follows it can be left to the notes."""
    first = first_sentence(prose)
    rest = prose.text.strip()[len(first.text.strip()) :]
    return prose if _words(prose) <= LONG or KEPT.search(rest) else first


def _all(points: Iterable[Point]) -> int:
    """Return how many words points have, with what stands before and after them."""
    return sum(len((point.term or "").split()) + _words(point.text) + (3 if point.phone else 0) for point in points)


def _below(points: Iterable[Point], lead: Prose | None) -> int:
    """Return how many words points have with a paragraph above them."""
    return _all(points) + (_words(lead) if lead else 0)


def _words(prose: Prose) -> int:
    return len(plain_text(prose).split())


def _size(screen: Screen) -> int:
    """Return the largest size in which what stands below a title fits; the other looks have one size."""
    if screen.look is Look.COLUMNS:
        columns = [[(part.head, part.lines) for part in column] for column in screen.columns]
        return largest(OF_COLUMNS, lambda size: max(column_height(each, size) for each in columns))
    if screen.look is Look.HELP:
        return largest(OF_COLUMNS[2:], lambda size: services_height(screen.points, size))
    if screen.look is Look.CASE and (story := screen.lead):
        return largest(OF_STORIES, lambda size: lines_of(story, size, STORY) * size * LINE_HEIGHT)
    if screen.look not in MEASURED:
        return USUAL
    if screen.look is Look.STATEMENT:
        return largest(SIZES, lambda size: statement_height(screen.lead, screen.points, size))
    most = MOST_IN_LISTS if screen.points else SIZES[0]
    width, room = QUOTED_ROOM if screen.look is Look.QUOTE else ROOM
    sizes = [size for size in SIZES if size <= most]
    return largest(sizes, lambda size: list_height(screen.lead, screen.points, size, width), room)
