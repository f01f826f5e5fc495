"""Reads how wide the letters of slides are; run by hand when letters are added.

  npm pack @fontsource/arimo@5.3.0      (any registry)
  python tools/letter_widths.py <folder of the unpacked package>

Writes build_scripts/formats/text_widths.json: the letters of each width, in 2048ths of the size of type. Slides are
set in Arial, which every PowerPoint has and nobody may hand on. Arimo (SIL OFL 1.1) has the same widths by design, and
so has Liberation Sans, which LibreOffice takes in its place. Only the numbers are kept: no part of the typeface is.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import chain
from pathlib import Path

from fontTools.ttLib import TTFont

FILE = Path(__file__).resolve().parent.parent / "build_scripts" / "formats" / "text_widths.json"
LETTERS = [
    *chain(range(0x20, 0x7F), range(0xA0, 0x250), range(0x1E80, 0x1E86), (0x1EF2, 0x1EF3)),
    *chain(range(0x2010, 0x2027), (0x2032, 0x2033, 0x2039, 0x203A, 0x20AC), range(0x2190, 0x2194)),
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
]
WEIGHTS = {"regular": 400, "bold": 700}


def main(package: Path) -> None:
    """Write the widths of both weights."""
    found = {name: _widths(package / "files", weight) for name, weight in WEIGHTS.items()}
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _widths(folder: Path, weight: int) -> dict[str, str]:
    letters = defaultdict[int, str](str)
    fonts = [
        TTFont(folder / f"arimo-{script}-{weight}-normal.woff2") for script in ("latin", "latin-ext", "vietnamese")
    ]
    for code in LETTERS:
        font = next((font for font in fonts if code in font.getBestCmap()), None)
        if font is not None:
            width = font["hmtx"][font.getBestCmap()[code]][0] * 2048 // font["head"].unitsPerEm
            letters[width] += chr(code)
    return {str(width): letters[width] for width in sorted(letters)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
