"""What Word files are written in: paragraphs, content controls, tables, and the file around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.document import Document
from docx.opc.rel import Relationships
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt
from resvg_py import svg_to_bytes

from build_scripts.formats.zip import same_bytes

PLAIN: Final = Path(__file__).parent
OFFICE = "http://schemas.openxmlformats.org"
SPACES = {
    "w": f"{OFFICE}/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
    "a": f"{OFFICE}/drawingml/2006/main",
    "pic": f"{OFFICE}/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
"""The name spaces that all words of this module use."""
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The id by which Word knows that a picture adds nothing to the words."""
KEPT = {"styles", "settings", "numbering", "footer", "image", "officeDocument", "core-properties"}
"""Relations of the file that stay; the rest of python-docx's template tells of its maker or is not needed."""
MARGIN = Mm(20)
WIDTH: Final = 9638
"""The width of the text on A4 in twentieths of a point."""
LONGEST = 64
"""Letters that Word takes for the name or the tag of a control."""
PIXELS = 384
"""The width and height of a picture; sharp when printed at two centimetres."""
BULLETS, NUMBERS = 3, 3
"""The list of ``numbering.xml`` that has bullets, and the kind of list there that counts."""
FIRST_NUMBERED = 10
"""The number of the first counting list of a file; each further one has the next."""
BOX, TICKED = "☐", "☑"
SYMBOLS = "Segoe UI Symbol"


@dataclass(frozen=True)
class Control:
    """A place to answer in."""

    tag: str
    """Its name for programs; unique in the file."""
    alias: str
    """Its name for people, which Word shows and reads out."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    head: str
    weight: int
    """How wide it is, against the others."""


@dataclass(frozen=True)
class Text:
    """Everything that a Word file is made of; the same text makes the same file."""

    body: str
    """Its paragraphs and tables."""
    title: str
    day: date
    """The day it says it was made on."""
    footer: Sequence[str]
    """What stands below the title and the page number on each page."""
    sizes: Mapping[str, float]
    """The size of type of each style, in points."""
    indent: Length
    """How far the fields stand in from the left."""
    indented: Sequence[str]
    """The styles that do."""
    pictures: Mapping[str, str]
    """The pictures that the body shows, by name, as SVG."""
    numbered: int = 0
    """How many lists the body has that count; each begins at 1."""


def run(words: str, bold: bool = False, italic: bool = False, linked: bool = False) -> str:
    """Return words, with their tabs and line ends."""
    looks = '<w:rStyle w:val="Hyperlink"/>' * linked + "<w:b/>" * bold + "<w:i/>" * italic
    text = escape(words)
    for sign, element in (("\t", "tab"), ("\n", "br")):
        text = text.replace(sign, f'</w:t><w:{element}/><w:t xml:space="preserve">')
    return f'<w:r>{f"<w:rPr>{looks}</w:rPr>" if looks else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def link(address: str, *runs: str) -> str:
    """Return runs that lead to a web address, or to a bookmark when the address begins with ``#``."""
    if address.startswith("#"):
        return f'<w:hyperlink w:anchor={quoteattr(address[1:])} w:history="1">{"".join(runs)}</w:hyperlink>'
    order = quoteattr(f' HYPERLINK "{address}" ')
    return f"<w:fldSimple w:instr={order}>{''.join(runs)}</w:fldSimple>"


def bookmark(name: str, number: int) -> str:
    """Return a place that links lead to.

    Args:
        name: what links call it; Word takes 40 letters, digits and low lines.
        number: unique among the bookmarks of the file.
    """
    return f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/><w:bookmarkEnd w:id="{number}"/>'


def paragraph(
    style: str,
    *runs: str,
    after: int | None = None,
    keep: bool = False,
    new_page: bool = False,
    item: tuple[int, int] | None = None,
) -> str:
    """Return a paragraph.

    Args:
        style: the id of its style.
        runs: what stands in it.
        after: the space below it in points, when not that of its style.
        keep: whether it stays on a page with what follows, also when its style does not ask for that.
        new_page: whether it begins a page.
        item: the number and level of the list it is an item of, the level from 0.
    """
    looks = "<w:keepNext/>" * keep + "<w:pageBreakBefore/>" * new_page
    if item:
        looks += f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
    looks += "" if after is None else f'<w:spacing w:after="{after * 20}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{looks}</w:pPr>{"".join(runs)}</w:p>'


