"""What functions make of the content, worked out once and kept with all that they looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from build_scripts.content.content import Content, Look
from build_scripts.content.fields import Record
from build_scripts.content.kept import Kept

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class WorkedOut(Generic[R]):
    """What a function returned, and each thing it looked at with the state that this had then."""

    result: R
    looks: tuple[tuple[Look, object], ...]

    def holds_for(self, content: Content) -> bool:
        """Tell whether the function would see the same now, and so return the same."""
        return all(content.state(look) == state for look, state in self.looks)


class OfContent(Generic[P, R]):
    """A function of content and of a few records or words, worked out once for each content.

    Who asks for its result looked at all that the function looked at.
    """

    def __init__(self, function: Callable[Concatenate[Content, P], R]) -> None:
        self.function = function
        update_wrapper(self, function)

    def __call__(self, content: Content, *arguments: P.args, **named: P.kwargs) -> R:
        """Return what the function returns."""
        assert not named, "what it is asked for has one order"
        given = (self, *(id(each) if isinstance(each, Record) else each for each in arguments))
        if given not in content.worked_out:
            worked_out = self._worked_out(content, *arguments, **named)
            content.worked_out[given] = (worked_out, arguments)  # while these are held, nothing else has their ids
        found: WorkedOut[R] = content.worked_out[given][0]
        content.note(*(look for look, _ in found.looks))
        return found.result

    def _worked_out(self, content: Content, *arguments: P.args, **named: P.kwargs) -> WorkedOut[R]:
        with content.noting() as looks:
            content.note(*(("file", each.location.path) for each in arguments if isinstance(each, Record)))
            result = self.function(content, *arguments, **named)
        return WorkedOut(result, tuple((look, content.state(look)) for look in looks))


class KeptOfContent(OfContent[P, R]):
    """Such a function whose results the next command begins with: made again when it would see something else.

    Nobody has to say what it looks at, since the content notes that. Its result holds nothing that asks the content.
    """

    def __init__(self, function: Callable[Concatenate[Content, P], R]) -> None:
        super().__init__(function)
        kept: Callable[..., Any] = function
        self.kept: Kept[..., WorkedOut[R]] = Kept(kept)
        """Its results; each is looked at before it is given."""

    def _worked_out(self, content: Content, *arguments: P.args, **named: P.kwargs) -> WorkedOut[R]:
        if any(isinstance(each, Record) and not content.has(each) for each in arguments):
            return super()._worked_out(content, *arguments, **named)
        given = tuple((type(each), each.location) if isinstance(each, Record) else each for each in arguments)
        found = self.kept.known(given)
        if found is None or not found.holds_for(content):
            found = super()._worked_out(content, *arguments, **named)
            self.kept.made += 1
        self.kept.asked[given] = found
        return found
