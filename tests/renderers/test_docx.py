"""The forms as Word files: the same questions, a control for every answer, nothing that tells too much."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as Docx
from docx.shared import Mm

from build_scripts.builders.forms import FormDocument, form_documents
from build_scripts.builders.generated import Stamp
from build_scripts.builders.paper import drawn
from build_scripts.load import load_all
from build_scripts.model.forms import FieldKind, Shape
from build_scripts.renderers import docx
from tests.built import ROOT
from tests.forms_walk import W, defined, in_word

STAMP = Stamp("1.2.3", date(2026, 1, 2), date(2026, 1, 1))
DOCUMENTS = {d.row.file: d for d in form_documents(load_all(ROOT).content) if d.shape is Shape.DOCX}
LEAST = {FieldKind.PERSON_WITH_ROLE: 2, FieldKind.SIGNATURE: 2}
"""Controls that a field of a kind has at least."""


def made(document: FormDocument) -> bytes:
    """Return a document as a Word file."""
    return docx.render(document, STAMP, drawn)


def test_there_are_word_files() -> None:
    """The tests below look at every Word file of the matrix."""
    assert len(DOCUMENTS) >= 10


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_it_asks_what_the_form_asks(name: str) -> None:
    """Every field stands in the file with its number and prompt, in order."""
    assert in_word(made(DOCUMENTS[name])) == defined(DOCUMENTS[name])


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_every_field_can_be_answered(name: str) -> None:
    """Each field has its controls, with ids and tags that no other control has, and a name for screen readers."""
    controls = list(Docx(BytesIO(made(DOCUMENTS[name]))).element.body.iter(f"{W}sdtPr"))
    tags = [control.find(f"{W}tag").get(f"{W}val") for control in controls]
    ids = [control.find(f"{W}id").get(f"{W}val") for control in controls]
    names = [control.find(f"{W}alias").get(f"{W}val") for control in controls]
    assert len(set(tags)) == len(tags) and len(set(ids)) == len(ids) and all(names)
    for _, fields in DOCUMENTS[name].parts:
        for field in fields:
            own = [tag for tag in tags if tag == field.id or tag.startswith((f"{field.id}.", f"{field.id}-"))]
            assert len(own) >= LEAST.get(field.kind, 1), field.number


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_it_says_no_more_than_it_should(name: str) -> None:
    """British English, A4, its own title, no author, and no name of the guide on copies that go home."""
    document = Docx(BytesIO(made(DOCUMENTS[name])))
    properties = document.core_properties
    assert (properties.title, properties.author, properties.subject) == (DOCUMENTS[name].title, "", "")
    assert properties.language == "en-GB"
    sheet = document.sections[0]
    assert (sheet.page_width, sheet.page_height) == pytest.approx((Mm(210), Mm(297)), rel=0.001)
    if DOCUMENTS[name].goes_home:
        parts = ZipFile(BytesIO(made(DOCUMENTS[name])))
        text = "".join(parts.read(part).decode() for part in parts.namelist() if part.endswith(".xml"))
        assert "Moving Forward" not in text and "1.2.3" not in text


def test_the_same_form_gives_the_same_bytes() -> None:
    """A school that compares two copies finds no difference where there is none."""
    document = DOCUMENTS["my-plan-easy-read"]
    assert made(document) == made(document)
