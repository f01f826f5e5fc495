"""The layouts of the template: which placeholders a slide has, how much room they give, and in which type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

DRAWING_INDEX = 10
"""The index of the placeholder that a drawing takes the place of; those of bodies are smaller."""


class Layout(StrEnum):
    """The layouts, by their names in the template."""

    OPENING = "Title slide"
    CONTENT = "Title and content"
    PAUSE = "Pause"
    SCENARIO = "Scenario"
    QUESTION = "Question"
    DRAWING = "Drawing"
    PART = "Part"
    CLOSING = "Closing"
    STATEMENT = "Statement"
    QUOTE = "Quote"
    NUMBER = "Number"
    COLUMNS = "Two columns"


class ListStyle(Enum):
    """What stands before a paragraph."""

    NONE = 0
    BULLET = 1
    NUMBER = 2
    LETTER = 3


INDENTS = {ListStyle.NONE: 0.0, ListStyle.BULLET: 0.9, ListStyle.NUMBER: 1.4, ListStyle.LETTER: 1.4}
"""How far words stand in, against the size of type, where the placeholder itself has another style of list."""


@dataclass(frozen=True)
class Placeholder:
    """What a placeholder of the template gives its words; lengths are in points."""

    width: float
    """How wide a line may be."""
    height: float
    """How high all lines may be."""
    points: float
    """The size of type."""
    gap: float
    """The space above each paragraph."""
    bold: bool
    list_style: ListStyle
    """What stands before a paragraph unless it says otherwise."""
    own_indent: float
    """How far words with that stand in, against the size of type."""

    def indent(self, style: ListStyle) -> float:
        """Return how far words in a style of list stand in, against the size of type."""
        return self.own_indent if style is self.list_style else INDENTS[style]


@dataclass(frozen=True)
class SlideLayout:
    """The placeholders of a layout."""

    title: Placeholder
    bodies: Mapping[int, Placeholder]
    """Those for words below the title, by their index."""
    drawing: Placeholder | None
    """Where a drawing stands."""
