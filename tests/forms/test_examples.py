"""A worked example is marked as made up, and answers as the form would."""

from pathlib import Path

from tests.conftest import Change
from tests.forms.test_pages import EXAMPLE, FORM, body
from tests.html import described, find, in_order, words


def test_an_example_is_marked_and_answers_what_it_answers(small: Path) -> None:
    """First of all it says that it is made up; then each question with its answer, or that it was left empty."""
    page = body(small, EXAMPLE)
    assert in_order(words(page), "Made up.", "Everybody here is made up.", "1.1")
    assert not find(page, "input") and not find(page, "form")
    answers = {number.partition(" ")[0]: answer for number, answer in described(page).items()}
    assert answers == {
        "1.1": "5 January 2026",
        "1.2": "Left empty",
        "1.3": "Breaks Other: A window seat.",
        "1.4": "Steps Step Who Talk Ana",
        "1.5": "I will ask first.",
        "1.6": "Left empty",
        "1.7": "Left empty",
        "1.8": "Left empty",
        "1.9": "Left empty",
        "1.10": "Left empty",
        "1.11": "Ana, 5 January 2026",
    }


def test_an_example_reckons_and_repeats_like_the_form(small: Path, change: Change) -> None:
    """What the page would fill in by itself is not missing from the example."""
    change(FORM, "        label: Member of staff\n", "        label: Member of staff\n        same_as: name\n")
    example = "content_data/examples/sharing.yml"
    change(example, "    name: Ana\n", "")
    change(
        example,
        "  - field: needs\n",
        "  - field: name\n    text: Bea\n  - field: often\n    chosen: [weekly]\n  - field: needs\n",
    )
    said = words(body(small, EXAMPLE))
    assert in_order(said, "12 January 2026", "Bea, 5 January 2026")
