"""The office kit holds every paper under a name that people look for, and says what is in it."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from build_scripts.content.content import Content
from build_scripts.content.load import load_all
from build_scripts.release.office_documents import clean, office_documents
from tests.conftest import copy_small
from tests.real import BUILD_INFO

pytestmark = pytest.mark.slow

LISTED: list[dict[str, Any]] = [
    {"path": "forms/files/plan.pdf", "title": "A plan: with a colon?", "form": "plan", "shape": "pdf"},
    {"path": "forms/files/plan-2.pdf", "title": "A plan: with a colon?", "form": "plan", "shape": "fillable-pdf"},
    {"path": "sessions/files/short.pptx", "title": "A session", "session": "short", "shape": "pptx"},
    {"path": "help/files/card.pdf", "title": "A card", "sheet": "card", "shape": "pdf"},
    {"path": "intranet/put-this-on-your-intranet.pdf", "title": "For a technician", "shape": "pdf"},
]
"""What the manifest says of some documents."""
SITE = {entry["path"]: entry["path"].encode() for entry in LISTED}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project."""
    return copy_small(tmp_path_factory.mktemp("kit") / "small")


@pytest.fixture(scope="module")
def content(project: Path) -> Content:
    """Its content."""
    return load_all(project).content


@pytest.fixture(scope="module")
def kit(project: Path, content: Content) -> dict[str, bytes]:
    """The documents of its kit."""
    return office_documents(project, content, BUILD_INFO, SITE, LISTED)


def test_documents_have_the_names_that_people_look_for(kit: dict[str, bytes]) -> None:
    """A form is found by its title, also where a library refuses some of its signs."""
    assert kit["Forms and plans/A plan - with a colon.pdf"] == b"forms/files/plan.pdf"
    assert kit["Forms and plans/A plan - with a colon, to fill in.pdf"] == b"forms/files/plan-2.pdf"
    assert kit["For young people/A card.pdf"] == b"help/files/card.pdf"


def test_every_paper_of_a_session_is_there_twice(kit: dict[str, bytes]) -> None:
    """To print, and to change in Word; the search of a library shows the session beside the kind of paper."""
    papers = {name.rpartition("/")[2] for name in kit if name.startswith("Training/")}
    kinds = {name.partition(" - ")[0] for name in papers}
    assert {"Running order", "Handout", "Questions", "Answers", "Attendance register"} <= kinds
    for kind in kinds - {"Slides"}:
        endings = [name.rpartition(".")[2] for name in papers if name.startswith(f"{kind} - ")]
        assert sorted(endings) == ["docx", "pdf"], kind


def test_a_page_that_prints_on_one_side_is_a_sheet(small: Path) -> None:
    """What staff need in their hand, such as the first hour, is there without the site."""
    start = small / "content_data" / "guidance" / "start.md"
    words = start.read_text(encoding="utf-8")
    start.write_text(words.replace("order: 10\n", "order: 10\none_side: true\n", 1), encoding="utf-8")
    made = office_documents(small, load_all(small).content, BUILD_INFO, SITE, LISTED)
    assert {"Sheets to hand out/Start.pdf", "Sheets to hand out/Start.docx"} <= made.keys()


def test_what_is_not_for_staff_stays_out(kit: dict[str, bytes]) -> None:
    """The sheet for the technician is about web pages, which are not in the kit."""
    assert not [name for name in kit if "technician" in name]


def test_the_contents_name_every_document(kit: dict[str, bytes]) -> None:
    """Whoever opens the kit sees what there is, and as what kinds of file."""
    assert kit["Contents.pdf"].startswith(b"%PDF")
    tables = docx.Document(BytesIO(kit["Contents.docx"])).tables
    told = {row.cells[0].text: row.cells[1].text for table in tables for row in table.rows}
    assert told["A plan - with a colon, to fill in"] == "PDF"
    whole = " ".join([*told, *told.values()])
    for name in kit:
        title = name.rpartition("/")[2].rpartition(".")[0].partition(" - ")[0]
        assert title in whole or title == "Contents", name


@pytest.mark.parametrize("name", ["What now?", "Plan: one page", 'A "b" <c> | d * e', "Ends. ", "50% # & {x}~"])
def test_every_library_takes_the_names(name: str) -> None:
    """SharePoint and Windows refuse some signs, and a name that ends with a full stop."""
    assert not re.search(r'[\\/:*?"<>|#%&{}~]', clean(name))
    assert clean(name) == clean(name).strip(" .") != ""


def test_papers_are_kept_from_one_release_to_the_next(project: Path, content: Content, kit: dict[str, bytes]) -> None:
    """A second release makes none of them again, and has the same bytes."""
    kept = {path.name: path.stat().st_mtime_ns for path in (project / "build" / "kit").rglob("*") if path.is_file()}
    assert office_documents(project, content, BUILD_INFO, SITE, LISTED) == kit
    after = {path.name: path.stat().st_mtime_ns for path in (project / "build" / "kit").rglob("*") if path.is_file()}
    assert kept and after == kept
