"""What a skeleton leaves for a person to fill in, and nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

from build_scripts.content.fields import Prose
from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.yaml_reader import Mapping, Scalar, Sequence

FILL_IN = "FILL IN"
"""What stands in a skeleton where only a person knows what to write."""
UNFILLED = "is still to be filled in"
"""How the message ends."""
HEAD = re.compile(r"( *)(#?)([a-z][a-z0-9_]*):(?: *| [|>]-?)")
"""The first line of a key whose value stands below it; in a skeleton all of its lines may be comments."""


def unfilled(data: Any, key: str = "") -> Iterator[Problem]:
    """Yield a problem for each place of a file that still waits for somebody's words.

    Args:
        data: what was read of the file, or a part of it.
        key: the key that it stands under.
    """
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from unfilled(value, name)
    elif isinstance(data, Sequence):
        for item in data:
            yield from unfilled(item, key)
    elif isinstance(data, Scalar):
        what = "the text of the page" if key == "body" else f"'{key}'"
        for found in re.finditer(rf"\b{FILL_IN}\b", data):
            prose = Prose(data, data.text_location, data.exact, joints=data.joints)
            yield Problem(prose.place_of(found.start()), f"{what} {UNFILLED}", f"put your words in place of {FILL_IN}")


def without_what_follows(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems but those that a place has only because nobody has filled it in."""
    told = list(problems)
    waiting = [problem for problem in told if problem.message.endswith(UNFILLED)]
    lines = {(problem.location.path, problem.location.line) for problem in waiting}
    others = (problem for problem in told if (problem.location.path, problem.location.line) not in lines)
    return [*waiting, *others]


def with_halves(path: str, text: str, problems: list[Problem]) -> list[Problem]:
    """Return the problems, with one in the place of all those of a key of which some lines are comments still.

    Args:
        path: the file's path, for places.
        text: what stands in it, which may have begun as a skeleton.
        problems: what is wrong with it.
    """
    halves = reversed([*_halves(path, text)]) if problems else ()
    told = {line: half for lines, half in halves for line in lines}  # of keys within each other the outermost counts
    waits = (each if each.message.endswith(UNFILLED) else told.get(each.location.line, each) for each in problems)
    return [*dict.fromkeys(waits)]


def _halves(path: str, text: str) -> Iterator[tuple[range, Problem]]:
    """Yield the lines of each key that somebody has begun to use, and what is told of it."""
    lines = text.split("\n")
    for at, head in enumerate(map(HEAD.fullmatch, lines)):
        if not head:
            continue
        is_comment = [bool(head[2]), *_part(lines, at + 1, head[1])]
        if all(is_comment) or not any(is_comment[:2]):
            continue
        waiting = [at + row for row, each in enumerate(is_comment, 1) if each]
        used = at + is_comment.index(False)
        where = Location(path, used + 1, len(lines[used]) - len(lines[used].lstrip(" ")) + 1)
        message = f"not all of '{head[3]}' is in use: what belongs to it still begins with '#'"
        remedy = f"take away the first '#' of {numbered(waiting[0], waiting[-1])}"
        yield range(at + 1, at + len(is_comment) + 1), Problem(where, message, remedy)


def _part(lines: list[str], first: int, indent: str) -> Iterator[bool]:
    """Yield of each line that belongs to the key above the first one whether it is a comment."""
    begins = (f"{indent}#  ", f"{indent}  ")
    for at in takewhile(lambda at: lines[at].startswith(begins), range(first, len(lines))):
        yield lines[at].startswith(begins[0])


def numbered(first: int, last: int) -> str:
    """Return lines in words."""
    return f"line {first}" if first == last else f"lines {first} to {last}"
