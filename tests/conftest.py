"""Fixtures that several tests share."""

import os
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from build_scripts.check import check
from build_scripts.content.load import load_all
from build_scripts.content.problems import Problem
from tests.built import ROOT, Built, released_site
from tests.own import own_site
from tests.real import real_files

SMALL = Path(__file__).parent / "fixtures" / "small"
TODAY = date(2026, 6, 1)
"""The day that tests of the small project take for today; nothing in it is overdue then."""

ALWAYS = ("content_data/interface", "docs/assets/fonts")
"""Folders of the real project that every copy of the small one has."""

Change = Callable[[str, str, str], None]


def copy_small(to: Path, *parts: str) -> Path:
    """Copy the small project; it has the templates and scripts of the real one, and so the words that they name.

    Args:
        to: the folder to be made.
        parts: folders of the real project that are needed as well.
    """
    for source, place in ((SMALL, to), *((ROOT / part, to / part) for part in (*ALWAYS, *parts))):
        files = _files(source)
        for folder in {name.rpartition("/")[0] for name in files}:
            (place / folder).mkdir(parents=True, exist_ok=True)
        for name, (data, changed) in files.items():
            (place / name).write_bytes(data)
            if name.endswith(".py"):
                os.utime(place / name, ns=(changed, changed))  # or what was compiled of it would count as old
    return to


@cache
def _files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file below a folder of ours, and when it was changed last.

    To read each for each copy took a fifth of the fast tests. What Python has compiled is copied too: a program that
    is run from a copy starts in half the time.
    """
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A whole small project that has no problems, to be spoilt by the test."""
    return copy_small(tmp_path / "small", "overrides")


@pytest.fixture
def change(small: Path) -> Change:
    """Replace words in a file of the small project."""

    def replace(path: str, old: str, new: str) -> None:
        file = small / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return replace


def problems_of(root: Path, today: date = TODAY, strict_dates: bool = False) -> list[Problem]:
    """Return the problems of a project, read and checked."""
    return check(load_all(root), today, strict_dates)


def lines_of(root: Path) -> list[str]:
    """Return the problems of a project as an editor reads them."""
    return [str(problem) for problem in problems_of(root)]


@pytest.fixture
def told(small: Path, change: Change, mistake: Any) -> list[str]:
    """What the editor of the small project is told of a mistake."""
    change(mistake.path, mistake.old, mistake.new)
    return lines_of(small)


@pytest.fixture(scope="session")
def built() -> Built:
    """The real content, released once in a folder of its own that all workers share, and the next run as well.

    Its pages are looked at in the browser by the tests, which look further than the release itself.
    """
    base = ROOT / "build" / "tested"
    base.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{base}.lock"):
        return released_site(base)


@pytest.fixture(scope="session")
def own(built: Built) -> Built:
    """The same with what a school has changed, shared in the same way."""
    return own_site(built)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in plain words at the end what was not checked, so that nobody takes the run for more than it was."""
    reasons = {report.longrepr[2].removeprefix("Skipped: ") for report in terminalreporter.stats.get("skipped", [])}
    if reasons:
        terminalreporter.section("not checked")
    for reason in sorted(reasons):
        terminalreporter.write_line(reason)


READ_WHILE_COLLECTING = pytest.StashKey[bool]()
"""Whether a test module read the real content before any test was run."""


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note what was read by then."""
    session.config.stash[READ_WHILE_COLLECTING] = bool(real_files.cache_info().currsize)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the longest ring of the tests."""
    about = "look at every page in every state, not only at one page of each kind and at those that changed"
    parser.addoption("--full", action="store_true", help=about)


BUILDS = "whole_project"
"""The function that copies all that MkDocs needs; who calls it builds a site."""
SLOW_FIXTURES = {"built", "page", "site"}
SLOW_FOLDERS = ("browser", "hosting", "site")
"""Below ``tests``: what looks at the built site, in a browser or through a web server."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only the longest ring has, and mark as slow what needs a browser or the built site."""
    if not config.getoption("full"):
        later = [item for item in items if item.get_closest_marker("full")]
        items[:] = [item for item in items if item not in later]
        config.hook.pytest_deselected(items=later)
    for item in items:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        if folder in SLOW_FOLDERS or SLOW_FIXTURES & set(_fixtures(item)) or _builds(item):
            item.add_marker("slow")
    first = next((part for item in items if (part := _part(item.nodeid))), "")
    waiting = {item.path for item in items if _needs_site(item)}
    items.sort(key=lambda item: _turn(item, first, waiting))


def _turn(item: pytest.Item, first: str, waiting: set[Path]) -> int:
    """Return when a test comes, so that no worker waits for another and at the end none has much left.

    One begins the survey and makes the site, which the others need; what needs no real site is done meanwhile. A worker
    gets whole files, so one test that needs the site makes its file wait.
    """
    if "survey" in _fixtures(item):
        return 0 if _part(item.nodeid) == first else 2
    if item.path in waiting:
        return 3
    return 1 if item.get_closest_marker("slow") else 4


def _needs_site(item: pytest.Item) -> bool:
    """Tell whether a test needs the real site; in some folders one may ask for it by a name."""
    fixtures, folder = _fixtures(item), item.path.relative_to(ROOT / "tests").parts[0]
    return "built" in fixtures or (folder in SLOW_FOLDERS and "request" in fixtures)


def _fixtures(item: pytest.Item) -> tuple[str, ...]:
    return tuple(getattr(item, "fixturenames", ()))


def _part(nodeid: str) -> str:
    return "".join(re.findall(r"part \d+", nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give the tests of one file to one worker, and the parts of the survey to whoever comes first."""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):  # type: ignore[misc]  # it has no types
        def _split_scope(self, nodeid: str) -> str:
            return str(super()._split_scope(nodeid)) + _part(nodeid)

    return Scheduling(config, log)


def _builds(item: pytest.Item) -> bool:
    """Tell whether a test, or a fixture that it asks for, has MkDocs build a project."""
    fixtures = getattr(item, "_fixtureinfo").name2fixturedefs.values()  # noqa: B009  # no public way leads there
    functions = [getattr(item, "function", None), *(known[-1].func for known in fixtures)]
    return any(BUILDS in function.__code__.co_names for function in functions if function)
