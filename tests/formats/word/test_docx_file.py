"""Whatever stands in a form, the Word file around it is whole."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest
from build_scripts.formats.word.wordml import (
    Column,
    Control,
    Text,
    pack,
    paragraph,
    picture,
    run,
    table,
    text_control,
)
from docx.document import Document
from docx.shared import Length, Mm

NASTY = """<w:br/> & "quoted" 'words' ŵ Łódź"""


def opened(body: str) -> Document:
    """Return a file of a body as python-docx reads it."""
    text = Text(body, NASTY, date(2026, 1, 2), [NASTY], {"Normal": 12}, Length(0), [], {})
    return docx.Document(BytesIO(pack(text)))


def test_markup_in_words_stays_words() -> None:
    """A label may hold any sign without breaking the file, in text, names, tables, title and foot."""
    control = text_control(Control("a.b", NASTY), NASTY)
    document = opened(paragraph("Normal", run(NASTY)) + table(NASTY, [Column(NASTY, 1)], [[control]], 20))
    assert document.paragraphs[0].text == NASTY
    assert document.tables[0].cell(0, 0).text == NASTY
    assert document.core_properties.title == NASTY
    assert document.sections[0].footer.paragraphs[1].text == NASTY


def test_tabs_and_line_ends_are_kept() -> None:
    """A prompt of two sentences can stand on two lines."""
    assert opened(paragraph("Normal", run("a\tb\nc"))).paragraphs[0].text == "a\tb\nc"


def test_a_tag_that_word_would_cut_is_refused() -> None:
    """Two controls never become one because Word cuts their tags."""
    with pytest.raises(ValueError, match="is longer than the 64 letters"):
        text_control(Control("a" * 65, "words"), "Write here")


def test_a_name_that_is_too_long_is_cut() -> None:
    """A long prompt does not make Word refuse the file."""
    assert f'w:val="{"b" * 64}"' in text_control(Control("a", "b" * 65), "Write here")


def test_a_picture_that_is_not_there_stops_the_build() -> None:
    """A slip in the name of a picture is not found by the reader first."""
    with pytest.raises(KeyError, match="star"):
        opened(paragraph("Normal", picture("star", Mm(10))))
