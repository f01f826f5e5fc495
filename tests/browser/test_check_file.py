"""An editor chooses a file of content and reads its mistakes; the file goes nowhere."""

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.survey import SIDEWAYS, Seen
from tests.built import ROOT

PAGE = "check-my-file.html"
SERVICE = ROOT / "content_data" / "services" / "childline.yml"
DROP = """(place, [name, text]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: files }));
}"""
KEPT = "async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"


def given(name: str, text: str) -> FilePayload:
    """Return a file as it is chosen."""
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


@pytest.fixture(params=["http", "disk"])
def start(request: pytest.FixtureRequest) -> str:
    """Where the page lies: on a server with the strict policy, or on a disk."""
    if request.param == "http":
        return str(request.getfixturevalue("address"))
    return f"{Path(request.getfixturevalue('unzipped')).as_uri()}/"


def test_mistakes_are_told_and_nothing_is_sent_or_kept(page: Page, start: str, seen: Seen) -> None:
    """What reads a file comes with the first one; then nothing is asked for, and nothing of the file stays."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(start + PAGE)
    said, lines = page.locator(".mf-check-file [role=status]"), page.locator(".mf-check-file ol > li")
    assert not [url for url in seen.requests if "readers" in url or "check-rules" in url]
    text = SERVICE.read_text(encoding="utf-8")
    page.set_input_files("#check-file", files=[given("childline.yml", text)])
    expect(said).to_have_text("No mistake was found in childline.yml. See below what this page does not look at.")
    asked = len(seen.requests)
    page.set_input_files("#check-file", files=[given("childline.yml", text.replace("phone: 0800", "phnoe: 0800"))])
    expect(said).to_have_text("1 mistake in childline.yml.")
    assert lines.locator("p").inner_text().endswith(": unknown key 'phnoe'; did you mean 'phone'?")
    assert (lines.locator("code").inner_text(), lines.locator("u").inner_text()) == ("phnoe: 0800 1111", "p")
    page.locator(".mf-check-file").evaluate(DROP, ["page.md", "---\ncolour: red\n---\n"])
    expect(said).to_have_text("The file does not say what is in it. Choose where page.md belongs.")
    page.get_by_label("Where it belongs").select_option("faq/")
    expect(lines.filter(has_text="unknown key 'colour'")).to_have_count(1)
    assert not page.evaluate(SIDEWAYS)
    page.set_input_files("#check-file", files=[given("large.yml", "a" * 1_234_567)])
    expect(lines).to_contain_text(["this file is 1,234 kB"])
    page.set_input_files("#check-file", files=[given("picture.png", "a")])
    expect(said).to_contain_text("picture.png is not a file of content.")
    assert len(seen.requests) == asked
    assert seen.failures == []
    assert page.evaluate(KEPT) == ["", 0, 0, 0]
