"""The page of the whole guide leads to its files."""

from pathlib import Path

from build_scripts.content.content import Content
from build_scripts.content.fields import Record
from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.content.pages import IndexPage
from build_scripts.handbook.document import handbook_documents
from tests.handbook.test_document import whole
from tests.html import links


def test_the_page_leads_to_the_files_that_are_made(small: Path) -> None:
    """Without PDFs no link leads to one; without the page there is no handbook."""
    content = load_all(small).content
    (page,) = whole(content, frozenset({Shape.PAGE, Shape.DOCX}))
    files = [href for href, _ in links(page) if "handbook." in href]
    assert [Path(href).suffix for href in files] == [".docx"]
    records: dict[type[Record], tuple[Record, ...]] = dict(content.records)
    records[IndexPage] = tuple(page for page in content.all(IndexPage) if page.id != "all-in-one")
    assert not [*whole(Content(records)), *handbook_documents(Content(records))]
