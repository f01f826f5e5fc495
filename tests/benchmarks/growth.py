"""More content of the same kind, to see how time and memory grow with it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from build_scripts.content.reader.files import MAX_BYTES

FOLDERS = {
    **dict.fromkeys(("behaviours", "documents", "faq", "guidance"), "title"),
    "services": "name",
}
"""Folders of records, and the key of what a record is called."""
LISTS_OF_WORDS = ("preferred-words.yml", "phrasing.yml")
"""Files that say which records may use a word."""
GROWN = re.compile(r"(?:behaviour|document|faq|section|service|term):[a-z0-9-]+")
"""The name of a record that has copies."""
ALONE = re.compile(rf" +- {GROWN.pattern}")
"""A line that lets such a record use a word."""
ON_ONE_LINE = re.compile(r"(?<=allowed_in: \[)[^]]+")
"""Several names on one line."""


def grow(root: Path, times: int, most: int = MAX_BYTES) -> None:
    """Copy articles and register entries until there are ``times`` as many.

    Args:
        root: the project folder.
        times: how many times the content.
        most: how many bytes its glossary, which is one file, may have; it grows no further.
    """
    data = root / "content_data"
    for folder, title in FOLDERS.items():
        for file in sorted((data / folder).iterdir()):
            text = file.read_text(encoding="utf-8")
            for number in range(2, times + 1):
                copy = re.sub(rf"(?m)^({title}:) *(.*)$", _renamed(number), text, count=1)
                file.with_stem(f"{file.stem}-{number}").write_text(copy, encoding="utf-8")
    glossary = data / "glossary.yml"
    head, *entries = re.split(r"(?m)^(?=  - id: )", glossary.read_text(encoding="utf-8"))
    of_terms = min(times, most // glossary.stat().st_size - 1)  # the copies are a little longer
    copies = [_copy(entry, number) for number in range(2, of_terms + 1) for entry in entries]
    glossary.write_text("".join([head, *entries, *copies]), encoding="utf-8")
    for name in LISTS_OF_WORDS:
        words = data / name
        lines = words.read_text(encoding="utf-8").split("\n")
        words.write_text(
            "\n".join(grown for line in lines for grown in _allowed(line, times, of_terms)), encoding="utf-8"
        )


def _allowed(line: str, times: int, of_terms: int) -> Iterator[str]:
    """Yield a line, and what lets the copies of records use a word that the records may use."""
    yield ON_ONE_LINE.sub(lambda found: ", ".join([found[0], *_copies(GROWN.findall(found[0]), times, of_terms)]), line)
    if ALONE.fullmatch(line):
        yield from _copies([line], times, of_terms)


def _copies(names: list[str], times: int, of_terms: int) -> Iterator[str]:
    for name in names:
        yield from (f"{name}-{number}" for number in range(2, (of_terms if "term:" in name else times) + 1))


def _copy(entry: str, number: int) -> str:
    entry = re.sub(r"(?m)^(  - id: .*)$", rf"\1-{number}", entry)
    return re.sub(r"(?m)^(    term:) *(.*)$", _renamed(number), entry, count=1)


def _renamed(number: int) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]} {json.dumps(found[2].strip(chr(34) + chr(39)) + f', copy {number}')}"
