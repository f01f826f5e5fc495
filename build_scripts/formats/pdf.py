"""HTML as a tagged PDF (PDF/UA-1), blank or with boxes to fill in."""

from __future__ import annotations

import ctypes.util
import importlib.util
import logging
import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from functools import cache, lru_cache
from html import unescape
from importlib.metadata import version
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pikepdf
import pydyf
from pikepdf import Array, Dictionary, Name, String

FONTS = Path(__file__).with_name("fonts")
"""The typeface of paper; stylesheets name its files by their names alone."""
OWN = re.compile(r"/([A-Z]{6}\+)?Paper(-Bold)?")
"""The names of its fonts within a PDF: that of the stylesheet, after a mark of what was cut out."""
LETTERS = (
    r"\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123"
    r"\u0126-\u0127\u012a-\u012b\u012e-\u0133\u0136-\u0137\u0139-\u013e\u0141-\u0148\u0150-\u0155"
    r"\u0158-\u015b\u015e-\u0165\u016a-\u016b\u016e-\u017e\u0218-\u021b\u1e80-\u1e85\u1e9e\u1ef2-\u1ef3"
    r"\u2013-\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u2122\u2212"
)
"""The letters of that typeface, as a class of a regular expression has them; to read the fonts takes too long."""
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
LETTERS_OF_EM, CAPITALS_OF_EM, LOST_AT_END = 1.9, 1.75, 6
"""How many letters of a text, and of one in capitals, take the width of an em; how many the end of a line wastes."""
LINE, EDGES = 1.35, 4
"""How high a line is, in sizes of its letters, and what stays free at both edges of a box, in points: as much as any
viewer takes."""
MARK = re.compile(rb"/\w+\s<</MCID (\d+)>>\sBDC")
"""Where tagged content begins in a page; text is written as hexadecimal numbers there, so it never looks like this."""
FOOT = b"/Artifact\n<</Type /Pagination /Subtype /Footer>>\nBDC"
LEAST_OF_SIDE = 1000
"""How many letters of HTML a side of a long document has at least; from this follows how many digits a number has."""
PARTS = ("weasyprint", "pydyf", "pikepdf", "fonttools", "tinycss2", "cssselect2", "tinyhtml5")
"""The packages whose versions decide what the bytes of a PDF are."""


class StrangeLetterError(Exception):
    """A letter is not in the typeface of paper, so that another computer would print it in another font."""


def render(html: str, tips: Mapping[str, str]) -> bytes:
    """Return an HTML document as a PDF, the same bytes each time.

    Args:
        html: the document with its styles; fonts are named by their files in ``FONTS``.
        tips: what each box to fill is for, by its name; a screen reader says it.

    Raises:
        StrangeLetterError: when the typeface lacks a letter.
        OSError: when a library of the system is missing; ask ``missing`` before.
    """
    with _sought_as_files():
        from weasyprint import HTML, document  # takes a second, and fails without the libraries of the system
        from weasyprint.urls import URLFetcher

        from build_scripts.formats.page_numbers import PageNumbers

    pydyf.PDF.page_references = property(_page_references)
    for name in ("fontTools", "weasyprint"):
        logging.getLogger(name).setLevel(logging.ERROR)
    fetcher = URLFetcher(allowed_protocols=("file",))
    page_numbers = PageNumbers(len(str(len(html) // LEAST_OF_SIDE)))
    document.TargetCollector = lambda: page_numbers
    options = {"pdf_variant": "pdf/ua-1", "pdf_forms": bool(tips), "pdf_identifier": b"form", "uncompressed_pdf": True}
    laid_out = HTML(string=html, base_url=f"{FONTS.as_uri()}/", url_fetcher=fetcher).render(**options)
    page_numbers.fill_in(laid_out.pages)
    made = laid_out.write_pdf(**options)
    out = BytesIO()
    _only_own_letters((font.name.decode() for font in laid_out.fonts.values()), html)
    with pikepdf.open(BytesIO(made)) as pdf:
        _finish_boxes(pdf, tips)
        _mark_margins(pdf)
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _page_references(document: Any) -> tuple[bytes, ...]:
    """Return how a PDF names its pages; pydyf would write all names anew for each word that a tag holds."""
    known: tuple[bytes, ...] = vars(document).setdefault("named", ())
    numbers = document.pages["Kids"][3 * len(known) :: 3]
    if numbers:
        known = document.named = (*known, *(f"{number} 0 R".encode("ascii") for number in numbers))
    return known


def letters_of_line(width: float, size: float) -> float:
    """Return how many letters a line of a box shows, whatever they are.

    Args:
        width: of the box, in points.
        size: of the letters, in points.
    """
    return LETTERS_OF_EM * (width - EDGES) / size - LOST_AT_END


@cache
def sides(data: bytes) -> int:
    """Return how many sides a PDF has."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def missing() -> str | None:
    """Return what PDFs need that this system lacks, or None when they can be made."""
    try:
        with redirect_stdout(StringIO()):  # WeasyPrint prints advice of many lines
            return None if _libraries() else "WeasyPrint"
    except OSError as error:
        name = re.search(r"'([^']+)'", str(error))
        return name[1] if name else str(error)


def versions() -> str:
    """Return the versions of everything that decides the bytes of a PDF."""
    system = _libraries()
    harfbuzz = system.ffi.string(system.harfbuzz.hb_version_string()).decode()
    own = [f"{name} {version(name)}" for name in PARTS]
    return " ".join(
        [*own, f"pango {system.pango.pango_version()} harfbuzz {harfbuzz} subset {system.harfbuzz_subset is not None}"]
    )


@lru_cache(maxsize=1)
def _libraries() -> Any:
    """Return WeasyPrint's bindings to the libraries of the system, without the rest, which takes a second to load.

    Raises:
        OSError: when a library is missing.
    """
    package = importlib.util.find_spec("weasyprint")
    places = package.submodule_search_locations if package else None
    if not places:
        return None
    spec = importlib.util.spec_from_file_location("weasyprint_libraries", Path(places[0]) / "text" / "ffi.py")
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    with _sought_as_files(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        spec.loader.exec_module(module)
    module.ffi.cdef("const char *hb_version_string(void);")
    return module


@contextmanager
def _sought_as_files() -> Iterator[None]:
    """Let the libraries of a Linux be opened by the names of their files, which WeasyPrint tries last.

    To be told where each of its other names lies starts fifty programs, and finds the same libraries.
    """
    seek = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = seek


def _only_own_letters(fonts: Iterable[str], html: str) -> None:
    if strange := sorted(name for name in fonts if not OWN.fullmatch(name)):
        letters = "".join(sorted(set(re.findall(rf"[^{LETTERS}\s]", unescape(re.sub("<[^>]*>", "", html))))))
        raise StrangeLetterError(f"'{letters}' is not in the typeface of paper, and came from {', '.join(strange)}")


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
    box.MaxLen = _letters(float(right - left), float(top - bottom), float(size), bool(flags & SEVERAL_LINES))
    return str(font)


def _letters(width: float, height: float, size: float, has_lines: bool) -> int:
    """Return how many letters a box shows: it takes no more, so that none are cut off in print."""
    if not has_lines:
        return int(CAPITALS_OF_EM * (width - EDGES) / size)
    return int(max(1, (height - EDGES) // (LINE * size)) * letters_of_line(width, size))


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
