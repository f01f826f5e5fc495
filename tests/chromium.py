"""A real Chromium for tests and benchmarks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""The flag for a browser that finds nothing but this machine."""


def program() -> str:
    """Return the path of a Chromium; without one tests fail and do not skip."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "no Chromium found: run the tests with 'python3 run.py test', or set CHROMIUM"
    return path


@contextmanager
def running(*flags: str) -> Iterator[Browser]:
    """Start Chromium for as long as the context lasts.

    Args:
        flags: flags of its command line, beside those that every run has.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=[*FLAGS, *flags])
        yield browser
        browser.close()
