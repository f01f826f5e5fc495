"""What builders make: files with an address and a source."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from build_scripts.content.fields import long_date
from build_scripts.content.problems import Location


@dataclass(frozen=True)
class BuildInfo:
    """What every page says about its own making."""

    version: str
    built_on: date
    checked_on: date | None
    """The newest day on which any fact was checked."""
    old_from: date | None = None
    """The first day on which a copy tells its age; without it no copy does."""

    def words(self) -> dict[str, str]:
        """Return the build_info as footers print it."""
        checked = long_date(self.checked_on) if self.checked_on else ""
        old_from = self.old_from.isoformat() if self.old_from else ""
        built = {"built": self.built_on.isoformat(), "built_on": long_date(self.built_on), "old_from": old_from}
        return {"version": self.version, **built, "checked_on": checked}


@dataclass(frozen=True)
class GeneratedPage:
    """A page source made from content."""

    src_uri: str
    """Address below ``docs/``, such as ``faq/devices.md``."""
    text: str
    """Markdown with front matter."""
    source: Location
    """Where an editor changes it."""
    menu: str
    """Name in menus."""
    audience: str = "staff"
    group: str | None = None
    """The part of the navigation that lists the page; None when mkdocs.yml names the page itself."""

    order: int = 0
    """Place within its group, smallest first."""

    @property
    def address(self) -> str:
        """The address without ending, as typed links resolve to it."""
        return self.src_uri.removesuffix(".md")

    @property
    def dest_uri(self) -> str:
        """The address of the built page."""
        return f"{self.address}.html"


@dataclass(frozen=True)
class GeneratedAsset:
    """A file made from content that is no page."""

    src_uri: str
    """Address below the site's start, such as ``assets/search-index.js``."""
    text: str
    """What it holds."""


def front_matter(**values: object) -> str:
    """Return YAML front matter; JSON values are YAML values too."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value is not None)
    return "---\n" + "\n".join(lines) + "\n---\n"
