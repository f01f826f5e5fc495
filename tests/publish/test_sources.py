"""What is made of files that change meanwhile is noticed."""

import os
from pathlib import Path

import pytest

from build_scripts.publish.sources import REFUSED_AS_LINKS, changed_since, files_below, stamps
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


@pytest.mark.parametrize("top", REFUSED_AS_LINKS)
def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path, top: str) -> None:
    """A slip with a link never has a whole disk read, nor anything of it."""
    write(tmp_path, {"outside/secret.md": "words", "project/mkdocs.yml": ""})
    (tmp_path / "project" / top).symlink_to(tmp_path / "outside")
    assert set(stamps(tmp_path / "project")) == {"mkdocs.yml"}
