"""Facts are checked again in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Change, lines_of, problems_of
from tests.mistakes import DATA, Mistake

MISTAKES = {
    "bad date": Mistake(
        DATA + "services/a-line.yml",
        "checked_on: 2026-01-01",
        "checked_on: yesterday",
        "content_data/services/a-line.yml:13:13: 'yesterday' is not a date; write year, month and day like 2026-11-22",
    ),
    "day that does not exist": Mistake(
        DATA + "services/a-line.yml",
        "review_by: 2027-01-01",
        "review_by: 2027-02-30",
        "content_data/services/a-line.yml:14:12: there is no day '2027-02-30'; check the month and the day",
    ),
    "dates the wrong way round": Mistake(
        DATA + "services/a-line.yml",
        "review_by: 2027-01-01",
        "review_by: 2025-01-01",
        "content_data/services/a-line.yml:1:1: review_by 2025-01-01 is not after checked_on 2026-01-01; "
        "correct one of the dates",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_told_at_its_place(small: Path, change: Change, mistake: Mistake) -> None:
    """A date that cannot be is told, and no review is lost by it."""
    change(mistake.path, mistake.old, mistake.new)
    assert lines_of(small) == [mistake.told]


def test_day_of_review_is_not_late(small: Path) -> None:
    """A record may be checked on the very day it is due."""
    assert problems_of(small, today=date(2027, 1, 1)) == []
