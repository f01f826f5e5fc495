"""Where the site stands, and where the next one is made."""

from __future__ import annotations

from build_scripts.publish.atomic_swap import ReplacedFolder

MANIFEST = "build/manifest.json"
"""The list of every page and file of the site."""
SITE_FOLDER = ReplacedFolder("site", MANIFEST)
NEXT = SITE_FOLDER.next
