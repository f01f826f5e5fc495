"""The table of speed, and the page for maintainers that keeps it."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.generators import MATERIAL, NAMES
from tests.benchmarks.goals import goals
from tests.benchmarks.results import Results, ratio, sized

PACKAGES = ("mkdocs", "mkdocs-material", "zensical", "hugo", "sphinx", "furo", "myst-parser", "markdownify")
ROWS = {
    "first": ("first build, ours with all documents", "first"),
    "pages": ("first build, pages alone", "first"),
    "documents": ("each document drawn and made once, one after the other", "first"),
    "again": ("build again, nothing changed", "again"),
    "word": ("one word changed in one question", "word"),
    "word-pages": ("one word changed, its documents kept", "word"),
    "check": ("`check`, nothing changed", "again"),
    "check-word": ("`check`, one word changed", "word"),
    "serve": ("preview: start to first page", "serve"),
    "save": ("preview: word saved to page served", "save"),
}
"""The measures at the size of today: what each is called, and the measure of Material that it is set beside."""


def table(results: Results) -> list[str]:
    """Return the lines of the one table, as Markdown."""
    lines = [_line("measure", NAMES), _line("---", ["---"] * len(NAMES))]
    for measure, (label, base) in ROWS.items():
        lines.append(_row(label, results.cpu, measure, base, " s"))
    lines.append(_row("the same by the clock", results.seconds, "save", "save", " s"))
    for times, pages in sorted(results.pages.items()):
        first, size = sized("first", times), f"{times} times the content, {pages} pages: " if times > 1 else ""
        if times > 1:
            lines.append(_row(f"{size}first build, ours with all documents", results.cpu, first, first, " s"))
            alone = sized("pages", times)
            lines.append(_row(f"{size}first build, pages alone", results.cpu, alone, first, " s"))
            lines.append(_further_row(f"{size}each further page", results, times, "first"))
            lines.append(_further_row(f"{size}each further page, pages alone", results, times, "pages"))
        lines.append(_row(f"{size}first build, memory", results.memory, first, first, " MB"))
        lines.append(_row(f"{size}the same, pages alone", results.memory, sized("pages", times), first, " MB"))
    return lines


def _line(label: str, cells: Sequence[str]) -> str:
    return f"| {' | '.join([label, *cells])} |"


def _row(label: str, value: Callable[[str, str], float | None], measure: str, base: str, unit: str) -> str:
    beside = value(base, MATERIAL)
    return _line(label, [_cell(value(measure, name), beside, unit) for name in NAMES])


def _further_row(label: str, results: Results, times: int, measure: str) -> str:
    beside = results.further(times, MATERIAL)
    return _line(label, [_cell(results.further(times, name, measure), beside, " ms") for name in NAMES])


def _cell(value: float | None, base: float | None, unit: str) -> str:
    times = ratio(value, base)
    if value is None:
        return "–"
    shown = f"{value:,.0f}{unit}" if value >= 100 else f"{value:.1f}{unit}"
    return shown if times is None else f"{shown}, {times:.2f}x"


def after_a_word(results: Results) -> str:
    """Return what one changed word changed of our site, in words."""
    pages, made = max(results.changed_pages, default=0), max(results.remade, default=0)
    names = ", ".join(f"`{name}`" for name in sorted(results.changed)) or "none"
    return (
        f"One changed word changed {pages} of our {results.pages[1]} pages, "
        f"and made {made} of {results.documents} documents anew: {names}."
    )


def machine() -> str:
    """Return what kind of machine this is, in one line."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} cores ({name}), {memory:.0f} GB of memory, Python {platform.python_version()}"


def page(results: Results, today: date, times: int, grown_times: int) -> str:
    """Return the page for maintainers.

    Args:
        results: what was found.
        today: the day.
        times: how many rounds there were at the size of today.
        grown_times: how many there were at each larger size.
    """
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return PAGE.format(
        day=f"{today.day} {today:%B %Y}",
        machine=machine(),
        versions=versions,
        times=times,
        grown_times=grown_times,
        pages=results.pages[1],
        after_a_word=after_a_word(results),
        table="\n".join(table(results)),
        goals="\n".join(goals(results)),
    )


PAGE = """\
---
title: Figures of speed
summary: How long checking, building and previewing take, beside other generators, and which goals are met.
searchable: false
---

`python3 run.py bench speed` measures all this and writes this page. Do not change it by hand.

- Day: {day}
- Machine: {machine}
- Versions: {versions}
- Rounds: {times} with today's {pages} pages, {grown_times} with each larger size. A figure is the median of its rounds.

## The table

Seconds are those of all processors, in a command and in all that it starts. «x» says how many times plain Material
that is, in the same run. `check` and ours without documents stand beside Material's build in the same state. Memory is
that of the largest process. In each round the generators take turns.

{table}

{after_a_word}

## What is compared

Each of the others gets the articles of our pages as Markdown with front matter, and our menu. Hugo comes without a
theme, so it gets a small frame with the menu and no search. Sphinx has the theme Furo and reads Markdown with MyST.
Sphinx and Zensical keep what they have read; Hugo and Material begin anew each time. Two are left out at larger sizes:
with ten times the content Sphinx had not come to its end after seven minutes, and Zensical refuses it, since its search
takes no page as long as the glossary then is.

«Pages alone» has short stand-ins for all documents: with ten times the content the handbook has some 2,000 sides, and
to lay them out takes most of the time. With fifty times the content ours has stand-ins alone, and the glossary is
eighteen times as long: one file may be no larger.

Only ours makes documents, learning packages and compressed copies. Only ours puts in a school's own details and checks
the content.

## The goals

How many times plain Material ours may take, unless the goal names something else:

{goals}

## Measure again

Nothing else should run meanwhile. The second command takes one round with today's content alone.

```sh
python3 run.py bench speed
python3 run.py bench speed --times 1 --sizes
```
"""
