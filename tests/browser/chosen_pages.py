"""Which pages are looked at: all of them, or one of each kind and those that changed."""

import subprocess
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from tests.built import ROOT, Built
from tests.html import loads, read

LISTED = {"maintainers/components-form.html", "reference/a-to-z.html"}
"""Long pages of what other pages show or lead to, and of a kind of their own."""
GATHERED = {"reference/all-in-one.html", "sessions/all-slides.html"} | LISTED
"""Pages of nothing but what other pages show or lead to; the longest of all, they take a third of the time."""


def every_page(built: Built) -> list[str]:
    """Return the address of every page in the manifest."""
    return [page["path"] for page in built.manifest["pages"]]


def pages_of_each_kind(built: Built) -> list[str]:
    """Return the longest page of each kind, and every page whose own source changed since the last release.

    Pages that gather others are left to the release, whose browser opens every page, and to the longest ring.
    """
    longest: dict[tuple[str, ...], str] = {}
    for page in sorted(built.manifest["pages"], key=lambda page: -(built.site / page["path"]).stat().st_size):
        longest.setdefault(_kind(built, page), page["path"])
    changed = set(_changed())
    return [
        page["path"]
        for page in built.manifest["pages"]
        if page["path"] in set(longest.values()) - GATHERED or page["source"] in changed
    ]


def shares(built: Built, pages: list[str], count: int) -> list[list[str]]:
    """Return pages in parts that take about the same time: each page, the longest first, goes to the lightest part."""
    sizes = {path: (built.site / path).stat().st_size for path in pages}
    parts: list[list[str]] = [[] for _ in range(count)]
    for path in sorted(pages, key=lambda path: -sizes[path]):
        min(parts, key=lambda part: sum(sizes[other] for other in part)).append(path)
    return parts


def _kind(built: Built, page: dict[str, Any]) -> tuple[str, ...]:
    """Return what makes pages alike: records of one folder, in one frame, with the same scripts and styles.

    A page of no folder, such as the list of services, is a kind by itself, and so is each page for young people.
    """
    source = PurePosixPath(page["source"])
    is_alone = source.parent.name == "content_data" or page["audience"] == "young-person"
    alone = (page["path"],) if is_alone else ()
    assets = sorted({PurePosixPath(address).name.split(".")[0] for address in loads(read(built.site / page["path"]))})
    return (str(source.parent), page["audience"], *alone, *assets)


def _changed() -> Iterator[str]:
    """Yield the files that changed since the last tag, or since the commit before where nothing was released."""
    tag = _git("describe", "--tags", "--abbrev=0") or "HEAD^"
    yield from _git("diff", "--name-only", tag.strip()).splitlines()


def _git(*arguments: str) -> str:
    """Return what git answers; nothing in a copy without history."""
    run = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)
    return run.stdout if run.returncode == 0 else ""
