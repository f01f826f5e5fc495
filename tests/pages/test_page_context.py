"""What is drawn for a page leads where it should, and is text unless it was made as markup."""

from pathlib import Path

import pytest

from build_scripts.content.load import load_all
from build_scripts.pages.page_context import PageContext
from tests.folders import articles
from tests.html import links
from tests.publish.test_all_pages import FAQ, START


def test_links_in_prose_lead_to_their_places(small: Path) -> None:
    """Typed links have become links between pages."""
    made = articles(small)
    consent = ("../reference/glossary.html#consent", "consent")
    assert {consent, ("../reference/services.html#a-line", "the line")} <= set(links(made[START]))
    assert ("../guidance/start.html#a-part", "the start") in links(made[FAQ])
    assert links(made["maintainers/notes"])[:2] == [consent, ("notes.html", "this page")]


@pytest.mark.parametrize(
    ("written", "read"),
    [("19", "page 19"), ("4-5", "pages 4-5"), ("2 and 9", "pages 2 and 9"), ("throughout", "throughout")],
)
def test_pages_of_the_2019_guide_are_named_in_words(small: Path, written: str, read: str) -> None:
    """A reader with the guide in hand is sent to a page, to pages, or to a part."""
    assert PageContext(load_all(small).content, START).page_numbers(written) == read


def test_a_heading_stands_in_the_contents_and_words_stay_words(small: Path) -> None:
    """«On this page» lists headings and what stands below each, and what looks like markup stays words."""
    context = PageContext(load_all(small).content, START)
    assert context.h2("A <b> & c", "a") == '<h2 id="a">A &lt;b&gt; &amp; c</h2>'
    assert context.h3("Below", "below") == '<h3 id="below">Below</h3>'
    assert [place for _, place, _ in context.contents] == ["a"]
    assert context.link(context.to("term", "consent"), "<i>").endswith('#consent">&lt;i&gt;</a>')
