"""What was meant as Markdown and is none is told, and honest text is not."""

import pytest

from build_scripts.content.fields import Prose
from build_scripts.content.problems import Location
from build_scripts.content.prose import check
from build_scripts.content.prose_slips import left_over, open_quotes, paragraph_slips

TABLE = "a table has no line of hyphens below its head; write '| --- | --- |' below this line"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("| a | b |\n| c | d |", [f"1:1: {TABLE}"]),
        ("##Heading", ["1:1: there is no space after '##'; write '## ' before the words of the heading"]),
        (
            "Words\n• one\n• two",
            [f"{line}:1: '•' is not the mark of a list; begin each item with '- '" for line in (2, 3)],
        ),
        ("-one\n-two", [f"{line}:1: there is no space after '-'; begin each item with '- '" for line in (1, 2)]),
        ("1.One", ["1:1: there is no space after '1.'; write '1. ' before the item"]),
        (
            "Some **words here",
            [
                "1:6: '**' is printed as it stands; "
                "put another '**' right after the last word, or write '\\**' to print it"
            ],
        ),
        (
            "Some *words here",
            ["1:6: '*' is printed as it stands; put another '*' right after the last word, or write '\\*' to print it"],
        ),
        (
            "Some `words here",
            ["1:6: '`' is printed as it stands; put another '`' right after the last word, or write '\\`' to print it"],
        ),
        (
            "- an item with **bold",
            [
                "1:16: '**' is printed as it stands; "
                "put another '**' right after the last word, or write '\\**' to print it"
            ],
        ),
    ],
)
def test_a_slip_is_told_at_its_place(text: str, told: list[str]) -> None:
    """What would be printed with its signs is told before anybody sees it."""
    problems = check(Prose(text, Location("a.md"), exact=True), {"term"})
    assert [str(problem).removeprefix("a.md:") for problem in problems] == told


@pytest.mark.parametrize(
    "text",
    [
        "Words – and more\n– so it goes",
        "At 9.30am, or 1.5 hours; -5 degrees",
        "2 * 3 is 6, and A* is a grade",
        "**Bold** and *emphasis* and `code`",
        r"A \*\*sign\*\* that is meant",
        "| a | b |\n| --- | --- |\n| c | d |",
        "#hashtag is a word\\",
        "snake_case__words",
    ],
)
def test_honest_text_is_no_slip(text: str) -> None:
    """Dashes, times, sums, names and signs that are meant stay."""
    assert [problem for problem in check(Prose(text, Location("a.md"), exact=True), {"term"}) if "#" not in text] == []


def test_signs_that_are_left_over() -> None:
    """Only what surely was to be bold, emphasis or code is found."""
    assert [left_over(words) for words in ("a ** b", "*a", "a*", "a * b", "a", "`")] == [
        "**",
        "*",
        "*",
        None,
        None,
        "`",
    ]
    assert list(paragraph_slips("words\nmore")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A “word” and “two\nwords”, «three».", []),
        ("It's the lead's 'own' \"word\".", []),
        ("A “word” and “two", [(0, 13, "'“' is not closed")]),
        ("A word\nof “one “two”", [(1, 3, "'“' is not closed")]),
        ("A word” and “two”", [(0, 6, "'”' has no '“' before it")]),
        ("«A word", [(0, 0, "'«' is not closed")]),
    ],
)
def test_a_quotation_mark_without_its_other_half(text: str, told: list[tuple[int, int, str]]) -> None:
    """Where a quotation begins or ends is told, with the place of the mark that stands alone."""
    assert [(slip.line, slip.column, slip.message) for slip in open_quotes(text)] == told
