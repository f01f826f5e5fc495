"""A long document in Word has real headings, contents, lists, tables and links, and loses no word."""

from datetime import date
from io import BytesIO
from typing import Any

import docx

from build_scripts.formats.word.docx_file import write_docx
from build_scripts.formats.word.from_html import document_of_html
from tests.formats.office_rules import faults

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def built(body: str) -> Any:
    """Return a document as python-docx opens it."""
    data = write_docx(document_of_html(body, "A guide", date(2026, 11, 22), "version 1", "{number}/{count}", "; ".join))
    assert faults(data) == []
    return docx.Document(BytesIO(data))


def styles(document: Any) -> list[tuple[str, str]]:
    """Return style and words of each paragraph."""
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_headings_are_headings() -> None:
    """Word's navigation and a screen reader find their way by them."""
    found = styles(built("<h1>A</h1><section><h2>B</h2><div><h3>C</h3><h4>D</h4><p>E</p></div></section>"))
    assert found == [("Title", "A"), ("Heading 1", "B"), ("Heading 2", "C"), ("Heading 3", "D"), ("Normal", "E")]


def test_each_counting_list_begins_at_one() -> None:
    """Steps of the second list are not numbered on from the first; each level of a list has its style."""
    document = built("<ol><li>a</li><li>b</li></ol><ol><li>c<ul><li>d</li></ul></li></ol><ul><li>e</li></ul>")
    assert styles(document) == [
        *(("List Number", "a"), ("List Number", "b"), ("List Number", "c")),
        *(("List Bullet 2", "d"), ("List Bullet", "e")),
    ]
    a, b, c, d, e = (each._p.pPr.numPr for each in document.paragraphs)
    assert a.numId.val == b.numId.val != c.numId.val and d.numId.val == e.numId.val
    assert [each.ilvl.val for each in (a, b, c, d, e)] == [0, 0, 0, 1, 0]
    numbering = document.part.numbering_part.element
    starts = [list(numbering.num_having_numId(each.numId.val).iter("{*}startOverride")) for each in (a, c, e)]
    assert [len(each) for each in starts] == [1, 1, 0]


def test_what_stands_below_an_item_stands_in_with_it() -> None:
    """A second paragraph of a step belongs to it."""
    found = styles(built("<ul><li><p>a</p><p>b</p><div><ul><li>c</li></ul></div></li></ul><p>d</p>"))
    assert found == [("List Bullet", "a"), ("List Continue", "b"), ("List Bullet", "c"), ("Normal", "d")]


def test_lists_in_boxes_and_cells_stay_lists() -> None:
    """Bullets are there in every style of paragraph."""
    table = "<table><tr><th>A</th></tr><tr><td><ul><li>b</li></ul></td></tr></table>"
    document = built(f'<div class="mf-safety"><ul><li>a</li></ul></div>{table}')
    boxed, listed = document.paragraphs[0], document.tables[0].rows[1].cells[0].paragraphs[0]
    assert [(each.style.name, each._p.pPr.numPr.ilvl.val) for each in (boxed, listed)] == [("Boxed", 0), ("Cell", 0)]


def test_the_contents_are_there_and_can_be_renewed() -> None:
    """Whoever opens the file reads the contents at once; Word adds page numbers when it prints or is asked."""
    entries = '<li><a href="#a">A</a><ul><li><a href="#b">B</a></li></ul></li>'
    body = f'<nav class="contents"><p>Contents</p><ul>{entries}</ul></nav>'
    document = built(f'{body}<h2 id="a">A</h2><h3 id="b">B</h3>')
    found = [style.lower() for style, _ in styles(document)]
    assert found == ["heading 3", "toc 1", "toc 2", "heading 1", "heading 2"]
    xml = document.element.body.xml
    marks = [xml.count(f'fldCharType="{kind}"') for kind in ("begin", "separate", "end")]
    assert marks == [3, 3, 3] and "TOC \\o" in xml and xml.count("PAGEREF place_") == 2


def test_a_list_of_links_within_a_chapter_stays_a_list() -> None:
    """Only the contents of the whole guide are contents."""
    document = built('<nav class="mf-route"><p>Steps</p><ol><li><a href="#a">A</a></li></ol></nav><p id="a">A</p>')
    assert [style for style, _ in styles(document)] == ["Normal", "List Number", "Normal"]


def test_parts_begin_pages() -> None:
    """A part begins a page, and its chapters follow one another, so that no half page stays empty."""
    chapter = '<section class="mf-chapter"><h3>{}</h3></section>'
    document = built(f'<section class="part"><h2>P</h2>{chapter.format("A")}{chapter.format("B")}</section>')
    breaks = {paragraph.text: bool(paragraph.paragraph_format.page_break_before) for paragraph in document.paragraphs}
    assert breaks == {"P": True, "A": False, "B": False}


def test_a_heading_is_no_larger_than_the_one_above_it() -> None:
    """Whoever turns the pages tells chapters, sections and what is within them by their size."""
    made = built("".join(f"<h{level}>Words</h{level}>" for level in range(1, 7)))
    sizes = [paragraph.style.font.size.pt for paragraph in made.paragraphs]
    assert sizes == sorted(sizes, reverse=True) and sizes[-1] >= made.styles["Normal"].font.size.pt


def test_tables_have_heads_that_repeat() -> None:
    """Every page of a long table says what its columns are, and lists in cells stay lists."""
    head = "<thead><tr><th>Level</th><th>What</th></tr></thead>"
    body = "<tbody><tr><th>One</th><td><ul><li>x</li></ul></td></tr></tbody>"
    table = built(f"<table><caption>Levels</caption>{head}{body}</table>").tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Level", "What"]
    assert [cell.text for cell in table.rows[1].cells] == ["One", "x"]
    assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None


def test_a_caption_for_those_who_hear_the_page_is_not_printed_below_its_heading() -> None:
    """Readers of the Word file see the heading once, and the table still has its name."""
    table = '<table><caption class="mf-visually-hidden">Levels</caption><tr><th>A</th></tr><tr><td>b</td></tr></table>'
    document = built(f"<h3>Levels</h3>{table}")
    assert [paragraph.text for paragraph in document.paragraphs].count("Levels") == 1
    assert document.tables[0]._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") == "Levels"


def test_safety_words_stand_in_a_box() -> None:
    """What must not be missed looks so in Word too."""
    found = styles(built('<section class="mf-safety"><h4>First</h4><ul><li>Keep safe.</li></ul></section>'))
    assert found == [("Heading 3", "First"), ("Boxed", "Keep safe.")]
