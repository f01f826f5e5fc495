"""A school leader sees what people have signed for, who they are, and what nobody has checked."""

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of
from tests.folders import articles
from tests.html import find, links, section, words

PAGE = "reference/who-has-checked"
ANN = "by: Ann Example, role: a tester"
LINE, STUDY = "content_data/services/a-line.yml", "content_data/documents/a-study.yml"
START, CHAT = "content_data/guidance/start.md", "content_data/scenarios/a-chat.yml"


def counts(body: str, row: str) -> list[list[str]]:
    """Return what is checked and what is not yet, of each row of the table that begins so."""
    rows = ([words(cell) for cell in each] for each in find(body, "tr[td]"))
    return [numbers for name, *numbers in rows if name.startswith(row)]


def test_nothing_looks_checked_that_nobody_has_signed_for(small: Path) -> None:
    """Without a signature every count is nought, and the page says so in words."""
    body = articles(small)[PAGE]
    assert {done for done, _ in counts(body, "")} == {"0"}
    assert "Nobody has signed for anything yet." in words(section(body, "by-whom"))
    waiting = section(body, "not-yet")
    assert "One helpline or organisation that nobody has compared with the owner's page" in words(waiting)
    assert "not yet reviewed by a designated safeguarding lead, a specialist or young people" in words(waiting)
    assert {("services.html#a-line", "A line"), ("../guidance/start.html", "Start")} <= set(links(waiting))


def test_who_signed_stands_with_name_day_and_what_they_saw(small: Path, change: Change) -> None:
    """The page is made of the records: a signature takes an entry from what waits to what is done."""
    change(LINE, "checked_on:", f"confirmed: {{{ANN}, on: 2026-02-03, saw: the number}}\nchecked_on:")
    change(START, "checked_on:", f"reviews:\n  - {{reviewer: dsl, {ANN}, on: 2026-03-04, saw: all}}\nchecked_on:")
    assert lines_of(small) == []
    body = articles(small)[PAGE]
    said = words(section(body, "by-whom"))
    assert "Ann Example, a tester, has signed 2 times, last on 4 March 2026." in said
    assert "Start Reviewed by a designated safeguarding lead on 4 March 2026. Signed by Ann Example, a tester." in said
    assert (
        "A line Compared with the owner's page on 3 February 2026 by Ann Example, a tester. They saw: the num" in said
    )
    waiting = section(body, "not-yet")
    assert "A line" not in words(waiting) and "reviewed by a specialist or young people" in words(waiting)


@pytest.mark.parametrize("old", [False, True])
def test_what_was_looked_up_since_waits_again(small: Path, change: Change, old: bool) -> None:
    """A leader is not told that a fact is checked which may have changed since."""
    day = "2025-12-31" if old else "2026-01-01"
    change(STUDY, "checked_on:", f"confirmed: {{{ANN}, on: {day}, saw: it all}}\nchecked_on:")
    body = articles(small)[PAGE]
    assert counts(body, "Laws") == [["0", "1"] if old else ["1", "0"]]


def test_a_national_number_waits_for_nobody(small: Path, change: Change) -> None:
    """999 is neither checked nor unchecked."""
    change(LINE, "publish-after-live-check", "national-number")
    assert counts(articles(small)[PAGE], "Helplines") == [["0", "0"]]


def test_pages_of_guidance_lead_to_it_and_say_no_more(small: Path) -> None:
    """A reader in the middle of an incident finds who has checked a page, and is not alarmed by it."""
    pages = articles(small)
    (line,) = find(pages["guidance/start"], "span[@class='mf-onward']")
    assert links(line) == [("../reference/who-has-checked.html", "Who has checked this page")]
    assert "who-has-checked" not in str(pages["help"])
