"""The same walk passes wherever a school puts the site: on a web server, below another site, on a disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.survey import Seen
from tests.browser.user_journey import asked_elsewhere, walk
from tests.built import Built
from tests.hosts import hosting, need
from tests.recipes import SUB_PATH

SERVERS = {"nginx": ("nginx", "/"), "nginx below": ("nginx", SUB_PATH), "Apache below": ("Apache", SUB_PATH)}


@pytest.fixture(params=[*SERVERS, "disk"])
def ground(request: pytest.FixtureRequest, built: Built) -> Iterator[tuple[str, Path]]:
    """Where the site begins, and the folder with its files."""
    if request.param == "disk":
        folder: Path = request.getfixturevalue("folder_edition")
        yield f"{folder.as_uri()}/", folder
        return
    name, sub_path = SERVERS[request.param]
    need(name)
    with hosting(name, built.site, sub_path) as host:
        yield host.address, host.folder


def test_a_school_day(browser: Browser, ground: tuple[str, Path]) -> None:
    """Search, guidance, a form on paper, a session with notes, local details: all work, and nothing goes wrong."""
    start, folder = ground
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    seen = Seen()
    walk(context.new_page(), start, folder, seen)
    context.close()
    assert (seen.failures, seen.refused, asked_elsewhere(seen, start)) == ([], [], [])
    assert len(seen.requests) > 20
