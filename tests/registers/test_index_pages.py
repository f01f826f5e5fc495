"""The pages of the registers list what the registers hold."""

from pathlib import Path

from tests.folders import articles
from tests.html import find, links


def test_the_lists_lead_to_the_pages(small: Path) -> None:
    """From a list a reader gets to each page, and a link can lead to each entry."""
    made = articles(small)
    for name, place, words_ in (("behaviours/index", "sharing", "Sharing"), ("faq/index", "what-then", "What then?")):
        heading = next(each for each in find(made[name], "h2") if each.get("id") == place)
        assert links(heading) == [(f"{place}.html", words_)]
