"""Which sessions become decks for PowerPoint: all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import cast

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.sessions import Session
from build_scripts.pages import local_details
from build_scripts.training.session_plan import SessionPlan

POWERPOINT_FOLDER = "sessions/files"
"""Where the files to download lie, from the start of the site."""


@dataclass(frozen=True)
class DeckDocument:
    """The deck of a session, as a file to download."""

    session: Session

    @property
    def address(self) -> str:
        """The address from the start of the site; a file that lies in a folder of downloads tells nothing."""
        return f"{POWERPOINT_FOLDER}/{self.session.id}.pptx"


def with_local_details(content: Content, plan: SessionPlan) -> SessionPlan:
    """Return a session with local details in its words, as a file needs them that no script fills in.

    Args:
        content: where values given at build time stand.
        plan: the session.
    """
    return cast("SessionPlan", _changed(plan, partial(local_details.with_local_details, content)))


def _changed(value: object, change: Callable[[Prose], Prose]) -> object:
    """Return a value with every text within it changed; records stay as they are."""
    if isinstance(value, Prose):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _changed(getattr(value, field.name), change) for field in fields(value)})
    return value


def deck_documents(content: Content) -> Iterator[DeckDocument]:
    """Yield the deck of each session, in the order of the sessions."""
    yield from map(DeckDocument, sorted(content.all(Session), key=lambda session: (session.order, session.id)))
