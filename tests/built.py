"""The real site, built for the tests that look at it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.publish.build import KEPT_COPIES
from build_scripts.publish.downloads import CACHE
from build_scripts.publish.kept_files import key_of
from build_scripts.publish.unchanged import program_versions
from build_scripts.release import office_documents

MADE = "build/made"
"""The file that tells that a kept release is whole."""
ROOT = Path(__file__).resolve().parent.parent
PARTS = (
    "CHANGELOG.md",
    "build_scripts",
    "content_data",
    "docs",
    "hosting",
    "overrides",
    "mkdocs.yml",
    "pyproject.toml",
    "releases",
)


@dataclass(frozen=True)
class Built:
    """A project folder with its built site."""

    root: Path

    @property
    def site(self) -> Path:
        """The folder that is published."""
        return self.root / "site"

    @property
    def dist(self) -> Path:
        """The folder of the release, when one was made."""
        return self.root / "dist"

    @property
    def manifest(self) -> Any:
        """The list of all pages and files."""
        return json.loads((self.root / "build" / "manifest.json").read_text(encoding="utf-8"))


def copy_project(to: Path, kept_by: Path | None = None) -> Path:
    """Copy what a build needs, without history.

    Args:
        to: the folder to be made.
        kept_by: a project that was built; what it keeps from one build to the next is copied as well.
    """
    to.mkdir(parents=True)
    if kept_by:
        for folder in (CACHE, KEPT_COPIES, office_documents.CACHE):
            if (kept_by / folder).is_dir():
                shutil.copytree(kept_by / folder, to / folder)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part)  # with what Python has compiled of it
        else:
            shutil.copy(source, to / part)
    return to


def released_site(base: Path) -> Built:
    """Return the real content, released: as it was kept by an earlier run, or made now.

    It is kept under a key over everything that made it; the last two are kept.

    Args:
        base: the folder that keeps it; one process at a time may ask.
    """
    files = (part for path in _files() for part in (path.relative_to(ROOT).as_posix(), path.read_bytes()))
    root = base / key_of(program_versions(), *files)
    if not (root / MADE).is_file():
        shutil.rmtree(root, ignore_errors=True)
        earlier = sorted(base.glob("*/" + MADE), key=lambda made: made.stat().st_mtime)
        for made in earlier[:-1]:
            shutil.rmtree(made.parent.parent)
        before = earlier[-1].parent.parent if earlier else None
        build(copy_project(root, before), "release", "--skip-browser")
        (root / MADE).touch()
    return Built(root)


def _files() -> Iterator[Path]:
    for part in PARTS:
        paths = sorted((ROOT / part).rglob("*")) if (ROOT / part).is_dir() else [ROOT / part]
        yield from (path for path in paths if path.is_file() and "__pycache__" not in path.parts)


def build(root: Path, *verb: str, **environment: str) -> Built:
    """Build a copied project as an editor would, or do what another verb says."""
    settings = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"} | environment
    command = [sys.executable, "-m", "build_scripts", *(verb or ("site",)), "--quiet"]
    run = subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return Built(root)
