"""The same content gives the same site and the same release, anywhere and at any time."""

import os
from pathlib import Path

from tests.built import Built, build, copy_project


def _tree(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_folders_two_times_one_release(built: Built, tmp_path: Path) -> None:
    """A build elsewhere, later, in another time zone and with touched files is byte-identical."""
    root = copy_project(tmp_path / "a longer path" / "project")
    for file in root.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    other = build(root, "release", "--skip-browser", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7")
    for first, second in ((_tree(built.site), _tree(other.site)), (_tree(built.dist), _tree(other.dist))):
        assert first.keys() == second.keys()
        assert [name for name in first if first[name] != second[name]] == []
    assert other.manifest == built.manifest
