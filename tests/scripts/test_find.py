"""The search finds what readers need, with the index of the real content."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.search.entries import tokens
from tests.node import run
from tests.search.query_sets import FIRST, HELD_OUT, TUNED, read

ASK = """
const { readFileSync } = require("node:fs");
globalThis.window = globalThis;
for (const name of ["search-index.js", "find.js"]) {
  (0, eval)(readFileSync(`${process.env.BUILT_SCRIPTS}/${name}`, "utf-8"));
}
const finder = new Finder(searchIndex);
const ask = (text) => finder.find(text).slice(0, 3).map((result) => [result.place.address]);
const lengths = () => finder.terms.lengths.slice(0, 3).map((field) => Array.from(field));
"""


@pytest.fixture(scope="module")
def told(built_scripts: Path) -> Any:
    """What the finder answers to the queries of each set, and what it has read of its index."""
    asked = json.dumps({path.name: [query.ask for query in read(path)] for path in (TUNED, HELD_OUT, FIRST)})
    answers = f"Object.fromEntries(Object.entries({asked}).map(([name, asked]) => [name, asked.map(ask)]))"
    script = f"{ASK}console.log(JSON.stringify({{ answers: {answers}, index: searchIndex, lengths: lengths() }}));"
    ran = run("-", given=script, BUILT_SCRIPTS=str(built_scripts))
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.mark.parametrize(("path", "least"), [(TUNED, 0.99), (HELD_OUT, 0.95)], ids=["tuned", "held out"])
def test_queries_are_answered(told: Any, path: Path, least: float) -> None:
    """A right place is among the first three results, however the need is put."""
    queries = read(path)
    found = zip(queries, told["answers"][path.name], strict=True)
    missed = [query for query, results in found if not query.met_by(results)]
    listed = "\n".join(f"{query.ask}: wanted {', '.join(query.want)}" for query in missed)
    assert len(missed) <= (1 - least) * len(queries), f"{len(missed)} of {len(queries)} missed\n{listed}"


def test_most_first_results_are_right(told: Any) -> None:
    """Of queries that nothing was tuned to, four in five are answered by what Enter opens."""
    queries = read(HELD_OUT)
    found = zip(queries, told["answers"][HELD_OUT.name], strict=True)
    assert sum(query.met_by(results[:1]) for query, results in found) >= 0.8 * len(queries)


def test_the_first_result_is_the_right_one(told: Any) -> None:
    """Who types one word in a hurry opens the first result: it answers, and is no page that only holds the word."""
    found = zip(read(FIRST), told["answers"][FIRST.name], strict=True)
    assert [(query.ask, results[:1]) for query, results in found if not query.met_by(results[:1])] == []


def test_no_result_hurts_whoever_asked(told: Any) -> None:
    """A frightened young person is not taken for the one who did it, nor shown what staff do about them."""
    found = zip(read(FIRST), told["answers"][FIRST.name], strict=True)
    assert [(query.ask, results) for query, results in found if query.hurt_by(results)] == []


def test_words_are_cut_alike_when_building_and_when_searching(told: Any) -> None:
    """The index and the finder agree on what a word is, for every title, name and extract."""
    index = told["index"]
    names = [text.replace("|", " ") for text in index["names"]]
    wanted = [[len(set(tokens(text))) for text in field] for field in (index["title"], names, index["extract"])]
    assert told["lengths"] == wanted
    assert [word for word in index["words"].split(" ") if tokens(word) != [word]] == []
