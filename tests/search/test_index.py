"""The search knows every place that readers may want, by all its words, and nothing that is not printed."""

from __future__ import annotations

import json
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from build_scripts.content.content import ADDRESS_OF_PAGE, Content
from build_scripts.content.links import page_address, target
from build_scripts.content.load import load_all
from build_scripts.content.pages import Article, HandPage, HelpPage
from build_scripts.content.prose import headings, slug
from build_scripts.content.registers import Document, Service, Statistic, Survey, Term
from build_scripts.content.route import Correction, PreferredWord
from build_scripts.content.search import SearchWords
from build_scripts.search.entries import address, search_entries, tokens
from build_scripts.search.index import EXTRACT, INDEX_ADDRESS, build_search, steps_between
from tests.built import ROOT
from tests.conftest import Change

CONTENT = load_all(ROOT).content
PLACES = search_entries(CONTENT)
ARTICLES = [record for record in CONTENT.every() if isinstance(record, Article)]
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


def index_of(content: Content) -> Any:
    """Return the index as the browser gets it."""
    text = build_search(content).text
    start, end = "window.searchIndex=", ";\n"
    assert text.startswith(start) and text.endswith(end)
    return json.loads(text.removeprefix(start).removesuffix(end))


INDEX = index_of(CONTENT)


def rest_of(index: Any) -> list[set[str]]:
    """Return for each place the words that the index holds beside its title and extract."""
    rest = [set[str]() for _ in index["title"]]
    for word, steps in zip(index["words"].split(" "), index["steps"].split(" "), strict=True):
        for number in accumulate(map(int, steps.split(","))):
            rest[number].add(word)
    return rest


def test_every_place_is_found_once() -> None:
    """No result leads to the same place as another."""
    counted = Counter(place.address for place in PLACES)
    assert [name for name, times in counted.items() if times > 1] == []
    assert len(counted) > 500


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_articles_are_found_with_each_heading(article: Article) -> None:
    """A result leads to a page, or straight to the part of it that answers."""
    here = [place for place in PLACES if place.page == page_address(article)]
    assert [place.title for place in here if not place.anchor] == [article.title]
    wanted = [anchor for _, anchor, _ in headings(article.body)]
    assert [anchor for anchor in wanted if anchor not in {place.anchor for place in here}] == []


@pytest.mark.parametrize("kind", REGISTERS)
def test_registers_are_found_entry_by_entry(kind: type[Any]) -> None:
    """Each term, service, document, figure, word and correction that is printed is a place, and nothing else is."""
    page, called = REGISTERS[kind]
    printed = {record.id for record in CONTENT.all(kind) if getattr(record, "printed", True)}
    there = {place.anchor: place.kind for place in PLACES if place.page == ADDRESS_OF_PAGE[page] and place.anchor}
    assert printed and printed <= set(there)
    assert {there[name] for name in printed} == {called}
    others = {record.id for other, (home, _) in REGISTERS.items() if home == page for record in CONTENT.all(other)}
    assert set(there) <= others


def test_young_people_are_led_to_each_need() -> None:
    """Each need on the page for young people is a place of its own."""
    page = CONTENT.one(HelpPage)
    there = {place.anchor: place.title for place in PLACES if place.page == page_address(page)}
    assert there == {"": page.title} | {slug(section.title): section.title for section in page.sections}


def test_nothing_unprinted_is_found() -> None:
    """What may not be published, and pages for maintainers, stay out of the index."""
    known = {place.address for place in PLACES}
    hidden = [
        address(ADDRESS_OF_PAGE["services"], service.id) for service in CONTENT.all(Service) if not service.printed
    ]
    hidden += [
        address(ADDRESS_OF_PAGE["documents"], document.id) for document in CONTENT.all(Document) if not document.printed
    ]
    assert known.intersection(hidden) == set()
    unsearched = {page_address(page) for page in CONTENT.all(HandPage) if not page.searchable}
    assert unsearched and unsearched.isdisjoint(place.page for place in PLACES)


def test_unprinted_service_leaves_the_index(small: Path, change: Change) -> None:
    """The rule for publishing reaches the search: a service that may not be shown takes its number along."""
    assert "0117 496 0123" in index_of(load_all(small).content)["phone"]
    change("content_data/services/a-line.yml", "publish: publish-after-live-check", "publish: do-not-publish")
    for line in ("phone: 0117 496 0123\n", "hours: 12:30\n", "url: https://example.org/line\n"):
        change("content_data/services/a-line.yml", line, "")
    index = index_of(load_all(small).content)
    assert "a-line" not in index["anchor"] and not any(index["phone"])


