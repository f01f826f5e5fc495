"""The last look at addresses, links and navigation before a generator starts."""

from pathlib import Path

import pytest
from markupsafe import Markup

from build_scripts.content.problems import ContentError, Location
from build_scripts.pages.generated import GeneratedPage
from build_scripts.publish.link_check import check_links
from build_scripts.publish.project import open_project
from tests.conftest import TODAY, Change
from tests.folders import write

SETTINGS = """\
site_name: Test
nav:
  - Home: index.md
  - Understand: group:understand
  - Reference:
      - group:reference
not_in_nav: |
  /maintainers/
"""
HOME = '<h1>Home</h1><h2 id="start-here">Start here</h2>'
PAGE = "content_data/guidance/page.md:2:1: "


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with settings and one static file."""
    write(tmp_path, {"mkdocs.yml": SETTINGS, "docs/assets/picture.svg": "<svg/>"})
    return tmp_path


def page(text: str = "", name: str = "guidance/page", group: str | None = "understand") -> GeneratedPage:
    """Return a generated page."""
    return GeneratedPage(name, Markup(text), Location(f"content_data/{name}.md", 2), "Page", group=group)


def found(root: Path, *pages: GeneratedPage) -> list[str]:
    """Return what is wrong with a home page and these pages, as an editor reads it."""
    return [str(problem) for problem in check_links(root, [page(HOME, "index", None), *pages])]


def spoilt(root: Path) -> list[str]:
    """Return what stops the build of a whole project."""
    with pytest.raises(ContentError) as caught:
        open_project(root, TODAY)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        '<a href="../index.html">home</a>',
        '<a href="../index.html#start-here">home</a>',
        '<p><img src="../assets/picture.svg" alt="A picture"></p>',
        '<a href="#below">here</a><h2 id="below">Below</h2>',
        '<a href="page.html#low">here</a><h3 id="low">Low</h3>',
        '<a href="https://example.org/law">law</a>',
        '<a href="tel:08001111">0800 1111</a> <a href="sms:85258">85258</a> <a href="mailto:help@example.org">write</a>',
        "<pre><code>&lt;a href=&quot;nowhere.html&quot;&gt;</code></pre> <!-- <a href='nowhere.html'> -->",
        "<code>[x](term:consent)</code> <p title='href=\"nowhere.html\"'>Words.</p>",
    ],
)
def test_right_links_are_no_problem(root: Path, text: str) -> None:
    """Links between pages, to places, files, numbers and the web pass; a sample of a link is none."""
    assert found(root, page(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<a href="../indx.html">', "the link '../indx.html' leads to no page; did you mean 'index.html'?"),
        ('<a href="../zzz/yyy.html">', "the link '../zzz/yyy.html' leads to no page; correct the address"),
        ('<a href="index.html">', "the link 'index.html' leads to no page; did you mean 'guidance/page.html'?"),
        ('<img src="../assets/pic.svg">', "the link '../assets/pic.svg' leads to no page; correct the address"),
        ("<a class=x\nhref='#end'>", "the link '#end' leads to a place that is not on the page; correct it"),
        (
            '<a href="../index.html#end">',
            "the link '../index.html#end' leads to a place that is not on the page; correct it",
        ),
        ('<a href="term:consent">', "the typed link 'term:consent' is left over; write it as [words](kind:id)"),
        ('<a href="show:continuum">', "the typed link 'show:continuum' is left over; write it as [words](kind:id)"),
    ],
    ids=["page", "nothing near", "wrong folder", "file", "place here", "place", "typed", "typed component"],
)
def test_a_link_that_leads_nowhere_is_told(root: Path, text: str, told: str) -> None:
    """No reader meets a dead link; the editor reads which one and in which source."""
    assert found(root, page(f"<p>Words. {text}</p>")) == [PAGE + told]


def test_two_places_of_one_address_are_told(root: Path) -> None:
    """A link to a place leads to one place."""
    text = '<h2 id="a">A</h2><h2 id="b">B</h2><h2 id="a">A</h2><p id="b">B</p>'
    told = "two places on the page made from this file have the address '#{}'; word the heading differently"
    assert found(root, page(text)) == [PAGE + told.format("a"), PAGE + told.format("b")]


def test_the_heading_that_is_there_twice_is_told_on_its_line(root: Path) -> None:
    """An editor sees which heading to word differently, where the source has it."""
    write(root, {"content_data/guidance/page.md": "---\ntitle: Page\n---\n\n## A\n\n### A\n"})
    told = found(root, page('<h2 id="a">A</h2><h3 id="a">A</h3>'))
    assert told == [
        "content_data/guidance/page.md:7:1: two places on the page made from this file have the address '#a'; "
        "word the heading differently"
    ]


def test_two_pages_on_one_address_are_told(small: Path) -> None:
    """A page written by hand does not silently take the place of one made from content."""
    write(small, {"docs/guidance/start.md": "---\ntitle: Other\nsummary: Other.\n---\n\nOther words.\n"})
    told = "docs/guidance/start.md:2:1: this page has the address guidance/start.html, and so has the page made from "
    assert told + "content_data/guidance/start.md; give one of them another address" in spoilt(small)


def test_addresses_that_differ_in_capitals_only_are_told(root: Path) -> None:
    """On Windows and on a Mac the two would be one file."""
    told = found(root, page(), page(name="guidance/Page"))
    assert len(told) == 1
    assert told[0].startswith("content_data/guidance/Page.md:2:1: this page has the address guidance/Page.html")


def test_an_unknown_group_is_told_with_the_nearest(small: Path, change: Change) -> None:
    """A slip in a page's group does not make the page vanish from the menu."""
    change("content_data/guidance/start.md", "group: understand", "group: understnad")
    where = "content_data/guidance/start.md:5:1: "
    assert spoilt(small) == [where + "the group 'understnad' of the menu has no name; did you mean 'understand'?"]


