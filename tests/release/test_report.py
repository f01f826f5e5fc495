"""The report of a release says what was looked at and what is open."""

from datetime import date

from build_scripts.pages.generated import BuildInfo
from build_scripts.release.build import RELEASE_FOLDER, release
from build_scripts.release.report import made_with
from tests.folders import files_in, opened
from tests.html import find, links, loads, words
from tests.release.conftest import GOOD, Released
from tests.release.test_build import zips


def test_the_report_says_what_was_looked_at(released: Released) -> None:
    """A safeguarding lead and a technician read on one page what this release is and what is open."""
    report = (released.dist / "release-report.html").read_text(encoding="utf-8")
    told = words(report)
    assert "Pages opened in a browser, from a disk 9" in told
    assert "PDFs checked for PDF/UA-1 8" in told
    assert "Requests to anything outside the release 0" in told
    assert "Facts overdue for a check 0" in told
    assert all(line in told for line in made_with(opened(released.root).content))
    for path in zips(released.dist):
        assert f"{path.stat().st_size:,}" in told
    assert not [*find(report, "script"), *links(report), *loads(report)]


def test_overdue_facts_are_judged_on_the_day_of_the_release(released: Released) -> None:
    """The same sources give the same report in a year; a later release tells what has become overdue."""
    project = opened(released.root)
    old = BuildInfo("1.2.3", date(2031, 1, 1), project.build_info.checked_on)
    dist = released.root / RELEASE_FOLDER.folder
    kept = files_in(dist)
    release(released.root, project.__class__(project.content, project.files, [], [], old), None)
    told = words(dist / "release-report.html")
    release(released.root, project, lambda _: GOOD)
    assert "Facts overdue for a check" in told and "Facts overdue for a check 0 " not in told
    assert "No page was opened in a browser" in told
    assert files_in(dist) == kept
