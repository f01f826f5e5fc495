"""Programs that people open and print PDFs with: what each would put on paper."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from tests.viewers.fillers import pdfjs

Reader = Callable[[Sequence[Path]], list[str]]
Printer = Callable[[Path, int], Image.Image]


def words_of_pdfium(path: Path) -> str:
    """Return the words that Chrome and Edge print: the boxes are made part of the page first."""
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    found = []
    for number in range(len(document)):
        document[number].flatten(pdfium.FLAT_PRINT)
        found.append(document[number].get_textpage().get_text_range())
    return "\n".join(found)


def words_of_mupdf(path: Path) -> str:
    """Return the words that MuPDF prints, in the order in which it draws them."""
    pages = pymupdf.open(path)
    return "\n".join(pymupdf.TextPage(page.get_displaylist().get_textpage()).extractText() for page in pages)


def words_of_poppler(path: Path) -> str:
    """Return the words that poppler prints, in the order in which it draws them."""
    return _said("pdftotext", "-raw", "-enc", "UTF-8", str(path), "-")


def words_of_firefox(paths: Sequence[Path]) -> list[str]:
    """Return the words of files as Firefox prints them."""
    return json.loads(pdfjs("words", *map(str, paths)))  # type: ignore[no-any-return]


def words_of_ghostscript(path: Path) -> str:
    """Return the words of what Ghostscript makes of it, as many printers and print servers do."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "printed.pdf"
        _said("gs", "-q", "-dPrinted", "-dPreserveAnnots=false", "-sDEVICE=pdfwrite", "-o", str(made), str(path))
        return words_of_poppler(made)


def page_of_pdfium(path: Path, number: int) -> Image.Image:
    """Return a page as Chrome and Edge print it, a point a dot."""
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    picture: Image.Image = document[number - 1].render(scale=1, grayscale=True).to_pil()
    return picture


def page_of_mupdf(path: Path, number: int) -> Image.Image:
    """Return a page as MuPDF prints it."""
    dots = pymupdf.open(path)[number - 1].get_pixmap(colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (dots.width, dots.height), dots.samples)


def page_of_poppler(path: Path, number: int) -> Image.Image:
    """Return a page as poppler prints it."""
    with TemporaryDirectory() as folder:
        _said(
            "pdftoppm",
            "-gray",
            "-r",
            "72",
            "-f",
            str(number),
            "-l",
            str(number),
            "-singlefile",
            str(path),
            f"{folder}/page",
        )
        return Image.open(f"{folder}/page.pgm").copy()


def page_of_firefox(path: Path, number: int) -> Image.Image:
    """Return a page as Firefox prints it."""
    with TemporaryDirectory() as folder:
        pdfjs("draw", str(path), str(number), f"{folder}/page.png")
        return Image.open(f"{folder}/page.png").convert("L")


def page_of_ghostscript(path: Path, number: int) -> Image.Image:
    """Return a page as Ghostscript prints it."""
    page = f"-sPageList={number}"
    with TemporaryDirectory() as folder:
        options = ("-q", "-dPrinted", "-sDEVICE=pnggray", "-r72", "-dGraphicsAlphaBits=4", "-dTextAlphaBits=4", page)
        _said("gs", *options, "-o", f"{folder}/page.png", str(path))
        return Image.open(f"{folder}/page.png").convert("L")


def _said(*words: str) -> str:
    ran = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def one_by_one(read: Callable[[Path], str]) -> Reader:
    """Return a reader of several files."""
    return lambda paths: [read(path) for path in paths]


def squeezed(text: str) -> str:
    """Return a text without white space, which lines split at will, and with joined letters apart."""
    return unicodedata.normalize("NFKC", "".join(text.split()))


@lru_cache(maxsize=32)
def _placed_words(path: Path, number: int) -> list[Any]:
    """Return the words of a page, each after its left, top, right and bottom; a file that was read does not change."""
    page = pymupdf.open(path)[number - 1]
    return list(pymupdf.TextPage(page.get_displaylist().get_textpage()).extractWORDS())


def words_at(path: Path, number: int, frame: tuple[float, float, float, float], beyond: float = 0) -> str:
    """Return the words that are drawn within a frame of a page, its corners counted from the left and the top.

    Args:
        path: a PDF.
        number: which page.
        frame: left, top, right and bottom, in points.
        beyond: how far a word may stand out to the right.
    """
    left, top, right, bottom = frame
    return squeezed(
        "".join(
            word
            for x0, y0, x1, y1, word, *_ in _placed_words(path, number)
            if left - 1 <= x0 < right
            and x1 <= right + 1 + beyond
            and y0 + (y1 - y0) / 4 >= top
            and y1 - (y1 - y0) / 4 <= bottom
        )
    )


READERS: dict[str, tuple[Reader, Printer]] = {
    "pdfium": (one_by_one(words_of_pdfium), page_of_pdfium),
    "mupdf": (one_by_one(words_of_mupdf), page_of_mupdf),
    "poppler": (one_by_one(words_of_poppler), page_of_poppler),
    "firefox": (words_of_firefox, page_of_firefox),
    "ghostscript": (one_by_one(words_of_ghostscript), page_of_ghostscript),
}
"""Every way a form is opened and printed: its words, and a picture of a page."""
