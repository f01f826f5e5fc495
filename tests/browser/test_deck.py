"""The slides of a session in a real Chromium: to a room, with notes in a second window, on paper, from a disk."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument

from build_scripts.release.browser_audit import AXE, RUN
from tests.browser.conftest import OpenPage
from tests.browser.paper import sides_of, words_on_paper
from tests.browser.survey import SIDEWAYS, Seen, note
from tests.real import real_plan

DECK = "sessions/understanding-60-slides.html"
PAGE = "guidance/supportive-discussion.html"
SCENARIO, QUESTION = "understanding-60-scenario-2", "understanding-60-check-1"
NOW = ".mf-slide.mf-current-slide"


@cache
def slide_ids() -> list[str]:
    """Return the slides of the deck in order."""
    return [slide.id for slide in real_plan("understanding-60").slides]


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, unzipped: Path, address: str) -> str:
    """Where the site is: served with the strict policy, and on a disk."""
    return address if request.param == "http" else f"{unzipped.as_uri()}/"


@pytest.fixture
def room(browser: Browser, seen: Seen, base: str) -> Iterator[Page]:
    """A deck that is being presented."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, has_touch=True)
    page = context.new_page()
    context.on("page", lambda other: note(other, seen))
    note(page, seen)
    page.goto(base + DECK)
    page.get_by_role("button", name="Present", exact=True).click()
    yield page
    assert seen.failures == []
    context.close()


def where(page: Page) -> str:
    """Return the id of the slide that is shown."""
    return str(page.locator(NOW).get_attribute("id"))


def at(page: Page, base: str, slide: str, more: str = "") -> None:
    """Open a deck at a slide."""
    page.goto("about:blank")
    page.goto(f"{base}{DECK}#{more}at={slide}")


def open_notes(room: Page) -> Page:
    """Return the second window, once it follows."""
    with room.expect_popup() as opened:
        room.get_by_role("button", name="Notes", exact=True).click()
    notes = opened.value
    expect(notes.locator(".mf-connection")).to_have_text("")
    return notes


def test_keys_go_on_and_back(room: Page) -> None:
    """Arrows, space and a remote control go on and back; Home and End go to both ends; Escape leaves."""
    first = where(room)
    for on, back in (("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp"), ("ArrowDown", "ArrowUp")):
        room.keyboard.press(on)
        assert where(room) == slide_ids()[1]
        room.keyboard.press(back)
        assert where(room) == first
    room.keyboard.press("End")
    assert where(room) == slide_ids()[-1]
    room.keyboard.press("Home")
    assert where(room) == first
    room.keyboard.press("Escape")
    expect(room.locator(NOW)).to_have_count(1)
    expect(room.locator(".mf-slide >> visible=true")).to_have_count(len(slide_ids()))
    expect(room.get_by_role("button", name="Present", exact=True)).to_be_focused()


def test_the_bar_leaves_an_enlarged_screen_to_the_slide(page: Page, base: str) -> None:
    """At 400 per cent the bar comes after the slide; on a phone it stays in view, and takes a third at most."""
    shown = """e => { const box = e.getBoundingClientRect();
      return Math.max(0, Math.min(innerHeight, box.bottom) - Math.max(0, box.top)) / innerHeight; }"""
    for height in (256, 640):
        page.set_viewport_size({"width": 320, "height": height})
        at(page, base, slide_ids()[0])
        assert page.locator(".mf-deck-bar").evaluate(shown) < 0.34
        assert page.evaluate("scrollY") == 0


def test_leaving_a_deck_that_was_opened_at_a_slide_keeps_the_place(page: Page, base: str) -> None:
    """Keys go on from the slide that was shown, not from the top of the page."""
    at(page, base, slide_ids()[2])
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('.mf-slide').id") == slide_ids()[2]


def test_black_screen(room: Page) -> None:
    """B makes the screen black; the next key shows the same slide again and moves nothing."""
    for key in ("b", "."):
        room.keyboard.press(key)
        expect(room.locator("dialog")).to_be_visible()
        room.keyboard.press("PageDown")
        expect(room.locator("dialog")).to_be_hidden()
        assert where(room) == "ground-rules-1"


