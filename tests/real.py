"""The real content and the names of its files: nothing is read before a test asks for it, and then once."""

from datetime import date
from functools import cache

import yaml

from build_scripts.content.content import Content
from build_scripts.content.load import Loaded, load_all
from build_scripts.content.sessions import Session
from build_scripts.pages.generated import BuildInfo
from build_scripts.publish.all_pages import build_pages
from build_scripts.training.session_plan import SessionPlan, session_plan
from tests.built import ROOT

BUILD_INFO = BuildInfo("1.2.3", date(2026, 5, 31), date(2026, 1, 5))
"""What pages and documents that tests make say of their build."""
MATRIX_ROWS = yaml.safe_load((ROOT / "content_data" / "form-matrix.yml").read_text(encoding="utf-8"))["rows"]
"""As they are written: form, copy, size, shapes, file and title."""
SESSIONS = sorted(path.stem for path in ROOT.glob("content_data/sessions/*.yml"))


@cache
def real_files() -> Loaded:
    """Return the project as it was read."""
    return load_all(ROOT)


def real_content() -> Content:
    """Return the records of the project."""
    return real_files().content


@cache
def real_plans() -> list[SessionPlan]:
    """Return every session of the project, worked out."""
    return [session_plan(real_content(), session) for session in real_content().all(Session)]


@cache
def real_articles() -> dict[str, str]:
    """Return the article of every page of the project, by its address."""
    return {page.address: page.body for page in build_pages(real_content())}


def real_plan(session: str) -> SessionPlan:
    """Return the session of an id, worked out."""
    return next(plan for plan in real_plans() if plan.session.id == session)
