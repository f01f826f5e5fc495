"""Words are measured as PowerPoint sets them."""

import pytest

from build_scripts.formats.powerpoint.deck import Paragraph, Run
from build_scripts.formats.powerpoint.layouts import ListStyle, Placeholder
from build_scripts.formats.powerpoint.text_height import LINE_HEIGHT, text_height

PLACE = Placeholder(200, 100, 20, 5, bold=False, list_style=ListStyle.NONE, own_indent=0)


def height(words: str, style: ListStyle = ListStyle.NONE, points: float = 20, bold: bool = False) -> float:
    """Return how high some words stand."""
    return text_height([Paragraph((Run(words, bold),), style)], PLACE, points)


def test_lines_and_the_space_above_them_add_up() -> None:
    """Two paragraphs are twice as high as one."""
    one = height("word")
    assert one == pytest.approx(20 * LINE_HEIGHT + 5)
    assert text_height([Paragraph((Run("word"),))] * 2, PLACE, 20) == pytest.approx(2 * one)


@pytest.mark.parametrize("change", [{"points": 24}, {"style": ListStyle.NUMBER}, {"bold": True}])
def test_what_takes_more_room_breaks_earlier(change: dict[str, float | ListStyle | bool]) -> None:
    """Larger type, room for a number and bold letters each make more lines of the same words."""
    words = "word " * 40
    assert height(words, **change) > height(words)  # type: ignore[arg-type]
