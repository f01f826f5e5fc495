"""How high words are below the title of a screen, and in which size of type they fit there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from build_scripts.content.fields import Prose
from build_scripts.content.prose import parse, text_runs
from build_scripts.formats import text_width
from build_scripts.training.slide_sources import Point

SIZES = (44, 40, 36, 32, 28, 24)
"""Sizes of type, in points of a slide that is 960 wide; the largest that fits is taken."""
MOST_IN_LISTS, USUAL, OF_COLUMNS, OF_STORIES, OF_PROMPTS = 36, 28, (32, 30, 28, 26, 24), (40, 36, 32, 28), (28, 26, 24)
ROOM, GAP, INDENT, LINE_HEIGHT = (848.0, 346.0), 10, 0.9, 1.2
"""How wide and high the room below a title is, as in the template of PowerPoint; indents are against the size."""
QUOTED_ROOM = (800.0, 292.0)
"""The same for a sentence of a page, below which the page is named."""
COLUMN, STORY, PROMPTS, NEAR = 390.0, 396.0, (380.0, 324.0), 6
"""How wide a column is, and that of a scenario; the room for the questions beside it, and the gap between these."""


def largest(sizes: Sequence[int], height: Callable[[int], float], room: float = ROOM[1]) -> int:
    """Return the first size in which words are no higher than their room, or else the last.

    Args:
        sizes: the sizes, the largest first.
        height: how high the words are in a size.
        room: how high they may be.
    """
    return next((size for size in sizes if height(size) <= room), sizes[-1])


def list_height(
    lead: Prose | None, points: Iterable[Point], size: int, width: float = ROOM[0], gap: int = GAP
) -> float:
    """Return how high a paragraph and the points below it are, in points of a slide.

    Args:
        lead: the paragraph.
        points: the points, with what stands before them.
        size: the size of type.
        width: how wide the room is.
        gap: the space above each paragraph.
    """
    above = [(words_of(lead), 0.0)] if lead else []
    below = [([(f"{point.term or ''} ", True), *words_of(point.text)], INDENT * size) for point in points]
    lines = (text_width.lines(words, size, width - indent) for words, indent in (*above, *below))
    return sum(count * size * LINE_HEIGHT + gap for count in lines)


def statement_height(lead: Prose | None, points: Sequence[Point], size: int) -> float:
    """Return how high a sentence is that stands alone; what stands before it has lines of its own.

    Args:
        lead: the sentence.
        points: or a point that is one.
        size: the size of type.
    """
    heads = [[(point.term, True)] for point in points if point.term]
    below = [words_of(prose) for prose in (*([lead] if lead else []), *(point.text for point in points))]
    lines = (text_width.lines(words, size, ROOM[0]) for words in (*heads, *below))
    return sum(count * size * LINE_HEIGHT + GAP for count in lines)


def column_height(heads: Iterable[tuple[str, Sequence[Prose]]], size: int) -> float:
    """Return how high a column is: a line for each head, and its lines below, in a list when there are several.

    Args:
        heads: the heads, each with its lines.
        size: the size of type.
    """
    lines = list[int]()
    for _, below in heads:
        room = COLUMN - (INDENT * size if below[1:] else 0)
        lines += (1, *(lines_of(line, size, room) for line in below))
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
