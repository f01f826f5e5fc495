"""Numbers that are policy stand in one file, and decide."""

from datetime import date
from pathlib import Path

import pytest

from build_scripts.content.settings import AgeSettings
from tests.conftest import Change, lines_of

AGE = AgeSettings.model_validate({"copy_days": "120", "new_edition": "09-01", "due_soon_days": "60"})
FILE = "content_data/settings.yml"


@pytest.mark.parametrize(
    ("today", "edition"), [("2026-08-31", "2026-09-01"), ("2026-09-01", "2026-09-01"), ("2026-09-02", "2027-09-01")]
)
def test_the_next_edition_comes_on_its_day(today: str, edition: str) -> None:
    """The report names the day on which guidance is expected to change, also on that very day."""
    assert AGE.next_edition(date.fromisoformat(today)) == date.fromisoformat(edition)


@pytest.mark.parametrize(
    ("built", "old"),
    [
        ("2026-08-30", "2026-09-01"),
        ("2026-08-31", "2026-09-01"),
        ("2026-09-01", "2026-12-31"),
        ("2026-11-22", "2027-03-23"),
        ("2027-06-01", "2027-09-01"),
    ],
)
def test_a_copy_is_old_after_its_days_or_with_the_new_edition(built: str, old: str) -> None:
    """On the 121st day, or when guidance changes: whatever comes first; a copy made on that day is a new one."""
    assert AGE.old_from(date.fromisoformat(built)) == date.fromisoformat(old)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("new_edition: 09-01", "new_edition: 02-30", "3:16: '02-30' is not a day of every year; write month"),
        ("copy_days: 120", "copy_days: 0", "2:14: 0 is too small; use at least 1"),
        ("pause_after: 35", "pause_after: 350", "12:16: 350 is too large; use at most 100"),
        ("  spare_minutes: 2\n", "", "10:3: 'spare_minutes' is missing; add a line 'spare_minutes: …' to this entry"),
    ],
)
def test_a_setting_that_cannot_be_is_told(small: Path, change: Change, old: str, new: str, told: str) -> None:
    """A number that makes no sense is told at its place, and no rule is judged by it."""
    change(FILE, old, new)
    (line,) = lines_of(small)
    assert line.startswith(f"{FILE}:{told}")


def test_sessions_are_held_to_the_settings(small: Path, change: Change) -> None:
    """Minutes, questions and the pause follow the file."""
    for old, new in (("spare_minutes: 2", "spare_minutes: 0"), ("session: {fewest: 5", "session: {fewest: 6")):
        change(FILE, old, new)
    change("content_data/sessions/short.yml", "minutes: 10\n", "minutes: 11\n")
    told = [line.split(": ", 1)[1].split(";")[0] for line in lines_of(small)]
    assert told == [
        "the blocks that are not optional take 10 minutes, and the session 11",
        "a session has 6 to 8 questions, and this has 5",
    ]


def test_a_missing_file_is_told_alone(small: Path) -> None:
    """Without settings nothing else is blamed."""
    (small / FILE).unlink()
    assert lines_of(small) == [f"{FILE}:1:1: this file is missing; add it, or put it back from an earlier version"]
