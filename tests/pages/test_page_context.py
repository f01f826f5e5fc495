"""What is drawn for a page leads where it should, and is text unless it was made as markup."""

from pathlib import Path

import pytest

from build_scripts.content.fields import Prose
from build_scripts.content.load import load_all
from build_scripts.handbook.chapters import Chapter
from build_scripts.pages.page_context import PageContext
from tests.folders import articles
from tests.html import find, links, words
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
    """«On this page» lists headings and those below each, and what looks like markup is printed as it was written."""
    context = PageContext(load_all(small).content, START)
    assert context.h2("A <b> & c", "a") == '<h2 id="a">A &lt;b&gt; &amp; c</h2>'
    assert context.h3("Below", "below") == '<h3 id="below">Below</h3>'
    assert context.contents == [("A <b> & c", "a", [("Below", "below", [])])]
    assert context.link(context.to("term", "consent"), "<i>").endswith('#consent">&lt;i&gt;</a>')


PARTS = Prose("## One\n\nFirst.\n\n### Below\n\nSecond.\n\n## England and Wales\n\nThird.\n")


def folded(context: PageContext) -> list[str]:
    """Return the words of each part that is folded away."""
    body = context.body(PARTS, folded=("one", "england-and-wales"))
    return [" ".join(words(part).split()) for part in find(body, "details")]


def test_a_heading_folds_all_that_stands_below_it(small: Path) -> None:
    """A part ends before the next heading of its level, and its headings are in the contents all the same."""
    context = PageContext(load_all(small).content, START)
    assert folded(context) == ["One First. Below Second.", "England and Wales Third."]
    assert [(place, [each[1] for each in below]) for _, place, below in context.contents] == [
        ("one", ["below"]),
        ("england-and-wales", []),
    ]


def test_of_the_nations_one_is_open_at_a_time(small: Path) -> None:
    """Parts that are headed by nations alone share a name, and no other part has one."""
    body = PageContext(load_all(small).content, START).body(PARTS, folded=("one", "england-and-wales"))
    assert [part.get("name") for part in find(body, "details")] == [None, "nation"]


def test_the_whole_guide_folds_nothing(small: Path) -> None:
    """A chapter is to be read from end to end, and Word knows no parts to open."""
    assert folded(Chapter(load_all(small).content, START, prefix="start")) == []
