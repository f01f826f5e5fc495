"""The sheet for the intranet says what the page says, and which release it belongs to."""

from pathlib import Path

from build_scripts.content.content import Content
from build_scripts.content.load import load_all
from build_scripts.formats import pdf
from build_scripts.registers.intranet_sheet import intranet_page, intranet_sheet
from tests.html import in_order, words
from tests.real import BUILD_INFO, real_content


def test_the_sheet_has_the_words_of_its_page_and_names_the_release(small: Path) -> None:
    """A technician who has only the sheet reads the same, and sees how old it is; without words there is no sheet."""
    content = load_all(small).content
    page = intranet_page(content)
    assert page is not None and intranet_page(Content({})) is None
    sheet = intranet_sheet(content, page, BUILD_INFO)
    assert in_order(words(sheet), "Intranet", "Read this.")
    assert "1.2.3" in sheet.partition('data-foot="')[2].partition('"')[0] and "2026-05-31T00:00:00Z" in sheet


def test_the_sheet_is_one_side_of_paper() -> None:
    """A technician sees all of it at once, from setting up to updating and what has not been tried."""
    content = real_content()
    page = intranet_page(content)
    assert page is not None
    assert pdf.sides(pdf.render(intranet_sheet(content, page, BUILD_INFO), {})) == 1
