"""What commands and servers take: CPU seconds of all their processes, seconds, and memory of the largest one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

METER = Path(__file__).with_name("meter.py")
SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


@dataclass(frozen=True)
class Run:
    """What one run took."""

    cpu: float
    """Seconds of all processors, in programs and in the system, of the command and all that it started."""
    seconds: float
    """From begin to end."""
    memory: int = 0
    """Bytes that the largest of its processes held at most."""


def measure(command: list[str], folder: Path) -> Run:
    """Run a command in a folder to its end.

    Args:
        command: a program with its whole path, and its arguments.
        folder: where it runs.

    Raises:
        SystemExit: with the end of what it said, when it fails.
    """
    with tempfile.NamedTemporaryFile() as log:
        meter = [sys.executable, "-I", "-S", str(METER), log.name, *command]
        ran = subprocess.run(meter, cwd=folder, env=os.environ | SETTINGS, stdout=subprocess.PIPE, check=True)
        found = json.loads(ran.stdout)
        if found.pop("code"):
            raise SystemExit(f"{' '.join(command)}:\n{Path(log.name).read_text(encoding='utf-8')[-2000:]}")
    return Run(**found)


def cpu_of(process: int) -> float:
    """Return the CPU seconds of a process that runs and of the children it has waited for; Linux alone tells."""
    return cpu_in(Path(f"/proc/{process}/stat").read_text(encoding="utf-8"), os.sysconf("SC_CLK_TCK"))


def cpu_in(stat: str, ticks: int) -> float:
    """Return the CPU seconds that a line of ``/proc/<pid>/stat`` tells.

    Args:
        stat: the line; the name in it may hold spaces and brackets.
        ticks: how many make a second.
    """
    after_name = stat.rpartition(")")[2].split()
    return sum(map(int, after_name[11:15])) / ticks
