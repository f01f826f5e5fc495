"""The lines of the two drawings: the continuum, and the route from the considerations to the responses.

Each is worked out from how many there are of what it shows, once to lie across a page and once to run down a phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_scripts.content.registers import Level

Point = tuple[float, float]
Stroke = tuple[Point | str, ...]
"""Points, with a letter of a path before those that it draws otherwise than by straight lines."""
LEVEL_LENGTH, BAND_DEPTH, ARROW = 120, 64, 58
"""How far the band runs for each level, how much room it takes beside its length, and where its arrow runs."""
MIDDLE, THINNEST, THICKEST = 30, 5, 19
"""Where the band has its middle, and how far its edges are from there at either end of the continuum."""
WIDEST_HATCH, CLOSEST_HATCH = 22, 5
"""How far lines of the hatching stand apart at either end of the continuum."""
ROW, LONG, APART = 34, 60, 3
"""How much room a strand has where it begins, how far it runs, and how close strands lie once they have met."""
BEND = 17
"""How far a strand takes to turn a corner."""


@dataclass(frozen=True)
class Drawing:
    """Lines in a box that is stretched to the room there is."""

    width: float
    height: float
    path: str


@dataclass(frozen=True)
class Range:
    """Levels beside each other that the umbrella term covers, or does not."""

    harmful: bool
    levels: tuple[Level, ...]
    across: Drawing
    down: Drawing


def ranges(levels: Sequence[Level]) -> list[Range]:
    """Return the continuum in its ranges: a band that widens, a bracket around each, an arrow that leads both ways.

    Args:
        levels: all levels in their order.
    """
    found, start = [], 0
    for harmful, each in groupby(levels, lambda level: level.harmful):
        within = tuple(each)
        lines = list(_band(start, len(within), len(levels), harmful))
        length = LEVEL_LENGTH * len(within)
        across = Drawing(length, BAND_DEPTH, _path(lines))
        down = Drawing(BAND_DEPTH, length, _path(lines, turned=True))
        found.append(Range(harmful, within, across, down))
        start += len(within)
    return found


def _band(start: int, count: int, of: int, harmful: bool) -> Iterator[Stroke]:
    """Yield the strokes of one range, from its first level on."""
    length, total = LEVEL_LENGTH * count, LEVEL_LENGTH * of
    first, last = start == 0, start + count == of

    def between(low: float, high: float, along: float) -> float:
        return low + (high - low) * (LEVEL_LENGTH * start + along) / total

    def edge(along: float) -> float:
        return between(THINNEST, THICKEST, along)

    yield (3, 8), (3, 2), (length - 3, 2), (length - 3, 8)
    corners = ((0, -edge(0)), (length, -edge(length)), (length, edge(length)), (0, edge(0)), (0, -edge(0)))
    yield tuple((x, MIDDLE + y) for x, y in corners)
    along = WIDEST_HATCH / 2
    while harmful and along + edge(along) < length:
        yield (along, MIDDLE + edge(along)), (along + edge(along), MIDDLE - edge(along + edge(along)))
        along += between(WIDEST_HATCH, CLOSEST_HATCH, along)
    yield (4 if first else 0, ARROW), (length - (4 if last else 0), ARROW)
    if first:
        yield (10, ARROW - 5), (4, ARROW), (10, ARROW + 5)
    if last:
        yield (length - 10, ARROW - 5), (length - 4, ARROW), (length - 10, ARROW + 5)


def gather(count: int) -> tuple[Drawing, Drawing]:
    """Return strands that run together, across and down; each begins beside a row of a list."""
    height = ROW * count
    rows, tracks = _rows(count, height), _tracks(count)
    across = [_bend(y, end) for y, end in zip(rows, _together(count, height), strict=True)]
    down = [((LONG, y), "Q", (x, y), (x, y + BEND), "L", (x, height)) for x, y in zip(tracks, rows, strict=True)]
    return _strands(height, across), _strands(height, down)


def spread(count: int, of: int) -> tuple[Drawing, Drawing]:
    """Return strands that part, across and down; each ends beside a row of a list.

    Args:
        count: how many there are.
        of: how many run together on the other side, in as high a box.
    """
    height = ROW * of
    rows, tracks = _rows(count, height), reversed(_tracks(count))
    across = [_bend(start, y) for start, y in zip(_together(count, height), rows, strict=True)]
    down = [((x, 0), "L", (x, y - BEND), "Q", (x, y), (LONG, y)) for x, y in zip(tracks, rows, strict=True)]
    return _strands(height, across), _strands(height, down)


def _bend(start: float, end: float) -> Stroke:
    return (0, start), "C", (LONG / 2, start), (LONG / 2, end), (LONG, end)


def _rows(count: int, height: float) -> list[float]:
    return [height * (row + 0.5) / count for row in range(count)]


def _together(count: int, height: float) -> list[float]:
    """Return where strands lie side by side, halfway down."""
    return [height / 2 + APART * (strand - (count - 1) / 2) for strand in range(count)]


def _tracks(count: int) -> list[float]:
    """Return where strands run side by side down the edge; the first is the outermost, so that none cross."""
    return [APART * (strand + 1) for strand in range(count)]


def _strands(height: float, strokes: Sequence[Stroke]) -> Drawing:
    return Drawing(LONG, height, _path(strokes))


def _path(strokes: Sequence[Stroke], turned: bool = False) -> str:
    """Return strokes as the path of an SVG; turned, what ran across runs down."""
    return "".join("M" + _steps(stroke, turned) for stroke in strokes)


def _steps(stroke: Stroke, turned: bool) -> str:
    parts: list[str] = []
    for step in stroke:
        if isinstance(step, str):
            parts.append(step)
        else:
            x, y = reversed(step) if turned else step
            between = " " if parts and not parts[-1].isalpha() else ""
            parts.append(f"{between}{round(x, 1):g} {round(y, 1):g}")
    return "".join(parts)
