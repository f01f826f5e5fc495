"""Makes the site beside the old one and swaps whole folders at the end."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_scripts import products
from build_scripts.assets import finish
from build_scripts.model.pages import Site
from build_scripts.project import Project
from build_scripts.stamp import build_epoch

SITE, NEXT, OLD, MANIFEST = "site", "build/site.next", "build/site.old", "build/manifest.json"

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
"""The environment of a generator, without the theme's notice about its own future."""


class BuildError(Exception):
    """The generator failed on checked content; the text says what it said."""


def repair(root: Path) -> None:
    """Put back the last good site when a build was cut off in the middle of the swap."""
    site, old = root / SITE, root / OLD
    if old.is_dir() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(root / NEXT, ignore_errors=True)


def publish(root: Path, project: Project) -> None:
    """Build the site of a project, list it in the manifest, and swap it in.

    Raises:
        BuildError: when a file or the site cannot be made, or the old site not be moved; the old site stays.
    """
    repair(root)
    (root / NEXT).parent.mkdir(exist_ok=True)
    try:
        products.make(root, project.content, project.stamp)
    except products.ProductError as error:
        raise BuildError(str(error)) from error
    run_generator(root, project, "mkdocs", "build", "--strict", "--quiet", "--site-dir", NEXT)
    finish(root / NEXT, project.content.one(Site).title, project.stamp)
    manifest = build_manifest(root / NEXT, project)
    _swap(root)
    (root / MANIFEST).write_text(manifest, encoding="utf-8", newline="\n")


def run_generator(root: Path, project: Project, module: str, *arguments: str) -> None:
    """Run a site generator in the project folder, with the build date set.

    Raises:
        BuildError: with what the generator printed, when it fails.
    """
    epoch = str(build_epoch(root, project.content))
    environment = {**QUIET, "SOURCE_DATE_EPOCH": epoch}
    command = [sys.executable, "-m", module, *arguments]
    run = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if run.returncode != 0:
        raise BuildError((run.stderr + run.stdout).strip())


def build_manifest(site: Path, project: Project) -> str:
    """Return the list of all pages, downloads and files of a built site as JSON."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    listed = {
        "version": project.stamp.version,
        "built_on": project.stamp.built_on.isoformat(),
        "pages": [
            {"path": page.dest_uri, "title": page.menu, "audience": page.audience, "source": page.source.path}
            for page in project.files
        ],
        "downloads": products.listed(site, project.content),
        "files": [
            {
                "path": path.relative_to(site).as_posix(),
                "bytes": path.stat().st_size,
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            }
            for path in files
        ],
    }
    return json.dumps(listed, indent=1, ensure_ascii=False) + "\n"


def _swap(root: Path) -> None:
    site, old = root / SITE, root / OLD
    try:
        if site.exists():
            site.rename(old)
        (root / NEXT).rename(site)
    except OSError as error:
        if not site.exists() and old.exists():
            old.rename(site)
        raise BuildError(f"{SITE}/ is in use ({error.strerror}); close what uses it and build again") from error
    shutil.rmtree(old, ignore_errors=True)
