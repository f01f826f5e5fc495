"""What a young person finds on the sheets that become PDFs."""

from pathlib import Path

from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.help.pages import SHEETS
from build_scripts.help.printed_sheets import sheet_documents, sheet_html
from build_scripts.publish.downloads import downloads
from tests.conftest import Change
from tests.real import BUILD_INFO


def sheets(root: Path) -> dict[str, str]:
    """Return each sheet as HTML, by its name."""
    content = load_all(root).content
    return {document.name: sheet_html(content, document, BUILD_INFO) for document in sheet_documents(content)}


def test_each_sheet_names_calls_places_and_an_adult(on_paper: Path) -> None:
    """Whichever sheet hangs or lies there, the first calls, the places and an adult to talk to are on it."""
    made = sheets(on_paper)
    assert list(made) == list(SHEETS)
    for text in made.values():
        for words in ("Call the line", "0117 496 0123", "For any worry.", "An adult you can talk to", "Many people"):
            assert words in text


def test_no_sheet_says_where_it_comes_from(on_paper: Path) -> None:
    """A sheet found in a bag names no site and no version; the day stands at its foot."""
    for text in sheets(on_paper).values():
        assert "1.2.3" not in text and 'data-foot="31 May 2026"' in text


def test_a_code_says_where_it_leads(on_paper: Path) -> None:
    """A screen reader says what the code is for, and nobody has to scan it to find out."""
    text = sheets(on_paper)["poster"]
    assert "<title>QR code: example.org/line</title>" in text
    assert "aria-hidden" not in text and "Or scan: example.org/line" in text


def test_a_service_without_an_address_has_no_code(on_paper: Path, change: Change) -> None:
    """A call is drawn without an empty code beside it."""
    change("content_data/services/a-line.yml", "url: https://example.org/line\n", "")
    assert "<svg" not in sheets(on_paper)["poster"]


def test_a_sheet_has_a_line_where_nothing_was_given(on_paper: Path) -> None:
    """What the school did not give is written by hand; what it gave is printed and needs no line."""
    assert sheets(on_paper)["poster"].count('<span class="line">') == 3
    details = "details:\n  - id: adult-name\n    value: Ms <Example>\n"
    (on_paper / "content_data" / "local-details.yml").write_text(details, encoding="utf-8")
    given = sheets(on_paper)["poster"]
    assert given.count('<span class="line">') == 2 and "Ms &lt;Example&gt;" in given


def test_sheets_are_made_where_pdfs_are(on_paper: Path) -> None:
    """A computer without Pango makes no sheet, and the page then has no link to one."""
    content = load_all(on_paper).content
    addresses = [f"help/files/{name}.pdf" for name in SHEETS]
    assert [each.address for each in downloads(content)][-5:-1] == addresses
    assert not {each.address for each in downloads(content, frozenset({Shape.PAGE}))} & set(addresses)


def test_nothing_for_paper_makes_no_sheet(small: Path) -> None:
    """Without places for paper nobody gets an empty poster."""
    assert sheets(small) == {}
