"""A release of the small project, for the tests of what is in it."""

from pathlib import Path
from typing import NamedTuple

import pytest

from build_scripts.release.browser_audit import BrowserAudit
from build_scripts.release.build import RELEASE_FOLDER, release
from tests.folders import opened, whole_project, with_documents, write

GOOD = BrowserAudit(9, 8, ("Chromium 1.2.3",))


class Released(NamedTuple):
    """A project, its release, and what was looked at."""

    root: Path
    dist: Path
    seen: list[str]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Released:
    """The small project, released once."""
    root = with_documents(whole_project(tmp_path_factory.mktemp("release") / "small"))
    files = ("index.html", "assets/site.00000000.css", "guidance/withdrawn.html", "local.js", "our-pages/ours.html")
    write(root, {"releases/1.2.2.txt": "".join(f"{name}\n" for name in files)})
    seen: list[str] = []

    def look(folder: Path, _: object) -> BrowserAudit:
        seen.extend(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html")))
        return GOOD

    release(root, opened(root), look)
    return Released(root, root / RELEASE_FOLDER.folder, seen)
