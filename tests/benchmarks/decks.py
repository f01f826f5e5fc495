"""Sets decks of overlong text and those of the sessions with LibreOffice, and looks for words outside their place.

The test suite measures the same decks by the widths of letters alone; here another program breaks the lines. It needs
LibreOffice Impress and Liberation Sans.
Run through ``python3 run.py bench decks``.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from build_scripts.content.sessions import Session
from build_scripts.formats.powerpoint.pptx_file import write_pptx
from build_scripts.publish.build_info import read_build_info
from build_scripts.training.powerpoint import session_deck
from build_scripts.training.session_plan import session_plan
from tests import decks
from tests.benchmarks.office import as_pdf
from tests.built import ROOT
from tests.real import real_content

SEEDS = range(3)
NEAR = 1.5
"""Points by which a letter may stand out: their boxes are rounded."""
EMU = 12700
Box = tuple[float, float, float, float]


def main(arguments: list[str]) -> int:  # noqa: ARG001  # all benchmarks are called alike
    """Print each word that stands outside; fail when there is one."""
    outside = slides = 0
    with tempfile.TemporaryDirectory() as name:
        for path in _made(Path(name)):
            found = list(_outside(path, as_pdf(path)))
            count = len(decks.opened(path.read_bytes()).slides)
            print(f"{path.stem}: {count} slides, {path.stat().st_size:,} bytes, {len(found)} lines outside", flush=True)
            for line in found:
                print(f"  {line}")
            outside, slides = outside + len(found), slides + count
    print(f"{slides} slides set by LibreOffice, {outside} lines outside their place (limit 0)")
    return 1 if outside else 0


def _made(folder: Path) -> Iterator[Path]:
    content = real_content()
    plans = [session_plan(content, session) for session in content.all(Session)]
    build_info = read_build_info(ROOT, content)
    for file, one in [
        *((each.session.id, each) for each in plans),
        *((f"overlong-{seed}", decks.stressed(content, seed)) for seed in SEEDS),
    ]:
        path = folder / f"{file}.pptx"
        path.write_bytes(write_pptx(session_deck(content, one, build_info)))
        yield path


def _outside(path: Path, pdf: Path) -> Iterator[str]:
    slides = decks.opened(path.read_bytes()).slides
    pages = pypdfium2.PdfDocument(pdf)
    assert len(pages) == len(slides)
    for number, (slide, page) in enumerate(zip(slides, pages, strict=True), 1):
        wide, high = page.get_size()
        places = [_box(place) for _, place in decks.placeholders(slide)]
        places += [_box(shape) for shape in slide.shapes if not shape.is_placeholder]
        text, scale = page.get_textpage(), wide / decks.WIDTH
        words, out = text.get_text_range(), dict[int, str]()
        for at, letter in enumerate(words):
            left, bottom, right, top = (value / scale for value in text.get_charbox(at))
            drawn = (left, high / scale - top, right, high / scale - bottom)
            if letter.strip() and not any(_within(drawn, place) for place in places):
                out.setdefault(
                    round(drawn[3]), f"'{words[at : at + 40].splitlines()[0]}' at {left:.0f}, {drawn[3]:.0f}"
                )
        yield from (f"slide {number}: {line}" for line in out.values())


def _box(shape: object) -> Box:
    left, top, width, height = (getattr(shape, name) / EMU for name in ("left", "top", "width", "height"))
    return left, top, left + width, top + height


def _within(inner: Box, outer: Box) -> bool:
    starts = all(inner[side] >= outer[side] - NEAR for side in (0, 1))
    return starts and all(inner[side] <= outer[side] + NEAR for side in (2, 3))
