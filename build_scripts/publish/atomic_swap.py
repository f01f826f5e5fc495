"""Folders that are replaced whole: made beside the old one, and put in its place by renaming."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ReplacedFolder:
    """A folder that is replaced whole.

    Attributes:
        folder: where readers find it, from the project folder.
        listed: a file outside the folder that tells what is in it and is replaced with it, if there is one.
    """

    folder: str
    listed: str | None = None

    @property
    def next(self) -> str:
        """Where the new one is made."""
        return f"build/{self.folder}.next"

    @property
    def old(self) -> str:
        """Where the old one waits until the new one stands."""
        return f"build/{self.folder}.old"

    @property
    def listed_next(self) -> str:
        """Where the list of the new one waits."""
        return f"build/{self.folder}.list"


def repair(root: Path, place: ReplacedFolder) -> None:
    """Finish or take back a swap that was cut off, so that there is one whole folder and nothing beside it.

    Args:
        root: the project folder.
        place: what is replaced.

    Raises:
        OSError: when the folder is a link, since the link would be replaced and not what it leads to.
    """
    if (root / place.folder).is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(root / place.folder))
    folder, new, old, listed = (root / name for name in (place.folder, place.next, place.old, place.listed_next))
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    elif place.listed and listed.exists() and not new.exists():
        listed.replace(root / place.listed)
    listed.unlink(missing_ok=True)  # before the new folder: without one, a list means that the swap is done
    for gone in (new, old):
        shutil.rmtree(gone, ignore_errors=True)


def swap(root: Path, place: ReplacedFolder, listed: str = "") -> None:
    """Put the new folder in the place of the old one.

    Args:
        root: the project folder.
        place: what is replaced; the new one stands whole at ``place.next``.
        listed: the text of the file that tells what is in it.

    Raises:
        OSError: when a program holds a folder; the old one is back in its place.
    """
    folder, old = root / place.folder, root / place.old
    if place.listed:
        (root / place.listed_next).write_text(listed, encoding="utf-8", newline="\n")
    if hasattr(os, "sync"):
        os.sync()  # what is renamed is on the disk when the power goes
    try:
        if folder.exists():
            folder.rename(old)
        (root / place.next).rename(folder)
    except OSError:
        if not folder.exists() and old.exists():
            old.rename(folder)
        raise
    if place.listed:
        (root / place.listed_next).replace(root / place.listed)
    shutil.rmtree(old, ignore_errors=True)
