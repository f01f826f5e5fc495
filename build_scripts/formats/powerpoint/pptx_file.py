"""A deck as a PowerPoint file: the template's layouts filled with words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pptx
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from lxml.builder import ElementMaker
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import namespaces, qn
from pptx.presentation import Presentation
from pptx.util import Emu, Pt

from build_scripts.formats.powerpoint.deck import Deck, DeckSlide, Drawing, Label, Lines, Paragraph, Run, SizedText
from build_scripts.formats.powerpoint.kept_template import notes_placeholder, slide_layouts
from build_scripts.formats.powerpoint.layouts import DRAWING_INDEX, Layout, ListStyle, Placeholder
from build_scripts.formats.powerpoint.template import TEMPLATE
from build_scripts.formats.zip import same_bytes

A = ElementMaker(namespace=namespaces("a")["a"], nsmap=namespaces("a"))
NUMBERING = {ListStyle.NUMBER: "arabicPeriod", ListStyle.LETTER: "alphaUcPeriod"}
"""What PowerPoint calls each way to count."""
UNITS = 100
"""So many units of a path of PowerPoint are one of an SVG, since it counts in whole numbers."""
COMMANDS = {"moveTo": "moveTo", "lineTo": "lnTo", "curveTo": "cubicBezTo", "qCurveTo": "quadBezTo"}
"""What PowerPoint calls each step of a path."""
PILL_MARGIN = 8
"""Points beside the words of a box with round corners."""
NUMBER_INDEX, FOOTER_INDEX = 20, 21
"""The indexes of slide number and footer in the template."""
LINE, EDGE = 4, "Edge"
"""How thick the line is that says how much of a deck is behind, in points; and its name."""
ON_DARK = {Layout.OPENING, Layout.PART, Layout.CLOSING}
"""Layouts with light words on a dark ground."""
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}", "http://schemas.microsoft.com/office/drawing/2017/decorative"
"""What PowerPoint calls a shape that is not read out: the id of the extension, and its namespace."""


def write_pptx(deck: Deck) -> bytes:
    """Return the PowerPoint file of a deck, the same bytes for the same deck."""
    presentation = pptx.Presentation(str(TEMPLATE))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    _name(presentation, deck.names)
    originals = {name: _by_index(layout) for name, layout in layouts.items()}
    originals_of_notes = _by_index(presentation.notes_master)
    for number, slide in enumerate(deck.slides, 1):
        made = presentation.slides.add_slide(layouts[slide.layout])
        _fill(made, slide, originals[slide.layout], deck.footer)
        _draw_line(made, slide.layout, number / len(deck.slides), deck.names[EDGE])
        _fill_notes(made.notes_slide, originals_of_notes, slide.notes, deck.footer)
    _describe(presentation, deck)
    raw = BytesIO()
    presentation.save(raw)
    return same_bytes(raw)


def _name(presentation: Presentation, names: Mapping[str, str]) -> None:
    """Write what people read of the template itself, among other words where they edit its layouts."""
    for holder in (*presentation.slide_layouts, presentation.slide_master, presentation.notes_master):
        for shape in holder.shapes:
            for words in shape._element.iter(qn("a:t")):
                words.text = names.get(words.text, words.text)
            shape.name = names[shape.name]
    for layout in presentation.slide_layouts:
        layout._element.cSld.set("name", names[layout.name])


def _fill(made: Any, slide: DeckSlide, originals: Mapping[int, Any], footer: str) -> None:
    layout, shapes = slide_layouts()[slide.layout], _placeholders(made, originals, footer)
    _write(shapes[0], slide.title, layout.title)
    for index, placeholder in layout.bodies.items():
        _write(shapes[index], slide.bodies[index], placeholder)
    if slide.drawing:
        _draw(made, shapes[DRAWING_INDEX], slide.drawing)


def _fill_notes(made: Any, originals: Mapping[int, Any], notes: SizedText, footer: str) -> None:
    _placeholders(made, originals, footer)
    _write(made.notes_placeholder, notes, notes_placeholder())


def _by_index(slide: Any) -> dict[int, Any]:
    """Return the placeholders of a slide, a layout or a master by index; python-pptx looks for them anew each time."""
    return {shape.placeholder_format.idx: shape for shape in slide.placeholders}


def _placeholders(slide: Any, originals: Mapping[int, Any], footer: str) -> dict[int, Any]:
    """Return the placeholders of a new slide by index, in order and with names as those of its layout or master.

    python-pptx leaves out footer and number, which are filled here.
    """
    held = _by_index(slide)
    for index, original in originals.items():
        if index not in held:
            slide.shapes.clone_placeholder(original)
    shapes = _by_index(slide)
    for index, original in originals.items():
        shapes[index].name = original.name
        slide.shapes._spTree.append(shapes[index]._element)
    _add_run(shapes[FOOTER_INDEX].text_frame.paragraphs[0], Run(footer), None)
    field = originals[NUMBER_INDEX]._element.find(f".//{qn('a:fld')}")
    shapes[NUMBER_INDEX].text_frame.paragraphs[0]._p.append(deepcopy(field))
    return shapes


def _write(shape: Any, text: SizedText, placeholder: Placeholder) -> None:
    """Write words; what their placeholder gives anyway is not said again, so that a change of layout shows."""
    frame, size = shape.text_frame, text.points if text.points != placeholder.points else None
    for at, (paragraph, start) in enumerate(zip(text.paragraphs, _starts(text.paragraphs), strict=True)):
        made = frame.add_paragraph() if at else frame.paragraphs[0]
        if size or paragraph.list_style is not placeholder.list_style:
            _set_list(made, paragraph.list_style, start, Pt(placeholder.indent(paragraph.list_style) * text.points))
        for run in paragraph.runs:
            _add_run(made, run, size)


def _starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return with which number the list of each paragraph begins; PowerPoint counts on from there."""
    starts: list[int] = []
    for before, paragraph in zip((None, *paragraphs), paragraphs, strict=False):
        goes_on = before and before.list_style is paragraph.list_style and before.number + 1 == paragraph.number
        starts.append(starts[-1] if goes_on else paragraph.number)
    return starts


