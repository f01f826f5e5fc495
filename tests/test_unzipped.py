"""What unpacks zips for the tests tells rights that shut a server out."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_scripts.formats.zip import pack
from tests.unzipped import closed, unzip


def test_files_without_rights_are_found(tmp_path: Path) -> None:
    """A zip whose files carry none is closed to a server, and one whose files do is not."""
    with ZipFile(tmp_path / "without.zip", "w") as packed:
        packed.writestr("folder/page.html", b"page")
        packed.filelist[0].external_attr = packed.filelist[0].create_system = 0
    (tmp_path / "with.zip").write_bytes(pack({"folder/": b"", "folder/page.html": b"page"}))
    assert closed(unzip(tmp_path / "without.zip", tmp_path / "a")) == ["folder", "folder/page.html"]
    assert closed(unzip(tmp_path / "with.zip", tmp_path / "b")) == []


def test_a_computer_without_unzip_is_told_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In continuous integration the test fails, and says what to install."""
    monkeypatch.setenv("CI", "yes")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(pytest.fail.Exception, match="apt install unzip"):
        unzip(tmp_path / "some.zip", tmp_path)
