"""The template of decks, read with the library of PowerPoint."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Pt

from build_scripts.formats.powerpoint.layouts import DRAWING_INDEX, Layout, ListStyle, Placeholder, SlideLayout

TEMPLATE: Final = Path(__file__).with_name("template.pptx")


def read_layouts() -> Mapping[Layout, SlideLayout]:
    """Return the layouts as they stand in the template."""
    read = {layout.name: layout for layout in pptx.Presentation(str(TEMPLATE)).slide_layouts}
    return {name: _layout(read[name]) for name in Layout}


def read_names() -> frozenset[str]:
    """Return the names of layouts and of what stands on them, and the words that placeholders show while empty."""
    template = pptx.Presentation(str(TEMPLATE))
    layouts, masters = list(template.slide_layouts), (template.slide_master, template.notes_master)
    shapes = [shape for holder in (*layouts, *masters) for shape in holder.shapes]
    return frozenset({layout.name for layout in layouts} | {shape.name for shape in shapes})


def read_notes() -> Placeholder:
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
