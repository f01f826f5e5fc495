"""Tells whether nothing has changed since the content was checked, or since the site was made."""

from __future__ import annotations

import hashlib
import json
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path

from build_scripts.content.problems import Location, Problem
from build_scripts.formats import pdf
from build_scripts.publish.atomic_swap import ReplacedFolder
from build_scripts.publish.commit_date import commit_epoch
from build_scripts.publish.kept_files import key_of
from build_scripts.publish.sources import SOURCES, files_below

CHECKED, STANDING = "build/checked.json", "build/standing.json"
"""What is remembered of the last check without a mistake, and of the site that stands."""
CODE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Outcome:
    """What came of a run without a mistake."""

    key: str
    """Changes with everything that decides the bytes of the site, and what is told of its content."""
    figures: str
    """How many pages and the like there are, as they were printed."""
    warnings: tuple[Problem, ...]
    """What checking the content warned of."""


def site_key(root: Path, today: date, strict_dates: bool) -> str:
    """Return a hash of all that decides what is made and told: sources, code, versions, build date and day.

    Args:
        root: the project folder.
        today: the day against which review dates are judged.
        strict_dates: whether an overdue review is an error.
    """
    return key_of(program_key(), str(commit_epoch(root)), f"{today} {strict_dates}", *_files_below(root, SOURCES))


def program_key() -> str:
    """Return a hash of the program that runs: its code, and the versions of what it uses."""
    return key_of(program_versions(), _code())


@cache
def _code() -> str:
    return key_of(*_files_below(CODE, (".",)))


def program_versions() -> str:
    """Return what builds besides our own code: Python, when a package was last put in, the libraries of the system."""
    installed = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    return f"{sys.version} {installed} {pdf.missing() or pdf.versions()}"


def _files_below(start: Path, tops: Iterable[str]) -> Iterator[str | bytes]:
    """Yield the name and the bytes of every file of some folders, or of a file that is named itself."""
    for path in files_below(start, tops):
        yield from (path.relative_to(start).as_posix(), path.read_bytes())


def remembered(root: Path, file: str, key: str) -> Outcome | None:
    """Return what came of a run with this key, or None when the last one had another.

    Args:
        root: the project folder.
        file: ``CHECKED`` or ``STANDING``.
        key: of now.
    """
    try:
        found = json.loads((root / file).read_text(encoding="utf-8"))
        if found.pop("key") == key:
            return Outcome(key, warnings=tuple(map(_problem, found.pop("warnings"))), **found)
    except (OSError, ValueError, KeyError, TypeError):  # never run, cut off, or written by another version
        pass
    return None


def remember(root: Path, file: str, outcome: Outcome) -> None:
    """Keep what came of a run, where notes may be written: without them the next run takes longer, and that is all."""
    with suppress(OSError):
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text(json.dumps(asdict(outcome)), encoding="utf-8", newline="\n")


def is_whole(root: Path, site: ReplacedFolder) -> bool:
    """Tell whether a folder holds exactly the files of its list, each as it was made.

    Args:
        root: the project folder.
        site: the folder, and its list.
    """
    try:
        files = json.loads((root / str(site.listed)).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError):
        return False
    there = {path.relative_to(root / site.folder).as_posix(): path for path in _files(root / site.folder)}
    return there.keys() == {file["path"] for file in files} and all(
        hashlib.sha256(there[file["path"]].read_bytes()).hexdigest() == file["sha256"] for file in files
    )


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _problem(found: dict[str, object]) -> Problem:
    return Problem(**{**found, "location": Location(**found["location"])})  # type: ignore[arg-type]
