"""The office kit: what SharePoint, Teams and Google show, which is documents and no web pages."""

from __future__ import annotations

from build_scripts.release.edition import MEGABYTE, Edition, Files, below
from build_scripts.release.editions.offline import NAME

KIT = f"{NAME}-office-kit"
LIMIT = 12 * MEGABYTE


def edition(version: str, documents: Files, note: str) -> Edition:
    """Return the zip of all documents.

    Args:
        version: the version of the release.
        documents: each under the name that people find it by.
        note: what to do with the kit, as plain text.
    """
    files = {"read-me-first.txt": note.replace("\n", "\r\n").encode("utf-8-sig"), **documents}
    return Edition(
        f"{NAME}-{version}-office-kit.zip",
        "office",
        below(KIT, files),
        LIMIT,
        looked_at=False,
    )
