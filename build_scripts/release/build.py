"""Makes a release: the site, every edition of it as a zip, and a report of what was looked at."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from build_scripts.content.content import Content
from build_scripts.content.links import page_address
from build_scripts.content.pages import HelpPage, Release, Site
from build_scripts.pages.generated import printed_foot
from build_scripts.pages.page_context import PageContext
from build_scripts.publish.assets import COMPRESSED, finish
from build_scripts.publish.atomic_swap import ReplacedFolder, repair
from build_scripts.publish.build import KEPT_COPIES, build_manifest, generate, refuse_mixed, swap_in
from build_scripts.publish.build_info import build_epoch
from build_scripts.publish.downloads import DownloadError
from build_scripts.publish.generator import BuildError
from build_scripts.publish.kept_files import KeptFiles
from build_scripts.publish.progress import Progress, silent
from build_scripts.publish.project import Project
from build_scripts.publish.removed import RELEASES, is_own, write_removed
from build_scripts.publish.site_folder import NEXT, SITE_FOLDER
from build_scripts.release.bill_of_materials import FILE, bill_of_materials
from build_scripts.release.edition import Edition, Files
from build_scripts.release.editions import office, offline, pupil, scorm, web
from build_scripts.release.office_documents import office_documents
from build_scripts.release.report import report

if TYPE_CHECKING:
    from build_scripts.release.browser_audit import BrowserAudit

RELEASE_FOLDER = ReplacedFolder("dist")
OFFLINE_FOLDER = "build/folder"
"""Where the site for a disk is made; what a cut leaves there the next release clears away."""
HOSTING_FOLDER = "hosting"
"""The folder with settings for web servers."""
IIS_CONFIG = "web.config"
REPORT, MANIFEST, SUMS = "release-report.html", "manifest.json", "SHA256SUMS"
FILES = "files.txt"
"""What the site of a release consists of; the next releases tell by it what is gone."""
TOLD = 20
"""Findings that are told; the first ones mostly explain the rest."""
Look = Callable[[Path, Progress], "BrowserAudit"]
"""Looks at a folder of unpacked editions."""


def release(root: Path, project: Project, look: Look | None, progress: Progress = silent) -> None:
    """Build the site and make every edition of it, and swap both in.

    Args:
        root: the project folder.
        project: the project, checked.
        look: looks at what was made; None leaves that out, and the report says so.
        progress: told of each long step.

    Raises:
        BuildError: when something cannot be made, is too large, or was found wrong; the last good release stays.
    """
    repair(root, RELEASE_FOLDER)
    _know_earlier(root, project)
    generate(root, project, progress)
    with progress("Making every edition", 0):
        on_disk = root / OFFLINE_FOLDER
        shutil.rmtree(on_disk, ignore_errors=True)
        shutil.copytree(root / NEXT, on_disk)
        foot = printed_foot(project.content, project.build_info)
        finish(root / NEXT, foot, project.build_info, kept=KeptFiles(root / KEPT_COPIES))
        finish(on_disk, foot, project.build_info, served=False)
        write_removed(root, root / NEXT)
        write_removed(root, on_disk, served=False)
        listed = build_manifest(root / NEXT, project)
        try:
            served, files = _read(root / NEXT), _read(on_disk)
            documents = office_documents(
                root, project.content, project.build_info, files, json.loads(listed)["downloads"]
            )
            made = list(_editions(root, project, served, files, documents))
        except (pupil.StrangePageError, DownloadError) as error:
            raise BuildError(str(error)) from error
        shutil.rmtree(on_disk)
    told = {MANIFEST: json.loads(listed), FILES: _names({*served, *files})}
    _write(root, project, made, told, look, progress)
    refuse_mixed(root, project)
    swap_in(root, SITE_FOLDER, listed)
    swap_in(root, RELEASE_FOLDER)


def _know_earlier(root: Path, project: Project) -> None:
    """Stop where it is not known what an earlier release had.

    Raises:
        BuildError: when the list of a release is missing.
    """
    for earlier in project.content.all(Release)[1:]:
        listed = f"{RELEASES}/{earlier.version}.txt"
        if not (root / listed).is_file():
            raise BuildError(
                f"{listed} is missing; it is {FILES} of that release, which stands beside its zips: copy it there"
                " under this name. A release that was never published has no place in CHANGELOG.md."
            )


def _editions(root: Path, project: Project, served: Files, on_disk: Files, documents: Files) -> Iterator[Edition]:
    """Yield every edition, the one that most schools want first."""
    version = project.build_info.version
    recipes = _read(root / HOSTING_FOLDER)
    young = [page.dest_uri for page in project.files if page.audience == "young-person"]
    yield from offline.editions(version, on_disk, recipes[IIS_CONFIG])
    for page in project.content.all(HelpPage):
        yield from pupil.editions(version, on_disk, f"{page_address(page)}.html", young, recipes[IIS_CONFIG])
    title = project.content.one(Site).title
    note = PageContext(project.content, "").fill("release/templates/office-note.txt", title=title)
    yield office.edition(version, documents, f"{note}\n")
    yield web.edition(version, served, recipes)
    yield from scorm.editions(project.content, project.build_info)


def _names(files: set[str]) -> str:
    """Return the files of the site that a later release may have to take away, one in a line."""
    return "".join(f"{path}\n" for path in sorted(files) if not path.endswith(tuple(COMPRESSED)) and not is_own(path))


def _read(folder_: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder_.rglob("*")) if path.is_file())
    return {path.relative_to(folder_).as_posix(): path.read_bytes() for path in paths}


def _write(
    root: Path, project: Project, made: list[Edition], told: dict[str, Any], look: Look | None, progress: Progress
) -> None:
    """Write the editions and what is told of them beside the ``dist`` that stands."""
    out = root / RELEASE_FOLDER.next
    moment = datetime.fromtimestamp(build_epoch(root, project.content), UTC)
    with progress(f"Packing {len(made)} editions", len(made)) as packed:
        zips = {edition.name: _packed(edition, moment, packed) for edition in made}
    looked_at = {one.name: zips[one.name] for one in made if one.looked_at}
    inspection = _looked_at(looked_at, look, progress) if look else None
    listed = [_listed(project.content, edition, zips[edition.name]) for edition in made]
    build_info = project.build_info
    manifest = {"version": build_info.version, "built_on": build_info.built_on.isoformat(), "editions": listed}
    texts = {
        REPORT: report(project, made, listed, told[MANIFEST], inspection),
        FILES: told[FILES],
        FILE: bill_of_materials(project.content.one(Site).title, build_info),
        MANIFEST: json.dumps(manifest, indent=1, ensure_ascii=False) + "\n",
    }
    files = {**zips, **{name: text.encode() for name, text in texts.items()}}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    for name, data in {**files, SUMS: sums.encode()}.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _packed(edition: Edition, moment: datetime, done: Callable[[], object]) -> bytes:
    try:
        data = edition.packed(moment)
    except ValueError as error:
        raise BuildError(str(error)) from error
    done()
    return data


def _listed(content: Content, edition: Edition, data: bytes) -> dict[str, object]:
    """Return what the manifest says of an edition."""
    return {
        "file": edition.name,
        "about": content.label(f"edition-{edition.kind}"),
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "unpacked": sum(map(len, edition.files.values())),
        "types": edition.types(),
    }


def _looked_at(zips: Files, look: Look, progress: Progress) -> BrowserAudit:
    """Return what was seen of the editions, unpacked as a technician unpacks them.

    Raises:
        BuildError: when something was found wrong.
    """
    with tempfile.TemporaryDirectory() as place:
        for name, data in zips.items():
            with ZipFile(BytesIO(data)) as packed:
                packed.extractall(Path(place) / name.removesuffix(".zip"))
        inspection = look(Path(place).resolve(), progress)
    if found := inspection.findings():
        more = [f"… and {len(found) - TOLD} more"] if len(found) > TOLD else []
        raise BuildError("\n".join([f"{len(found)} to mend in what was made:", *found[:TOLD], *more]))
    return inspection
