"""What a skeleton leaves to fill in is told at its place, once, and stops the build."""

import pytest

from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.front_matter import read_page
from build_scripts.content.reader.yaml_reader import read_yaml
from build_scripts.content.unfilled import unfilled, without_what_follows
from tests.conftest import Change, lines_of

LINE = "content_data/services/a-line.yml"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: FILL IN", ["f:1:4: 'a' is still to be filled in; put your words in place of FILL IN"]),
        ("a: >-\n  FILL IN", ["f:2:3: 'a' is still to be filled in; put your words in place of FILL IN"]),
        ("a: |\n  One.\n\n  FILL IN", ["f:4:3: 'a' is still to be filled in; put your words in place of FILL IN"]),
        ("a: [b, FILL IN]", ["f:1:8: 'a' is still to be filled in; put your words in place of FILL IN"]),
        ("a:\n  - b: FILL IN", ["f:2:8: 'b' is still to be filled in; put your words in place of FILL IN"]),
        ("a: Fill in the form\nb: REFILL INK\n# FILL IN\n#c: FILL IN", []),
    ],
)
def test_each_place_is_told(text: str, places: list[str]) -> None:
    """An editor goes from place to place; a comment, and what only looks alike, is no such place."""
    assert [str(problem) for problem in unfilled(read_yaml("f", text)[0])] == places


def test_the_text_of_a_page_is_told() -> None:
    """A page whose text nobody has written is no page."""
    data, _ = read_page("f", "---\ntitle: A\n---\n\nWords.\n\nFILL IN\n")
    assert [str(problem) for problem in unfilled(data)] == [
        "f:7:1: the text of the page is still to be filled in; put your words in place of FILL IN"
    ]


def test_what_follows_from_it_is_not_told() -> None:
    """Of one place an editor reads one thing; other lines keep their problems."""
    waits = Problem(Location("f", 3, 4), "'a' is still to be filled in", "put words there")
    follows, other = (Problem(Location("f", line, 9), "'FILL IN' is no day", "write one") for line in (3, 4))
    assert without_what_follows([follows, waits, other]) == [waits, other]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [("2027-01-01", "FILL IN", "review_by"), ("A line", "FILL IN", "name"), ("[england]", "[FILL IN]", "nations")],
)
def test_the_check_tells_one_thing_of_each_place(small: object, change: Change, old: str, new: str, key: str) -> None:
    """Nothing is published that waits for somebody, whatever the field takes."""
    change(LINE, old, new)
    told = lines_of(small)  # type: ignore[arg-type]
    assert len(told) == 1
    assert f"'{key}' is still to be filled in" in told[0]
