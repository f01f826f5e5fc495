"""Cuts the site's typeface down to the letters it needs; run by hand when the font is renewed.

  npm pack @fontsource-variable/atkinson-hyperlegible-next@5.3.0      (any registry)
  python tools/vendor_font.py <folder of the unpacked package>

Writes docs/assets/fonts/. The licence (SIL OFL 1.1) allows changed copies and comes along.
"""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).resolve().parent.parent / "docs" / "assets" / "fonts"
NAME = "atkinson-hyperlegible-next"
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xC0, 0x100),
    *(0xA0, 0xA3, 0xA9, 0xAB, 0xB7, 0xBB, 0xBD, 0xD7),
    *(0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212),
]
"""Latin-1 without its rarer signs, dashes, quotation marks and arrows: what the pages print."""
WEIGHTS = (400, 700)


def main(package: Path) -> None:
    """Write the subset and its licence."""
    font = TTFont(package / "files" / f"{NAME}-latin-wght-normal.woff2", recalcTimestamp=False)
    whole = BytesIO()
    instancer.instantiateVariableFont(font, {"wght": WEIGHTS}).save(whole)
    font = TTFont(whole, recalcTimestamp=False)
    options = Options(layout_features=["kern", "liga", "mark", "mkmk", "ccmp"], hinting=False, flavor="woff2")
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    OUT.mkdir(exist_ok=True)
    font.save(OUT / f"{NAME}.woff2")
    shutil.copy(package / "LICENSE", OUT / "OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
