"""Facts are checked again in time."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Change, problems_of
from tests.mistakes import DATA, Mistake, each_mistake

MISTAKES = {
    DATA + "services/a-line.yml": {
        "bad date": (
            "checked_on: 2026-01-01",
            "checked_on: yesterday",
            "13:13: 'yesterday' is not a date; write year, month and day like 2026-11-22",
        ),
        "day that does not exist": (
            "review_by: 2027-01-01",
            "review_by: 2027-02-30",
            "14:12: there is no day '2027-02-30'; check the month and the day",
        ),
        "dates the wrong way round": (
            "review_by: 2027-01-01",
            "review_by: 2025-01-01",
            "14:1: review_by 2025-01-01 is not after checked_on 2026-01-01; correct one of the dates",
        ),
    }
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A date that cannot be is told, and no review is lost by it."""
    assert told == [mistake.told]


def test_day_of_review_is_not_late(small: Path) -> None:
    """A record may be checked on the very day it is due."""
    assert problems_of(small, today=date(2027, 1, 1)) == []


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("services/a-line.yml", "confirmed: {"),
        ("documents/a-study.yml", "confirmed: {"),
        ("guidance/start.md", "reviews:\n  - {reviewer: dsl, "),
        ("help/help.yml", "reviews:\n  - {reviewer: young-people, "),
    ],
)
def test_nobody_confirmed_anything_tomorrow(small: Path, change: Change, path: str, key: str, strict: bool) -> None:
    """A slip in the year never makes anything look confirmed or reviewed: it is an error, told on its line."""
    signed = f"{key}by: Ann Example, role: a tester, on: 2062-01-01, saw: it}}\n"
    change(DATA + path, "checked_on:", f"{signed}checked_on:")
    (problem,) = problems_of(small, strict_dates=strict)
    line = (small / DATA / path).read_text(encoding="utf-8").split("\n")[problem.location.line - 1]
    assert line[problem.location.column - 1 :].startswith("on: 2062-01-01")
    assert (problem.message, problem.severity) == ("2062-01-01 lies in the future", "error")
