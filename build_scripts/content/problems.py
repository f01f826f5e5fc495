"""What is wrong with the content, where, and what to do about it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file of the project."""

    path: str
    """Path from the project folder, ``/``-separated on every system."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in characters, counted from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def after(self, text: str) -> Location:
        """Return the place that follows a text which begins here."""
        lines = text.count("\n")
        column = len(text) - text.rfind("\n") if lines else self.column + len(text)
        return Location(self.path, self.line + lines, column)


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, told so that an editor can mend it without help."""

    location: Location
    message: str
    """What is wrong."""
    remedy: str
    """What to do."""
    severity: Severity = field(default="error", compare=False)
    """A warning is printed and counted; only an error stops the build."""

    def __str__(self) -> str:
        return f"{self.location}: {self.message}; {self.remedy}"

    def as_github(self) -> str:
        """Return the problem as a GitHub Actions annotation."""
        where = self.location
        path, text = _percent(where.path, ":,"), _percent(f"{self.message}; {self.remedy}")
        return f"::{self.severity} file={path},line={where.line},col={where.column}::{text}"

    def told(self, lines: Sequence[str] = ()) -> str:
        """Return the problem as a person reads it, and below it the line itself where there is one.

        Args:
            lines: those of the file.
        """
        text = f"{self} (warning)" if self.severity == "warning" else str(self)
        number = self.location.line
        return f"{text}\n{self.on_its_line(lines[number - 1])}" if number <= len(lines) else text

    def on_its_line(self, line: str) -> str:
        """Return the line that the problem stands on, with its number, and below it a mark under the place.

        Args:
            line: the line of the file; of a long one, what is around the place.
        """
        column = min(self.location.column - 1, len(line))
        begin = max(0, column - BEFORE) if len(line) > WIDTH else 0
        shown = UNPRINTED.sub(" ", line[begin : begin + WIDTH])
        number = str(self.location.line)
        before, after = "…" if begin else "", "…" if len(line) > begin + WIDTH else ""
        mark = " " * (len(before) + column - begin)
        return f"  {number} | {before}{shown}{after}\n  {' ' * len(number)} | {mark}^"


WIDTH, BEFORE = 100, 60
"""So many characters of a line are shown, and so many at most before the place."""
UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What would move the mark, or the whole terminal."""


def _percent(text: str, more: str = "") -> str:
    return re.sub(f"[%\r\n{more}]", lambda sign: f"%{ord(sign[0]):02X}", text)


class ContentError(Exception):
    """The content cannot be built.

    Attributes:
        problems: every problem found, sorted by place, without doubles.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sort_problems(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, line and column, each once."""
    return sorted(set(problems))


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a remedy that names the nearest known word, or ``otherwise`` when none is near."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else otherwise
