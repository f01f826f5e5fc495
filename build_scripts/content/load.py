"""Read ``content_data`` and ``docs`` into records, collecting every problem on the way."""

from __future__ import annotations

import difflib
import fnmatch
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from build_scripts.content.content import (
    RECORD_OF_FILE,
    RECORD_OF_FOLDER,
    RECORD_OF_OPTIONAL_FILE,
    Changelog,
    Content,
    lists_of,
    records_of,
)
from build_scripts.content.fields import ADDRESS_PATTERN, Record, ValidationContext
from build_scripts.content.pages import HandPage
from build_scripts.content.problems import Location, Problem, did_you_mean
from build_scripts.content.reader.changelog import read_changelog
from build_scripts.content.reader.files import read_text
from build_scripts.content.reader.front_matter import read_page
from build_scripts.content.reader.yaml_reader import Mapping, Scalar, Sequence, read_yaml

CONTENT_FOLDER = "content_data"
DOCS_FOLDER = "docs"
CHANGELOG = "CHANGELOG.md"
IGNORED = (".*", "*~", "#*#", "*.swp", "*.bak", "*.tmp", "Thumbs.db", "desktop.ini", "schema")
NOT_WRITTEN = ("id", "body")
"""Fields that come from a file's name and from the text below its front matter."""
WORDING = {
    "string_type": ("this should be text", "write it on this line, or after '|' on the lines below"),
    "string_too_short": ("this is empty", "write something or remove the key"),
    "tuple_type": ("this should be a list", "begin each item on a line of its own with '- '"),
    "list_type": ("this should be a list", "begin each item on a line of its own with '- '"),
    "model_type": ("this should be a group of keys", "write 'key: value' lines, indented"),
    "dict_type": ("this should be a group of keys", "write 'key: value' lines, indented"),
    "float_parsing": ("this is not a number", "write digits, such as 8 or 8.5"),
}


@dataclass
class Loaded:
    """What was read, whole or in part."""

    content: Content
    """Every record that could be read."""
    problems: list[Problem] = field(default_factory=list)
    """Everything wrong with the files in themselves."""
    unread: set[type[Record]] = field(default_factory=set)
    """Types of which records are missing because a file could not be read; links to them cannot be judged."""
    invalid: set[tuple[type[Record], str]] = field(default_factory=set)
    """Type and id of records that are there but wrong in themselves; links to them are right."""
    written: ValidationContext = field(default_factory=ValidationContext)
    """Every prose and reference, also of records that could not be made."""
    texts: dict[str, str] = field(default_factory=dict)
    """The text of each file by path, for checks of words and strings."""


def load_all(root: Path) -> Loaded:
    """Read everything that can be read, and say what cannot."""
    loading = _Loading(root)
    for name, kind in RECORD_OF_FILE.items():
        loading.yaml_file(f"{CONTENT_FOLDER}/{name}", kind)
    for name, kind in RECORD_OF_OPTIONAL_FILE.items():
        if (root / CONTENT_FOLDER / name).exists():
            loading.yaml_file(f"{CONTENT_FOLDER}/{name}", kind)
    for folder, (ending, kind) in RECORD_OF_FOLDER.items():
        loading.folder(folder, ending, kind)
    for path in _docs(root):
        loading.hand_page(path)
    loading.changelog()
    loading.unknown_files()
    return loading.finish()


