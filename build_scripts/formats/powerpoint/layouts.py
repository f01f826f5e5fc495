"""The layouts of the template: which placeholders a slide has, how much room they give, and in which type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Pt

TEMPLATE: Final = Path(__file__).with_name("template.pptx")
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


@cache
def slide_layouts() -> Mapping[Layout, SlideLayout]:
    """Return the layouts as they stand in the template."""
    read = {layout.name: layout for layout in pptx.Presentation(str(TEMPLATE)).slide_layouts}
    return {name: _layout(read[name]) for name in Layout}


@cache
def names_in_template() -> frozenset[str]:
    """Return the names of layouts and of what stands on them, and the words that placeholders show while empty."""
    template = pptx.Presentation(str(TEMPLATE))
    layouts, masters = list(template.slide_layouts), (template.slide_master, template.notes_master)
    shapes = [shape for holder in (*layouts, *masters) for shape in holder.shapes]
    return frozenset({layout.name for layout in layouts} | {shape.name for shape in shapes})


@cache
def notes_placeholder() -> Placeholder:
    """Return the placeholder of the notes master that notes stand in."""
    master: Any = pptx.Presentation(str(TEMPLATE)).notes_master
    found = {shape.placeholder_format.type: shape for shape in master.placeholders}
    return _placeholder(found[PP_PLACEHOLDER.BODY])


def _layout(layout: Any) -> SlideLayout:
    found = {shape.placeholder_format.idx: _placeholder(shape) for shape in layout.placeholders}
    bodies = {index: placeholder for index, placeholder in found.items() if 0 < index < DRAWING_INDEX}
    return SlideLayout(found[0], bodies, found.get(DRAWING_INDEX))


def _placeholder(shape: Any) -> Placeholder:
    """Return a placeholder by what it says itself, for a template says size, gap and list at each."""
    frame, level = shape.text_frame, shape._element.txBody.find(f"{qn('a:lstStyle')}/{qn('a:lvl1pPr')}")
    type_ = level.find(qn("a:defRPr"))
    points = int(type_.get("sz")) / 100
    return Placeholder(
        width=(shape.width - frame.margin_left - frame.margin_right) / Pt(1),
        height=(shape.height - frame.margin_top - frame.margin_bottom) / Pt(1),
        points=points,
        gap=int(level.find(f"{qn('a:spcBef')}/{qn('a:spcPts')}").get("val")) / 100,
        bold=type_.get("b") == "1",
        list_style=ListStyle.NONE if level.find(qn("a:buChar")) is None else ListStyle.BULLET,
        own_indent=int(level.get("marL")) / Pt(points),
    )
