"""Every place that readers may want is an entry, and nothing that is not printed."""

from collections import Counter
from functools import cache
from typing import Any

import pytest

from build_scripts.content.fields import Prose
from build_scripts.content.forms import Form
from build_scripts.content.links import index_address, page_address
from build_scripts.content.pages import Article, Guidance, HandPage, HelpPage
from build_scripts.content.prose import component_of, headings, parse, slug
from build_scripts.content.registers import Continuum, Document, Service, Statistic, Survey, Term
from build_scripts.content.route import Correction, PreferredWord
from build_scripts.content.sessions import Session
from build_scripts.search.entries import SearchEntry, address, search_entries, tokens
from tests.built import ROOT
from tests.real import real_content

ARTICLES = sorted(path.stem for path in ROOT.glob("content_data/*/*.md"))
REGISTERS: dict[type[Any], tuple[str, str]] = {
    Term: ("glossary", "term"),
    Service: ("services", "service"),
    Document: ("documents", "document"),
    Statistic: ("figures", "figure"),
    Survey: ("figures", "figure"),
    PreferredWord: ("words", "preferred-word"),
    Correction: ("corrections", "correction"),
}
"""Records that stand on the page of their register: which page, and the kind of result."""


@cache
def places() -> tuple[SearchEntry, ...]:
    """Return what can be found in the real content."""
    return search_entries(real_content())


def test_every_place_is_found_once() -> None:
    """No result leads to the same place as another."""
    counted = Counter(place.address for place in places())
    assert [name for name, times in counted.items() if times > 1] == []
    assert len(counted) > 500


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_are_found_with_each_heading(name: str) -> None:
    """A result leads to a page, or straight to the part of it that answers."""
    article = next(record for record in real_content().every() if isinstance(record, Article) and record.id == name)
    here = [place for place in places() if place.page == page_address(article)]
    assert [place.title for place in here if not place.anchor] == [article.title]
    wanted = [anchor for _, anchor, _ in headings(article.body)]
    assert [anchor for anchor in wanted if anchor not in {place.anchor for place in here}] == []


def test_what_is_set_out_below_a_heading_is_found_at_it() -> None:
    """A reader who types what is seen at a level, or the caption of the table, comes to the table."""
    (place,) = [each for each in places() if each.anchor == "the-continuum"]
    levels = real_content().one(Continuum).levels
    assert [level.name for level in levels if level.name not in place.text] == []
    (shown,) = [
        found for page in real_content().all(Guidance) for found in captions(page.body) if found[0] == "continuum"
    ]
    assert shown[1] in place.names


def captions(body: Prose) -> list[tuple[str, str]]:
    """Return what a page sets out, each with its caption."""
    found = map(component_of, parse(body).children)
    return [(each[0].id, each[1]) for each in found if each]


@pytest.mark.parametrize("kind", REGISTERS)
def test_registers_are_found_entry_by_entry(kind: type[Any]) -> None:
    """Each term, service, document, figure, word and correction that is printed is a place, and nothing else is."""
    page, called = REGISTERS[kind]
    printed = {record.id for record in real_content().all(kind) if getattr(record, "printed", True)}
    home = index_address(real_content(), page)
    there = {place.anchor: place.kind for place in places() if place.page == home and place.anchor}
    assert printed and printed <= set(there)
    assert {there[name] for name in printed} == {called}
    others = [other for other, (home, _) in REGISTERS.items() if home == page]
    assert set(there) <= {record.id for other in others for record in real_content().all(other)}


def test_young_people_are_led_to_each_need() -> None:
    """Each need on the page for young people is a place of its own, and so are its poster, large print and card."""
    page = real_content().one(HelpPage)
    there = {place.anchor: place.title for place in places() if place.page == page_address(page)}
    paper = there.pop("to-print-or-keep")
    assert there == {"": page.title} | {slug(section.title): section.title for section in page.sections}
    found = next(place for place in places() if place.title == paper and place.page == page_address(page))
    assert [word for word in ("poster", "large print", "card") if word not in found.text] == []


def test_files_of_pages_are_found() -> None:
    """Materials of a session, files of a form and a handout to give to families are found by what they are."""
    texts = {place.address: tokens(place.text) for place in places() if not place.anchor}
    for session in real_content().all(Session):
        assert {"handout", "knowledge", "certificate"} <= set(texts[f"sessions/{session.id}-papers.html"])
    for form in real_content().all(Form):
        assert {"pdf", "word"} <= set(texts[f"forms/{form.id}.html"])
    handouts = [page for page in real_content().all(Guidance) if page.handout]
    assert handouts and all({"hand", "over", "pdf"} <= set(texts[f"{page_address(page)}.html"]) for page in handouts)


def test_nothing_unprinted_is_found() -> None:
    """What may not be published, and pages for maintainers, stay out of the index."""
    known = {place.address for place in places()}
    unprinted = [record for kind in (Service, Document) for record in real_content().all(kind) if not record.printed]
    homes = {kind: index_address(real_content(), page) for kind, (page, _) in REGISTERS.items()}
    hidden = {address(homes[type(record)], record.id) for record in unprinted}
    assert known & hidden == set()
    unsearched = {page_address(page) for page in real_content().all(HandPage) if not page.searchable}
    assert unsearched and unsearched.isdisjoint(place.page for place in places())


def test_numbers_to_call_are_those_that_are_printed() -> None:
    """A result shows a number only where the register prints it, and shows every one that it prints."""
    shown = {place.anchor: place.phone for place in places() if place.phone}
    printed = [service for service in real_content().all(Service) if service.printed and service.phone]
    assert shown == {service.id: service.phone for service in printed}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Child-on-child abuse", ["child", "on", "child", "abuse"]),
        ("The child’s phone, the children's rights", ["the", "child", "phone", "the", "children", "rights"]),
        ("don't, «banter» and 16-17", ["dont", "banter", "and", "16", "17"]),
        ("Cymraeg: ŵyn, naïve", ["cymraeg", "wyn", "naive"]),
        ("…", []),
    ],
)
def test_words_are_cut_as_readers_type_them(text: str, words: list[str]) -> None:
    """Capitals, accents, hyphens, quotation marks and apostrophes make no difference."""
    assert tokens(text) == words
