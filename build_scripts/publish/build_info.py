"""Version and dates of a build, the same for the same sources wherever and whenever they are built."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from build_scripts.content.content import Content
from build_scripts.content.pages import Release
from build_scripts.content.problems import Problem
from build_scripts.content.settings import Settings
from build_scripts.pages.generated import BuildInfo
from build_scripts.publish.commit_date import commit_epoch


def read_build_info(root: Path, content: Content) -> BuildInfo:
    """Return what every page says about its own making."""
    version = _version(root)
    moment = datetime.fromtimestamp(build_epoch(root, content), UTC)
    day = moment.date()
    return BuildInfo(version, day, content.checked_on, content.one(Settings).age.old_from(day))


def check_version(root: Path, content: Content) -> Iterator[Problem]:
    """Yield a problem when the newest release that readers are told of is not the one that is made."""
    version, newest = _version(root), next(iter(content.all(Release)), None)
    if newest is not None and newest.version != version:
        message = f"the newest release here is {newest.version}, and pyproject.toml says {version}"
        yield Problem(newest.location, message, "give both the same number")


def _version(root: Path) -> str:
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def build_epoch(root: Path, content: Content) -> int:
    """Return the build date as seconds since 1970.

    ``SOURCE_DATE_EPOCH`` gives it, else the last commit, else the newest ``checked_on``.
    """
    known = commit_epoch(root)
    if known is not None:
        return known
    day = content.checked_on or date(2026, 1, 1)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
