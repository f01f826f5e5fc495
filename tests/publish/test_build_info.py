"""The build date: the same for the same sources wherever and whenever they are built."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from build_scripts.content.content import Content
from build_scripts.content.problems import ContentError
from build_scripts.pages.generated import BuildInfo
from build_scripts.publish.build_info import build_epoch, read_build_info
from tests.conftest import Change
from tests.folders import opened

NEWEST = 1767571200
"""5 January 2026, the newest checked_on of the small project."""
COMMITTED = 1780000000


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in [name for name in os.environ if name.startswith("GIT_")] + ["SOURCE_DATE_EPOCH"]:
        monkeypatch.delenv(name, raising=False)


def commit(folder: Path) -> None:
    """Make a folder a repository with one commit of a known moment."""
    moment = {"GIT_AUTHOR_DATE": f"{COMMITTED - 5} +0000", "GIT_COMMITTER_DATE": f"{COMMITTED} +0000"}
    own = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "--quiet"], ["add", "."], [*own, "commit", "--quiet", "--no-verify", "-m", "Test"]):
        subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **moment}, check=True)


def test_source_date_epoch_comes_first(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A packager sets the date, as for every other program."""
    commit(small)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert build_epoch(small, opened(small).content) == 1700000000


def test_an_empty_source_date_epoch_counts_as_none(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that is set to nothing stops no build; one with other words is told of."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert build_epoch(small, opened(small).content) == NEWEST


def test_the_last_commit_gives_the_date(small: Path) -> None:
    """Two people who build the same commit get the same pages."""
    commit(small)
    assert build_epoch(small, opened(small).content) == COMMITTED


def test_a_repository_around_the_project_is_another_project(small: Path) -> None:
    """An archive unpacked inside somebody's repository does not take that repository's date."""
    commit(small.parent)
    assert build_epoch(small, opened(small).content) == NEWEST


def test_a_repository_without_commits_gives_no_date(small: Path) -> None:
    """The first build of a new copy works."""
    subprocess.run(["git", "init", "--quiet"], cwd=small, check=True)
    assert build_epoch(small, opened(small).content) == NEWEST


def test_an_archive_takes_the_newest_checked_date(small: Path) -> None:
    """A downloaded archive has no history and still gives the same pages every day."""
    glossary = small / "content_data" / "statistics.yml"
    text = glossary.read_text(encoding="utf-8")
    glossary.write_text(text.replace("checked_on: 2026-01-01", "checked_on: 2026-01-06"), encoding="utf-8")
    assert build_epoch(small, opened(small).content) == NEWEST + 24 * 60 * 60


def test_a_computer_without_git_builds_too(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git is not needed to build an archive."""
    monkeypatch.setenv("PATH", str(small))
    assert shutil.which("git") is None
    assert build_epoch(small, opened(small).content) == NEWEST


def test_content_without_dates_has_a_date(tmp_path: Path) -> None:
    """The build date never depends on today."""
    assert build_epoch(tmp_path, Content({})) == 1767225600  # 1 January 2026


def test_the_stamp_says_version_and_dates(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader sees the release, the day of the build and the day of the last check; days are those of UTC."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780271999")  # one second before 1 June 2026
    made = read_build_info(small, opened(small).content)
    assert made == BuildInfo("1.2.3", date(2026, 5, 31), date(2026, 1, 5), date(2026, 9, 1))
    days = {"built": "2026-05-31", "built_on": "31 May 2026", "old_from": "2026-09-01", "checked_on": "5 January 2026"}
    assert made.words() == {"version": "1.2.3", **days}


def test_readers_are_told_of_the_release_that_is_made(small: Path, change: Change) -> None:
    """Who forgets one of the two numbers is told at the other, and no release goes out under two."""
    change("CHANGELOG.md", "## 1.2.3", "## 1.3.0")
    with pytest.raises(ContentError) as caught:
        opened(small)
    told = "the newest release here is 1.3.0, and pyproject.toml says 1.2.3; give both the same number"
    assert str(caught.value) == f"CHANGELOG.md:3:1: {told}"
