"""What a person has put their name to has a name, a role, a day, and what was seen."""

from pathlib import Path

import pytest

from build_scripts.content.confirmations import Reviewer
from build_scripts.content.load import load_all
from build_scripts.content.pages import Guidance
from tests.conftest import Change, lines_of
from tests.mistakes import DATA

START, LINE = DATA + "guidance/start.md", DATA + "services/a-line.yml"
WHOLE = {"by": "Ann Example", "role": "a tester", "on": "2026-02-03", "saw": "the same number"}


def written(**other: str | None) -> str:
    """Return a confirmation as somebody writes it by hand, with other words or without some of them."""
    said = {key: value for key, value in (WHOLE | other).items() if value is not None}
    return "{" + ", ".join(f"{key}: {value}" for key, value in said.items()) + "}"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"by": None}, "'by' is missing"),
        ({"role": None}, "'role' is missing"),
        ({"on": None}, "'on' is missing"),
        ({"saw": None}, "'saw' is missing"),
        ({"by": '"–"'}, "'–' is no name"),
        ({"by": "Name"}, "'Name' is no name"),
        ({"role": "role"}, "'role' is no role"),
        ({"saw": '"…"'}, "'…' does not say what was seen"),
        ({"on": "today"}, "'today' is not a date"),
    ],
)
def test_nothing_is_confirmed_by_nobody(small: Path, change: Change, other: dict[str, str | None], told: str) -> None:
    """A confirmation without a person, a day or anything seen is refused, and so is a copied example."""
    change(LINE, "confidence: high", f"confidence: high\nconfirmed: {written(**other)}")
    assert [told in line for line in lines_of(small)] == [True]


def test_one_line_by_hand_is_enough(small: Path, change: Change) -> None:
    """Who has no command writes the same on one line, or below each other."""
    change(LINE, "confidence: high", f"confidence: high\nconfirmed: {written()}")
    below = "".join(f"  {key}: {value}\n" for key, value in WHOLE.items())
    change(DATA + "documents/a-study.yml", "confidence: high", f"confidence: high\nconfirmed:\n{below.rstrip()}")
    assert lines_of(small) == []


def test_a_page_knows_its_newest_review_of_each_kind(small: Path, change: Change) -> None:
    """Somebody who reads a page again takes the place of who read it before; other reviewers stay missing."""
    reviews = "".join(
        f"  - {{reviewer: dsl, {written(by=name, on=day)[1:]}\n"
        for name, day in (("Bob Example", "2026-03-01"), ("Ann Example", "2026-02-01"))
    )
    change(START, "checked_on:", f"reviews:\n{reviews}checked_on:")
    page = load_all(small).content.one(Guidance)
    newest = page.review(Reviewer.DSL)
    assert newest is not None and newest.by == "Bob Example"
    assert page.review(Reviewer.YOUNG_PEOPLE) is None
