"""Zips unpacked as a technician unpacks them: with the system's program, which gives files the rights they carry."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.not_tried import not_tried

STRICT = 0o077
"""What some servers take away from everything new: without rights of its own a file is then its owner's alone."""


def unzip(packed: Path, to: Path) -> Path:
    """Unpack a zip over what is there, and return the folder.

    Args:
        packed: the zip.
        to: the folder, which is made.
    """
    program = shutil.which("unzip")
    if not program:
        not_tried("unzip is not installed, so that no zip was unpacked with it (Debian: sudo apt install unzip)")
    to.mkdir(parents=True, exist_ok=True)
    before = os.umask(STRICT)
    try:
        subprocess.run([program, "-q", "-o", str(packed), "-d", str(to)], check=True, capture_output=True)
    finally:
        os.umask(before)
    return to


def closed(folder: Path) -> list[str]:
    """Return what another user of the computer could not read below a folder."""
    asked = {True: 0o755, False: 0o644}
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.stat().st_mode & 0o777 != asked[path.is_dir()]
    ]
