"""The session builder and the papers in a real Chromium."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_scripts.release.browser_audit import AXE, RUN
from tests.browser.conftest import OpenPage
from tests.browser.paper import sides_of, words_on_paper
from tests.built import Built

BUILDER = "sessions/builder.html"


@pytest.fixture(params=["http", "file"])
def built_page(request: pytest.FixtureRequest, unzipped: Path, address: str, page: Page) -> Page:
    """The builder, served and from a disk."""
    page.goto((address if request.param == "http" else f"{unzipped.as_uri()}/") + BUILDER)
    return page


def rows(page: Page) -> list[list[str]]:
    """Return the running order: when, minutes, what."""
    return [
        [cell.inner_text() for cell in row.locator("td, th").all()[:3]]
        for row in page.locator(".mf-running-order tbody tr").all()
    ]


def choose(page: Page, length: int, *topics: str) -> None:
    """Choose a length and topics."""
    page.get_by_label("How many minutes").fill(str(length))
    page.get_by_label("How many minutes").dispatch_event("change")
    for topic in topics:
        page.get_by_role("checkbox", name=topic, exact=True).check()


def test_its_slides_are_those_of_the_running_order(built_page: Page) -> None:
    """The deck has the parts in the same order with the same minutes, and the address names parts alone."""
    choose(built_page, 60, "What if the young person does not want help?", "The first hour")
    order = rows(built_page)
    href = built_page.get_by_role("link", name="Open the slides").get_attribute("href") or ""
    assert re.fullmatch(r"all-slides\.html#blocks=[a-z0-9,:-]+&title=Your%20session", href)
    built_page.get_by_role("link", name="Open the slides").click()
    lines = [f"{what.partition(': ')[0]} from {when} minutes" for when, _, what in order]
    expect(built_page.locator(".mf-deck-order li")).to_have_text(lines)
    shown = list(dict.fromkeys(built_page.locator(".mf-slide").evaluate_all("all => all.map(e => e.dataset.block)")))
    assert shown == [part.split(":")[0] for part in href.split("=")[1].split("&")[0].split(",")]
    assert built_page.title() == "Your session"
    built_page.get_by_role("button", name="Present", exact=True).click()
    built_page.keyboard.press("End")
    before = built_page.locator(".mf-deck-bar p").inner_text()
    built_page.reload()
    expect(built_page.locator(".mf-deck-bar p")).to_have_text(before)


def test_the_running_order_prints_on_one_side(built_page: Page) -> None:
    """Paper has the running order and what drops out, without the choices."""
    choose(built_page, 60, "Supportive discussion", "What do I do next?")
    printed = built_page.pdf(prefer_css_page_size=True)
    words = " ".join(words_on_paper(printed))
    assert sides_of(printed) == 1
    assert "Support for staff" in words
    assert "All the parts you can choose" not in words


def test_what_was_chosen_is_there_again(built_page: Page) -> None:
    """After a reload, and on the way back from the slides, the session is as it was built."""
    choose(built_page, 45, "Supportive discussion")
    built_page.get_by_label("Title of your session").fill("Talking about it")
    built_page.get_by_role("button", name=re.compile("^Later")).nth(1).click()
    built = rows(built_page)
    built_page.reload()
    assert rows(built_page) == built
    built_page.get_by_role("link", name="Open the slides").click()
    expect(built_page.locator("h1")).to_have_text("Talking about it")
    built_page.go_back()
    expect(built_page.locator("#your-session")).to_have_text("Talking about it")
    assert rows(built_page) == built


def test_own_register_and_certificate_print_when_ticked(built_page: Page) -> None:
    """A session that was put together has papers with its own title and parts."""
    choose(built_page, 30, "Supportive discussion")
    built_page.get_by_label("Title of your session").fill("Talking about it")
    for name in ("Print the attendance register", "Print the certificate of attendance"):
        built_page.get_by_label(name).check()
    printed = built_page.pdf(prefer_css_page_size=True)
    assert sides_of(printed) == 3
    assert " ".join(words_on_paper(printed)).count("Talking about it") >= 3


def test_axe_finds_nothing_in_a_built_session(page: Page, address: str) -> None:
    """Wide, narrow and dark, with a session on the page."""
    page.goto(address + BUILDER)
    choose(page, 30, "Supportive discussion")
    page.evaluate(AXE)
    for width, scheme in ((1280, "light"), (320, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert page.evaluate(RUN) == []


def test_without_scripts_everything_is_listed(open_page: OpenPage, address: str) -> None:
    """All parts stand in a table, and nothing that does nothing."""
    page = open_page(java_script_enabled=False)
    page.goto(address + BUILDER)
    expect(page.locator(".mf-session-builder")).to_be_hidden()
    assert page.locator(".mf-block-choices tbody tr >> visible=true").count() > 40


def test_each_paper_fits_on_one_side(page: Page, address: str, built: Built) -> None:
    """Every sheet of every session takes one side of A4, and only ticked sheets print."""
    papers = [entry["path"] for entry in built.manifest["pages"] if entry["path"].endswith("-papers.html")]
    assert papers
    for path in papers:
        page.goto(address + path)
        page.evaluate("document.fonts.load('1em Paper')")
        assert sides_of(page.pdf(prefer_css_page_size=True)) == page.locator(".mf-session-sheet").count(), path
    sheets = page.locator(".mf-session-sheet").count()
    page.get_by_label("Print the handout").uncheck()
    page.locator("footer").scroll_into_view_if_needed()
    expect(page.locator(".mf-page-tools p")).to_have_text(f"Prints on {sheets - 1} pages of A4.")
    assert sides_of(page.pdf(prefer_css_page_size=True)) == sheets - 1
