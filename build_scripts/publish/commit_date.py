"""The day of the last change, as the history of the project knows it."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

VARIABLE = "SOURCE_DATE_EPOCH"
MOMENTS = range(315_532_800, 4_354_819_200)
"""Seconds since 1970 that the date of a file in a zip can stand for: 1980 to 2107."""


class NoMomentError(ValueError):
    """The day of a build is given wrongly; the text says how to give it."""


def commit_epoch(root: Path) -> int | None:
    """Return ``SOURCE_DATE_EPOCH`` where it is set, else the date of the last commit, as seconds since 1970.

    None for a downloaded archive, which has no history. See https://reproducible-builds.org/specs/source-date-epoch/.

    Raises:
        NoMomentError: when the variable holds no moment that a file in a zip can have.
    """
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        if not re.fullmatch("[0-9]+", given) or int(given[:12]) not in MOMENTS:
            raise NoMomentError(
                f"{VARIABLE} is '{given[:20]}'; it should count seconds since 1970 and give a day from 1980 to 2107. "
                f"Correct it, or take it away"
            )
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
