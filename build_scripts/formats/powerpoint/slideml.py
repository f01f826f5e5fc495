"""What PowerPoint files are written in: layouts, slides with their notes, and the file around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

import pptx
from pptx.opc.package import _Relationships
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Pt

from build_scripts.formats.powerpoint import layouts
from build_scripts.formats.powerpoint.layouts import (
    COUNTER,
    FOOT,
    FOOTER,
    HEIGHT,
    LANGUAGE,
    LEFT,
    LOOKS,
    NOTE,
    NOTE_FOOTER,
    NOTES,
    NUMBER,
    ON_STEP,
    SIGNS,
    STEP_GAP,
    STEP_HIGH,
    TOP,
    WIDE,
    WIDTH,
    Layout,
    Mark,
    Place,
)
from build_scripts.formats.zip import same_bytes

THEME: Final = Path(__file__).with_name("theme.xml")
OFFICE = "http://schemas.openxmlformats.org"
SPACES = {
    "a": f"{OFFICE}/drawingml/2006/main",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "p": f"{OFFICE}/presentationml/2006/main",
}
"""The name spaces that all words of this module use."""
THEME_RELATION = f"{SPACES['r']}/theme"
KEPT = {
    *("officeDocument", "core-properties", "slideMaster", "slide", "slideLayout", "theme"),
    *("presProps", "viewProps", "tableStyles", "notesMaster"),
}
"""Relations of the file that stay; the rest of python-pptx's template tells of its maker or is not needed."""

HALF_LIGHT = 40000
"""A box of a range that is lighter than this has dark words."""


@dataclass(frozen=True)
class Run:
    """Words that look alike."""

    text: str
    bold: bool = False
    quiet: bool = False
    """Whether they stand back, since they were said before."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a slide or of its notes."""

    runs: tuple[Run, ...]
    mark: Mark = Mark.NONE
    number: int = 1
    """Its number where the mark counts."""
    tied: bool = False
    """Whether it stays on a slide with what follows."""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Filled:
    """What stands in a place of a layout, and in which size of type."""

    paragraphs: tuple[Paragraph, ...]
    points: float


@dataclass(frozen=True)
class Range:
    """A row of boxes that grow stronger in colour, from the least to the most."""

    steps: tuple[str, ...]
    description: str
    """What it shows, for those who do not see it."""


@dataclass(frozen=True)
class Page:
    """A slide."""

    layout: Layout
    title: Filled
    bodies: Mapping[int, Filled]
    notes: Filled
    range: Range | None = None


@dataclass(frozen=True)
class Deck:
    """Everything that a PowerPoint file is made of; the same deck makes the same file."""

    title: str
    version: str
    day: date
    """The day it says it was made on."""
    footer: str
    """What stands at the foot of each slide."""
    pages: tuple[Page, ...]


def pack(deck: Deck) -> bytes:
    """Return the PowerPoint file of a deck, the same bytes for the same deck."""
    presentation = pptx.Presentation()
    _dress(presentation)
    layouts = dict(zip(Layout, presentation.slide_layouts, strict=True))
    for page in deck.pages:
        slide = presentation.slides.add_slide(layouts[page.layout])
        _fill(slide.shapes._spTree, _shapes(page, deck.footer))
        _note(slide, page, deck.footer)
    _describe(presentation, deck)
    raw = BytesIO()
    presentation.save(raw)
    return same_bytes(raw)


def count(data: bytes) -> int:
    """Return how many slides a PowerPoint file has."""
    return len(pptx.Presentation(BytesIO(data)).slides)


