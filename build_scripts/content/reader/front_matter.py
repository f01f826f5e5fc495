"""A Markdown file with a header of YAML between two lines of three hyphens."""

from __future__ import annotations

from typing import Any

from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.yaml_reader import Mapping, Scalar, read_yaml

FENCE = "---"


def read_page(path: str, text: str) -> tuple[Mapping | None, list[Problem]]:
    """Read front matter and body; the body becomes the key ``body`` of the group returned.

    Returns:
        The group (None when there is none to work with) and the problems found.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, [Problem(Location(path), "there is no front matter", "begin the file with a line '---'")]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return None, [Problem(Location(path), "the front matter does not end", "put a line '---' after it")]
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


def _body(path: str, lines: list[str], end: int) -> Any:
    body = Scalar("\n".join(lines[end + 1 :]))
    body.location = body.text_location = Location(path, end + 2)
    body.exact, body.joints = True, ()
    return body
