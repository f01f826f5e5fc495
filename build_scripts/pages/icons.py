"""The icons, one for each meaning, from the package of Material for MkDocs; and our own drawings."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

from build_scripts.content.pages import Icon

FILES = {
    Icon.ADVICE: "headset",
    Icon.BEHAVIOUR: "shape-outline",
    Icon.CHANGES: "calendar-text-outline",
    Icon.CONVERSATION: "forum-outline",
    Icon.DECISION: "sign-direction",
    Icon.FAMILY: "account-multiple-outline",
    Icon.FIRST_HOUR: "clock-outline",
    Icon.FOR_FAMILIES: "email-outline",
    Icon.FOR_YOUNG_PEOPLE: "card-text-outline",
    Icon.FORMS: "printer-outline",
    Icon.INTRANET: "monitor",
    Icon.PLAN: "clipboard-outline",
    Icon.POLICE: "police-badge",
    Icon.QUESTION: "help-box-outline",
    Icon.SAFETY: "shield-alert-outline",
    Icon.SCHOOL: "school-outline",
    Icon.SUICIDE: "hand-heart",
    Icon.SUPPORT: "phone-outline",
    Icon.TRAINING: "presentation",
    Icon.UNDERSTANDING: "lightbulb-outline",
    Icon.WORDS: "book-open-outline",
}
"""The file of each meaning; a reader who has learned an icon meets it for nothing else."""
OWN = Path(__file__).parent.parent / "components" / "emblem"
"""The folder of our own drawings."""
LINES = re.compile(r"<path [^>]*/>")
BEFORE = '<svg class="mf-icon" viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true"'


@cache
def icon(name: str) -> Markup:
    """Return the icon of a meaning, to stand beside words that say it.

    Args:
        name: the meaning, as an ``Icon``.
    """
    lines = "".join(LINES.findall((_folder() / f"{FILES[Icon(name)]}.svg").read_text(encoding="utf-8")))
    return Markup(f'{BEFORE} focusable="false">{lines}</svg>')  # a file of the package


@cache
def emblem(name: str) -> Markup:
    """Return our own drawing for a page, or nothing where it has none.

    Args:
        name: the id of the page.
    """
    file = OWN / f"{name}.svg"
    return Markup(file.read_text(encoding="utf-8").strip() if file.is_file() else "")  # our own file


@cache
def _folder() -> Path:
    """Return where the package keeps the set, without running the package.

    Raises:
        ModuleNotFoundError: when it is not installed.
    """
    spec = importlib.util.find_spec("material")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("mkdocs-material, whose icons the pages use, is not installed")
    return Path(spec.origin).parent / "templates" / ".icons" / "material"
