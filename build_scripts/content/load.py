"""Read ``content_data`` and ``docs`` into records, collecting every problem on the way."""

from __future__ import annotations

import fnmatch
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.content.content import (
    RECORD_OF_FILE,
    RECORD_OF_FOLDER,
    RECORD_OF_OPTIONAL_FILE,
    Changelog,
    Content,
    records_of,
)
from build_scripts.content.fields import ADDRESS_PATTERN, Record, ValidationContext
from build_scripts.content.file_records import CONTENT_FOLDER, FileRecords, read_records
from build_scripts.content.pages import HandPage
from build_scripts.content.problems import Location, Problem, did_you_mean
from build_scripts.content.reader.files import leads_out, read_text

DOCS_FOLDER = "docs"
CHANGELOG = "CHANGELOG.md"
IGNORED = (".*", "*~", "#*#", "*.swp", "*.bak", "*.tmp", "Thumbs.db", "desktop.ini", "schema")


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
        loading.file(f"{CONTENT_FOLDER}/{name}", kind)
    for name, kind in RECORD_OF_OPTIONAL_FILE.items():
        if (root / CONTENT_FOLDER / name).exists():
            loading.file(f"{CONTENT_FOLDER}/{name}", kind)
    for folder, (ending, kind) in RECORD_OF_FOLDER.items():
        loading.folder(folder, ending, kind)
    for path in _docs(root):
        loading.hand_page(path)
    loading.file(CHANGELOG, Changelog)
    loading.unknown_files()
    return loading.finish()


class _Loading:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.records: dict[type[Record], list[Record]] = {}
        self.loaded = Loaded(Content({}))
        self.problems = self.loaded.problems

    def folder(self, folder: str, ending: str, kind: type[Record]) -> None:
        if problem := _folder_problem(self.root, f"{CONTENT_FOLDER}/{folder}"):
            self.problems.append(problem)
            self.loaded.unread.add(kind)
            return
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
        self.problems += _name_problems(path, record_id)
        self.file(path, kind, record_id)

    def file(self, path: str, kind: type[Record], record_id: str = "") -> None:
        """Take up what a file holds."""
        text, problems = read_text(self.root, path)
        self.problems += problems
        if text is None:
            self.loaded.unread |= records_of(kind)
            return
        self.loaded.texts[path] = text
        self.take(read_records(path, text, kind, record_id))

    def take(self, found: FileRecords) -> None:
        for kind, record in found.records:
            self.records.setdefault(kind, []).append(record)
        self.problems += found.problems
        self.loaded.unread |= found.unread
        self.loaded.invalid |= found.invalid
        self.loaded.written.proses += found.written.proses
        self.loaded.written.references += found.written.references

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
        records_of_kind = {kind: tuple(records) for kind, records in self.records.items()}
        self.loaded.content = Content(records_of_kind, self.loaded.texts)
        return self.loaded


def _order(record: Record) -> int:
    order = getattr(record, "order", None)
    return sys.maxsize if order is None else int(order)


def _folder_problem(root: Path, folder: str) -> Problem | None:
    """Return why a folder cannot be looked into, where that is so; one that is not there has no files."""
    if leads_out(root, folder):
        return Problem(Location(folder), "this leads out of the project", "put the folder itself here")
    try:
        os.scandir(root / folder).close()
    except FileNotFoundError:
        return None
    except OSError as error:
        return Problem(
            Location(folder), f"this folder cannot be read ({error.strerror})", "give yourself permission to read it"
        )
    return None


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
