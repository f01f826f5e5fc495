"""What must never be printed is told wherever it is written, and nothing else is."""

from pathlib import Path

import pytest

from build_scripts.check.deny_list import pattern_of
from tests.conftest import Change, lines_of
from tests.mistakes import DATA, Mistake, each_mistake

START = "content_data/guidance/start.md"


@pytest.mark.parametrize(
    "written", ["0800 555 1234", "08005551234", "(0800) 555-1234", "0800\u00a0555 1234", "0800.5551234."]
)
def test_a_denied_number_is_found_however_it_is_spaced(written: str) -> None:
    """A number that must not be called slips in by no way of writing it."""
    assert pattern_of("0800 555 1234").search(f"Call {written} now.")


@pytest.mark.parametrize("written", ["0800 555 12345", "10800 555 1234", "0800 555 123", "440800 555 12349"])
def test_a_longer_or_shorter_number_is_another(small: Path, change: Change, written: str) -> None:
    """A right number in which the digits of a denied one happen to stand may be printed."""
    assert not pattern_of("0800 555 1234").search(f"Call {written} now.")
    change(START, "More words,", f"Reference {written}, more words,")
    assert [line for line in lines_of(small) if "must never be printed" in line] == []


@pytest.mark.parametrize("written", ["0800 555 1234", "badsite.example", "Badsite.Example"])
def test_a_denied_word_is_told_at_its_place_with_the_reason(small: Path, change: Change, written: str) -> None:
    """The editor reads where it stands and why it may not."""
    change(START, "More words,", f"See {written}, more words,")
    (told,) = (line for line in lines_of(small) if "must never be printed" in line)
    assert told.startswith(f"{START}:") and f"'{written}'" in told and ("out of use" in told or "owner" in told)


def test_a_word_denied_beside_another_may_stand_alone(small: Path, change: Change) -> None:
    """«24 hours» is wrong of one line only."""
    change(START, "More words,", "It takes 24 hours. More words,")
    assert [line for line in lines_of(small) if "must never be printed" in line] == []
    change(START, "It takes 24 hours.", "Call 0800 555 0000, open 24 hours.")
    assert [line for line in lines_of(small) if "'24 hours' must never be printed" in line] != []


MISTAKES = {
    DATA + "services/a-line.yml": {
        "denied phone number, spaced otherwise": (
            "name: A line",
            "name: A line on 08005 551234",
            "1:17: '08005 551234' must never be printed; it is out of use",
        ),
        "denied web address": (
            "https://example.org/line",
            "https://www.badsite.example/line",
            "10:18: 'badsite.example' must never be printed; it is not the owner's",
        ),
    }
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """It is told alone, with the words as the editor wrote them."""
    assert told == [mistake.told]


def test_denied_string_near_another_is_told_only_there(small: Path, change: Change) -> None:
    """Opening hours that are wrong for one number may be right for another."""
    change(DATA + "services/a-line.yml", "hours: 12:30 daily", "hours: 24 hours")
    assert lines_of(small) == []
    change(DATA + "services/a-line.yml", "0117 496 0123", "0800 555 0000")
    assert lines_of(small) == [
        "content_data/services/a-line.yml:9:8: '24 hours' must never be printed; the line is not open all day"
    ]
