"""Programs that people open and print PDFs with: what each would put on paper."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from tests.viewers.fillers import pdfjs

Reader = Callable[[Path], str]
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
    return "\n".join(page.get_displaylist(annots=1).get_textpage().extractText() for page in pages)


def words_of_poppler(path: Path) -> str:
    """Return the words that poppler prints, in the order in which it draws them."""
    return _said("pdftotext", "-raw", "-enc", "UTF-8", str(path), "-")


def words_of_firefox(path: Path) -> str:
    """Return the words that Firefox prints."""
    return pdfjs("words", str(path))


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
    return document[number - 1].render(scale=1, grayscale=True).to_pil()


def page_of_mupdf(path: Path, number: int) -> Image.Image:
    """Return a page as MuPDF prints it."""
    dots = pymupdf.open(path)[number - 1].get_pixmap(colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (dots.width, dots.height), dots.samples)


def page_of_poppler(path: Path, number: int) -> Image.Image:
    """Return a page as poppler prints it."""
    with TemporaryDirectory() as folder:
        _said("pdftoppm", "-gray", "-r72", f"-f{number}", f"-l{number}", "-singlefile", str(path), f"{folder}/page")
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


READERS: dict[str, tuple[Reader, Printer]] = {
    "pdfium": (words_of_pdfium, page_of_pdfium),
    "mupdf": (words_of_mupdf, page_of_mupdf),
    "poppler": (words_of_poppler, page_of_poppler),
    "firefox": (words_of_firefox, page_of_firefox),
    "ghostscript": (words_of_ghostscript, page_of_ghostscript),
}
"""Every way a form is opened and printed: its words, and a picture of a page."""
