"""A command begins with what the one before worked out, and never with what another program did."""

from pathlib import Path

import pytest

from build_scripts.content.kept import Kept
from build_scripts.publish import kept_results as keeping
from build_scripts.publish.kept_results import RESULTS, kept_results
from build_scripts.publish.unchanged import STANDING
from tests.built import ROOT
from tests.conftest import Change
from tests.folders import files_in, python, whole_project, with_documents

OTHER = "content_data/faq/what-then.md:4:8: 'first' is not a whole number; write digits only, such as 10"
WRONG = "content_data/guidance/start.md:15:23: there is no term 'consnt'; did you mean 'consent'?"


def made(text: str) -> str:
    """Return a text twice."""
    return text * 2


@pytest.fixture
def doubled(monkeypatch: pytest.MonkeyPatch) -> Kept[..., str]:
    """A function that remembers, and no other beside it."""
    monkeypatch.setattr(Kept, "every", [])
    return Kept(made)


def forget(doubled: Kept[..., str]) -> None:
    """Be a process that begins."""
    doubled.asked, doubled.before = {}, {}


def test_the_next_command_begins_with_them(tmp_path: Path, doubled: Kept[..., str]) -> None:
    """What was worked out once is only looked up, also after a command that failed."""
    with pytest.raises(SystemExit), kept_results(tmp_path):
        doubled("a")
        raise SystemExit(1)
    forget(doubled)
    with kept_results(tmp_path):
        assert (doubled("a"), doubled.made) == ("aa", 0)


def test_another_program_begins_with_nothing(
    tmp_path: Path, doubled: Kept[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of code, or a newer library, works everything out anew."""
    with kept_results(tmp_path):
        doubled("a")
    forget(doubled)
    monkeypatch.setattr(keeping, "program_key", lambda: "another")
    with kept_results(tmp_path):
        assert (doubled("a"), doubled.made) == ("aa", 1)


@pytest.mark.parametrize("left", [b"", b"half", b"0" * 90])
def test_what_a_cut_left_is_not_believed(tmp_path: Path, doubled: Kept[..., str], left: bytes) -> None:
    """Half a file, or one that was changed, costs the time of a first run and no more."""
    with kept_results(tmp_path):
        doubled("a")
    (tmp_path / RESULTS).write_bytes(left)
    forget(doubled)
    with kept_results(tmp_path):
        assert (doubled("a"), doubled.made) == ("aa", 1)


def test_each_mistake_is_told_until_it_is_mended(small: Path, change: Change) -> None:
    """Two commands, each a process of its own: what is kept hides no mistake, and brings none back."""
    check = ("-m", "build_scripts", "check", "--quiet", "--today", "2026-06-01", "--project", str(small))
    change("content_data/guidance/start.md", "term:consent", "term:consnt")
    change("content_data/faq/what-then.md", "order: 10", "order: first")
    assert python(*check, cwd=ROOT).stdout.splitlines() == [OTHER, WRONG]
    assert (small / RESULTS).is_file()
    change("content_data/faq/what-then.md", "order: first", "order: 10")
    assert python(*check, cwd=ROOT).stdout.splitlines() == [WRONG]


def test_a_site_made_with_them_has_the_same_bytes(tmp_path: Path) -> None:
    """No reader can tell whether a page was worked out now or in part by the command before."""
    root = with_documents(whole_project(tmp_path / "small"))
    site = ("-m", "build_scripts", "site", "--quiet", "--today", "2026-06-01")
    assert python(*site, cwd=root).returncode == 0
    first = files_in(root / "site")
    (root / STANDING).unlink()
    assert (root / RESULTS).is_file() and python(*site, cwd=root).returncode == 0
    assert files_in(root / "site") == first
