"""How high words stand in a placeholder, so that slides are filled without a program that draws them."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.formats import text_width
from build_scripts.formats.powerpoint.deck import Paragraph
from build_scripts.formats.powerpoint.layouts import Placeholder

LINE_HEIGHT = 1.2
"""The height of a line against the size of type; Arial itself takes 1.15."""


def text_height(paragraphs: Iterable[Paragraph], place: Placeholder, points: float) -> float:
    """Return how high paragraphs stand in a placeholder in a size of type, in points."""
    return sum(_lines(paragraph, place, points) * points * LINE_HEIGHT + place.gap for paragraph in paragraphs)


def _lines(paragraph: Paragraph, place: Placeholder, points: float) -> int:
    room = place.width - place.indent(paragraph.list_style) * points
    return text_width.lines([(run.text, run.bold or place.bold) for run in paragraph.runs], points, room)
