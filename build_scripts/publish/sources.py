"""What a site is made of besides the code, and whether it stayed the same while the site was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from build_scripts.content.reader.files import leads_out

SOURCES = (
    "CHANGELOG.md",
    "content_data",
    "docs",
    "mkdocs.yml",
    "overrides",
    "pyproject.toml",
    "releases",
    "requirements.txt",
)
"""What a site is made of besides the code, from the project folder."""
REFUSED_AS_LINKS = ("CHANGELOG.md", "content_data", "docs")
"""Sources that are told as a mistake where they lead out of the project; nobody walks through a whole disk for them."""
Stamps = Mapping[str, tuple[int, int]]
"""When each file was last written, and how long it is, by its name from the project folder."""


def files_below(start: Path, tops: Iterable[str]) -> Iterator[Path]:
    """Yield every file of some folders, or a file that is named itself."""
    for top in tops:
        if top in REFUSED_AS_LINKS and leads_out(start, top):
            continue
        paths = [start / top] if (start / top).is_file() else sorted((start / top).rglob("*"))
        yield from (path for path in paths if path.is_file() and path.parent.name != "__pycache__")


def stamps(root: Path) -> Stamps:
    """Return what tells whether a source was changed since."""
    found = {path.relative_to(root).as_posix(): path.stat() for path in files_below(root, SOURCES)}
    return {name: (stat.st_mtime_ns, stat.st_size) for name, stat in found.items()}


def changed_since(root: Path, before: Stamps) -> list[str]:
    """Return the sources that were changed, added or taken away since, by name."""
    now = stamps(root)
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
