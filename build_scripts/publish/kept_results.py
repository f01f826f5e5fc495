"""What a command worked out of single files and texts, kept for the next one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts.content import kept
from build_scripts.publish.kept_files import KeptFiles
from build_scripts.publish.unchanged import program_key

RESULTS = "build/results"
"""Where they are kept, behind the key of the program that made them: another program begins with nothing."""


@contextmanager
def kept_results(root: Path) -> Iterator[None]:
    """Begin with the results of the command before, and keep those that this one asked for, whatever becomes of it.

    Args:
        root: the project folder.
    """
    place = root / RESULTS
    files, program = KeptFiles(place.parent), program_key().encode()
    written = files.get(place.name) or b""
    kept.begin(written.removeprefix(program) if written.startswith(program) else None)
    try:
        yield
    finally:
        if made := kept.end():
            files.put(place.name, program + made)
