"""Each slide has something to draw, and draws it from a place that has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.check.duplicates import repeated
from build_scripts.check.sessions import unknown
from build_scripts.content.content import Content
from build_scripts.content.fields import Record, Reference
from build_scripts.content.links import target
from build_scripts.content.load import Loaded
from build_scripts.content.of_content import KeptOfContent
from build_scripts.content.problems import ContentError, Problem, did_you_mean
from build_scripts.content.registers import Service, ServiceAudience
from build_scripts.content.route import Correction, Response, Route, Step
from build_scripts.content.sessions import (
    Question,
    Rehearsal,
    Role,
    Rule,
    Scenario,
    Session,
    SessionBlock,
    SessionPart,
    SessionParts,
    SessionSlide,
    SlideKind,
)
from build_scripts.training.slide_sources import KINDS_OF_SOURCE, MANY, OWN, WHOLE, items, slide_content

RECORDS_OF_SLIDE: dict[SlideKind, type[Record]] = {
    SlideKind.QUESTION: Question,
    SlideKind.REHEARSAL: Rehearsal,
    SlideKind.SCENARIO: Scenario,
}
"""Kinds of content whose ids are those of records of their own."""
WITHIN: dict[SlideKind, tuple[str, type[Record]]] = {
    SlideKind.CONSIDERATION: ("consideration", Step),
    SlideKind.CORRECTIONS: ("correction", Correction),
    SlideKind.RESPONSE: ("response", Response),
}
"""Kinds of content whose ids stand within another record, and what they are called."""
DRAWN_BY = {
    Role.GROUND_RULES: (SlideKind.OUTCOMES, SlideKind.RULES),
    Role.STAFF_SUPPORT: (SlideKind.TALK,),
    Role.CLOSE: (SlideKind.ACTIONS,),
}
"""What the slides of a shared part draw, so that no session is without it."""
NEVER_LEFT_OUT = (Rule.CHOICES, Rule.NO_IDENTIFIABLE_CASES)


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield problems with single slides and with the shared parts."""
    for shared in loaded.content.all(SessionParts):
        yield from _rules(shared)
        yield from _doubles(shared)
        for part in shared.parts:
            yield from _part(part)
        yield from _slides(loaded, shared)
    for session in loaded.content.all(Session):
        yield from _slides(loaded, session)


def _rules(shared: SessionParts) -> Iterator[Problem]:
    given = [rule.rule for rule in shared.rules]
    for rule in NEVER_LEFT_OUT:
        if rule not in given:
            message = f"the ground rules leave out '{rule}'"
            yield Problem(shared.rules[0].location, message, f"add a rule with 'rule: {rule}'")
    for rule, where, _ in repeated((rule.rule, rule.location) for rule in shared.rules):
        yield Problem(where, f"the rule '{rule}' is given twice", "keep one of the two")


def _doubles(shared: SessionParts) -> Iterator[Problem]:
    for name, where, first in repeated((part.id, part.location) for part in shared.parts):
        yield Problem(where, f"there is a part '{name}' already, on line {first.line}", "change one of them")


def _part(part: SessionPart) -> Iterator[Problem]:
    shown = {slide.content for slide in part.slides}
    for drawn in DRAWN_BY.get(part.role, ()):
        if drawn not in shown:
            message = f"no slide of the part '{part.id}' shows {drawn}"
            yield Problem(part.location, message, f"add a slide with 'content: {drawn}'")


def _slides(loaded: Loaded, holder: SessionParts | Session) -> Iterator[Problem]:
    for at, block in enumerate(_blocks(holder)):
        for number, slide in enumerate(block.slides):
            problems = [*_source(slide), *_known(loaded, slide), *_for_adults(loaded, slide)]
            yield from problems
            if not problems and _can_be_drawn(loaded, slide):
                yield from _picks(loaded, holder, (at, number))


def _blocks(holder: SessionParts | Session) -> tuple[SessionPart | SessionBlock, ...]:
    return holder.parts if isinstance(holder, SessionParts) else holder.blocks


def _source(slide: SessionSlide) -> Iterator[Problem]:
    """Yield problems with the number and the kinds of what a slide draws from."""
    kinds = KINDS_OF_SOURCE.get(slide.content, frozenset())
    if not kinds and slide.source:
        yield Problem(slide.source[0].location, f"a slide that shows {slide.content} needs no 'source:'", "take it out")
    elif kinds and not slide.source and slide.content not in WHOLE:
        message = f"a slide that shows {slide.content} names no source"
        yield Problem(slide.location, message, f"add 'source:' with {_wanted(kinds)}")
    elif len(slide.source) > 1 and slide.content not in MANY:
        yield Problem(slide.source[1].location, f"a slide shows one {slide.content}", "make a slide of each")
    else:
        for reference in slide.source:
            if reference.kind not in kinds:
                written = reference.id if reference.kind == OWN else str(reference)
                message = f"'{written}' is nothing that a slide can show as {slide.content}"
                yield Problem(reference.location, message, f"use {_wanted(kinds)}")
    if slide.content is SlideKind.POINTS and not slide.points:
        yield Problem(slide.location, "this slide shows points and has none", "add 'points:'")


