"""Content spoilt by chance, as a slip, a bad program or a hostile hand would spoil it, and what comes of it.

``python -m tests.mutants 500 7`` tries 500 of them from the seed 7 on the real content, and prints the figures; with
``small`` after the seed they are of the small project.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from build_scripts.content import kept
from build_scripts.content.problems import ContentError, Problem
from build_scripts.publish.project import open_project
from tests.built import copy_project
from tests.conftest import copy_small

TODAY = date(2026, 11, 30)
LETTERS = [
    *"\"'`*_[](){}<>|&#%@!:;,-?=~\\/$",
    "\t",
    "\r",
    "\0",
    "\x1b",
    "\u00a0",
    "\u202e",
    "\u200b",
    "\u2028",
    "\ufeff",
    "\x85",
]
LETTERS += ["“", "”", "’", "•", "→", "😀", "é", "م", "\U000e0001", "e\u0301" * 40]
VALUES = [
    "",
    "null",
    "~",
    "yes",
    "-1",
    "0",
    "99999999999",
    "1e999",
    "3.10",
    "2026-02-30",
    "9999-12-31",
    "[]",
    "{}",
    "[",
    "{",
    "|",
]
VALUES += [
    "*x",
    "&x y",
    "!!python/name:os.system x",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "=1+1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
]
VALUES += [
    "'\"><svg onload=alert(1)>",
    "../../../etc/passwd",
    "/etc/passwd",
    "C:\\x",
    "con",
    "a" * 50_000,
    "word " * 30_000,
]
VALUES += [
    "*" * 3000 + "a" + "*" * 3000,
    "[" * 2000,
    "((((" * 500,
    "> " * 500,
    "term:consent",
    "term:nothing",
    "[a](term:consent)",
]
VALUES += [
    "[a](javascript:alert(1))",
    "https://example.org",
    "data:text/html,x",
    "0800 1111",
    "a@b.example",
    "x: y",
    "- x",
    "# x",
]
NAMES = [
    "UPPER.yml",
    "a b.yml",
    "é.md",
    "..yml",
    "-x.md",
    ".hidden.yml",
    "x.txt",
    "con.yml",
    "a" * 200 + ".md",
    "x\n.yml",
]
LATEST = 60.0
"""Seconds of the processor that a mutant may take."""

Spoil = Callable[[random.Random, Path], object]


def _lines(chance: random.Random, file: Path, change: Callable[[list[str], int], object]) -> None:
    lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    change(lines, chance.randrange(len(lines)))
    file.write_text("\n".join(lines), encoding="utf-8", errors="replace", newline="\n")


def _delete(chance: random.Random, file: Path) -> None:
    _lines(chance, file, lambda lines, at: lines.pop(at))


def _double(chance: random.Random, file: Path) -> None:
    _lines(chance, file, lambda lines, at: lines.insert(at, lines[at]))


def _swap(chance: random.Random, file: Path) -> None:
    def change(lines: list[str], at: int) -> None:
        other = chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]

    _lines(chance, file, change)


def _cut(chance: random.Random, file: Path) -> None:
    raw = file.read_bytes()
    file.write_bytes(raw[: chance.randrange(len(raw) + 1)])


def _indent(chance: random.Random, file: Path) -> None:
    def change(lines: list[str], at: int) -> None:
        by = chance.choice([-3, -2, -1, 1, 2, 3])
        lines[at] = " " * by + lines[at] if by > 0 else lines[at][min(-by, len(lines[at]) - len(lines[at].lstrip())) :]

    _lines(chance, file, change)


def _letter(chance: random.Random, file: Path) -> None:
    def change(lines: list[str], at: int) -> None:
        column = chance.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:column] + chance.choice(LETTERS) + lines[at][column + chance.randrange(2) :]

    _lines(chance, file, change)


def _value(chance: random.Random, file: Path) -> None:
    def change(lines: list[str], at: int) -> None:
        key, colon, _ = lines[at].partition(": ")
        lines[at] = f"{key}{colon or ' '}{chance.choice(VALUES)}"

    _lines(chance, file, change)


def _squeeze(chance: random.Random, file: Path) -> None:
    _lines(chance, file, lambda lines, at: lines.__setitem__(at, lines[at].replace(": ", ":", 1)))


def _encoding(chance: random.Random, file: Path) -> None:
    text = file.read_bytes().decode("utf-8", "replace")
    kinds = {"utf-16": "strict", "utf-8-sig": "strict", "latin-1": "replace", "cp1252": "replace", "utf-32": "strict"}
    name = chance.choice([*kinds])
    file.write_bytes(text.replace("\n", chance.choice(["\n", "\r\n", "\r"])).encode(name, kinds[name]))


def _bytes(chance: random.Random, file: Path) -> None:
    raw = bytearray(file.read_bytes())
    for _ in range(chance.randrange(1, 5)):
        raw.insert(chance.randrange(len(raw) + 1), chance.randrange(256))
    file.write_bytes(raw)


def _deep(chance: random.Random, file: Path) -> None:
    shapes = ["x: " + "[" * 3000, "\n".join("  " * depth + "x:" for depth in range(300)), "x: {" * 500]
    file.write_text(file.read_text("utf-8", "replace") + "\n" + chance.choice(shapes), "utf-8", "replace")


def _merge_mark(chance: random.Random, file: Path) -> None:
    _lines(
        chance, file, lambda lines, at: lines.insert(at, chance.choice(["<<<<<<< HEAD", "=======", ">>>>>>> b", "---"]))
    )


def _gone(_chance: random.Random, file: Path) -> None:
    file.unlink()


def _folder(_chance: random.Random, file: Path) -> None:
    file.unlink()
    file.mkdir()


def _link(chance: random.Random, file: Path) -> None:
    file.unlink()
    file.symlink_to(
        chance.choice(["/etc/passwd", "/dev/zero", "/dev/full", "/", file.name, "../../../../etc", "nowhere"])
    )


def _pipe(_chance: random.Random, file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _rename(chance: random.Random, file: Path) -> None:
    file.rename(file.with_name(chance.choice(NAMES)))


def _twin(chance: random.Random, file: Path) -> None:
    shutil.copy(file, file.with_name(chance.choice([*NAMES, f"twin{file.suffix}"])))


def _move(chance: random.Random, file: Path) -> None:
    content = next((folder for folder in file.parents if folder.name == "content_data"), file.parent / "content_data")
    folders = [path for path in content.iterdir() if path.is_dir()]
    shutil.move(file, chance.choice([*folders, content]) / f"moved{file.suffix}")


SPOILS: dict[Spoil, int] = {
    **dict.fromkeys((_delete, _double, _indent, _letter, _value, _squeeze), 6),
    **dict.fromkeys((_swap, _cut, _bytes, _encoding, _merge_mark), 3),
    **dict.fromkeys((_deep, _gone, _folder, _link, _pipe, _rename, _twin, _move), 1),
}
"""Ways to spoil a file, and how often each is taken; the first ones are slips that people make."""


@dataclass
class Figures:
    """What came of mutants."""

    count: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    """What may not be: a traceback, a place that is not there, too long a time; each with what made it."""
    slowest: float = 0.0


def try_mutants(number: int, seed: int, root: Path) -> Figures:
    """Spoil a project again and again, and return what came of it.

    Args:
        number: how many mutants.
        seed: decides all of them; each has a seed of its own, which is named with what went wrong.
        root: a copy of a project that may be spoilt.
    """
    figures, content = Figures(), root / "content_data"
    good = {path: path.read_bytes() for path in _texts(root)}
    files = [path for path in good if content in path.parents or path.name == "CHANGELOG.md"]
    outside = sorted(path.name for path in root.iterdir())
    for each in range(number):
        chance = random.Random(f"{seed} {each}")
        if each % 25 == 0:
            kept.begin(None)  # or every mutant would be remembered
        done = []
        for _ in range(chance.choice([1, 1, 2, 3])):
            there = [path for path in files if path.is_file() and not path.is_symlink()]
            file, spoil = chance.choice(there), chance.choices([*SPOILS], [*SPOILS.values()])[0]
            done.append(f"{spoil.__name__} {file.relative_to(root)}")
            spoil(chance, file)
        _try(root, figures, f"{seed} {each}: {', '.join(done)}")
        _mend(root, good)
    assert sorted(path.name for path in root.iterdir()) == outside
    return figures


def _try(root: Path, figures: Figures, name: str) -> None:
    start = time.process_time()
    try:
        open_project(root, TODAY)
        figures.count["valid"] += 1
    except ContentError as error:
        figures.count["told"] += 1
        figures.faults += [f"{name}: no such place: {wrong}" for wrong in error.problems if not _is_there(root, wrong)]
    except BaseException:
        figures.faults.append(f"{name}: {traceback.format_exc(limit=-4)}")
    took = time.process_time() - start
    figures.slowest = max(figures.slowest, took)
    if took > LATEST:
        figures.faults.append(f"{name}: {took:.0f} seconds")


def _is_there(root: Path, problem: Problem) -> bool:
    """Tell whether the place of a problem can be looked up: in a file, or at the head of what is no file."""
    where = problem.location
    file = root / where.path
    try:
        lines = (
            file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
            if file.is_file()
            else []
        )
    except (OSError, UnicodeDecodeError):
        lines = []
    if not lines:
        return not where.path.startswith(("/", "..")) and where.line >= 1
    return 1 <= where.line <= len(lines) + 1 and where.column <= len([*lines, ""][where.line - 1]) + 2


def _texts(root: Path) -> list[Path]:
    folders = (root / "content_data", root / "docs")
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file() and "schema" not in path.parts]
    return sorted([*found, root / "CHANGELOG.md"])


def _mend(root: Path, good: dict[Path, bytes]) -> None:
    content = root / "content_data"
    for path in [*content.rglob("*"), root / "CHANGELOG.md"]:
        if path.is_symlink() or (
            path.exists() and not path.is_dir() and path not in good and "schema" not in path.parts
        ):
            path.unlink()
    for path, raw in good.items():
        if path.is_dir():
            shutil.rmtree(path)
        if not path.is_file():
            path.unlink(missing_ok=True)
        if not path.exists() or path.read_bytes() != raw:
            path.write_bytes(raw)


def project(to: Path, kind: str) -> Path:
    """Copy the real project, or the small one, to be spoilt."""
    return copy_small(to, "overrides") if kind == "small" else copy_project(to)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        made = try_mutants(int(sys.argv[1]), int(sys.argv[2]), project(Path(place) / "project", "".join(sys.argv[3:])))
    print("\n".join(made.faults))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(dict(made.count), f"{len(made.faults)} faults, slowest {made.slowest:.1f} s, at most {most} MB")
