"""What a reader sees at a glance: room that is used, one thing to do first, and parts that are told apart."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage

USED = """() => {
  const article = document.querySelector("article");
  const all = [...article.querySelectorAll("p, li, dd, td")].filter(each => each.checkVisibility());
  const left = article.getBoundingClientRect().left;
  const right = Math.max(...all.map(each => each.getBoundingClientRect().right));
  return (right - left) / (innerWidth - left);
}"""
"""How much of the room beside the menu is used."""
LINE = """() => {
  const all = [...document.querySelectorAll("article :is(p, dd, td, li:not(:has(p)))")];
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.max(...all.filter(each => !each.closest(".mf-first-task, figure")).map(each => each.clientWidth / rem));
}"""
"""The longest line of a text, in the size of its letters."""
LUMINANCE = """(element, name) => {
  const part = value => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = getComputedStyle(element)[name].match(/[\\d.]+/g).map(value => part(value / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}"""
WIDE = (
    *("reference/glossary", "reference/words-to-use", "reference/all-in-one", "reference/what-has-changed"),
    *("reference/a-to-z", "guidance/act-now", "guidance/first-hour", "behaviours/index", "index"),
)
"""Pages that nothing stands beside."""


@pytest.mark.parametrize("path", WIDE)
def test_a_page_uses_the_room_of_a_wide_screen(open_page: OpenPage, address: str, path: str) -> None:
    """Where no contents stand beside a page, it reaches to the right, and lines stay short enough to be read."""
    page = open_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}{path}.html")
    assert page.evaluate(USED) > 0.85
    assert page.evaluate(LINE) <= 35
    assert page.evaluate("document.documentElement.scrollWidth") == 1440


@pytest.mark.parametrize(("width", "room"), [(768, 190), (1280, 250)])
def test_a_table_of_three_columns_has_the_room_for_them(
    open_page: OpenPage, address: str, width: int, room: int
) -> None:
    """The words to use stand beside what they replace and why, with room for a sentence in each column."""
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}reference/words-to-use.html")
    widths = page.locator("thead th").evaluate_all("all => all.map(each => each.clientWidth)")
    assert len(widths) == 3 and min(widths) > room


@pytest.mark.parametrize("width", [768, 1280])
@pytest.mark.parametrize("name", ["figures", "corrections"])
def test_an_entry_is_never_torn(open_page: OpenPage, address: str, name: str, width: int) -> None:
    """A figure and a correction each stand in one piece, beside or below the next, and not half in two columns."""
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}reference/{name}.html")
    entries = page.locator(":is(.mf-statistics, .mf-corrections) li")
    assert set(entries.evaluate_all("all => all.map(each => each.getClientRects().length)")) == {1}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["index", "guidance/act-now"])
def test_what_to_do_first_is_the_one_strong_action(browser: Browser, address: str, path: str, scheme: str) -> None:
    """What to do about an incident now stands out by its ground, on a phone's first screen, and can be read."""
    page = browser.new_page(color_scheme=scheme, viewport={"width": 360, "height": 780})  # type: ignore[arg-type]
    page.goto(f"{address}{path}.html")
    cards = page.locator(":is(.mf-task-list, .mf-section-pages) > li")
    grounds = cards.evaluate_all("all => all.map(each => getComputedStyle(each).backgroundColor)")
    assert grounds.count(grounds[0]) == 1 and len(set(grounds)) == 2
    first = cards.first
    expect(first.get_by_role("link")).to_have_attribute("href", re.compile(r"\bfirst-hour\.html$"))
    expect(first).to_be_in_viewport(ratio=1)
    ground = first.evaluate(LUMINANCE, "backgroundColor")
    for words in (first.get_by_role("link"), first.locator("p")):
        lighter, darker = sorted((ground, words.evaluate(LUMINANCE, "color")), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5
    page.close()


def test_each_task_has_a_line_all_round(page: Page, address: str) -> None:
    """The first card below a heading is closed at its top, as the others are."""
    page.goto(f"{address}index.html")
    tops = page.locator(".mf-task-list > li").evaluate_all(
        "all => all.map(each => getComputedStyle(each).borderTopWidth)"
    )
    assert len(tops) > 5 and "0px" not in tops


def test_no_task_is_left_beside_an_empty_place(open_page: OpenPage, address: str) -> None:
    """In two columns a last task without a neighbour takes the room of both."""
    page = open_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}index.html")
    rows = page.locator(".mf-task-list").evaluate_all(
        "all => all.map(list => [list, list.lastElementChild].map(each => each.getBoundingClientRect().right))"
    )
    assert rows and [ends for ends in rows if ends[0] - ends[1] > 1] == []


def test_the_strong_action_is_black_on_paper(page: Page, address: str) -> None:
    """A printer leaves grounds out, and the words on them are there all the same."""
    page.emulate_media(media="print")
    page.goto(f"{address}index.html")
    link = page.locator(".mf-task-list > li a").first
    assert link.evaluate("link => getComputedStyle(link).color") == "rgb(0, 0, 0)"


def test_sections_are_told_apart_by_a_line(page: Page, address: str) -> None:
    """Whoever scrolls sees where a section begins before reading its heading; on paper headings do that alone."""
    page.goto(f"{address}guidance/what-next.html")
    lines = "all => all.map(each => getComputedStyle(each, '::before').borderTopWidth)"
    boxes = "summary, .mf-summary, .mf-safety, .mf-talk, .mf-print-only"
    headings = page.locator(f"article h2:not(:is({boxes}) *)")
    assert set(headings.evaluate_all(lines)) == {"1px"}
    page.emulate_media(media="print")
    assert set(headings.evaluate_all(lines)) == {"0px"}


def test_nations_are_words_and_no_buttons(page: Page, address: str) -> None:
    """Nothing at the top of a page looks as if it could be pressed and cannot."""
    page.goto(f"{address}maintainers/components-site.html")
    nations = page.locator(".mf-nations").filter(has_text="England, Wales")
    expect(nations).to_have_css("border-top-width", "0px")
    expect(nations.locator("*")).to_have_count(0)


def test_numbers_to_call_go_along_on_a_wide_screen(open_page: OpenPage, address: str) -> None:
    """Beside the steps of the first hour whom to call stays in sight; so do the contents of the whole guide."""
    page = open_page(viewport={"width": 1440, "height": 900})
    for path, beside in (("guidance/first-hour", ".mf-urgent-calls"), ("reference/all-in-one", "#whole-contents")):
        page.goto(f"{address}{path}.html")
        page.evaluate("scrollTo(0, 700)")
        expect(page.locator(beside).first).to_be_in_viewport()
