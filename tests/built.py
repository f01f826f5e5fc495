"""The real site, built for the tests that look at it."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PARTS = (
    "CHANGELOG.md",
    "build_scripts",
    "content_data",
    "docs",
    "hosting",
    "overrides",
    "mkdocs.yml",
    "pyproject.toml",
)


@dataclass(frozen=True)
class Built:
    """A project folder with its built site."""

    root: Path

    @property
    def site(self) -> Path:
        """The folder that is published."""
        return self.root / "site"

    @property
    def dist(self) -> Path:
        """The folder of the release, when one was made."""
        return self.root / "dist"

    @property
    def manifest(self) -> Any:
        """The list of all pages and files."""
        return json.loads((self.root / "build" / "manifest.json").read_text(encoding="utf-8"))


def copy_project(to: Path) -> Path:
    """Copy what a build needs, without history."""
    to.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, to / part)
    return to


def build(root: Path, *verb: str, **environment: str) -> Built:
    """Build a copied project as an editor would, or do what another verb says."""
    settings = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"} | environment
    command = [sys.executable, "-m", "build_scripts", *(verb or ("site",)), "--quiet"]
    run = subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return Built(root)
