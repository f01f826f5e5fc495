"""What a command worked out of single files and texts, kept for the next one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts.content import kept
from build_scripts.publish.kept_files import KeptFiles
from build_scripts.publish.unchanged import program_key

RESULTS = "build/kept"
"""Where they are kept, each behind the key of the program that made them: another program begins with nothing."""


@contextmanager
def kept_results(root: Path) -> Iterator[None]:
    """Begin with the results of the commands before, and keep those that this one asked for, whatever becomes of it.

    Args:
        root: the project folder.
    """
    files, program, whole = KeptFiles(root / RESULTS), program_key().encode(), False

    def read(name: str) -> bytes | None:
        written = files.get(name) or b""
        return written.removeprefix(program) if written.startswith(program) else None

    kept.begin(read)
    try:
        yield
        whole = True
    finally:
        for name, made in kept.end(whole).items():
            files.put(name, program + made)
