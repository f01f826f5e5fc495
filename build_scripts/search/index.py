"""What the search knows: every place a reader may want, with its words, and the words that mean the same."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.content.content import Content
from build_scripts.content.kept import Kept
from build_scripts.content.links import target
from build_scripts.content.search import SearchWords
from build_scripts.pages.generated import GeneratedAsset
from build_scripts.search.entries import SearchEntry, address, search_entries, tokens

INDEX_ADDRESS = "search-index.js"
EXTRACT = 100
"""Characters of an extract at most."""


def build_search(content: Content) -> GeneratedAsset:
    """Return the index as a classic script, which also works where pages are opened from a disk.

    What is alike stands together, so that it packs well. Words of a text that neither its title nor its extract shows
    are listed once each, with the places that hold them as steps from one to the next: a place is not read again in
    the browser to learn its words.
    """
    words = content.one(SearchWords)
    index = {
        **_columns(content, list(_answering(content, search_entries(content), words))),
        "same": [list(group.words) for group in words.synonyms],
        "leads": [[list(entry.words), list(entry.finds)] for entry in words.one_way_synonyms],
        "common": list(words.common),
        "misspelt": dict(words.misspelt),
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return GeneratedAsset(INDEX_ADDRESS, f"window.searchIndex={text};\n")


def _columns(content: Content, found: Sequence[SearchEntry]) -> dict[str, object]:
    pages = list(dict.fromkeys(place.page for place in found))
    kinds = list(dict.fromkeys(place.kind for place in found))
    rest = _rest(found)
    more = Counter(number for held in rest.values() for number in held)
    return {
        "pages": [f"{page}.html" for page in pages],
        "kinds": [[kind, content.label(f"search-kind-{kind}")] for kind in kinds],
        "page": [pages.index(place.page) for place in found],
        "anchor": [place.anchor for place in found],
        "kind": [kinds.index(place.kind) for place in found],
        "title": [place.title for place in found],
        "names": ["|".join(place.names) for place in found],
        "extract": [_extract(place.text) for place in found],
        "phone": [place.phone for place in found],
        "more": [more[number] for number in range(len(found))],
        "words": " ".join(rest),
        "steps": " ".join(",".join(map(str, steps_between(held))) for held in rest.values()),
    }


def _rest(found: Sequence[SearchEntry]) -> dict[str, list[int]]:
    """Return words that title and extract do not show, those of most places first, and the places that hold each."""
    held: dict[str, list[int]] = {}
    for number, place in enumerate(found):
        for word in _more_words(place.title, place.text):
            held.setdefault(word, []).append(number)
    return dict(sorted(held.items(), key=lambda entry: (-len(entry[1]), entry[0])))


@Kept
def _more_words(title: str, text: str) -> tuple[str, ...]:
    """Return the words of a text that neither its title nor its extract shows, in order of the alphabet."""
    return tuple(sorted(set(tokens(text)) - set(tokens(f"{title} {_extract(text)}"))))


def steps_between(numbers: Sequence[int]) -> list[int]:
    """Return rising numbers as steps from one to the next, the first from nought."""
    return [number - before for before, number in pairwise([0, *numbers])]


def _extract(text: str) -> str:
    if len(text) <= EXTRACT:
        return text
    return text[:EXTRACT].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _answering(content: Content, found: Iterable[SearchEntry], words: SearchWords) -> Iterator[SearchEntry]:
    """Add to each place the questions that ``search.yml`` says it answers."""
    asked: dict[str, list[str]] = {}
    for answer in words.answers:
        for reference in answer.to:
            asked.setdefault(address(*(target(content, reference) or ("", ""))), []).extend(answer.when)
    for place in found:
        yield replace(place, names=(*place.names, *asked.get(place.address, ())))
