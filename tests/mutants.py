"""Content spoilt by chance, and what comes of it.

``python -m tests.mutants 500 7`` tries 500 mutants from the seed 7 on the real content, and prints the figures; with
``small`` after the seed they are of the small project.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from build_scripts.content import kept
from build_scripts.content.problems import ContentError, Problem
from build_scripts.publish.project import Project, open_project
from tests.built import ROOT, copy_project
from tests.conftest import copy_small
from tests.spoils import SPOILS

TODAY = date(2026, 11, 30)
LATEST = 60.0
"""Seconds of the processor that a mutant may take."""
NEVER = 600
"""Seconds of the clock after which it is said to end never, such as when it waits for a pipe."""
LIVE = re.compile(r"<script>alert|<svg onload|<img src=x|<meta http-equiv=refresh|href=.?javascript:|5332114")
"""What the markup and the sums of ``spoils`` would be in a page if anything took them for more than text."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGING = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
TEMPORARY = re.compile(rf"{re.escape(os.path.realpath(tempfile.gettempdir()))}/tmp\w{{8}}(/|$)")
STARTING = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "socket.connect"}


@dataclass
class Figures:
    """What came of mutants."""

    count: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    """Where a mistake in one line alone is told: on it, within two lines, elsewhere in the file, in others alone."""
    elsewhere: list[str] = field(default_factory=list)
    """Those that are told in other files alone."""
    faults: list[str] = field(default_factory=list)
    """What may not be: a traceback, a place that is not there, too long a time; each with what made it."""
    slowest: float = 0.0


class NeverEndingError(BaseException):
    """A mutant waits for what never comes."""


class Watch:
    """Notes what Python itself does outside of a project, or changes anywhere."""

    def __init__(self) -> None:
        self.root = ""
        """The project that is watched; nothing while nobody looks."""
        self.seen: list[str] = []
        self.ours = tuple({str(ROOT), *map(os.path.realpath, (sys.prefix, sys.base_prefix, os.__file__ + "/.."))})
        sys.addaudithook(self._note)

    @contextmanager
    def over(self, root: Path) -> Iterator[list[str]]:
        """Watch while a mutant is tried."""
        self.root, self.seen = str(root), []
        try:
            yield self.seen
        finally:
            self.root = ""

    def _note(self, event: str, given: tuple[Any, ...]) -> None:
        if not self.root:
            return
        if event in STARTING or (event in CHANGING and not self._is_temporary(*given[:2])):
            self.seen.append(f"{event} {given[:2]}")
        elif event == "open" and isinstance(given[0], str):
            path, is_written = os.path.realpath(given[0]), given[2] & WRITING
            if not self._is_temporary(path) and (is_written or not path.startswith((self.root, *self.ours))):
                self.seen.append(f"{'writes' if is_written else 'reads'} {path}")

    def _is_temporary(self, path: object, folder: object = -1) -> bool:
        """Tell whether something lies in a folder that the program makes for itself, and takes away again."""
        if isinstance(folder, int) and folder > 0 and not Path(str(path)).is_absolute():
            return True  # below a folder that is open, as when a tree is taken away
        return bool(TEMPORARY.match(str(path))) and not str(path).startswith(self.root)


WATCH = Watch()


