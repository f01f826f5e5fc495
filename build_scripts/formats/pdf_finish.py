"""The last touch to a tagged PDF: the looks and names of its boxes to fill in, and the foot of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from build_scripts.formats.pdf_box_room import letters_of_box

BOX = 12.0
"""The side of a box to tick, in points; viewers scale its tick to the real box."""
CROSS = b"q 1.6 w 1 J 2.5 2.5 m 9.5 9.5 l 2.5 9.5 m 9.5 2.5 l S Q"
TYPED = "/Wingdings"
"""What the font of the boxes to type into is called within a form: the letters are those of the typeface of paper.

Chrome and Edge draw only English letters with the font of a box and take others from fonts of the computer, or leave
them out (WeasyPrint 2388). They draw every letter with it where it is known by a name of a font of signs.
"""
RADIO = 1 << 15
"""The flag of a group of boxes of which one at most is ticked."""
SEVERAL_LINES, NO_SCROLLING = 1 << 12, 1 << 23
"""The flags of a box to type into that has lines, and of one that takes no more than it can show.

A box of a single line has both: MuPDF sets Welsh and Polish words too low in one without lines.
"""
MARK = re.compile(rb"/\w+\s<</MCID (\d+)>>\sBDC")
"""Where tagged content begins in a page; text is written as hexadecimal numbers there, so it never looks like this."""
FOOT = b"/Artifact\n<</Type /Pagination /Subtype /Footer>>\nBDC"


def finish(made: bytes, tips: Mapping[str, str]) -> bytes:
    """Return a PDF that WeasyPrint made with boxes that all viewers show alike, and feet that none reads out.

    Args:
        made: the PDF.
        tips: what each box to fill is for, by its name; a screen reader says it.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        _finish_boxes(pdf, tips)
        _mark_margins(pdf)
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _finish_boxes(pdf: pikepdf.Pdf, tips: Mapping[str, str]) -> None:
    """Give each box its name for screen readers and its looks, so that no viewer has to make them up."""
    if "/AcroForm" not in pdf.Root:
        return
    form = pdf.Root.AcroForm
    fonts = Dictionary(ZaDb=_font_of_ticks(pdf))
    looks = (_look(pdf, CROSS, BOX, BOX), _look(pdf, b"q Q", BOX, BOX))
    tops = [box for box in form.Fields if "/Parent" not in box]  # the renderer lists the boxes of a group once more
    for box in tops:
        box.TU = String(tips[str(box.T)])
        if str(box.FT) == "/Tx":
            fonts[TYPED] = form.DR.Font[_text_box(pdf, box)]
        elif "/Kids" in box:
            _one_of(box, looks, tips)
        else:
            _tick_box(box, looks, "on")
            box.V = Name.Off
    pdf.Root.AcroForm = Dictionary(Fields=Array(tops), DR=Dictionary(Font=fonts), DA=String(f"0 g {TYPED} 0 Tf"))


def _font_of_ticks(pdf: pikepdf.Pdf) -> Any:
    return pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats, Name=Name.ZaDb))


def _text_box(pdf: pikepdf.Pdf, box: Any) -> str:
    """Give a box to type into an empty drawing, which viewers replace, and return the name of its font until now."""
    font, size = re.search(r"(/\S+) ([\d.]+) Tf", str(box.DA)).groups()  # type: ignore[union-attr]
    left, top, right, bottom = box.Rect
    box.Rect = Array([left, bottom, right, top])
    box.DA = String(f"0 g {TYPED} {float(size):g} Tf")
    box.AP = Dictionary(N=_look(pdf, b"/Tx BMC EMC", right - left, top - bottom))
    flags = int(box.get("/Ff", 0))
    box.Ff = SEVERAL_LINES | NO_SCROLLING
    box.MaxLen = letters_of_box(float(right - left), float(top - bottom), float(size), bool(flags & SEVERAL_LINES))
    return str(font)


def _one_of(group: Any, looks: tuple[Any, Any], tips: Mapping[str, str]) -> None:
    """Let only one box of a group be ticked; each is known by its value, and the tick can be taken back."""
    for box, value in zip(group.Kids, group.Opt, strict=True):
        _tick_box(box, looks, str(value))
        box.TU = String(tips[f"{group.T}_{value}"])
        del box.T, box.FT
    del group.Opt
    group.Ff = RADIO
    group.V = Name.Off


def _tick_box(box: Any, looks: tuple[Any, Any], value: str) -> None:
    """Give a box to tick both its looks, which all share; it is empty."""
    box.AP = Dictionary(N=Dictionary({f"/{value}": looks[0], "/Off": looks[1]}))
    box.AS = Name.Off
    box.MK = Dictionary(CA=String("8"))
    box.DA = String("0 g /ZaDb 0 Tf")


def _look(pdf: pikepdf.Pdf, drawn: bytes, width: Any, height: Any) -> Any:
    """Return a drawing of a box; each box to type into has its own, for viewers write into it."""
    box = Array([0, 0, width, height])
    return pdf.make_indirect(pikepdf.Stream(pdf, drawn, Type=Name.XObject, Subtype=Name.Form, BBox=box))


def _mark_margins(pdf: pikepdf.Pdf) -> None:
    """Make the foot of each page an artifact: it is no part of what a screen reader reads."""
    kept: dict[tuple[int, int], set[int]] = {}
    for place, mark in _marks(pdf.Root.StructTreeRoot.K, None):
        kept.setdefault(place, set()).add(mark)
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    tags = {int(numbers[at]): at + 1 for at in range(0, len(numbers), 2)}
    for page in pdf.pages:
        told = kept.get(page.obj.objgen, set())
        page.Contents = pdf.make_stream(_with_feet(page.Contents.read_bytes(), told))
        _forget(numbers, tags[int(page.obj.StructParents)], told)


def _with_feet(drawn: bytes, told: set[int]) -> bytes:
    return MARK.sub(lambda mark: mark[0] if int(mark[1]) in told else FOOT, drawn)


def _marks(node: Any, page: Any) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield page and number of all marked content that the tree of tags knows."""
    if isinstance(node, Array):
        for kid in node:
            yield from _marks(kid, page)
    elif isinstance(node, Dictionary):
        page = node.get("/Pg", page)
        if "/MCID" in node:
            yield page.objgen, int(node.MCID)
        elif "/K" in node:
            yield from _marks(node.K, page)
    else:
        yield page.objgen, int(node)


def _forget(numbers: Any, at: int, told: set[int]) -> None:
    """Take the foot of a page out of the index from marked content to tags, where the tags of the page stand."""
    numbers[at] = Array([tag if number in told else None for number, tag in enumerate(numbers[at])])
