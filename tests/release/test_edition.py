"""A zip of a release can be unpacked on a share, is small enough, and tells what is in it."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_scripts.release.edition import Edition, below, folders
from tests.unzipped import closed, unzip

MOMENT = datetime(2026, 11, 22, 12, 30, 2, tzinfo=UTC)
FILES = {
    "b/page.html": b"page",
    "a.txt": b"words",
    "b/_headers": b"policy",
    "b/local-details.txt": b"",
    "c.html": b"other",
}


def edition(files: dict[str, bytes], limit: int = 10_000) -> Edition:
    """Return an edition of some files."""
    return Edition("some.zip", "Something.", files, limit)


def test_a_zip_holds_the_files_in_order_and_with_the_time_of_the_release() -> None:
    """Two people who make it get the same bytes; a web server sees that a page of the same size is a new one."""
    data = edition(FILES).packed(MOMENT)
    with ZipFile(BytesIO(data)) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {"b/": b"", **FILES}
        assert packed.namelist() == sorted([*FILES, "b/"])
        assert {member.date_time for member in packed.infolist()} == {(2026, 11, 22, 12, 30, 2)}
    assert edition(dict(reversed(FILES.items()))).packed(MOMENT) == data


def test_what_is_unpacked_is_for_everybody(tmp_path: Path) -> None:
    """A web server runs as a user of its own: it may read each file and open each folder, deep ones as well."""
    zipped = tmp_path / "some.zip"
    zipped.write_bytes(edition({**FILES, "a/b/c/deep.html": b"deep"}).packed(MOMENT))
    folder = unzip(zipped, tmp_path / "there")
    assert (folder / "a/b/c/deep.html").read_bytes() == b"deep"
    assert closed(folder) == []


def test_a_zip_over_its_limit_is_refused() -> None:
    """Nobody finds out at school that it does not fit."""
    with pytest.raises(ValueError, match=r"^some\.zip has [\d,]+ bytes; 20 are allowed$"):
        edition(FILES, 20).packed(MOMENT)


def test_a_path_too_long_for_a_share_is_refused() -> None:
    """Windows would unpack all but this file and say little about it."""
    assert edition({"a" * 150: b""}).packed(MOMENT)
    with pytest.raises(ValueError, match=r"^some\.zip: paths of more than 150 letters: a{151}$"):
        edition({"a" * 151: b""}).packed(MOMENT)


def test_types_of_file_are_counted() -> None:
    """A technician sees at a glance what a filter or server has to let through."""
    assert edition(FILES).types() == {".html": 2, ".txt": 2, "_headers": 1}


def test_files_go_into_a_folder() -> None:
    """A zip that is unpacked among other files makes one folder and no heap."""
    assert below("folder", {"a/b.html": b"page"}) == {"folder/a/b.html": b"page"}


def test_folders_are_named_down_to_the_deepest() -> None:
    """Each carries rights of its own, also one that only holds another."""
    assert folders(["a.txt", "b/c/d.html", "b/e.html"]) == {"b/", "b/c/"}
