"""YAML as text, lists and groups that know their places.

Every scalar stays the text that stands in the file: ``0117`` keeps its nought, ``no`` stays a word and
``12:30`` a time. The model turns text into numbers, dates and the like by the declared type of the field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.yaml_slips import in_place_of_tab, quoted, slip

MAX_DEPTH = 40
BLOCKS = ("|", ">")
"""The signs of texts that stand below their key."""
UNREADABLE = (
    (
        "mapping values are not allowed",
        "there is a colon and a space here, and none is expected",
        "put text that contains ': ' in quotes, or check the indent",
    ),
    (
        "expected ',' or",
        "a bracket is opened here and not closed",
        "close it, or put a comma between its words",
    ),
    (
        "expected <block end>",
        "this does not line up with the lines above it",
        "begin it where the lines above begin that it belongs to",
    ),
    (
        "unexpected end of stream",
        "a quotation mark is opened and not closed",
        "close the quotation mark that was opened",
    ),
    (
        "could not find expected ':'",
        "this line has no colon",
        "add ': ' after its key, or indent it as part of the text above",
    ),
    ("unknown escape", "a text in double quotes may not hold this '\\'", "put it in single quotes"),
    ("sequence entries are not allowed", "a list begins on the line of its key", "begin it on the line below"),
    ("cannot start any token", "a text may not begin with this sign", "put the text in quotes"),
    ("", "this cannot be read", "check indents, colons and quotation marks here and on the line above"),
)
"""Reasons that YAML gives, which name its own parts, and what an editor is told in their place."""
OTHER_ENDS = re.compile("[\x85\u2028\u2029]")
"""What ends a line for YAML alone: ``read_text`` tells of it, and all others count lines without it."""


class Scalar(str):
    """Text from a YAML file, without empty lines before its first words.

    Attributes:
        location: where the value begins.
        text_location: where its first character stands.
        exact: whether its lines are lines of the file, one for one.
        joints: where lines of the file were joined: how many characters are before, and where the next line stands.
    """

    location: Location
    text_location: Location
    exact: bool
    joints: tuple[tuple[int, Location], ...]


class Sequence(list[Any]):
    """A YAML list and where it begins."""

    location: Location


class Mapping(dict[str, Any]):
    """A YAML group of keys, where it begins, and where each key stands."""

    location: Location
    key_locations: dict[str, Location]


def read_yaml(path: str, text: str, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Read YAML text.

    Args:
        path: the file's path, for places.
        text: the YAML.
        first_line: the line of the file on which the text begins.

    Returns:
        The value (None when there is none) and the problems found.
    """
    text = OTHER_ENDS.sub(" ", text)
    reading = _Reading(path, text, first_line)
    try:
        node = _compose(text, reading)
        if reading.problems:
            return None, reading.problems
    except yaml.MarkedYAMLError as error:
        return None, [*reading.problems, reading.syntax_problem(error)]
    except yaml.reader.ReaderError:
        return None, reading.problems  # a control character, already reported by read_text
    if node is None:
        return None, [Problem(Location(path, first_line), "there is nothing in here", "fill it in, or remove the file")]
    return reading.value(node), reading.problems


def _compose(text: str, reading: _Reading) -> yaml.Node | None:
    """Return the node tree; on a mistake, read again with the parser whose messages are the same everywhere."""
    for loader in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader):
        try:
            for event in yaml.parse(text, Loader=loader):
                reading.refuse_shortcuts(event)
                reading.measure_depth(event)
                if reading.depth > MAX_DEPTH:
                    break
            return yaml.compose(text, Loader=loader) if not reading.problems else None
        except yaml.YAMLError:
            reading.problems.clear()
            reading.depth = 0
            if loader is yaml.SafeLoader:
                raise
    return None