def text_control(control: Control, hint: str, long: bool = False) -> str:
    """Return a place for words, in several lines when it is long."""
    return _control(control, '<w:text w:multiLine="1"/>' if long else "<w:text/>", hint)


def date_control(control: Control, hint: str) -> str:
    """Return a place for a day, with a calendar to choose it from."""
    kind = (
        '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _control(control, kind, hint)


def tick_control(control: Control) -> str:
    """Return a box to tick."""
    states = "".join(
        f'<w14:{state} w14:val="{ord(sign):X}" w14:font="{SYMBOLS}"/>'
        for state, sign in (("checkedState", TICKED), ("uncheckedState", BOX))
    )
    kind = f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox>'
    fonts = f'<w:rFonts w:ascii="{SYMBOLS}" w:eastAsia="{SYMBOLS}" w:hAnsi="{SYMBOLS}" w:cs="{SYMBOLS}"/>'
    return _sdt(control, kind, f"<w:r><w:rPr>{fonts}</w:rPr><w:t>{BOX}</w:t></w:r>")


def _control(control: Control, kind: str, hint: str) -> str:
    shown = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escape(hint)}</w:t></w:r>'
    return _sdt(control, "<w:showingPlcHdr/>" + kind, shown)


def _sdt(control: Control, kind: str, content: str) -> str:
    """Return a content control; its number is set when the file is packed."""
    if len(control.tag) > LONGEST:
        raise ValueError(f"the tag '{control.tag}' is longer than the {LONGEST} letters that Word takes")
    names = f"<w:alias w:val={quoteattr(control.alias[:LONGEST])}/><w:tag w:val={quoteattr(control.tag)}/>"
    properties = f'{names}<w:id w:val="0"/><w:lock w:val="sdtLocked"/>{kind}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def grid(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table to read: its head repeats on each page, and no row is cut by the end of one.

    Args:
        caption: its name for those who do not see it.
        head: the head of each column.
        rows: what stands in each cell, as paragraphs.
    """
    width = WIDTH // len(head)
    first = "".join(_cell(width, paragraph("HeadCell", run(words), keep=True)) for words in head)
    lines = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{first}</w:tr>"]
    for row in rows:
        cells = "".join(_cell(width, held) for held in row)
        lines.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
    looks = _table_looks(caption, "Its columns: " + "; ".join(filter(None, head)))
    columns = f'<w:gridCol w:w="{width}"/>' * len(head)
    return f"<w:tbl>{looks}<w:tblGrid>{columns}</w:tblGrid>{''.join(lines)}</w:tbl>"


def table(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], height: int) -> str:
    """Return a table that stays on one page, or else repeats its head on each.

    Args:
        caption: its name for those who do not see it.
        columns: its columns.
        rows: what stands in each cell.
        height: the least height of a row in points.
    """
    whole = sum(column.weight for column in columns)
    widths = [WIDTH * column.weight // whole for column in columns]
    head = "".join(
        _cell(width, paragraph("HeadCell", run(column.head), keep=True))
        for width, column in zip(widths, columns, strict=True)
    )
    lines = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    for number, row in enumerate(rows, 1):
        keep = number < len(rows)
        cells = "".join(
            _cell(width, paragraph("Cell", held, keep=keep)) for width, held in zip(widths, row, strict=True)
        )
        looks = f'<w:cantSplit/><w:trHeight w:val="{height * 20}" w:hRule="atLeast"/>'
        lines.append(f"<w:tr><w:trPr>{looks}</w:trPr>{cells}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    looks = _table_looks(caption, "A table to fill in. Its columns: " + "; ".join(column.head for column in columns))
    return f"<w:tbl>{looks}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _table_looks(caption: str, about: str) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/><w:tblCaption w:val={quoteattr(caption)}/>'
        f"<w:tblDescription w:val={quoteattr(about)}/></w:tblPr>"
    )


def _cell(width: int, held: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{held}</w:tc>'


def picture(name: str, side: Length) -> str:
    """Return a square picture that stands at the left edge beside a paragraph, and repeats what the words say.

    Args:
        name: its name among the pictures of the file.
        side: how long a side of it is.
    """
    called = quoteattr(name)
    place = "".join(
        f'<wp:position{way} relativeFrom="{start}"><wp:posOffset>0</wp:posOffset></wp:position{way}>'
        for way, start in (("H", "column"), ("V", "line"))
    )
    adds_nothing = f'<a:extLst><a:ext uri="{DECORATIVE}"><adec:decorative val="1"/></a:ext></a:extLst>'
    drawn = (
        f'<pic:nvPicPr><pic:cNvPr id="0" name={called}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill><a:blip r:embed={called}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'{place}<wp:extent cx="{side}" cy="{side}"/><wp:wrapNone/>'
        f'<wp:docPr id="0" name={called} descr="">{adds_nothing}</wp:docPr>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{SPACES["pic"]}"><pic:pic>{drawn}</pic:pic></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def pack(text: Text) -> bytes:
    """Return the Word file of a text, the same bytes for the same text.

    Raises:
        KeyError: the body shows a picture that the text does not hold.
        ValueError: a picture cannot be drawn.
    """
    document = docx.Document()
    _empty(document)
    _dress(document, text)
    _describe(document, text)
    _count(document, text.numbered)
    for element in _parse(text.body):
        document.element.body.insert_element_before(element, "w:sectPr")
    _embed(document, text.pictures)
    _number(document)
    raw = BytesIO()
    document.save(raw)
    return same_bytes(raw)


def _parse(text: str) -> list[BaseOxmlElement]:
    """Return the elements of a text; python-docx knows the element of a body best within one."""
    names = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return list(parse_xml(f"<w:body {names}>{text}</w:body>"))


def _empty(document: Document) -> None:
    """Take away what python-docx's template brings along: a thumbnail, themes, fonts and styles of its own."""
    package = document.part.package
    assert package is not None
    for relations in (document.part.rels, package.rels):
        _thin_out(relations)
    own = {
        "styles": document.styles.element,
        "settings": document.settings.element,
        "numbering": document.part.numbering_part.element,
    }
    for name, element in own.items():
        for child in list(element):
            element.remove(child)
        element.extend(list(parse_xml((PLAIN / f"{name}.xml").read_bytes())))


