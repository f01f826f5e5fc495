"""Records of registers say only what may be printed, and when a service is open."""

from pathlib import Path

import pytest

from build_scripts.content.load import load_all
from build_scripts.content.registers import Service
from tests.conftest import Change
from tests.mistakes import DATA, Mistake, each_mistake

SIGNED = "confirmed: {by: Ann Example, role: a tester, on: 2026-01-01, saw: the same}"
HOURS_SIGNED = f"hours_{SIGNED}"
MISTAKES = {
    DATA + "services/a-line.yml": {
        "time": (
            "hours: 12:30 daily\n",
            "hours_table:\n  - days: [monday]\n    opens: 9am\n    closes: 17:00\n",
            "11:12: '9am' is not a time; write 09:00",
        ),
        "hours over midnight": (
            "hours: 12:30 daily\n",
            "hours_table:\n  - days: [monday]\n    opens: 18:00\n    closes: 02:00\n",
            "10:5: it closes before it opens; end the day at 24:00, and go on with an entry for the next day",
        ),
        "hours without an end": (
            "hours: 12:30 daily\n",
            "hours_table:\n  - days: [monday]\n    opens: 18:00\n",
            "10:5: these hours are not whole; give 'opens' and 'closes', or 'all_day: yes'",
        ),
        "hours confirmed that are not there": (
            "hours: 12:30 daily\n",
            HOURS_SIGNED + "\n",
            "1:1: 'hours_confirmed' is set, and there is no table of hours; add 'hours_table'",
        ),
        "phone number not allowed yet": (
            "publish: publish-after-live-check",
            "publish: name-and-link-only",
            "1:1: 'name-and-link-only' does not allow phone, hours to be printed; "
            "remove it, or say in 'confirmed' who compared it with the owner's page",
        ),
    }
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """Hours that are not whole, and numbers that nobody may print, are told."""
    assert told == [mistake.told]


@pytest.mark.parametrize(("publish", "unconfirmed"), [("publish-after-live-check", True), ("national-number", False)])
def test_a_number_is_marked_until_somebody_confirms_it(
    small: Path, change: Change, publish: str, unconfirmed: bool
) -> None:
    """Readers are told what nobody has compared with the owner's page; a number such as 999 needs no mark."""
    change(DATA + "services/a-line.yml", "publish-after-live-check", publish)
    service = load_all(small).content.one(Service)
    assert (service.printed, service.unconfirmed) == (True, unconfirmed)
    change(DATA + "services/a-line.yml", "confidence: high", f"confidence: high\n{SIGNED}")
    service = load_all(small).content.one(Service)
    assert not service.unconfirmed and service.hours_known


def test_opening_hours_are_joined_and_shown_when_confirmed(small: Path, change: Change) -> None:
    """A page says «open now» past midnight, and only by a table that a person has confirmed."""
    table = "  - days: [monday]\n    opens: 18:00\n    closes: 24:00\n  - days: [tuesday]\n    all_day: yes\n"
    change(DATA + "services/a-line.yml", "hours: 12:30 daily\n", f"hours: 12:30 daily\nhours_table:\n{table}")
    service = load_all(small).content.one(Service)
    assert (service.week, service.hours_data, service.hours_known) == ([(1080, 2880)], "", False)
    change(DATA + "services/a-line.yml", "hours_table:", f"{HOURS_SIGNED}\nhours_table:")
    service = load_all(small).content.one(Service)
    assert (service.hours_data, service.hours_known) == ("1080-2880", True)
