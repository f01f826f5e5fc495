"""The slides of a session as a page to present, and the slides of all for what the session builder puts together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.content.content import Content
from build_scripts.content.links import page_address
from build_scripts.content.of_content import KeptOfContent
from build_scripts.content.sessions import Session, SessionBlock, SessionKind, SlideKind
from build_scripts.content.settings import Settings
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.page_context import PageContext
from build_scripts.training.session_plan import Row, SessionPlan, Slide, session_plan

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
        slides: its slides.
        lengths: its minutes in a session of each length that the builder offers.
    """

    key: str
    title: str
    minutes: int
    when: str
    slides: tuple[Slide, ...]
    lengths: tuple[int, ...] = ()


def deck_address(session: Session) -> str:
    """Return the address of the deck of a session, without ending."""
    return f"{page_address(session)}-slides"


def clock(content: Content, row: Row) -> str:
    """Return when a block starts and ends, in words."""
    minutes = row.block.minutes
    if row.block.optional:
        return content.label("minutes-if-there-is-time", count=minutes)
    return content.label("from-minute-to-minute", start=row.starts_at, end=row.starts_at + minutes)


def lengths_of(plans: Sequence[SessionPlan], block: SessionBlock, lengths: Sequence[int]) -> tuple[int, ...]:
    """Return the minutes of a block for each length that the builder offers, as in the session nearest to it.

    Args:
        plans: every session, worked out.
        block: a block of one of them.
        lengths: the lengths, in minutes.
    """
    having = [(made.session, row.block.minutes) for made in plans for row in made.rows if row.block.id == block.id]

    def nearest(length: int) -> int:
        return min(having, key=lambda one: (abs(one[0].minutes - length), one[0].kind is SessionKind.BRIEFING))[1]

    return tuple(map(nearest, lengths))


def shared_parts(content: Content, plans: Sequence[SessionPlan]) -> Iterator[DeckPart]:
    """Yield every block of several sessions once, and what each says of itself in parts they share apart from these.

    Args:
        content: where the words beside them stand.
        plans: the sessions, worked out.
    """
    lengths = content.one(Settings).sessions.builder_minutes
    known: set[str] = set()
    for worked_out in plans:
        name = worked_out.session.id
        for row in worked_out.rows:
            own = [slide for slide in row.slides if row.block.part and slide.content in OF_A_SESSION]
            for slide in own:
                yield DeckPart(f"{name}-{OF_A_SESSION[slide.content]}", slide.title, 0, "", (slide,))
            if row.block.id not in known:
                known.add(row.block.id)
                minutes = row.block.minutes
                rest = tuple(slide for slide in row.slides if slide not in own)
                took = lengths_of(plans, row.block, lengths)
                words = content.label("minutes", count=minutes)
                yield DeckPart(row.block.id, row.block.title, minutes, words, rest, took)


@KeptOfContent
def build_deck(content: Content, session: Session) -> GeneratedPage:
    """Return the slides of a session.

    Args:
        content: checked content.
        session: one of its sessions.
    """
    context = PageContext(content, deck_address(session))
    parts = [
        DeckPart(row.block.id, row.block.title, row.block.minutes, clock(content, row), row.slides)
        for row in session_plan(content, session).rows
    ]
    body = context.fill("training/templates/deck.html", page=session, parts=parts)
    title = content.label("slides-of", title=session.title)
    return finished_page(context, (body, talk(context)), session, DECK, title=title, menu=session.title)