def _dress(presentation: Presentation) -> None:
    """Put our own master and layouts in the place of those that python-pptx brings along."""
    for relations in (presentation.part._rels, presentation.part.package._rels):
        _thin_out(relations)
    _measure(presentation)
    master, notes = presentation.slide_master, presentation.notes_master
    for spare in list(master.slide_layouts)[len(LOOKS) :]:
        master.slide_layouts.remove(spare)
    ids = master._element.find(_tag("p:sldLayoutIdLst"))
    _replace(master._element, layouts.master())
    master._element.find(_tag("p:txStyles")).addprevious(ids)
    for name, layout in zip(Layout, master.slide_layouts, strict=True):
        _replace(layout._element, layouts.layout(name, LOOKS[name]))
        layout._element.set("type", LOOKS[name].kind)
    _replace(notes._element, layouts.notes_master())
    theme: Any = master.part.part_related_by(THEME_RELATION)
    theme._blob = THEME.read_bytes()
    theme = notes.part.part_related_by(THEME_RELATION)
    theme._element = parse_xml(THEME.read_bytes())
    _list(presentation)


def _measure(presentation: Presentation) -> None:
    """Set the sizes of slides and pages of notes, and the language."""
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    root = presentation.part._element
    del root.find(_tag("p:sldSz")).attrib["type"]
    for name, points in zip(("cx", "cy"), NOTES, strict=True):
        root.find(_tag("p:notesSz")).set(name, str(Pt(points)))
    for properties in root.iter(_tag("a:defRPr")):
        properties.set("lang", LANGUAGE)


def _list(presentation: Presentation) -> None:
    """Name the master of notes in the list where PowerPoint looks for it; python-pptx leaves it out."""
    key = presentation.part.relate_to(presentation.notes_master.part, f"{SPACES['r']}/notesMaster")
    listed = _parse(f'<p:notesMasterIdLst><p:notesMasterId r:id="{key}"/></p:notesMasterIdLst>')
    presentation.part._element.find(_tag("p:sldMasterIdLst")).addnext(listed)


def _thin_out(relations: _Relationships) -> None:
    for key, relation in list(relations.items()):
        if relation.reltype.rpartition("/")[2] not in KEPT:
            relations.pop(key)


def _replace(element: Any, text: str) -> None:
    """Give an element, which python-pptx holds on to, the children of another."""
    for child in list(element):
        element.remove(child)
    element.extend(list(_parse(text)))


def _parse(text: str) -> Any:
    names = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return parse_xml(text.replace(">", f" {names}>", 1))


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def _fill(tree: Any, shapes: str) -> None:
    """Put shapes on a slide in the place of those that python-pptx brings along; their order is the reading order."""
    for child in list(tree)[2:]:
        tree.remove(child)
    tree.extend(list(_parse(f"<p:spTree>{shapes}</p:spTree>")))


def _shapes(page: Page, footer: str) -> str:
    look = LOOKS[page.layout]
    shapes = [_filled(look.title, None, page.title)]
    if page.range:
        shapes += [_steps(page.range)]
    shapes += [_filled(place, index, page.bodies[index]) for index, place in look.bodies.items()]
    shapes += [_filled(FOOTER, FOOT, _one(footer, FOOTER.points)), _counter()]
    return layouts.numbered(shapes)


def _one(text: str, points: float) -> Filled:
    return Filled((Paragraph((Run(text),)),), points)


def _filled(place: Place, index: int | None, filled: Filled) -> str:
    own = filled.points if filled.points != place.points else None
    starts = _starts(filled.paragraphs)
    words = "".join(
        _paragraph(paragraph, start, filled.points, own, place.mark)
        for paragraph, start in zip(filled.paragraphs, starts, strict=True)
    )
    return _holding(place, index, words or f'<a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p>')


def _counter() -> str:
    return _holding(COUNTER, NUMBER, layouts.counter())


def _holding(place: Place, index: int | None, words: str) -> str:
    text = f"<a:bodyPr/><a:lstStyle/>{words}"
    return layouts.placeholder(place.name, place.role, index, "<p:spPr/>", text)


