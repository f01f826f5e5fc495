"""The search in a real browser: how it is used by hand, by keyboard and by ear."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from build_scripts.release.browser_audit import AXE, RUN
from tests.browser.conftest import OpenPage
from tests.browser.survey import NARROW, SIDEWAYS, Seen
from tests.built import Built
from tests.search.query_sets import TUNED, Query, read

FIND = """asked => {
  const finder = new Finder(searchIndex);
  return asked.map(text => finder.find(text).slice(0, 3).map(result => [result.place.address]));
}"""
FETCHED = "window.startSearch !== undefined"
DEEP = "behaviours/image-sharing.html"

FOUND = re.compile(r"^(\d+ of )?\d+ results, best first\.$")
"""What is said of several results."""


@pytest.fixture(params=["sub-path", "disk"])
def start(request: pytest.FixtureRequest, unzipped: Path, address: str) -> str:
    """Where the site begins: served under a sub-path, and opened from a disk without any server."""
    return address if request.param == "sub-path" else f"{unzipped.as_uri()}/"


def ask(page: Page, start: str, queries: list[Query]) -> list[list[list[str]]]:
    """Return the addresses of the first three results of each query."""
    page.goto(f"{start}search.html")
    wait_for_search(page)
    found: list[list[list[str]]] = page.evaluate(FIND, [query.ask for query in queries])
    return found


def box(page: Page) -> Locator:
    """Return the search box."""
    return page.get_by_role("searchbox", name="Search")


def hits(page: Page) -> Locator:
    """Return the links of the results."""
    return page.locator(".mf-result-link")


def said(page: Page) -> Locator:
    """Return what screen readers are told of the results."""
    return page.locator(".mf-search").get_by_role("status")


def summary(page: Page) -> Locator:
    """Return what stands above the results; it is announced half a second later."""
    return page.locator(".mf-search-results > [aria-hidden]")


def search(page: Page, where: str, typed: str) -> None:
    """Open a page and type into its box, key by key."""
    page.goto(where)
    box(page).click()
    box(page).press_sequentially(typed)
    expect(summary(page)).not_to_be_empty()


def wait_for_search(page: Page) -> None:
    """Wait until the search has all its files; the strict policy refuses what Playwright waits with."""
    for _ in range(500):
        if page.evaluate(FETCHED):
            return
        page.wait_for_timeout(20)
    raise AssertionError("the search did not get its files")


def has_focus(locator: Locator) -> bool:
    """Tell whether the keyboard is at this element."""
    return bool(locator.evaluate("element => element === document.activeElement"))


def test_what_is_announced_is_there_before_it_changes(page: Page, address: str) -> None:
    """A screen reader that knows the place of the announcement hears the first one too."""
    page.goto(f"{address}index.html")
    box(page).focus()
    expect(said(page)).to_be_attached()
    assert said(page).inner_text() == ""
    page.keyboard.type("consent")
    expect(said(page)).to_have_text(FOUND)


def test_a_copy_on_a_disk_finds_the_same(page: Page, address: str, unzipped: Path) -> None:
    """A folder on a file share, opened without a server, is no worse a search."""
    queries = read(TUNED)
    assert ask(page, f"{unzipped.as_uri()}/", queries) == ask(page, address, queries)


def test_results_are_announced(page: Page, start: str, seen: Seen) -> None:
    """Typing is enough: results come, with their number said, their kind shown, and the words that are there."""
    search(page, start + "index.html", "nudes")
    expect(said(page)).to_have_text(FOUND)
    expect(hits(page)).to_have_count(int(said(page).inner_text().split()[0]) + 1)  # and the way to all of them
    first = page.locator(".mf-search-results li").first
    expect(first.locator(".mf-result-kind")).not_to_be_empty()
    expect(first.locator("p").first).not_to_be_empty()
    box(page).fill("")
    expect(page.locator(".mf-search-results")).to_be_hidden()
    assert seen.failures == []


def test_results_lead_to_their_place(page: Page, start: str) -> None:
    """From a page in a folder too, a result opens the page and shows the place that it names, whatever else moves."""
    search(page, start + DEEP, "CEOP")
    hits(page).first.click()
    page.wait_for_url(f"{start}reference/services.html#ceop")
    page.evaluate("document.fonts.ready")
    expect(page.locator("#ceop")).to_be_in_viewport()


def test_keyboard_goes_through_the_results(page: Page, start: str) -> None:
    """Down and up go through the results and back to the box, no further than both ends."""
    search(page, start + "index.html", "childline")
    last = hits(page).count() - 1
    page.keyboard.press("ArrowUp")
    assert has_focus(box(page))
    page.keyboard.press("ArrowDown")
    assert has_focus(hits(page).nth(0))
    page.keyboard.press("ArrowDown")
    assert has_focus(hits(page).nth(1))
    for _ in range(last + 2):
        page.keyboard.press("ArrowDown")
    assert has_focus(hits(page).nth(last))
    for _ in range(last + 2):
        page.keyboard.press("ArrowUp")
    assert has_focus(box(page))


@pytest.mark.parametrize("name", ["index.html", "search.html"])
def test_enter_opens_the_first_result(page: Page, start: str, name: str) -> None:
    """Enter in the box opens the best result."""
    search(page, start + name, "first hour")
    wanted = hits(page).first.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)


def test_announcements_wait_for_the_reader(page: Page, address: str) -> None:
    """A screen reader is told once, after the last letter; nothing flashes between letters that find nothing."""
    page.goto(f"{address}index.html")
    box(page).focus()
    wait_for_search(page)
    page.evaluate(
        """() => {
          window.told = [];
          const place = document.querySelector(".mf-search");
          const note = () => window.told.push(...Array.from(place.querySelectorAll("p"), p => p.textContent));
          new MutationObserver(note).observe(place, { childList: true, subtree: true, characterData: true });
          window.heard = 0;
          const status = place.querySelector("[role=status]");
          new MutationObserver(() => { window.heard += 1; }).observe(status, { childList: true });
        }"""
    )
    box(page).press_sequentially("blakmailed on snapchat", delay=60)
    expect(said(page)).to_have_text(FOUND)
    assert page.evaluate("heard") == 1
    assert [words for words in page.evaluate("told") if "Nothing found" in words] == []


def test_back_and_a_shared_link_bring_the_results_again(page: Page, start: str) -> None:
    """The address of the search page holds what was typed, behind «#»: no query goes to a server."""
    search(page, start + "search.html", "he keeps sending nudes")
    expect(page).to_have_url(f"{start}search.html#q=he+keeps+sending+nudes")
    first = hits(page).first.inner_text()
    hits(page).first.click()
    page.wait_for_url(lambda url: "search.html" not in url)
    page.go_back()
    expect(box(page)).to_have_value("he keeps sending nudes")
    expect(hits(page).first).to_have_text(first)
    page.goto("about:blank")
    page.goto(f"{start}search.html#q=he%20keeps%20sending%20nudes")
    expect(box(page)).to_have_value("he keeps sending nudes")
    expect(hits(page).first).to_have_text(first)


