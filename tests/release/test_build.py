"""A release is whole, says what it is, and never replaces a good one with a bad one."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

from build_scripts.pages.generated import BuildInfo
from build_scripts.publish.generator import BuildError
from build_scripts.release.browser_audit import BrowserAudit
from build_scripts.release.build import RELEASE_FOLDER, release
from build_scripts.release.editions.pupil import StrangePageError
from build_scripts.release.report import made_with
from tests.folders import files_in, opened, whole_project

GOOD = BrowserAudit(9, 8, ("Chromium 1.2.3",))


class Released(NamedTuple):
    """A project, its release, and what was looked at."""

    root: Path
    dist: Path
    seen: list[str]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Released:
    """The small project, released once."""
    root = whole_project(tmp_path_factory.mktemp("release") / "small")
    seen: list[str] = []

    def look(folder: Path, _: object) -> BrowserAudit:
        seen.extend(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html")))
        return GOOD

    release(root, opened(root), look)
    return Released(root, root / RELEASE_FOLDER.folder, seen)


def zips(dist: Path) -> Iterator[Path]:
    """Yield every zip of a release."""
    yield from sorted(dist.rglob("*.zip"))


def test_every_edition_is_there(released: Released) -> None:
    """Each user finds a zip that is made for them."""
    names = [path.name for path in zips(released.dist)]
    assert {name for name in names if "scorm" not in name} == {
        "help-1.2.3.zip",
        "moving-forward-1.2.3-first-install.zip",
        "moving-forward-1.2.3-office-kit.zip",
        "moving-forward-1.2.3-update.zip",
        "moving-forward-1.2.3-web.zip",
    }


def test_the_sums_are_those_of_the_files(released: Released) -> None:
    """A technician can tell that a file came whole, with the tools every system has."""
    lines = (released.dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    files = {name: data for name, data in files_in(released.dist).items() if (released.dist / name).is_file()}
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "SHA256SUMS"}


def test_the_manifest_tells_every_type_of_file(released: Released) -> None:
    """Whoever looks after filters and servers knows beforehand what to let through."""
    manifest = json.loads((released.dist / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["version"] == "1.2.3"
    listed = {edition["file"]: edition for edition in manifest["editions"]}
    assert set(listed) == {path.relative_to(released.dist).as_posix() for path in zips(released.dist)}
    for path in zips(released.dist):
        entry = listed[path.relative_to(released.dist).as_posix()]
        with ZipFile(path) as packed:
            members = packed.infolist()
        assert sum(entry["types"].values()) == len(members)
        assert entry["unpacked"] == sum(member.file_size for member in members)
        assert entry["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_readers_open_is_looked_at_once(released: Released) -> None:
    """Pages of an edition that repeats another are not opened twice."""
    assert any(path.startswith("moving-forward-1.2.3-first-install/moving-forward/") for path in released.seen)
    assert any(path.startswith("help-1.2.3/help/") for path in released.seen)
    assert not [path for path in released.seen if "-web/" in path or "-update/" in path]


def test_the_folder_has_no_copies_for_servers(released: Released) -> None:
    """What is opened from a disk has no compressed copies and preloads no typeface; the server's has both."""
    with ZipFile(released.dist / "moving-forward-1.2.3-first-install.zip") as packed:
        names = packed.namelist()
        home = packed.read("moving-forward/index.html").decode()
    assert not [name for name in names if name.endswith((".br", ".gz"))]
    assert 'rel="preload"' not in home
    with ZipFile(released.dist / "moving-forward-1.2.3-web.zip") as packed:
        assert {"moving-forward/index.html.br", "moving-forward/_headers"} <= set(packed.namelist())
        assert 'rel="preload"' in packed.read("moving-forward/index.html").decode()


def test_an_update_keeps_what_a_school_has_changed(released: Released, tmp_path: Path) -> None:
    """The school's details and pictures outlive an update that is unzipped over the folder."""
    with ZipFile(released.dist / "moving-forward-1.2.3-first-install.zip") as packed:
        packed.extractall(tmp_path)
    folder = tmp_path / "moving-forward"
    before = files_in(folder)
    own = {"local.js": b'window.localDetails = {"dsl-name": "Ms Shah"};', "crest.png": b"picture"}
    for name, data in own.items():
        (folder / name).write_bytes(data)
    (folder / "index.html").write_bytes(b"an older page")
    with ZipFile(released.dist / "moving-forward-1.2.3-update.zip") as packed:
        packed.extractall(tmp_path)
    assert files_in(folder) == before | own


def test_the_report_says_what_was_looked_at(released: Released) -> None:
    """A safeguarding lead and a technician read on one page what this release is and what is open."""
    report = (released.dist / "release-report.html").read_text(encoding="utf-8")
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", report))
    assert "Pages opened in a browser, from a disk 9" in told
    assert "PDFs checked for PDF/UA-1 8" in told
    assert "Requests to anything outside the release 0" in told
    assert "Facts overdue for a check 0" in told
    assert all(line in told for line in made_with(opened(released.root).content))
    for path in zips(released.dist):
        assert f"{path.stat().st_size:,}" in told
    assert not re.search(r"<script|src=|href=", report)


def test_overdue_facts_are_judged_on_the_day_of_the_release(released: Released) -> None:
    """The same sources give the same report in a year; a later release tells what has become overdue."""
    project = opened(released.root)
    old = BuildInfo("1.2.3", date(2031, 1, 1), project.build_info.checked_on)
    dist = released.root / RELEASE_FOLDER.folder
    kept = files_in(dist)
    release(released.root, dataclasses.replace(project, warnings=[], build_info=old), None)
    told = (dist / "release-report.html").read_text(encoding="utf-8")
    release(released.root, project, lambda *_: GOOD)
    assert not re.search(r"overdue for a check</th><td>0<", told)
    assert "No page was opened in a browser" in told
    assert files_in(dist) == kept


def test_findings_stop_a_release(released: Released) -> None:
    """What a browser or a checker found wrong is told, and the last good release stays."""
    before = files_in(released.dist)
    bad = BrowserAudit(1, 0, (), axe=tuple(f"page {number}: color-contrast" for number in range(25)), outside=("x: y",))
    with pytest.raises(BuildError) as caught:
        release(released.root, opened(released.root), lambda *_: bad)
    lines = str(caught.value).splitlines()
    assert lines[0] == "26 to mend in what was made:"
    assert (lines[1], lines[-1]) == ("page 0: color-contrast", "… and 6 more")
    assert files_in(released.dist) == before


def test_an_edition_that_is_too_large_stops_a_release(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip that schools cannot take is never published."""
    before = files_in(released.dist)
    monkeypatch.setattr("build_scripts.release.editions.pupil.LIMIT", 100)
    with pytest.raises(BuildError, match=r"^help-1\.2\.3\.zip has [\d,]+ bytes; 100 are allowed$"):
        release(released.root, opened(released.root), None)
    assert files_in(released.dist) == before


def test_a_way_from_young_people_to_staff_stops_a_release(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever releases reads which page leads where, and not that the program has a fault."""

    def strange(*_: object) -> None:
        raise StrangePageError("help.html leads to index.html, which is not for young people")

    before = files_in(released.dist)
    monkeypatch.setattr("build_scripts.release.editions.pupil.edition", strange)
    with pytest.raises(BuildError, match=r"^help\.html leads to index\.html"):
        release(released.root, opened(released.root), None)
    assert files_in(released.dist) == before
