"""Office files are zip files; here they become the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NO_DATE = (1980, 1, 1, 0, 0, 0)


def same_bytes(raw: BytesIO) -> bytes:
    """Return a zip file again with its members in a fixed order and without times."""
    packed = BytesIO()
    with ZipFile(raw) as given, ZipFile(packed, "w", ZIP_DEFLATED) as made:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = ZipInfo(name, NO_DATE)
            member.compress_type, member.create_system, member.external_attr = ZIP_DEFLATED, 0, 0
            made.writestr(member, given.read(name))
    return packed.getvalue()
