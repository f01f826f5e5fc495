"""A new record as an editor begins with it: every key, explained by the record itself, and nothing made up."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import WithJsonSchema

from build_scripts.content.descriptions import descriptions
from build_scripts.content.fields import Checked, FileRecord, Prose, Record
from build_scripts.content.unfilled import FILL_IN

Given = Mapping[str, Any]
"""What a skeleton says already, by key; what a person must write is not among it."""
FIRST = ("id", "title", "menu_title", "summary", "term", "name")
LAST = tuple(Checked.model_fields)
WIDTH = 116
SCALARS = {bool: "Write yes or no.", int: "Write a number.", date: "Write a day like 2026-11-22."}
MUST = (
    f"Fill in every line that says {FILL_IN}. What is above it says what belongs there.",
    "You may leave out what begins with '#' and no space, such as '#order:'. To use it, take away each such '#'.",
)
MAY = "You may leave out all that follows."


@dataclass(frozen=True)
class Kind:
    """What a field takes: of a list, each item."""

    type: Any
    hint: str
    is_list: bool
    fewest: int


@dataclass
class _Writing:
    whole: type[Record]
    hints: Mapping[str, str]
    seen: set[type[Record]] = field(default_factory=set)
    """Records that are explained already: a second item of a list needs no comments."""

    def of(self, kind: type[Record], given: Given) -> Iterator[str]:
        """Yield the lines of a record, what must be filled in first."""
        new = kind not in self.seen
        self.seen.add(kind)
        about = descriptions(kind)
        for name in _names(kind):
            info = kind.model_fields[name]
            if info.is_required() or name in given:
                what = kind_of(info.annotation, info.metadata)
                yield from self._comment(about.get(name, ""), what, name) if new else ()
                yield from self._key(name, given.get(name, _blank(what)), what)
        others = [name for name in _names(kind) if not (kind.model_fields[name].is_required() or name in given)]
        if new and others:
            yield from [f"# {MAY}"] if kind is self.whole else []
            for name in others:
                what = kind_of(kind.model_fields[name].annotation, kind.model_fields[name].metadata)
                yield from self._comment(about.get(name, ""), what, name)
                yield from (f"#{line}" for line in self._key(name, _blank(what), what))

    def _comment(self, about: str, what: Kind, name: str) -> list[str]:
        hint = "" if what.type is date and re.search(r"\d{4}-\d\d-\d\d", about) else what.hint
        text = " ".join(
            part for part in (" ".join(about.replace("``", "").split()), hint, self.hints.get(name, "")) if part
        )
        return textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)

    def _key(self, name: str, value: Any, what: Kind) -> Iterator[str]:
        if isinstance(value, list) and _is_record(what.type):
            yield f"{name}:"
            for item in value:
                yield from _indented(_as_item([*self.of(what.type, item)]))
        elif isinstance(value, list) and what.type is Prose:
            yield f"{name}:"
            yield from (f"  - {item}" for item in value)
        elif isinstance(value, list):
            yield f"{name}: [{', '.join(value)}]"
        elif isinstance(value, Mapping):
            yield f"{name}:"
            yield from _indented(self.of(what.type, value))
        elif what.type is Prose and value == FILL_IN:
            yield f"{name}: {'|' if 'paragraphs' in what.hint else '>-'}"
            yield f"  {value}"
        else:
            yield f"{name}: {value}"


def record_lines(kind: type[Record], given: Given, hints: Mapping[str, str]) -> list[str]:
    """Return the lines of a record that somebody is about to fill in.

    Args:
        kind: the record.
        given: what is known of it already.
        hints: more to say of a key than its own description.
    """
    return [*(f"# {line}" for line in MUST), *_Writing(kind, hints).of(kind, given)]


def item_lines(kind: type[Record], given: Given, hints: Mapping[str, str]) -> list[str]:
    """Return the lines of a record that stands in a list, two spaces in."""
    return [*_indented(_as_item(record_lines(kind, given, hints)))]


def page_lines(kind: type[Record], given: Given, hints: Mapping[str, str]) -> list[str]:
    """Return the lines of a page: its front matter, and a text that somebody is about to write."""
    return ["---", *record_lines(kind, given, hints), "---", "", FILL_IN]


def kind_of(annotation: Any, metadata: Any = ()) -> Kind:
    """Return what a field takes.

    Args:
        annotation: the type of the field, which may be one of several or a list.
        metadata: what stands beside it.
    """
    notes = [*metadata]
    if hasattr(annotation, "__metadata__"):
        notes += annotation.__metadata__
        annotation = annotation.__origin__
    inner = [each for each in get_args(annotation) if each not in (NoneType, Ellipsis)]
    if get_origin(annotation) is tuple:
        item = kind_of(inner[0])
        fewest = next((note.min_length for note in notes if hasattr(note, "min_length")), 1)
        most = next((note.max_length for note in notes if hasattr(note, "max_length")), 0)
        return Kind(item.type, f"{item.hint} {_how_many(fewest, most)}".strip(), is_list=True, fewest=fewest)
    if inner:
        return kind_of(inner[0], notes)
    return Kind(annotation, _hint(annotation, notes), is_list=False, fewest=0)


def _how_many(fewest: int, most: int) -> str:
    if fewest == most:
        return f"Give {most}."
    if most:
        return f"Give {fewest} to {most}."
    return f"Give at least {fewest}." if fewest > 1 else "There may be several."


def _hint(kind: Any, notes: list[Any]) -> str:
    said = [str((note.json_schema or {}).get("description", "")) for note in notes if isinstance(note, WithJsonSchema)]
    if said and kind is not Prose:
        return f"{said[0]}."
    if kind is Prose:
        return "Several paragraphs may stand below the key." if any("paragraphs" in text for text in said) else ""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return f"Use one of these words: {', '.join(kind)}."
    return SCALARS.get(kind, "")


def _names(kind: type[Record]) -> list[str]:
    """Return the names of the fields in the order of a file: what it is, then its own, then what many records have."""
    order: list[str] = []
    for part in kind.__mro__:
        if issubclass(part, Record):
            order += [name for name in part.__annotations__ if name in kind.model_fields and name not in order]
    left_out = {"body", *(["id"] if issubclass(kind, FileRecord) else [])}
    first, last = [name for name in FIRST if name in order], [name for name in LAST if name in order]
    between = [name for name in order if name not in (*first, *last)]
    return [name for name in (*first, *between, *last) if name not in left_out]


def _blank(what: Kind) -> Any:
    """Return what a required field begins with."""
    item: Any = {} if _is_record(what.type) else FILL_IN
    return [item] * max(1, what.fewest) if what.is_list else item


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _as_item(lines: list[str]) -> Iterator[str]:
    """Yield the lines of a record as an item of a list: its hyphen stands before the first key."""
    first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    for at, line in enumerate(lines):
        yield line if at < first else f"- {line}" if at == first else f"  {line}"


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)
