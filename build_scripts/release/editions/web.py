"""The web edition: the site with compressed copies for a web server, and a recipe for each server."""

from __future__ import annotations

from build_scripts.release.edition import MEGABYTE, Edition, Files, below
from build_scripts.release.editions.offline import NAME, without_own

AT_THE_START = ("_headers", "web.config")
"""Recipes that work by lying beside ``index.html``."""
ONCE = "first-time"
"""The folder of what a technician copies into the site once, and what then belongs to the school."""
LIMIT = 20 * MEGABYTE


def edition(version: str, site: Files, recipes: Files) -> Edition:
    """Return the zip for a web server.

    Args:
        version: the version of the release.
        site: the site as a server sends it, with its compressed copies.
        recipes: settings for servers, by file name.
    """
    beside = {name: recipes[name] for name in AT_THE_START}
    kept = without_own(site)
    once = {path: data for path, data in site.items() if path not in kept}
    files = {**below(NAME, {**kept, **beside}), **below(ONCE, once), **below("hosting", recipes)}
    return Edition(f"{NAME}-{version}-web.zip", "web", files, LIMIT, looked_at=False)
