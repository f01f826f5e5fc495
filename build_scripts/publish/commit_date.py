"""The day of the last change, as the history of the project knows it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def commit_epoch(root: Path) -> int | None:
    """Return ``SOURCE_DATE_EPOCH`` where it is set, else the date of the last commit, as seconds since 1970.

    None for a downloaded archive, which has no history. See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    committed = _git(root, "log", "-1", "--format=%ct")
    return int(committed) if committed.isdigit() and _is_top(root) else None


def _is_top(root: Path) -> bool:
    return Path(_git(root, "rev-parse", "--show-toplevel")).resolve() == root.resolve()


def _git(root: Path, *arguments: str) -> str:
    try:
        trusted = f"safe.directory={root}"  # git refuses a folder of another user, as in many containers
        command = ["git", "-c", trusted, "-C", str(root), *arguments]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return run.stdout.strip()
