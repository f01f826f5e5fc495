"""Which sessions become decks for PowerPoint: all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.content import Content
from build_scripts.model.sessions import Session

FOLDER = "sessions/files"
"""Where the files to download lie, from the start of the site."""


@dataclass(frozen=True)
class DeckDocument:
    """The deck of a session, as a file to download."""

    session: Session

    @property
    def address(self) -> str:
        """The address from the start of the site; a file that lies in a folder of downloads tells nothing."""
        return f"{FOLDER}/{self.session.id}.pptx"


def deck_documents(content: Content) -> Iterator[DeckDocument]:
    """Yield the deck of each session, in the order of the sessions."""
    yield from map(DeckDocument, sorted(content.all(Session), key=lambda session: (session.order, session.id)))
