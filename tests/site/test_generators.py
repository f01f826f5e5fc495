"""The way out: other generators make the same articles of a page of each kind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import whole_project
from tests.site.pages import read


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, which has a page of each kind, with its site."""
    root = whole_project(tmp_path_factory.mktemp("generators") / "small")
    _run(root, "build_scripts", "site", "--quiet", "--today", "2026-06-01")
    return root


def _articles(site: Path, root: Path) -> dict[str, str]:
    listed = json.loads((root / "build" / "manifest.json").read_text(encoding="utf-8"))
    return {page["path"]: read(site / page["path"]).article_html for page in listed["pages"]}


def _run(root: Path, *arguments: str) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", *arguments]
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_properdocs_builds_the_same_articles(project: Path) -> None:
    """One word changed in the command, and the fork of MkDocs builds the project."""
    _run(project, "properdocs", "build", "--strict", "--quiet", "-f", "mkdocs.yml", "--site-dir", "build/properdocs")
    assert _articles(project / "build" / "properdocs", project) == _articles(project / "site", project)


def test_zensical_builds_the_same_articles(project: Path) -> None:
    """The staged tree builds with Material's successor, which knows no hooks."""
    _run(project, "build_scripts", "stage", "--quiet", "--today", "2026-06-01")
    _run(project, "zensical", "build", "--strict", "-f", "build/staged/mkdocs.yml")
    assert _articles(project / "build" / "staged" / "site", project) == _articles(project / "site", project)
