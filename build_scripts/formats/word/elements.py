"""What python-docx cannot make: content controls, fields, bookmarks, links, named tables, pictures beside words."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml.builder import ElementMaker

from build_scripts.formats.word.document import LONGEST_NAME, Control, ControlKind

NAMESPACES = {
    **{prefix: nsmap[prefix] for prefix in ("w", "wp", "a", "r")},
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
W, W14, WP, A, ADEC = (
    ElementMaker(namespace=NAMESPACES[prefix], nsmap={prefix: NAMESPACES[prefix]}, makeelement=oxml_parser.makeelement)
    for prefix in ("w", "w14", "wp", "a", "adec")
)
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The id by which Word knows that a picture adds nothing to the words."""
BOX, TICKED = "☐", "☑"
SYMBOLS = "Segoe UI Symbol"
BLANK_NAME, BLANK = "Blank", "\u00a0" * 8
"""What stands in a control until somebody answers, and its name in the glossary of the file.

Spaces, since Word prints every hint; a box, a cell or a rule is drawn around the place anyway, and Word shows above it
what is asked.
"""
CONTENTS = ' TOC \\o "1-2" \\h '
"""What Word is told to renew the contents by, when somebody asks it to."""


def content_control(control: Control, number: int) -> Any:
    """Return a content control.

    Args:
        control: what it asks for.
        number: unique among the controls of the file.
    """
    is_box = control.kind is ControlKind.TICK
    properties = W.sdtPr(
        W.alias(_value(control.alias[:LONGEST_NAME].rstrip())),
        W.tag(_value(control.tag)),
        W.id(_value(str(number))),
        *(() if is_box else (W.placeholder(W.docPart(_value(BLANK_NAME))), W.showingPlcHdr())),
        _kind(control.kind),
    )
    return W.sdt(properties, W.sdtContent(_box() if is_box else blank()))


def blank() -> Any:
    """Return what stands in a control until somebody answers."""
    return W.r(W.rPr(W.rStyle(_value("PlaceholderText"))), W.t(BLANK))


def _box() -> Any:
    fonts = W.rFonts({qn(f"w:{use}"): SYMBOLS for use in ("ascii", "eastAsia", "hAnsi", "cs")})
    return W.r(W.rPr(fonts), W.t(BOX))


def _kind(kind: ControlKind) -> Any:
    """Return the element that says what is answered."""
    if kind is ControlKind.DATE:
        return W.date(
            W.dateFormat(_value("d MMMM yyyy")),
            W.lid(_value("en-GB")),
            W.storeMappedDataAs(_value("dateTime")),
            W.calendar(_value("gregorian")),
        )
    if kind is ControlKind.TICK:
        return W14.checkbox(
            W14.checked({_w14("val"): "0"}),
            W14.checkedState({_w14("val"): f"{ord(TICKED):X}", _w14("font"): SYMBOLS}),
            W14.uncheckedState({_w14("val"): f"{ord(BOX):X}", _w14("font"): SYMBOLS}),
        )
    return W.text({qn("w:multiLine"): "1"} if kind is ControlKind.LONG_TEXT else {})


def link(run: Any, attribute: str, target: str) -> Any:
    """Return a run as a link: to a place of the file by ``w:anchor``, or by ``r:id`` to what a relation leads to."""
    return W.hyperlink(run, {qn(attribute): target, qn("w:history"): "1"})


def bookmark(name: str, number: int) -> list[Any]:
    """Return beginning and end of a place that links lead to; its number is unique among the bookmarks of the file."""
    number_of_it = {qn("w:id"): str(number)}
    return [W.bookmarkStart({**number_of_it, qn("w:name"): name}), W.bookmarkEnd(number_of_it)]


def start_of_contents() -> list[Any]:
    """Return what stands before the entries of the contents."""
    return _start_of_field(CONTENTS)


def end_of_contents() -> Any:
    """Return what stands behind the entries of the contents."""
    return _field_mark("end")


def page_of(bookmark: str) -> list[Any]:
    """Return the field that is the number of the page of a bookmark; nothing stands there until Word has pages."""
    return [*_start_of_field(f" PAGEREF {bookmark} \\h "), _field_mark("end")]


def _start_of_field(order: str) -> list[Any]:
    kept = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
    return [_field_mark("begin"), W.r(W.instrText(kept, order)), _field_mark("separate")]


def name_table(properties: Any, width: int, caption: str, description: str, has_head: bool = True) -> None:
    """Give a table a name for those who do not see it, its whole width, and heads that are told from what they head.

    Args:
        properties: the ``w:tblPr`` of python-docx.
        width: in twentieths of a point.
        caption: its name.
        description: what it holds.
        has_head: whether its first row is its head, and not the first cell of each row.
    """
    properties.find(qn("w:tblW")).attrib.update({qn("w:type"): "dxa", qn("w:w"): str(width)})
    looks = {"val": "0220", "firstRow": "1", "firstColumn": "0", "noHBand": "1"}
    if not has_head:
        looks |= {"val": "0280", "firstRow": "0", "firstColumn": "1"}
    properties.find(qn("w:tblLook")).attrib.update({qn(f"w:{name}"): value for name, value in looks.items()})
    properties.extend([W.tblCaption(_value(caption)), W.tblDescription(_value(description))])


def keep_row_together(row: Any, is_head: bool) -> None:
    """Let no page end cut a row of python-docx, and repeat it on each page when it is the head."""
    row._tr.get_or_add_trPr().extend([W.cantSplit(), *([W.tblHeader()] if is_head else [])])


def set_beside_words(inline: Any, name: str) -> None:
    """Turn a picture of python-docx, which stands in a line, into one at the left edge beside it, and decorative."""
    extent, properties, frame, graphic = inline
    properties.set("name", name)
    properties.set("descr", "")
    properties.append(A.extLst(A.ext(ADEC.decorative(val="1"), uri=DECORATIVE)))
    anchor = WP.anchor(
        WP.simplePos(x="0", y="0"),
        WP.positionH(WP.posOffset("0"), relativeFrom="column"),
        WP.positionV(WP.posOffset("0"), relativeFrom="line"),
        *(extent, WP.wrapNone(), properties, frame, graphic),
        **dict.fromkeys(("distT", "distB", "distL", "distR", "simplePos", "behindDoc", "locked"), "0"),
        **dict.fromkeys(("relativeHeight", "layoutInCell", "allowOverlap"), "1"),
    )
    inline.getparent().replace(inline, anchor)


def _field_mark(kind: str) -> Any:
    return W.r(W.fldChar({qn("w:fldCharType"): kind}))


def _value(words: str) -> dict[str, str]:
    return {qn("w:val"): words}


def _w14(name: str) -> str:
    return f"{{{NAMESPACES['w14']}}}{name}"
