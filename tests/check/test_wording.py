"""The site keeps to its own words, to natural English, and to pages without doubts."""

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of

RULE = """\
words:
  - id: shouting
    say: [raised voice]
    instead_of: [shouting, yell]
    why: It is kinder.
    allowed_in: ["term:consent"]
"""
TOLD = "is not a word we use; say 'raised voice', or put it in quotation marks where you explain the word"


@pytest.fixture
def rule(small: Path) -> None:
    """The small project prefers one word to two others."""
    (small / "content_data" / "preferred-words.yml").write_text(RULE, encoding="utf-8")


def test_content_without_rules_is_looked_through(small: Path) -> None:
    """While both lists cannot be read, everything else is told all the same."""
    for name in ("preferred-words.yml", "phrasing.yml"):
        (small / "content_data" / name).write_text("", encoding="utf-8")
    assert [line.split(":")[0] for line in lines_of(small)] == [
        "content_data/phrasing.yml",
        "content_data/preferred-words.yml",
    ]


@pytest.mark.usefixtures("rule")
@pytest.mark.parametrize("marks", ['""', "“”", "«»"])
def test_a_word_in_quotation_marks_is_somebody_elses(small: Path, change: Change, marks: str) -> None:
    """What the message says can be done, with the marks of any keyboard or word processor."""
    change("content_data/guidance/start.md", "More words", f"Some say {marks[0]}shouting{marks[1]}, more words")
    assert lines_of(small) == []


@pytest.mark.usefixtures("rule")
@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("shouting words,", "content_data/guidance/start.md:19:1: 'shouting'"),
        ("More\nYELLS,", "content_data/guidance/start.md:20:1: 'YELLS'"),
    ],
)
def test_word_is_told_with_its_line(small: Path, change: Change, written: str, told: str) -> None:
    """An editor is told the word, its place and what to say."""
    change("content_data/guidance/start.md", "More words,", written)
    assert lines_of(small) == [f"{told} {TOLD}"]


@pytest.mark.usefixtures("rule")
@pytest.mark.parametrize("written", ['"shouting"', "[words](term:consent#shouting)", "shoutings-on", "outshouting"])
def test_marked_quotation_link_and_other_words_are_left_alone(small: Path, change: Change, written: str) -> None:
    """A word that is quoted, an address, or part of another word is no mistake."""
    change("content_data/guidance/start.md", "More words,", f"{written},")
    assert [line for line in lines_of(small) if "word we use" in line] == []


@pytest.mark.usefixtures("rule")
def test_word_may_stand_where_it_is_explained(small: Path, change: Change) -> None:
    """The entry that explains the word may use it, and the next entry may not."""
    change("content_data/glossary.yml", "An agreement.", "Not shouting.")
    assert lines_of(small) == []
    change("content_data/glossary.yml", "A refusal.", "Not shouting.")
    assert lines_of(small) == [f"content_data/glossary.yml:10:11: 'shouting' {TOLD}"]


def test_idiom_is_told_with_what_a_colleague_says(small: Path, change: Change) -> None:
    """An editor is told the natural form, also of words in quotation marks, which staff would say aloud."""
    change("content_data/guidance/start.md", "More words,", 'More "seldom",')
    told = "'seldom' is not how a colleague would say it; say 'rarely', or put it another way"
    assert lines_of(small) == [f"content_data/guidance/start.md:19:7: {told}"]


def test_doubt_is_told_where_people_act(small: Path, change: Change) -> None:
    """A page that people act on says what is known, and sends doubts to the register."""
    change("content_data/faq/what-then.md", "---\n\n", "---\n\nThey\nwe have not\nseen.\n\n")
    told = "is a doubt where people act; say what is known, and put the doubt under 'unknown' in the record"
    [line] = lines_of(small)
    assert "content_data/faq/what-then.md" in line
    assert told in line


@pytest.mark.parametrize(("file", "words"), [("guidance/start.md", "More words,"), ("glossary.yml", "An agreement.")])
def test_doubt_may_stand_in_registers_and_where_it_is_allowed(
    small: Path, change: Change, file: str, words: str
) -> None:
    """A register says what nobody has seen, and so may a page about the evidence itself."""
    change(f"content_data/{file}", words, f"We have not seen it. {words}")
    assert lines_of(small) == []
