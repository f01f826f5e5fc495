"""When the power goes, there is a whole old or a whole new site, and the same of the release."""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from build_scripts.publish.atomic_swap import ReplacedFolder, repair, swap
from build_scripts.publish.build import generate
from build_scripts.publish.disk_faults import plain_words
from build_scripts.publish.site_folder import MANIFEST, NEXT, SITE_FOLDER
from build_scripts.release.build import RELEASE_FOLDER
from tests.crash_points import BEFORE_ANYTHING_MOVES, POINTS, cut
from tests.folders import files_in, opened, whole_project, write

AFTER = "A word more."
"""What stands in the new content alone."""


class Whole(NamedTuple):
    """A site, its list and a release, all whole."""

    site: dict[str, bytes]
    listed: str
    dist: dict[str, bytes]


class Start(NamedTuple):
    """Where each cut starts from."""

    root: Path
    raw: Path
    old: Whole
    new: Whole


def whole(root: Path) -> Whole:
    """Return what stands in a project."""
    listed = root / MANIFEST
    return Whole(
        files_in(root / SITE_FOLDER.folder),
        listed.read_text(encoding="utf-8") if listed.exists() else "",
        files_in(root / RELEASE_FOLDER.folder),
    )


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Start:
    """A small project that was released, and has changed since; and what it becomes when nothing goes wrong."""
    base = tmp_path_factory.mktemp("power")
    root = whole_project(base / "project")
    generate(root, opened(root))
    raw = (root / NEXT).rename(base / "raw")
    cut(root, raw, "release")
    old = whole(root)
    for path in raw.rglob("*.html"):
        path.write_text(path.read_text(encoding="utf-8").replace("<article>", f"<article>{AFTER}"), encoding="utf-8")
    later = shutil.copytree(root, base / "later")
    cut(later, raw, "release")
    return Start(root, raw, old, whole(later))


@pytest.mark.parametrize(
    "point", [pytest.param(name, marks=[pytest.mark.full] if name in BEFORE_ANYTHING_MOVES else []) for name in POINTS]
)
def test_a_cut_leaves_old_or_new_and_never_half(start: Start, tmp_path: Path, point: str) -> None:
    """The next start finds one whole site with its own list, one whole release, and nothing beside them."""
    root = shutil.copytree(start.root, tmp_path / "project")
    cut(root, start.raw, point)
    for place in (SITE_FOLDER, RELEASE_FOLDER):
        repair(root, place)
    now, wanted = whole(root), POINTS[point]
    assert now.site == getattr(start, wanted.site).site
    assert now.listed == getattr(start, wanted.site).listed
    assert now.dist == getattr(start, wanted.dist).dist
    assert [path.name for path in (root / "build").glob("*.*")] == ["manifest.json"]


def test_old_and_new_differ(start: Start) -> None:
    """The test above can tell a whole old one from a whole new one."""
    assert len(POINTS) >= 20
    assert all(old != new for old, new in zip(start.old, start.new, strict=True))
    assert json.loads(start.new.listed)["files"] and "SHA256SUMS" in start.new.dist


def test_a_release_after_a_cut_needs_no_help(start: Start, tmp_path: Path) -> None:
    """A maintainer just runs the command again."""
    root = shutil.copytree(start.root, tmp_path / "project")
    cut(root, start.raw, "between the moves of the release")
    cut(root, start.raw, "release")
    assert whole(root) == start.new


@pytest.mark.parametrize("left", ["list", "new", "old"])
def test_a_cut_while_repairing_is_repaired(tmp_path: Path, left: str) -> None:
    """What a repair had not yet cleared away does not bring half a site at the next start."""
    place = ReplacedFolder("site", "build/listed.json")
    write(tmp_path, {"site/index.html": "whole", "build/listed.json": "whole"})
    waiting = {"list": place.listed_next, "new": f"{place.next}/index.html", "old": f"{place.old}/index.html"}
    write(tmp_path, {waiting[left]: "left"} | ({f"{place.next}/half": ""} if left == "list" else {}))
    repair(tmp_path, place)
    assert files_in(tmp_path) == {"build/listed.json": b"whole", "site/index.html": b"whole"}


def test_a_list_that_waits_belongs_to_the_site_that_stands(tmp_path: Path) -> None:
    """When the new folder is in place and its list is not, the list follows."""
    place = ReplacedFolder("site", "build/listed.json")
    write(tmp_path, {"site/index.html": "new", "build/listed.json": "old", place.listed_next: "new"})
    repair(tmp_path, place)
    assert (tmp_path / "build/listed.json").read_text(encoding="utf-8") == "new"


def test_a_folder_without_a_list_is_swapped(tmp_path: Path) -> None:
    """The first one comes in as well as the second."""
    place = ReplacedFolder("dist")
    for words in ("first", "second"):
        write(tmp_path, {f"{place.next}/file": words})
        swap(tmp_path, place)
        assert files_in(tmp_path / "dist") == {"file": words.encode()}
    assert files_in(tmp_path / "build") == {}


def test_a_link_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    """A technician whose site is a link to where the server reads is told at the start, and the link stays."""
    write(tmp_path, {"server/index.html": "good"})
    (tmp_path / "site").symlink_to("server")
    with pytest.raises(OSError, match="symbolic links") as told:
        repair(tmp_path, SITE_FOLDER)
    assert "site is a link; put a real folder in its place" in str(plain_words(told.value))
    assert (tmp_path / "site").is_symlink()
