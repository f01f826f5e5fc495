"""The build date comes from the history, and from nowhere else without being told."""

import subprocess
from pathlib import Path

import pytest

from build_scripts.publish.commit_date import commit_epoch


@pytest.fixture
def committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one commit, made on 1 January 2026, with a folder."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1767225600 +0000")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    (tmp_path / "folder").mkdir()
    for command in (("init", "-q"), (*who, "commit", "-q", "--allow-empty", "-m", "a")):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    return tmp_path


def test_the_last_commit_gives_the_date(committed: Path) -> None:
    """Two people who build the same commit get the same bytes."""
    assert commit_epoch(committed) == 1767225600


def test_what_is_set_goes_first(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A packager sets the date for all programs alike."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    assert commit_epoch(committed) == 1780000000


def test_an_archive_within_another_history_has_none(committed: Path) -> None:
    """A downloaded copy that lies in somebody's own project does not take that project's date."""
    assert commit_epoch(committed / "folder") is None
