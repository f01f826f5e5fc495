"""What the benchmark of speed has measured, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks.measured import Run


@dataclass
class Results:
    """All runs of one benchmark, by measure and generator."""

    runs: dict[tuple[str, str], list[Run]] = field(default_factory=dict)
    pages: dict[int, int] = field(default_factory=dict)
    """How many pages there are with so many times the content."""
    documents: int = 0
    """How many files to download there are."""
    remade: list[int] = field(default_factory=list)
    """How many of them one changed word made anew, in each round."""
    changed: set[str] = field(default_factory=set)
    """The addresses of those whose bytes changed with the word."""
    changed_pages: list[int] = field(default_factory=list)
    """How many pages the word changed, in each round."""

    def add(self, measure: str, name: str, run: Run) -> None:
        """Keep what a run took."""
        self.runs.setdefault((measure, name), []).append(run)

    def cpu(self, measure: str, name: str) -> float | None:
        """Return the median of the CPU seconds, or None when it was not measured."""
        runs = self.runs.get((measure, name))
        return median(run.cpu for run in runs) if runs else None

    def seconds(self, measure: str, name: str) -> float | None:
        """Return the median of the seconds from begin to end, or None when it was not measured."""
        runs = self.runs.get((measure, name))
        return median(run.seconds for run in runs) if runs else None

    def memory(self, measure: str, name: str) -> float | None:
        """Return the median of the megabytes of the largest process, or None when it was not measured."""
        runs = self.runs.get((measure, name))
        return median(run.memory for run in runs) / 1e6 if runs else None

    def further(self, times: int, name: str, measure: str = "first") -> float | None:
        """Return the CPU milliseconds of each page more than at the next smaller size, or None."""
        before = max((size for size in self.pages if size < times), default=times)
        small, large = self.cpu(sized(measure, before), name), self.cpu(sized(measure, times), name)
        if small is None or large is None or before == times:
            return None
        return 1000 * (large - small) / (self.pages[times] - self.pages[before])


def sized(measure: str, times: int) -> str:
    """Return the name of a measure at so many times the content."""
    return measure if times == 1 else f"{measure} {times}x"


def ratio(value: float | None, base: float | None) -> float | None:
    """Return how many times the base a value is, or None when one is not there."""
    return None if value is None or not base else value / base
