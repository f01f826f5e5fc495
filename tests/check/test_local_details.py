"""Local details belong together, and values given for a build fit them."""

from pathlib import Path

import pytest

from tests.conftest import lines_of
from tests.mistakes import DATA, Mistake, each_mistake

MISTAKES = {
    DATA + "local.yml": {
        "group of details that is not there": (
            "    group: people",
            "    group: peopel",
            "6:5: there is no group 'peopel'; did you mean 'people'?",
        )
    }
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A detail that the set-up page would lose is told."""
    assert told == [mistake.told]


GIVEN = {
    "unknown": ("id: lead-nme\n    value: A", "there is no local detail 'lead-nme'; did you mean 'lead-name'?"),
    "no number": (
        "id: lead-phone\n    value: ask me",
        "'ask me' is not a phone number; write digits and spaces, such as 0117 496 0000 ext 12",
    ),
    "long": ("id: lead-name\n    value: " + "a" * 201, "this has 201 characters; use at most 200"),
}


@pytest.mark.parametrize("name", GIVEN)
def test_wrong_details_of_a_school_are_told(small: Path, name: str) -> None:
    """A school that builds its own site is told of a wrong id or value before anything is built."""
    written, told = GIVEN[name]
    (small / DATA / "local-details.yml").write_text(f"details:\n  - {written}\n", encoding="utf-8")
    assert lines_of(small) == [f"content_data/local-details.yml:2:5: {told}"]


def test_a_detail_given_twice_is_told(small: Path) -> None:
    """The second value of a detail is not lost without a word."""
    text = "details:\n  - id: lead-name\n    value: A\n  - id: lead-name\n    value: B\n"
    (small / DATA / "local-details.yml").write_text(text, encoding="utf-8")
    told = "content_data/local-details.yml:4:5: 'lead-name' is given already on line 2; keep one of them"
    assert lines_of(small) == [told]
