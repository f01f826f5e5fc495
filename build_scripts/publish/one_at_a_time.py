"""One command at a time makes the site of a project; a second one waits, and says for whom."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK, HOLDER = "build/lock", "build/lock-holder"
"""What a command holds while it works, and who that is. The system lets go of it however the command ends."""


@contextmanager
def one_at_a_time(root: Path, say: Callable[[str], object]) -> Iterator[None]:
    """Wait until no other command makes the site of this project, and keep others out.

    Args:
        root: the project folder.
        say: told whom it waits for.
    """
    from filelock import FileLock, Timeout  # takes 40 ms to load; looking for mistakes does without it

    (root / LOCK).parent.mkdir(exist_ok=True)
    lock = FileLock(root / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        say(f"Another command{_holder(root)} is making this site; this one begins when that has ended …")
        lock.acquire()
    try:
        (root / HOLDER).write_text(str(os.getpid()), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):  # of a disk that refuses; who waits is let in all the same
            (root / HOLDER).unlink(missing_ok=True)
        lock.release()


def _holder(root: Path) -> str:
    """Return which process holds the lock, as far as it has said so."""
    with suppress(OSError):
        number = (root / HOLDER).read_text(encoding="utf-8").strip()
        return f" (process {number})" if number.isdigit() else ""
    return ""
