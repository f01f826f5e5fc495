"""A trainer's whole way works with files alone and from a server; other browsers go a shorter one."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.survey import Seen
from tests.browser.trainer_journey import walk
from tests.browser.user_journey import asked_elsewhere


@pytest.mark.parametrize("place", ["disk", pytest.param("server", marks=pytest.mark.full)])
def test_a_trainer_finds_prepares_presents_and_hands_out(
    browser: Browser, request: pytest.FixtureRequest, place: str
) -> None:
    """Find, papers, PowerPoint, keys, touch, a reload mid-talk, notes, a session of one's own: nothing goes wrong."""
    if place == "disk":
        folder: Path = request.getfixturevalue("unzipped")
        start = f"{folder.as_uri()}/"
    else:
        start = request.getfixturevalue("address")
    context = browser.new_context(viewport={"width": 1280, "height": 720}, has_touch=True, offline=place == "disk")
    seen = Seen()
    walk(context, start, seen)
    context.close()
    assert (seen.failures, asked_elsewhere(seen, start)) == ([], [])
