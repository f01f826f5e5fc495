"""A site is only taken for the one that would be made when everything that decides it is the same."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from build_scripts.content.problems import Location, Problem
from build_scripts.publish.atomic_swap import ReplacedFolder
from build_scripts.publish.unchanged import CHECKED, STANDING, Outcome, is_whole, remember, remembered, site_key
from tests.folders import write

DAY = date(2026, 6, 1)
SITE = ReplacedFolder("site", "build/manifest.json")
SHA_OF_A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
OUTCOME = Outcome("key", "1 pages", (Problem(Location("a.yml", 2, 3), "wrong", "mend it", "warning"),))


@pytest.fixture
def standing(tmp_path: Path) -> Path:
    """A project with a site of one file, listed and remembered."""
    listed = f'{{"files": [{{"path": "a.html", "sha256": "{SHA_OF_A}"}}]}}'
    write(tmp_path, {"site/a.html": "a", "build/manifest.json": listed})
    remember(tmp_path, STANDING, OUTCOME)
    return tmp_path


def test_what_came_of_a_run_is_remembered(standing: Path) -> None:
    """What was said then is said again, of the same content alone and of that kind of run alone."""
    assert is_whole(standing, SITE)
    assert remembered(standing, STANDING, "key") == OUTCOME
    assert remembered(standing, STANDING, "other") is None
    assert remembered(standing, CHECKED, "key") is None


@pytest.mark.parametrize("left", ["{", '{"key": "key"}', '{"key": "key", "warnings": [], "of": "another version"}'])
def test_what_cannot_be_read_is_forgotten(standing: Path, left: str) -> None:
    """A cut, or a newer version of the program, costs a run and no more."""
    (standing / STANDING).write_text(left)
    assert remembered(standing, STANDING, "key") is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda root: (root / "site" / "a.html").unlink(),
        lambda root: (root / "site" / "a.html").write_text("b"),
        lambda root: (root / "site" / "b.html").write_text("b"),
        lambda root: (root / "build" / "manifest.json").unlink(),
        lambda root: (root / "build" / "manifest.json").write_text("{"),
    ],
    ids=["file gone", "file changed", "file more", "no list", "half a list"],
)
def test_a_site_that_is_not_whole_does_not_stand(standing: Path, spoil: Callable[[Path], object]) -> None:
    """Whatever is missing, the site is made again instead of half a site being called good."""
    spoil(standing)
    assert not is_whole(standing, SITE)


def test_a_file_that_moves_is_a_change(tmp_path: Path) -> None:
    """The same words in another folder make another page."""
    write(tmp_path, {"content_data/faq/a.md": "a"})
    before = site_key(tmp_path, DAY, False)
    (tmp_path / "content_data" / "faq").rename(tmp_path / "content_data" / "guidance")
    assert site_key(tmp_path, DAY, False) != before


@pytest.mark.parametrize(
    "name", ["content_data/a.yml", "content_data/new.yml", "docs/local.js", "mkdocs.yml", "overrides/main.html"]
)
def test_every_source_is_in_the_key(tmp_path: Path, name: str) -> None:
    """A changed word, a new file, a setting or a frame makes the site anew."""
    write(tmp_path, {"content_data/a.yml": "a", "docs/local.js": "", "mkdocs.yml": "", "overrides/main.html": ""})
    before = site_key(tmp_path, DAY, False)
    assert site_key(tmp_path, DAY, False) == before
    write(tmp_path, {name: "changed"})
    assert site_key(tmp_path, DAY, False) != before


def test_day_options_and_libraries_are_in_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An overdue review, a strict build, and a library that came or went are seen; so is the date of the commit."""
    keys = {
        site_key(tmp_path, DAY, False),
        site_key(tmp_path, date(2026, 6, 2), False),
        site_key(tmp_path, DAY, True),
    }
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    keys.add(site_key(tmp_path, DAY, False))
    monkeypatch.setattr("build_scripts.formats.pdf.missing", lambda: "pango")
    keys.add(site_key(tmp_path, DAY, False))
    assert len(keys) == 5
