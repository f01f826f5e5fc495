"""HTML becomes a PDF that viewers show alike and screen readers can read."""

import pydyf
import pytest

from build_scripts.formats import pdf
from tests.formats.paged import page


def test_the_same_page_gives_the_same_bytes() -> None:
    """Nobody's cache or checksum changes without a reason."""
    body, tips = '<p>Name <input name="one"></p><p><input type="checkbox" name="two"></p>', {"one": "1", "two": "2"}
    assert page(body, tips) == page(body, tips)


def test_a_long_document_names_its_pages_once() -> None:
    """Ten times the pages take ten times as long, and not a hundred times: no tag writes all their names anew."""
    pdf.render("", {})
    document = pydyf.PDF()
    for sides in (1, 3):
        while len(document.pages["Kids"]) < 3 * sides:
            document.add_page(pydyf.Dictionary({"Type": "/Page"}))
        named = document.page_references
        assert named == tuple(b"%d 0 R" % number for number in document.pages["Kids"][::3])
        assert document.page_references is named


def test_letters_of_names_are_in_the_typeface() -> None:
    """Welsh, Polish and French names print in the same letters as the rest."""
    assert pdf.sides(page("<p>Ŵyn Ŷ Łukasz Żaneta Zoë François</p>", {})) == 1


def test_a_letter_that_the_typeface_lacks_is_told() -> None:
    """No page comes out in another font on another computer."""
    with pytest.raises(pdf.StrangeLetterError, match="'Ж' is not in the typeface of paper"):
        page("<p>Ж</p>", {})


def test_nothing_is_fetched_from_the_network(caplog: pytest.LogCaptureFixture) -> None:
    """Only files of the project go into a PDF."""
    assert pdf.sides(page('<p>Words</p><img src="https://example.org/a.png" alt="A picture">', {})) == 1
    assert "disallowed protocol" in caplog.text


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One word says what this computer lacks, without WeasyPrint's own advice."""

    def fail() -> None:
        print("many lines")
        raise OSError("cannot load library 'libpango-1.0-0': no such file")

    monkeypatch.setattr(pdf, "_libraries", fail)
    assert pdf.missing() == "libpango-1.0-0"
    assert capsys.readouterr().out == ""