def try_mutants(number: int, seed: int, root: Path, most: int = 3) -> Figures:
    """Spoil a project again and again, and return what came of it.

    Args:
        number: how many mutants.
        seed: decides all of them; each has a seed of its own, which is named with what went wrong.
        root: a copy of a project that may be spoilt.
        most: how many mistakes a mutant has at most; every third has one alone.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1764500000")  # or git is asked for the day of each
    figures, content = Figures(), root / "content_data"
    good = {path: path.read_bytes() for path in _texts(root)}
    files = [path for path in good if content in path.parents or path.name == "CHANGELOG.md"]
    beside = {*root.iterdir()}
    for each in range(number):
        chance = random.Random(f"{seed} {each}")
        if each % 25 == 0:
            kept.begin(None)  # or every mutant would be remembered
        done, line, file = [], None, root
        for _ in range(chance.randint(1, most) if each % 3 else 1):
            there = [path for path in files if path.is_file() and not path.is_symlink()]
            file, spoil = chance.choice(there), chance.choices([*SPOILS], [*SPOILS.values()])[0]
            done.append(f"{spoil.__name__} {file.relative_to(root)}")
            line = spoil(chance, file)
        name = f"{seed} {each}: {', '.join(done)}"
        told = _try(root, figures, name)
        if told and len(done) == 1 and isinstance(line, int):
            _place(figures, f"{name}:{line}", told, file.relative_to(root).as_posix(), line)
        _mend(root, good, beside)
    return figures


def _try(root: Path, figures: Figures, name: str) -> list[Problem]:
    """Open a project, note what comes of it, and return what is told."""
    start, told = time.process_time(), list[Problem]()
    faults: list[str] = []
    with WATCH.over(root) as seen, _in_time():
        try:
            faults += _live(open_project(root, TODAY))
            figures.count["valid"] += 1
        except ContentError as error:
            figures.count["told"] += 1
            told = error.problems
        except BaseException:
            faults.append(traceback.format_exc(limit=-4))
    took = time.process_time() - start
    figures.slowest = max(figures.slowest, took)
    faults += [*seen, *_nowhere(root, told)]
    faults += [f"{took:.0f} seconds"] if took > LATEST else []
    figures.faults += [f"{name}: {fault}" for fault in faults]
    return told


@contextmanager
def _in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise NeverEndingError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(NEVER)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _live(project: Project) -> Iterator[str]:
    """Yield where what stands in the content is more than text."""
    for page in project.files:
        if found := LIVE.search(page.finished.article):
            yield f"{page.address} has {found[0]}"


def _place(figures: Figures, name: str, told: list[Problem], path: str, line: int) -> None:
    """Note how far from a mistake in one line the nearest problem is."""
    lines = [abs(problem.location.line - line) for problem in told if problem.location.path == path]
    far = min(lines, default=None)
    kind = "elsewhere" if far is None else "on it" if far == 0 else "within two lines" if far <= 2 else "in the file"
    figures.places[kind] += 1
    if far is None:
        figures.elsewhere.append(f"{name} told as {told[0]}")


def _nowhere(root: Path, told: list[Problem]) -> Iterator[str]:
    """Yield problems whose place cannot be looked up: in a file, or at the head of what is no file."""
    texts = {path: _lines(root / path) for path in {problem.location.path for problem in told}}
    for problem in told:
        where, lines = problem.location, texts[problem.location.path]
        if lines:
            is_there = 1 <= where.line <= len(lines) + 1 and where.column <= len([*lines, ""][where.line - 1]) + 2
        else:
            is_there = not where.path.startswith(("/", "..")) and where.line >= 1
        if not is_there:
            yield f"no such place: {problem}"


def _lines(file: Path) -> list[str]:
    try:
        raw = file.read_bytes() if file.is_file() else b""
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n") if raw else []
    except (OSError, UnicodeDecodeError):
        return []


def _texts(root: Path) -> list[Path]:
    folders = (root / "content_data", root / "docs")
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file() and "schema" not in path.parts]
    return sorted([*found, root / "CHANGELOG.md"])


def _mend(root: Path, good: dict[Path, bytes], beside: set[Path]) -> None:
    """Make a project whole again: its files as they were, and nothing else in its folder or among its content."""
    content = root / "content_data"
    for path in [*content.rglob("*"), root / "CHANGELOG.md", *{*root.iterdir()}.difference(beside)]:
        if path.is_symlink() or (
            path.exists() and not path.is_dir() and path not in good and "schema" not in path.parts
        ):
            path.unlink()
    for path, raw in good.items():
        path.parent.mkdir(exist_ok=True)
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
    print("\n".join([*made.elsewhere, *made.faults]))
    top = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(dict(made.count), f"{len(made.faults)} faults, slowest {made.slowest:.1f} s, at most {top} MB")
    print(f"Mistakes of one line are told: {dict(made.places)}")
