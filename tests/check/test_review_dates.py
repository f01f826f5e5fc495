"""Facts are checked again in time."""

from datetime import date
from pathlib import Path

from tests.conftest import problems_of
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
            "1:1: review_by 2025-01-01 is not after checked_on 2026-01-01; correct one of the dates",
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
