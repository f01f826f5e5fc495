"""A zip file depends on what is in it, and on nothing else."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from build_scripts.formats.zip import pack, same_bytes


def test_an_office_file_is_the_same_bytes_at_any_time() -> None:
    """Whenever and in whatever order its members were written, its types stand first and no time is kept."""
    files = {"b": b"words", "a": b"", "[Content_Types].xml": b"<Types/>"}
    early = same_bytes(BytesIO(pack(files, datetime(2001, 2, 3))))
    assert early == same_bytes(BytesIO(pack(dict(reversed(files.items())), datetime(2026, 2, 3))))
    with ZipFile(BytesIO(early)) as file:
        assert {name: file.read(name) for name in file.namelist()} == files
        assert file.namelist() == ["[Content_Types].xml", "a", "b"]


def test_everybody_may_read_what_is_unpacked() -> None:
    """A zip says that it comes from Unix, else nobody reads its rights, and gives files and folders the usual ones."""
    with ZipFile(BytesIO(pack({"folder/": b"", "folder/page.html": b"page"}))) as packed:
        rights = {one.filename: (one.create_system, oct(one.external_attr >> 16)) for one in packed.infolist()}
        assert rights == {"folder/": (3, "0o40755"), "folder/page.html": (3, "0o100644")}
        assert packed.getinfo("folder/").external_attr & 0x10, "Windows takes it for a folder"
