"""What a preview takes from the start to the first page, and from a saved word to the page that shows it."""

from __future__ import annotations

import os
import signal
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
CALM = 2.0
"""Seconds between the first page and the saved word."""


def preview(command: list[str], folder: Path, page: str, word: str, save: Callable[[], None]) -> tuple[Run, Run]:
    """Start a preview, save a word, and wait as a browser does until the page has it.

    Args:
        command: starts a server with the reloading of MkDocs; its address is added at the end.
        folder: where it runs.
        page: the address of the page, without ending.
        word: stands in the page after the save and not before.
        save: writes it.

    Returns:
        What it took to the first page, and from the save to the page with the word.
    """
    place = f"127.0.0.1:{_free_port()}"
    start = time.monotonic()
    with subprocess.Popen(
        [*command, place],
        cwd=folder,
        env=os.environ | SETTINGS,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            address = f"http://{place}"
            _wait(lambda: bool(_get(f"{address}/{page}.html")))
            first = Run(cpu_of(server.pid), time.monotonic() - start)
            time.sleep(CALM)
            epoch = _get(f"{address}/livereload/0/0")
            before, start = cpu_of(server.pid), time.monotonic()
            save()
            _wait(lambda: _get(f"{address}/livereload/{epoch}/1") != epoch)
            shown = _get(f"{address}/{page}.html")
            saved = Run(cpu_of(server.pid) - before, time.monotonic() - start)
            assert word in shown, f"the preview shows {word}"
        finally:
            server.send_signal(signal.SIGINT)
    return first, saved


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
