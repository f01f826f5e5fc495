"""A real Chromium, and the built site served under a sub-path."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from build_scripts.release.browser_audit import running
from build_scripts.release.editions.offline import NAME
from tests.browser.chosen_pages import every_page, pages_of_each_kind, shares
from tests.browser.survey import Seen, Survey, look, note
from tests.built import Built
from tests.recipes import ALONE, POLICY, POLICY_ALONE
from tests.server import serving

OpenPage = Callable[..., Page]
SUB_PATH = "/any/sub/path/"
PARTS = 4
"""The survey is made in so many parts of equal weight, which workers share."""


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
    with ZipFile(next(built.dist.glob(f"{NAME}-*-first-install.zip"))) as packed:
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
def surveyed(built: Built, pytestconfig: pytest.Config) -> list[str]:
    """The pages that this ring of tests looks at."""
    return every_page(built) if pytestconfig.getoption("full") else pages_of_each_kind(built)


@pytest.fixture(scope="session", params=range(PARTS), ids="part {}".format)
def survey(request: pytest.FixtureRequest, built: Built, surveyed: list[str], browser: Browser, address: str) -> Survey:
    """What was seen of a part of these pages, each opened once."""
    return {path: look(browser, address, path) for path in shares(built, surveyed, PARTS)[request.param]}