class _Loading:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.records: dict[type[Record], list[Record]] = {}
        self.loaded = Loaded(Content({}))
        self.problems = self.loaded.problems

    def yaml_file(self, path: str, kind: type[Record]) -> None:
        text = self.text(path)
        data, problems = read_yaml(path, text) if text is not None else (None, [])
        self.problems += problems
        self.file(data, path, kind)

    def folder(self, folder: str, ending: str, kind: type[Record]) -> None:
        paths = [*_files(self.root, f"{CONTENT_FOLDER}/{folder}")]
        if not paths:
            remedy = "put its files back from an earlier version"
            self.problems.append(Problem(Location(f"{CONTENT_FOLDER}/{folder}"), "this folder has no files", remedy))
            self.loaded.unread.add(kind)
        for path in paths:
            name = Path(path).name
            if not name.endswith(ending):
                remedy = f"give it a name that ends with {ending}, or move it away"
                self.problems.append(Problem(Location(path), f"files in {folder}/ end with {ending}", remedy))
            elif path.count("/") > 2:
                self.problems.append(Problem(Location(path), "folders within folders are not read", "move it up"))
            else:
                self.page(path, kind, name.removesuffix(ending))

    def hand_page(self, path: str) -> None:
        self.page(path, HandPage, path.removeprefix(f"{DOCS_FOLDER}/").removesuffix(".md"))

    def page(self, path: str, kind: type[Record], record_id: str) -> None:
        text = self.text(path)
        reader = read_page if path.endswith(".md") else read_yaml
        data, problems = reader(path, text) if text is not None else (None, [])
        self.problems += problems
        self.problems += _name_problems(path, record_id)
        if isinstance(data, Mapping) and not lists_of(kind):
            self.problems += _id_problems(data, record_id)
            data["id"] = _as_scalar(record_id, path)
        self.file(data, path, kind)

    def changelog(self) -> None:
        text = self.text(CHANGELOG)
        data, problems = read_changelog(CHANGELOG, text) if text is not None else (None, [])
        self.problems += problems
        self.file(data, CHANGELOG, Changelog)

    def text(self, path: str) -> str | None:
        text, problems = read_text(self.root, path)
        self.problems += problems
        if text is not None:
            self.loaded.texts[path] = text
        return text

    def file(self, data: Any, path: str, kind: type[Record]) -> None:
        """Keep what a file holds: the record itself, or the records of its lists."""
        if data is None:
            self.loaded.unread.update(records_of(kind))
            return
        try:
            whole: Record | None = kind.model_validate(data, context=self.loaded.written)
        except ValidationError as error:
            whole = None
            for folder in (other := _other_folders(data, path, kind)):
                remedy = f"move the file to {CONTENT_FOLDER}/{folder}/"
                self.problems.append(Problem(Location(path), f"this is a record of {folder}/", remedy))
                self.mark_invalid(RECORD_OF_FOLDER[folder][1], data)
            self.problems += [] if other else _problems(error, data, path, kind)
            self.mark_invalid(kind, data)
        if not lists_of(kind):
            if whole is not None:
                self.records.setdefault(kind, []).append(whole)
            return
        for name, item_kind in lists_of(kind).items():
            items = getattr(whole, name) if whole is not None else self.salvage(data, name, item_kind)
            self.records.setdefault(item_kind, []).extend(items)

    def salvage(self, data: Any, name: str, kind: type[Record]) -> Iterator[Record]:
        """Yield the items of a list that are right in themselves; the others are reported already."""
        items = data.get(name) if isinstance(data, Mapping) else None
        for item in items if isinstance(items, Sequence) else ():
            try:
                yield kind.model_validate(item)
            except ValidationError:
                self.mark_invalid(kind, item)

    def mark_invalid(self, kind: type[Record], data: Any) -> None:
        """Remember a record that could not be made, so that links to it are not blamed."""
        record_id = data.get("id") if isinstance(data, Mapping) else None
        if isinstance(record_id, str):
            self.loaded.invalid.add((kind, record_id))
        elif not lists_of(kind):
            self.loaded.unread.add(kind)

    def unknown_files(self) -> None:
        """Report files that nothing reads."""
        known = {*RECORD_OF_FILE, *RECORD_OF_OPTIONAL_FILE, *RECORD_OF_FOLDER}
        for entry in _entries(self.root / CONTENT_FOLDER):
            if entry.name not in known:
                remedy = did_you_mean(entry.name, known, f"{CONTENT_FOLDER}/ holds {', '.join(sorted(known))}")
                self.problems.append(Problem(Location(f"{CONTENT_FOLDER}/{entry.name}"), "nothing reads this", remedy))

    def finish(self) -> Loaded:
        for records in self.records.values():
            records.sort(key=_order)  # stable: files come by name
        self.loaded.content = Content({kind: tuple(records) for kind, records in self.records.items()})
        return self.loaded


def _order(record: Record) -> int:
    order = getattr(record, "order", None)
    return sys.maxsize if order is None else int(order)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return []
    return [entry for entry in entries if not any(fnmatch.fnmatch(entry.name, pattern) for pattern in IGNORED)]


def _files(root: Path, folder: str) -> Iterator[str]:
    for entry in _entries(root / folder):
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and not entry.name.endswith((".md", ".yml")):
            yield from _files(root, path)
        else:
            yield path


def _docs(root: Path) -> Iterator[str]:
    return (path for path in _files(root, DOCS_FOLDER) if path.endswith(".md"))


def _name_problems(path: str, record_id: str) -> Iterator[Problem]:
    if not re.fullmatch(ADDRESS_PATTERN, record_id):
        remedy = "use lower-case letters, digits and hyphens; the name is the address"
        yield Problem(Location(path), f"'{Path(path).name}' cannot be a web address", remedy)


