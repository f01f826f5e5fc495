"""What earlier releases had and this one has not, so that whoever unpacks over an older copy can take it away."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from build_scripts.pages.local_details import LOCAL_ADDRESS, OWN_PAGES
from build_scripts.publish.assets import COMPRESSED, TEXT_SUFFIXES

RELEASES = "releases"
"""The folder with the list of files of each release, one in a line, in files named after versions."""
REMOVED = "removed.txt"
"""The list in a site, one file in a line."""
OLDER_DETAILS = "local.js"
"""What ``local-details.txt`` was called once; it is still read."""


def is_own(path: str) -> bool:
    """Tell whether a file belongs to a school, so that no zip brings it again and no list tells to delete it."""
    return path in (LOCAL_ADDRESS, OLDER_DETAILS) or path.startswith(f"{OWN_PAGES}/")


def removed(root: Path, files: Iterable[str], served: bool) -> list[str]:
    """Return the files of earlier releases that are gone, sorted.

    Args:
        root: the project folder.
        files: the files of this release.
        served: whether it is for servers; compressed copies are then gone as well.
    """
    lists = sorted((root / RELEASES).glob("*.txt"))
    earlier = {line for path in lists for line in path.read_text(encoding="utf-8").splitlines() if line}
    gone = {path for path in earlier - set(files) if not is_own(path)}
    copies = {
        f"{path}{ending}" for path in gone for ending in COMPRESSED if PurePosixPath(path).suffix in TEXT_SUFFIXES
    }
    return sorted(gone | copies if served else gone)


def write_removed(root: Path, site: Path, served: bool = True) -> None:
    """Write the list into a finished site."""
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    text = "".join(f"{path}\n" for path in removed(root, files, served))
    (site / REMOVED).write_text(text, encoding="utf-8", newline="\n")
