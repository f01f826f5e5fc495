"""The whole guide, on one page and as a handbook, says what the pages say, in their order."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import html

from build_scripts.content.content import Content
from build_scripts.content.fields import Record
from build_scripts.content.forms import Shape
from build_scripts.content.links import index_address
from build_scripts.content.load import load_all
from build_scripts.content.pages import Behaviour, Faq, Guidance, IndexPage
from build_scripts.formats.word.docx_file import write_docx
from build_scripts.handbook.document import as_word, handbook, handbook_documents, print_html, title
from build_scripts.pages.generated import BuildInfo
from build_scripts.publish.all_pages import build_pages
from build_scripts.search.entries import search_entries
from tests.built import ROOT
from tests.html import classed, headings, ids, links

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STAMP = BuildInfo("1.2.3", date(2026, 5, 31), date(2026, 1, 5))
REAL = load_all(ROOT).content


def whole(content: Content, shapes: frozenset[Shape] = frozenset(Shape)) -> list[str]:
    """Return the page that holds the whole guide, if there is one."""
    return [page.body for page in build_pages(content, shapes) if page.address == index_address(content, "all-in-one")]


BOOK = handbook(REAL, STAMP).body
(WHOLE,) = whole(REAL)


@pytest.mark.parametrize("text", [WHOLE, BOOK], ids=["page", "handbook"])
def test_every_article_is_there_once_and_in_order(text: str) -> None:
    """Whoever prints it has everything, as the menu has it."""
    titles = [record.title for kind in (Guidance, Behaviour, Faq) for record in REAL.all(kind)]
    found = [said for _, said, _ in headings(text, 2, 3)]
    assert sorted(title for title in found if title in titles) == sorted(titles)
    first = [found.index(name) for name in ("The first hour", "Supportive discussion")]
    assert first == sorted(first)


@pytest.mark.parametrize("text", [WHOLE, BOOK], ids=["page", "handbook"])
def test_every_place_has_one_name_and_every_link_within_arrives(text: str) -> None:
    """No link of the long document leads nowhere or to the wrong chapter."""
    places = ids(text)
    assert sorted(places) == sorted(set(places))
    within = {href[1:] for href, _ in links(text) if href.startswith("#")}
    assert within - set(places) == set()


def test_the_handbook_leads_to_no_page_of_the_site() -> None:
    """A document on SharePoint has no site beside it: links lead within it, to a number, or to an owner's page."""
    known = ("#", "https://", "http://", "tel:", "mailto:", "sms:")
    assert [href for href, _ in links(BOOK) if not href.startswith(known)] == []


def test_word_has_every_word_and_every_link_arrives() -> None:
    """The handbook for Word says letter for letter what the one on paper says, and no link within leads nowhere."""
    book = handbook(REAL, STAMP)
    made = docx.Document(BytesIO(write_docx(as_word(REAL, book))))
    body = made.element.body
    words = "".join(node.text or "" for node in body.iter(f"{W}t"))
    whole_text = html.fragment_fromstring(book.body, create_parent="div").text_content()
    assert "".join(words.split()) == "".join(whole_text.split())
    named = {node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")}
    within = {node.get(f"{W}anchor") for node in body.iter(f"{W}hyperlink")} - {None}
    assert len(within) > 100 and within <= named


def test_the_handbook_says_when_it_was_made() -> None:
    """Nobody relies on an old copy without being told of its age."""
    page = print_html(handbook(REAL, STAMP))
    assert "Version 1.2.3, built on 31 May 2026." in page and "Check the date." in page
    assert f'data-foot="{title(REAL)}, version 1.2.3, built on 31 May 2026"' in page


def test_safety_words_stand_before_every_action_page() -> None:
    """Somebody who opens the handbook in the middle of an incident reads them there."""
    actions = [record for kind in (Guidance, Behaviour, Faq) for record in REAL.all(kind) if record.action_page]
    assert len(classed(BOOK, "mf-safety")) == len(classed(WHOLE, "mf-safety")) == len(actions) > 0


def test_the_search_leads_to_the_article_and_not_to_its_copy() -> None:
    """A reader who searches is not sent to a page of ninety sides."""
    found = [place for place in search_entries(REAL) if place.address.startswith("reference/all-in-one")]
    assert len(found) <= 1 and all("#" not in place.address for place in found)


def test_the_page_leads_to_the_files_that_are_made(small: Path) -> None:
    """Without PDFs no link leads to one; without the page there is no handbook."""
    content = load_all(small).content
    (page,) = whole(content, frozenset({Shape.PAGE, Shape.DOCX}))
    files = [href for href, _ in links(page) if "handbook." in href]
    assert [Path(href).suffix for href in files] == [".docx"]
    records: dict[type[Record], tuple[Record, ...]] = dict(content.records)
    records[IndexPage] = tuple(page for page in content.all(IndexPage) if page.id != "all-in-one")
    assert not [*whole(Content(records)), *handbook_documents(Content(records))]
