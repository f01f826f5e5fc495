"""What one file holds: its records, and everything that is wrong with it in itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from build_scripts.content.content import RECORD_OF_FOLDER, Changelog, lists_of, records_of
from build_scripts.content.fields import Record, ValidationContext
from build_scripts.content.kept import Kept
from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.changelog import read_changelog
from build_scripts.content.reader.front_matter import read_page
from build_scripts.content.reader.yaml_reader import Mapping, Scalar, Sequence, read_yaml
from build_scripts.content.reader.yaml_slips import placeholder
from build_scripts.content.unfilled import unfilled, with_halves
from build_scripts.content.validation_problems import MISSING, no_value, problems_of

CONTENT_FOLDER = "content_data"
FOLLOWS = re.compile(rf"{MISSING}$|^this list is too short")
"""What is told of a record from which lines were left out."""
MOST_SLIPS = 20
"""So many lines of a file that cannot be read are told in one run."""


@dataclass
class FileRecords:
    """What was read of one file; it is given to all who ask, and nobody changes it."""

    records: list[tuple[type[Record], Record]] = field(default_factory=list)
    """Each record with the kind it is kept under, in the order of the file."""
    problems: list[Problem] = field(default_factory=list)
    unread: set[type[Record]] = field(default_factory=set)
    """Types of which records are missing."""
    invalid: set[tuple[type[Record], str]] = field(default_factory=set)
    """Type and id of records that are wrong in themselves."""
    written: ValidationContext = field(default_factory=ValidationContext)
    """Every prose and reference, also of records that could not be made."""


@Kept
def read_records(path: str, text: str, kind: type[Record], record_id: str = "") -> FileRecords:
    """Return what a file holds; the same file is read once.

    Args:
        path: the file's path, for places.
        text: what stands in it.
        kind: the record that it is, or the register that holds its records.
        record_id: the id of a record that has a file of its own.
    """
    found = FileRecords()
    data, found.problems = _reader(path, kind)(path, text)
    if data is None:
        found.unread |= records_of(kind)
        if kind is not Changelog:
            _look_further(found, path, text, kind, record_id)
    else:
        _keep_all(found, data, path, kind, record_id)
    found.problems = with_halves(path, text, found.problems)
    return found


def _look_further(found: FileRecords, path: str, text: str, kind: type[Record], record_id: str) -> None:
    """Add the other mistakes of a file that cannot be read: it is read without the lines that are told already."""
    lines, told = text.split("\n"), {problem.location.line for problem in found.problems}
    for _ in range(MOST_SLIPS):
        for number in told:
            lines[number - 1 : number] = [placeholder(line) for line in lines[number - 1 : number]]
        data, problems = _reader(path, kind)(path, "\n".join(lines))
        new = [problem for problem in problems if problem.location.line not in told]
        found.problems += new
        told |= {problem.location.line for problem in new}
        if data is not None:
            rest = FileRecords()
            _keep_all(rest, data, path, kind, record_id)
            near = told | {number - 1 for number in told}
            others = (problem for problem in rest.problems if problem.location.line not in near)
            found.problems += (problem for problem in others if not FOLLOWS.search(problem.message))
            found.written = rest.written
        if data is not None or not new:
            return


def _keep_all(found: FileRecords, data: Any, path: str, kind: type[Record], record_id: str) -> None:
    """Keep what a file holds, which may have an id from its name."""
    if isinstance(data, Mapping) and record_id and not lists_of(kind):
        found.problems += _id_problems(data, record_id)
        data["id"] = _as_scalar(record_id, path)
    found.problems += (*_without_value(data, kind), *(unfilled(data) if path.startswith(f"{CONTENT_FOLDER}/") else ()))
    _keep(found, data, path, kind)


def _without_value(data: Any, kind: type[Record], way: tuple[int | str, ...] = ()) -> Iterator[Problem]:
    """Yield a problem for each key or item that has nothing after it, also where the key may be left out."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if value is None:
                yield no_value(data.key_locations[key], kind, (*way, key))
            yield from _without_value(value, kind, (*way, key))
    elif isinstance(data, Sequence):
        for at, value in enumerate(data):
            if value is None:
                yield no_value(data.location, kind, (*way, at))
            yield from _without_value(value, kind, (*way, at))


def _reader(path: str, kind: type[Record]) -> Callable[[str, str], tuple[Any, list[Problem]]]:
    if kind is Changelog:
        return read_changelog
    return read_page if path.endswith(".md") else read_yaml


def _keep(found: FileRecords, data: Any, path: str, kind: type[Record]) -> None:
    """Keep the record itself, or the records of its lists."""
    whole: Record | None = None
    try:
        whole = kind.model_validate(data, context=found.written)
    except ValidationError as error:
        _blame(found, error, data, path, kind)
    if whole is not None and not lists_of(kind):
        found.records.append((kind, whole))
    for name, item_kind in lists_of(kind).items():
        items = getattr(whole, name) if whole is not None else _salvage(found, data, name, item_kind)
        found.records += ((item_kind, item) for item in items)


def _blame(found: FileRecords, error: ValidationError, data: Any, path: str, kind: type[Record]) -> None:
    for folder in (others := _other_folders(data, path, kind)):
        remedy = f"move the file to {CONTENT_FOLDER}/{folder}/"
        found.problems.append(Problem(Location(path), f"this is a record of {folder}/", remedy))
        _mark_invalid(found, RECORD_OF_FOLDER[folder][1], data)
    found.problems += [] if others else problems_of(error, data, path, kind)
    _mark_invalid(found, kind, data)


def _salvage(found: FileRecords, data: Any, name: str, kind: type[Record]) -> Iterator[Record]:
    """Yield the items of a list that are right in themselves; the others are reported already."""
    items = data.get(name) if isinstance(data, Mapping) else None
    for item in items if isinstance(items, Sequence) else ():
        try:
            yield kind.model_validate(item)
        except ValidationError:
            _mark_invalid(found, kind, item)


def _mark_invalid(found: FileRecords, kind: type[Record], data: Any) -> None:
    """Remember a record that could not be made, so that links to it are not blamed."""
    record_id = data.get("id") if isinstance(data, Mapping) else None
    if isinstance(record_id, str):
        found.invalid |= {(kind, record_id), (kind, record_id.lower())}
    elif not lists_of(kind):
        found.unread.add(kind)


def _id_problems(data: Mapping, record_id: str) -> Iterator[Problem]:
    if "id" in data:
        message = f"'id' is not written in a file of one record, which is called '{record_id}' already"
        yield Problem(data.key_locations["id"], message, "remove the key, or rename the file; its name is the id")


def _as_scalar(text: str, path: str) -> Scalar:
    scalar = Scalar(text)
    scalar.location = scalar.text_location = Location(path)
    scalar.exact, scalar.joints = False, ()
    return scalar


def _other_folders(data: Any, path: str, kind: type[Record]) -> list[str]:
    """Return the folders where a file would be right as it stands; where it is, each of its keys would be blamed."""
    others = ((folder, ending, other) for folder, (ending, other) in RECORD_OF_FOLDER.items() if other is not kind)
    return [folder for folder, ending, other in others if path.endswith(ending) and _fits(other, data)]


def _fits(kind: type[Record], data: Any) -> bool:
    try:
        kind.model_validate(data)
    except ValidationError:
        return False
    return True
