"""What a site is made of: pages and files with an address and a source."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Record, long_date
from build_scripts.content.kept import Kept
from build_scripts.content.pages import Site
from build_scripts.content.problems import Location
from build_scripts.content.prose import plain_text
from build_scripts.formats import html_tree
from build_scripts.pages.page_context import PageContext
from build_scripts.pages.stylesheets import stylesheets_needed


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
        """Return what footers print of it."""
        checked = long_date(self.checked_on) if self.checked_on else ""
        old_from = self.old_from.isoformat() if self.old_from else ""
        built = {"built": self.built_on.isoformat(), "built_on": long_date(self.built_on), "old_from": old_from}
        return {"version": self.version, **built, "checked_on": checked}


def printed_foot(content: Content, build_info: BuildInfo, title: str = "") -> str:
    """Return what stands at the foot of each printed sheet.

    Args:
        content: the name of the site.
        build_info: version and day.
        title: the name of a document that is printed by itself.
    """
    title, day = title or content.one(Site).title, long_date(build_info.built_on)
    return content.label("printed-foot", title=title, version=build_info.version, day=day)


@dataclass(frozen=True)
class FinishedBody:
    """The body of a page, read as HTML once."""

    ids: tuple[str, ...]
    """Every id, in order."""
    links: tuple[str, ...]
    """Every address that it leads to."""
    article: str
    """The body as generators take it: none reads a line for code since a template stands further in."""


@Kept
def _finished(body: str) -> FinishedBody:
    tree = html_tree.read_part(html_tree.without_indentation(body))
    return FinishedBody(tuple(html_tree.ids(tree)), tuple(html_tree.links(tree)), html_tree.write_part(tree))


@dataclass(frozen=True)
class GeneratedPage:
    """A page made from content: finished HTML, to be put into the frame of ``overrides``."""

    address: str
    """Where it lies, without ending, such as ``faq/devices``; typed links resolve to it."""
    body: Markup
    """What stands in its ``<article>``."""
    source: Location
    """Where an editor changes it."""
    menu: str
    """Name in menus."""
    audience: str = "staff"
    group: str | None = None
    """The part of the navigation that lists the page; None when mkdocs.yml names the page itself."""
    order: int = 0
    """Place within its group, smallest first."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """What the frame reads: title, description, contents, scripts and styles."""

    @property
    def src_uri(self) -> str:
        """The address of the page's source, as MkDocs names it."""
        return f"{self.address}.md"

    @property
    def dest_uri(self) -> str:
        """The address of the built page."""
        return f"{self.address}.html"

    @property
    def finished(self) -> FinishedBody:
        """The body as it is handed on, and what it holds."""
        return _finished(str(self.body))

    @property
    def front_matter(self) -> str:
        """What the frame reads as YAML; JSON values are YAML values too."""
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.meta.items())
        return "---\n" + "\n".join(lines) + "\n---\n"


@dataclass(frozen=True)
class GeneratedAsset:
    """A file made from content that is no page."""

    src_uri: str
    """Address below the site's start, such as ``search-index.js``."""
    text: str
    """What it holds."""


def finished_page(
    context: PageContext,
    parts: Sequence[Markup],
    source: Record,
    meta: Mapping[str, object] | None = None,
    *,
    title: str = "",
    menu: str = "",
    audience: str = "staff",
    group: str | None = None,
    order: int = 0,
) -> GeneratedPage:
    """Return a page as it is handed to the generator.

    Args:
        context: what it was drawn in; it knows the address and the headings.
        parts: what stands in its article, from top to foot.
        source: the record it is made from; it has a title, and a summary or a lead.
        meta: what the frame reads besides; values of None are left out.
        title: its title, unless the record's own.
        menu: its name in menus, unless its title.
        audience: who reads it.
        group: the part of the navigation that lists it.
        order: its place there.
    """
    title = title or str(getattr(source, "title", ""))
    summary: Prose = getattr(source, "summary", None) or source.lead  # type: ignore[attr-defined]  # of the home page
    known = {
        "title": title,
        "description": plain_text(summary),
        "contents": context.contents,
        "styles": stylesheets_needed("".join(parts)),
        **(meta or {}),
    }
    return GeneratedPage(
        context.page,
        Markup("\n").join(part for part in parts if part),
        source.location,
        menu or title,
        audience,
        group,
        order,
        {key: value for key, value in known.items() if value is not None},
    )
