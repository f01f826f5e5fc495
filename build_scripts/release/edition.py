"""What a release is made of: one module for each edition, from files in memory to files in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from build_scripts.formats.zip import pack

Files = Mapping[str, bytes]
"""The bytes of each file by its path, with ``/`` between folders."""
MEGABYTE = 1_000_000
LONGEST = 150
"""Letters that a path may have: Windows allows few, and a share adds its own."""


@dataclass(frozen=True)
class Edition:
    """A zip file of a release.

    Attributes:
        name: its name below ``dist``.
        kind: what it is for; a label says it.
        files: what is in it.
        limit: the most bytes that the zip may have.
        looked_at: whether its pages are opened for the report; an edition that repeats another is not.
    """

    name: str
    kind: str
    files: Files
    limit: int
    looked_at: bool = True

    def packed(self, moment: datetime) -> bytes:
        """Return the zip.

        Args:
            moment: when its files say they were written. Web servers tell by this and by the size whether a reader has
                the newest page, so each release needs one of its own.

        Raises:
            ValueError: when it is too large, or a path too long for a share on Windows.
        """
        whole = {**dict.fromkeys(folders(self.files), b""), **self.files}
        data = pack({path: whole[path] for path in sorted(whole)}, moment)
        if len(data) > self.limit:
            raise ValueError(f"{self.name} has {len(data):,} bytes; {self.limit:,} are allowed")
        if long := [path for path in self.files if len(path) > LONGEST]:
            raise ValueError(f"{self.name}: paths of more than {LONGEST} letters: {', '.join(long)}")
        return data

    def types(self) -> dict[str, int]:
        """Return how many files of each ending there are; a file without one counts under its name."""
        found: dict[str, int] = {}
        for path in self.files:
            name = path.rpartition("/")[2]
            ending = f".{name.rpartition('.')[2]}" if "." in name else name
            found[ending] = found.get(ending, 0) + 1
        return dict(sorted(found.items()))


def folders(files: Iterable[str]) -> set[str]:
    """Return the folders of some paths, each with ``/`` at its end: in a zip they carry rights, as files do."""
    return {path[: at + 1] for path in files for at, sign in enumerate(path) if sign == "/"}


def below(folder: str, files: Files) -> dict[str, bytes]:
    """Return files as they lie within a folder."""
    return {f"{folder}/{path}": data for path, data in files.items()}
