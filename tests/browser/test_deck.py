"""The slides of a session in a real Chromium: to a room, with notes in a second window, on paper, from a disk."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument

from build_scripts.content.prose import parse, to_text
from build_scripts.release.browser_audit import AXE, RUN
from build_scripts.training.screens import Look, Screen, all_screens
from tests.browser.conftest import OpenPage
from tests.browser.paper import sides_of, words_on_paper
from tests.browser.survey import SIDEWAYS, Seen, note
from tests.real import SESSIONS, real_content, real_plan

DECK = "sessions/understanding-60-slides.html"
PAGE = "guidance/supportive-discussion.html"
SCENARIO, QUESTION = "understanding-60-scenario-2", "understanding-60-check-1"
NOW = ".mf-slide.mf-current-slide"
SCREENS = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
"""How many points projectors have."""
FITS = """unit => {
  const found = [], slides = [...document.querySelectorAll(".mf-slide")];
  for (const slide of slides) slide.classList.add("mf-current-slide");
  for (const isLater of [true, false]) {
    for (const step of document.querySelectorAll(".mf-slide-step")) step.classList.toggle("mf-later-step", isLater);
    for (const slide of slides) {
      const over = Math.max(slide.offsetHeight - innerHeight, slide.scrollWidth - innerWidth);
      const all = [...slide.querySelectorAll(":is(h2, p, li)")];
      const texts = all.filter(e => e.checkVisibility() && e.textContent.trim());
      const least = Math.min(...texts.map(e => parseFloat(getComputedStyle(e).fontSize))) / unit;
      if (over > 1 || least < LEAST) found.push([slide.id, over, least]);
    }
  }
  return found;
}""".replace("LEAST", "23.9")
"""What does not fit, or is smaller than it should be, on any slide that is presented, before and after its answer.

All slides stand below each other while it looks, each as high as the screen.
"""


@cache
def screens() -> tuple[Screen, ...]:
    """Return what the deck shows, in order."""
    return all_screens(real_content(), real_plan("understanding-60"))


def slide_ids() -> list[str]:
    """Return the slides of the deck in order."""
    return [screen.id for screen in screens()]


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, unzipped: Path, address: str) -> str:
    """Where the site is: served with the strict policy, and on a disk."""
    return address if request.param == "http" else f"{unzipped.as_uri()}/"


SERVED = pytest.mark.parametrize("base", ["http", pytest.param("file", marks=pytest.mark.full)], indirect=True)
"""For what takes long: from a disk only in the longest ring."""


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


@SERVED
def test_the_bar_leaves_the_picture_to_the_slide(page: Page, base: str) -> None:
    """What is projected has no buttons once the pointer rests; it has them when it moves, and for the keyboard."""
    at(page, base, slide_ids()[0])
    bar = page.locator(".mf-deck-bar")
    expect(bar).to_have_css("opacity", "0", timeout=10_000)
    page.mouse.move(300, 300)
    expect(bar).to_have_css("opacity", "1")
    expect(bar).to_have_css("opacity", "0", timeout=10_000)
    bar.get_by_role("button", name="Next").focus()
    expect(bar).to_have_css("opacity", "1")


def test_a_room_sees_which_slide_it_is_and_how_many_are_left(room: Page) -> None:
    """A number and a line at the foot grow with the slides; they move nothing, and a screen reader hears them once."""
    line, width = room.locator(".mf-deck-line"), 1280
    number = "getComputedStyle(document.querySelector('.mf-current-slide'), '::after').content"
    for key, at in (("Home", 1), ("PageDown", 2), ("End", len(slide_ids()))):
        room.keyboard.press(key)
        box = line.bounding_box()
        assert box and box["width"] == pytest.approx(width * at / len(slide_ids()), abs=1)
        assert room.evaluate(number).startswith(f'"{at}"')
    assert (
        "progress" not in (heard := room.locator("body").aria_snapshot()) and heard.count(f"{len(slide_ids())} of") == 1
    )
    assert line.evaluate("line => getComputedStyle(line).transitionDuration") == "0s"
    room.keyboard.press("o")
    expect(line).to_be_hidden()
    room.keyboard.press("Escape")
    room.keyboard.press("Escape")
    expect(line).to_be_hidden()


def test_a_swipe_cannot_leave_the_talk(room: Page) -> None:
    """The browser's own swipe back is off while slides are shown, and on again afterwards."""
    swipe = "getComputedStyle(document.documentElement).overscrollBehaviorX"
    assert room.evaluate(swipe) == "none"
    room.keyboard.press("Escape")
    assert room.evaluate(swipe) == "auto"


