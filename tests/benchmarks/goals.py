"""What the project wants of its speed, and whether it is so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmarks.generators import MATERIAL, OURS
from tests.benchmarks.results import Results, ratio, sized


@dataclass(frozen=True)
class Goal:
    """What the project wants of its speed."""

    text: str
    most: float
    found: Callable[[Results], float | None]
    """Tells from the results how many times plain Material ours takes, or what else the goal names."""


def _beside(measure: str, base: str) -> Callable[[Results], float | None]:
    return lambda results: ratio(results.cpu(measure, OURS), results.cpu(base, MATERIAL))


def _a_page(results: Results, times: int, measure: str, value: Callable[[str, str], float | None]) -> float | None:
    """Return how a value a page grows from the size of today to another."""
    if times not in results.pages:
        return None
    grown = ratio(value(sized(measure, times), OURS), results.pages[times])
    return ratio(grown, ratio(value(measure, OURS), results.pages[1]))


def _once(results: Results) -> float | None:
    return ratio(results.cpu("first", OURS), results.cpu("documents", OURS))


def _further(results: Results) -> float | None:
    return ratio(results.further(50, OURS, "pages"), results.further(50, MATERIAL)) if 50 in results.pages else None


GOALS = (
    Goal("`check`", 0.4, _beside("check", "again")),
    Goal("`site`, nothing changed", 0.2, _beside("again", "again")),
    Goal("`site`, one word in one question, pages", 0.7, _beside("word-pages", "word")),
    Goal("first `site` with all documents", 6, _beside("first", "first")),
    Goal("first `site`, beside drawing and making each document once", 1.15, _once),
    Goal("preview: word saved to page served", 0.5, _beside("save", "save")),
    Goal("10 times the content, first `site`", 6, _beside("first 10x", "first 10x")),
    Goal("10 times the content, first `site`, pages alone", 6, _beside("pages 10x", "first 10x")),
    Goal("10 times, CPU a page beside today's", 1.1, lambda found: _a_page(found, 10, "first", found.cpu)),
    Goal("10 times, CPU a page beside today's, pages alone", 1.1, lambda found: _a_page(found, 10, "pages", found.cpu)),
    Goal("50 times the content, CPU for each further page, pages alone", 0.15, _further),
    Goal(
        "50 times, memory a page beside today's, pages alone",
        1,
        lambda found: _a_page(found, 50, "pages", found.memory),
    ),
)


def goals(results: Results) -> list[str]:
    """Return the lines of the table of goals, as Markdown."""
    lines = ["| goal | at most | found | met or missed |", "| --- | --- | --- | --- |"]
    for goal in GOALS:
        found = goal.found(results)
        verdict = "not measured" if found is None else "met" if found <= goal.most else "missed"
        shown = "–" if found is None else f"{found:.2f}x"
        lines.append(f"| {goal.text} | {goal.most}x | {shown} | {verdict} |")
    return lines


def all_met(results: Results) -> bool:
    """Tell whether every goal that was measured is met."""
    found = [(goal.found(results), goal.most) for goal in GOALS]
    return all(value is None or value <= most for value, most in found)
