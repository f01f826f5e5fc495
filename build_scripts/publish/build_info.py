"""Version and dates of a build, the same for the same sources wherever and whenever they are built."""

from __future__ import annotations

import os
import subprocess
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

from build_scripts.content.content import Content
from build_scripts.content.settings import Settings
from build_scripts.pages.generated import BuildInfo


def read_build_info(root: Path, content: Content) -> BuildInfo:
    """Return what every page says about its own making."""
    with (root / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    moment = datetime.fromtimestamp(build_epoch(root, content), UTC)
    day = moment.date()
    return BuildInfo(version, day, content.checked_on, content.one(Settings).age.old_from(day))


def build_epoch(root: Path, content: Content) -> int:
    """Return the build date as seconds since 1970.

    ``SOURCE_DATE_EPOCH`` gives it, else the last commit, else the newest ``checked_on``: a downloaded
    archive has no history. See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    committed = _git(root, "log", "-1", "--format=%ct")
    if committed.isdigit() and Path(_git(root, "rev-parse", "--show-toplevel")).resolve() == root.resolve():
        return int(committed)
    day = content.checked_on or date(2026, 1, 1)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _git(root: Path, *arguments: str) -> str:
    try:
        trusted = f"safe.directory={root}"  # git refuses a folder of another user, as in many containers
        command = ["git", "-c", trusted, "-C", str(root), *arguments]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return run.stdout.strip()