def test_every_slide_fits_on_the_screen_in_type_to_be_read(page: Page, address: str) -> None:
    """On old and new projectors no slide of any deck scrolls, and no word is smaller than 24 points of a slide."""
    found = []
    for name in SESSIONS:
        page.goto(f"{address}sessions/{name}-slides.html")
        page.evaluate("document.fonts.load('1em Paper')")
        page.get_by_role("button", name="Present", exact=True).click()
        for width, height in SCREENS:
            page.set_viewport_size({"width": width, "height": height})
            found += [(name, width, *each) for each in page.evaluate(FITS, min(width, height * 16 / 9) / 960)]
    assert found == []


def test_all_slides_at_once(room: Page) -> None:
    """O shows every slide as a picture; the one that is clicked is shown."""
    room.keyboard.press("o")
    choices = room.locator(".mf-slide-choice >> visible=true")
    expect(choices).to_have_count(len(slide_ids()))
    wide = choices.first.bounding_box()
    assert wide and wide["width"] / wide["height"] == pytest.approx(16 / 9, rel=0.05)
    choices.nth(4).click()
    assert where(room) == slide_ids()[4]
    for key in ("1", "2", "Enter"):
        room.keyboard.press(key)
    assert where(room) == slide_ids()[11]
    room.mouse.click(640, 300)
    assert where(room) in slide_ids()[11:13]


def test_leaving_a_deck_that_was_opened_at_a_slide_keeps_the_place(page: Page, base: str) -> None:
    """Keys go on from the slide that was shown, not from the top of the page."""
    at(page, base, slide_ids()[2])
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('.mf-slide').id") == slide_ids()[2]


def test_black_screen(room: Page) -> None:
    """B makes the screen black; the next key shows the same slide again and moves nothing."""
    for key in ("b", "."):
        room.keyboard.press(key)
        expect(room.locator(".mf-blank-screen")).to_be_visible()
        room.keyboard.press("PageDown")
        expect(room.locator(".mf-blank-screen")).to_be_hidden()
        assert where(room) == "opening-1"


def test_a_scenario_comes_stage_by_stage(page: Page, base: str) -> None:
    """Each stage is a slide of its own, with the questions that are asked of each beside it."""
    at(page, base, SCENARIO)
    prompts = [to_text(parse(point.text)) for point in screens()[slide_ids().index(SCENARIO)].points][-4:]
    for _ in range(3):
        expect(page.locator(f"{NOW} .mf-story")).to_be_visible()
        assert page.locator(f"{NOW} .mf-story + ul li").all_inner_texts()[-4:] == prompts
        page.keyboard.press("ArrowRight")
    expect(page.locator(f"{NOW} .mf-story")).to_have_count(0)


def test_hands_up(page: Page, base: str) -> None:
    """A question takes one press for the answer and one to go on."""
    at(page, base, QUESTION)
    answer, wrong = page.locator(f"{NOW} .mf-answer"), page.locator(f"{NOW} .mf-answer-options > :not([data-right])")
    expect(answer).to_be_hidden()
    expect(wrong.first).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(answer).to_be_visible()
    expect(wrong.first).to_be_hidden()
    page.keyboard.press("ArrowRight")
    assert where(page) == slide_ids()[slide_ids().index(QUESTION) + 1]


def test_the_second_window_follows_and_leads(room: Page) -> None:
    """Both windows show the same slide whichever of them is asked, and notes stand in one alone."""
    notes, ids = open_notes(room), slide_ids()
    room.keyboard.press("PageDown")
    expect(notes.locator(NOW)).to_have_attribute("id", ids[1])
    notes.keyboard.press("PageDown")
    expect(room.locator(NOW)).to_have_attribute("id", ids[2])
    expect(notes.locator(".mf-slide.mf-next-slide")).to_have_attribute("id", ids[3])
    expect(notes.locator(f"{NOW} .mf-session-notes")).to_be_visible()
    expect(room.locator(f"{NOW} .mf-session-notes")).to_be_hidden()
    five = next(number for number, screen in enumerate(screens()) if screen.look is Look.LEVELS)
    notes.get_by_label("Go to").select_option(label=f"{five + 1}. The five levels")
    expect(room.locator(NOW)).to_have_attribute("id", "five-levels-1")
    notes.keyboard.press("b")
    expect(room.locator(".mf-blank-screen")).to_be_visible()
    expect(notes.get_by_role("button", name="Black screen")).to_have_attribute("aria-pressed", "true")
    notes.keyboard.press("b")
    expect(room.locator(".mf-blank-screen")).to_be_hidden()


