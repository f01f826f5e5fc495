"""However much somebody writes, no word is lost, and each slide has room for its own."""

from dataclasses import replace

import pytest

from build_scripts.formats.powerpoint.deck import Paragraph, Run
from build_scripts.formats.powerpoint.kept_template import slide_layouts
from build_scripts.formats.powerpoint.layouts import Layout, ListStyle
from build_scripts.formats.powerpoint.text_height import text_height
from build_scripts.training.powerpoint_spread import spread

BODY = replace(slide_layouts()[Layout.CONTENT].bodies[1], points=24)


def point(words: int, word: str = "word") -> Paragraph:
    """Return a point of so many words."""
    return Paragraph((Run(f"{word} " * words),), ListStyle.BULLET)


def heights(parts: list[tuple[Paragraph, ...]]) -> list[float]:
    """Return how high each part stands."""
    return [text_height(part, BODY, BODY.points) for part in parts]


@pytest.mark.parametrize("words", [1, 30, 200, 900])
def test_every_part_fits_and_no_word_is_lost(words: int) -> None:
    """A paragraph longer than a slide is cut between words, and its further parts have no bullet of their own."""
    parts = spread([point(words, f"w{number}") for number in range(9)], BODY)
    assert max(heights(parts)) <= BODY.height
    whole = "".join(paragraph.text for part in parts for paragraph in part)
    assert whole == "".join(f"w{number} " * words for number in range(9))
    assert sum(paragraph.list_style is ListStyle.BULLET for part in parts for paragraph in part) == 9


def test_slides_are_filled_about_alike() -> None:
    """The last slide does not hold a single line."""
    found = heights(spread([point(20) for _ in range(9)], BODY))
    assert len(found) > 1 and min(found) > max(found) / 2


def test_a_cut_falls_between_sentences() -> None:
    """A reader finishes a sentence before the next slide comes."""
    first, *_ = spread([Paragraph((Run("This is a sentence of seven words. " * 60),))], BODY)
    assert first[0].text.endswith("words. ")


@pytest.mark.parametrize("words", [60, 120, 140, 160, 240])
def test_the_paragraph_above_a_list_is_never_left_alone(words: int) -> None:
    """A line such as «Write down:» stands on the slide of what follows it."""
    lead = Paragraph((Run("Write down:"),), keep_with_next=True)
    parts = spread([lead, point(words), point(words)], BODY)
    assert parts[0][0].text == "Write down:" and len(parts[0]) > 1
    assert max(heights(parts)) <= BODY.height


def test_filling_slides_alike_does_not_part_them_either() -> None:
    """Here three slides could be filled more alike if the paragraph stood alone."""
    two_lines = Paragraph((Run("word " * 20),), keep_with_next=True)
    nine, one, five = point(110), point(5), point(58)
    parts = spread([two_lines, nine, one, five, five], BODY)
    assert [len(part) for part in parts] == [2, 2, 1]


@pytest.mark.parametrize("words", [130, 140, 150])
def test_a_long_paragraph_above_a_list_may_stand_alone(words: int) -> None:
    """What fills most of a slide leads over to nothing: it takes no room from what follows."""
    lead = Paragraph((Run("word " * words),), keep_with_next=True)
    parts = spread([lead, point(140)], BODY)
    assert max(heights(parts)) <= BODY.height and [len(part) for part in parts] == [1, 1]
