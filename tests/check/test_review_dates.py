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
def test_nobody_confirmed_anything_tomorrow(small: Path, change: Change, strict: bool) -> None:
    """A slip in the year never makes a service look confirmed: it is an error, told on its line."""
    change(DATA + "services/a-line.yml", "checked_on:", "confirmed_on: 2062-01-01\nchecked_on:")
    (problem,) = problems_of(small, strict_dates=strict)
    told = "confirmed_on 2062-01-01 lies in the future; write the day on which "
    told += "somebody compared them with the owner's page"
    assert (str(problem), problem.severity) == (f"{DATA}services/a-line.yml:13:1: {told}", "error")
