"""A real Chromium, and the built site served under a sub-path."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.survey import Seen, look
from tests.built import Built

SUB_PATH = "/any/sub/path/"
POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
WORKERS = 2
"""Browsers that survey pages side by side."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under the sub-path and nothing beside it."""

    def translate_path(self, path: str) -> str:
        """Return the file for an address; what lies outside the sub-path is not there."""
        if not path.startswith(SUB_PATH):
            return str(Path(self.directory) / "outside-the-sub-path")
        return super().translate_path("/" + path.removeprefix(SUB_PATH))

    def end_headers(self) -> None:
        """Send the policy that the hosting recipes give."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Keep quiet."""


def _chromium() -> str:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "no Chromium found: run the tests with 'python3 run.py test', or set CHROMIUM"
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one these tests fail and do not skip."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Where the built site is served."""
    handler = functools.partial(_Handler, directory=str(built.site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
    server.shutdown()


@pytest.fixture
def seen() -> Seen:
    """Nothing seen yet."""
    return Seen()


@pytest.fixture
def page(browser: Browser, seen: Seen) -> Iterator[Page]:
    """A fresh page that notes requests and errors."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("response", lambda answer: seen.failures.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda message: seen.failures.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.failures.append(str(error)))
    yield page
    context.close()


@pytest.fixture(scope="session")
def survey(built: Built, address: str) -> dict[str, Seen]:
    """What was seen of every page in the manifest, each opened once."""
    paths = [page["path"] for page in built.manifest["pages"]]
    shares = [paths[at::WORKERS] for at in range(WORKERS)]
    with ThreadPoolExecutor(WORKERS) as pool:
        parts = pool.map(lambda share: _survey(share, address), shares)
    return {path: seen for part in parts for path, seen in part.items()}


def _survey(paths: list[str], address: str) -> dict[str, Seen]:
    """Look at some pages, with a browser of this thread's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
        seen = {path: look(browser, address, path, sides_of) for path in paths}
        browser.close()
    return seen


def sides_of(pdf: bytes) -> int:
    """Return the number of pages of a PDF that Chromium printed."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
