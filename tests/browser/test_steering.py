"""Steering on long pages: the bar on top, what stays beside the page, what is folded away, how long a page may be."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.built import ROOT, Built

PHONE = {"width": 390, "height": 844}
LOW = {"width": 320, "height": 256}
"""A usual desktop screen at 400 %."""
LONGEST = 12
"""Screens of a phone that a page of guidance may have."""
LONG = re.compile(r"^\| \[[^]]+\]\(\.\./(\S+)\.md\) \|", re.MULTILINE)
"""A row of the table of longer pages, in the guide for editors."""
WHAT_NEXT = "guidance/what-next.html"
POLICE = "guidance/police.html"
HIDDEN = """() => {
  const bar = document.querySelector(".mf-header"), at = document.activeElement.getBoundingClientRect();
  return !bar.contains(document.activeElement) && at.height > 0 && at.bottom <= bar.getBoundingClientRect().bottom;
}"""
"""Whether the bar covers all of what has the focus."""
LED = "link => { const at = new URL(link.href); return at.pathname === location.pathname && !at.hash; }"


def bar_of(page: Page) -> dict[str, Any]:
    """Return where the bar is on the screen after some reading."""
    page.evaluate("window.scrollTo(0, 2000)")
    return page.locator(".mf-header").evaluate("bar => bar.getBoundingClientRect().toJSON()")  # type: ignore[no-any-return]


def test_a_page_of_guidance_is_short_or_says_why(open_page: OpenPage, built: Built, address: str) -> None:
    """On a phone no page of guidance is longer than twelve screens, but for those that editors are told about."""
    page = open_page(viewport=PHONE)
    long = []
    for path in (each["path"] for each in built.manifest["pages"]):
        if path.startswith(("guidance/", "behaviours/", "faq/")):
            page.goto(address + path, wait_until="domcontentloaded")
            if page.evaluate("document.documentElement.scrollHeight") > LONGEST * PHONE["height"]:
                long.append(path.removesuffix(".html"))
    allowed = LONG.findall((ROOT / "docs/maintainers/editing.md").read_text(encoding="utf-8"))
    assert (sorted(long), len(allowed) <= 3) == (sorted(allowed), True)


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_the_bar_stays_and_takes_little(open_page: OpenPage, address: str, width: int) -> None:
    """Menu, search and contents are in reach wherever a reader is, in one row."""
    page = open_page(viewport={"width": width, "height": 844})
    page.goto(address + WHAT_NEXT)
    bar = bar_of(page)
    assert bar["top"] == 0 and bar["height"] < 0.08 * 844
    expect(page.get_by_role("searchbox")).to_be_in_viewport()
    for name, panel in (("Menu", "#menu"), ("On this page", "#contents")):
        seen = page.get_by_role("button", name=name, exact=True).or_(page.locator(panel)).filter(visible=True)
        expect(seen).to_be_in_viewport()


@pytest.mark.parametrize("size", [LOW, {"width": 844, "height": 390}])
def test_the_bar_goes_where_there_is_no_room(open_page: OpenPage, address: str, size: dict[str, int]) -> None:
    """At 400 %, and on a phone on its side, all of the screen is for the text."""
    page = open_page(viewport=size)
    page.goto(address + WHAT_NEXT)
    assert bar_of(page)["bottom"] < 0


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_bar_hides_no_focus(open_page: OpenPage, address: str, key: str) -> None:
    """Whoever goes through a page by keyboard, forwards or back, always sees where they are."""
    page = open_page(viewport={"width": 390, "height": 600})
    page.goto(address + POLICE)
    page.get_by_role("link", name="Back to top").last.focus() if key != "Tab" else page.locator("main").focus()
    for _ in range(40):
        page.keyboard.press(key)
        assert not page.evaluate(HIDDEN), page.evaluate("document.activeElement.outerHTML")


def test_menu_and_contents_stay_beside_the_page(open_page: OpenPage, address: str) -> None:
    """On a wide screen both are there at the end of a long page too."""
    page = open_page(viewport={"width": 1440, "height": 900})
    page.goto(address + WHAT_NEXT)
    page.locator("#write-down-why").scroll_into_view_if_needed()
    for place in (page.locator("#menu [aria-current=page]"), page.locator("#contents ul [aria-current]")):
        expect(place).to_be_in_viewport()


def test_contents_mark_where_the_reader_is(open_page: OpenPage, address: str) -> None:
    """Of two levels of headings the one that was come to last is marked, alone, and again after a move."""
    page = open_page(viewport={"width": 1440, "height": 900})
    page.goto(address + POLICE)
    marked = page.locator("#contents ul [aria-current=true]")
    for name in ("devices", "the-solicitor"):
        page.evaluate(f"document.getElementById('{name}').scrollIntoView()")
        expect(marked).to_have_attribute("href", f"#{name}")
    expect(page.locator("#contents ul ul [href='#the-solicitor']")).to_be_visible()
    page.evaluate("window.scrollTo(0, 1e6)")
    expect(marked).to_have_attribute("href", "#when-it-ends")


def test_back_to_top_leads_to_the_top(open_page: OpenPage, address: str) -> None:
    """At the end of a long page and in its contents a link leads to its beginning, without scripts."""
    page = open_page(viewport=PHONE, java_script_enabled=False)
    page.goto(address + WHAT_NEXT)
    page.get_by_role("link", name="Back to top").last.click()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


@pytest.mark.parametrize("way", ["arrives", "click", "back"])
def test_a_link_opens_what_is_folded_away(page: Page, address: str, way: str) -> None:
    """A link from another page, one on the same page, and Back all show what they lead to."""
    page.goto(address + WHAT_NEXT + ("#police" if way == "arrives" else ""))
    part = page.locator("details:has(#police)")
    if way != "arrives":
        page.get_by_label("On this page").get_by_role("link", name="Report to the police").click()
    if way == "back":
        part.locator("summary").click()
        expect(part).not_to_have_attribute("open")
        page.evaluate("location.hash = 'wales'")
        page.go_back()
    expect(part).to_have_attribute("open", "")
    expect(part.get_by_text("What to do", exact=True)).to_be_visible()


def test_folded_parts_open_without_scripts_one_nation_at_a_time(open_page: OpenPage, address: str) -> None:
    """The headings are there to tap; of the nations the last one chosen is open, and a new visit forgets it."""
    page = open_page(java_script_enabled=False)
    page.goto(address + WHAT_NEXT)
    opened = page.locator("details[open]")
    expect(opened).to_have_count(0)
    for nation in ("Wales", "Scotland"):
        page.get_by_role("heading", name=nation, exact=True).click()
        expect(opened).to_have_count(1)
        expect(opened.get_by_role("heading")).to_have_text(nation)
    page.reload()
    expect(opened).to_have_count(0)


def test_paper_has_what_is_folded_away(page: Page, address: str) -> None:
    """Whoever prints a page has all of it."""
    page.emulate_media(media="print")
    page.goto(address + WHAT_NEXT)
    heights = page.locator("details.mf-folded").evaluate_all(
        "all => all.map(part => part.clientHeight - part.querySelector('summary').offsetHeight)"
    )
    assert heights and min(heights) > 20


def test_a_presented_page_has_what_is_folded_away(page: Page, address: str) -> None:
    """A heading that opens its part on the page is the title of a slide with the part below it."""
    page.goto(address + "guidance/supportive-discussion.html")
    folded = page.locator("article details > summary").all_text_contents()
    page.get_by_role("button", name="Present this page").first.click()
    expect(page.locator(".mf-slide h2").first).to_be_attached()
    titles = page.locator(".mf-slide h2").all_text_contents()
    assert folded and [name for name in folded if not any(each.startswith(name.strip()) for each in titles)] == []


def test_the_search_box_never_leads_to_its_own_page(open_page: OpenPage, address: str) -> None:
    """Without scripts the page of the search says so, and leads to the A to Z instead of to itself."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}search.html")
    place = page.locator("main")
    assert not any(place.get_by_role("link").evaluate_all(f"all => all.map({LED})"))
    expect(place.locator("noscript p")).to_contain_text("Search does not work while scripts are switched off")
    place.get_by_role("link", name="A to Z").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A to Z")
