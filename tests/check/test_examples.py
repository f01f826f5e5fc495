"""Worked examples answer what their form asks."""

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of
from tests.mistakes import Mistake, each_mistake

EXAMPLE = "content_data/examples/sharing.yml"
FORM = "content_data/forms/note.yml"

MISTAKES = {
    "unknown field": (
        "field: needs",
        "field: neds",
        "10:12: the form 'note' has no field 'neds'; did you mean 'needs'?",
    ),
    "field answered twice": (
        "  - field: signed-staff\n    name: Ana\n",
        "  - field: today\n",
        "19:12: 'today' is answered already; keep one of the answers",
    ),
    "field that repeats another": (
        "  - field: today\n    day: 2026-01-05",
        "  - field: name-again\n    text: A",
        "8:12: 'name-again' repeats the answer of 'name'; remove the answer here, and give it there",
    ),
    "key of another kind": (
        "  - field: today\n    day: 2026-01-05",
        "  - field: today\n    text: A",
        "8:5: 'today' is a date and is not answered by 'text'; answer it by 'day'",
    ),
    "answer without a key": (
        "    name: Ana\n    day: 2026-01-05\n",
        "",
        "19:5: 'signed-staff' is a signature and is not answered by nothing; answer it by 'day' and 'name'",
    ),
    "unknown choice": (
        "chosen: [breaks, other]",
        "chosen: [other, braeks]",
        "11:21: 'needs' has no choice 'braeks'; did you mean 'breaks'?",
    ),
    "words for a choice without a line": (
        "chosen: [breaks, other]",
        "chosen: [breaks]",
        "10:5: 'needs' is a tick and is not answered by 'chosen' and 'text'; answer it by 'chosen'",
    ),
    "row with a cell too many": (
        "- [Talk, Ana]",
        "- [Talk, Ana, 'yes']",
        "15:10: this row has 3 cells; give 2: step, who",
    ),
    "more lines than there are": (
        "      - I will ask first.",
        "      - One.\n      - Two.\n      - Three.",
        "16:5: 'promises' has 2 lines; give fewer",
    ),
    "day that is none": (
        "day: 2026-01-05\n  - field: needs",
        "day: tomorrow\n  - field: needs",
        "9:10: 'tomorrow' is not a date; write year, month and day like 2026-11-22",
    ),
    "unknown behaviour": (
        "behaviour: sharing",
        "behaviour: shraing",
        "2:12: there is no behaviour 'shraing'; did you mean 'sharing'?",
    ),
    "no notice that it is made up": (
        "notice: Everybody here is made up.\n",
        "",
        "1:1: 'notice' is missing; add a line 'notice: …' to this entry",
    ),
}


@each_mistake({EXAMPLE: MISTAKES})
def test_mistake_in_an_example_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """One mistake gives exactly one line."""
    assert told == [mistake.told]


@pytest.mark.parametrize(
    ("kind", "cell", "told"),
    [
        ("date", "2026-01-05", None),
        ("date", "5 January", "'5 January' does not go into 'who'; write year, month and day like 2026-11-22"),
        ("tick", "yes", None),
        ("tick", "maybe", "'maybe' does not go into 'who'; write yes or no"),
        ("long-text", "Anything.", None),
    ],
)
def test_cells_keep_to_the_kind_of_their_column(
    small: Path, change: Change, kind: str, cell: str, told: str | None
) -> None:
    """A date or a tick in a table can be shown in each shape as in the form itself."""
    change(FORM, "            label: Who\n", f"            label: Who\n            kind: {kind}\n")
    change(EXAMPLE, "[Talk, Ana]", f"[Talk, {cell}]")
    assert lines_of(small) == ([f"{EXAMPLE}:15:16: {told}"] if told else [])


def test_signature_that_repeats_a_name_has_only_its_day(small: Path, change: Change) -> None:
    """The name is given once, where it is asked."""
    change(FORM, "label: Member of staff", "label: Member of staff\n        same_as: name")
    told = "'signed-staff' is a signature and is not answered by 'day' and 'name'; answer it by 'day'"
    assert lines_of(small) == [f"{EXAMPLE}:19:5: {told}"]
    change(EXAMPLE, "    name: Ana\n", "")
    assert lines_of(small) == []
