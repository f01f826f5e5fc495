"""Tables as Chromium itself tells them to a screen reader; roles that a test reads off the elements prove less."""

from collections import Counter

import pytest
from playwright.sync_api import Browser

CONTINUUM = {"table": 1, "row": 6, "columnheader": 2, "rowheader": 7, "cell": 6}


@pytest.mark.parametrize("width", [1280, 320])
def test_a_table_stays_one_when_it_is_stacked(browser: Browser, address: str, width: int) -> None:
    """On a phone styles take the continuum apart, and a screen reader still meets rows and headers."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}guidance/understanding.html")
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    page.close()
    roles = Counter(node["role"]["value"] for node in nodes if not node["ignored"])
    assert {role: roles[role] for role in CONTINUUM} == CONTINUUM
