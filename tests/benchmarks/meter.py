"""Runs one command and prints what it took; a script of its own, which loads next to nothing.

A process that was just started counts the memory of the one that started it, so this one is as small as can be.
"""

from __future__ import annotations

import json
import os
import sys
import time


def main(log: str, *command: str) -> None:
    """Print CPU seconds, seconds, bytes of the largest process and the exit code of a command, as JSON.

    Args:
        log: the file that takes what it prints.
        command: a program with its whole path, and its arguments.
    """
    start = time.monotonic()
    with open(log, "wb") as said:  # noqa: PTH123 - pathlib costs memory
        to = [(os.POSIX_SPAWN_DUP2, said.fileno(), stream) for stream in (1, 2)]
        child = os.posix_spawn(command[0], command, os.environ, file_actions=to)
        _, status, used = os.wait4(child, 0)
    found = {
        "cpu": used.ru_utime + used.ru_stime,
        "seconds": time.monotonic() - start,
        "memory": used.ru_maxrss * 1024,
        "code": os.waitstatus_to_exitcode(status),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
