"""What needs checking is told, and the registers are never changed."""

from datetime import date
from pathlib import Path

import httpx
from click.testing import CliRunner

from build_scripts.check.review_report import look_online, report
from build_scripts.cli import cli
from build_scripts.content.load import load_all
from tests.conftest import Change
from tests.folders import files_in

SIGNED = "confirmed: {by: Ann Example, role: a tester, on: 2026-05-01, saw: the same}"


def test_report_sorts_overdue_soon_and_unconfirmed(small: Path, change: Change) -> None:
    """An editor sees first what is late, then what will be, then what nobody has confirmed."""
    change("content_data/services/a-line.yml", "review_by: 2027-01-01", "review_by: 2026-06-01")
    text = report(load_all(small).content, date(2026, 6, 2), 300)
    overdue, soon, unconfirmed = text.split("\n## ")[1:]
    assert overdue.startswith("Overdue (1)\n\n- 2026-06-01: A line (content_data/services/a-line.yml:1)")
    assert soon.startswith("Due within 300 days (11)") and "A line" not in soon
    assert "- A study (content_data/documents/a-study.yml:1): https://example.org/study" in unconfirmed


def test_confirmed_records_are_no_longer_listed(small: Path, change: Change) -> None:
    """Once somebody has opened the owner's page, the record leaves the list."""
    change("content_data/documents/a-study.yml", "confidence: high", f"confidence: high\n{SIGNED}")
    assert "A study (content_data/documents/a-study.yml" not in report(load_all(small).content, date(2026, 6, 1), 1)


def test_national_numbers_need_nobody_to_confirm_them(small: Path, change: Change) -> None:
    """999 is no entry in the list of what a person has to look up."""
    change("content_data/services/a-line.yml", "publish-after-live-check", "national-number")
    unconfirmed = report(load_all(small).content, date(2026, 6, 2)).split("\n## ")[3]
    assert "A line" not in unconfirmed and "A study" in unconfirmed


def test_owners_pages_are_opened_and_redirects_reported(small: Path) -> None:
    """A moved, missing or silent page is told; nothing else happens."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/line":
            return httpx.Response(301, headers={"Location": "https://example.org/new"})
        if request.url.path == "/study":
            raise httpx.ConnectTimeout("silence")
        return httpx.Response(200)

    client = httpx.Client(transport=httpx.MockTransport(answer), follow_redirects=True)
    assert list(look_online(load_all(small).content, client.get, pause=0)) == [
        "- A line: https://example.org/line: 200, now at https://example.org/new",
        "- A study: https://example.org/study: no answer (ConnectTimeout)",
    ]


def test_command_writes_a_report_and_leaves_the_registers_alone(small: Path) -> None:
    """The report is a file to work from; a person changes the registers."""
    before = files_in(small / "content_data")
    run = CliRunner().invoke(cli, ["review-dates", "--project", str(small), "--today", "2026-06-01", "--within", "10"])
    assert run.exit_code == 0, run.output
    assert (small / "build" / "review-dates.md").read_text(encoding="utf-8") == run.output
    assert "document:a-study" in (small / "build" / "review-desk.md").read_text(encoding="utf-8")
    assert files_in(small / "content_data") == before
