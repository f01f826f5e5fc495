"""Files that took long to make, kept under the hash of all that decides their bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class KeptFiles:
    """A folder of such files; its first bytes tell of each whether it is whole."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, or None when it is not there whole."""
        path = self.folder / key
        data = path.read_bytes() if path.is_file() else b""
        mark, rest = data[:32], data[32:]
        return rest if rest and hashlib.sha256(rest).digest() == mark else None

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key; a cut while they are written leaves nothing that looks whole.

        Where nothing can be written nothing is kept: it is made again the next time.
        """
        beside = self.folder / f"{key}.{os.getpid()}"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(hashlib.sha256(data).digest() + data)
            beside.replace(self.folder / key)
            return
        with suppress(OSError):
            beside.unlink()  # half of it may fill the disk

    def clear_but(self, keys: Collection[str]) -> None:
        """Take out what no key asks for any more."""
        for path in self.folder.glob("*"):
            if path.name not in keys:
                path.unlink(missing_ok=True)  # another command may clear up as well


def key_of(*values: str | bytes) -> str:
    """Return a hash of values; each counts with its length, so that no two rows of values are alike."""
    found = hashlib.sha256()
    for value in values:
        data = value.encode() if isinstance(value, str) else value
        found.update(f"{len(data)} ".encode() + data)
    return found.hexdigest()
