"""A preview keeps its last good pages, and says what is wrong with what was saved since."""

from pathlib import Path

import pytest

from build_scripts.publish.preview import Preview
from tests.folders import whole_project

START = "content_data/guidance/start.md"
LINE = f"""\
  15 | Words about [consent](term:consnt) and [the line](service:a-line).
     | {" " * 22}^"""
"""What stands below a mistake: its line, and a mark under the place."""


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A preview of a small project, before its first build."""
    return Preview(whole_project(tmp_path / "small"), tmp_path / "pages", lambda _: None)


def save(preview: Preview, old: str, new: str) -> None:
    """Change a word in a page, and let the preview see it."""
    file = preview.root / START
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    preview.build()


def shown(preview: Preview) -> str:
    """Return a page as a browser gets it."""
    return preview.shown((preview.folder / "guidance" / "start.html").read_bytes()).decode()


def test_a_mistake_is_told_above_the_last_good_page_until_it_is_mended(preview: Preview) -> None:
    """The page stays; above it and in the terminal stands the mistake with its line; the next good save clears it."""
    preview.build()
    said: list[str] = []
    preview.say = said.append
    save(preview, "term:consent", "term:consnt")
    assert LINE in shown(preview) and LINE in said[0]
    assert f"{START}:15:23: there is no term 'consnt'; did you mean 'consent'?" in shown(preview)
    assert "1 to mend. Below is the last good page." in shown(preview)
    save(preview, "term:consnt", "term:consent")
    assert "to mend" not in shown(preview)


def test_a_project_that_begins_with_a_mistake_has_no_page_yet(preview: Preview) -> None:
    """Somebody who starts the preview on a broken page reads so, and sees the page after the first good save."""
    save(preview, "term:consent", "term:consnt")
    assert preview.head == "1 to mend. There is no good page yet."
    save(preview, "term:consnt", "term:consent")
    assert preview.mistakes == [] and "<h1" in shown(preview)


def test_a_mistake_is_shown_as_words(preview: Preview) -> None:
    """What stands in a file is never markup in the browser of whoever edits it."""
    preview.build()
    preview.mistakes = ["a.yml:1:1: <img src=x onerror=alert(1)>"]
    assert "<img src=x" not in shown(preview) and "&lt;img src=x" in shown(preview)


def test_a_page_may_reload_itself(preview: Preview) -> None:
    """The policy of the real site, which forbids the script of the preview, is taken out there alone."""
    preview.build()
    page = (preview.folder / "guidance" / "start.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page and "Content-Security-Policy" not in shown(preview)
