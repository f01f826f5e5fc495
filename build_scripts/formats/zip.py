"""Zip files that are the same bytes each time."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NO_DATE = datetime(1980, 1, 1)
"""The earliest date that a zip can hold."""
UNIX = 3
"""The system that a zip says it was made on; under any other name rights are not read."""
FILE, FOLDER = stat.S_IFREG | 0o644, stat.S_IFDIR | 0o755
"""What everybody may read, and its owner change."""
MARKED_AS_FOLDER = 0x10
"""What Windows knows a folder by."""


def same_bytes(raw: BytesIO) -> bytes:
    """Return an office file, which is a zip file, again with its members in a fixed order and without times."""
    with ZipFile(raw) as given:
        names = sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        return pack({name: given.read(name) for name in names})


def pack(files: Mapping[str, bytes], moment: datetime = NO_DATE) -> bytes:
    """Return a zip file of these files, in their order, that everybody may read wherever they are unpacked.

    Args:
        files: the bytes of each by its path, with ``/`` between folders; a path that ends in ``/`` is a folder.
        moment: when they say they were written.
    """
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            member = ZipInfo(name, moment.timetuple()[:6])
            member.compress_type, member.create_system = ZIP_DEFLATED, UNIX
            member.external_attr = FOLDER << 16 | MARKED_AS_FOLDER if name.endswith("/") else FILE << 16
            made.writestr(member, data)
    return packed.getvalue()
