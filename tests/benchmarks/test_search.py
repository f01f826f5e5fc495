"""The counting that the benchmark of the search rests on."""

import json
from pathlib import Path
from typing import Any

from build_scripts.content.load import load_all
from build_scripts.search.index import build_search
from tests.benchmarks.search import Times, counted, held
from tests.benchmarks.search_sites import grow_ours, grow_stock
from tests.search.query_sets import Query


def index_of(text: str) -> Any:
    """Return the index within its script."""
    return json.loads(text.removeprefix("window.searchIndex=").removesuffix(";\n"))


def test_a_query_is_met_by_a_place_or_by_a_page() -> None:
    """A wanted place is met by that place alone, a wanted page by any place on it."""
    place, page = Query("a", ("x.html#a",)), Query("b", ("x.html",))
    assert place.met_by([["x.html#a"]]) and not place.met_by([["x.html"], ["x.html#b"]])
    assert page.met_by([["x.html"]]) and page.met_by([["y.html"], ["x.html#b"]]) and not page.met_by([["y.html"]])
    assert place.page_met_by([["x.html#b"]]) and not place.page_met_by([["y.html#a"]])


def test_answers_are_counted_by_the_first_and_by_those_shown() -> None:
    """A right place counts where it stands, and any link of a result counts for it."""
    queries = [Query("a", ("x.html",)), Query("b", ("x.html#b",)), Query("c", ("z.html",))]
    answers = [[["y.html", "x.html"]], [["x.html"], ["x.html#b"]], []]
    found = counted(queries, answers)
    assert (found.asked, found.first, found.shown, found.page, found.missed) == (3, 1, 2, 2, ("c",))


def test_grown_indexes_hold_every_copy(small: Path) -> None:
    """Ten times the content is ten times the places, with addresses of their own and words that are new in part."""
    once = build_search(load_all(small).content).text
    index, large = index_of(once), index_of(grow_ours(once, 10))
    columns = ("page", "anchor", "kind", "title", "names", "extract", "phone", "more")
    assert {len(large[name]) for name in columns} == {10 * len(index["page"])}
    assert len(set(large["pages"])) == 10 * len(index["pages"]) > max(large["page"])
    assert len(large["words"].split(" ")) == len(large["steps"].split(" "))
    assert set(index["words"].split(" ")) < set(large["words"].split(" "))
    assert index_of(grow_ours(once, 1)) == index
    stock = json.dumps({"docs": [{"location": "x.html#a", "title": "Some words", "text": "More words here"}]})
    pages = json.loads(grow_stock(stock, 10))["docs"]
    assert len({page["location"] for page in pages}) == 10


def test_limits_are_those_of_the_better_peer() -> None:
    """Ours may need no more bytes or time than either Material or Pagefind, and the command fails when it does."""
    better, worse = Times(100, [10], [5]), Times(200, [20], [9])
    assert held({"ours": Times(100, [10], [5]), "Material": worse, "pagefind": better})
    assert not held({"ours": Times(101, [10], [5]), "Material": worse, "pagefind": better})
    assert not held({"ours": Times(100, [11], [5]), "Material": better, "pagefind": worse})
    assert not held({"ours": Times(100, [10], [6]), "Material": better, "pagefind": worse})
