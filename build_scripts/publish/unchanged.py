"""Tells whether the site that stands is the one that would be made now, without making it."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from build_scripts.content.problems import Location, Problem
from build_scripts.formats import pdf
from build_scripts.publish.atomic_swap import ReplacedFolder
from build_scripts.publish.commit_date import commit_epoch
from build_scripts.publish.kept_files import key_of

STANDING = "build/standing.json"
SOURCES = ("CHANGELOG.md", "content_data", "docs", "mkdocs.yml", "overrides", "pyproject.toml", "requirements.txt")
"""What a site is made of besides the code, from the project folder."""
CODE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Standing:
    """What is remembered of the site that stands."""

    key: str
    """Changes with everything that decides its bytes."""
    figures: str
    """How many pages and the like it has, as they were printed."""
    warnings: tuple[Problem, ...]
    """What checking its content warned of."""


def site_key(root: Path, today: date, strict_dates: bool) -> str:
    """Return a hash of all that decides what ``site`` makes and says: sources, code, versions, build date and day.

    Args:
        root: the project folder.
        today: the day against which review dates are judged.
        strict_dates: whether an overdue review is an error.
    """
    return key_of(
        program_versions(),
        str(commit_epoch(root)),
        f"{today} {strict_dates}",
        *(part for path in _sources(root) for part in (path.name, path.read_bytes())),
    )


def program_versions() -> str:
    """Return what builds besides our own code: Python, when a package was last put in, the libraries of the system."""
    installed = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    return f"{sys.version} {installed} {pdf.missing() or pdf.versions()}"


def _sources(root: Path) -> Iterator[Path]:
    for top in (*(root / name for name in SOURCES), CODE):
        if top.is_file():
            yield top
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            yield from (Path(folder, name) for name in sorted(names))


def read_standing(root: Path, site: ReplacedFolder, key: str) -> Standing | None:
    """Return what is remembered of the site that stands, or None when another one would be made or a file is missing.

    Args:
        root: the project folder.
        site: its folder, and the list of its files.
        key: of the site that would be made.
    """
    try:
        found = json.loads((root / STANDING).read_text(encoding="utf-8"))
        files = json.loads((root / str(site.listed)).read_text(encoding="utf-8"))["files"]
        if found.pop("key") != key or not _is_whole(root / site.folder, files):
            return None
        return Standing(key, warnings=tuple(map(_problem, found.pop("warnings"))), **found)
    except (OSError, ValueError, KeyError, TypeError):  # never built, cut off, or written by another version
        return None


def keep_standing(root: Path, standing: Standing) -> None:
    """Remember a site that was just swapped in."""
    (root / STANDING).write_text(json.dumps(asdict(standing)), encoding="utf-8", newline="\n")


def _is_whole(site: Path, files: list[dict[str, str]]) -> bool:
    """Tell whether a folder holds exactly the files listed, each as it was made."""
    there = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return there.keys() == {file["path"] for file in files} and all(
        hashlib.sha256(there[file["path"]].read_bytes()).hexdigest() == file["sha256"] for file in files
    )


def _problem(found: dict[str, object]) -> Problem:
    return Problem(**{**found, "location": Location(**found["location"])})  # type: ignore[arg-type]
