"""The walk of a trainer from wherever the site is: find, prepare, present by keys and by touch, put together."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.paper import sides_of
from tests.browser.survey import Seen, note
from tests.browser.test_deck import NOW, open_notes, slide_ids, where
from tests.decks import opened

SESSION = "Understanding and first response in 60 minutes"


def walk(context: BrowserContext, start: str, seen: Seen) -> None:
    """Go from the home page to the last slide and back, with everything that a trainer does before and on the way.

    Args:
        context: a browser that has opened nothing yet, with a touch screen.
        start: where the site is, with a slash at the end.
        seen: takes what is asked for and what failed, in every window.
    """
    context.on("page", lambda other: note(other, seen))
    page = context.new_page()
    _find(page, start)
    _prepare(page)
    _present_by_keys(page)
    _present_by_touch(context, page)
    _present_with_notes(page)
    _put_together(page, start)


def _find(page: Page, start: str) -> None:
    """From the home page to the session."""
    page.goto(f"{start}index.html")
    page.get_by_role("link", name="I am preparing a training session").click()
    page.get_by_role("link", name=SESSION).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SESSION)


def _prepare(page: Page) -> None:
    """The papers print a side each, and the PowerPoint file holds every slide."""
    page.get_by_role("link", name=re.compile("^Materials")).click()
    page.wait_for_load_state()
    assert sides_of(page.pdf(prefer_css_page_size=True)) == page.locator(".mf-session-sheet").count()
    page.go_back()
    link = page.get_by_role("link", name=re.compile("PowerPoint"))
    with page.expect_download() as download:
        link.evaluate("link => { link.download = ''; link.click(); }")  # a disk would open it
    assert len(opened(download.value.path().read_bytes()).slides) >= len(slide_ids())
    page.get_by_role("link", name=re.compile("^Slides")).click()


def _present_by_keys(page: Page) -> None:
    """A number and Enter, all slides at once, a black screen, and F5 in front of a room."""
    page.get_by_role("button", name="Present", exact=True).click()
    for key in ("1", "2", "Enter"):
        page.keyboard.press(key)
    assert where(page) == slide_ids()[11]
    page.keyboard.press("o")
    page.locator(".mf-slide-choice >> visible=true").nth(4).click()
    page.keyboard.press("b")
    expect(page.locator(".mf-blank-screen")).to_be_visible()
    page.keyboard.press("PageDown")
    assert where(page) == slide_ids()[4]
    page.reload()
    assert where(page) == slide_ids()[4]


def _present_by_touch(context: BrowserContext, page: Page) -> None:
    """A swipe to the left goes on and one to the right goes back; the talk stays where it is."""
    page.keyboard.press("Home")
    for across, slide in ((-300, 1), (-300, 2), (300, 1)):
        _swipe(context, page, across)
        expect(page.locator(NOW)).to_have_attribute("id", slide_ids()[slide])
    page.keyboard.press("Escape")
    expect(page.locator(".mf-slide >> visible=true")).to_have_count(len(slide_ids()))


def _swipe(context: BrowserContext, page: Page, across: int) -> None:
    """Draw a finger over the slide."""
    to = context.new_cdp_session(page)
    at = {"x": 640, "y": 300}
    to.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    to.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{**at, "x": 640 + across}]})
    to.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    to.detach()


def _present_with_notes(page: Page) -> None:
    """From the first to the last step led by the window with notes; every slide is met once, and then it is over."""
    page.goto(page.url.partition("#")[0])
    page.get_by_role("button", name="Present", exact=True).click()
    notes = open_notes(page)
    met: list[str] = []
    while not met or where(page) != slide_ids()[-1]:
        met.append(where(page))
        notes.keyboard.press("ArrowRight")
        notes.wait_for_timeout(40)
    assert list(dict.fromkeys(met)) == slide_ids()[:-1]
    expect(notes.locator(NOW)).to_have_attribute("id", slide_ids()[-1])
    notes.close()
    page.keyboard.press("Escape")


def _put_together(page: Page, start: str) -> None:
    """A session of one's own has slides that say its minutes, and is there again after a reload."""
    page.goto(f"{start}sessions/builder.html")
    page.get_by_label("How many minutes").fill("40")
    page.get_by_label("How many minutes").dispatch_event("change")
    page.get_by_role("checkbox", name="What do I do next?", exact=True).check()
    before = page.locator(".mf-running-order tbody").inner_text()
    page.reload()
    expect(page.locator(".mf-running-order tbody")).to_have_text(before, use_inner_text=True)
    page.get_by_role("link", name="Open the slides").click()
    page.get_by_role("button", name="Present", exact=True).wait_for()
    long = page.locator(".mf-slide:has([data-look=section])").first
    row = page.locator(f".mf-deck-order [data-block={long.get_attribute('data-block')}]")
    expect(long.locator("[data-look=section] p")).to_have_text(f"{row.get_attribute('data-minutes')} minutes")
