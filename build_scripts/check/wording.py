"""The site keeps to its preferred words, to natural English, and to pages without doubts where people act."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.file_records import CONTENT_FOLDER
from build_scripts.content.kept import Kept
from build_scripts.content.links import ranges_of_references
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Location, Problem
from build_scripts.content.route import Doubt, Idiom, PreferredWord, Wording

OWN_FILES = tuple(f"{CONTENT_FOLDER}/{name}.yml" for name in ("preferred-words", "phrasing", "corrections"))
"""Files that name what others say; everything in them is a quotation."""
ACTED_ON = tuple(
    f"{CONTENT_FOLDER}/{name}"
    for name in (
        *("behaviours/", "examples/", "faq/", "forms/", "guidance/", "help/", "questions/", "scenarios/", "sessions/"),
        *("rehearsals.yml", "route.yml", "session-parts.yml", "site.yml"),
    )
)
"""What people act on; registers say how sure they are of what."""
TARGET = re.compile(r"\]\([^)\n]*\)")
"""A link's target is not text."""
QUOTED = re.compile(rf'"[^"\n]{{1,80}}"|“[^”\n]{{1,80}}”|«[^»\n]{{1,80}}»|{TARGET.pattern}')
"""A word in double quotation marks, straight or curly, is marked as somebody else's."""


@dataclass(frozen=True)
class _Rule:
    """One entry, ready to be looked for."""

    entry: Wording
    left_out: re.Pattern[str]
    """What it is not looked for in."""
    files: tuple[str, ...]
    """How the paths of the files begin that it is looked for in."""

    @property
    def phrases(self) -> str:
        """What the text of a file holds before the pattern is worth a look: any of these, with tabs between."""
        return "\t".join(" ".join(phrase.lower().split()) for phrase in self.entry.instead_of)


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem at each place where the words are not ours."""
    rules = list(_rules(loaded.content))
    phrases = "\n".join(rule.phrases for rule in rules)
    allowed = cache(partial(ranges_of_references, loaded.content))
    for path, proses in groupby(loaded.written.proses, lambda prose: prose.location.path):
        found = () if path in OWN_FILES else tuple(proses)
        for at in _worth_a_look(tuple(prose.text for prose in found), phrases):
            if path.startswith(rules[at].files):
                where = allowed(rules[at].entry.allowed_in)
                here = (prose for prose in found if not _is_allowed(prose.location, where))
                yield from (problem for prose in here for problem in _uses(prose, rules[at]))


@Kept
def _worth_a_look(texts: tuple[str, ...], phrases: str) -> tuple[int, ...]:
    """Return the numbers of the rules of which a phrase stands in a file: patterns are a hundred times slower.

    Args:
        texts: the proses of the file.
        phrases: a line of them for each rule, with tabs between; as one text they are compared in no time.
    """
    text = " ".join(" ".join(texts).lower().split())
    rules = enumerate(phrases.split("\n") if phrases else ())
    return tuple(at for at, each in rules if any(phrase in text for phrase in each.split("\t")))


def _rules(content: Content) -> Iterator[_Rule]:
    kinds: tuple[tuple[type[Wording], re.Pattern[str], tuple[str, ...]], ...] = (
        (PreferredWord, QUOTED, ("",)),
        (Idiom, TARGET, ("",)),
        (Doubt, TARGET, ACTED_ON),
    )
    for kind, left_out, files in kinds:
        yield from (_Rule(entry, left_out, files) for entry in content.all(kind))


@cache
def _pattern(instead_of: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted(instead_of, key=len, reverse=True))
    return re.compile(rf"(?<![\w:/#-])(?:{words})(?:s|es|'s)?(?![\w-])", re.IGNORECASE)


def _is_allowed(where: Location, allowed: dict[str, list[range]]) -> bool:
    ranges = allowed.get(where.path, [])
    before = bisect_right(ranges, where.line, key=lambda lines: lines.start)
    return before > 0 and where.line in ranges[before - 1]


def _uses(prose: Prose, rule: _Rule) -> Iterator[Problem]:
    text = rule.left_out.sub(lambda found: " " * len(found[0]), prose.text)
    message, remedy = MESSAGES[type(rule.entry)](rule.entry)
    for found in _pattern(rule.entry.instead_of).finditer(text):
        yield Problem(prose.place_of(found.start()), f"'{found[0]}' {message}", remedy)


MESSAGES: dict[type[Wording], Callable[[Wording], tuple[str, str]]] = {
    PreferredWord: lambda entry: (
        "is not a word we use",
        f"say '{entry.say[0]}', or put it in quotation marks where you explain the word",
    ),
    Idiom: lambda entry: ("is not how a colleague would say it", f"say '{entry.say[0]}', or put it another way"),
    Doubt: lambda _: (
        "is a doubt where people act",
        "say what is known, and put the doubt under 'unknown' in the record of the register",
    ),
}
"""What an editor is told."""
