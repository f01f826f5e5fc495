"""Details given at build time stand in the pages themselves, so that they show without scripts and in print."""

from pathlib import Path

import pytest

from tests.built import Built
from tests.html import classed, find, words


@pytest.fixture(scope="module")
def site(own: Built) -> Path:
    """A site that a school has built with its own details."""
    return own.site


def marks(site: Path, page: str, name: str) -> set[str]:
    """Return what stands at the marks of a detail on a page."""
    return {words(mark) for mark in find(site / page, f"span[@data-local='{name}']")}


def test_values_stand_in_prose_and_in_the_contacts(site: Path) -> None:
    """In text, in the safety block and in the contacts alike, as the very letters that were given."""
    assert marks(site, "guidance/first-hour.html", "dsl-name") == {"Ms <Shah> & Co*"}
    assert marks(site, "guidance/moving-forward-plan.html", "behaviour-policy-link") == {"Our policy"}
    (contacts,) = classed(site / "index.html", "mf-own-contacts")
    assert "data-local-block" in contacts.attrib


def test_the_file_starts_from_them(site: Path) -> None:
    """The file beside the pages holds the same values, so that links work and the set-up page begins from them."""
    text = (site / "local-details.txt").read_text(encoding="ascii")
    assert "\nwindow.localDetails = {" in text and '"Ms \\u003cShah> & Co*"' in text


def test_a_neutral_site_shows_neutral_words(site: Path) -> None:
    """What was not given keeps its words."""
    assert marks(site, "guidance/first-hour.html", "deputy-name") >= {"a deputy"}
