"""The search knows every place that readers may want, by all its words, and nothing that is not printed."""

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from build_scripts.content.content import Content
from build_scripts.content.links import target
from build_scripts.content.load import load_all
from build_scripts.content.registers import Document
from build_scripts.content.search import SearchWords
from build_scripts.search.entries import address, search_entries, tokens
from build_scripts.search.index import EXTRACT, INDEX_ADDRESS, build_search, steps_between
from tests.conftest import Change
from tests.real import real_content
from tests.search.test_entries import places


def index_of(content: Content) -> Any:
    """Return the index as the browser gets it."""
    text = build_search(content).text
    start, end = "window.searchIndex=", ";\n"
    assert text.startswith(start) and text.endswith(end)
    return json.loads(text.removeprefix(start).removesuffix(end))


@pytest.fixture(scope="module")
def real() -> Any:
    """The index of the real content."""
    return index_of(real_content())


def rest_of(index: Any) -> list[set[str]]:
    """Return for each place the words that the index holds beside its title and extract."""
    rest = [set[str]() for _ in index["title"]]
    for word, steps in zip(index["words"].split(" "), index["steps"].split(" "), strict=True):
        for number in accumulate(map(int, steps.split(","))):
            rest[number].add(word)
    return rest


def test_unprinted_service_leaves_the_index(small: Path, change: Change) -> None:
    """The rule for publishing reaches the search: a service that may not be shown takes its number along."""
    assert "0117 496 0123" in index_of(load_all(small).content)["phone"]
    change("content_data/services/a-line.yml", "publish: publish-after-live-check", "publish: do-not-publish")
    for line in ("phone: 0117 496 0123\n", "hours: 12:30 daily\n", "url: https://example.org/line\n"):
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


def test_index_holds_every_word(real: Any) -> None:
    """Title, extract and the rest of the words together hold every word of each text."""
    rest = rest_of(real)
    for number, place in enumerate(places()):
        shown = set(tokens(f"{real['title'][number]} {real['extract'][number]}"))
        assert set(tokens(place.text)) <= shown | rest[number], place.address
        assert rest[number] <= set(tokens(place.text)) - shown, place.address
        assert len(rest[number]) == real["more"][number]


def test_extracts_are_short_and_end_with_a_word(real: Any) -> None:
    """A result is read at a glance; an extract is the beginning of the text, cut between words."""
    for place, extract in zip(places(), real["extract"], strict=True):
        start = extract.removesuffix(" …")
        assert len(extract) <= EXTRACT + 2 and place.text.startswith(start), place.address
        assert start == place.text or not place.text[len(start)].isalnum(), place.address


def test_index_tells_the_places_in_order(real: Any) -> None:
    """Page, anchor, kind and title of each result are those of its place."""
    told = [
        (real["pages"][page], anchor, real["kinds"][kind][0], title)
        for page, anchor, kind, title in zip(real["page"], real["anchor"], real["kind"], real["title"], strict=True)
    ]
    assert told == [(f"{place.page}.html", place.anchor, place.kind, place.title) for place in places()]


def test_answers_land_on_their_place(real: Any) -> None:
    """Each question of search.yml stands with each place that answers it, after the place's own names."""
    numbers = {place.address: number for number, place in enumerate(places())}
    for answer in real_content().one(SearchWords).answers:
        for reference in answer.to:
            led_to = target(real_content(), reference)
            assert led_to is not None
            names = real["names"][numbers[address(*led_to)]].split("|")
            assert set(answer.when) <= set(names), str(reference)
    for place, names in zip(places(), real["names"], strict=True):
        assert names.startswith("|".join(place.names)), place.address


def test_names_hold_no_bar() -> None:
    """The sign between names never stands within one."""
    words = real_content().one(SearchWords)
    names = [name for place in places() for name in place.names]
    assert [name for name in (*names, *(when for answer in words.answers for when in answer.when)) if "|" in name] == []


def test_words_that_mean_the_same_reach_the_browser(real: Any) -> None:
    """What search.yml teaches stands in the index as it was written."""
    words = real_content().one(SearchWords)
    assert real["same"] == [list(group.words) for group in words.synonyms]
    assert real["leads"] == [[list(entry.words), list(entry.finds)] for entry in words.one_way_synonyms]
    assert real["misspelt"] == words.misspelt


def test_index_is_one_line_of_plain_script() -> None:
    """It is a classic script that sets one name, small enough to be fetched on a slow line."""
    asset = build_search(real_content())
    assert asset.src_uri == INDEX_ADDRESS
    assert asset.text.count("\n") == 1


@pytest.mark.parametrize(("numbers", "steps"), [([0, 1, 5], [0, 1, 4]), ([7], [7]), ([], [])])
def test_steps_lead_from_number_to_number(numbers: list[int], steps: list[int]) -> None:
    """Rising numbers become small ones, and come back by adding up."""
    assert steps_between(numbers) == steps
    assert list(accumulate(steps)) == numbers