def test_all_results_are_on_the_search_page(page: Page, start: str) -> None:
    """The last line below the box leads to every result: twenty at first, and more when asked for, by keyboard too."""
    search(page, start + DEEP, "consent")
    hits(page).last.click()
    page.wait_for_url(f"{start}search.html#q=consent")
    expect(box(page)).to_have_value("consent")
    expect(hits(page)).to_have_count(20)
    page.get_by_role("button", name="Show more").press("Enter")
    expect(hits(page)).to_have_count(40)
    assert has_focus(hits(page).nth(20))


def test_a_pasted_book_takes_no_time(page: Page, address: str) -> None:
    """The box takes a question, not a document: 40,000 characters, pasted or in a link, are cut at once."""
    book = "she sent him a picture and he will not delete it " * 816
    page.goto(f"{address}search.html#q={book}")
    expect(hits(page).first).to_be_visible()
    assert len(box(page).input_value()) == 200
    box(page).fill("")
    page.evaluate("text => document.execCommand('insertText', false, text)", book)
    assert len(box(page).input_value()) == 200
    expect(said(page)).to_have_text(FOUND)


@pytest.mark.parametrize("downs", [0, 3])
def test_escape_closes_and_goes_back_to_the_box(page: Page, start: str, downs: int) -> None:
    """Escape shuts the results wherever the keyboard is, goes back to the box, and keeps what was typed."""
    search(page, start + "index.html", "childline")
    for _ in range(downs):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(".mf-search-results")).to_be_hidden()
    assert has_focus(box(page))
    expect(box(page)).to_have_value("childline")


