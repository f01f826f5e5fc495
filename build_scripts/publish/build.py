"""Makes the site beside the old one and swaps whole folders at the end."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from build_scripts.pages.generated import printed_foot
from build_scripts.publish import downloads
from build_scripts.publish.assets import finish
from build_scripts.publish.atomic_swap import ReplacedFolder, repair, swap
from build_scripts.publish.disk_faults import plain_words
from build_scripts.publish.generator import BuildError, run_mkdocs
from build_scripts.publish.kept_files import KeptFiles
from build_scripts.publish.progress import Progress, silent
from build_scripts.publish.project import Project
from build_scripts.publish.removed import write_removed
from build_scripts.publish.site_folder import NEXT, SITE_FOLDER
from build_scripts.publish.sources import changed_since

KEPT_COPIES = "build/compressed"
"""Where compressed copies are kept from one build to the next."""
TOLD = 3
"""So many changed files are named; a merge may change hundreds."""


def publish(root: Path, project: Project, progress: Progress = silent) -> int:
    """Build the site of a project, list it in the manifest, and swap it in.

    Returns:
        How many files to download it has.

    Raises:
        BuildError: when a file or the site cannot be made, or the old site not be moved; the old site stays.
    """
    downloads_made = generate(root, project, progress)
    foot = printed_foot(project.content, project.build_info)
    with progress("Finishing pages, styles and compressed copies", 0):
        kept, before = KeptFiles(root / KEPT_COPIES), root / SITE_FOLDER.folder
        finish(root / NEXT, foot, project.build_info, kept=kept, before=before)
        write_removed(root, root / NEXT)
        listed = build_manifest(root / NEXT, project)
        refuse_mixed(root, project)
        swap_in(root, SITE_FOLDER, listed)
    return downloads_made


def generate(root: Path, project: Project, progress: Progress = silent) -> int:
    """Make the files to download, and the site as the generator writes it, beside the one that stands.

    Returns:
        How many files to download it has.

    Raises:
        BuildError: when a file or the site cannot be made.
    """
    repair(root, SITE_FOLDER)
    (root / NEXT).parent.mkdir(exist_ok=True)
    try:
        made = downloads.build_downloads(root, project.content, project.build_info, progress)
    except downloads.DownloadError as error:
        raise BuildError(str(error)) from error
    with progress(f"Building {len(project.files)} pages", 0):
        run_mkdocs(root, project, made, root / NEXT)
    return len(made)


def refuse_mixed(root: Path, project: Project) -> None:
    """Let nothing be published that was made while somebody changed what it is made of.

    Raises:
        BuildError: with the files that were changed; the old site stays.
    """
    if changed := changed_since(root, project.stamps):
        more = f" and {len(changed) - TOLD} more" if len(changed) > TOLD else ""
        raise BuildError(f"files were changed while it was made: {', '.join(changed[:TOLD])}{more}; run this again")


def swap_in(root: Path, place: ReplacedFolder, listed: str = "") -> None:
    """Put a new folder in the place of the old one.

    Raises:
        BuildError: when a program holds one of them, or the disk is full; the old one stays.
    """
    try:
        swap(root, place, listed)
    except OSError as error:
        held = f"{place.folder}/ is in use ({error.strerror}); close what uses it and build again"
        raise BuildError(held if isinstance(error, PermissionError) else plain_words(error) or held) from error


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
