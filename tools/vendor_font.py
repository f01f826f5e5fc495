"""Cuts the project's typeface down to the letters it needs; run by hand when the font is renewed.

  npm pack @fontsource-variable/atkinson-hyperlegible-next@5.3.0      (any registry)
  python tools/vendor_font.py <folder of the unpacked package>

Writes docs/assets/fonts/ for the screen, and build_scripts/formats/fonts/ for paper. The licence (SIL OFL 1.1)
allows changed copies and comes along.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.varLib import instancer
from fontTools.varLib.iup import iup_delta

ROOT = Path(__file__).resolve().parent.parent
SCREEN = ROOT / "docs" / "assets" / "fonts"
PAPER = ROOT / "build_scripts" / "formats" / "fonts"
NAME = "atkinson-hyperlegible-next"
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xC0, 0x100),
    *(0xA0, 0xA3, 0xA9, 0xAB, 0xB7, 0xBB, 0xBD, 0xD7),
    *(0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212),
]
"""Latin-1 without its rarer signs, dashes, quotation marks and arrows: what the pages print."""
TYPED = [*LETTERS, *range(0xA1, 0xC0), 0x131, 0x152, 0x153, 0x201A, 0x201E, 0x2122]
"""The same with every sign of Latin-1 and the quotation marks of Polish: people type into forms."""
FURTHER = [*range(0x100, 0x180), *range(0x218, 0x21C), *range(0x1E80, 0x1E86), 0x1E9E, 0x1EF2, 0x1EF3]
"""Letters of Latin names, as far as the typeface has them: Welsh, Polish, Romanian and many others."""
WEIGHTS = (400, 700)


def main(package: Path) -> None:
    """Write the fonts of screen and paper, each with the licence."""
    SCREEN.mkdir(exist_ok=True)
    font = _subset(_at(package, "latin", WEIGHTS), LETTERS, ["kern", "liga", "mark", "mkmk", "ccmp"])
    font.flavor = "woff2"
    font.save(SCREEN / f"{NAME}.woff2")
    PAPER.mkdir(exist_ok=True)
    for weight in WEIGHTS:
        _still(package, weight).save(PAPER / f"atkinson-{weight}.ttf")
    for folder in (SCREEN, PAPER):
        shutil.copy(package / "LICENSE", folder / "OFL.txt")


def _at(package: Path, script: str, weight: int | tuple[int, int]) -> TTFont:
    """Return the font of a script, held at a weight or a range of weights."""
    font = TTFont(package / "files" / f"{NAME}-{script}-wght-normal.woff2", recalcTimestamp=False)
    whole = BytesIO()
    instancer.instantiateVariableFont(font, {"wght": weight}).save(whole)
    found = TTFont(whole, recalcTimestamp=False)
    if script == "latin":
        _open_nought(found)
    return found


def _open_nought(font: TTFont) -> None:
    """Take the stroke out of the nought: in telephone numbers it is noise, and no O stands among them."""
    glyphs = font["glyf"]
    nought = glyphs["zero"]
    points, ends, flags = nought.getCoordinates(glyphs)
    for variation in font["gvar"].variations["zero"] if "gvar" in font else ():
        moved = iup_delta(variation.coordinates, [*points, *[(0, 0)] * 4], list(ends))
        variation.coordinates = [*_without_stroke(moved), *moved[-4:]]
    nought.coordinates = GlyphCoordinates(_without_stroke(points))
    nought.flags = bytearray(flags[:16]) + bytearray(b"\1\0\0\0\1\0\0\0\0\1\0\0\0\0\1\0\0\0")
    nought.endPtsOfContours, nought.numberOfContours = [15, 33], 2
    nought.recalcBounds(glyphs)


def _without_stroke(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the outside and one hole: what the stroke had cut away is mirrored from what it had left."""

    def mirrored(at: int) -> tuple[float, float]:
        return 2 * points[0][0] - points[at][0], points[at][1]

    left, top = points[23:27], points[31:37]
    return [
        *points[:16],
        *(points[16], mirrored(26), mirrored(25), mirrored(24)),
        *top,
        *(mirrored(35), mirrored(34), mirrored(33), mirrored(32)),
        *left,
    ]


def _subset(font: TTFont, letters: Iterable[int], features: list[str]) -> TTFont:
    subsetter = Subsetter(Options(layout_features=features, hinting=False, flavor="woff2"))
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def _still(package: Path, weight: int) -> TTFont:
    """Return one font of one weight with all letters: a box of a PDF form knows a single font."""
    halves = []
    for script, letters in (("latin", TYPED), ("latin-ext", FURTHER)):
        half = BytesIO()
        font = _subset(_at(package, script, weight), letters, ["kern"])
        font.flavor = None
        font.save(half)
        halves.append(half)
    merged = Merger().merge(halves)
    merged["head"].created = merged["head"].modified = _made(package)
    merged.recalcTimestamp = False
    for record in merged["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = f"Atkinson Paper {weight}"
        elif record.nameID == 6:
            record.string = f"AtkinsonPaper-{weight}"
    return merged


def _made(package: Path) -> int:
    """Return when the font was made, so that a second run writes the same bytes."""
    font = TTFont(package / "files" / f"{NAME}-latin-wght-normal.woff2", recalcTimestamp=False)
    return int(font["head"].modified)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