def _thin_out(relations: Relationships) -> None:
    for key, relation in list(relations.items()):
        if relation.reltype.rpartition("/")[2] not in KEPT:
            del relations[key]


def _dress(document: Document, text: Text) -> None:
    for name, points in text.sizes.items():
        document.styles[name].font.size = Pt(points)
    for name in text.indented:
        shape = document.styles[name].paragraph_format
        shape.left_indent = Length((shape.left_indent or 0) + text.indent)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Mm(10)
    first = section.footer.paragraphs[0]._p
    page = "".join(
        f'<w:fldSimple w:instr=" {field} ">{run("1")}</w:fldSimple>{after}'
        for field, after in (("PAGE", run(" of ")), ("NUMPAGES", ""))
    )
    lines = [run(text.title + "\tPage ") + page, *map(run, text.footer)]
    for element in _parse("".join(paragraph("Footer", line) for line in lines)):
        first.addprevious(element)
    first.getparent().remove(first)


def _describe(document: Document, text: Text) -> None:
    about = document.core_properties
    about.title, about.language = text.title, "en-GB"
    about.author = about.comments = about.keywords = about.subject = about.last_modified_by = ""
    about.created = about.modified = datetime.combine(text.day, datetime.min.time(), UTC)


def _count(document: Document, lists: int) -> None:
    """Give each list that counts a number of its own, so that it begins at 1."""
    numbering = document.part.numbering_part.element
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number in range(FIRST_NUMBERED, FIRST_NUMBERED + lists):
        made = f'<w:num w:numId="{number}"><w:abstractNumId w:val="{NUMBERS}"/>{start}</w:num>'
        numbering.extend(_parse(made))


def _embed(document: Document, pictures: Mapping[str, str]) -> None:
    link = f"{{{SPACES['r']}}}embed"
    drawn = {name: svg_to_bytes(svg_string=picture, width=PIXELS) for name, picture in pictures.items()}
    for blip in document.element.body.iter(f"{{{SPACES['a']}}}blip"):
        blip.set(link, document.part.get_or_add_image(BytesIO(drawn[blip.get(link)]))[0])


def _number(document: Document) -> None:
    """Give every control and picture a number of its own."""
    counted = {f"{{{SPACES['w']}}}id": f"{{{SPACES['w']}}}val", f"{{{SPACES['wp']}}}docPr": "id"}
    for number, element in enumerate(document.element.body.iter(*counted), 1):
        element.set(counted[element.tag], str(number))
