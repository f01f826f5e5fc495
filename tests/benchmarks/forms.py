"""Measures how long the files of the matrix take to make: at first, and when nothing changed.

Run through ``python3 run.py bench``.
"""

import os
import tempfile
import time
from pathlib import Path

from build_scripts.publish import downloads
from build_scripts.publish.build_info import read_build_info
from tests.built import ROOT
from tests.real import real_content

LIMIT = 10.0
"""Seconds on two cores for all files when there are none yet."""


def main(arguments: list[str]) -> int:  # noqa: ARG001  # all benchmarks are called alike
    """Print both times; fail when the first is over the limit, or the second makes anything."""
    if lacking := downloads.missing_library():
        raise SystemExit(lacking)
    content = real_content()
    mark = read_build_info(ROOT, content)
    seconds: list[float] = []
    before: dict[Path, int] = {}
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for _ in range(2):
            start = time.monotonic()
            downloads.build_downloads(root, content, mark)
            seconds.append(time.monotonic() - start)
            times = {path: path.stat().st_mtime_ns for path in (root / downloads.CACHE).iterdir()}
            made = sum(before.get(path) != moment for path, moment in times.items())
            before = times
            print(
                f"{made:>3} files made in {seconds[-1]:.1f} s on {os.cpu_count()} cores (limit {LIMIT:.0f})", flush=True
            )
    return 0 if seconds[0] <= LIMIT and made == 0 else 1
