"""The session builder: every block of every session in one table, which a script narrows to topics and minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.content.content import Content
from build_scripts.content.fields import Reference
from build_scripts.content.links import page_address
from build_scripts.content.sessions import BlockKind, Session, SessionBlock
from build_scripts.content.settings import Settings
from build_scripts.training.deck_pages import lengths_of
from build_scripts.training.powerpoint_files import DeckDocument
from build_scripts.training.session_plan import SessionPlan

LEAST, MOST = 10, 180
"""The minutes that a session of one's own may have."""
ALWAYS = {
    BlockKind.START: "start",
    BlockKind.PAUSE: "pause",
    BlockKind.SUPPORT: "end",
    BlockKind.CLOSE: "end",
}
"""What every session has, and where it stands."""


@dataclass(frozen=True)
class Choice:
    """A block that a session may have.

    Attributes:
        block: the block.
        session: the session it comes from, or the first of several.
        place: ``start``, ``pause`` or ``end`` for what every session has, else nothing.
        lengths: how long it takes in a session of each length.
    """

    block: SessionBlock
    session: str
    place: str
    lengths: tuple[int, ...]


def builder_lists(content: Content, plans: Sequence[SessionPlan]) -> Mapping[str, object]:
    """Return what the page of the session builder offers.

    Args:
        content: where the lengths it offers stand.
        plans: every session, worked out.
    """
    lengths = content.one(Settings).sessions.builder_minutes
    found = list(choices(plans, lengths))
    topics = list(dict.fromkeys(choice.block.topic for choice in found if choice.block.topic))
    return {
        "choices": found,
        "topics": topics,
        "lengths": lengths,
        "least": LEAST,
        "most": MOST,
        "key": topic_key,
        "sessions": [papers_of(plan) for plan in plans],
        "twice": twice(found),
    }


@dataclass(frozen=True)
class PapersOfSession:
    """Where the papers and the PowerPoint file of a session lie.

    Attributes:
        session: the session.
        papers: the address of its page of papers.
        powerpoint: that of its file.
    """

    session: Session
    papers: str
    powerpoint: str


def papers_of(plan: SessionPlan) -> PapersOfSession:
    """Return where the papers and the PowerPoint file of a session lie."""
    session = plan.session
    return PapersOfSession(session, f"{page_address(session)}-papers.html", DeckDocument(session).address)


def twice(found: Sequence[Choice]) -> frozenset[str]:
    """Return the titles that several blocks have: what they are about tells them apart."""
    counts = Counter(choice.block.title for choice in found)
    return frozenset(title for title, count in counts.items() if count > 1)


def choices(plans: Sequence[SessionPlan], lengths: Sequence[int]) -> Iterator[Choice]:
    """Yield every block once, in the order of the sessions.

    Args:
        plans: every session, worked out.
        lengths: the lengths that the page offers, in minutes.
    """
    known: set[str] = set()
    for worked_out in plans:
        for row in worked_out.rows:
            if row.block.id not in known:
                known.add(row.block.id)
                place = ALWAYS.get(row.block.kind, "")
                yield Choice(row.block, worked_out.session.id, place, lengths_of(plans, row.block, lengths))


def topic_key(topic: Reference | None) -> str:
    """Return a topic as the script compares it."""
    return f"{topic.kind}-{topic.id}" if topic else ""