def test_unprinted_document_leaves_the_index(small: Path, change: Change) -> None:
    """A document in doubt is not found, neither by its name nor by what is said of it."""
    found = {place.anchor: place.text for place in search_entries(load_all(small).content)}
    assert "It stands." in found["a-study"]
    change("content_data/documents/a-study.yml", "status:", "publish: do-not-publish\nstatus:")
    change("content_data/documents/a-study.yml", "url: https://example.org/study\n", "")
    content = load_all(small).content
    assert [document.printed for document in content.all(Document)] == [False]
    index = index_of(content)
    assert "a-study" not in index["anchor"] and "A study" not in index["title"]
    assert "stands" not in {*index["words"].split(" "), *tokens(" ".join(index["extract"]))}


def test_numbers_to_call_are_those_that_are_printed() -> None:
    """A result shows a number only where the register prints it, and shows every one that it prints."""
    shown = {place.anchor: place.phone for place in PLACES if place.phone}
    assert shown == {service.id: service.phone for service in CONTENT.all(Service) if service.printed and service.phone}


def test_index_holds_every_word() -> None:
    """Title, extract and the rest of the words together hold every word of each text."""
    rest = rest_of(INDEX)
    for number, place in enumerate(PLACES):
        shown = set(tokens(f"{INDEX['title'][number]} {INDEX['extract'][number]}"))
        assert set(tokens(place.text)) <= shown | rest[number], place.address
        assert rest[number] <= set(tokens(place.text)) - shown, place.address
        assert len(rest[number]) == INDEX["more"][number]


def test_extracts_are_short_and_end_with_a_word() -> None:
    """A result is read at a glance; an extract is the beginning of the text, cut between words."""
    for place, extract in zip(PLACES, INDEX["extract"], strict=True):
        start = extract.removesuffix(" …")
        assert len(extract) <= EXTRACT + 2 and place.text.startswith(start), place.address
        assert start == place.text or not place.text[len(start)].isalnum(), place.address


def test_index_tells_the_places_in_order() -> None:
    """Page, anchor, kind and title of each result are those of its place."""
    told = [
        (INDEX["pages"][page], anchor, INDEX["kinds"][kind][0], title)
        for page, anchor, kind, title in zip(INDEX["page"], INDEX["anchor"], INDEX["kind"], INDEX["title"], strict=True)
    ]
    assert told == [(f"{place.page}.html", place.anchor, place.kind, place.title) for place in PLACES]


def test_answers_land_on_their_place() -> None:
    """Each question of search.yml stands with each place that answers it, after the place's own names."""
    numbers = {place.address: number for number, place in enumerate(PLACES)}
    for answer in CONTENT.one(SearchWords).answers:
        for reference in answer.to:
            led_to = target(CONTENT, reference)
            assert led_to is not None
            names = INDEX["names"][numbers[address(*led_to)]].split("|")
            assert set(answer.when) <= set(names), str(reference)
    for place, names in zip(PLACES, INDEX["names"], strict=True):
        assert names.startswith("|".join(place.names)), place.address


def test_names_hold_no_bar() -> None:
    """The sign between names never stands within one."""
    words = CONTENT.one(SearchWords)
    names = [name for place in PLACES for name in place.names]
    assert [name for name in (*names, *(when for answer in words.answers for when in answer.when)) if "|" in name] == []


def test_words_that_mean_the_same_reach_the_browser() -> None:
    """What search.yml teaches stands in the index as it was written."""
    words = CONTENT.one(SearchWords)
    assert INDEX["same"] == [list(group.words) for group in words.synonyms]
    assert INDEX["leads"] == [[list(entry.words), list(entry.finds)] for entry in words.one_way_synonyms]
    assert INDEX["misspelt"] == words.misspelt


def test_index_is_one_line_of_plain_script() -> None:
    """It is a classic script that sets one name, small enough to be fetched on a slow line."""
    asset = build_search(CONTENT)
    assert asset.src_uri == INDEX_ADDRESS
    assert asset.text.count("\n") == 1


@pytest.mark.parametrize(("numbers", "steps"), [([0, 1, 5], [0, 1, 4]), ([7], [7]), ([], [])])
def test_steps_lead_from_number_to_number(numbers: list[int], steps: list[int]) -> None:
    """Rising numbers become small ones, and come back by adding up."""
    assert steps_between(numbers) == steps
    assert list(accumulate(steps)) == numbers


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
