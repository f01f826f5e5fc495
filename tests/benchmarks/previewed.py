"""What a preview takes from the start to the first page, and from a saved word to the page that shows it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError

from tests.benchmarks.measured import SETTINGS, Run, cpu_of

MOST = 300.0
"""Seconds after which a preview is given up."""
LOOKS_WITHIN = 3.0
"""Seconds in which a server sees a save and begins to build."""
REST = 0.5
"""CPU seconds in that time up to which it only looks at the files."""


def preview(command: list[str], folder: Path, page: str, save: Callable[[], str], scratch: Path) -> tuple[Run, Run]:
    """Start a preview, save a word, and wait as a browser does until the page has it.

    Args:
        command: starts a server with the reloading of MkDocs; its address is added at the end.
        folder: where it runs.
        page: the address of the page, without ending.
        save: changes a word of the page and returns the new one.
        scratch: the folder for what the server leaves when it is ended.

    Returns:
        What it took to the first page, and from a save to the page with the word.
    """
    place = f"127.0.0.1:{_free_port()}"
    shown = f"http://{place}/{page}.html"
    start = time.monotonic()
    with subprocess.Popen(
        [*command, place],
        cwd=folder,
        env=os.environ | SETTINGS | {"TMPDIR": str(scratch)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait(lambda: bool(_get(shown)))
            first = Run(cpu_of(server.pid), time.monotonic() - start)
            _rouse(place, server.pid, save)
            epoch = _epoch(place)
            before, start = cpu_of(server.pid), time.monotonic()
            word = save()
            _wait(lambda: _epoch(place, epoch) > epoch)
            assert word in _get(shown), f"the preview shows {word}"
            saved = Run(cpu_of(server.pid) - before, time.monotonic() - start)
        finally:
            server.terminate()  # where this runs in the background, no server would hear an interrupt
    return first, saved


def _rouse(place: str, process: int, save: Callable[[], str]) -> None:
    """Save until the server has seen it, since it may not look at the files yet; then wait until it rests."""
    epoch = _epoch(place)
    while _epoch(place) == epoch:
        save()
        time.sleep(LOOKS_WITHIN)
    before = -REST
    while cpu_of(process) - before >= REST:
        before = cpu_of(process)
        time.sleep(LOOKS_WITHIN)


def _epoch(place: str, after: int = 0) -> int:
    """Return which build is served; the answer comes when there is a later one, or after a minute."""
    return int(_get(f"http://{place}/livereload/{after}/1") or 0)


def _wait(done: Callable[[], bool]) -> None:
    until = time.monotonic() + MOST
    while not done():
        if time.monotonic() > until:
            raise SystemExit("The preview does not answer.")
        time.sleep(0.1)


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=MOST) as answer:
            return str(answer.read().decode())
    except URLError:  # it does not answer yet
        return ""


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
