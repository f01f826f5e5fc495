"""What the search leads to is there."""

import json
from functools import cache
from pathlib import Path

import pytest

from build_scripts.search.entries import search_entries
from build_scripts.search.index import build_search
from tests.built import Built
from tests.html import ids as ids_of
from tests.real import real_content
from tests.search.query_sets import FIRST, HELD_OUT, TUNED, read


def test_every_place_is_in_the_site(built: Built) -> None:
    """A result never leads to a page or a place on it that is not there."""

    @cache
    def ids(page: str) -> set[str]:
        return set(ids_of(built.site / f"{page}.html"))

    found = search_entries(real_content())
    assert [place.address for place in found if place.anchor and place.anchor not in ids(place.page)] == []
    assert [place.page for place in found if not (built.site / f"{place.page}.html").is_file()] == []


def test_the_index_of_the_site_is_that_of_the_content(built: Built) -> None:
    """Readers search what is on the pages, and all of it."""
    file = built.site / "search-index.js"
    texts = (file.read_text(encoding="utf-8"), build_search(real_content()).text)
    published, wanted = (json.loads(text.partition("=")[2].rstrip(";\n")) for text in texts)
    assert published == wanted


@pytest.mark.parametrize(
    ("path", "least"), [(TUNED, 150), (HELD_OUT, 50), (FIRST, 10)], ids=["tuned", "held out", "first"]
)
def test_right_answers_of_the_query_sets_are_places(path: Path, least: int) -> None:
    """A query whose answer was renamed is seen here, and not taken for a fault of the search."""
    found = search_entries(real_content())
    known = {place.address for place in found} | {f"{place.page}.html" for place in found}
    queries = read(path)
    assert len(queries) >= least
    assert [(query.ask, want) for query in queries for want in query.want if want not in known] == []
    assert [query.ask for query in queries if not query.want] == []
