"""More content of the same kind, to see how time and memory grow with it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

FOLDERS = {
    **dict.fromkeys(("behaviours", "documents", "faq", "guidance"), "title"),
    "services": "name",
}
"""Folders of records, and the key of what a record is called."""


def grow(root: Path, times: int) -> None:
    """Copy articles and register entries until there are ``times`` as many."""
    data = root / "content_data"
    for folder, title in FOLDERS.items():
        for file in sorted((data / folder).iterdir()):
            text = file.read_text(encoding="utf-8")
            for number in range(2, times + 1):
                copy = re.sub(rf"(?m)^({title}:) *(.*)$", _renamed(number), text, count=1)
                file.with_stem(f"{file.stem}-{number}").write_text(copy, encoding="utf-8")
    glossary = data / "glossary.yml"
    head, *entries = re.split(r"(?m)^(?=  - id: )", glossary.read_text(encoding="utf-8"))
    copies = [_copy(entry, number) for number in range(2, times + 1) for entry in entries]
    glossary.write_text("".join([head, *entries, *copies]), encoding="utf-8")
    words = data / "preferred-words.yml"  # a word that an entry may use, its copies may use too
    lines = words.read_text(encoding="utf-8").split("\n")
    allowed = re.compile(r" +- [a-z]+:[a-z0-9-]+")
    grown = [
        f"{line}-{number}" if number > 1 else line
        for line in lines
        for number in range(1, times + 1 if allowed.fullmatch(line) else 2)
    ]
    words.write_text("\n".join(grown), encoding="utf-8")


def _copy(entry: str, number: int) -> str:
    entry = re.sub(r"(?m)^(  - id: .*)$", rf"\1-{number}", entry)
    return re.sub(r"(?m)^(    term:) *(.*)$", _renamed(number), entry, count=1)


def _renamed(number: int) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]} {json.dumps(found[2].strip(chr(34) + chr(39)) + f', copy {number}')}"
