"""Each slide has something to draw, and draws it from a place that has it."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.sessions import unknown
from build_scripts.content.fields import Record, Reference
from build_scripts.content.links import target
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Problem, did_you_mean
from build_scripts.content.registers import Service, ServiceAudience
from build_scripts.content.route import Erratum, Response, Route, Step
from build_scripts.content.sessions import (
    Outline,
    Question,
    Rehearsal,
    Role,
    Rule,
    Scenario,
    Session,
    SessionPart,
    SessionParts,
    SessionSlide,
)
from build_scripts.training.slide_sources import KINDS_OF_SOURCE, MANY, OWN, WHOLE, items, slide_content

RECORDS_OF_SLIDE: dict[Outline, type[Record]] = {
    Outline.QUESTION: Question,
    Outline.REHEARSAL: Rehearsal,
    Outline.SCENARIO: Scenario,
}
"""Outlines whose ids stand in files of their own."""
WITHIN: dict[Outline, tuple[str, type[Record]]] = {
    Outline.CONSIDERATION: ("consideration", Step),
    Outline.ERRATA: ("correction", Erratum),
    Outline.RESPONSE: ("response", Response),
}
"""Outlines whose ids stand within another register, and what they are called."""
DRAWN_BY = {
    Role.GROUND_RULES: (Outline.OUTCOMES, Outline.RULES),
    Role.STAFF_SUPPORT: (Outline.TALK,),
    Role.CLOSE: (Outline.ACTIONS,),
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
            for slide in part.slides:
                yield from _slide(loaded, slide, None)
    for session in loaded.content.all(Session):
        for block in session.blocks:
            for slide in block.slides:
                yield from _slide(loaded, slide, session)


def _rules(shared: SessionParts) -> Iterator[Problem]:
    given = [rule.rule for rule in shared.rules]
    for rule in NEVER_LEFT_OUT:
        if rule not in given:
            message = f"the ground rules leave out '{rule}'"
            yield Problem(shared.rules[0].location, message, f"add a rule with 'rule: {rule}'")
    for number, ground_rule in enumerate(shared.rules):
        if ground_rule.rule in given[:number]:
            message = f"the rule '{ground_rule.rule}' is given twice"
            yield Problem(ground_rule.location, message, "keep one of the two")


def _doubles(shared: SessionParts) -> Iterator[Problem]:
    seen = set[str]()
    for part in shared.parts:
        if part.id in seen:
            yield Problem(part.location, f"there is a part '{part.id}' already", "change one of them")
        seen.add(part.id)


def _part(part: SessionPart) -> Iterator[Problem]:
    shown = {slide.show for slide in part.slides}
    for outline in DRAWN_BY.get(part.role, ()):
        if outline not in shown:
            message = f"no slide of the part '{part.id}' shows {outline}"
            yield Problem(part.location, message, f"add a slide with 'show: {outline}'")


def _slide(loaded: Loaded, slide: SessionSlide, session: Session | None) -> Iterator[Problem]:
    problems = [*_of(slide), *_known(loaded, slide), *_for_adults(loaded, slide)]
    yield from problems
    if not problems and _can_be_drawn(loaded, slide):
        yield from _picks(loaded, slide, session)


def _of(slide: SessionSlide) -> Iterator[Problem]:
    """Yield problems with the number and the kinds of what a slide draws from."""
    kinds = KINDS_OF_SOURCE.get(slide.show, frozenset())
    if not kinds and slide.of:
        yield Problem(slide.of[0].location, f"a slide that shows {slide.show} needs no 'of:'", "take it out")
    elif kinds and not slide.of and slide.show not in WHOLE:
        message = f"a slide that shows {slide.show} does not say of what"
        yield Problem(slide.location, message, f"add 'of:' with {_wanted(kinds)}")
    elif len(slide.of) > 1 and slide.show not in MANY:
        yield Problem(slide.of[1].location, f"a slide shows one {slide.show}", "make a slide of each")
    else:
        for reference in slide.of:
            if reference.kind not in kinds:
                written = reference.id if reference.kind == OWN else str(reference)
                message = f"'{written}' is nothing that a slide can show as {slide.show}"
                yield Problem(reference.location, message, f"use {_wanted(kinds)}")
    if slide.show is Outline.POINTS and not slide.points:
        yield Problem(slide.location, "this slide shows points and has none", "add 'points:'")


def _wanted(kinds: frozenset[str]) -> str:
    return " or ".join(sorted("an id" if kind == OWN else f"{kind}:…" for kind in kinds))


def _known(loaded: Loaded, slide: SessionSlide) -> Iterator[Problem]:
    for reference in slide.of:
        if reference.kind != OWN:
            continue
        if kind := RECORDS_OF_SLIDE.get(slide.show):
            yield from unknown(loaded, kind, reference)
        elif slide.show in WITHIN and _is_read(loaded, slide.show):
            yield from _unknown_within(loaded, slide.show, reference)


def _is_read(loaded: Loaded, show: Outline) -> bool:
    holder: type[Record] = Erratum if show is Outline.ERRATA else Route
    return holder not in loaded.unread and bool(loaded.content.all(holder))


def _unknown_within(loaded: Loaded, show: Outline, reference: Reference) -> Iterator[Problem]:
    name, kind = WITHIN[show]
    known = items(loaded.content, show)
    if reference.id not in known and (kind, reference.id) not in loaded.spoilt:
        remedy = did_you_mean(reference.id, known, f"use one of: {', '.join(known)}")
        yield Problem(reference.location, f"there is no {name} '{reference.id}'", remedy)


def _for_adults(loaded: Loaded, slide: SessionSlide) -> Iterator[Problem]:
    for reference in slide.of if slide.show is Outline.TALK else ():
        service = loaded.content.find("service", reference.id)
        if isinstance(service, Service) and set(service.audiences) == {ServiceAudience.YOUNG_PERSON}:
            message = f"'{reference.id}' is for young people, and this slide is for the adults in the room"
            yield Problem(reference.location, message, "name a service for adults")


def _can_be_drawn(loaded: Loaded, slide: SessionSlide) -> bool:
    """Tell whether everything is there that the slide draws from; what is missing is told elsewhere."""
    content = loaded.content
    if loaded.unread or not content.all(SessionParts) or not content.all(Session):
        return False
    if any(reference.kind == OWN and reference.id not in items(content, slide.show) for reference in slide.of):
        return False
    return all(reference.kind == OWN or target(content, reference) for reference in slide.of)


def _picks(loaded: Loaded, slide: SessionSlide, session: Session | None) -> Iterator[Problem]:
    try:
        drawn = slide_content(loaded.content, session or loaded.content.all(Session)[0], slide)
    except LookupError:
        return  # a label that is missing is told elsewhere
    for number in slide.pick:
        if not 1 <= number <= len(drawn.points):
            message = f"there is no point {number}: what this slide draws from has {len(drawn.points)}"
            yield Problem(slide.location, message, "change the numbers under 'pick:'")
            return
    if drawn.empty and slide.show is not Outline.QUESTIONS and not slide.points:
        message = f"there is nothing to draw for '{slide.title}'"
        yield Problem(slide.location, message, "name another heading, lower 'which:', or add points")