@SERVED
def test_notes_have_everything_in_sight(room: Page) -> None:
    """On a small laptop neither the next slide nor the part that runs is ever below the edge."""
    notes = open_notes(room)
    notes.set_viewport_size({"width": 1366, "height": 700})
    within = """all => all.every(e => { const box = e.getBoundingClientRect();
      return box.height && box.top >= 0 && box.bottom <= innerHeight; })"""
    for slide in slide_ids()[1:-1]:
        room.keyboard.press("ArrowRight")
        while where(room) != slide:
            room.keyboard.press("ArrowRight")
        expect(notes.locator(NOW)).to_have_attribute("id", slide)
        now = f"[data-now][data-block='{slide.rpartition('-')[0]}']"
        expect(notes.locator(now)).to_have_count(1)
        assert notes.locator(f".mf-next-slide .mf-session-face, {now}").evaluate_all(within), slide
        assert notes.evaluate("document.documentElement.scrollHeight <= innerHeight"), slide


def test_a_closed_window_is_told(room: Page) -> None:
    """When the slides are closed, the notes say that they are on their own and go on."""
    notes = open_notes(room)
    room.close()
    expect(notes.locator(".mf-connection")).to_contain_text("not connected")
    notes.keyboard.press("PageDown")
    expect(notes.locator(NOW)).to_have_attribute("id", slide_ids()[1])


def test_long_slides_are_read_to_their_end(page: Page, base: str) -> None:
    """On a small screen the space bar scrolls a long slide before it goes on."""
    page.set_viewport_size({"width": 320, "height": 320})
    at(page, base, "staff-support-2")
    page.keyboard.press("PageDown")
    assert where(page) == "staff-support-2"
    for _ in range(9):
        page.keyboard.press("PageDown")
    assert where(page) != "staff-support-2"


@pytest.mark.parametrize("mode", ["", "presenter&"], ids=["slides", "notes"])
def test_axe_finds_nothing_while_presenting(page: Page, address: str, mode: str) -> None:
    """Slides and notes, light and dark, wide and at 320 px: no finding, and nothing scrolls sideways."""
    for slide in (SCENARIO, f"{QUESTION}&step=1", "staff-support-2", "opening-1"):
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
    assert sides_of(handout) <= 16
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
        (".mf-story", 1),
        (".mf-answer", 1),
    ):
        count = page.locator(selector).count()
        assert count >= least
        expect(page.locator(f"{selector} >> visible=true")).to_have_count(count)
    expect(page.get_by_role("button")).to_have_count(0)


def test_a_page_presents_itself(page: Page, base: str, seen: Seen) -> None:
    """Its sections become slides; Escape gives the same page back, and it can be presented again."""
    page.goto(base + PAGE)
    article = page.locator("article").first
    page.locator("h1").hover()  # which fetches what serves a reader who moves
    page.get_by_role("button", name="Links to headings").wait_for()
    page.locator("#in-short").hover()  # which makes the links beside headings
    page.locator(".mf-heading-link").first.wait_for(state="attached")
    before = article.inner_html().split()
    button = page.get_by_role("button", name="Present this page").first
    for _ in range(2):
        button.click()
        expect(page.locator(f"{NOW} h2")).to_have_text("Supportive discussion")
        page.keyboard.press("PageDown")
        page.keyboard.press("ArrowRight")
        if base.startswith("http"):  # axe reads stylesheets again, which a disk refuses
            page.evaluate(AXE)
            assert page.evaluate(RUN) == []
        page.keyboard.press("Escape")
        expect(page.locator(".mf-slide")).to_have_count(0)
        assert article.inner_html().split() == before
        expect(button).to_be_focused()
    assert seen.failures == []


@pytest.mark.parametrize("path", [PAGE, "guidance/what-next.html", "guidance/understanding.html", "faq/devices.html"])
def test_slides_of_a_page_fit_and_have_no_furniture(page: Page, base: str, path: str) -> None:
    """No slide scrolls or is blank but the name of a part, long lists go on, links to other pages are no slides."""
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(base + path)
    page.get_by_role("button", name="Present this page").first.click()
    expect(page.locator(NOW)).to_have_count(1)
    assert page.evaluate(FITS, 1366 / 960) == []
    slides = page.locator(".mf-slide")
    told = slides.filter(has_not=page.locator("[data-look=section]"))
    texts = told.evaluate_all("all => all.map(e => e.textContent.replace(e.querySelector('h2').textContent, ''))")
    assert [text for text in texts[1:] if not text.strip()] == []
    titles = slides.locator("h2").evaluate_all("all => all.map(e => e.textContent)")
    assert not {"Next", "Talk to someone", "Who can advise", "Words on this page"} & set(titles)


def test_a_page_that_is_presented_is_still_presented_after_a_reload(page: Page, base: str) -> None:
    """Whoever presses F5 in front of a room sees the same slide, and Escape still gives the page."""
    page.goto(base + PAGE)
    page.get_by_role("button", name="Present this page").first.click()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    shown = page.locator(f"{NOW}").inner_text()
    page.reload()
    expect(page.locator(NOW)).to_have_text(shown, use_inner_text=True)
    page.keyboard.press("Escape")
    expect(page.locator(".mf-slide")).to_have_count(0)
    assert "#" not in page.url
