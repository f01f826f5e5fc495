"""The preview as an editor has it beside the text: saves show by themselves, and so do mistakes."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.folders import whole_project

START = "content_data/guidance/start.md"
SAVED = 20_000
"""Milliseconds that a save may take to be seen on a busy machine."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A small project that is being previewed, and the address of its preview."""
    root = whole_project(tmp_path_factory.mktemp("preview") / "small")
    command = [sys.executable, "-m", "build_scripts", "serve", "--project", str(root), "--address", "127.0.0.1:0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as running:
        assert running.stdout is not None
        told = next(line for line in running.stdout if line.startswith("Open "))
        found = re.search(r"http://\S+", told)
        assert found is not None, told
        yield root, found[0]
        running.terminate()


def save(root: Path, old: str, new: str) -> None:
    """Change a word in a page, as an editor's program does."""
    file = root / START
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_save_shows_by_itself(preview: tuple[Path, str], page: Page) -> None:
    """The word that was saved stands on the open page, and nobody touched the browser."""
    root, address = preview
    page.goto(f"{address}guidance/start.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Start")
    save(root, "title: Start", "title: Begin here")
    expect(page.get_by_role("heading", level=1)).to_have_text("Begin here", timeout=SAVED)
    save(root, "title: Begin here", "title: Start")
    expect(page.get_by_role("heading", level=1)).to_have_text("Start", timeout=SAVED)


def test_mistakes_stand_above_the_last_good_page(preview: tuple[Path, str], page: Page) -> None:
    """While a mistake stands its file, line and remedy are read in the browser; the next good save clears them."""
    root, address = preview
    page.goto(f"{address}guidance/start.html")
    save(root, "term:consent", "term:consnt")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("1 to mend. Below is the last good page.", timeout=SAVED)
    expect(told).to_contain_text(f"{START}:15:23: there is no term 'consnt'; did you mean 'consent'?")
    expect(page.get_by_role("heading", level=1)).to_have_text("Start")
    save(root, "term:consnt", "term:consent")
    expect(told).to_have_count(0, timeout=SAVED)


def test_a_document_is_made_when_it_is_opened(preview: tuple[Path, str], page: Page) -> None:
    """Nobody waits for documents before the first page, and the link to one still leads to it."""
    _, address = preview
    answer = page.request.get(f"{address}forms/files/note.docx")
    assert (answer.status, answer.body()[:2]) == (200, b"PK")
    assert page.request.get(f"{address}forms/files/none.docx").status == 404
