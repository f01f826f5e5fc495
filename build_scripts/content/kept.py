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


def _nothing(_name: str) -> None:
    """Be what an earlier run has written down where there was none."""


class Kept(Generic[P, R]):
    """A function that returns what it returned before to the same arguments; nobody changes what it returns.

    It is for functions of their arguments and of the code alone. A command may have its results written down, to begin
    the next run with them.
    """

    every: ClassVar[list[Kept[..., Any]]] = []
    """All such functions of the modules that are loaded."""
    written: ClassVar[Callable[[str], bytes | None]] = staticmethod(_nothing)
    """Gives what an earlier run has written down for a function, by its name."""

    def __init__(self, function: Callable[P, R]) -> None:
        self.function = function
        self.asked: dict[Hashable, R] = {}
        """Results that were asked for since the run began."""
        self.before: dict[Hashable, R] = {}
        """Results of earlier runs that nobody has asked for yet."""
        self.read = False
        """Whether what an earlier run has written down was read."""
        self.made = 0
        """How many results were made since the run began."""
        update_wrapper(self, function)
        self.every.append(self)

    def __call__(self, *arguments: P.args, **named: P.kwargs) -> R:
        """Return what the function returns."""
        given = (*arguments, *named.items())
        if given not in self.asked:
            try:
                self.asked[given] = self.earlier().pop(given)
            except KeyError:
                self.asked[given] = self.function(*arguments, **named)
                self.made += 1
        return self.asked[given]

    def known(self, given: Hashable) -> R | None:
        """Return what is kept for arguments, from this run or the one before, or None."""
        return self.asked.get(given) or self.earlier().pop(given, None)

    def earlier(self) -> dict[Hashable, R]:
        """Return the results of earlier runs that nobody has asked for yet; they are read when first needed."""
        if not self.read:
            self.read, written = True, Kept.written(self.name)
            self.before = (pickle.loads(written) if written else {}) | self.before
        return self.before

    @property
    def name(self) -> str:
        """What tells the function from all others."""
        return f"{self.function.__module__}.{self.function.__qualname__}"


def begin(read: Callable[[str], bytes | None] | None = None) -> None:
    """Begin a run, and forget what the run before did not ask for.

    Args:
        read: gives what ``end`` returned for a function in an earlier run of the same code, where there was one; it is
            trusted like code.
    """
    Kept.written = read or _nothing
    for function in Kept.every:
        function.before, function.asked, function.made = function.asked, {}, 0
        function.read = read is None


def end(whole: bool = True) -> dict[str, bytes]:
    """Return the results to be written down, by the name of their function; of others those written down will do.

    Args:
        whole: whether the run came to its end, so that what it did not ask for is not needed any more.
    """
    new = [function for function in Kept.every if function.made * FEW_ARE_NEW > len(function.asked)]
    return {each.name: pickle.dumps(each.asked if whole else each.earlier() | each.asked) for each in new}
