"""The way out: other generators make the same articles of a page of each kind."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.folders import whole_project, with_documents
from tests.html import INLINE, read


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, which has a page of each kind, with its site."""
    root = with_documents(whole_project(tmp_path_factory.mktemp("generators") / "small"))
    _run(root, "build_scripts", "site", "--quiet", "--today", "2026-06-01")
    return root


def _articles(site: Path, root: Path) -> dict[str, str]:
    listed = json.loads((root / "build" / "manifest.json").read_text(encoding="utf-8"))
    return {page["path"]: _article(site / page["path"]) for page in listed["pages"]}


def _article(page: Path) -> str:
    return " ".join("".join(_written(read(page).find(".//article"))).split())


def _written(element: Any) -> Iterator[str]:
    """Yield an element as words and tags, without boxes around code and anchors to skip to, which Zensical adds."""
    name = element.tag
    kept = ("href",) if name == "a" else ("href", "id", "class", "rowspan", "scope")
    marks = "".join(f' {key}="{value}"' for key, value in element.items() if key in kept)
    edge = "" if name in INLINE else " "
    is_box = name == "div" or (name in ("a", "span") and not marks and not len(element) and not element.text)
    yield "" if is_box else f"{edge}<{name}{marks}>{edge}"
    yield element.text or ""
    for child in element:
        yield from _written(child) if isinstance(child.tag, str) else ()
        yield child.tail or ""
    yield "" if is_box else f"{edge}</{name}>{edge}"


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
