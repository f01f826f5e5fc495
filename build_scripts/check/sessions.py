"""A session can be delivered: its minutes add up, and nothing is missing that keeps people safe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from build_scripts.check.duplicates import repeated
from build_scripts.check.readability import sentences_of
from build_scripts.content.content import Content, home_of
from build_scripts.content.fields import Record, Reference
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Location, Problem, did_you_mean
from build_scripts.content.sessions import (
    Question,
    Rehearsal,
    Role,
    Scenario,
    Session,
    SessionBlock,
    SessionKind,
    SessionParts,
    SessionSlide,
    SlideKind,
)
from build_scripts.content.settings import SessionSettings, Settings
from build_scripts.training.session_plan import minutes_of, part_of, slides_of, starts
from build_scripts.training.slide_sources import items

NEEDED = {
    Role.GROUND_RULES: "ground rules and choices",
    Role.PAUSE: "pause in the middle",
    Role.STAFF_SUPPORT: "way for staff to disclose, with support for adults",
    Role.CLOSE: "close with support",
}
"""Parts that no session is without, and what they give."""
TAUGHT = ("behaviour", "faq", "page", "section")
"""Kinds of pages that a session can teach."""
WARNING = re.compile(r"\b(?:disturbing|distressing|graphic|shocking|trigger|upsetting|warning)", re.IGNORECASE)
"""What makes a note a warning. Warnings do not lessen distress, and raise fear before the session."""


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield problems with the running order of sessions and with what they must hold; then what none of them uses."""
    found = list(_sessions(loaded))
    yield from found or _unused(loaded)


def _sessions(loaded: Loaded) -> Iterator[Problem]:
    content = loaded.content
    parts_known = SessionParts not in loaded.unread and bool(content.all(SessionParts))
    yield from _block_ids(content)
    for session in content.all(Session):
        for settings in content.all(Settings):
            yield from _minutes(session, settings.sessions)
            yield from _question_count(session, settings.sessions)
        yield from _outcomes(content, session)
        yield from _content_note(session)
        yield from _taught(session)
        yield from _ids(loaded, session)
        for block in session.blocks:
            yield from _slides_or_part(block)
        if parts_known:
            yield from _parts(content, session)
            for settings in content.all(Settings):
                yield from _pause(content, session, settings.sessions)
            yield from _slides(content, session)


def _minutes(session: Session, limits: SessionSettings) -> Iterator[Problem]:
    total = minutes_of(session)
    if abs(total - session.minutes) > limits.spare_minutes:
        which = "the blocks that are not optional" if any(block.optional for block in session.blocks) else "the blocks"
        message = f"{which} take {total} minutes, and the session {session.minutes}"
        more = "add minutes to blocks" if total < session.minutes else "take minutes off blocks"
        remedy = f"write 'minutes: {total}' here, or {more} below"
        yield Problem(session.place("minutes"), message, remedy)


def _pause(content: Content, session: Session, limits: SessionSettings) -> Iterator[Problem]:
    total, middle = minutes_of(session), (limits.pause_after, limits.pause_before)
    pauses = [
        (block, at) for block, at in starts(session) if not block.optional and _role(content, block) is Role.PAUSE
    ]
    if pauses and not any(middle[0] <= 100 * at / total <= middle[1] for _, at in pauses):
        block, at = pauses[0]
        message = f"the pause begins after {at} of {total} minutes"
        first, last = (round(share * total / 100) for share in middle)
        yield Problem(block.location, message, f"begin it between minute {first} and minute {last}")


def _role(content: Content, block: SessionBlock) -> Role | None:
    part = part_of(content, block)
    return part.role if part else None


def _outcomes(content: Content, session: Session) -> Iterator[Problem]:
    verbs = {str(verb).lower() for shared in content.all(SessionParts) for verb in shared.verbs}
    for outcome in session.outcomes:
        first = outcome.text.split()[0].strip("*_,.:").lower()
        if verbs and first not in verbs:
            remedy = did_you_mean(
                first,
                verbs,
                "begin with what people can do, such as Name or Explain; session-parts.yml lists the verbs",
            )
            yield Problem(outcome.location, f"'{first}' is not a verb that an outcome begins with", remedy)


def _content_note(session: Session) -> Iterator[Problem]:
    note = session.content_note
    if len(sentences_of(note)) != 1:
        message = f"the content note has {len(sentences_of(note))} sentences"
        yield Problem(note.location, message, "say in one neutral sentence what is covered")
    if found := WARNING.search(note.text):
        message = f"'{found[0].lower()}' makes the content note a warning"
        yield Problem(note.location, message, "say plainly what is covered; the ground rules give the choices")


def _taught(session: Session) -> Iterator[Problem]:
    topics = (block.topic for block in session.blocks if block.topic)
    for reference in (*session.about, *topics):
        if reference.kind not in TAUGHT:
            message = f"'{reference}' is not a page that a session can teach"
            yield Problem(reference.location, message, f"use one of: {', '.join(TAUGHT)}")


def _question_count(session: Session, limits: SessionSettings) -> Iterator[Problem]:
    count = limits.question_count(session.kind)
    if not count.fewest <= len(session.questions) <= count.most:
        wanted = str(count.most) if count.fewest == count.most else f"{count.fewest} to {count.most}"
        message = f"a {session.kind} has {wanted} questions, and this has {len(session.questions)}"
        yield Problem(session.place("questions"), message, "change the list under 'questions:'")


