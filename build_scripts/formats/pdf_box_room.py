"""How many letters a box to type into shows in every viewer."""

from __future__ import annotations

LETTERS_OF_EM, CAPITALS_OF_EM, LOST_AT_END = 1.9, 1.75, 6
"""How many letters of a text, and of one in capitals, take the width of an em; how many the end of a line wastes."""
LINE, EDGES = 1.35, 4
"""How high a line is, in sizes of its letters, and what stays free at both edges of a box, in points: as much as any
viewer takes."""


def letters_of_line(width: float, size: float) -> float:
    """Return how many letters a line of a box shows, whatever they are.

    Args:
        width: of the box, in points.
        size: of the letters, in points.
    """
    return LETTERS_OF_EM * (width - EDGES) / size - LOST_AT_END


def letters_of_box(width: float, height: float, size: float, has_lines: bool) -> int:
    """Return how many letters a box shows: it takes no more, so that none are cut off in print.

    Args:
        width: of the box, in points.
        height: of the box, in points.
        size: of the letters, in points.
        has_lines: whether it has several lines.
    """
    if not has_lines:
        return int(CAPITALS_OF_EM * (width - EDGES) / size)
    return int(max(1, (height - EDGES) // (LINE * size)) * letters_of_line(width, size))
