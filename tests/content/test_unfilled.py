"""What a skeleton leaves to fill in is told at its place, once, and stops the build."""

import pytest

from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.front_matter import read_page
from build_scripts.content.reader.yaml_reader import read_yaml
from build_scripts.content.unfilled import unfilled, with_halves, without_what_follows
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


@pytest.mark.parametrize(
    ("text", "wrong", "told"),
    [
        ("a: >-\n#  b\nc: d", 1, "1:1: not all of 'a' is in use: what belongs to it still begins with '#'; line 2"),
        ("  a:\n  #  - b: c\n  #    #d: e\nf: g", 1, "1:3: not all of 'a' {}; lines 2 to 3"),
        ("#a:\n  - b: c\n#    d: e\nf: g", 2, "2:3: not all of 'a' {}; lines 1 to 3"),
        ("#a: |\n#  b\n  c\n", 3, "3:3: not all of 'a' {}; lines 1 to 2"),
        ("a:\n  - b\n#  - c\nd: e", 2, ""),
        ("a:\n#  - c\nd: e", 3, ""),
        ("#a:\n#  - c\nd: e", 1, ""),
        ("a:\n# said of it\n  b: c", 1, ""),
        ("a:\n#b:\n  - c", 1, ""),
    ],
)
def test_a_key_that_is_used_in_part_names_its_other_lines(text: str, wrong: int, told: str) -> None:
    """An editor reads which lines belong to it; what was left out on purpose is told as before."""
    problem = Problem(Location("f", wrong, 1), "this is wrong", "mend it")
    (found,) = with_halves("f", text, [problem])
    where, _, lines = told.partition("; ")
    whole = where.format("is in use: what belongs to it still begins with '#'")
    assert str(found) == (f"f:{whole}; take away the first '#' of {lines}" if told else str(problem))


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
