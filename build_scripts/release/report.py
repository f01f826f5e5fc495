"""The report of a release: what is in it, what was looked at, and what made it."""

from __future__ import annotations

import base64
import hashlib
import platform
from collections.abc import Sequence
from datetime import timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING

from markupsafe import Markup

from build_scripts.check.review_report import due, unconfirmed
from build_scripts.content.content import Content
from build_scripts.content.pages import Site
from build_scripts.content.settings import Settings
from build_scripts.formats import pdf
from build_scripts.pages.page_context import TEMPLATES, PageContext
from build_scripts.publish.project import Project
from build_scripts.release.edition import Edition

if TYPE_CHECKING:
    from build_scripts.release.browser_audit import BrowserAudit

PACKAGES = ("mkdocs", "Markdown", "Jinja2", "markdown-it-py", "python-docx", "python-pptx", "brotli")
"""The packages whose versions decide most of what was made, beside those of PDFs."""
STYLE = TEMPLATES / "release" / "templates" / "report.css"


def report(
    project: Project,
    editions: Sequence[Edition],
    listed: Sequence[dict[str, object]],
    site: dict[str, object],
    inspection: BrowserAudit | None,
) -> str:
    """Return the report as a web page that lies alone.

    Dates are judged on the day of the release and not on that of the making, so that the same sources give the same
    report.

    Args:
        project: the project, checked.
        editions: what was made.
        listed: what the manifest says of each, in the same order.
        site: the manifest of the site.
        inspection: what was looked at; None when nothing was.
    """
    content, build_info = project.content, project.build_info
    day, days = build_info.built_on, content.one(Settings).age.due_soon_days
    overdue = due(content, day - timedelta(days=1))
    soon = [item for item in due(content, day + timedelta(days)) if item not in overdue]
    style = STYLE.read_text(encoding="utf-8")
    return (
        PageContext(content, "release-report").fill(
            "release/templates/report.html",
            build_info=build_info.words(),
            days=days,
            style=Markup(style),  # our own file
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
            site=site,
            title=content.one(Site).title,
            editions=[(edition, entry) for edition, entry in zip(editions, listed, strict=True)],
            overdue=overdue,
            soon=soon,
            unconfirmed=unconfirmed(content),
            inspection=inspection,
            made_with=made_with(content),
        )
        + "\n"
    )


def made_with(content: Content) -> list[str]:
    """Return the programs that made a release, with their versions.

    Args:
        content: the words that stand there when no PDFs were made.
    """
    own = [f"{name} {version(name)}" for name in PACKAGES]
    papers = content.label("report-no-pdfs") if pdf.missing() else pdf.versions()
    return [f"{_system()}, Python {platform.python_version()}", ", ".join(own), papers]


def _system() -> str:
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    except OSError:  # not Linux
        return platform.system()
