"""The session builder: every block of every session in one table, which a script narrows to topics and minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.content.content import ADDRESS_OF_PAGE, Content
from build_scripts.content.fields import Reference
from build_scripts.content.pages import IndexPage
from build_scripts.content.prose import parse, to_text
from build_scripts.content.sessions import BlockKind, SessionBlock
from build_scripts.content.settings import Settings
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, front_matter
from build_scripts.pages.page_context import PageContext
from build_scripts.training.deck_pages import lengths_of
from build_scripts.training.session_plan import SessionPlan

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


def builder_page(content: Content, page: IndexPage, plans: Sequence[SessionPlan]) -> GeneratedPage:
    """Return the page on which a session is put together.

    Args:
        content: checked content.
        page: the words around it.
        plans: every session, worked out.
    """
    context = PageContext(content, ADDRESS_OF_PAGE[page.id])
    lengths = content.one(Settings).sessions.builder_minutes
    found = list(choices(plans, lengths))
    topics = list(dict.fromkeys(choice.block.topic for choice in found if choice.block.topic))
    values = {"choices": found, "topics": topics, "lengths": lengths, "key": topic_key}
    text = context.fill("pages/session-builder.md.j2", page=page, **values)
    head = front_matter(
        title=page.title,
        description=to_text(parse(page.summary)),
        script="builder",
        style="session",
        paper="session-print",
    )
    menu = page.menu_title or page.title
    return GeneratedPage(
        f"{context.page}.md",
        f"{head}{text}\n\n{talk(context)}\n",
        page.location,
        menu,
        group=page.group,
        order=page.order,
    )


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
