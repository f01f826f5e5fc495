"""A long document in Word has real headings, contents, lists, tables and links, and loses no word."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest

from build_scripts.formats.word import wordml
from build_scripts.formats.word.from_html import StrangeElementError, text_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(body: str) -> Any:
    """Return a document as python-docx opens it."""
    text = text_of(body, "A guide", date(2026, 11, 22), ["version 1"])
    return docx.Document(BytesIO(wordml.pack(text)))


def styles(document: Any) -> list[tuple[str, str]]:
    """Return style and words of each paragraph."""
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_headings_are_headings() -> None:
    """Word's navigation and a screen reader find their way by them."""
    found = styles(made("<h1>A</h1><section><h2>B</h2><div><h3>C</h3><h4>D</h4><p>E</p></div></section>"))
    assert found == [("Title", "A"), ("Heading 1", "B"), ("Heading 2", "C"), ("Heading 3", "D"), ("Normal", "E")]


def test_each_counting_list_begins_at_one() -> None:
    """Steps of the second list are not numbered on from the first."""
    document = made("<ol><li>a</li><li>b</li></ol><ol><li>c<ul><li>d</li></ul></li></ol><ul><li>e</li></ul>")
    numbers = [
        (paragraph._p.pPr.numPr.numId.val, paragraph._p.pPr.numPr.ilvl.val, paragraph.text)
        for paragraph in document.paragraphs
    ]
    assert numbers == [(10, 0, "a"), (10, 0, "b"), (11, 0, "c"), (3, 1, "d"), (3, 0, "e")]
    numbering = document.part.numbering_part.element.xml
    assert numbering.count("startOverride") == 2


def test_links_lead_to_places_and_addresses() -> None:
    """A link within the guide leads to its place, one to an owner's page to its address."""
    document = made(
        '<h2 id="there">There</h2><p>See <a href="#there">it</a> or <a href="https://x.example/">X</a>.</p>'
    )
    xml = document.element.body.xml
    anchor = re.search(r'w:anchor="(\w+)"', xml)
    assert anchor and f'w:name="{anchor[1]}"' in xml
    assert "HYPERLINK &quot;https://x.example/&quot;" in xml or 'HYPERLINK "https://x.example/"' in xml
    assert "See it or X." in "".join(node.text or "" for node in document.element.body.iter(f"{W}t"))


def test_the_contents_are_there_and_can_be_renewed() -> None:
    """Whoever opens the file reads the contents at once; Word can add page numbers when asked."""
    entries = '<li><a href="#a">A</a><ul><li><a href="#b">B</a></li></ul></li>'
    body = f'<nav class="contents"><p>Contents</p><ul>{entries}</ul></nav>'
    document = made(f'{body}<h2 id="a">A</h2><h3 id="b">B</h3>')
    found = [style.lower() for style, _ in styles(document)]
    assert found == ["heading 3", "toc 1", "toc 2", "heading 1", "heading 2"]
    xml = document.element.body.xml
    assert xml.count("fldChar ") == 3 and "TOC \\o" in xml


def test_a_list_of_links_within_a_chapter_stays_a_list() -> None:
    """Only the contents of the whole guide are contents."""
    document = made('<nav class="mf-route"><p>Steps</p><ol><li><a href="#a">A</a></li></ol></nav><p id="a">A</p>')
    assert [style for style, _ in styles(document)] == ["Normal", "List Text", "Normal"]


def test_chapters_begin_pages() -> None:
    """A part and its first chapter share a page; each further chapter begins one."""
    chapter = '<section class="mf-chapter"><h3>{}</h3></section>'
    document = made(f'<section class="part"><h2>P</h2>{chapter.format("A")}{chapter.format("B")}</section>')
    breaks = {paragraph.text: bool(paragraph.paragraph_format.page_break_before) for paragraph in document.paragraphs}
    assert breaks == {"P": True, "A": False, "B": True}


def test_tables_have_heads_that_repeat() -> None:
    """Every page of a long table says what its columns are, and lists in cells stay lists."""
    head = "<thead><tr><th>Level</th><th>What</th></tr></thead>"
    body = "<tbody><tr><th>One</th><td><ul><li>x</li></ul></td></tr></tbody>"
    table = made(f"<table><caption>Levels</caption>{head}{body}</table>").tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Level", "What"]
    assert [cell.text for cell in table.rows[1].cells] == ["One", "x"]
    assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None


def test_safety_words_stand_in_a_box() -> None:
    """What must not be missed looks so in Word too."""
    found = styles(made('<section class="mf-safety"><h4>First</h4><ul><li>Keep safe.</li></ul></section>'))
    assert found == [("Heading 3", "First"), ("Boxed", "Keep safe.")]


STRANGE = (
    "<p>a</p><video></video>",
    "<p><img src='x'></p>",
    "words alone",
    "<p>a</p> words after",
    "<ul><li>a<ul><li>b</li></ul> words after</li></ul>",
    "<ul><li><p>a</p> words after</li></ul>",
)


@pytest.mark.parametrize("body", STRANGE)
def test_what_word_cannot_take_stops_the_build(body: str) -> None:
    """Nothing that a page says is dropped in silence."""
    with pytest.raises(StrangeElementError):
        text_of(body, "A guide", date(2026, 11, 22), [])
