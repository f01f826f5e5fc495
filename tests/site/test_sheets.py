"""Promises of the sheets for young people as they lie in the built site."""

from collections.abc import Iterator

import pikepdf
import pytest

from build_scripts.content.pages import HelpPage, Site
from build_scripts.content.registers import Service
from build_scripts.help.pages import SHEETS
from tests.built import Built
from tests.real import real_content
from tests.site.pdf_text import squeezed, words_of

every = pytest.mark.parametrize("name", SHEETS)


@pytest.fixture
def opened(built: Built, name: str) -> Iterator[pikepdf.Pdf]:
    """The PDF of a sheet in the built site."""
    with pikepdf.open(built.site / "help" / "files" / f"{name}.pdf") as pdf:
        yield pdf


def test_the_manifest_lists_every_sheet(built: Built) -> None:
    """Posters and the card are one side of paper, and the sheet in large print one sheet."""
    sides = {entry["sheet"]: entry["sides"] for entry in built.manifest["downloads"] if "sheet" in entry}
    assert sides == {"large-print": 2, "card": 1, "poster": 1, "poster-black-and-white": 1}


@every
def test_a_sheet_tells_nobody_where_it_comes_from(opened: pikepdf.Pdf) -> None:
    """The site has no name in it, nor is there a word of why somebody has it."""
    told = (words_of(opened) + squeezed(str(opened.open_metadata()))).lower()
    strange = (real_content().one(Site).title, "Moving Forward", "harmful", "sexual behaviour", "safeguarding")
    allowed = told.replace("reportharmfulcontent", "")  # the name of a service
    assert [word for word in strange if squeezed(word).lower() in allowed] == []


@every
def test_a_sheet_names_every_number(opened: pikepdf.Pdf, name: str) -> None:
    """A screen reader says each place that is on paper, with its number and where its code leads."""
    text = words_of(opened)
    (help_page,) = real_content().all(HelpPage)
    places = [place for place in help_page.on_paper if name != "card" or place.on_card]
    for reference in (*(call.service for call in help_page.calls), *(place.service for place in places)):
        service = real_content().find("service", reference.id)
        assert isinstance(service, Service)
        assert squeezed(service.phone or "") in text
    assert all(squeezed(real_content().find("service", place.service.id).name) in text for place in places)  # type: ignore[union-attr]


@every
def test_every_code_has_words(opened: pikepdf.Pdf) -> None:
    """Each code is a figure that says where it leads, drawn in lines that stay sharp at any size."""
    told = [
        str(item.Alt) for item in opened.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
    ]
    assert told and all(words.startswith("QR code: ") for words in told)
    kinds = {str(item.get("/Subtype")) for item in opened.objects if isinstance(item, pikepdf.Stream)}
    assert "/Image" not in kinds
