"""Programs that people fill PDFs in with: each types answers into boxes and saves the file."""

from __future__ import annotations

import ctypes
import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium
from pymupdf import mupdf

from tests import node

Answers = Mapping[str, str | bool]
"""By the name of a box: what is typed, whether it is ticked, or which box of a group is."""
Filler = Callable[[Path, Answers, Path], None]
HERE = Path(__file__).parent
SYSTEM_PYTHON = Path("/usr/bin/python3")
ENTER = 13


def by_pdfium(source: Path, answers: Answers, target: Path) -> None:
    """Type letter by letter and click, as in Chrome and Edge."""
    document = pypdfium2.PdfDocument(source)
    document.init_forms()
    form = document.formenv.raw
    for page in document:
        for name, value, kind, place in _pdfium_boxes(form, page):
            answer = answers.get(name)
            if answer is None or (kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON and answer != value):
                continue
            for act in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
                act(form, page, 0, *place)
            for letter in str(answer) if kind == pdfium.FPDF_FORMFIELD_TEXTFIELD else "":
                pdfium.FORM_OnChar(form, page, ENTER if letter == "\n" else ord(letter), 0)
            pdfium.FORM_ForceToKillFocus(form)
    document.save(target)


def _pdfium_boxes(form: Any, page: Any) -> Iterator[tuple[str, str, int, tuple[float, float]]]:
    """Yield name, value when ticked, kind and middle of each box of a page."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        box, frame = pdfium.FPDFPage_GetAnnot(page, number), pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(box, frame)
        name = _pdfium_text(pdfium.FPDFAnnot_GetFormFieldName, form, box)
        value = _pdfium_text(pdfium.FPDFAnnot_GetFormFieldExportValue, form, box)
        kind = pdfium.FPDFAnnot_GetFormFieldType(form, box)
        pdfium.FPDFPage_CloseAnnot(box)
        yield name, value, kind, ((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)


def _pdfium_text(ask: Callable[..., int], form: Any, box: Any) -> str:
    place = ctypes.create_string_buffer(512)
    size = ask(form, box, ctypes.cast(place, ctypes.POINTER(ctypes.c_ushort)), len(place))
    return place.raw[: max(size - 2, 0)].decode("utf-16-le")


def by_mupdf(source: Path, answers: Answers, target: Path) -> None:
    """Fill in as with MuPDF, SumatraPDF and what is built on them."""
    document = pymupdf.open(source)
    for page in document:
        sheet = mupdf.pdf_page_from_fz_page(page.this)
        box = mupdf.pdf_first_widget(sheet)
        while box.m_internal:
            _mupdf_answer(box, answers.get(mupdf.pdf_load_field_name(mupdf.pdf_annot_obj(box))))
            box = mupdf.pdf_next_widget(box)
        mupdf.pdf_update_page(sheet)
    document.save(target)


def _mupdf_answer(box: Any, answer: str | bool | None) -> None:
    kind = mupdf.pdf_widget_type(box)
    if answer is None:
        return
    if kind == mupdf.PDF_WIDGET_TYPE_TEXT:
        mupdf.pdf_set_text_field_value(box, answer)
    elif answer is True or mupdf.pdf_to_name(mupdf.pdf_button_field_on_state(mupdf.pdf_annot_obj(box))) == answer:
        mupdf.pdf_toggle_widget(box)


def by_poppler(source: Path, answers: Answers, target: Path) -> None:
    """Fill in as with Evince and what is built on poppler; a box of a group is told by its tip."""
    with pikepdf.open(source) as pdf:
        groups = {str(box.T): box.Kids for box in pdf.Root.AcroForm.Fields if "/Kids" in box}
        tips = {
            name: str(kid.TU) for name, kids in groups.items() for kid in kids if f"/{answers.get(name)}" in kid.AP.N
        }
    with _written({**answers, **tips}) as given:
        _run(str(SYSTEM_PYTHON), str(HERE / "poppler_fill.py"), str(source), given, str(target))


def by_firefox(source: Path, answers: Answers, target: Path) -> None:
    """Fill in and save as with Firefox's viewer."""
    with _written(answers) as given:
        pdfjs("fill", str(source), given, str(target))


def by_pikepdf(source: Path, answers: Answers, target: Path) -> None:
    """Fill in as a program does: it sets values and leaves it to viewers to draw them."""
    with pikepdf.open(source) as pdf:
        for box in pdf.Root.AcroForm.Fields:
            answer = answers.get(str(box.T))
            if answer is not None:
                _pikepdf_answer(box, answer)
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.save(target)


def _pikepdf_answer(box: Any, answer: str | bool) -> None:
    if str(box.FT) == "/Tx":
        box.V = str(answer)
        del box.AP
        return
    name = "/on" if answer is True else f"/{answer}"
    box.V = pikepdf.Name(name)
    for kid in box.get("/Kids", [box]):
        kid.AS = pikepdf.Name(name if name in kid.AP.N else "/Off")


def pdfjs(*words: str) -> str:
    """Run Firefox's viewer, and return what it says."""
    folder = node.package("pdfjs") / "pdfjs-dist"
    ran = node.run(str(HERE / "pdfjs.mjs"), str(folder), *words)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


class _written:  # noqa: N801  # read like a function
    """Answers in a file for as long as the context lasts."""

    def __init__(self, answers: Answers) -> None:
        self._answers, self._folder = answers, TemporaryDirectory()

    def __enter__(self) -> str:
        path = Path(self._folder.name) / "answers.json"
        path.write_text(json.dumps(self._answers), encoding="utf-8")
        return str(path)

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


def _run(*words: str) -> None:
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


FILLERS: dict[str, Filler] = {
    "pdfium": by_pdfium,
    "mupdf": by_mupdf,
    "poppler": by_poppler,
    "firefox": by_firefox,
    "pikepdf": by_pikepdf,
}
"""Every way a form is filled in; the names stand in tests and figures."""
