"""Sentences and pages keep to what their readers can read."""

from pathlib import Path

import pytest

from build_scripts.check.readability import reading_age, scores, sentences_of
from build_scripts.content.fields import Prose
from build_scripts.content.load import load_all
from tests.conftest import Change, problems_of

LONG = "word " * 25 + "end."
FOR_STAFF = "The lead asks every colleague what they noticed about the pupil before the meeting begins. " * 9
HARD = "Institutional accountability necessitates interdisciplinary collaboration. " * 9


def test_long_sentence_is_a_warning(small: Path, change: Change) -> None:
    """An editor is told which sentence to part, and where it begins, and the site still builds."""
    change("content_data/guidance/start.md", "More words,", f"It is so.\n**Word**{LONG[4:]} More words,")
    (problem,) = problems_of(small)
    assert (problem.location.line, problem.location.column) == (20, 3)
    assert problem.severity == "warning"
    assert problem.message.startswith("a sentence of 26 words: 'Word word")


def test_hard_page_is_a_warning_that_names_its_longest_sentences(small: Path, change: Change) -> None:
    """A page over its budget says where to begin."""
    change("content_data/guidance/start.md", "More words,", HARD + "More words,")
    (problem,) = problems_of(small)
    assert problem.severity == "warning" and "is over 14 for this page" in problem.message
    assert "Institutional accountability" in problem.remedy


def test_budget_follows_the_audience(small: Path, change: Change) -> None:
    """A page for young people has a lower budget than one for staff."""
    change("content_data/guidance/start.md", "order: 10", "order: 10\naudience: young-person")
    readers = {score.title: score.audience for score in scores(load_all(small).content)}
    assert (readers["Start"], readers["Sharing"], readers["Help"]) == ("young-person", "staff", "young-person")


def test_each_copy_of_a_form_is_measured_for_its_reader(small: Path) -> None:
    """The copy that a young person keeps, and the easy-read version, have their lower budget."""
    found = {score.of: score.audience for score in scores(load_all(small).content) if score.title == "Note"}
    young, staff = "young-person", "staff"
    assert found == {"working": staff, "young-person": young, "staff-annex": staff, "easy-read": young}


def test_hard_copy_of_a_form_is_a_warning(small: Path, change: Change) -> None:
    """Words that are too hard for a young person's copy are told, and may stand where only staff read."""
    change("content_data/forms/note.yml", "label: Secret", f"label: Secret\n        help: {FOR_STAFF}")
    assert problems_of(small) == []
    change("content_data/forms/note.yml", "It is for you.", FOR_STAFF)
    (problem,) = problems_of(small)
    assert problem.severity == "warning" and "is over 10 for the copy 'young-person'" in problem.message


def test_limits_come_from_the_settings(small: Path, change: Change) -> None:
    """Whoever decides that sentences may be longer changes one number and no code."""
    change("content_data/guidance/start.md", "More words,", LONG + " More words,")
    change("content_data/settings.yml", "sentence_words: 25", "sentence_words: 26")
    assert problems_of(small) == []


def test_long_sentence_is_told_where_it_stands(small: Path, change: Change) -> None:
    """In a form of a thousand lines the editor is led to the line."""
    change("content_data/forms/note.yml", "label: Secret", f"label: Secret\n        help: {LONG}")
    (problem,) = problems_of(small)
    assert (problem.severity, problem.location.line) == ("warning", 117)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("- one item\n- another item", ["one item", "another item"]),
        ("e.g. this stays whole", ["e.g. this stays whole"]),
        ("Call [the line](service:a-line). It listens.", ["Call the line.", "It listens."]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, sentences: list[str]) -> None:
    """List items end a sentence, abbreviations do not, and link targets are no words."""
    assert list(sentences_of(Prose(text))) == sentences


def test_easy_words_give_a_lower_age_and_names_are_excepted() -> None:
    """The measure tells easy from hard, and a name does not make a page hard."""
    easy, hard = reading_age(("You can talk to us. " * 3,)), reading_age(tuple(HARD.split(". ")))
    assert easy < 10 < hard
    assert reading_age(("We met Bartholomew today.",)) < reading_age(("We met bartholomew today.",))


@pytest.mark.parametrize(
    ("word", "count"),
    [("people", 2), ("image", 2), ("agreed", 2), ("shared", 1), ("wanted", 2), ("behaviour", 3), ("responsibility", 6)],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    """A silent e is no syllable, and a last -le or -ted is one."""
    easy = reading_age(("a " * 9 + word,))
    assert easy == pytest.approx(0.39 * 10 + 11.8 * (9 + count) / 10 - 15.59 + 5)
