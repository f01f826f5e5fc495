"""How high words are below the title of a screen, and in which size of type they fit there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from build_scripts.content.fields import Prose
from build_scripts.content.prose import parse, text_runs
from build_scripts.formats import text_width
from build_scripts.training.slide_sources import Point

SIZES = (44, 40, 36, 32, 28, 24)
"""Sizes of type, in points of a slide that is 960 wide; the largest that fits is taken."""
MOST_IN_LISTS, USUAL, OF_COLUMNS, OF_STORIES, OF_PROMPTS = 36, 28, (32, 28, 24), (36, 32, 28), (28, 24)
ROOM, GAP, INDENT, LINE_HEIGHT = (848.0, 346.0), 10, 0.9, 1.2
"""How wide and high the room below a title is, as in the template of PowerPoint; indents are against the size."""
QUOTED_ROOM = (800.0, 292.0)
"""The same for a sentence of a page, below which the page is named."""
COLUMN, STORY, PROMPTS = 390.0, 396.0, (374.0, 336.0)
"""How wide a column is, and that of a scenario beside its questions, in points of a slide."""


def largest(sizes: Sequence[int], height: Callable[[int], float], room: float = ROOM[1]) -> int:
    """Return the first size in which words are no higher than their room, or else the last.

    Args:
        sizes: the sizes, the largest first.
        height: how high the words are in a size.
        room: how high they may be.
    """
    return next((size for size in sizes if height(size) <= room), sizes[-1])


def list_height(lead: Prose | None, points: Iterable[Point], size: int, width: float = ROOM[0]) -> float:
    """Return how high a paragraph and the points below it are, in points of a slide.

    Args:
        lead: the paragraph.
        points: the points, with what stands before them.
        size: the size of type.
        width: how wide the room is.
    """
    above = [(words_of(lead), 0.0)] if lead else []
    below = [([(f"{point.term or ''} ", True), *words_of(point.text)], INDENT * size) for point in points]
    lines = (text_width.lines(words, size, width - indent) for words, indent in (*above, *below))
    return sum(count * size * LINE_HEIGHT + GAP for count in lines)


def column_height(heads: Iterable[tuple[str, Sequence[Prose]]], size: int) -> float:
    """Return how high a column is: a line for each head, and its lines below.

    Args:
        heads: the heads, each with its lines.
        size: the size of type.
    """
    room = COLUMN - INDENT * size
    lines = [count for _, below in heads for count in (1, *(lines_of(line, size, room) for line in below))]
    return sum(count * size * LINE_HEIGHT + GAP for count in lines)


def services_height(points: Sequence[Point], size: int) -> float:
    """Return how high the higher of two columns of numbers is: name, words and number have lines of their own.

    Args:
        points: the services.
        size: the size of type.
    """

    def high(point: Point) -> float:
        words = ([(point.term or "", True)], words_of(point.text), [(point.phone or "", True)])
        return sum(text_width.lines(each, size, COLUMN) * size * LINE_HEIGHT for each in words if each[0][0]) + GAP

    return max(sum(map(high, half)) for half in halves(points))


def halves(points: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return points as they stand in two columns."""
    middle = (len(points) + 1) // 2
    return tuple(points[:middle]), tuple(points[middle:])


def lines_of(prose: Prose, size: int, room: float) -> int:
    """Return how many lines a prose has."""
    return text_width.lines(words_of(prose), size, room)


def words_of(prose: Prose) -> list[tuple[str, bool]]:
    """Return the words of a prose, each with whether they are bold."""
    return [(text, strong or stressed) for text, strong, stressed in text_runs(parse(prose))]
