"""Writes the same pages to a folder, for a generator that knows no hooks."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from build_scripts.content.reader.files import read_text
from build_scripts.content.reader.yaml_reader import Mapping, read_yaml
from build_scripts.pages.navigation import expand, name_groups
from build_scripts.publish import downloads
from build_scripts.publish.frame import frame_values
from build_scripts.publish.link_check import MKDOCS_CONFIG
from build_scripts.publish.project import Project
from build_scripts.publish.sides import Sides

STAGED_FOLDER = "build/staged"


def stage(root: Path, project: Project) -> Path:
    """Write pages, static files, overrides and settings to ``build/staged``.

    Returns:
        The settings file to give to the generator.
    """
    out = root / STAGED_FOLDER
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(root / "docs", out / "docs", ignore=shutil.ignore_patterns("*.md"))
    shutil.copytree(root / "overrides", out / "overrides")
    made = downloads.build_downloads(root, project.content, project.build_info)
    sides = Sides(project.content, made)
    pages = {page.src_uri: f"{page.front_matter}\n{sides.tell(page.finished.article)}\n" for page in project.files}
    for address, text in {**pages, **{asset.src_uri: asset.text for asset in project.assets}}.items():
        file = out / "docs" / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    for address, data in made.items():
        path = out / "docs" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    settings = out / MKDOCS_CONFIG
    settings.write_text(_settings(root, project), encoding="utf-8", newline="\n")
    return settings


def _settings(root: Path, project: Project) -> str:
    text, _ = read_text(root, MKDOCS_CONFIG)
    config, _ = read_yaml(MKDOCS_CONFIG, text or "")
    nav = config.get("nav") if isinstance(config, Mapping) else None
    own = {
        "INHERIT": f"../../{MKDOCS_CONFIG}",
        "docs_dir": "docs",
        "site_dir": "site",
        "hooks": [],
        "watch": [],
        "theme": {"custom_dir": "overrides"},
        "nav": expand(name_groups(nav, project.content), project.files),
        "extra": frame_values(project.content, project.build_info),
    }
    return "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in own.items()) + "\n"
