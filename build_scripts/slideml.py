"""What PowerPoint files are written in: layouts, slides with their notes, and the file around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

import pptx
from pptx.opc.package import Part, _Relationships
from pptx.oxml import parse_xml
from pptx.parts.slide import NotesSlidePart
from pptx.presentation import Presentation
from pptx.slide import NotesMaster, Slide
from pptx.util import Pt

from build_scripts.zipped import same_bytes

THEME: Final = Path(__file__).parent / "templates" / "slides" / "theme.xml"
OFFICE = "http://schemas.openxmlformats.org"
SPACES = {
    "a": f"{OFFICE}/drawingml/2006/main",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "p": f"{OFFICE}/presentationml/2006/main",
}
"""The name spaces that all words of this module use."""
KEPT = {
    *("officeDocument", "core-properties", "slideMaster", "slide", "slideLayout", "theme"),
    *("presProps", "viewProps", "tableStyles", "notesMaster"),
}
"""Relations of the file that stay; the rest of python-pptx's template tells of its maker or is not needed."""
LANGUAGE = "en-GB"
WIDTH, HEIGHT = 960, 540
"""A slide of 16:9, in points."""
NOTES = (595, 842)
"""A page of notes, in points: A4."""
NUMBER, FOOT = 20, 21
"""The indexes of the slide number and of the foot."""
SMALL, TINY = 14, 12
"""The sizes of the slide number and of the foot."""
LINE = 1.2
"""The height of a line against the size of type; Arial itself takes 1.15."""


class Mark(Enum):
    """What stands before a paragraph."""

    NONE = 0
    BULLET = 1
    NUMBER = 2
    LETTER = 3


