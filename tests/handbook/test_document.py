"""The whole guide, on one page and as a handbook, says what the pages say, in their order."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import docx
import pytest
from pypdfium2 import PdfDocument

from build_scripts.content.content import Content
from build_scripts.content.forms import Shape
from build_scripts.content.links import index_address
from build_scripts.formats.pdf import render
from build_scripts.formats.word.docx_file import write_docx
from build_scripts.handbook.document import handbook, title
from build_scripts.handbook.paper import Paper, as_word, print_html
from build_scripts.publish.all_pages import build_pages
from build_scripts.search.entries import search_entries
from tests.html import classed, find, links, read
from tests.real import BUILD_INFO, real_content

pytestmark = pytest.mark.slow

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def whole(content: Content, shapes: frozenset[Shape] = frozenset(Shape)) -> list[str]:
    """Return the page that holds the whole guide, if there is one."""
    return [page.body for page in build_pages(content, shapes) if page.address == index_address(content, "all-in-one")]


@cache
def book() -> Paper:
    """Return the handbook of the real content."""
    return handbook(real_content(), BUILD_INFO)


def test_the_handbook_leads_to_no_page_of_the_site() -> None:
    """A document on SharePoint has no site beside it: links lead within it, to a number, or to an owner's page."""
    known = ("#", "https://", "http://", "tel:", "mailto:", "sms:")
    assert [href for href, _ in links(book().body) if not href.startswith(known)] == []


def test_word_has_every_word_and_every_link_arrives() -> None:
    """The handbook for Word says letter for letter what the one on paper says, and no link within leads nowhere."""
    made = docx.Document(BytesIO(write_docx(as_word(book()))))
    body = made.element.body
    words = "".join(node.text or "" for node in body.iter(f"{W}t"))
    read_out = read(book().body)
    for caption in classed(read_out, "mf-visually-hidden"):  # Word keeps it as the table's own name
        caption.drop_tree()
    for drawing in find(read_out, "svg"):  # the words beside it say what it shows
        drawing.drop_tree()
    whole_text = read_out.text_content()
    assert "".join(words.split()) == "".join(whole_text.split())
    named = {node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")}
    within = {node.get(f"{W}anchor") for node in body.iter(f"{W}hyperlink")} - {None}
    assert len(within) > 100 and within <= named


def test_contents_in_word_ask_for_the_page_of_each_entry() -> None:
    """Word works the numbers out when it prints; none that might be wrong stands there before."""
    body = docx.Document(BytesIO(write_docx(as_word(book())))).element.body
    entries = [each for each in body.iter(f"{W}p") if each.style and each.style.startswith("TOC")]
    asked = [node.text.split() for entry in entries for node in entry.iter(f"{W}instrText")]
    anchors = [node.get(f"{W}anchor") for entry in entries for node in entry.iter(f"{W}hyperlink")]
    assert entries and [order[1] for order in asked if order[0] == "PAGEREF"] == anchors
    said = [words for each in body.iter(f"{W}p") if (words := "".join(node.text or "" for node in each.iter(f"{W}t")))]
    before = said[said.index(real_content().label("handbook-contents")) + 1]
    assert before == real_content().label("handbook-pages-in-word")


def test_links_within_the_handbook_say_on_which_page() -> None:
    """On paper «see adapting support» says where to turn to, and contents have their numbers once."""
    nav = '<nav class="contents"><ul><li><a href="#there">There</a></li></ul></nav>'
    body = f'{nav}<p>See <a href="#there">there</a>.</p><h2 id="there" style="break-before: page">There</h2>'
    first, _ = PdfDocument(render(print_html(replace(book(), body=body)), {}))
    said = " ".join(first.get_textpage().get_text_bounded().split())
    assert "See there (page 2)." in said and re.search(r"There[ .]+ 2 See", said)


def test_the_handbook_says_when_it_was_made() -> None:
    """Nobody relies on an old copy without being told of its age."""
    page = print_html(book())
    assert "Version 1.2.3, built on 31 May 2026." in page and "Check the date." in page
    assert f'data-foot="{title(real_content())}, version 1.2.3, built on 31 May 2026"' in page


def test_the_search_leads_to_the_article_and_not_to_its_copy() -> None:
    """A reader who searches is not sent to a page of ninety sides."""
    found = [place for place in search_entries(real_content()) if place.address.startswith("reference/all-in-one")]
    assert len(found) <= 1 and all("#" not in place.address for place in found)
