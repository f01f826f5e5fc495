"""«Listen»: a page is read aloud by the device's own voice, where there is one."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.survey import Seen

PAGES = ["guidance/police.html", "places-to-get-help.html"]
VOICE = """
  window.said = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const voices = [{ lang: "en-GB", localService: true }];
  const device = { cancel: () => said.push("silence"), getVoices: () => voices, speak: (next) => said.push(next.text) };
  Object.defineProperty(window, "speechSynthesis", { value: device });
"""
"""A device with a voice, which notes what it is to say."""
SHIFTS = """
  window.shifts = [];
  const isSudden = ({ hadRecentInput }) => !hadRecentInput;
  const watch = new PerformanceObserver((list) => shifts.push(...list.getEntries().filter(isSudden)));
  watch.observe({ type: "layout-shift", buffered: true });
"""
LISTEN = ".mf-listen"
SPOKEN = "said.filter((words) => words !== 'silence')"


def came_to(page: Page, address: str) -> None:
    """Open a page, and move the mouse over it until what follows a first move is there."""
    page.goto(address, wait_until="load")
    page.evaluate("document.fonts.ready")
    page.mouse.move(90, 90)
    page.mouse.move(99, 99)
    page.wait_for_function("() => window.stopListening")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("path", PAGES)
def test_without_a_voice_nothing_is_there(page: Page, seen: Seen, address: str, path: str) -> None:
    """A browser without a voice of its own, as this one, shows no button, no empty place, and moves nothing."""
    page.add_init_script(SHIFTS)
    came_to(page, address + path)
    assert page.evaluate("speechSynthesis.getVoices().filter((voice) => voice.localService)") == []
    expect(page.locator(LISTEN)).to_have_count(0)
    assert page.evaluate("shifts.length") == 0 and seen.failures == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_read_aloud(page: Page, seen: Seen, address: str, path: str) -> None:
    """Where a voice is, a button comes that moves nothing, says what it does and keeps the keyboard; Escape ends it."""
    page.add_init_script(VOICE + SHIFTS)
    came_to(page, address + path)
    bar = page.locator(LISTEN)
    page.get_by_role("button", name="Listen", exact=True).press("Enter")
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_focused()
    page.wait_for_function(f"() => {SPOKEN}.length")
    assert page.evaluate(f"{SPOKEN}[0]") == page.locator("article h1").evaluate("title => title.innerText.trim()")
    marked = page.evaluate("[...(CSS.highlights.get('mf-heard') ?? [])].map((range) => range.toString().trim())")
    assert marked == page.evaluate(SPOKEN)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Listen", exact=True)).to_be_visible()
    assert page.evaluate("[said.at(-1), CSS.highlights.size]") == ["silence", 0]
    assert page.evaluate("shifts.length") == 0 and seen.failures == []
    page.emulate_media(media="print")
    expect(bar).to_be_hidden()


def test_reading_begins_where_the_reader_is_and_fits_a_small_window(open_page: OpenPage, address: str) -> None:
    """Somebody at 400 % hears the section in sight, and the buttons cover no text and need no scrolling sideways."""
    page = open_page(viewport={"width": 320, "height": 256})
    page.add_init_script(VOICE)
    came_to(page, f"{address}{PAGES[0]}")
    part = page.locator("article h2").nth(2)
    part.evaluate("part => part.scrollIntoView()")
    page.get_by_role("button", name="Listen", exact=True).dispatch_event("click")
    page.wait_for_function(f"() => {SPOKEN}.length")
    assert page.evaluate(f"{SPOKEN}[0]") == part.evaluate("part => part.firstChild.textContent.trim()")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator(LISTEN).evaluate("bar => getComputedStyle(bar).position") == "static"


def test_who_leaves_in_haste_is_not_heard(page: Page, address: str) -> None:
    """On the page for young people the voice is silent at the press, and not only once the other page is there."""
    page.add_init_script(VOICE)
    came_to(page, f"{address}{PAGES[1]}")
    page.get_by_role("button", name="Listen", exact=True).click()
    page.wait_for_function(f"() => {SPOKEN}.length")
    left = "() => { document.querySelector('[data-leave]').click(); return said.at(-1); }"
    assert page.evaluate(left) == "silence"