def test_a_scenario_comes_step_by_step(page: Page, base: str) -> None:
    """Later stages are hidden until they are asked for, and going back hides them again."""
    at(page, base, SCENARIO)
    stages = page.locator(f"{NOW} .mf-scenario-stage >> visible=true")
    for count, key in ((1, "ArrowRight"), (2, "ArrowRight"), (3, "ArrowLeft"), (2, "ArrowLeft"), (1, "End")):
        expect(stages).to_have_count(count)
        page.keyboard.press(key)


def test_hands_up(page: Page, base: str) -> None:
    """Each answer is asked for in turn, and the right one is shown after the last."""
    at(page, base, QUESTION)
    answer = page.locator(f"{NOW} .mf-answer")
    for count in range(3):
        page.keyboard.press("ArrowRight")
        expect(answer).to_be_hidden()
        expect(page.locator(f"{NOW} li.mf-vote-option").nth(count)).to_have_class(re.compile("mf-current-step"))
    page.keyboard.press("ArrowRight")
    expect(answer).to_be_visible()
    expect(answer).to_contain_text("Right answer: B")


def test_the_second_window_follows_and_leads(room: Page) -> None:
    """Both windows show the same slide whichever of them is asked, and notes stand in one alone."""
    notes = open_notes(room)
    room.keyboard.press("PageDown")
    expect(notes.locator(NOW)).to_have_attribute("id", "ground-rules-2")
    notes.keyboard.press("PageDown")
    expect(room.locator(NOW)).to_have_attribute("id", "understanding-60-before-1")
    expect(notes.locator(".mf-slide.mf-next-slide")).to_have_attribute("id", "understanding-60-before-2")
    expect(notes.locator(f"{NOW} .mf-session-notes")).to_be_visible()
    expect(room.locator(f"{NOW} .mf-session-notes")).to_be_hidden()
    notes.get_by_label("Go to").select_option(label="8. The five levels")
    expect(room.locator(NOW)).to_have_attribute("id", "five-levels-1")
    notes.keyboard.press("b")
    expect(room.locator("dialog")).to_be_visible()
    expect(notes.get_by_role("button", name="Black screen")).to_have_attribute("aria-pressed", "true")
    notes.keyboard.press("b")
    expect(room.locator("dialog")).to_be_hidden()


def test_a_closed_window_is_told(room: Page) -> None:
    """When the slides are closed, the notes say that they are on their own and go on."""
    notes = open_notes(room)
    room.close()
    expect(notes.locator(".mf-connection")).to_contain_text("not connected")
    notes.keyboard.press("PageDown")
    expect(notes.locator(NOW)).to_have_attribute("id", "ground-rules-2")


def test_long_slides_are_read_to_their_end(page: Page, base: str) -> None:
    """On a small screen the space bar scrolls a long slide before it goes on."""
    page.set_viewport_size({"width": 640, "height": 360})
    at(page, base, "staff-support-2")
    page.keyboard.press("PageDown")
    assert where(page) == "staff-support-2"
    for _ in range(6):
        page.keyboard.press("PageDown")
    assert where(page).startswith("close")


@pytest.mark.parametrize("mode", ["", "presenter&"], ids=["slides", "notes"])
def test_axe_finds_nothing_while_presenting(page: Page, address: str, mode: str) -> None:
    """Slides and notes, light and dark, wide and at 320 px: no finding, and nothing scrolls sideways."""
    for slide in (SCENARIO, f"{QUESTION}&step=2", "staff-support-2"):
        at(page, address, slide, mode)
        page.evaluate(AXE)
        for scheme, width in (("light", 1280), ("dark", 1280), ("light", 320)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 640})
            assert page.evaluate(RUN) == [], (slide, scheme, width)
            assert not page.evaluate(SIDEWAYS), (slide, width)


