"""What a page says of itself to its frame."""

from datetime import date
from pathlib import Path

import yaml

from build_scripts.pages.generated import BuildInfo
from tests.conftest import Change
from tests.folders import opened
from tests.html import headings
from tests.publish.test_all_pages import FAQ


def test_a_stamp_without_a_checked_date_prints_none() -> None:
    """The footer leaves the sentence out instead of printing «None»."""
    assert BuildInfo("1", date(2026, 5, 31), None).words()["checked_on"] == ""


def test_marks_in_titles_are_words(small: Path, change: Change) -> None:
    """A title with stars, brackets or quotation marks reads as it was written, in what the frame reads too."""
    title = 'What *then* [now] & "there" <b>?'
    change(f"content_data/{FAQ}.md", "title: What then?", f"title: '{title}'")
    page = next(page for page in opened(small).files if page.address == FAQ)
    assert page.meta["title"] == yaml.safe_load(page.front_matter.strip("-\n"))["title"] == title
    assert headings(page.body, 1) == [(1, title, "")]


def test_only_pages_with_the_drawn_route_ask_for_its_styles(small: Path, change: Change) -> None:
    """Styles that few pages need are not sent to readers of other pages."""
    change("content_data/guidance/start.md", "More words,", "[The way](show:route-map)\n\nMore words,")
    files = opened(small).files
    asked = {page.address for page in files if "route" in page.meta["styles"]}  # type: ignore[operator]
    assert "guidance/start" in asked
    assert {page.address for page in files if "mf-map-way" in page.body} == asked