COLOURS = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
"""Which colour of the theme each use takes."""
INDENT = {Mark.NONE: 0.0, Mark.BULLET: 0.9, Mark.NUMBER: 1.4, Mark.LETTER: 1.4}
"""How far the words stand in, against the size of type."""
SIGNS = {
    Mark.NONE: "<a:buNone/>",
    Mark.BULLET: '<a:buFont typeface="Arial"/><a:buChar char="&#8226;"/>',
    Mark.NUMBER: '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>',
    Mark.LETTER: '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="alphaUcPeriod"{start}/>',
}


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
class Place:
    """A place of a layout for words; lengths are in points."""

    name: str
    """What editors and screen readers call it."""
    left: float
    top: float
    width: float
    height: float
    points: float
    """The size of type."""
    gap: float = 0.0
    """The space above each paragraph."""
    inset: float = 0.0
    """The space between its edge and its words."""
    fill: str | None = None
    """Its colour in the theme."""
    ink: str = "tx1"
    bold: bool = False
    anchor: str = "t"
    """Where words stand that do not fill it: ``t``, ``ctr`` or ``b``."""
    role: str = ""
    """The type of placeholder; none for a body."""

    @property
    def mark(self) -> Mark:
        """What stands before a paragraph unless it says otherwise."""
        return Mark.NONE if self.role or self.bold else Mark.BULLET

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that words may take."""
        return self.width - 2 * self.inset, self.height - 2 * self.inset


TITLE = Place("Title", 56, 30, 848, 80, 32, ink="tx2", bold=True, anchor="b", role="title")
LEFT, TOP, WIDE, HIGH = 56, 132, 848, 346
STEP_HIGH, STEP_GAP, ON_STEP = 52, 6.0, 18
"""The height, distance and size of type of the steps of a range."""
FOOTER = Place("Footer", LEFT, 496, 700, 24, TINY, ink="accent4", anchor="ctr", role="ftr")
COUNTER = Place("Slide number", 804, 496, 100, 24, SMALL, ink="accent4", anchor="ctr", role="sldNum")


class Layout(StrEnum):
    """The layouts, by their names in PowerPoint."""

    OPENING = "Title slide"
    CONTENT = "Title and content"
    SECTION = "Section"
    SCENARIO = "Scenario"
    QUESTION = "Question"
    RANGE = "Range"


@dataclass(frozen=True)
class Look:
    """How a layout is built."""

    kind: str
    """Its type, by which PowerPoint matches layouts."""
    title: Place
    bodies: Mapping[int, Place]
    """The places for words, by their index."""
    background: str | None = None
    """A colour of the theme, when it is not that of the master."""


LOOKS = {
    Layout.OPENING: Look(
        "title",
        Place("Title", 80, 120, 800, 150, 44, ink="bg1", bold=True, anchor="b", role="ctrTitle"),
        {1: Place("Subtitle", 80, 296, 800, 170, 22, gap=8, ink="bg1", role="subTitle")},
        background="tx2",
    ),
    Layout.CONTENT: Look("obj", TITLE, {1: Place("Content", LEFT, TOP, WIDE, HIGH, 24, gap=10)}),
    Layout.SECTION: Look(
        "secHead",
        Place("Title", 80, 70, 800, 110, 40, ink="tx2", bold=True, anchor="b", role="title"),
        {1: Place("Text", 80, 200, 800, 270, 26, gap=10)},
        background="accent3",
    ),
    Layout.SCENARIO: Look(
        "twoObj",
        TITLE,
        {
            1: Place("Situation", LEFT, TOP, 510, HIGH, 24, gap=10),
            2: Place("Prompts", 596, TOP, 308, HIGH, 20, gap=8, inset=18, fill="bg2"),
        },
    ),
    Layout.QUESTION: Look(
        "cust",
        TITLE,
        {
            1: Place("Question", LEFT, TOP, WIDE, 96, 26, bold=True, anchor="ctr"),
            2: Place("Answers", LEFT, 240, WIDE, 238, 24, gap=8, inset=16, fill="bg2"),
        },
    ),
    Layout.RANGE: Look(
        "cust",
        TITLE,
        {1: Place("Content", LEFT, 204, WIDE, 274, 20, gap=8)},
    ),
}
NOTE = Place("Notes", 56, 370, 483, 420, 12, gap=4, role="body")
PICTURE = (56, 56, 483, 272)
"""Where a page of notes shows its slide."""


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
    _number(presentation, presentation.notes_master)
    _describe(presentation, deck)
    raw = BytesIO()
    presentation.save(raw)
    return same_bytes(raw)


def _dress(presentation: Presentation) -> None:
    """Put our own master and layouts in the place of those that python-pptx brings along."""
    package = presentation.part.package
    for relations in (presentation.part._rels, package._rels):
        _thin_out(relations)
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    root = presentation.part._element
    size, notes = root.find(_tag("p:sldSz")), root.find(_tag("p:notesSz"))
    del size.attrib["type"]
    notes.set("cx", str(Pt(NOTES[0])))
    notes.set("cy", str(Pt(NOTES[1])))
    for properties in root.iter(_tag("a:defRPr")):
        properties.attrib.pop("kern", None)
        if properties.get("lang"):
            properties.set("lang", LANGUAGE)
    master = presentation.slide_master
    for layout in list(master.slide_layouts)[len(LOOKS) :]:
        master.slide_layouts.remove(layout)
    _part(master.part, "theme")._blob = THEME.read_bytes()
    ids = master._element.find(_tag("p:sldLayoutIdLst"))
    _replace(master._element, _master())
    master._element.find(_tag("p:txStyles")).addprevious(ids)
    for name, layout in zip(Layout, master.slide_layouts, strict=True):
        _replace(layout._element, _layout(name, LOOKS[name]))
        layout._element.set("type", LOOKS[name].kind)
    presentation.notes_master.part.part_related_by(f"{SPACES['r']}/theme")._element = parse_xml(THEME.read_bytes())
    _replace(presentation.notes_master._element, _notes_master())


def _thin_out(relations: _Relationships) -> None:
    for key, relation in list(relations.items()):
        if relation.reltype.rpartition("/")[2] not in KEPT:
            relations.pop(key)


def _part(part: Part, kind: str) -> Any:
    return part.part_related_by(f"{SPACES['r']}/{kind}")


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


def _colour(name: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def _box(left: float, top: float, width: float, height: float) -> str:
    return (
        f'<a:xfrm><a:off x="{Pt(left)}" y="{Pt(top)}"/><a:ext cx="{Pt(width)}" cy="{Pt(height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _tree(shapes: Iterable[str], background: str | None = None) -> str:
    fill = f"<p:bg><p:bgPr>{_colour(background)}<a:effectLst/></p:bgPr></p:bg>" if background else ""
    head = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
    )
    return f"{fill}<p:spTree>{head}{_numbered(shapes)}</p:spTree>"


def _numbered(shapes: Iterable[str]) -> str:
    """Return shapes, each with a number of its own."""
    return "".join(shape.replace('id="0"', f'id="{number}"', 1) for number, shape in enumerate(shapes, 2))


def _placeholder(name: str, role: str, index: int | None, properties: str, text: str) -> str:
    known = (f' type="{role}"' if role else "") + (f' idx="{index}"' if index is not None else "")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{known}/></p:nvPr></p:nvSpPr>{properties}<p:txBody>{text}</p:txBody></p:sp>"
    )


def _place(place: Place, index: int | None, example: str = "") -> str:
    """Return a place as it stands on a master or layout."""
    fill = _colour(place.fill) if place.fill else ""
    inset = Pt(place.inset)
    body = (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" '
        f'anchor="{place.anchor}"><a:noAutofit/></a:bodyPr>'
    )
    style = f"<a:lstStyle>{_level(1, place, place.mark)}</a:lstStyle>"
    words = example or f'<a:p><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{place.name}</a:t></a:r></a:p>'
    shape = f"<p:spPr>{_box(place.left, place.top, place.width, place.height)}{fill}</p:spPr>"
    return _placeholder(place.name, place.role, index, shape, body + style + words)


def _level(level: int, place: Place, mark: Mark) -> str:
    side = ' algn="r"' if place.role == "sldNum" else ' algn="l"'
    weight = ' b="1"' if place.bold else ' b="0"'
    return (
        f"<a:lvl{level}pPr{_indent(mark, place.points)}{side}><a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc>"
        f'<a:spcBef><a:spcPts val="{round(place.gap * 100)}"/></a:spcBef>'
        f'{SIGNS[mark].format(start="")}<a:defRPr lang="{LANGUAGE}" sz="{round(place.points * 100)}"{weight}>'
        f'{_colour(place.ink)}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{level}pPr>'
    )


def _indent(mark: Mark, points: float) -> str:
    far = Pt(INDENT[mark] * points)
    return f' marL="{far}" indent="{-far}"'


def _master() -> str:
    body = LOOKS[Layout.CONTENT].bodies[1]
    shapes = [
        _plain("Edge", (0, 0, 20, HEIGHT), "tx2"),
        _place(TITLE, None),
        _place(replace(body, role="body"), 1),
        _place(FOOTER, FOOT),
        _place(COUNTER, NUMBER, _counter()),
    ]
    levels = "".join(_level(level, body, Mark.BULLET) for level in range(1, 6))
    return (
        f"<p:sldMaster><p:cSld>{_tree(shapes, 'bg1')}</p:cSld>{COLOURS}"
        f"<p:txStyles><p:titleStyle>{_level(1, TITLE, Mark.NONE)}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle/></p:txStyles></p:sldMaster>"
    )


def _plain(name: str, box: tuple[float, float, float, float], colour: str) -> str:
    """Return a coloured box without words."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{_box(*box)}{_colour(colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _layout(name: Layout, look: Look) -> str:
    ink = "bg1" if look.background == "tx2" else "accent4"
    shapes = [
        _place(look.title, None),
        *(_place(place, index) for index, place in look.bodies.items()),
        _place(replace(FOOTER, ink=ink), FOOT),
        _place(replace(COUNTER, ink=ink), NUMBER, _counter()),
    ]
    return (
        f"<p:sldLayout><p:cSld name={quoteattr(name.value)}>{_tree(shapes, look.background)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _notes_master() -> str:
    foot = Place("Footer", 56, 800, 383, 24, 10, ink="accent4", anchor="ctr", role="ftr")
    counter = Place("Slide number", 439, 800, 100, 24, 10, ink="accent4", anchor="ctr", role="sldNum")
    shapes = [_picture(), _place(NOTE, 1), _place(foot, FOOT), _place(counter, NUMBER, _counter())]
    return (
        f"<p:notesMaster><p:cSld>{_tree(shapes)}</p:cSld>{COLOURS}"
        f"<p:notesStyle>{_level(1, NOTE, Mark.NONE)}</p:notesStyle></p:notesMaster>"
    )


def _picture() -> str:
    """Return the place where a page of notes shows its slide."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="0" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{_box(*PICTURE)}<a:noFill/>'
        f'<a:ln w="9525">{_colour("accent5")}</a:ln></p:spPr></p:sp>'
    )


def _counter() -> str:
    number = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
    return (
        f'<a:p><a:fld id="{number}" type="slidenum"><a:rPr lang="{LANGUAGE}"/><a:t>&#8249;#&#8250;</a:t></a:fld></a:p>'
    )


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
    shapes += [_filled(FOOTER, FOOT, _one(footer, TINY)), _empty_counter(COUNTER)]
    return _numbered(shapes)


def _one(text: str, points: float) -> Filled:
    return Filled((Paragraph((Run(text),)),), points)


def _filled(place: Place, index: int | None, filled: Filled) -> str:
    own = filled.points if filled.points != place.points else None
    words = "".join(_paragraph(paragraph, filled.points, own, place.mark) for paragraph in filled.paragraphs)
    empty = f'<a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p>'
    return _placeholder(place.name, place.role, index, "<p:spPr/>", f"<a:bodyPr/><a:lstStyle/>{words or empty}")


def _empty_counter(place: Place) -> str:
    return _placeholder(place.name, place.role, NUMBER, "<p:spPr/>", f"<a:bodyPr/><a:lstStyle/>{_counter()}")


def _paragraph(paragraph: Paragraph, points: float, own: float | None, standard: Mark) -> str:
    """Return a paragraph; what its place gives anyway is not said again, so that a change of layout shows."""
    start = f' startAt="{paragraph.number}"' if paragraph.number > 1 else ""
    looks = ""
    if paragraph.mark is not standard or own:
        looks = f"<a:pPr{_indent(paragraph.mark, points)}>{SIGNS[paragraph.mark].format(start=start)}</a:pPr>"
    return f"<a:p>{looks}{''.join(_run(run, own) for run in paragraph.runs)}</a:p>"


def _run(run: Run, own: float | None) -> str:
    size = f' sz="{round(own * 100)}"' if own else ""
    weight = ' b="1"' if run.bold else ""
    colour = _colour("accent4") if run.quiet else ""
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
        fill, ink = _colour("accent3"), "tx1"
    else:
        light = 75000 * (count - 1 - number) // max(count - 2, 1)
        lumen = f'<a:lumMod val="{100000 - light}"/><a:lumOff val="{light}"/>' if light else ""
        fill = f'<a:solidFill><a:schemeClr val="accent2">{lumen}</a:schemeClr></a:solidFill>'
        ink = "tx1" if light > 40000 else "bg1"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(name)}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{_box(left, TOP, wide, STEP_HIGH)}{fill}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0" anchor="ctr">'
        f'<a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="{LANGUAGE}" sz="{ON_STEP * 100}" '
        f'b="1" dirty="0">{_colour(ink)}</a:rPr><a:t>{escape(name)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _note(slide: Slide, page: Page, footer: str) -> None:
    notes = slide.notes_slide
    tree = notes.shapes._spTree
    shapes = [
        '<p:sp><p:nvSpPr><p:cNvPr id="0" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
        _filled(NOTE, 1, page.notes),
        _filled(Place("Footer", 0, 0, 0, 0, 10, role="ftr"), FOOT, _one(footer, 10)),
        _empty_counter(COUNTER),
    ]
    _fill(tree, _numbered(shapes))


def _number(presentation: Presentation, master: NotesMaster) -> None:
    """Name the master of notes in the list where PowerPoint looks for it; python-pptx leaves it out."""
    key = presentation.part.relate_to(master.part, f"{SPACES['r']}/notesMaster")
    listed = _parse(f'<p:notesMasterIdLst><p:notesMasterId r:id="{key}"/></p:notesMasterIdLst>')
    presentation.part._element.find(_tag("p:sldMasterIdLst")).addnext(listed)


def _describe(presentation: Presentation, deck: Deck) -> None:
    about = presentation.core_properties
    about.title, about.version, about.language = deck.title, deck.version, LANGUAGE
    about.author = about.comments = about.keywords = about.subject = about.last_modified_by = ""
    about.revision = 1
    about.created = about.modified = datetime.combine(deck.day, datetime.min.time(), UTC)
