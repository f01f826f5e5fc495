"""The site keeps to its own preferred words, outside marked quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, partial
from itertools import groupby

from build_scripts.content.fields import Prose
from build_scripts.content.file_records import CONTENT_FOLDER
from build_scripts.content.kept import Kept
from build_scripts.content.links import ranges_of_references
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Location, Problem
from build_scripts.content.route import PreferredWord

OWN_FILES = (f"{CONTENT_FOLDER}/preferred-words.yml", f"{CONTENT_FOLDER}/corrections.yml")
"""Files that name what others say; everything in them is a quotation."""
QUOTED = re.compile(r'"[^"\n]{1,80}"|«[^»\n]{1,80}»|\]\([^)\n]*\)')
"""A word in double quotation marks is marked as somebody else's; a link's target is not text."""


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem at each place where a word stands that the site does not use."""
    rules = [(entry, _pattern(entry)) for entry in loaded.content.all(PreferredWord)]
    phrases = tuple(_phrases(entry) for entry, _ in rules)
    allowed = cache(partial(ranges_of_references, loaded.content))
    for path, proses in groupby(loaded.written.proses, lambda prose: prose.location.path):
        found = () if path in OWN_FILES else tuple(proses)
        for at in _worth_a_look(tuple(prose.text for prose in found), phrases):
            entry, pattern = rules[at]
            here = (prose for prose in found if not _is_allowed(prose.location, allowed(entry.allowed_in)))
            yield from (problem for prose in here for problem in _uses(prose, entry, pattern))


@Kept
def _worth_a_look(texts: tuple[str, ...], phrases: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """Return the numbers of the rules of which a phrase stands in a file: patterns are a hundred times slower.

    Args:
        texts: the proses of the file.
        phrases: what ``_phrases`` returns of each rule.
    """
    text = " ".join(" ".join(texts).lower().split())
    return tuple(at for at, each in enumerate(phrases) if any(phrase in text for phrase in each))


def _phrases(entry: PreferredWord) -> tuple[str, ...]:
    return tuple(" ".join(phrase.lower().split()) for phrase in entry.instead_of)


def _pattern(entry: PreferredWord) -> re.Pattern[str]:
    words = "|".join(
        r"\s+".join(map(re.escape, word.split())) for word in sorted(entry.instead_of, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w:/#-])(?:{words})(?:s|es|'s)?(?![\w-])", re.IGNORECASE)


def _is_allowed(where: Location, allowed: dict[str, list[range]]) -> bool:
    ranges = allowed.get(where.path, [])
    before = bisect_right(ranges, where.line, key=lambda lines: lines.start)
    return before > 0 and where.line in ranges[before - 1]


def _uses(prose: Prose, entry: PreferredWord, pattern: re.Pattern[str]) -> Iterator[Problem]:
    text = QUOTED.sub(lambda found: " " * len(found[0]), prose.text)
    for found in pattern.finditer(text):
        remedy = f"say '{entry.say[0]}', or put it in quotation marks where you explain the word"
        yield Problem(prose.place_of(found.start()), f"'{found[0]}' is not a word we use", remedy)
