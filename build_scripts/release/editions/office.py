"""The office kit: what SharePoint, Teams and Google show, which is documents and no web pages."""

from __future__ import annotations

from build_scripts.release.edition import MEGABYTE, Edition, Files, below
from build_scripts.release.editions.offline import NAME, SHEET

KIT = f"{NAME}-office-kit"
SHOWN = (".pdf", ".docx", ".pptx")
"""Endings of what these services open in the browser."""
LIMIT = 12 * MEGABYTE


def edition(version: str, site: Files, note: str) -> Edition:
    """Return the zip of all documents.

    Args:
        version: the version of the release.
        site: the site.
        note: what to do with the kit, as plain text.
    """
    documents = {_place(path): data for path, data in site.items() if path.endswith(SHOWN) and path != SHEET}
    files = {"read-me-first.txt": note.replace("\n", "\r\n").encode("utf-8-sig"), **documents}
    return Edition(
        f"{NAME}-{version}-office-kit.zip",
        "office",
        below(KIT, files),
        LIMIT,
        looked_at=False,
    )


def _place(path: str) -> str:
    """Return where a file lies in the kit; folders named ``files`` say nothing there."""
    return path.replace("/files/", "/")