def _set_list(made: Any, style: ListStyle, start: int, indent: int) -> None:
    """Say what stands before a paragraph, which python-pptx cannot."""
    properties = made._p.get_or_add_pPr()
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    if style is ListStyle.NONE:
        properties.append(A.buNone())
    elif style is ListStyle.BULLET:
        properties.extend([A.buFont(typeface="Arial"), A.buChar(char="•")])
    else:
        first = {"startAt": str(start)} if start > 1 else {}
        properties.extend([A.buFont(typeface="+mj-lt"), A.buAutoNum(type=NUMBERING[style], **first)])


def _add_run(made: Any, run: Run, points: float | None) -> Any:
    written = made.add_run()
    written.text, written.font.language_id = run.text, MSO_LANGUAGE_ID.ENGLISH_UK
    if points:
        written.font.size = Pt(points)
    if run.bold:
        written.font.bold = True
    if run.quiet:
        written.font.color.theme_color = MSO_THEME_COLOR.ACCENT_4
    return written


def _draw_line(slide: Any, layout: Layout, share: float, name: str) -> None:
    """Draw how much of the deck is behind, along the foot of a slide; footer and number stay the last to be read."""
    sides = slide.part.package.presentation_part.presentation
    top, wide = sides.slide_height - Pt(LINE), round(sides.slide_width * share)
    line = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, top, wide, Pt(LINE))
    line.name = name
    line.fill.solid()
    line.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_6 if layout in ON_DARK else MSO_THEME_COLOR.ACCENT_2
    line.line.fill.background()
    id_, space = DECORATIVE
    mark = ElementMaker(namespace=space, nsmap={"adec": space}).decorative(val="1")
    line._element.nvSpPr.cNvPr.append(A.extLst(A.ext(mark, uri=id_)))
    footer = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == FOOTER_INDEX)
    footer._element.addprevious(line._element)


def _draw(slide: Any, placeholder: Any, drawing: Drawing) -> None:
    """Put a drawing, as one group, in the place of its placeholder."""
    group = slide.shapes.add_group_shape()
    group.name = placeholder.name
    group._element.nvGrpSpPr.cNvPr.set("descr", drawing.description)
    for item in drawing.items:
        left, top = placeholder.left + Pt(item.left), placeholder.top + Pt(item.top)
        if isinstance(item, Lines):
            box = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, Pt(item.width), Pt(item.height))
            box.name = placeholder.name
            _trace(box, item)
        else:
            _write_label(group, item, left, top)
    placeholder._element.getparent().replace(placeholder._element, group._element)


def _trace(box: Any, lines: Lines) -> None:
    """Give a box the outline of lines, which can be bent and coloured in PowerPoint like any shape."""
    pen = RecordingPen()
    parse_path(lines.path, pen)
    path = A.path(w=str(round(lines.box[0] * UNITS)), h=str(round(lines.box[1] * UNITS)), fill="none")
    for command, points in pen.value:
        if command in COMMANDS:
            steps = [A.pt(x=str(round(x * UNITS)), y=str(round(y * UNITS))) for x, y in points]
            path.append(getattr(A, COMMANDS[command])(*steps))
    properties = box._element.spPr
    properties.replace(
        properties.prstGeom, A.custGeom(A.avLst(), A.gdLst(), A.rect(l="0", t="0", r="r", b="b"), A.pathLst(path))
    )
    box.fill.background()
    box.line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    box.line.width = Pt(1.5)


def _write_label(group: Any, label: Label, left: int, top: int) -> None:
    shape = MSO_SHAPE.ROUNDED_RECTANGLE if label.is_pill else MSO_SHAPE.RECTANGLE
    box = group.shapes.add_shape(shape, left, top, Pt(label.width), Pt(label.height))
    box.name = "".join(run.text for run in label.runs)
    box.line.fill.background()
    box.fill.background()
    if label.is_pill:
        box.fill.solid()
        box.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_3
        box.line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    frame = box.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Pt(PILL_MARGIN if label.is_pill else 0)
    frame.margin_top = frame.margin_bottom = Emu(0)
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER if label.is_pill else PP_ALIGN.LEFT
    for run in label.runs:
        written = _add_run(frame.paragraphs[0], run, label.points)
        if not run.quiet:
            written.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _describe(presentation: Presentation, deck: Deck) -> None:
    about = presentation.core_properties
    about.title, about.version, about.language = deck.title, deck.version, "en-GB"
    about.created = about.modified = datetime.combine(deck.day, datetime.min.time(), UTC)
