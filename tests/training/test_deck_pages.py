"""The decks are told apart, and none is lost."""

import re
from pathlib import Path
from typing import Any

from build_scripts.content.load import load_all
from build_scripts.content.sessions import Session, SessionKind
from build_scripts.pages.page_context import PageContext
from build_scripts.training.deck_pages import DeckPart, build_deck, drawn_parts, lengths_of, shared_parts
from build_scripts.training.pages import INDEX_PAGES
from build_scripts.training.screens import Look, all_screens
from tests.built import ROOT
from tests.real import real_content, real_plans
from tests.training.test_pages import lengths


def every_part() -> dict[str, DeckPart]:
    """Return what the page of all slides shows, by key; of parts that sessions share, that of the first."""
    sessions = reversed(real_content().all(Session))
    return {part.key: part for session in sessions for part in shared_parts(real_content(), session)}


def test_parts_are_told_apart_on_the_page_of_all_slides() -> None:
    """Each key stands once; what a session says of itself has a key of its own, and no slide is lost."""
    parts = every_part().values()
    page = next(kind for kind in INDEX_PAGES if kind.id == "all-slides")
    listed: Any = page.lists(PageContext(real_content(), "sessions/all-slides"), frozenset())
    keys = [part.key for part in listed["parts"]]
    assert len(keys) == len(set(keys)) == len(listed["slides"]) and set(keys) == set(every_part())
    assert {f"{made.session.id}-outcomes" for made in real_plans()} <= set(keys)
    screens = [screen for made in real_plans() for screen in all_screens(real_content(), made)]
    titles = {screen.title for screen in screens if screen.look is not Look.SECTION}  # its minutes decide about that
    shown = {screen.title for part in parts for screen in part.screens}
    assert titles - shown == {made.session.title for made in real_plans()[1:]}


def test_a_deck_of_chosen_parts_says_what_each_covers() -> None:
    """Its title is the reader's own, so what a session covers stands with its aims, and nothing of another above."""
    parts = every_part()
    assert parts["opening"].screens[0].lead is None
    for made in real_plans():
        assert parts[f"{made.session.id}-outcomes"].screens[0].lead == made.session.content_note


def test_minutes_of_a_part_are_those_of_the_session_nearest_in_length() -> None:
    """A pause is short in a short session and longer in a long one; briefings do not decide it."""
    pause = next(row.block for row in real_plans()[0].rows if row.block.id == "pause")

    def minutes(length: int) -> int:
        return next(
            row.block.minutes
            for made in real_plans()
            if made.session.minutes == length and made.session.kind is not SessionKind.BRIEFING
            for row in made.rows
            if row.block.id == "pause"
        )

    assert lengths_of(real_content().all(Session), pause, lengths()) == tuple(map(minutes, lengths()))


def test_every_deck_has_the_stamp_and_the_script(small: Path) -> None:
    """All decks use one layout, which carries version and dates as every page does."""
    content = load_all(small).content
    for session in content.all(Session):
        assert build_deck(content, session).meta["template"] == "deck.html"
    footer = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    assert "partials/footer.html" in footer
    assert "block footer" not in (ROOT / "overrides" / "deck.html").read_text(encoding="utf-8")


def test_numbers_on_the_page_of_all_slides_can_be_called_as_on_each_deck() -> None:
    """A click on a slide goes on to the next; a number in its words starts no call there, whatever deck it is in."""
    content = real_content()
    sessions = content.all(Session)
    drawn = "".join(slides for each in sessions for _, slides in drawn_parts(content, each, "sessions/all-slides"))
    assert called(drawn) == called("".join(build_deck(content, session).body for session in sessions)) != set()


def called(body: str) -> set[str]:
    """Return the numbers that a page can call."""
    return set(re.findall(r'href="(tel:[^"]+)"', body))
