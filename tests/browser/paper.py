"""The words in a PDF that Chromium printed, read by the fonts' own tables, without a further program."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Name

CHARS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
RANGES = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


def words_on_paper(pdf: bytes) -> list[str]:
    """Return the words of a PDF in the order in which they are drawn."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return " ".join("".join(_drawn(page)) for page in opened.pages).split()


def _drawn(page: pikepdf.Page) -> Iterator[str]:
    """Yield the text of a page; a new position counts as white space when a line or an element begins."""
    fonts = {str(name): _table(font) for name, font in page.resources.get("/Font", {}).items()}
    known: tuple[dict[bytes, str], int] = ({}, 1)
    for instruction in pikepdf.parse_content_stream(page):
        name, operands = str(instruction.operator), instruction.operands
        if name == "Tf":
            known = fonts[str(operands[0])]
        elif name == "Tj":
            yield _text(bytes(operands[0]), *known)
        elif name == "TJ":
            yield "".join(_text(bytes(item), *known) for item in operands[0] if isinstance(item, pikepdf.String))
        elif name in ("ET", "EMC"):
            yield " "


def _text(codes: bytes, table: dict[bytes, str], width: int) -> str:
    return "".join(table.get(codes[at : at + width], "") for at in range(0, len(codes), width))


def _table(font: pikepdf.Object) -> tuple[dict[bytes, str], int]:
    """Return what each code of a font means, and how many bytes a code has."""
    width = 2 if font.Subtype == Name.Type0 else 1
    table: dict[bytes, str] = {}
    for kind, block in BLOCK.findall(font.ToUnicode.read_bytes()):
        for code, text in _pairs(kind, block):
            table[code.to_bytes(width, "big")] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return table, width


def _pairs(kind: bytes, block: bytes) -> Iterator[tuple[int, bytes]]:
    if kind == b"char":
        yield from ((int(code, 16), text) for code, text in CHARS.findall(block))
        return
    for first, last, text in RANGES.findall(block):
        for step in range(int(last, 16) - int(first, 16) + 1):
            yield int(first, 16) + step, b"%04X" % (int(text, 16) + step)
