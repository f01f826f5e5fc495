"""Saving is in reach wherever one is in a form, covers nothing, and is called to mind in time."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_forms import box, fill, opened, press

SIZES = {"phone": (320, 640), "400 %": (320, 256), "desk": (1366, 768)}
IN_VIEW = """() => {
  const box = document.querySelector(".mf-form-bar [data-act=save]").getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}"""
COVERED = """() => {
  const e = document.activeElement;
  if (!e.closest(".mf-form") || e.closest(".mf-form-bar")) return null;
  const box = e.getBoundingClientRect(), bar = document.querySelector(".mf-form-bar").getBoundingClientRect();
  return box.bottom <= bar.top + 1 || box.height > bar.top ? "" : e.id || e.textContent;
}"""
"""What has the focus, where the bar lies over it although there is room; nothing outside the form."""
WAY_ON_IN_VIEW = """() => {
  const edges = (name) => document.querySelector(name).getBoundingClientRect();
  const asked = edges(".mf-field.mf-current .mf-label, .mf-field.mf-current legend");
  const [way, bar] = [edges(".mf-meeting-buttons"), edges(".mf-form-bar")];
  return asked.top >= 0 && way.bottom <= bar.top && bar.bottom <= innerHeight + 1;
}"""
NOTE = "forms/first-hour-note.html"
Size = tuple[int, int]


@pytest.fixture(params=SIZES.values(), ids=list(SIZES))
def note(request: pytest.FixtureRequest, open_page: OpenPage, address: str) -> Page:
    """The first-hour note on a screen of each kind."""
    width, height = request.param
    return opened(open_page(viewport={"width": width, "height": height}), address, NOTE)


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_what_has_the_focus_is_not_behind_the_bar(note: Page, key: str) -> None:
    """All through the form, forwards and backwards, with a message in the bar too."""
    box(note, "words").focus()
    note.keyboard.press("Control+s")
    expect(note.locator(".mf-save-state")).to_contain_text("Saved at")
    note.locator(".mf-form-parts a" if key == "Tab" else "[name='signed-dsl.date']").first.focus()
    seen: list[str] = []
    while (covered := note.evaluate(COVERED)) is not None or not seen:
        seen.append(covered)
        note.keyboard.press(key)
    assert len(seen) > 50 and not [each for each in seen if each]


def test_save_is_in_view_at_every_question(note: Page) -> None:
    """From the first box to the last, in the whole form and in meeting mode."""
    for control in note.locator(".mf-form textarea").all():
        control.scroll_into_view_if_needed()
        assert note.evaluate(IN_VIEW)
    note.get_by_role("button", name="Meeting mode").click()
    for _ in range(5):
        assert note.evaluate(IN_VIEW)
        note.get_by_role("button", name="Next").click()


@pytest.mark.parametrize("size", [(320, 700), (1366, 700)], ids=["phone", "low desk"])
def test_the_way_on_is_in_view_at_every_question_of_a_meeting(open_page: OpenPage, address: str, size: Size) -> None:
    """Nobody looks for «Next» below a long question, or finds half of it behind the bar; the question stays in view."""
    page = opened(open_page(viewport={"width": size[0], "height": size[1]}), address, NOTE)
    page.get_by_role("button", name="Meeting mode").click()
    questions = page.locator(".mf-field").count()
    for _ in range(questions):
        assert page.evaluate(WAY_ON_IN_VIEW)
        page.locator(".mf-meeting-buttons [data-act=next]").click()
    assert questions > 10


def test_the_bar_takes_no_click_from_what_is_just_above_it(page: Page, address: str) -> None:
    """A page that moves while a mouse button is down puts the click on something else."""
    opened(page, address)
    tick = box(page, "needs.quiet")
    bottom = page.evaluate("document.querySelector('.mf-form-bar').offsetHeight")
    tick.evaluate("(e, bottom) => scrollBy(0, e.getBoundingClientRect().bottom - innerHeight + bottom + 4)", bottom)
    place = tick.bounding_box()
    assert place
    page.mouse.move(place["x"] + 8, place["y"] + 8)
    page.mouse.down()
    page.mouse.up()
    expect(tick).to_be_checked()


def test_save_in_the_bar_works_at_the_very_end_of_a_form(page: Page, address: str) -> None:
    """There the bar leaves the edge of the screen, and must not run away from the mouse."""
    opened(page, address, NOTE)
    box(page, "signed-dsl.name").fill("Nia")
    with page.expect_download():
        page.locator(".mf-form-bar").get_by_role("button", name="Save a copy").click()


@pytest.mark.parametrize("meeting", [False, True], ids=["whole form", "meeting mode"])
def test_keys_save_a_copy_from_any_box(page: Page, address: str, meeting: bool) -> None:
    """Ctrl and S save the answers, and not the page; the button tells the keys to eyes and to screen readers."""
    opened(page, address, NOTE)
    if meeting:
        page.get_by_role("button", name="Meeting mode").click()
    page.locator(".mf-field:visible input[type=date]").first.fill("2026-11-23")
    save = page.locator(".mf-form-bar").get_by_role("button", name="Save a copy")
    expect(save).to_contain_text("(Ctrl or ⌘ + S)")
    expect(save).to_have_attribute("aria-keyshortcuts", "Control+S Meta+S")
    with page.expect_download() as download:
        page.keyboard.press("Control+s")
    assert json.loads(Path(download.value.path()).read_text("utf-8"))["answers"] == {"learned-on": "2026-11-23"}
    expect(page.locator(".mf-save-state")).to_contain_text("Saved at")


def test_a_letter_alone_does_nothing(page: Page, address: str) -> None:
    """Who speaks or types an S somewhere on the page starts nothing."""
    opened(page, address, NOTE)
    page.locator(".mf-form-parts a").first.focus()
    page.keyboard.press("s")
    page.keyboard.press("Shift+S")
    expect(page.locator(".mf-save-state")).to_have_text("")


def test_ten_minutes_unsaved_are_called_to_mind_once_and_quietly(page: Page, address: str) -> None:
    """Words in the bar, told by a screen reader when it has time: nothing opens, and the focus stays where it is."""
    page.clock.install()
    opened(page, address, NOTE)
    box(page, "words").press_sequentially("He said")
    page.clock.fast_forward("09:50")
    state = page.locator(".mf-save-state")
    expect(state).to_have_text("")
    page.clock.fast_forward("00:15")
    expect(state).to_have_text("Not saved for 10 minutes or more. Save a copy, or it may be lost.")
    expect(state).to_have_attribute("role", "status")
    expect(box(page, "words")).to_be_focused()
    with page.expect_download():
        press(page, "Save a copy (Ctrl or ⌘ + S)")
    expect(state).to_contain_text("Saved at")
    fill(page, {"words": "He said nothing"})
    expect(state).to_have_text("")