@dataclass
class _Reading:
    path: str
    text: str
    first_line: int
    problems: list[Problem] = field(default_factory=list)
    depth: int = 0

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def place(self, mark: Any) -> Location:
        return Location(self.path, self.first_line + mark.line, mark.column + 1)

    def measure_depth(self, event: Any) -> None:
        """Refuse groups that go too deep before anything is built from them, which would need as deep a stack."""
        self.depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if self.depth > MAX_DEPTH:
            message = "groups within groups go too deep"
            remedy = "look for missing ends of brackets or wrong indents"
            self.problems.append(Problem(self.place(event.start_mark), message, remedy))

    def refuse_shortcuts(self, event: Any) -> None:
        where = self.place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self.problems.append(
                Problem(
                    where,
                    f"'*{event.anchor}' is a shortcut",
                    "write the value out in full, or put it in quotation marks",
                )
            )
        elif getattr(event, "anchor", None):
            self.problems.append(
                Problem(where, f"'&{event.anchor}' is a shortcut", "put the text in quotation marks, or remove the '&'")
            )
        elif isinstance(event, yaml.DocumentStartEvent) and event.explicit:
            self.problems.append(Problem(where, "'---' is not used in these files", "remove it"))
        elif getattr(event, "tag", None):
            self.problems.append(
                Problem(where, f"'{event.tag}' is a YAML tag", "put the text in quotation marks, or remove the '!'")
            )

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        within = any(word in (error.context or "") for word in ("quoted", "flow", "simple key"))
        mark: Any = error.context_mark if within else error.problem_mark or error.context_mark
        where = self.place(mark)
        lines = self.lines
        here = lines[mark.line] if mark.line < len(lines) else ""
        if re.match(r" *\t", here) or here[mark.column : mark.column + 1] == "\t":
            return Problem(where, "a tab is used to indent", in_place_of_tab(lines, mark.line))
        if found := slip(lines, mark.line):
            return Problem(Location(self.path, self.first_line + found.line, found.column + 1), *found[2:])
        return Problem(where, *_unreadable(error.problem or error.context or ""))

    def value(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        if isinstance(node, yaml.SequenceNode):
            items = Sequence(self.value(item) for item in node.value)
            items.location = self.place(node.start_mark)
            return items
        return self.scalar(node) if isinstance(node, yaml.ScalarNode) else None

    def mapping(self, node: yaml.MappingNode) -> Mapping:
        result = Mapping()
        result.location = self.place(node.start_mark)
        result.key_locations = {}
        for key_node, value_node in node.value:
            where = self.place(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(Problem(where, "a key must be a word", "check the indents and the colons here"))
                continue
            key = key_node.value
            if key in result:
                first = result.key_locations[key].line
                message = f"'{key}' is given twice (first on line {first})"
                self.problems.append(Problem(where, message, "keep one of them"))
                continue
            result.key_locations[key] = where
            result[key] = self.value(value_node)
        return result

    def scalar(self, node: yaml.ScalarNode) -> Scalar | None:
        if not node.style and node.value == "":
            return None
        self.lost_words(node)
        text = Scalar(node.value.lstrip("\n") if node.style in BLOCKS else node.value)
        text.location = self.place(node.start_mark)
        text.text_location, text.exact = self.block_start(node, text) if node.style in BLOCKS else self.text_start(node)
        text.joints = () if text.exact else self.joints(node)
        return text

    def lost_words(self, node: yaml.ScalarNode) -> None:
        """Report words that YAML takes for a comment: '#4' in 'Room #4'. A meant comment has a space after its '#'."""
        end: Any = node.end_mark
        rest = self.lines[end.line][end.column :] if not node.style and end.line < len(self.lines) else ""
        lost = re.match(r"( +)(#[^\s#].*)", rest) if "#" in rest else None
        if lost:
            where = Location(self.path, self.first_line + end.line, end.column + len(lost[1]) + 1)
            remedy = f"put the whole text in quotation marks: {quoted(f'{node.value} {lost[2]}')}"
            self.problems.append(Problem(where, f"'{lost[2]}' is read as a comment and lost", remedy))

    def block_start(self, node: yaml.ScalarNode, text: str) -> tuple[Location, bool]:
        """Return where the words begin that stand below a | or >, and whether their lines are lines of the file."""
        row = next((n for n in range(node.start_mark.line + 1, len(self.lines)) if self.lines[n].strip(" ")), 0)
        if not text or not row:
            return self.place(node.start_mark), False
        indent = _spaces_before(self.lines[row]) - _spaces_before(text)
        as_it_stands = node.style == "|" or self.lines[row].strip() == text.strip()
        return Location(self.path, self.first_line + row, indent + 1), as_it_stands

    def text_start(self, node: yaml.ScalarNode) -> tuple[Location, bool]:
        mark = node.start_mark
        shift = 2 if node.style in ("'", '"') else 1
        as_it_stands = self.lines[mark.line].startswith(node.value, mark.column + shift - 1)
        return Location(self.path, self.first_line + mark.line, mark.column + shift), as_it_stands

    def joints(self, node: yaml.ScalarNode) -> tuple[tuple[int, Location], ...]:
        """Return where lines were joined with a space to one text; nothing where they were joined otherwise."""
        mark, end = node.start_mark, node.end_mark
        quoted, folded = node.style in ("'", '"'), node.style == ">"
        found, words, before = list[tuple[int, Location]](), list[str](), 0
        for row in range(mark.line + folded, min(end.line + 1, len(self.lines))):
            first = 0 if folded or row != mark.line else mark.column + quoted
            line = self.lines[row][: end.column - quoted] if row == end.line else self.lines[row]
            text = line[first:].strip()
            if text:
                words.append(text)
                found.append((before, Location(self.path, self.first_line + row, line.index(text, first) + 1)))
                before += len(text) + 1
        return tuple(found[1:]) if " ".join(words) == node.value.strip() else ()


def _spaces_before(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _unreadable(reason: str) -> tuple[str, str]:
    """Return what is wrong and what to do, in plain words, for a reason that YAML gives."""
    return next((message, remedy) for part, message, remedy in UNREADABLE if part in reason)
