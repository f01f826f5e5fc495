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
from functools import lru_cache
from html import unescape
from importlib.metadata import version
from io import BytesIO, StringIO
from pathlib import Path
from threading import Lock
from typing import Any

from build_scripts.content.kept import Kept

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
LEAST_OF_SIDE = 1000
"""How many letters of HTML a side of a long document has at least; from this follows how many digits a number has."""
LAYING_OUT = Lock()
"""One document is laid out at a time: WeasyPrint takes our numbers of pages for all of them, or for none."""
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

        from build_scripts.formats.pdf_page_numbers import PageNumbers
    import pydyf

    from build_scripts.formats.pdf_finish import finish

    pydyf.PDF.page_references = property(_page_references)
    for name in ("fontTools", "weasyprint"):
        logging.getLogger(name).setLevel(logging.ERROR)
    fetcher = URLFetcher(allowed_protocols=("file",))
    page_numbers = PageNumbers(len(str(len(html) // LEAST_OF_SIDE)))
    options = {"pdf_variant": "pdf/ua-1", "pdf_forms": bool(tips), "pdf_identifier": b"form", "uncompressed_pdf": True}
    source = HTML(string=html, base_url=f"{FONTS.as_uri()}/", url_fetcher=fetcher)
    with LAYING_OUT:
        document.TargetCollector = lambda: page_numbers
        laid_out = source.render(**options)
    page_numbers.fill_in(laid_out.pages)
    made = laid_out.write_pdf(**options)
    _only_own_letters((font.name.decode() for font in laid_out.fonts.values()), html)
    return finish(made, tips)


def _page_references(document: Any) -> tuple[bytes, ...]:
    """Return how a PDF names its pages; pydyf would write all names anew for each word that a tag holds."""
    known: tuple[bytes, ...] = vars(document).setdefault("named", ())
    numbers = document.pages["Kids"][3 * len(known) :: 3]
    if numbers:
        known = document.named = (*known, *(f"{number} 0 R".encode("ascii") for number in numbers))
    return known


@Kept
def sides(data: bytes) -> int:
    """Return how many sides a PDF has."""
    import pikepdf  # who asks for what is known loads nothing

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
