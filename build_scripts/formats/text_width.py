"""How much room words take in Arial, so that slides are filled without a program that draws them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("text_widths.json")
"""The letters of each width, in 2048ths of the size of type; ``tools/letter_widths.py`` wrote it."""
EM: Final = 2048
SPARE: Final = 1.015
"""Programs round the widths of letters, each in its own way."""

Words = Sequence[tuple[str, bool]]
"""Pieces of a paragraph, each with whether it is bold."""


def width(text: str, points: float, bold: bool = False) -> float:
    """Return how wide a text is in points, at the least."""
    return _in_em(text, bold) * points / EM


def lines(words: Words, points: float, room: float) -> int:
    """Return how many lines a paragraph takes.

    Lines break at spaces alone. Programs break after hyphens too, which never makes more lines.

    Args:
        words: what the paragraph holds.
        points: the size of type.
        room: how wide a line may be, in points.
    """
    count, at = 1, 0.0
    space = width(" ", points) * SPARE
    for wide in _wide(words, points):
        if at and at + space + wide > room:
            count, at = count + 1, 0.0
        at += wide + (space if at else 0.0)
        while at > room:  # a word longer than a line is broken anywhere
            count, at = count + 1, at - room * 0.9
    return count


def _wide(words: Words, points: float) -> Iterator[float]:
    """Yield the width of each word; a word may be bold in part."""
    at: float | None = None
    for text, bold in words:
        first, *rest = text.split(" ")
        at = (at or 0.0) + width(first, points, bold) * SPARE
        for word in rest:
            yield at
            at = width(word, points, bold) * SPARE
    if at is not None:
        yield at


@cache
def _in_em(text: str, bold: bool) -> int:
    widths = _widths("bold" if bold else "regular")
    return sum(widths.get(letter, EM) for letter in text)


@cache
def _widths(weight: str) -> dict[str, int]:
    groups: dict[str, str] = json.loads(FILE.read_text(encoding="utf-8"))[weight]
    return {letter: int(wide) for wide, letters in groups.items() for letter in letters}
