"""What functions returned that depend on nothing but what they are given, for whoever asks again."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Any, ClassVar, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
FEW_ARE_NEW = 20
"""Results are written down again when at least one of so many is new; the others are made again in no time."""


class Kept(Generic[P, R]):
    """A function that returns what it returned before to the same arguments; nobody changes what it returns.

    It is for functions of their arguments and of the code alone. A command may have its results written down, to begin
    the next run with them.
    """

    every: ClassVar[list[Kept[..., Any]]] = []
    """All such functions."""

    def __init__(self, function: Callable[P, R]) -> None:
        self.function = function
        self.asked: dict[Hashable, R] = {}
        """Results that were asked for since the run began."""
        self.before: dict[Hashable, R] = {}
        """Results of earlier runs that nobody has asked for yet."""
        self.made = 0
        """How many results were made since the run began."""
        update_wrapper(self, function)
        self.every.append(self)

    def __call__(self, *arguments: P.args, **named: P.kwargs) -> R:
        """Return what the function returns."""
        given = (*arguments, *named.items())
        if given not in self.asked:
            try:
                self.asked[given] = self.before.pop(given)
            except KeyError:
                self.asked[given] = self.function(*arguments, **named)
                self.made += 1
        return self.asked[given]


def begin(written: bytes | None) -> None:
    """Begin a run, and forget what the run before did not ask for.

    Args:
        written: what ``end`` returned in an earlier run of the same code, where there was one; it is trusted like code.
    """
    found = pickle.loads(written) if written else {}
    for function in Kept.every:
        function.before = found.get(_name(function), {}) | function.asked
        function.asked, function.made = {}, 0


def end() -> bytes | None:
    """Return the results that this run asked for, to be written down; None when those written down will do."""
    asked = {_name(function): function.asked for function in Kept.every}
    made = sum(function.made for function in Kept.every)
    return pickle.dumps(asked) if made * FEW_ARE_NEW > sum(map(len, asked.values())) else None


def _name(function: Kept[..., Any]) -> str:
    return f"{function.function.__module__}.{function.function.__qualname__}"
