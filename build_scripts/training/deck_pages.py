"""The slides of a session as a page to present, and the slides of all for what the session builder puts together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.links import page_address
from build_scripts.content.of_content import KeptOfContent
from build_scripts.content.sessions import Session, SessionBlock, SessionKind, SlideKind
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.page_context import PageContext
from build_scripts.training.screens import Screen, opening, screens_of
from build_scripts.training.session_plan import Row, SessionPlan, session_plan

OF_A_SESSION = {SlideKind.OUTCOMES: "outcomes", SlideKind.ACTIONS: "actions"}
"""Slides of shared parts that say something else in each session."""
DECK: Mapping[str, object] = {"template": "deck.html", "style": "deck"}
"""The frame of slides, and what they load."""


@dataclass(frozen=True)
class DeckPart:
    """Slides that are chosen and timed together.

    Attributes:
        key: unique on the page; addresses of decks that the builder makes name it.
        title: its name in the running order.
        minutes: how long it takes; nought for slides whose time is counted elsewhere.
        when: its place in the running order, in words.
        screens: what the room sees.
        optional: whether it is done only when there is time.
    """

    key: str
    title: str
    minutes: int
    when: str
    screens: tuple[Screen, ...]
    optional: bool = False


def deck_address(session: Session) -> str:
    """Return the address of the deck of a session, without ending."""
    return f"{page_address(session)}-slides"


def clock(content: Content, row: Row) -> str:
    """Return when a block starts and ends, in words."""
    minutes = row.block.minutes
    if row.block.optional:
        return content.label("minutes-if-there-is-time", count=minutes)
    return content.label("from-minute-to-minute", start=row.starts_at, end=row.starts_at + minutes)


def lengths_of(sessions: Sequence[Session], block: SessionBlock, lengths: Sequence[int]) -> tuple[int, ...]:
    """Return the minutes of a block for each length that the builder offers, as in the session nearest to it.

    Args:
        sessions: every session.
        block: a block of one of them.
        lengths: the lengths, in minutes.
    """
    having = [(session, each.minutes) for session in sessions for each in session.blocks if each.id == block.id]

    def nearest(length: int) -> int:
        return min(having, key=lambda one: (abs(one[0].minutes - length), one[0].kind is SessionKind.BRIEFING))[1]

    return tuple(map(nearest, lengths))


def shared_parts(content: Content, session: Session) -> Iterator[DeckPart]:
    """Yield the blocks of a session for the page of all slides, and apart from these what it says of itself in them.

    Blocks that several sessions share have one key.

    Args:
        content: where the words beside them stand.
        session: the session.
    """
    plan = session_plan(content, session)
    yield opening_part(replace(opening(plan), lead=None))
    for row in plan.rows:
        screens = screens_of(content, plan, row)
        own = [screen for screen in screens if row.block.part and screen.content in OF_A_SESSION]
        for kind in dict.fromkeys(screen.content for screen in own):
            mine = tuple(_noted(plan, screen) for screen in own if screen.content is kind)
            yield DeckPart(f"{session.id}-{OF_A_SESSION[kind]}", mine[0].title, 0, "", mine)
        minutes = row.block.minutes
        rest = tuple(screen for screen in screens if screen not in own)
        yield DeckPart(row.block.id, row.block.title, minutes, content.label("minutes", count=minutes), rest)


@KeptOfContent
def drawn_parts(content: Content, session: Session, page: str) -> tuple[tuple[DeckPart, Markup], ...]:
    """Return the parts of a session as the running order of all slides needs them, each with its slides drawn.

    Args:
        content: checked content.
        session: the session.
        page: the address of the page that shows them, without ending.
    """
    context = PageContext(content, page)
    return tuple(
        (replace(part, screens=()), context.component("deck-slides", part=part))
        for part in shared_parts(content, session)
    )


def _noted(plan: SessionPlan, screen: Screen) -> Screen:
    """Return a screen of aims with what its session covers, which stands on the title of no deck of chosen parts."""
    return replace(screen, lead=plan.session.content_note) if screen.content is SlideKind.OUTCOMES else screen


def opening_part(screen: Screen) -> DeckPart:
    """Return the screen on which people arrive as a part, which takes no time."""
    return DeckPart(screen.block, screen.title, 0, "", (screen,))


@KeptOfContent
def build_deck(content: Content, session: Session) -> GeneratedPage:
    """Return the slides of a session.

    Args:
        content: checked content.
        session: one of its sessions.
    """
    context = PageContext(content, deck_address(session))
    plan = session_plan(content, session)
    parts = [opening_part(opening(plan))]
    for row in plan.rows:
        block, screens = row.block, screens_of(content, plan, row)
        parts.append(DeckPart(block.id, block.title, block.minutes, clock(content, row), screens, block.optional))
    slides = [context.component("deck-slides", part=part) for part in parts]
    body = context.fill("training/templates/deck.html", page=session, parts=parts, slides=slides)
    title = content.label("slides-of", title=session.title)
    return finished_page(context, (body, talk(context)), session, DECK, title=title, menu=session.title)
