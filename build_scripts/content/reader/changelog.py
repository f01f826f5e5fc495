"""``CHANGELOG.md``: what each release brought its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from build_scripts.content.fields import MONTHS
from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.yaml_reader import Mapping, Scalar, Sequence

RELEASE = re.compile(r"## (?P<version>\d+\.\d+\.\d+), (?P<day>\d{1,2} [A-Z][a-z]+ \d{4})")
READERS = "### Readers"
HEADING = "## 1.2.3, 4 May 2026"
REMEDY = f"write it like '{HEADING}', no letters after 4"


def read_changelog(path: str, text: str) -> tuple[Mapping | None, list[Problem]]:
    """Read the releases of a changelog, the newest first, each with what stands under «Readers».

    Returns:
        A group with the key ``releases`` (None when there is none to work with), and the problems found.
    """
    releases, problems = Sequence(), list[Problem]()
    releases.location = Location(path)
    lines = text.split("\n")
    for at, end in _parts(lines, "## "):
        release, problem = _release(path, lines, at, end)
        problems += [problem] if problem else []
        if release is not None:
            releases.append(release)
    if not releases and not problems:
        problems.append(Problem(Location(path), "no release is named here", f"begin each with a line '{HEADING}'"))
    none = problems and not releases
    return None if none else _group(Location(path), releases=releases), problems


def _release(path: str, lines: list[str], at: int, end: int) -> tuple[Mapping | None, Problem | None]:
    place = Location(path, at + 1)
    found = RELEASE.fullmatch(lines[at].rstrip())
    day = _iso(found["day"]) if found else None
    if found and day is None:
        return None, Problem(place, f"there is no day '{found['day']}'", "check the day and the month")
    if not found or day is None:
        return None, Problem(place, "this heading names no version and day", REMEDY)
    start = next((line for line in range(at, end) if lines[line].rstrip() == READERS), None)
    if start is None:
        return None, Problem(place, "this release says nothing to readers", f"add a part '{READERS}'")
    stop = next((line for line in range(start + 1, end) if lines[line].startswith("### ")), end)
    told = _scalar("\n".join(lines[start + 1 : stop]), Location(path, start + 2))
    return _group(place, version=_scalar(found["version"], place), on=_scalar(day, place), readers=told), None


def _parts(lines: list[str], mark: str) -> Iterator[tuple[int, int]]:
    """Yield first line and end of each part that begins with a mark, from 0."""
    starts = [number for number, line in enumerate(lines) if line.startswith(mark)]
    yield from pairwise([*starts, len(lines)])


def _iso(day: str) -> str | None:
    number, month, year = day.split(" ")
    try:
        return date(int(year), MONTHS.index(month) + 1, int(number)).isoformat()
    except ValueError:
        return None


def _scalar(text: str, place: Location) -> Scalar:
    made = Scalar(text)
    made.location = made.text_location = place
    made.exact, made.joints = True, ()
    return made


def _group(place: Location, **values: object) -> Mapping:
    made = Mapping(values)
    made.location = place
    made.key_locations = dict.fromkeys(values, place)
    return made
