"""Whoever confirms an entry sees each sentence that rests on it."""

from pathlib import Path

import pytest

from build_scripts.content.fields import Reference
from build_scripts.content.load import load_all
from build_scripts.content.pages import Guidance
from build_scripts.content.uses import uses
from tests.conftest import Change

START = "content_data/guidance/start.md"
STUDY, LINE = Reference("document", "a-study"), Reference("service", "a-line")


def sentences(root: Path, reference: Reference) -> list[tuple[str, ...]]:
    """Return the sentences of guidance that rest on a record."""
    return [use.sentences for use in uses(load_all(root).content)[reference] if isinstance(use.record, Guidance)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Older words. It says so in [a study](document:a-study). More.", "It says so in a study."),
        ("It is so. [source](document:a-study) More.", "It is so."),
        ("It is so. [source](service:a-line) [source](document:a-study)", "It is so."),
        ("- A point\n- It [holds](document:a-study#part): always", "It holds: always"),
        ("| A | B |\n| --- | --- |\n| x | It is [so](document:a-study) |", "It is so"),
    ],
)
def test_a_sentence_is_told_whole_and_alone(small: Path, change: Change, text: str, told: str) -> None:
    """A link tells of its own sentence, and a mark of a source of the sentence before it."""
    change(START, "More words, from [a study](document:a-study).", text)
    assert sentences(small, STUDY) == [(told,)]


def test_what_only_lists_a_record_is_told_too(small: Path, change: Change) -> None:
    """A service that a page sets out below its text is used there, though no sentence names it."""
    change(START, "[the line](service:a-line)", "the line")
    change(START, "order: 10", "order: 10\nservices: [a-line]")
    assert sentences(small, LINE) == [()]