def _starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return with which number the list of each paragraph begins; PowerPoint counts on from there."""
    starts: list[int] = []
    for before, paragraph in zip((None, *paragraphs), paragraphs, strict=False):
        goes_on = before and before.mark is paragraph.mark and before.number + 1 == paragraph.number
        starts.append(starts[-1] if goes_on else paragraph.number)
    return starts


def _paragraph(paragraph: Paragraph, first: int, points: float, own: float | None, standard: Mark) -> str:
    """Return a paragraph; what its place gives anyway is not said again, so that a change of layout shows."""
    start = f' startAt="{first}"' if first > 1 else ""
    looks = ""
    if paragraph.mark is not standard or own:
        sign = SIGNS[paragraph.mark].format(start=start)
        looks = f"<a:pPr{layouts.indent(paragraph.mark, points)}>{sign}</a:pPr>"
    return f"<a:p>{looks}{''.join(_run(run, own) for run in paragraph.runs)}</a:p>"


def _run(run: Run, own: float | None) -> str:
    size = f' sz="{round(own * 100)}"' if own else ""
    weight = ' b="1"' if run.bold else ""
    colour = layouts.colour("accent4") if run.quiet else ""
    return f'<a:r><a:rPr lang="{LANGUAGE}"{size}{weight} dirty="0">{colour}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>'


def step_width(count: int) -> float:
    """Return how wide the words of a step may be in a range of so many, in points."""
    return (WIDE - STEP_GAP * (count - 1)) / count - 8


def _steps(drawn: Range) -> str:
    """Return a row of boxes as one group."""
    count = len(drawn.steps)
    wide = (WIDE - STEP_GAP * (count - 1)) / count
    boxes = [_step(step, n, LEFT + n * (wide + STEP_GAP), wide, count) for n, step in enumerate(drawn.steps)]
    whole = f'<a:off x="{Pt(LEFT)}" y="{Pt(TOP)}"/><a:ext cx="{Pt(WIDE)}" cy="{Pt(STEP_HIGH)}"/>'
    inner = whole.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    numbered = "".join(box.replace('id="0"', f'id="{100 + n}"', 1) for n, box in enumerate(boxes))
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="0" name="Range" descr={quoteattr(drawn.description)}/><p:cNvGrpSpPr/>'
        f"<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{whole}{inner}</a:xfrm></p:grpSpPr>{numbered}</p:grpSp>"
    )


def _step(name: str, number: int, left: float, wide: float, count: int) -> str:
    """Return a box of a range: sage at first, then the darker the further on."""
    if number == 0:
        fill, ink = layouts.colour("accent3"), "tx1"
    else:
        light = 75000 * (count - 1 - number) // max(count - 2, 1)
        lumen = f'<a:lumMod val="{100000 - light}"/><a:lumOff val="{light}"/>' if light else ""
        fill = f'<a:solidFill><a:schemeClr val="accent2">{lumen}</a:schemeClr></a:solidFill>'
        ink = "tx1" if light > HALF_LIGHT else "bg1"
    run = f'<a:rPr lang="{LANGUAGE}" sz="{ON_STEP * 100}" b="1" dirty="0">{layouts.colour(ink)}</a:rPr>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(name)}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{layouts.box(left, TOP, wide, STEP_HIGH)}{fill}</p:spPr>"
        '<p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f'<a:p><a:pPr algn="ctr"/><a:r>{run}<a:t>{escape(name)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _note(slide: Slide, page: Page, footer: str) -> None:
    shapes = [
        layouts.picture("<p:spPr/>"),
        _filled(NOTE, 1, page.notes),
        _filled(NOTE_FOOTER, FOOT, _one(footer, NOTE_FOOTER.points)),
        _counter(),
    ]
    _fill(slide.notes_slide.shapes._spTree, layouts.numbered(shapes))


def _describe(presentation: Presentation, deck: Deck) -> None:
    about = presentation.core_properties
    about.title, about.version, about.language = deck.title, deck.version, LANGUAGE
    about.author = about.comments = about.keywords = about.subject = about.last_modified_by = ""
    about.revision = 1
    about.created = about.modified = datetime.combine(deck.day, datetime.min.time(), UTC)
