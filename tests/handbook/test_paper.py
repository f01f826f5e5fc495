"""A document says the same on paper and in Word, and what it is called."""

from datetime import date
from io import BytesIO

import docx

from build_scripts.formats.word.docx_file import write_docx
from build_scripts.handbook.paper import Paper, as_word, print_html
from tests.html import read

BODY = "<h1>Tea &amp; cake</h1><p>Some words.</p>"
WORDS = ("Page {number} of {count}", "Columns: {columns}")
PAPER = Paper("Tea & cake", BODY, "Tea & cake, today", "p {}", date(2026, 5, 31), *WORDS)


def test_paper_tells_title_day_and_foot() -> None:
    """A screen reader says the title, and a reader of the last page sees whose foot it is."""
    made = read(print_html(PAPER))
    assert made.findtext(".//title") == PAPER.title
    assert [each.get("data-foot") for each in made.iter("body")] == [PAPER.foot]
    assert [each.get("content") for each in made.iter("meta")][1:] == ["2026-05-31T00:00:00Z"]


def test_word_has_the_same_words_and_title() -> None:
    """Whoever edits the Word file begins with what is on paper."""
    made = docx.Document(BytesIO(write_docx(as_word(PAPER))))
    assert made.core_properties.title == PAPER.title
    assert [paragraph.text for paragraph in made.paragraphs if paragraph.text] == [PAPER.title, "Some words."]
