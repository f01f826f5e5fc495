"""The decks for PowerPoint, as they lie in the built site."""

import re

import pytest

from tests.built import Built
from tests.decks import opened, too_high
from tests.html import words
from tests.real import SESSIONS

MOST = 1_000_000
"""Bytes of a deck: it goes by email, and opens on an old computer."""


def deck_of(built: Built, session: str) -> bytes:
    """Return the deck of a session."""
    return (built.site / "sessions" / "files" / f"{session}.pptx").read_bytes()


@pytest.mark.parametrize("session", SESSIONS)
def test_a_deck_is_small_and_listed(built: Built, session: str) -> None:
    """Whoever looks for a deck learns how many slides it has before fetching it."""
    (entry,) = [entry for entry in built.manifest["downloads"] if entry.get("session") == session]
    data = deck_of(built, session)
    assert len(data) < MOST
    assert (entry["shape"], entry["slides"]) == ("pptx", len(opened(data).slides))
    assert entry["title"] == opened(data).core_properties.title


@pytest.mark.parametrize("session", SESSIONS)
def test_a_deck_bears_the_stamp_of_the_site(built: Built, session: str) -> None:
    """Every slide says the version and the day that the pages say, so that an old printout is known as such."""
    build_info = re.search(r"Version [\d.]+, built on \d+ \w+ \d+", words(built.site / "index.html"))
    assert build_info is not None
    deck = opened(deck_of(built, session))
    for slide in deck.slides:
        foot = next(shape for shape in slide.placeholders if shape.name == "Footer").text_frame.text
        assert foot.endswith(f", {build_info[0].lower()[:7]}{build_info[0][7:]}")
    assert deck.core_properties.version == built.manifest["version"]


@pytest.mark.parametrize("session", SESSIONS)
def test_no_slide_is_too_full(built: Built, session: str) -> None:
    """What is fetched is what was measured."""
    assert too_high(deck_of(built, session)) == []
