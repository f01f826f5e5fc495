"""What a skeleton leaves for a person to fill in, and nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from build_scripts.content.fields import Prose
from build_scripts.content.problems import Problem
from build_scripts.content.reader.yaml_reader import Mapping, Scalar, Sequence

FILL_IN = "FILL IN"
"""What stands in a skeleton where only a person knows what to write."""
UNFILLED = "is still to be filled in"
"""How the message ends."""


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
