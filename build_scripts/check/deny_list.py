"""Nothing on the deny-list stands anywhere in what editors write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.content.file_records import CONTENT_FOLDER
from build_scripts.content.kept import Kept
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Location, Problem
from build_scripts.content.registers import Denied

OWN_FILE = f"{CONTENT_FOLDER}/deny.yml"
BETWEEN_DIGITS = re.compile(r"[\s().\u00a0+-]+")


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem at each place where a denied string is written."""
    rules = loaded.content.all(Denied)
    strings = tuple(rule.pattern for rule in rules)
    for path, text in loaded.texts.items():
        met = [(rules[at], pattern_of(strings[at])) for at in _worth_a_look(text, strings) if path != OWN_FILE]
        for first_line, part in _parts(path, text) if met else ():
            yield from _part(met, part, path, first_line)


def pattern_of(text: str) -> re.Pattern[str]:
    """Return a pattern that finds a denied string; digits are found however they are spaced."""
    if re.fullmatch(r"[\d +()-]+", text):
        digits = re.sub(r"\D", "", text)
        return re.compile(r"(?<!\d)" + r"[\s().\u00a0-]*".join(digits) + r"(?!\d)")
    return re.compile(re.escape(text), re.IGNORECASE)


@Kept
def _worth_a_look(text: str, strings: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of the strings that a text may hold; only for these is a pattern worth its time."""
    bare = _bare(text)
    return tuple(at for at, string in enumerate(strings) if _bare(string) in bare)


def _bare(text: str) -> str:
    """Return a text without what may stand between digits."""
    return BETWEEN_DIGITS.sub("", text.lower())


def _parts(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the records of a register and the paragraphs of a page, each with its first line."""
    ends = r"\n(?=\s*- id:)" if path.endswith(".yml") else r"\n(?=\s*\n)"
    line = 1
    for part in re.split(ends, text):
        yield line, part
        line += part.count("\n") + 1


def _part(rules: list[tuple[Denied, re.Pattern[str]]], part: str, path: str, first_line: int) -> Iterator[Problem]:
    for rule, pattern in rules:
        if rule.near and not pattern_of(rule.near).search(part):
            continue
        for found in pattern.finditer(part):
            where = Location(path, first_line).after(part[: found.start()])
            yield Problem(where, f"'{found[0]}' must never be printed", rule.why)
