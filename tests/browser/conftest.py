"""A real Chromium, and the built site served under a sub-path."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from build_scripts.release.browser_audit import running
from build_scripts.release.editions.offline import NAME
from tests.browser.survey import Seen, look, note
from tests.built import Built
from tests.recipes import ALONE, POLICY, POLICY_ALONE
from tests.server import serving

OpenPage = Callable[..., Page]
SUB_PATH = "/any/sub/path/"
WORKERS = 2
"""Browsers that survey pages side by side."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one these tests fail and do not skip."""
    with running() as browser:
        yield browser


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Where the built site is served."""
    with serving(built.site, SUB_PATH, headers) as server:
        yield server.address


def headers(path: str) -> dict[str, str]:
    """Return what the hosting recipes tell a server to send with a file."""
    policy = POLICY_ALONE if path.endswith(ALONE) else POLICY
    return {"Content-Security-Policy": policy, "Referrer-Policy": "no-referrer"}


@pytest.fixture(scope="session")
def unzipped(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder edition as a school unpacks it on a disk, to be left as it is."""
    place = tmp_path_factory.mktemp("a share")
    with ZipFile(next(built.dist.glob("*-first-install.zip"))) as packed:
        packed.extractall(place)
    return place / NAME


@pytest.fixture
def folder_edition(unzipped: Path, tmp_path: Path) -> Path:
    """The same, to be changed by the test."""
    return shutil.copytree(unzipped, tmp_path / "folder edition")


@pytest.fixture
def seen() -> Seen:
    """Nothing seen yet."""
    return Seen()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open a page in a browser with settings of its own, such as one without scripts, until the test is over."""
    with ExitStack() as closing:

        def opened(**settings: Any) -> Page:
            context = browser.new_context(**settings)
            closing.callback(context.close)
            return context.new_page()

        yield opened


@pytest.fixture
def page(open_page: OpenPage, seen: Seen) -> Page:
    """A fresh page that notes requests and errors."""
    page = open_page(viewport={"width": 1280, "height": 900})
    note(page, seen)
    return page


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
    with running() as browser:
        return {path: look(browser, address, path) for path in paths}
