"""The words of a PDF in the order in which a screen reader says them."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

LETTER = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
Marks = dict[tuple[tuple[int, int], int], str]


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def words_of(pdf: pikepdf.Pdf) -> str:
    """Return all tagged text, without any white space, which lines and boxes split at will."""
    marks: Marks = {}
    for page in pdf.pages:
        _read(page, marks)
    return squeezed("".join(_said(pdf.Root.StructTreeRoot.K, None, marks)))


def _read(page: pikepdf.Page, marks: Marks) -> None:
    """Note the text of each mark of a page."""
    fonts = {name: _letters(font) for name, font in page.Resources.Font.items()}
    mark, font = -1, ""
    for step in pikepdf.parse_content_stream(page):
        operands, operator = step.operands, step.operator
        if str(operator) == "BDC":
            mark = int(operands[1].get("/MCID", -1))
        elif str(operator) == "EMC":
            mark = -1
        elif str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else [operands[0]]
            drawn = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            text = "".join(fonts[font].get(drawn[at : at + 2], "") for at in range(0, len(drawn), 2))
            place = (page.obj.objgen, mark)
            marks[place] = marks.get(place, "") + text


def _letters(font: Any) -> dict[bytes, str]:
    if "/ToUnicode" not in font:
        return {}
    found = LETTER.findall(font.ToUnicode.read_bytes())
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in found}


def _said(node: Any, page: Any, marks: Marks) -> Iterator[str]:
    if isinstance(node, Array):
        for kid in node:
            yield from _said(kid, page, marks)
    elif isinstance(node, Dictionary):
        page = node.get("/Pg", page)
        if "/K" in node:
            yield from _said(node.K, page, marks)
    else:
        yield marks.get((page.objgen, int(node)), "")
