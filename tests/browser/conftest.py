"""A real Chromium, and the built site served under a sub-path."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from build_scripts.release.browser_audit import running
from build_scripts.release.editions.offline import NAME
from tests.browser.survey import Seen, look, note
from tests.built import Built
from tests.recipes import ALONE, POLICY, POLICY_ALONE
from tests.server import serving

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
def page(browser: Browser, seen: Seen) -> Iterator[Page]:
    """A fresh page that notes requests and errors."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    note(page, seen)
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
    with running() as browser:
        return {path: look(browser, address, path) for path in paths}
