"""The pages of the registers list what the registers hold."""

from pathlib import Path

import pytest

from build_scripts.content.links import relative
from build_scripts.content.pages import IndexPage
from build_scripts.pages.generated import GeneratedPage
from build_scripts.publish.all_pages import build_pages
from tests.folders import articles
from tests.html import classed, find, links, words
from tests.real import real_content


def test_the_lists_lead_to_the_pages(small: Path) -> None:
    """From a list a reader gets to each page, and a link can lead to each entry."""
    made = articles(small)
    for name, place, words_ in (("behaviours/index", "sharing", "Sharing"), ("faq/index", "what-then", "What then?")):
        heading = next(each for each in find(made[name], "h2") if each.get("id") == place)
        assert links(heading) == [(f"{place}.html", words_)]


def _pages_of(group: str) -> list[GeneratedPage]:
    """Return the pages of a section of the real menu, in its order."""
    return sorted((page for page in build_pages(real_content()) if page.group == group), key=lambda page: page.order)


@pytest.mark.parametrize("group", ["act", "understand", "support", "reference", "run"])
def test_a_section_begins_with_what_is_in_it(group: str) -> None:
    """Its name in the menu leads to a page that names all others with a sentence each, in the order of the menu."""
    first, *others = _pages_of(group)
    assert words(first.body).startswith(real_content().label(f"group-{group}"))
    entries = find(classed(first.body, "mf-section-pages")[0], "li")
    assert [words(entry) for entry in entries] == [
        f"{page.meta['title']} {page.meta['description']}" for page in others
    ]
    wanted = [relative(page.address, "", first.address, ".html") for page in others]
    assert [links(entry)[0][0] for entry in entries] == wanted


@pytest.mark.parametrize(
    ("address", "labels"),
    [
        ("reference/documents", ("document-now", "document-means")),
        ("reference/services", ("service-what", "call")),
    ],
)
def test_an_entry_opens_with_what_it_is_for(address: str, labels: tuple[str, str]) -> None:
    """What applies and what it means for the reader come first; how that is known stands together at the end."""
    content = real_content()
    (page,) = [page for page in build_pages(content) if page.address == address]
    entries = classed(page.body, "mf-record")
    rows = [[(words(find(row, "dt")[0]), row.get("class") == "mf-evidence") for row in entry] for entry in entries]
    first, second = (content.label(label) for label in labels)
    assert {entry[0][0] for entry in rows} == {first}
    assert all(entry[1][0] == second for entry in rows if second in dict(entry))
    for entry in rows:
        known = [is_evidence for _, is_evidence in entry]
        assert known == sorted(known) and dict(entry)[content.label("looked-up")]


def test_what_is_there_for_technicians_is_no_reference() -> None:
    """Whoever looks up a word or a law does not meet the pages that set up a copy of the site."""
    ids = {page.address: page.id for page in real_content().all(IndexPage)}
    pages = ["run", "setup", "intranet", "self-test", "check-file", "release"]
    assert [ids[page.address] for page in _pages_of("run")] == pages
