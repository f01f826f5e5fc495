"""A page with ``handout: yes`` is a sheet to hand over too, and nothing on the sheet tells where it comes from."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from build_scripts.content.content import Content
from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.content.pages import Guidance, Site
from build_scripts.formats.word.docx_file import write_docx
from build_scripts.handbook.handout import handout, handout_documents
from build_scripts.handbook.paper import Paper, as_word, print_html
from build_scripts.publish.all_pages import build_pages
from tests.conftest import Change
from tests.html import headings, links, read, words
from tests.real import BUILD_INFO, real_content

START = "content_data/guidance/start.md"


@pytest.fixture
def content(small: Path, change: Change) -> Content:
    """The small content, whose page of guidance is handed over."""
    change(START, "order: 10", "order: 10\nhandout: yes\nservices: [a-line]")
    return load_all(small).content


def made(content: Content) -> Paper:
    """Return the handout of the first page that has one."""
    return handout(content, next(handout_documents(content)).page, BUILD_INFO)


def files_on_page(content: Content, shapes: frozenset[Shape]) -> list[str]:
    """Return the handouts that the page leads to."""
    (page,) = (each for each in build_pages(content, shapes) if each.address == "guidance/start")
    return [href for href, _ in links(page.body) if "handouts/" in href]


def test_one_line_makes_a_handout(small: Path, content: Content, change: Change) -> None:
    """An editor adds a line to a page, and takes it out again; nothing else has to be known."""
    assert [each.address for each in handout_documents(content)] == ["handouts/start.pdf", "handouts/start.docx"]
    change(START, "handout: yes\n", "")
    assert list(handout_documents(load_all(small).content)) == []


def test_the_page_leads_to_what_is_made(content: Content) -> None:
    """A reader finds the sheet on the page that it says the same as, and never a dead link."""
    assert files_on_page(content, frozenset(Shape)) == ["../handouts/start.pdf", "../handouts/start.docx"]
    assert files_on_page(content, frozenset({Shape.PAGE, Shape.DOCX})) == ["../handouts/start.docx"]


def test_the_sheet_says_what_the_page_says(content: Content) -> None:
    """Points, text and whom to ring are there, under one title, with the day on which it was checked."""
    paper = made(content)
    assert [said for level, said, _ in headings(paper.body, 1, 1)] == [paper.title] == ["Start"]
    said = words(read(paper.body))
    for part in ("First point.", "More words, from a study.", "0117 496 0123", "looked up on 1 January 2026"):
        assert part in said
    assert paper.foot == "Start, 31 May 2026"
    assert "Nobody has compared" not in said  # the register says so; a family on a bad evening needs the number


def test_the_sheet_leads_to_numbers_and_owners_only(content: Content) -> None:
    """At home there is no site beside it: a link to one of its pages would lead nowhere."""
    assert {href.partition(":")[0] for href, _ in links(made(content).body)} == {"tel"}


def test_word_and_paper_say_the_same(content: Content) -> None:
    """A school that changes the Word file starts from the same words."""
    document = docx.Document(BytesIO(write_docx(as_word(made(content)))))
    in_word = "".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))
    assert "".join(in_word.split()) == "".join(read(made(content).body).text_content().split())


def test_no_handout_names_the_site() -> None:
    """What a family takes home does not tell whoever else sees it where it comes from."""
    content = real_content()
    pages = [page for page in content.all(Guidance) if page.handout]
    assert pages
    for page in pages:
        told = print_html(handout(content, page, BUILD_INFO))
        assert [name for name in (content.one(Site).title, "2019 guide", BUILD_INFO.version) if name in told] == []
