"""What is made of files that change meanwhile is noticed."""

import os
from pathlib import Path

from build_scripts.publish.sources import changed_since, files_below, stamps
from tests.folders import write

FILES = {"content_data/a.yml": "a", "content_data/b/c.md": "c", "docs/d.svg": "", "mkdocs.yml": "", "other/e": ""}


def test_what_changed_is_named(tmp_path: Path) -> None:
    """Words of the same length, a new file and a file that is gone are seen; what makes no page is not looked at."""
    write(tmp_path, FILES)
    before = stamps(tmp_path)
    assert changed_since(tmp_path, before) == []
    write(tmp_path, {"content_data/a.yml": "b", "docs/new.svg": "", "other/e": "more"})
    os.utime(tmp_path / "content_data" / "a.yml", ns=(1, 1))
    (tmp_path / "content_data" / "b" / "c.md").unlink()
    assert changed_since(tmp_path, before) == ["content_data/a.yml", "content_data/b/c.md", "docs/new.svg"]


def test_what_python_keeps_is_no_source(tmp_path: Path) -> None:
    """A file is taken by itself or from a folder, and never what a run of the program leaves behind."""
    write(tmp_path, {"one.txt": "", "two/three.txt": "", "two/__pycache__/four.pyc": ""})
    found = [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path, ("one.txt", "two", "gone"))]
    assert found == ["one.txt", "two/three.txt"]