def test_results_go_when_the_reader_goes_on(page: Page, address: str) -> None:
    """Results cover nothing once the keyboard is elsewhere, and come back with it."""
    search(page, address + "index.html", "childline")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".mf-search-results")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator(".mf-search-results")).to_be_visible()


def test_nothing_found_leads_on(page: Page, start: str, built: Built) -> None:
    """Who finds nothing is told what to try, whom to ask, and where to look."""
    search(page, start + DEEP, "qzxjkw")
    expect(said(page)).to_contain_text("Nothing found.")
    expect(said(page)).to_contain_text("safeguarding lead")
    ways = hits(page).evaluate_all("links => links.map(link => link.href)")
    assert len(ways) == 3
    assert [way for way in ways if not (built.site / way.removeprefix(start)).is_file()] == []
    hits(page).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A to Z")


def test_nothing_is_fetched_before_the_reader_reaches_for_the_box(page: Page, address: str, seen: Seen) -> None:
    """A visit costs nothing for the search; the box fetches it once, from the site, and typing fetches no more."""
    page.goto(f"{address}index.html", wait_until="networkidle")
    assert [url for url in seen.requests if "find." in url or "search" in url] == []
    before = _scripts(seen)
    box(page).focus()
    wait_for_search(page)
    fetched = _scripts(seen)[len(before) :]
    assert [url.rsplit("/", 1)[1].split(".")[0] for url in fetched] == ["search-index", "find", "search"]
    box(page).press_sequentially("he keeps sending nudes")
    expect(hits(page).first).to_be_visible()
    box(page).blur()
    box(page).focus()
    assert _scripts(seen) == before + fetched
    assert [url for url in seen.requests if not url.startswith(address)] == []
    assert seen.failures == []


def _scripts(seen: Seen) -> list[str]:
    """Return the scripts that were fetched, but for what a page fetches by itself once it has nothing else to do."""
    return [url for url in seen.requests if url.endswith(".js") and "/later." not in url]


def test_words_typed_before_the_search_is_there_are_not_lost(page: Page, address: str) -> None:
    """On a slow line the results come when the search has come, for all that was typed meanwhile."""
    held: list[Route] = []
    page.route("**/search-index.js", lambda route: held.append(route))
    page.goto(f"{address}index.html")
    box(page).click()
    box(page).press_sequentially("nudes")
    assert page.locator(".mf-search-results").count() == 0
    held.pop().continue_()
    expect(hits(page).first).to_be_visible()
    expect(said(page)).to_have_text(FOUND)


