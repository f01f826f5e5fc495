"""Builds or releases a project and is killed at a named point, as when the power goes."""

import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

SWAP, WRITE = "publish.build:swap", "release.build:_write"


class Point(NamedTuple):
    """Where the power goes, and what the next start finds."""

    verb: str
    place: str
    """The function that is never reached."""
    call: int = 0
    """Which of its calls, from 0."""
    since: str = ""
    """The function whose first call starts the counting; nothing for the start of the program."""
    site: str = "old"
    dist: str = "old"


POINTS = {
    "before any file to download": Point("site", "publish.build:downloads.build_downloads"),
    "before MkDocs": Point("site", "publish.build:run_mkdocs"),
    "before MkDocs reads a page": Point("site", "mkdocs.commands.build:_populate_page", 3),
    "while MkDocs writes pages": Point("site", "mkdocs.commands.build:_build_page", 20),
    "before stylesheets shrink": Point("site", "publish.assets:_shrink"),
    "before assets get their names": Point("site", "publish.assets:_name_by_content"),
    "while compressed copies are written": Point("site", "publish.assets:brotli.compress", 7),
    "before the list is made": Point("site", "publish.build:build_manifest"),
    "before the list is written": Point("site", "publish.atomic_swap:Path.write_text", 0, SWAP),
    "before the disk is told": Point("site", "publish.atomic_swap:os.sync"),
    "before the old site moves away": Point("site", "publish.atomic_swap:Path.rename", 0, SWAP),
    "between the two moves": Point("site", "publish.atomic_swap:Path.rename", 1, SWAP),
    "before the list moves": Point("site", "publish.atomic_swap:Path.replace", 0, SWAP, "new"),
    "before the old site is deleted": Point("site", "publish.atomic_swap:shutil.rmtree", 0, SWAP, "new"),
    "while the old site is deleted": Point("site", "publish.atomic_swap:os.unlink", 5, SWAP, "new"),
    "before the copy for a disk": Point("release", "release.build:shutil.copytree", 1),
    "before the copy for a disk is finished": Point("release", "release.build:finish", 1),
    "before the editions": Point("release", "release.build:offline.editions"),
    "while a zip is packed": Point("release", "release.edition:pack", 2),
    "before the report": Point("release", "release.build:report"),
    "while the zips are written": Point("release", "release.build:Path.write_bytes", 3, WRITE),
    "before the site is swapped": Point("release", "release.build:swap_in"),
    "between site and release": Point("release", "release.build:swap_in", 1, "", "new"),
    "between the moves of the release": Point("release", "publish.atomic_swap:Path.rename", 3, SWAP, "new"),
    "before the old release is deleted": Point("release", "publish.atomic_swap:shutil.rmtree", 1, SWAP, "new", "new"),
}

BEFORE_ANYTHING_MOVES = {
    "before any file to download",
    "before MkDocs",
    "before MkDocs reads a page",
    "before stylesheets shrink",
    "before assets get their names",
    "while compressed copies are written",
    "before the list is made",
    "before the copy for a disk",
    "before the copy for a disk is finished",
    "before the editions",
    "while a zip is packed",
    "before the report",
}
"""Where a cut leaves what stands untouched, as it does while MkDocs writes and while zips are written."""

_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["build_scripts.cli", "build_scripts.release.build", "mkdocs.commands.build"])
"""Each begins with what the first has loaded, which takes half of the time of such a run."""


def cut(root: Path, raw: Path, point: str) -> None:
    """Build or release a project in another process, and see it killed.

    Args:
        root: the project folder.
        raw: a site as MkDocs writes it; MkDocs itself is only run where the power goes within it.
        point: where the power goes; nothing for a whole run.

    Raises:
        AssertionError: when the process was not killed there, or a whole run failed.
    """
    said = root / "said"
    process = _processes.Process(target=_main, args=(root, raw, point, said))
    process.start()
    process.join()
    words = said.read_text(encoding="utf-8")
    said.unlink()
    assert process.exitcode == (-signal.SIGKILL if point in POINTS else 0), f"{point}: {words}"


def _main(root: Path, raw: Path, name: str, said: Path) -> None:
    with said.open("w") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    point = POINTS.get(name)
    if not point or not point.place.startswith("mkdocs."):
        publish = import_module("build_scripts.publish.build")
        publish.run_mkdocs = lambda _root, _project, _made, to: shutil.copytree(raw, to)  # type: ignore[attr-defined]
    if point and point.since:
        _before(point.since, lambda: _kill(point))
    elif point:
        _kill(point)
    verb = point.verb if point else name
    options = ["--skip-browser"] if verb == "release" else []
    import_module("build_scripts.cli").cli([verb, "--quiet", "--today", "2026-06-01", "--project", str(root), *options])


def _kill(point: Point) -> None:
    """Let a function kill the process when it is called for this time from now on."""
    calls = iter(range(point.call))
    _before(point.place, lambda: None if next(calls, None) is not None else os.kill(os.getpid(), signal.SIGKILL))


def _before(place: str, act: Callable[[], None]) -> None:
    """Do something each time before a function is called."""
    module, _, path = place.partition(":")
    owner: Any = import_module(module if module.startswith("mkdocs.") else f"build_scripts.{module}")
    *way, name = path.split(".")
    for step in way:
        owner = getattr(owner, step)
    right: Callable[..., object] = getattr(owner, name)

    def wrong(*arguments: object, **options: object) -> object:
        act()
        return right(*arguments, **options)

    setattr(owner, name, wrong)
