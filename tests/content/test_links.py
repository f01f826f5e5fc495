"""Where pages and things on pages stand, and the links between them."""

from pathlib import Path

import pytest

from build_scripts.content.content import Content
from build_scripts.content.fields import Record, Reference
from build_scripts.content.links import anchors, known_ids, page_address, relative, target
from build_scripts.content.load import load_all
from build_scripts.content.pages import Behaviour, Faq, Guidance, HandPage, HelpPage, IndexPage
from build_scripts.content.prose import reference_of


@pytest.fixture
def content(small: Path) -> Content:
    """The content of the small project."""
    return load_all(small).content


def reference(text: str) -> Reference:
    """Return a reference as an editor writes it."""
    found = reference_of(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (Behaviour, "behaviours/sharing"),
        (Faq, "faq/what-then"),
        (Guidance, "guidance/start"),
        (HelpPage, "help"),
        (HandPage, "maintainers/notes"),
    ],
)
def test_a_file_gives_its_page_the_address(content: Content, kind: type[Record], address: str) -> None:
    """A page stays where its file name says, so printed links last."""
    assert page_address(content.one(kind)) == address


@pytest.mark.parametrize(
    ("link", "where"),
    [
        ("section:start", ("guidance/start", "")),
        ("section:start#a-part", ("guidance/start", "a-part")),
        ("behaviour:sharing", ("behaviours/sharing", "")),
        ("behaviour:sharing#what-the-behaviour-is", ("behaviours/sharing", "what-the-behaviour-is")),
        ("faq:what-then", ("faq/what-then", "")),
        ("term:consent", ("reference/glossary", "consent")),
        ("term:no", ("reference/glossary", "no")),
        ("service:a-line", ("reference/services", "a-line")),
        ("document:a-study", ("reference/documents", "a-study")),
        ("statistic:a-figure", ("reference/figures", "a-figure")),
        ("survey:a-survey", ("reference/figures", "a-survey")),
        ("page:home", ("index", "")),
        ("page:questions#what-then", ("faq/index", "what-then")),
        ("page:help", ("help", "")),
        ("show:continuum", ("", "")),
    ],
)
def test_a_typed_link_leads_to_its_place(content: Content, link: str, where: tuple[str, str]) -> None:
    """Each kind of link leads to the page, and to the place on it, where the thing stands."""
    assert target(content, reference(link)) == where


@pytest.mark.parametrize(
    "link",
    [
        "section:strat",
        "section:start#another-part",
        "behaviour:start",
        "term:yes",
        "survey:another",
        "page:start",
        "show:nothing",
        "chapter:start",
    ],
)
def test_a_typed_link_to_nothing_leads_nowhere(content: Content, link: str) -> None:
    """No link is made up: unknown ids, headings, pages, components and kinds are all refused."""
    assert target(content, reference(link)) is None


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("term", {"consent", "no"}),
        ("section", {"start"}),
        ("survey", {"a-survey"}),
        ("show", {"behaviours", "continuum", "responses", "route", "route-map", "statistics"}),
        ("chapter", set()),
    ],
)
def test_suggestions_come_from_the_ids_of_the_kind(content: Content, kind: str, ids: set[str]) -> None:
    """«Did you mean …» names only what would be right."""
    assert known_ids(content, kind) == ids


def test_every_page_of_its_own_can_be_named(content: Content) -> None:
    """A typed link leads to index pages, to those of one file, and to what is written by hand."""
    indexes = {page.id for page in content.all(IndexPage)}
    assert known_ids(content, "page") == {*indexes, "home", "accessibility", "help", "maintainers/notes"}


def test_headings_are_the_places_of_a_page(content: Content) -> None:
    """An editor links to a heading by its words."""
    assert anchors(content.one(Guidance)) == {"a-part"}


@pytest.mark.parametrize(
    ("address", "anchor", "page", "ending", "link"),
    [
        ("guidance/start", "", "index", ".md", "guidance/start.md"),
        ("index", "", "guidance/start", ".html", "../index.html"),
        ("faq/devices", "", "faq/again", ".md", "devices.md"),
        ("reference/glossary", "consent", "guidance/start", ".html", "../reference/glossary.html#consent"),
        ("guidance/start", "a-part", "guidance/start", ".html", "#a-part"),
        ("guidance/start", "", "guidance/start", ".md", "start.md"),
        ("help", "", "maintainers/decisions/one", ".html", "../../help.html"),
    ],
)
def test_links_are_relative(address: str, anchor: str, page: str, ending: str, link: str) -> None:
    """The site works from a folder, a share and any web address."""
    assert relative(address, anchor, page, ending) == link