def test_no_single_key_does_anything(page: Page, address: str, seen: Seen) -> None:
    """Speech input and shaky hands press no shortcut by mistake; the first key only brings what serves who moves."""
    page.goto(f"{address}{DEEP}", wait_until="networkidle")
    before = len(seen.requests)
    for key in ("f", "s", "/", ".", "n", "p", "h", "?", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement === document.body")
    assert page.url == f"{address}{DEEP}"
    assert [url for url in seen.requests[before:] if not url.startswith(f"{address}assets/")] == []


@pytest.mark.parametrize("typed", ["he keeps sending nudes", "childline", "qzxjkw"])
def test_results_fit_a_phone(page: Page, address: str, typed: str) -> None:
    """At 320 px results are as wide as the page at most, and nothing scrolls sideways."""
    page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    for name in (DEEP, "search.html"):
        search(page, address + name, typed)
        assert not page.evaluate(SIDEWAYS)
        place = page.locator(".mf-search-results").bounding_box()
        assert place is not None and place["x"] >= 0 and place["x"] + place["width"] <= NARROW["width"]


def sides(locator: Locator) -> tuple[float, float]:
    """Return where an element begins and ends from left to right, in CSS pixels."""
    box = locator.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


@pytest.mark.parametrize("width", [320, 768, 1366])
def test_the_search_page_gives_results_all_its_width(page: Page, address: str, width: int) -> None:
    """Box and results are as wide as the words of the page, and the drawing of a glass keeps clear of what is typed."""
    page.set_viewport_size({"width": width, "height": 800})
    search(page, f"{address}search.html", "consent")
    words = sides(page.locator("article p").first)
    assert [sides(page.locator(each)) for each in (".mf-search-results", ".mf-search-field")] == [words, words]
    inside = float(box(page).evaluate("field => parseFloat(getComputedStyle(field).paddingLeft)"))
    assert sides(page.locator(".mf-search > svg"))[1] + 4 <= words[0] + inside


@pytest.mark.parametrize("typed", ["childline", "qzxjkw"])
@pytest.mark.parametrize("name", [DEEP, "search.html"])
def test_axe_finds_nothing_with_results_open(page: Page, address: str, name: str, typed: str) -> None:
    """Results, and the help for those who found none, pass every rule: light, dark and at 320 px."""
    page.emulate_media(color_scheme="light")
    search(page, address + name, typed)
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(RUN) == []
    page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    assert page.evaluate(RUN) == []
    expect(page.locator(".mf-search-results")).to_be_visible()


def test_the_search_page_takes_the_keyboard_and_works_by_link(page: Page, start: str) -> None:
    """A link to the search page is enough: the box has the keyboard, and results stand on the page and stay."""
    page.goto(f"{start}search.html")
    assert has_focus(box(page))
    page.keyboard.type("consent")
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert has_focus(box(page))
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".mf-search-results")).to_be_visible()


def test_without_javascript_the_a_to_z_stands_in(open_page: OpenPage, start: str) -> None:
    """The header has a link to the search page, and that leads on to the A to Z."""
    page = open_page(java_script_enabled=False)
    page.goto(start + DEEP)
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.get_by_role("search").get_by_role("link", name="Search").click()
    expect(page).to_have_url(f"{start}search.html")
    page.get_by_role("article").get_by_role("link", name="A to Z").click()
    expect(page).to_have_url(f"{start}reference/a-to-z.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("A to Z")


def test_what_is_typed_stays_nowhere(page: Page, start: str) -> None:
    """Words are in no address, no storage and no history; the page that is opened gets none of them either."""
    page.goto(f"{start}index.html")
    steps = page.evaluate("history.length")
    box(page).click()
    box(page).press_sequentially("he keeps sending nudes")
    expect(hits(page).first).to_be_visible()
    kept = "[location.href, JSON.stringify(history.state), document.cookie, document.referrer, window.name,"
    kept += " ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join(' ')"
    assert page.evaluate("history.length") == steps
    assert "nude" not in page.evaluate(kept) and "sending" not in page.evaluate(kept)
    links = hits(page).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert [link for link in links if "?" in link] == []
    hits(page).first.click()
    page.wait_for_url(lambda url: url != f"{start}index.html")
    assert "sending" not in page.evaluate(kept)
    page.go_back()
    assert page.evaluate("document.querySelector('input.mf-search-field').autocomplete") == "off"
