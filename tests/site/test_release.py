"""The editions of the real content are whole, small, and right for whom they are made."""

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import page as page_validation
import pytest
import yaml

from tests.built import ROOT, Built
from tests.html import loads, targets
from tests.real import SESSIONS

LIMITS = {"first-install": 12_000_000, "update": 12_000_000, "places-to-get-help": 500_000, "scorm": 5_000_000}
"""The most bytes of a zip, as schools were promised."""
OWN = {"moving-forward/local-details.txt"}
"""What a technician copies into the site for a web server once."""


@pytest.fixture(scope="module")
def listed(built: Built) -> list[dict[str, Any]]:
    """What the manifest of the release says of its zips."""
    editions: list[dict[str, Any]] = json.loads((built.dist / "manifest.json").read_text(encoding="utf-8"))["editions"]
    return editions


def files(built: Built, pattern: str) -> dict[str, bytes]:
    """Return the files of the zip whose name fits."""
    with ZipFile(next(built.dist.glob(pattern))) as packed:
        return {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}


def dead(found: dict[str, bytes]) -> Iterator[str]:
    """Yield each reference of a page to a file that is not there."""
    for path, data in found.items():
        if path.endswith(".html"):
            page = data.decode()
            named = {re.split("[#?]", address)[0] for address in (*targets(page), *loads(page)) if ":" not in address}
            for name in named - {""}:
                if posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) not in found.keys() | OWN:
                    yield f"{path}: {name}"


def test_every_zip_is_as_small_as_promised(listed: list[dict[str, Any]]) -> None:
    """Schools with slow lines and small shares can take it."""
    for kind, limit in LIMITS.items():
        sizes = [edition["bytes"] for edition in listed if kind in edition["file"]]
        assert sizes and max(sizes) <= limit, kind


@pytest.mark.parametrize("name", ["moving-forward", "places-to-get-help", "web"])
def test_nothing_that_a_page_leads_to_is_missing(built: Built, name: str) -> None:
    """Unpacked alone, every link, picture, style and script of every page is there."""
    pattern = "*-web.zip" if name == "web" else f"{name}-*-first-install.zip"
    assert list(dead(files(built, pattern))) == []


def test_the_sheet_names_every_type_of_file(listed: list[dict[str, Any]]) -> None:
    """The technician lets through what is in the folder, and nothing that is not."""
    pages = yaml.safe_load((ROOT / "content_data" / "pages.yml").read_text(encoding="utf-8"))["pages"]
    foot = next(page["foot"] for page in pages if page["id"] == "intranet")
    line = next(line for line in foot.splitlines() if "file types are" in line)
    named = set(re.findall(r"\w+", line.split("file types are")[1].split(".")[0])) - {"and"}
    types = next(edition["types"] for edition in listed if "first-install" in edition["file"])
    assert {f".{name}" for name in named} | {".config"} == set(types)


def test_nothing_in_a_release_runs_by_itself(listed: list[dict[str, Any]]) -> None:
    """No filter and no careful technician has a reason to stop it."""
    types = {ending for edition in listed for ending in edition["types"]}
    assert (
        types & {".exe", ".dll", ".bat", ".cmd", ".ps1", ".vbs", ".msi", ".hta", ".jar", ".sh", ".scr", ".lnk"} == set()
    )


def test_young_people_get_nothing_of_the_staff_s(built: Built) -> None:
    """Every page in their zip is theirs, and no name of a file tells why somebody has it."""
    young = {page["path"] for page in built.manifest["pages"] if page["audience"] == "young-person"}
    found = files(built, "places-to-get-help-*-first-install.zip")
    pages = {path.removeprefix("places-to-get-help/") for path in found if path.endswith(".html")}
    assert pages == young | {"index.html"}
    assert [path for path in found if re.search(r"sex|harm|hsb|moving|forward|safeguard|behaviour", path)] == []


def test_the_office_kit_has_every_document(built: Built) -> None:
    """Whoever works in SharePoint lacks no form and no slides, and meets no web page."""
    kit = files(built, "*-office-kit.zip")
    paths = {each["path"] for each in built.manifest["downloads"]} - {"intranet/put-this-on-your-intranet.pdf"}
    assert [path for path in sorted(paths) if (built.site / path).read_bytes() not in kit.values()] == []
    assert {path.rpartition(".")[2] for path in kit} == {"pdf", "docx", "pptx", "txt"}
    below = [path.removeprefix("moving-forward-office-kit/") for path in kit]
    assert {f"Contents.{ending}" for ending in ("pdf", "docx")} <= set(below)
    for paper in ("Running order", "Handout", "Questions", "Answers", "Attendance register", "Certificate"):
        found = [path for path in below if f"/{paper}" in path]
        assert len(found) == 2 * len(SESSIONS), paper
    assert {"Sheets to hand out/The first hour.pdf", "Sheets to hand out/The first hour.docx"} <= set(below)


def test_every_pdf_of_the_office_kit_is_tagged(built: Built, tmp_path: Path) -> None:
    """A paper that only the kit has is read out as well as those of the site: PDF/UA-1, none failed."""
    failed = dict[str, str]()
    for path, data in files(built, "*-office-kit.zip").items():
        if path.endswith(".pdf"):
            (tmp_path / "one.pdf").write_bytes(data)
            report = page_validation.validate_pdf(str(tmp_path / "one.pdf"), profile="ua1")
            failed |= {} if report.is_compliant else {path: str(report)}
    assert failed == {}


def test_the_report_names_every_zip(built: Built, listed: list[dict[str, Any]]) -> None:
    """Whoever publishes a release sees on one page what it is made of."""
    report = (built.dist / "release-report.html").read_text(encoding="utf-8")
    assert [edition["file"] for edition in listed if edition["file"] not in report] == []
    assert len(built.manifest["pages"]) > 100 and f"{len(built.manifest['pages'])}, of which" in report
