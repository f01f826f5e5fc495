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


def builder_lists(content: Content) -> Mapping[str, object]:
    """Return what the page of the session builder offers.

    Args:
        content: the sessions, and the lengths it offers.
    """
    sessions, lengths = content.all(Session), content.one(Settings).sessions.builder_minutes
    found = list(choices(sessions, lengths))
    topics = list(dict.fromkeys(choice.block.topic for choice in found if choice.block.topic))
    return {
        "choices": found,
        "topics": topics,
        "lengths": lengths,
        "least": LEAST,
        "most": MOST,
        "key": topic_key,
        "sessions": [papers_of(session) for session in sessions],
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


def papers_of(session: Session) -> PapersOfSession:
    """Return where the papers and the PowerPoint file of a session lie."""
    return PapersOfSession(session, f"{page_address(session)}-papers.html", DeckDocument(session).address)


def twice(found: Sequence[Choice]) -> frozenset[str]:
    """Return the titles that several blocks have: what they are about tells them apart."""
    counts = Counter(choice.block.title for choice in found)
    return frozenset(title for title, count in counts.items() if count > 1)


def choices(sessions: Sequence[Session], lengths: Sequence[int]) -> Iterator[Choice]:
    """Yield every block once, in the order of the sessions.

    Args:
        sessions: every session.
        lengths: the lengths that the page offers, in minutes.
    """
    known: set[str] = set()
    for session in sessions:
        for block in session.blocks:
            if block.id not in known:
                known.add(block.id)
                yield Choice(block, session.id, ALWAYS.get(block.kind, ""), lengths_of(sessions, block, lengths))


def topic_key(topic: Reference | None) -> str:
    """Return a topic as the script compares it."""
    return f"{topic.kind}-{topic.id}" if topic else ""