def test_a_section_without_a_name_is_told(root: Path) -> None:
    """No reader meets the id of a group where the menu should have a name."""
    write(root, {"mkdocs.yml": SETTINGS.replace("  - Understand: group:understand", "  - group:understand")})
    told = "mkdocs.yml:4:5: the section 'group:understand' has no name; add a label 'group-understand' to "
    assert found(root, page()) == [told + "content_data/interface/pages.yml, or write 'Name: group:understand'"]
    named = check_links(root, [page(HOME, "index", None), page()], labels={"group-understand"})
    assert named == []


def test_a_group_like_no_other_is_told_with_all(root: Path) -> None:
    """Where nothing is near, the editor chooses from the list."""
    remedy = "use one of: reference, understand, or add it to nav in mkdocs.yml"
    assert found(root, page(group="xyz")) == [PAGE + f"the navigation has no group 'xyz'; {remedy}"]


def test_a_page_missing_from_the_navigation_is_told(small: Path) -> None:
    """No page is built that no menu leads to."""
    write(small, {"docs/extra.md": "---\ntitle: Extra\nsummary: Extra.\n---\n\nWords.\n"})
    told = "docs/extra.md:2:1: the page extra.md is not in the navigation; add it to nav in mkdocs.yml"
    assert spoilt(small) == [told]


def test_pages_kept_out_of_the_navigation_are_no_problem(root: Path) -> None:
    """What ``not_in_nav`` names needs no menu."""
    assert found(root, page(name="maintainers/notes", group=None)) == []
    with_pattern = SETTINGS.replace("not_in_nav: |\n", "not_in_nav: |\n  /sessions/*-slides.md\n")
    write(root, {"mkdocs.yml": with_pattern})
    assert found(root, page(name="sessions/short-slides", group=None)) == []
    assert len(found(root, page(name="sessions/short-words", group=None))) == 1


def test_a_navigation_that_names_no_page_is_told(small: Path, change: Change) -> None:
    """A slip in mkdocs.yml is told at its line, with what was meant."""
    change("mkdocs.yml", "For young people: help.md", "For young people: hepl.md")
    assert spoilt(small) == [
        "content_data/help/help.yml:1:1: the page help.md is not in the navigation; add it to nav in mkdocs.yml",
        "mkdocs.yml:20:23: the navigation names 'hepl.md', which is not a page; did you mean 'help.md'?",
    ]


def test_the_place_of_a_name_is_its_own(root: Path) -> None:
    """A name that is part of another is found where it stands itself."""
    write(root, {"mkdocs.yml": "# see my-page.md\nnav:\n  - index.md\n  - One: group:understand\n  - page.md\n"})
    told = "mkdocs.yml:5:5: the navigation names 'page.md', which is not a page; take it out of nav"
    assert found(root) == [told]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("", "mkdocs.yml:1:1: this file is empty; fill it in, or remove it"),
        ("nav: [index.md\n", "mkdocs.yml:1:6: the bracket '[' is not closed; put ']' at the end: [index.md]"),
    ],
)
def test_settings_that_cannot_be_read_are_told(root: Path, settings: str, told: str) -> None:
    """A slip in mkdocs.yml is told in the same way as one in the content."""
    write(root, {"mkdocs.yml": settings})
    assert [line[: len(told)] for line in found(root)] == [told]


def test_missing_settings_are_told(root: Path) -> None:
    """Without mkdocs.yml there is no site."""
    (root / "mkdocs.yml").unlink()
    assert found(root) == ["mkdocs.yml:1:1: this file is missing; add it, or put it back from an earlier version"]
