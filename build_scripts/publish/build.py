"""Makes the site beside the old one and swaps whole folders at the end."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from build_scripts.pages.generated import printed_foot
from build_scripts.publish import downloads
from build_scripts.publish.assets import finish
from build_scripts.publish.atomic_swap import ReplacedFolder, repair, swap
from build_scripts.publish.build_info import build_epoch
from build_scripts.publish.project import Project

MANIFEST = "build/manifest.json"
SITE_FOLDER = ReplacedFolder("site", MANIFEST)
SITE, NEXT = SITE_FOLDER.folder, SITE_FOLDER.next

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
"""The environment of a generator, without the theme's notice about its own future."""


class BuildError(Exception):
    """The generator failed on checked content; the text says what it said."""


def publish(root: Path, project: Project) -> None:
    """Build the site of a project, list it in the manifest, and swap it in.

    Raises:
        BuildError: when a file or the site cannot be made, or the old site not be moved; the old site stays.
    """
    generate(root, project)
    finish(root / NEXT, printed_foot(project.content, project.build_info), project.build_info)
    swap_in(root, SITE_FOLDER, build_manifest(root / NEXT, project))


def generate(root: Path, project: Project) -> None:
    """Make the files to download, and the site as the generator writes it, beside the one that stands.

    Raises:
        BuildError: when a file or the site cannot be made.
    """
    repair(root, SITE_FOLDER)
    (root / NEXT).parent.mkdir(exist_ok=True)
    try:
        downloads.build_downloads(root, project.content, project.build_info)
    except downloads.DownloadError as error:
        raise BuildError(str(error)) from error
    run_generator(root, project, "mkdocs", "build", "--strict", "--quiet", "--site-dir", NEXT)


def swap_in(root: Path, place: ReplacedFolder, listed: str = "") -> None:
    """Put a new folder in the place of the old one.

    Raises:
        BuildError: when a program holds one of them; the old one stays.
    """
    try:
        swap(root, place, listed)
    except OSError as error:
        why = f"{place.folder}/ is in use ({error.strerror}); close what uses it and build again"
        raise BuildError(why) from error


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
        "version": project.build_info.version,
        "built_on": project.build_info.built_on.isoformat(),
        "pages": [
            {"path": page.dest_uri, "title": page.menu, "audience": page.audience, "source": page.source.path}
            for page in project.files
        ],
        "downloads": downloads.manifest_entries(site, project.content),
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
