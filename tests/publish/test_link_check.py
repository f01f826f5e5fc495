"""The last look at addresses, links and navigation before a generator starts."""

from __future__ import annotations

from pathlib import Path

import pytest

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
HOME = "# Home\n\n## Start here {: #start-here }\n"
PAGE = "content_data/guidance/page.md:2:1: "


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with settings and one static file."""
    write(tmp_path, {"mkdocs.yml": SETTINGS, "docs/assets/picture.svg": "<svg/>"})
    return tmp_path


def page(text: str = "", name: str = "guidance/page.md", group: str | None = "understand") -> GeneratedPage:
    """Return a generated page."""
    return GeneratedPage(name, text, Location(f"content_data/{name}", 2), "Page", group=group)


def found(root: Path, *pages: GeneratedPage) -> list[str]:
    """Return what is wrong with a home page and these pages, as an editor reads it."""
    return [str(problem) for problem in check_links(root, [page(HOME, "index.md", None), *pages])]


def spoilt(root: Path) -> list[str]:
    """Return what stops the build of a whole project."""
    with pytest.raises(ContentError) as caught:
        open_project(root, TODAY)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        "[home](../index.md)",
        "[home](../index.md#start-here)",
        '<a href="../index.html#start-here">home</a>',
        "[picture](../assets/picture.svg)",
        '<img src="../assets/picture.svg" alt="A picture">',
        "[here](#below)\n\n## Below {: #below }",
        '<a href="page.html#low">here</a>\n\n<h3 id="low">Low</h3>',
        "[law](https://example.org/law) <a href='x'>",
        '<a href="tel:08001111">0800 1111</a> <a href="mailto:help@example.org">write</a>',
    ],
)
def test_right_links_are_no_problem(root: Path, text: str) -> None:
    """Links between pages, to places, files, numbers and the web pass."""
    assert found(root, page(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[x](../indx.md)", "the link '../indx.md' leads to no page; did you mean 'index.md'?"),
        ('<a href="../indx.html">x</a>', "the link '../indx.html' leads to no page; did you mean 'index.html'?"),
        ("[x](../zzz/yyy.md)", "the link '../zzz/yyy.md' leads to no page; correct the address"),
        ("[x](index.md)", "the link 'index.md' leads to no page; did you mean 'guidance/page.md'?"),
        ("![x](../assets/pictures.svg)", "the link '../assets/pictures.svg' leads to no page; correct the address"),
        ("[x](../index.md#end)", "the link '../index.md#end' leads to a place that is not on the page; correct it"),
        ('<a href="#end">x</a>', "the link '#end' leads to a place that is not on the page; correct it"),
        ("[x](term:consent)", "the typed link 'term:consent' is left over; write it as [words](kind:id)"),
        ('<a href="show:continuum">', "the typed link 'show:continuum' is left over; write it as [words](kind:id)"),
    ],
    ids=["page", "html page", "nothing near", "wrong folder", "file", "place", "place here", "typed", "typed in html"],
)
def test_a_link_that_leads_nowhere_is_told(root: Path, text: str, told: str) -> None:
    """No reader meets a dead link; the editor reads which one and in which source."""
    assert found(root, page(f"Words. {text}")) == [PAGE + told]


@pytest.mark.parametrize(
    "text",
    [
        "```\n[x](nowhere.md)\n```",
        '```html\n<a href="nowhere.html">\n```',
        "-   An item\n\n    ```\n    [x](term:consent)\n    ```",
        "Write `[words](term:consent)` here.",
        "Write `` [`words`](nowhere.md) `` here.",
    ],
    ids=["fence", "html in a fence", "fence in a list", "code", "code with a tick"],
)
def test_code_samples_are_left_alone(root: Path, text: str) -> None:
    """A page for maintainers shows how links are written, and no example is taken for a link."""
    assert found(root, page(text)) == []


@pytest.mark.parametrize("sample", ["```\n## A {: #a }\n## A {: #a }\n```", "Write `{: #a }` or `{: #a }`."])
def test_addresses_in_code_samples_are_no_addresses(root: Path, sample: str) -> None:
    """An example of an address may stand twice, and is no place that a link can lead to."""
    assert found(root, page(sample)) == []
    dead = "the link '#a' leads to a place that is not on the page; correct it"
    assert found(root, page(f"{sample}\n\n[x](#a)")) == [PAGE + dead]


def test_a_link_after_a_code_sample_is_looked_at(root: Path) -> None:
    """Leaving a sample alone does not blind the check to the rest of the page."""
    text = "```\ncode\n```\n\nWords [x](one.md).\n\n```\ncode\n```\n\nA `tick` and [y](two.md) and `tick`."
    assert [told.split("'")[1] for told in found(root, page(text))] == ["one.md", "two.md"]


def test_escaped_ticks_hide_no_link(root: Path) -> None:
    """A page that prints two single ticks has its links looked at all the same."""
    assert [told.split("'")[1] for told in found(root, page(r"A \` and [x](one.md) and \` end."))] == ["one.md"]


def test_two_places_of_one_address_are_told(root: Path) -> None:
    """A link to a place leads to one place."""
    text = '## A {: #a }\n\n## B {: #b }\n\n<h2 id="a">A</h2>\n\n<p id="b">B</p>\n'
    told = "two places on the page made from this file have the address '#{}'; word the heading differently"
    assert found(root, page(text)) == [PAGE + told.format("a"), PAGE + told.format("b")]


def test_two_pages_on_one_address_are_told(small: Path) -> None:
    """A page written by hand does not silently take the place of one made from content."""
    write(small, {"docs/guidance/start.md": "---\ntitle: Other\nsummary: Other.\n---\n\nOther words.\n"})
    told = "docs/guidance/start.md:2:1: this page has the address guidance/start.html, and so has the page made from "
    assert told + "content_data/guidance/start.md; rename one of the files" in spoilt(small)


def test_addresses_that_differ_in_capitals_only_are_told(root: Path) -> None:
    """On Windows and on a Mac the two would be one file."""
    told = found(root, page(), page(name="guidance/Page.md"))
    assert len(told) == 1
    assert told[0].startswith("content_data/guidance/Page.md:2:1: this page has the address guidance/Page.html")


def test_an_unknown_group_is_told_with_the_nearest(small: Path, change: Change) -> None:
    """A slip in a page's group does not make the page vanish from the menu."""
    change("content_data/guidance/start.md", "group: understand", "group: understnad")
    where = "content_data/guidance/start.md:2:1: "
    assert spoilt(small) == [where + "the navigation has no group 'understnad'; did you mean 'understand'?"]


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
    assert found(root, page(name="maintainers/notes.md", group=None)) == []
    with_pattern = SETTINGS.replace("not_in_nav: |\n", "not_in_nav: |\n  /sessions/*-slides.md\n")
    write(root, {"mkdocs.yml": with_pattern})
    assert found(root, page(name="sessions/short-slides.md", group=None)) == []
    assert len(found(root, page(name="sessions/short-words.md", group=None))) == 1


def test_a_navigation_that_names_no_page_is_told(small: Path, change: Change) -> None:
    """A slip in mkdocs.yml is told at its line, with what was meant."""
    change("mkdocs.yml", "For young people: help.md", "For young people: hepl.md")
    assert spoilt(small) == [
        "content_data/help/help.yml:1:1: the page help.md is not in the navigation; add it to nav in mkdocs.yml",
        "mkdocs.yml:19:23: the navigation names 'hepl.md', which is not a page; did you mean 'help.md'?",
    ]


def test_the_place_of_a_name_is_its_own(root: Path) -> None:
    """A name that is part of another is found where it stands itself."""
    write(root, {"mkdocs.yml": "# see my-page.md\nnav:\n  - index.md\n  - group:understand\n  - page.md\n"})
    told = "mkdocs.yml:5:5: the navigation names 'page.md', which is not a page; take it out of nav"
    assert found(root) == [told]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("", "mkdocs.yml:1:1: this file is empty; fill it in, or remove it"),
        ("nav: [index.md\n", "mkdocs.yml:1:6: YAML cannot be read here: expected ',' or ']', but got '<stream end>'"),
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