def _id_problems(data: Mapping, record_id: str) -> Iterator[Problem]:
    if "id" in data:
        message = f"'id' is not written in a file of one record, which is called '{record_id}' already"
        yield Problem(data.key_locations["id"], message, "remove the key, or rename the file; its name is the id")


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


def _problems(error: ValidationError, data: Any, path: str, kind: type[Record]) -> list[Problem]:
    found = error.errors()
    told = [details for details in found if not _follows_from_others(details, found)]
    return [_problem(details, data, path, kind) for details in told]


def _as_scalar(text: str, path: str) -> Scalar:
    scalar = Scalar(text)
    scalar.location = scalar.text_location = Location(path)
    scalar.exact = False
    return scalar


def _follows_from_others(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Tell whether an error is told already by another.

    A list is called too short when its items are wrong in themselves, and a key is missing when it is misspelt.
    """
    given, group, key = details["input"], [*details["loc"][:-1]], details["loc"][-1:]
    if details["type"] == "too_short":
        return isinstance(given, list) and len(given) >= details["ctx"]["min_length"]
    extra = [other["loc"] for other in found if other["type"] == "extra_forbidden"]
    unknown = [place[-1] for place in extra if [*place[:-1]] == group]
    return details["type"] == "missing" and any(
        difflib.get_close_matches(str(word), [*map(str, key)]) for word in unknown
    )


def _problem(details: ErrorDetails, data: Any, path: str, kind: type[Record]) -> Problem:
    """Turn a pydantic error into a problem at its own place."""
    parts, error = details["loc"], details["type"]
    if error == "extra_forbidden":
        where, parent = _place(parts, data, path, of_key=True)
        known = _fields_at(kind, parts[:-1])
        remedy = did_you_mean(str(parts[-1]), known - set(parent or ()), "remove it, or look the key up in the schema")
        return Problem(where, f"unknown key '{parts[-1]}'", remedy)
    if error == "missing":
        where, _ = _place(parts[:-1], data, path)
        return Problem(where, f"'{parts[-1]}' is missing", f"add a line '{parts[-1]}: …'")
    where, _ = _place(parts, data, path, of_key=details["input"] is None)
    if details["input"] is None:
        return Problem(where, f"'{parts[-1]}' has no value", "write one after the colon, or remove the key")
    return Problem(where, *_wording(details))


def _wording(details: ErrorDetails) -> tuple[str, str]:
    error, context, given = details["type"], details.get("ctx", {}), details["input"]
    if error == "content":
        message, _, remedy = details["msg"].partition("; ")
        return message, remedy
    if error in ("enum", "literal_error"):
        allowed = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
        return f"'{given}' is not one of the words allowed", did_you_mean(
            str(given), allowed, f"use {', '.join(allowed)}"
        )
    if error in ("greater_than_equal", "less_than_equal"):
        low = error == "greater_than_equal"
        remedy = f"use at least {context['ge']}" if low else f"use at most {context['le']}"
        return f"{given} is too {'small' if low else 'large'}", remedy
    if error == "too_short":
        return f"this list is too short ({context['actual_length']})", f"give at least {context['min_length']}"
    if error == "too_long":
        return "this list is too long", f"give at most {context['max_length']}"
    if error == "string_pattern_mismatch":
        if context["pattern"].startswith("^[^"):
            return "this should be one line", "join the lines, or cut the text"
        return f"'{given}' cannot be an id", "use lower-case letters, digits and hyphens"
    return WORDING.get(error, (details["msg"], "correct the value"))


def _place(parts: tuple[Any, ...], data: Any, path: str, of_key: bool = False) -> tuple[Location, Mapping | None]:
    """Return the place of a value (or of its key) in a file, and the group that holds it."""
    where, parent = getattr(data, "location", Location(path)), None
    for part in parts:
        if isinstance(data, Mapping):
            parent = data
            where = data.key_locations.get(part, where)
            data = data.get(part)
        elif isinstance(data, Sequence) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            break
        if not of_key or part != parts[-1]:
            where = getattr(data, "location", where)
    return where, parent


def _fields_at(kind: type[Record], parts: tuple[Any, ...]) -> set[str]:
    """Return the names of the fields of the record that a path of keys leads to."""
    for part in parts:
        if isinstance(part, str) and part in kind.model_fields:
            inner = _record_within(kind.model_fields[part].annotation)
            if inner is None:
                return set()
            kind = inner
    return {name for name in kind.model_fields if name not in NOT_WRITTEN or kind.model_fields[name].is_required()}


def _record_within(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    found = (_record_within(inner) for inner in getattr(annotation, "__args__", ()))
    return next((inner for inner in found if inner), None)
