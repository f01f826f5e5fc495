"""The folder edition: the site for a disk, a share or an intranet server, for a first time and to update."""

from __future__ import annotations

from build_scripts.release.edition import MEGABYTE, Edition, Files, below

NAME = "moving-forward"
"""The folder in the zip. It never changes, so that links to it outlive an update."""
OWN = "local.js"
"""The file that holds a school's details; an update leaves it out."""
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
    whole = below(NAME, {**site, "web.config": config})
    sheet = {path.rpartition("/")[2]: data for path, data in site.items() if path == SHEET}
    update = {path: data for path, data in whole.items() if path != f"{NAME}/{OWN}"}
    return [
        Edition(
            f"{NAME}-{version}-first-install.zip",
            "first-install",
            {**sheet, **whole},
            LIMIT,
        ),
        Edition(
            f"{NAME}-{version}-update.zip",
            "update",
            {**sheet, **update},
            LIMIT,
            looked_at=False,
        ),
    ]