def test_prints_as_a_handout_or_as_slides(page: Page, base: str) -> None:
    """Paper has every slide with its notes; asked for slides, it has one a side and no notes."""
    page.goto(base + DECK)
    page.evaluate("document.fonts.load('1em Paper')")
    handout = page.pdf(prefer_css_page_size=True)
    words = " ".join(words_on_paper(handout))
    assert "Notes for the facilitator" in words
    assert "Later Student B speaks" in words
    assert sides_of(handout) <= 12
    page.evaluate("window.print = () => { window.printed = document.documentElement.dataset.print; }")
    page.get_by_role("button", name="Print as slides").click()
    assert page.evaluate("window.printed") == "slides"
    slides = page.pdf(prefer_css_page_size=True)
    assert len(slide_ids()) <= sides_of(slides) <= len(slide_ids()) + 3
    assert "Notes for the facilitator" not in " ".join(words_on_paper(slides))
    width, height = PdfDocument(slides)[0].get_size()
    assert width / height == pytest.approx(16 / 9, rel=0.01)


def test_without_scripts_everything_is_read(open_page: OpenPage, base: str) -> None:
    """Slides, stages, answers and notes stand on the page; no button that does nothing is there."""
    page = open_page(java_script_enabled=False)
    page.goto(base + DECK)
    for selector, least in (
        (".mf-session-face", len(slide_ids())),
        (".mf-session-notes", len(slide_ids())),
        (".mf-scenario-stage", 1),
        (".mf-answer", 1),
    ):
        count = page.locator(selector).count()
        assert count >= least
        expect(page.locator(f"{selector} >> visible=true")).to_have_count(count)
    expect(page.get_by_role("button")).to_have_count(0)


def test_a_page_presents_itself(page: Page, base: str, seen: Seen) -> None:
    """Its headings become slides in place; Escape gives the same page back, and it can be presented again."""
    page.goto(base + PAGE)
    article = page.locator("article")
    page.locator("h1").hover()  # which makes the links beside headings
    page.locator(".mf-heading-link").first.wait_for(state="attached")
    before = article.inner_html().split()
    button = page.get_by_role("button", name="Present this page").first
    for _ in range(2):
        button.click()
        expect(page.locator(f"{NOW} h1")).to_have_text("Supportive discussion")
        page.keyboard.press("PageDown")
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"{NOW} h1")).to_have_count(0)
        if base.startswith("http"):  # axe reads stylesheets again, which a disk refuses
            page.evaluate(AXE)
            assert page.evaluate(RUN) == []
        page.keyboard.press("Escape")
        expect(page.locator(".mf-slide")).to_have_count(0)
        assert "".join(article.inner_html().split()) == "".join(before)
    assert seen.failures == []


def test_a_trainer_walks_a_session_from_a_disk(browser: Browser, unzipped: Path) -> None:
    """With files alone: session page, papers, slides with notes from the first to the last step, and home again."""
    site = unzipped.as_uri()
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page, seen = context.new_page(), Seen()
    note(page, seen)
    page.goto(f"{site}/index.html")
    page.get_by_role("link", name="I am preparing a training session").click()
    page.get_by_role("link", name="Understanding and first response in 60 minutes").click()
    page.get_by_role("link", name=re.compile("^Materials")).click()
    assert sides_of(page.pdf(prefer_css_page_size=True)) == page.locator(".mf-session-sheet").count()
    page.go_back()
    page.get_by_role("link", name=re.compile("^Slides")).click()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Present, with notes in a second window").click()
    notes = opened.value
    expect(notes.locator(".mf-connection")).to_have_text("")
    met: list[str] = []
    while not met or where(page) != slide_ids()[-1]:
        met.append(where(page))
        notes.keyboard.press("ArrowRight")
        notes.wait_for_timeout(40)
    assert list(dict.fromkeys(met)) == slide_ids()[:-1]
    expect(notes.locator(NOW)).to_have_attribute("id", slide_ids()[-1])
    page.keyboard.press("Escape")
    page.get_by_role("link", name="session page").click()
    assert seen.failures == []
    assert all(url.startswith("file:") for url in seen.requests)
    context.close()
