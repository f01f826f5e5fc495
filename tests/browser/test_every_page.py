"""What every page in the manifest promises in a real browser; later pages are held without a new test.

``--full`` looks at every page; without it, one page of each kind and those that changed stand for the others.
"""

import pytest

from tests.browser.chosen_pages import GATHERED, every_page, shares
from tests.browser.conftest import PARTS
from tests.browser.survey import Survey
from tests.built import Built


def test_every_kind_of_page_is_surveyed(surveyed: list[str], built: Built, pytestconfig: pytest.Config) -> None:
    """No page escapes the promises below: each is looked at, or one that loads and is made of the same."""
    pages = every_page(built)
    assert set(surveyed) <= set(pages)
    assert len(surveyed) == len(pages) or not pytestconfig.getoption("full")
    for folder in ("behaviours", "faq", "forms", "guidance", "help", "maintainers", "reference", "sessions"):
        assert any(path.startswith(f"{folder}/") for path in surveyed), folder
    assert set(pages) >= GATHERED
    assert sorted(path for part in shares(built, surveyed, PARTS) for path in part) == sorted(surveyed)


def test_axe_finds_nothing(survey: Survey) -> None:
    """Every rule in light, in menu, contents and search; in dark those of colour, at 320 px the others: no finding."""
    found = [
        f"{path}, {state}: {line}" for path, seen in survey.items() for state, all_ in seen.axe.items() for line in all_
    ]
    assert found == []
    states = {state for seen in survey.values() for state in seen.axe}
    assert {"light", "dark", "320 px", "Menu open", "On this page open", "search open"} <= states


def test_policy_refuses_nothing(survey: Survey) -> None:
    """The strict policy holds: nothing on any page is of a kind that it refuses."""
    assert {path: seen.refused for path, seen in survey.items() if seen.refused} == {}


def test_nothing_fails(survey: Survey) -> None:
    """No error in the console, no script error, no missing file."""
    assert {path: seen.failures for path, seen in survey.items() if seen.failures} == {}


def test_no_request_leaves_the_site(survey: Survey, address: str) -> None:
    """Every request goes to the site itself."""
    outside = {path: [url for url in seen.requests if not url.startswith(address)] for path, seen in survey.items()}
    assert {path: urls for path, urls in outside.items() if urls} == {}


def test_few_requests(survey: Survey) -> None:
    """A first visit takes at most seven requests, as many as the stock theme.

    Search, forms, sessions and the pages that show components add their own; lists and the drawn route, their styles.
    Where the foot is near at once, what stands there comes at once too.
    """
    more = {"search.html": 5, "intranet/self-test.html": 7} | {path: 2 for path in survey if path.startswith("forms/")}
    more |= {path: 2 for path in survey if path.startswith(("sessions/", "maintainers/components-"))}
    for path, seen in survey.items():
        more[path] = more.get(path, 0) + sum("/lists." in url or "/route." in url for url in seen.requests)
        more[path] += any("/later." in url for url in seen.requests[: seen.first])
    assert {path: seen.first for path, seen in survey.items() if seen.first > 7 + more.get(path, 0)} == {}


def test_no_page_scrolls_sideways(survey: Survey) -> None:
    """At 320 px, which is 400 % zoom, and with wide text spacing, nothing needs scrolling in two directions."""
    assert {path: seen.sideways for path, seen in survey.items() if seen.sideways} == {}


def test_no_word_is_broken(survey: Survey) -> None:
    """On a phone a line ends between words, also in tables."""
    assert {path: seen.broken for path, seen in survey.items() if any(seen.broken.values())} == {}


def test_tables_have_names(survey: Survey) -> None:
    """Whoever hears a table is told what it is about, and the names of its columns and rows."""
    assert {path: seen.bare_tables for path, seen in survey.items() if seen.bare_tables} == {}


def test_no_text_is_cut(survey: Survey) -> None:
    """With wide text spacing at 320 px no words disappear."""
    assert {path: seen.cut for path, seen in survey.items() if seen.cut} == {}


def test_the_tab_key_reaches_everything(survey: Survey) -> None:
    """Each link, button and field is reached by the keyboard, and none keeps it."""
    assert {path: seen.missed for path, seen in survey.items() if seen.missed} == {}


def test_focus_is_always_seen(survey: Survey) -> None:
    """Each stop of the keyboard has a ring, in view and not behind something else."""
    assert {path: seen.lost for path, seen in survey.items() if seen.lost} == {}


def test_screen_readers_get_names(survey: Survey) -> None:
    """Links, buttons, fields, menus and images have names in the accessibility tree."""
    assert {path: seen.unnamed for path, seen in survey.items() if seen.unnamed} == {}


def test_nothing_shifts_while_loading(survey: Survey) -> None:
    """What a reader has begun to read stays where it is."""
    assert {path: seen.shift for path, seen in survey.items() if seen.shift > 0.001} == {}


def test_nothing_is_kept(survey: Survey) -> None:
    """No cookie and no stored item comes from reading."""
    assert {path: seen.kept for path, seen in survey.items() if seen.kept} == {}


def test_pages_say_how_many_sides_they_print_on(survey: Survey, built: Built) -> None:
    """The number said before printing is right for short pages and off by one in ten at most for long ones."""
    wrong = {}
    for path, seen in survey.items():
        if seen.said:
            said = 1 if "one page" in seen.said else int(seen.said.split("about ")[1].split(" ")[0])
            if abs(said - seen.sides) > max(0 if seen.sides <= 2 else 1, round(seen.sides / 10)):
                wrong[path] = (said, seen.sides)
    assert wrong == {}
    silent = {path for path, seen in survey.items() if not seen.said}
    young = {page["path"] for page in built.manifest["pages"] if page["audience"] == "young-person"}
    bare = {
        path for path in survey if path.endswith(("-slides.html", "components-sheets.html", "components-help.html"))
    }
    assert silent == young & set(survey) | bare
