"""A Markdown file with a header of YAML between two lines of three hyphens."""

from __future__ import annotations

import re
from typing import Any

from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.yaml_reader import Mapping, Scalar, read_yaml

FENCE = "---"
DASHES = re.compile(r"\s*(?:--+|[–—]+-*)\s*")
"""What somebody, or a word processor, makes of the fence."""


def read_page(path: str, text: str) -> tuple[Mapping | None, list[Problem]]:
    """Read front matter and body; the body becomes the key ``body`` of the group returned.

    Returns:
        The group (None when there is none to work with) and the problems found.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, [_no_beginning(path, lines)]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return None, [_no_end(path, lines)]
    data, problems = read_yaml(path, "\n".join(lines[1:end]), first_line=2)
    if not isinstance(data, Mapping):
        if not problems:
            message = "the front matter is not a list of 'key: value' lines"
            problems = [Problem(Location(path, 2), message, "write one key on each line")]
        return None, problems
    if "body" in data:
        remedy = "remove the key; write the text below"
        problems.append(Problem(data.key_locations["body"], "'body' is not written in front matter", remedy))
    data["body"] = _body(path, lines, end)
    data.key_locations["body"] = data["body"].location
    return data, problems


def _no_beginning(path: str, lines: list[str]) -> Problem:
    """Return the problem of a page that does not begin with its fence."""
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if first and lines[first].rstrip() == FENCE:
        return Problem(
            Location(path), f"the page begins with an empty line, not with '{FENCE}'", "delete the empty line"
        )
    if DASHES.fullmatch(lines[first]):
        message = f"'{lines[first].strip()}' is not three hyphens"
        return Problem(Location(path, first + 1), message, f"write '{FENCE}', alone on this line")
    message = "the lines on title, summary and so on do not begin with three hyphens"
    return Problem(Location(path), message, f"write '{FENCE}' on a line of its own above this one")


def _no_end(path: str, lines: list[str]) -> Problem:
    """Return the problem of front matter without a fence below it, where that belongs."""
    number = 1  # where nothing stands below the first fence
    for number, line in enumerate(lines[1:], 1):
        if DASHES.fullmatch(line):
            message = f"'{line.strip()}' is not three hyphens"
            return Problem(Location(path, number + 1), message, f"write '{FENCE}', alone on this line")
        if not line.strip():
            break
    message = "the lines on title, summary and so on do not end with three hyphens"
    return Problem(Location(path, number), message, f"write '{FENCE}' on a line of its own below this one")


def _body(path: str, lines: list[str], end: int) -> Any:
    body = Scalar("\n".join(lines[end + 1 :]))
    body.location = body.text_location = Location(path, end + 2)
    body.exact, body.joints = True, ()
    return body
