"""How slides look: the places of each layout, and the master and layouts that PowerPoint keeps them in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from xml.sax.saxutils import quoteattr

from pptx.util import Pt

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
    most: float = 0.0
    """The size of type when there are few words; as above when it is not given."""
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
        {1: Place("Subtitle", 80, 296, 800, 170, 24, gap=8, ink="bg1", role="subTitle")},
        background="tx2",
    ),
    Layout.CONTENT: Look("obj", TITLE, {1: Place("Content", LEFT, TOP, WIDE, HIGH, 24, most=30, gap=10)}),
    Layout.SECTION: Look(
        "secHead",
        Place("Title", 80, 70, 800, 110, 40, ink="tx2", bold=True, anchor="b", role="title"),
        {1: Place("Text", 80, 200, 800, 270, 28, gap=10)},
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
        {1: Place("Content", LEFT, 204, WIDE, 274, 24, gap=8)},
    ),
}
NOTE = Place("Notes", 56, 370, 483, 420, 12, gap=4, role="body")
NOTE_FOOTER = replace(FOOTER, top=800, width=383, points=10)
NOTE_COUNTER = replace(COUNTER, left=439, top=800, points=10)
PICTURE = (56, 56, 483, 272)
"""Where a page of notes shows its slide."""


def colour(name: str) -> str:
    """Return a fill in a colour of the theme."""
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def box(left: float, top: float, width: float, height: float) -> str:
    """Return place and size of a shape, given in points."""
    return (
        f'<a:xfrm><a:off x="{Pt(left)}" y="{Pt(top)}"/><a:ext cx="{Pt(width)}" cy="{Pt(height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def tree(shapes: Iterable[str], background: str | None = None) -> str:
    """Return the shapes of a slide, master or layout, each with a number of its own."""
    fill = f"<p:bg><p:bgPr>{colour(background)}<a:effectLst/></p:bgPr></p:bg>" if background else ""
    head = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
    )
    return f"{fill}<p:spTree>{head}{numbered(shapes)}</p:spTree>"


def numbered(shapes: Iterable[str]) -> str:
    """Return shapes, each with a number of its own."""
    return "".join(shape.replace('id="0"', f'id="{number}"', 1) for number, shape in enumerate(shapes, 2))


def placeholder(name: str, role: str, index: int | None, properties: str, text: str) -> str:
    """Return a place for words, on a slide or on its layout.

    Args:
        name: what editors and screen readers call it.
        role: its type; none for a body.
        index: by which the place of a slide is found on its layout; none for a title.
        properties: its shape; an empty one follows the layout.
        text: the words with what belongs to them.
    """
    known = (f' type="{role}"' if role else "") + (f' idx="{index}"' if index is not None else "")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{known}/></p:nvPr></p:nvSpPr>{properties}<p:txBody>{text}</p:txBody></p:sp>"
    )


def _place(place: Place, index: int | None, example: str = "") -> str:
    """Return a place as it stands on a master or layout."""
    fill = colour(place.fill) if place.fill else ""
    inset = Pt(place.inset)
    body = (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" '
        f'anchor="{place.anchor}"><a:noAutofit/></a:bodyPr>'
    )
    style = f"<a:lstStyle>{_level(1, place, place.mark)}</a:lstStyle>"
    words = example or f'<a:p><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{place.name}</a:t></a:r></a:p>'
    shape = f"<p:spPr>{box(place.left, place.top, place.width, place.height)}{fill}</p:spPr>"
    return placeholder(place.name, place.role, index, shape, body + style + words)


def _level(level: int, place: Place, mark: Mark) -> str:
    side = ' algn="r"' if place.role == "sldNum" else ' algn="l"'
    weight = ' b="1"' if place.bold else ' b="0"'
    return (
        f'<a:lvl{level}pPr{indent(mark, place.points)}{side}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(place.gap * 100)}"/></a:spcBef>'
        f'{SIGNS[mark].format(start="")}<a:defRPr lang="{LANGUAGE}" sz="{round(place.points * 100)}"{weight}>'
        f'{colour(place.ink)}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{level}pPr>'
    )


def indent(mark: Mark, points: float) -> str:
    """Return how a paragraph stands in, so that its mark has room."""
    far = Pt(INDENT[mark] * points)
    return f' marL="{far}" indent="{-far}"'


def master() -> str:
    """Return the master, which every layout follows."""
    body = LOOKS[Layout.CONTENT].bodies[1]
    shapes = [
        _plain("Edge", (0, 0, 20, HEIGHT), "tx2"),
        _place(TITLE, None),
        _place(replace(body, role="body"), 1),
        _place(FOOTER, FOOT),
        _place(COUNTER, NUMBER, counter()),
    ]
    levels = "".join(_level(level, body, Mark.BULLET) for level in range(1, 6))
    return (
        f"<p:sldMaster><p:cSld>{tree(shapes, 'bg1')}</p:cSld>{COLOURS}"
        f"<p:txStyles><p:titleStyle>{_level(1, TITLE, Mark.NONE)}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle/></p:txStyles></p:sldMaster>"
    )


def _plain(name: str, where: tuple[float, float, float, float], fill: str) -> str:
    """Return a coloured box without words."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{box(*where)}{colour(fill)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def layout(name: Layout, look: Look) -> str:
    """Return a layout."""
    ink = "bg1" if look.background == "tx2" else "accent4"
    shapes = [
        _place(look.title, None),
        *(_place(place, index) for index, place in look.bodies.items()),
        _place(replace(FOOTER, ink=ink), FOOT),
        _place(replace(COUNTER, ink=ink), NUMBER, counter()),
    ]
    return (
        f"<p:sldLayout><p:cSld name={quoteattr(name.value)}>{tree(shapes, look.background)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def notes_master() -> str:
    """Return the master that every page of notes follows."""
    drawn = f'<p:spPr>{box(*PICTURE)}<a:noFill/><a:ln w="9525">{colour("accent5")}</a:ln></p:spPr>'
    shapes = [picture(drawn), _place(NOTE, 1), _place(NOTE_FOOTER, FOOT), _place(NOTE_COUNTER, NUMBER, counter())]
    return (
        f"<p:notesMaster><p:cSld>{tree(shapes)}</p:cSld>{COLOURS}"
        f"<p:notesStyle>{_level(1, NOTE, Mark.NONE)}</p:notesStyle></p:notesMaster>"
    )


def picture(properties: str) -> str:
    """Return the place where a page of notes shows its slide."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="0" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>{properties}</p:sp>'
    )


def counter() -> str:
    """Return the field that shows the number of its slide."""
    number = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
    return (
        f'<a:p><a:fld id="{number}" type="slidenum"><a:rPr lang="{LANGUAGE}"/><a:t>&#8249;#&#8250;</a:t></a:fld></a:p>'
    )