def _ids(loaded: Loaded, session: Session) -> Iterator[Problem]:
    lists: tuple[tuple[type[Record], Iterable[Reference]], ...] = (
        (Scenario, session.scenarios),
        (Rehearsal, session.rehearsals),
        (Question, session.questions),
    )
    for kind, references in lists:
        for reference in references:
            yield from unknown(loaded, kind, reference)
        for name, where, _ in repeated((reference.id, reference.location) for reference in references):
            yield Problem(where, f"'{name}' is listed twice", "keep one of the two")


def unknown(loaded: Loaded, kind: type[Record], reference: Reference) -> Iterator[Problem]:
    """Yield a problem when no record of a kind has the id; not when records of that kind could not be read."""
    known = [getattr(record, "id", "") for record in loaded.content.all(kind)]
    if reference.id in known or kind in loaded.unread or (kind, reference.id) in loaded.invalid:
        return
    name = kind.__name__.lower()
    remedy = did_you_mean(reference.id, known, f"add it to {home_of(kind)}, or use an id from there")
    yield Problem(reference.location, f"there is no {name} '{reference.id}'", remedy)


def _unused(loaded: Loaded) -> Iterator[Problem]:
    """Yield a warning for each scenario, rehearsal and question that nobody will see."""
    sessions = loaded.content.all(Session)
    if Session in loaded.unread or any(kind is Session for kind, _ in loaded.invalid):
        return
    named = {
        reference.id
        for session in sessions
        for slide in chain.from_iterable(block.slides for block in session.blocks)
        for reference in (*session.scenarios, *session.rehearsals, *session.questions, *slide.source)
    }
    for kind in (Scenario, Rehearsal, Question):
        for record in loaded.content.all(kind):
            name = getattr(record, "id", "")
            if name not in named:
                message = f"no session uses the {kind.__name__.lower()} '{name}'"
                yield Problem(record.location, message, "name it in a session, or take it out", "warning")


def _block_ids(content: Content) -> Iterator[Problem]:
    """Yield a problem for each id taken twice: the addresses of all slides are made of them."""
    first: dict[str, Location] = {}
    for session in content.all(Session):
        within = set[str]()
        for block in session.blocks:
            before = first.get(block.id)
            if block.id in within or (before and block.slides):
                where = f"at {before.path}:{before.line}" if before else "in this session"
                message = f"there is a block '{block.id}' already, {where}"
                yield Problem(block.location, message, "change one of them; only shared parts come again")
            within.add(block.id)
            first.setdefault(block.id, block.location)


def _slides_or_part(block: SessionBlock) -> Iterator[Problem]:
    if bool(block.slides) == bool(block.part):
        message = "this block has slides and a part" if block.part else "this block has nothing to show"
        yield Problem(block.location, message, "give it 'slides:' of its own, or the id of a shared 'part:'")


def _parts(content: Content, session: Session) -> Iterator[Problem]:
    known = {part.id: part.role for shared in content.all(SessionParts) for part in shared.parts}
    missing = [block.part for block in session.blocks if block.part and block.part.id not in known]
    for reference in missing:
        remedy = did_you_mean(reference.id, known, f"use one of: {', '.join(known)}")
        yield Problem(reference.location, f"there is no part '{reference.id}'", remedy)
    if not missing:
        yield from _needed(content, session)


def _needed(content: Content, session: Session) -> Iterator[Problem]:
    roles = {_role(content, block): block for block in reversed(session.blocks) if not block.optional}
    for role, gives in NEEDED.items():
        if role not in roles:
            remedy = f"add a block with a 'part:' that has the role {role}"
            yield Problem(session.location, f"this session has no {gives}", remedy)
    for role, block, place in (
        (Role.GROUND_RULES, session.blocks[0], "first"),
        (Role.CLOSE, session.blocks[-1], "last"),
    ):
        if role in roles and _role(content, block) is not role:
            message = f"the {place} block is not the part for {role}"
            yield Problem(block.location, message, f"move the block '{roles[role].id}' to be {place}")


def _slides(content: Content, session: Session) -> Iterator[Problem]:
    written = [*chain.from_iterable(slides_of(content, block) for block in session.blocks)]
    yield from _titles(session, written)
    yield from _cards(content, session, written)
    talked = {SlideKind.SCENARIO} | ({SlideKind.PROMPTS} if session.kind is SessionKind.BRIEFING else set())
    if not talked.intersection(slide.content for slide in written):
        message = "nothing in this session is talked about in pairs or groups"
        yield Problem(session.location, message, "add a slide with 'content: scenario'")


def _titles(session: Session, slides: Iterable[SessionSlide]) -> Iterator[Problem]:
    for title, where, _ in repeated(((slide.title, slide.location) for slide in slides), str.lower):
        message = f"two slides of '{session.id}' are called '{title}'"
        yield Problem(where, message, "word one of them differently, so that people can say which")


def _cards(content: Content, session: Session, slides: Iterable[SessionSlide]) -> Iterator[Problem]:
    """Yield a problem for each scenario and rehearsal on a slide that is not among the cards to cut out."""
    listed = {SlideKind.SCENARIO: session.scenarios, SlideKind.REHEARSAL: session.rehearsals}
    for slide in slides:
        for reference in slide.source if slide.content in listed else ():
            has_card = reference.id in [card.id for card in listed[slide.content]]
            if not has_card and reference.id in items(content, slide.content):
                message = f"the {slide.content} '{reference.id}' has no card in '{session.id}'"
                yield Problem(reference.location, message, f"add it to '{slide.content}s:' of the session")
