"""The way out: other generators make the same articles."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.built import Built
from tests.site.pages import read


def _articles(site: Path, built: Built) -> dict[str, str]:
    return {page["path"]: read(site / page["path"]).article_html for page in built.manifest["pages"]}


def _run(root: Path, *arguments: str) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", *arguments]
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_properdocs_builds_the_same_articles(built: Built) -> None:
    """One word changed in the command, and the fork of MkDocs builds the project."""
    _run(built.root, "properdocs", "build", "--strict", "--quiet", "-f", "mkdocs.yml", "--site-dir", "build/properdocs")
    assert _articles(built.root / "build" / "properdocs", built) == _articles(built.site, built)


def test_zensical_builds_the_same_articles(built: Built) -> None:
    """The staged tree builds with Material's successor, which knows no hooks."""
    _run(built.root, "build_scripts", "stage", "--quiet")
    _run(built.root, "zensical", "build", "--strict", "-f", "build/staged/mkdocs.yml")
    assert _articles(built.root / "build" / "staged" / "site", built) == _articles(built.site, built)
