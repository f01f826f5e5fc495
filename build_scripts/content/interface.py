"""The words of the interface: what buttons, headings and messages say, each with an id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from markupsafe import Markup, escape

from build_scripts.content.fields import Id, Line, Record, Text, YesNo
from build_scripts.content.problems import ContentError, Problem

VALUE = re.compile(r"\{([a-z_]+)\}")
"""A place in a label where a value is put in."""
COUNT = "count"
"""The value that decides between the words for one and for several."""


class Label(Record):
    """A word, sentence or message of the interface."""

    id: Id
    """The name by which templates and scripts ask for it; no other label of any file has it."""
    text: Line
    """What readers see, in plain words; {count} and the like are places for values."""
    one: Line | None = None
    """What readers see in place of 'text' when {count} is 1."""
    screen_only: YesNo = False
    """Whether no paper ever prints it, so that it may have letters that the typeface of paper lacks."""
    about: Text | None = None
    """Where it stands and what its values are, for whoever rewords or translates it."""

    @cached_property
    def values(self) -> frozenset[str]:
        """The names of the places for values."""
        return frozenset(name for line in (self.text, self.one) if line for name in VALUE.findall(line.text))

    def fill(self, values: dict[str, object]) -> str:
        """Return the words with values in their places; where a value is HTML, so is the whole.

        Raises:
            ContentError: when a value is missing, or has no place in the label, as after a slip in a name.
        """
        if values.keys() != self.values and values.keys() - {COUNT} != self.values:
            raise ContentError(self._wrong_values({*values}))
        line = self.one if self.one and values.get(COUNT) in (1, "1") else self.text
        if any(isinstance(value, Markup) for value in values.values()):
            return escape(line.text).format_map(values)
        return line.text.format_map(values)

    def _wrong_values(self, given: set[str]) -> Iterator[Problem]:
        """Yield what is wrong with the places for values, at the words that an editor changes."""
        lost = [f"{{{name}}}" for name in sorted(given - self.values - {COUNT})]
        for name in sorted(self.values - given):
            remedy = f"write {lost[0]} in its place" if lost else "take it out"
            yield Problem(self.text.location, f"nothing gives '{self.id}' a value for {{{name}}}", remedy)
        for name in lost if not self.values - given else ():
            message = f"the words of '{self.id}' have no place for {name}"
            yield Problem(self.text.location, message, f"write {name} where this value belongs")
