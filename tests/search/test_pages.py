"""The page of the search."""

from pathlib import Path

from tests.folders import opened
from tests.html import words


def test_the_search_stands_on_a_page_of_its_own(small: Path) -> None:
    """Its page has an editor's lead, and tells its frame to put the search on it and none above it."""
    searching = [page for page in opened(small).files if page.meta.get("search_page")]
    assert [page.address for page in searching] == ["search"]
    assert words(searching[0].body).startswith("Search")
