"""The folder edition: the site for a disk, a share or an intranet server, for a first time and to update."""

from __future__ import annotations

from build_scripts.publish.removed import is_own
from build_scripts.release.edition import MEGABYTE, Edition, Files, below

NAME = "moving-forward"
"""The folder in the zip. It never changes, so that links to it outlive an update."""
SHEET = "intranet/put-this-on-your-intranet.pdf"
"""The sheet for the technician; it also lies beside the folder."""
LIMIT = 12 * MEGABYTE


def editions(version: str, site: Files, config: bytes) -> list[Edition]:
    """Return the zip for a first time, and the zip to update with.

    Args:
        version: the version of the release.
        site: the site, made to be opened from a disk.
        config: the ``web.config`` for a server that is IIS.
    """
    whole, again = ({**files, "web.config": config} for files in (site, without_own(site)))
    sheet = {path.rpartition("/")[2]: data for path, data in site.items() if path == SHEET}
    return [
        Edition(
            f"{NAME}-{version}-first-install.zip",
            "first-install",
            {**sheet, **below(NAME, whole)},
            LIMIT,
        ),
        Edition(
            f"{NAME}-{version}-update.zip",
            "update",
            {**sheet, **below(NAME, again)},
            LIMIT,
            looked_at=False,
        ),
    ]


def without_own(site: Files) -> dict[str, bytes]:
    """Return a site without what belongs to the school: its details, and its own pages."""
    return {path: data for path, data in site.items() if not is_own(path)}
