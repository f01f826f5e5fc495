"""The same content gives the same site and the same release, anywhere and at any time."""

import hashlib
import os
from pathlib import Path, PurePosixPath

import pytest

from build_scripts.publish.downloads import CACHE
from build_scripts.publish.kept_files import KeptFiles
from tests.built import Built, build, copy_project


def _tree(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _forget_one_of_each_kind(root: Path, built: Built) -> int:
    """Take a document of each folder and format out of what a project keeps, and return how many these are.

    The handbook stays, which takes as long as all others: what writes it writes the handouts too.
    """
    kinds = dict[tuple[PurePosixPath, str], bytes]()
    for place in (PurePosixPath(listed["path"]) for listed in built.manifest["downloads"]):
        if place.parent.name != "handbook":
            kinds.setdefault((place.parent, place.suffix), (built.site / place).read_bytes())
    sums = {hashlib.sha256(data).hexdigest() for data in kinds.values()}
    kept = KeptFiles(root / CACHE)
    found = [path for path in kept.folder.iterdir() if hashlib.sha256(kept.get(path.name) or b"").hexdigest() in sums]
    for path in found:
        path.unlink()
    return len(found)


def test_two_folders_two_times_one_release(built: Built, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """A build elsewhere, later, in another time zone and with touched files is byte-identical.

    All pages are made anew, and one document of each kind; with ``--full`` all documents.
    """
    anew = pytestconfig.getoption("full")
    root = copy_project(tmp_path / "a longer path" / "project", None if anew else built.root)
    assert anew or _forget_one_of_each_kind(root, built) >= 6
    for file in root.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    other = build(root, "release", "--skip-browser", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7")
    for first, second in ((_tree(built.site), _tree(other.site)), (_tree(built.dist), _tree(other.dist))):
        assert first.keys() == second.keys()
        assert [name for name in first if first[name] != second[name]] == []
    assert other.manifest == built.manifest
