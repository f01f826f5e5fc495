"""An index page has an editor's words around its list, and a day to be looked at again."""

from pathlib import Path

import pytest

from tests.conftest import Change
from tests.folders import articles, opened
from tests.html import in_order, words


@pytest.mark.parametrize("name", ["behaviours", "questions", "glossary", "documents", "services", "figures"])
def test_a_list_stands_between_lead_and_foot(small: Path, change: Change, name: str) -> None:
    """The editor's own words stand above and below what is made from a register."""
    change("content_data/pages.yml", f"- id: {name}\n", f"- id: {name}\n    foot: These are all of them.\n")
    address = {"behaviours": "behaviours/index", "questions": "faq/index"}.get(name, f"reference/{name}")
    body = articles(small)[address]
    entry = {"behaviours": "Sharing", "questions": "What then?", "glossary": "An agreement."}
    entry |= {"documents": "A study", "services": "A line", "figures": "said yes"}
    assert in_order(words(body), name.capitalize(), "Here they are.", entry[name], "These are all of them.")


def test_a_page_is_due_on_the_first_review_of_its_facts(small: Path, change: Change) -> None:
    """No fact goes unchecked because another on the page is fresh; a page without facts has no such day."""
    change("content_data/services/a-line.yml", "review_by: 2027-01-01", "review_by: 2026-12-01")
    due = {page.address: page.meta.get("review_by") for page in opened(small).files}
    first, later = "2026-12-01", "2027-01-01"
    wanted = {"reference/what-has-changed": first, "reference/documents": later, "reference/words-to-use": None}
    assert {name: due[name] for name in wanted} == wanted