def _wanted(kinds: frozenset[str]) -> str:
    return " or ".join(sorted("an id" if kind == OWN else f"{kind}:…" for kind in kinds))


def _known(loaded: Loaded, slide: SessionSlide) -> Iterator[Problem]:
    for reference in slide.source:
        if reference.kind != OWN:
            continue
        if kind := RECORDS_OF_SLIDE.get(slide.content):
            yield from unknown(loaded, kind, reference)
        elif slide.content in WITHIN and _is_read(loaded, slide.content):
            yield from _unknown_within(loaded, slide.content, reference)


def _is_read(loaded: Loaded, drawn: SlideKind) -> bool:
    holder: type[Record] = Correction if drawn is SlideKind.CORRECTIONS else Route
    return holder not in loaded.unread and bool(loaded.content.all(holder))


def _unknown_within(loaded: Loaded, drawn: SlideKind, reference: Reference) -> Iterator[Problem]:
    name, kind = WITHIN[drawn]
    known = items(loaded.content, drawn)
    if reference.id not in known and (kind, reference.id) not in loaded.invalid:
        remedy = did_you_mean(reference.id, known, f"use one of: {', '.join(known)}")
        yield Problem(reference.location, f"there is no {name} '{reference.id}'", remedy)


def _for_adults(loaded: Loaded, slide: SessionSlide) -> Iterator[Problem]:
    for reference in slide.source if slide.content is SlideKind.TALK else ():
        service = loaded.content.find("service", reference.id)
        if isinstance(service, Service) and set(service.audiences) == {ServiceAudience.YOUNG_PERSON}:
            message = f"'{reference.id}' is for young people, and this slide is for the adults in the room"
            yield Problem(reference.location, message, "name a service for adults")


def _can_be_drawn(loaded: Loaded, slide: SessionSlide) -> bool:
    """Tell whether everything is there that the slide draws from; what is missing is told elsewhere."""
    content = loaded.content
    if loaded.unread or not content.all(SessionParts) or not content.all(Session):
        return False
    if any(reference.kind == OWN and reference.id not in items(content, slide.content) for reference in slide.source):
        return False
    return all(reference.kind == OWN or target(content, reference) for reference in slide.source)


def _shown(slide: SessionSlide, count: int) -> Iterator[Problem]:
    """Yield problems with what a room sees of what is drawn."""
    for number in slide.shown:
        if not 1 <= number <= count:
            message = f"there is no number {number} to show: this slide has {count}"
            yield Problem(slide.location, message, "change the numbers under 'shown:'")
            return


@dataclass(frozen=True)
class _Drawn:
    """How much a slide draws."""

    points: int
    stages: int
    empty: bool


@KeptOfContent
def _drawn(content: Content, holder: SessionParts | Session, place: tuple[int, int]) -> _Drawn | None:
    """Return how much a slide draws, or None where a label is missing or has another value, which is told elsewhere."""
    session = holder if isinstance(holder, Session) else content.all(Session)[0]
    try:
        drawn = slide_content(content, session, _slide_at(holder, place))
    except (ContentError, LookupError):
        return None
    return _Drawn(len(drawn.points), len(drawn.stages), drawn.empty)


def _slide_at(holder: SessionParts | Session, place: tuple[int, int]) -> SessionSlide:
    return _blocks(holder)[place[0]].slides[place[1]]


def _picks(loaded: Loaded, holder: SessionParts | Session, place: tuple[int, int]) -> Iterator[Problem]:
    """Yield problems with what a slide takes of what it draws from, told by the place of its block and its own."""
    slide, drawn = _slide_at(holder, place), _drawn(loaded.content, holder, place)
    if drawn is None:
        return
    for number in slide.pick:
        if not 1 <= number <= drawn.points:
            message = f"there is no point {number}: what this slide draws from has {drawn.points}"
            yield Problem(slide.location, message, "change the numbers under 'pick:'")
            return
    if slide.content is not SlideKind.QUESTIONS:
        yield from _shown(slide, drawn.stages or len(slide.pick or range(drawn.points)) + len(slide.points))
    elif isinstance(holder, Session):
        yield from _shown(slide, len(holder.questions))
    if drawn.empty and slide.content is not SlideKind.QUESTIONS and not slide.points:
        message = f"there is nothing to draw for '{slide.title}'"
        yield Problem(slide.location, message, "name another heading, lower 'list_number:', or add points")
