"""A release is whole, says what it is, and never replaces a good one with a bad one."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_scripts.publish.generator import BuildError
from build_scripts.release.browser_audit import BrowserAudit
from build_scripts.release.build import release
from build_scripts.release.editions.pupil import StrangePageError
from tests.folders import files_in, opened
from tests.release.conftest import Released
from tests.unzipped import closed, unzip

EARLIER = ("assets/site.00000000.css", "guidance/withdrawn.html", "local.js", "our-pages/ours.html")
"""What an earlier release had, as the fixture says, or what a school has put beside it."""


def zips(dist: Path) -> Iterator[Path]:
    """Yield every zip of a release."""
    yield from sorted(dist.rglob("*.zip"))


def test_every_edition_is_there(released: Released) -> None:
    """Each user finds a zip that is made for them."""
    names = [path.name for path in zips(released.dist)]
    assert {name for name in names if "scorm" not in name} == {
        "help-1.2.3-first-install.zip",
        "help-1.2.3-update.zip",
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
            members = [member for member in packed.infolist() if not member.is_dir()]
        assert sum(entry["types"].values()) == len(members)
        assert entry["unpacked"] == sum(member.file_size for member in members)
        assert entry["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_readers_open_is_looked_at_once(released: Released) -> None:
    """Pages of an edition that repeats another are not opened twice."""
    assert any(path.startswith("moving-forward-1.2.3-first-install/moving-forward/") for path in released.seen)
    assert any(path.startswith("help-1.2.3-first-install/help/") for path in released.seen)
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
    """The school's details, pictures and pages outlive an update that is unzipped over the folder."""
    unzip(released.dist / "moving-forward-1.2.3-first-install.zip", tmp_path)
    folder = tmp_path / "moving-forward"
    before = files_in(folder)
    own = {
        "local-details.txt": b'window.localDetails = {"dsl-name": "Ms Shah"};',
        "local.js": b"window.localDetails = {};",
        "crest.png": b"picture",
        "our-pages/our-policy.html": b"<p>Policy</p>",
    }
    for name, data in own.items():
        (folder / name).write_bytes(data)
    (folder / "index.html").write_bytes(b"an older page")
    for name in ("update", "web"):
        unzip(released.dist / f"moving-forward-1.2.3-{name}.zip", tmp_path)
        after = files_in(folder)
        assert {path: after[path] for path in own} == own
        assert after["index.html"] != b"an older page"
    assert after.keys() >= (before | own).keys()


def test_what_a_release_removed_is_listed(released: Released, tmp_path: Path) -> None:
    """Whoever unpacks over an older copy reads which files to delete; none of them belongs to a school."""
    folder = unzip(released.dist / "moving-forward-1.2.3-update.zip", tmp_path) / "moving-forward"
    for name in EARLIER:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"of an earlier release")
    gone = (folder / "removed.txt").read_text(encoding="utf-8").splitlines()
    assert gone == ["assets/site.00000000.css", "guidance/withdrawn.html"]
    for name in gone:
        (folder / name).unlink()
    kept = set(EARLIER) - set(gone)
    assert {path for path in files_in(folder) if (folder / path).read_bytes() == b"of an earlier release"} == kept
    web = unzip(released.dist / "moving-forward-1.2.3-web.zip", tmp_path / "web") / "moving-forward" / "removed.txt"
    assert "guidance/withdrawn.html.br\n" in web.read_text(encoding="utf-8"), "servers would still send its copy"


def test_a_release_tells_the_next_one_what_it_had(released: Released) -> None:
    """The list has every file that a reader may keep a link to, and nothing that belongs to a school."""
    listed = (released.dist / "files.txt").read_text(encoding="utf-8").splitlines()
    assert {"index.html", "removed.txt"} <= set(listed)
    assert not [path for path in listed if path.startswith(("local", "our-pages")) or path.endswith((".br", ".gz"))]


def test_a_release_knows_all_earlier_ones(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the list of an earlier release nobody would be told what is gone; the message says what to do."""
    changelog = released.root / "CHANGELOG.md"
    words = changelog.read_text(encoding="utf-8")
    earlier = "\n## 1.2.2, 4 January 2026\n\n### Readers\n\n- An earlier page.\n"
    monkeypatch.setattr("build_scripts.release.build.RELEASES", "elsewhere")
    changelog.write_text(words + earlier, encoding="utf-8")
    told = r"^elsewhere/1\.2\.2\.txt is missing; it is files\.txt of that release, which stands beside its zips: copy"
    try:
        with pytest.raises(BuildError, match=told):
            release(released.root, opened(released.root), None)
    finally:
        changelog.write_text(words, encoding="utf-8")


def test_every_zip_is_for_everybody_once_it_is_unpacked(released: Released, tmp_path: Path) -> None:
    """A technician unpacks a zip on a server as one user, and the server reads it as another."""
    for path in zips(released.dist):
        assert closed(unzip(path, tmp_path / path.stem)) == [], path.name


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
    with pytest.raises(BuildError, match=r"^help-1\.2\.3-first-install\.zip has [\d,]+ bytes; 100 are allowed$"):
        release(released.root, opened(released.root), None)
    assert files_in(released.dist) == before


def test_a_way_from_young_people_to_staff_stops_a_release(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever releases reads which page leads where, and not that the program has a fault."""

    def strange(*_: object) -> None:
        raise StrangePageError("help.html leads to index.html, which is not for young people")

    before = files_in(released.dist)
    monkeypatch.setattr("build_scripts.release.editions.pupil.editions", strange)
    with pytest.raises(BuildError, match=r"^help\.html leads to index\.html"):
        release(released.root, opened(released.root), None)
    assert files_in(released.dist) == before
