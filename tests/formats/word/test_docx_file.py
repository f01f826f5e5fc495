"""Whatever stands in a document, the Word file around it is whole."""

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from build_scripts.formats.word.document import Block, Control, ControlKind, Document, Paragraph, Picture, Run, Table
from build_scripts.formats.word.docx_file import write_docx
from tests.formats.office_rules import faults

NASTY = """<w:br/> & "quoted" 'words' ŵ Łódź"""
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'


def written(*blocks: Block) -> bytes:
    """Return a file of some blocks."""
    return write_docx(
        Document(
            NASTY, date(2026, 1, 2), NASTY, "{number}/{count}", blocks, {"Normal": 12}, {"square": SQUARE}, ("Prompt",)
        )
    )


def opened(*blocks: Block) -> Any:
    """Return a file of some blocks as python-docx reads it."""
    return docx.Document(BytesIO(written(*blocks)))


def control(kind: ControlKind, tag: str = "a.b") -> Control:
    """Return a place to answer in."""
    return Control(kind, tag, NASTY)


def paragraph(*content: Any) -> Paragraph:
    """Return a paragraph of no special style."""
    return Paragraph("Normal", content)


def test_markup_in_words_stays_words() -> None:
    """A label may hold any sign without breaking the file, in text, names, tables, title and foot."""
    cells = (((paragraph(control(ControlKind.TEXT)),),),)
    blocks = (paragraph(Run(NASTY)), Table(NASTY, NASTY, (NASTY,), cells))
    document = opened(*blocks)
    assert faults(written(*blocks)) == []
    assert document.paragraphs[0].text == NASTY
    assert document.tables[0].cell(0, 0).text == NASTY
    assert next(document.element.body.iter("{*}alias")).values() == [NASTY[:64]]
    assert document.core_properties.title == NASTY
    assert [line.text for line in document.sections[0].footer.paragraphs] == [f"{NASTY}\t/", NASTY]


def test_what_the_template_shows_a_designer_is_in_no_file() -> None:
    """The examples of each style stay in the template."""
    assert [each.text for each in opened(paragraph(Run("words"))).paragraphs] == ["words"]


def test_tabs_and_line_ends_are_kept() -> None:
    """A prompt of two sentences can stand on two lines."""
    assert opened(paragraph(Run("a\tb\nc"))).paragraphs[0].text == "a\tb\nc"


def test_a_picture_or_style_that_is_not_there_stops_the_build() -> None:
    """A slip in a name is not found by the reader first."""
    with pytest.raises(KeyError, match="star"):
        opened(paragraph(Picture("star")))
    with pytest.raises(KeyError, match="Promt"):
        opened(Paragraph("Promt"))


def test_the_same_document_makes_the_same_bytes() -> None:
    """No time of day gets into a file."""
    blocks = (paragraph(Run("words"), control(ControlKind.DATE), Picture("square")),)
    assert written(*blocks) == written(*blocks)
    assert {member.date_time for member in ZipFile(BytesIO(written(*blocks))).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_document_of_few_pages_is_set_closer() -> None:
    """Margins, spaces and lines are as it says, and the number of the page stands at the edge of its text."""
    spaces = {"Prompt": (1.0, 2.0)}
    close = Document(
        *("Title", date(2026, 1, 2), "foot", "{number}/{count}", (paragraph(Run("words")),), {"Normal": 11}),
        spaces=spaces,
        line_height=1.0,
        margins=(11, 15, 16, 15),
    )
    made = docx.Document(BytesIO(write_docx(close)))
    page, prompt = made.sections[0], made.styles["Prompt"].paragraph_format
    margins = (page.top_margin, page.right_margin, page.bottom_margin)
    assert [each and round(each.mm) for each in margins] == [11, 15, 16]
    assert (prompt.space_before.pt, prompt.space_after.pt) == spaces["Prompt"]
    assert made.styles["Normal"].paragraph_format.line_spacing == 1.0
    *_, edge = page.footer.paragraphs[0].paragraph_format.tab_stops
    assert round(edge.position.mm) == 180
    assert faults(write_docx(close)) == []


def test_rows_without_a_head_are_headed_by_their_first_cells() -> None:
    """In a table of questions each question is the head of its row, and rows are as high as their answers need."""
    cells = ((paragraph(Run("1.1 Name")),), (paragraph(control(ControlKind.TEXT)),))
    made = opened(Table("1 Who", "Questions", (), (cells,), (3, 4), row_heights=(40.0,)))
    (table,) = made.tables
    (looks,) = table._tbl.tblPr.iter("{*}tblLook")
    said = {name.partition("}")[2]: value for name, value in looks.items()}
    assert (said["firstRow"], said["firstColumn"]) == ("0", "1")
    assert table.rows[0].height.pt == 40 and len(table.rows) == 1
    assert not list(table._tbl.iter("{*}tblHeader"))
