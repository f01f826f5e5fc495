"""Project folders on disk, for tests that run MkDocs or compare what stands in a folder."""

import gzip
import os
import shutil
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli
from filelock import FileLock
from markupsafe import Markup

from build_scripts.publish import downloads
from build_scripts.publish.project import Project, open_project
from tests.built import ROOT
from tests.conftest import TODAY, copy_small


def whole_project(root: Path) -> Path:
    """Copy the small project with everything that a real run of MkDocs needs."""
    return copy_small(root, "hosting", "overrides", "build_scripts")


def with_documents(root: Path) -> Path:
    """Let a copy of the small project keep its documents already, as after an earlier build.

    For tests of what is done with them: they are made once for all, and kept from run to run by what decides them.
    """
    shutil.copytree(_documents(), root / downloads.CACHE)
    return root


@cache
def _documents() -> Path:
    base = ROOT / "build" / "small"
    base.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{base}.lock"), TemporaryDirectory() as place:
        project = opened(copy_small(Path(place) / "small", "overrides"))
        downloads.build_downloads(base, project.content, project.build_info)
    return base / downloads.CACHE


def opened(root: Path) -> Project:
    """Return a project as it is on the day of the tests."""
    return open_project(root, TODAY, shapes=downloads.available_shapes())


def articles(root: Path) -> dict[str, Markup]:
    """Return the article of every page of a project without problems, by its address."""
    return {page.address: page.body for page in opened(root).files}


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes; an empty folder counts as a file without bytes."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() or not any(path.iterdir())]
    return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"" for path in found}


def unpacked(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files as readers get them: each compressed copy with what it decodes to."""
    decode = {".br": brotli.decompress, ".gz": gzip.decompress}
    return {name: decode.get(Path(name).suffix, bytes)(data) for name, data in files.items()}


def theme_files() -> set[str]:
    """Return the addresses of everything that comes with the theme, folders as well."""
    spec = find_spec("material")
    assert spec is not None and spec.submodule_search_locations is not None
    folder = Path(spec.submodule_search_locations[0]) / "templates"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def write(root: Path, files: dict[str, str]) -> None:
    """Write text files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def python(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run this Python in a folder, as an editor's terminal would."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
