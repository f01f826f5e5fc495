"""Parts of the site in a real browser, under a sub-path."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from build_scripts.content.registers import Service
from tests.browser.conftest import OpenPage
from tests.browser.paper import sides_of
from tests.browser.survey import Seen
from tests.built import Built
from tests.real import real_content

PAINTED = """new Promise(resolve => new PerformanceObserver(list => {
  if (list.getEntriesByName("first-contentful-paint").length) resolve();
}).observe({type: "paint", buffered: true}))"""
"""Waits until words are on the screen."""
SHOWN = "link => getComputedStyle(link).opacity === '1'"


def test_browsing_by_links_reaches_every_page(built: Built, page: Page, address: str) -> None:
    """From the home page, following links alone, a reader reaches all pages that are in the menus."""
    start = f"{address}index.html"
    waiting, reached = [start], set[str]()
    while waiting:
        url = waiting.pop()
        if url in reached:
            continue
        reached.add(url)
        page.goto(url, wait_until="domcontentloaded")
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href.split('#')[0])")
        waiting += [link for link in links if link.startswith(address) and link.endswith(".html")]
    wanted = {address + listed["path"] for listed in built.manifest["pages"] if listed["audience"] != "maintainer"}
    assert wanted - reached == set()


def test_dark_follows_the_system(browser: Browser, address: str) -> None:
    """Light and dark come from the system's setting, with dark text on light or light text on dark."""
    shades = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{address}index.html")
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        shades[scheme] = sum(int(part) for part in colour[4:-1].split(",")[:3])
        page.close()
    assert shades["light"] > 600 and shades["dark"] < 200


def test_pages_read_without_javascript(open_page: OpenPage, built: Built, address: str) -> None:
    """Text, menus and links are there when scripts are off."""
    page = open_page(java_script_enabled=False)
    for listed in built.manifest["pages"][:3]:
        page.goto(address + listed["path"])
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("navigation", name="Main")).to_be_visible()


@pytest.mark.parametrize("path", ["guidance/first-hour.html", "places-to-get-help.html", "forms/first-hour-note.html"])
def test_text_paints_whatever_never_comes(browser: Browser, address: str, path: str) -> None:
    """A script, a typeface or a picture that never arrives keeps no reader from the words."""
    page = browser.new_page()
    page.route(re.compile(r"\.(js|woff2|svg|png)$|print[.\w]*\.css$"), lambda _: None)
    page.goto(address + path, wait_until="commit")
    page.evaluate(PAINTED)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.close()


def test_a_choice_of_dark_is_there_before_the_first_script(browser: Browser, address: str) -> None:
    """Whoever chose dark sees no flash of light on the next page, not even on a slow line."""
    page = browser.new_page(color_scheme="light")
    page.goto(f"{address}index.html")
    page.evaluate("localStorage.setItem('scheme', 'dark')")
    page.route("**/*.js", lambda _: None)
    page.goto(f"{address}guidance/first-hour.html", wait_until="commit")
    page.evaluate(PAINTED)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(int(part) for part in colour[4:-1].split(",")[:3]) < 200
    page.close()


def test_menu_opens_without_javascript(open_page: OpenPage, address: str) -> None:
    """On a phone without scripts the menu is a button that opens, closes with Escape and is never in the way."""
    page = open_page(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page.goto(f"{address}guidance/first-hour.html")
    menu = page.get_by_role("navigation", name="Main")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(menu.get_by_role("link", name="What do I do next?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


@pytest.mark.parametrize(("name", "panel"), [("Menu", "#menu"), ("On this page", "#contents")])
def test_a_panel_closes_where_it_was_opened(open_page: OpenPage, address: str, name: str, panel: str) -> None:
    """On a phone a second tap at the same place closes the panel, with scripts or without, and follows no link."""
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, java_script_enabled=False)
    page.goto(f"{address}guidance/what-next.html")
    page.get_by_role("button", name=name, exact=True).tap()
    expect(page.locator(panel)).to_be_visible()
    page.locator(panel).get_by_role("button", name="Close").tap()
    expect(page.locator(panel)).to_be_hidden()
    assert page.url == f"{address}guidance/what-next.html"


def test_a_panel_goes_when_a_heading_is_chosen_or_the_keyboard_leaves(open_page: OpenPage, address: str) -> None:
    """Nothing covers the heading that the reader chose, and focus never hides below an open panel."""
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}guidance/what-next.html")
    contents = page.locator("#contents")
    page.get_by_role("button", name="On this page").click()
    chosen = contents.get_by_role("link").nth(2)
    place = chosen.get_attribute("href") or ""
    chosen.click()
    expect(contents).to_be_hidden()
    expect(page.locator(place)).to_be_in_viewport()
    bar, heading = page.locator(".mf-header").bounding_box(), page.locator(place).bounding_box()
    assert bar and heading and heading["y"] >= bar["height"]
    page.get_by_role("button", name="On this page").click()
    contents.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(contents).to_be_hidden()


def at_the_foot(page: Page) -> Locator:
    """Go to the foot of a page, where the choice of colours comes into reach."""
    page.locator("footer").scroll_into_view_if_needed()
    choice = page.get_by_role("group", name="Colours")
    choice.wait_for()
    return choice


def test_the_choice_of_light_or_dark_stays(open_page: OpenPage, address: str) -> None:
    """A reader's choice holds on the next page, and goes when the device is to decide again."""
    page = open_page(color_scheme="light")
    page.goto(f"{address}index.html")
    at_the_foot(page).get_by_role("button", name="Dark").click()
    page.goto(f"{address}guidance/first-hour.html")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    at_the_foot(page)
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("Object.keys(localStorage)") == ["scheme"]
    page.get_by_role("button", name="Same as my device").click()
    assert page.evaluate("localStorage.length") == 0


def test_the_site_works_where_storage_is_refused(page: Page, address: str, seen: Seen) -> None:
    """A browser that refuses to store anything still shows every page and changes its colours."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page.goto(f"{address}guidance/first-hour.html")
    at_the_foot(page).get_by_role("button", name="Dark").click()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    expect(page.get_by_role("button", name="Print this page").last).to_be_visible()
    assert seen.failures == []


def test_nothing_moves_for_readers_who_ask_for_that(open_page: OpenPage, address: str) -> None:
    """Reduced motion is honoured."""
    page = open_page(reduced_motion="reduce")
    page.goto(f"{address}guidance/first-hour.html")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = "document.getAnimations().length"
    assert page.evaluate(moving) == 0


def test_paper_explains_words_and_writes_out_addresses(page: Page, address: str) -> None:
    """A printed page ends with the terms it links, shows whole web addresses, and has no menus."""
    page.goto(f"{address}behaviours/image-sharing.html")
    words = page.get_by_role("heading", name="Words on this page")
    expect(words).to_be_hidden()
    page.emulate_media(media="print")
    expect(words).to_be_visible()
    terms = page.locator(".mf-print-only dt").all_inner_texts()
    assert len(terms) >= 3 and len(terms) == len(set(terms))
    assert page.locator(".mf-mark").count() > 0  # marks of sources lead nowhere on paper
    for hidden in (".mf-menu", ".mf-header", ".mf-page-tools", ".mf-contents", ".mf-mark"):
        expect(page.locator(hidden).filter(visible=True)).to_have_count(0)
    heads = page.evaluate("[...document.querySelectorAll('h2, h3')].map(e => getComputedStyle(e).breakAfter)")
    assert set(heads) == {"avoid"}
    page.goto(f"{address}reference/documents.html")
    unwritten = """() => [...document.querySelectorAll("article a[href^=http]")].filter(link => {
      const written = link.innerText + getComputedStyle(link, "::after").content;
      return !written.includes(link.href.split("://")[1].replace(/[/]$/, ""));
    }).map(link => link.href)"""
    assert page.evaluate("document.querySelectorAll('article a[href^=http]').length") > 20
    assert page.evaluate(unwritten) == []


def test_forced_colours_keep_borders_and_marks(open_page: OpenPage, address: str) -> None:
    """In a system's own high-contrast colours boxes keep their borders and the current page its mark."""
    page = open_page(forced_colors="active", viewport={"width": 1280, "height": 900})
    page.goto(f"{address}guidance/first-hour.html")
    width = "element => parseFloat(getComputedStyle(element).borderLeftWidth)"
    assert page.locator(".mf-urgent-calls").evaluate(width) >= 1
    weight = "element => Number(getComputedStyle(element).fontWeight)"
    assert page.locator(".mf-menu [aria-current=page]").evaluate(weight) >= 700
    assert page.locator(".mf-menu a").evaluate_all(f"links => links.filter({width}).length") == 1
    pressed = at_the_foot(page).locator("[aria-pressed=true]")
    colour = "button => getComputedStyle(button).backgroundColor"
    assert pressed.evaluate(colour) != page.locator(".mf-colour-scheme [aria-pressed=false]").first.evaluate(colour)


def test_register_can_be_narrowed_to_a_nation(page: Page, address: str, seen: Seen) -> None:
    """A reader in Scotland sees what applies there, with its headings, and is told how many entries are left."""
    page.goto(f"{address}reference/documents.html")
    entries = page.locator("dl[data-nations]")
    everything = entries.count()
    page.get_by_label("Show what applies to").select_option("Scotland")
    shown = entries.filter(visible=True)
    assert 0 < shown.count() < everything
    assert all(
        "scotland" in nations.split() for nations in shown.evaluate_all("all => all.map(e => e.dataset.nations)")
    )
    expect(page.get_by_role("status").filter(has_text="entries shown")).to_have_text(
        f"{shown.count()} of {everything} entries shown."
    )
    expect(page.get_by_role("heading", name="Keeping children safe in education", exact=False).first).to_be_hidden()
    assert seen.failures == []


def test_changes_can_be_shown_from_a_day(page: Page, address: str) -> None:
    """Staff who were trained on a day see only what came after it."""
    page.goto(f"{address}reference/what-has-changed.html")
    page.get_by_label("since").fill("2026-01-01")
    days = page.locator("li[data-on]").filter(visible=True).evaluate_all("all => all.map(e => e.dataset.on)")
    assert days and min(days) >= "2026-01-01"


def test_registers_are_whole_without_javascript(open_page: OpenPage, address: str) -> None:
    """Filters are an extra: without scripts every entry is there under its heading."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}reference/what-has-changed.html")
    assert page.locator(".mf-filter").count() == 0
    assert page.locator("[data-filter=date] > li").filter(visible=True).count() >= 30


def test_first_hour_prints_on_one_side(page: Page, address: str) -> None:
    """The page for the person who has just been told is one side of A4, with all its steps and the numbers to call."""
    page.goto(f"{address}guidance/first-hour.html")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert sides_of(printed) == 1
    steps = page.locator("article > ol > li").count()
    assert steps > 1
    page.emulate_media(media="print")
    expect(page.locator("article > ol > li").filter(visible=True)).to_have_count(steps)
    number = real_content().find("service", "posh")
    assert isinstance(number, Service) and number.phone
    expect(page.get_by_text(number.phone)).to_be_visible()
    expect(page.get_by_role("heading", name="Who to call")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_the_first_step_and_the_numbers_are_on_the_first_screen(open_page: OpenPage, address: str, width: int) -> None:
    """On a phone nobody scrolls past boxes to what to do first, nor to the number of the school's own lead."""
    page = open_page(viewport={"width": width, "height": 640 if width == 320 else 844})
    page.goto(f"{address}guidance/first-hour.html")
    for place in (".mf-urgent-calls [data-local=dsl-phone]", "article > ol > li:first-child strong"):
        expect(page.locator(place).first).to_be_in_viewport()


def test_a_number_to_tap_is_never_torn(open_page: OpenPage, address: str) -> None:
    """On the smallest phone each number to call or to text stands on one line."""
    page = open_page(viewport={"width": 320, "height": 640})
    torn = "all => all.filter(each => each.getClientRects().length > 1).map(each => each.textContent)"
    for path in ("guidance/first-hour", "guidance/suicide-and-self-harm", "places-to-get-help"):
        page.goto(f"{address}{path}.html")
        page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
        numbers = page.locator("[href^='tel:'], [href^='sms:']")
        assert numbers.count() > 5 and numbers.evaluate_all(torn) == []


def test_route_leads_to_each_step(page: Page, address: str) -> None:
    """Each consideration and each response is a link to its own place on the page."""
    page.goto(f"{address}guidance/what-next.html")
    steps = page.locator(".mf-route-step h3").evaluate_all("all => all.map(heading => '#' + heading.id)")
    targets = page.locator("#contents a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert len(steps) >= 8 and set(steps) <= set(targets)
    for links in (".mf-map-from a", ".mf-map-to a"):
        found = page.locator(links).evaluate_all("all => all.map(a => a.getAttribute('href'))")
        assert len(found) >= 4
        assert all(page.locator(target).count() == 1 for target in found)


def test_register_can_be_narrowed_to_a_kind(page: Page, address: str) -> None:
    """A reader who wants law alone sees law alone."""
    page.goto(f"{address}reference/documents.html")
    page.get_by_label("of", exact=True).select_option("law")
    kinds = page.locator("dl[data-kind]").filter(visible=True).evaluate_all("all => all.map(e => e.dataset.kind)")
    assert kinds and set(kinds) == {"law"}


@pytest.mark.parametrize("path", ["guidance/first-hour.html", "places-to-get-help.html", "help/poster.html"])
def test_paper_is_black_on_white_in_the_dark_too(page: Page, address: str, path: str) -> None:
    """A browser that prints in the reader's dark colours does not print pale grey on white."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(address + path)
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"


def test_a_link_beside_each_heading_is_copied_and_told(open_page: OpenPage, address: str) -> None:
    """A mouse over a heading or a word of the glossary finds its link; a click copies the address, and that is said."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"], viewport={"width": 1280, "height": 900})
    page.goto(f"{address}reference/glossary.html")
    entry = page.locator(".mf-glossary dt").first
    entry.hover()
    link = entry.locator(".mf-heading-link")
    page.wait_for_function(SHOWN, arg=link.element_handle())
    link.click()
    expect(page.locator(".mf-link-status")).to_have_text(f"Link copied: {entry.inner_text().strip()}")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}reference/glossary.html#{entry.get_attribute('id')}" and "#" not in page.url


def test_a_link_without_a_clipboard_leads_there(open_page: OpenPage, address: str) -> None:
    """On a touch screen each link is seen from the start; where nothing can be copied, it goes to its heading."""
    page = open_page(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 780})
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})")
    page.goto(f"{address}guidance/what-next.html")
    link = page.locator("article h3 > .mf-heading-link").last
    page.wait_for_function(SHOWN, arg=link.element_handle())
    link.tap()
    page.wait_for_url(f"**{link.get_attribute('href')}")


def test_the_keyboard_reaches_links_of_headings_when_asked(page: Page, address: str) -> None:
    """Nobody tabs through a link for every heading, and whoever wants them has them, with a ring and a name."""
    page.goto(f"{address}guidance/what-next.html")
    heading = page.locator("article h3[id]").first
    heading.hover()
    link = heading.locator(".mf-heading-link")
    expect(link).to_have_attribute("tabindex", "-1")
    page.get_by_role("button", name="Links to headings").press("Enter")
    expect(page.get_by_role("button", name="Links to headings", pressed=True)).to_be_visible()
    expect(link).to_have_attribute("tabindex", "0")
    expect(link).to_have_accessible_name(re.compile("^Copy the link to "))
    assert link.evaluate(SHOWN)


def test_printing_and_presenting_stand_on_top_of_guidance(open_page: OpenPage, address: str) -> None:
    """The buttons are below the title too, nothing moves for them, and without scripts no gap is left."""
    page = open_page(viewport={"width": 1280, "height": 900})
    page.route("**/site.*.js", lambda route: route.abort())
    page.goto(f"{address}guidance/what-next.html")
    before = page.locator("article > .mf-top-tools").bounding_box()
    page.unroute_all()
    page.reload()
    expect(page.locator(".mf-top-tools").get_by_role("button")).to_have_text(["Present this page", "Print this page"])
    assert page.locator(".mf-top-tools").bounding_box() == before
    plain = open_page(java_script_enabled=False)
    plain.goto(f"{address}guidance/what-next.html")
    expect(plain.locator(".mf-top-tools")).to_be_hidden()


def test_the_words_in_the_search_box_can_be_read(page: Page, address: str) -> None:
    """A magnifier and words in the colour of quiet text tell what the box is for; no browser makes them fainter."""
    page.goto(f"{address}index.html")
    box = page.get_by_role("searchbox")
    painted = box.evaluate("box => (style => [style.color, style.opacity])(getComputedStyle(box, '::placeholder'))")
    assert painted == ["rgb(74, 90, 89)", "1"]
    expect(page.locator(".mf-search > svg")).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{address}guidance/what-next.html")
    assert not box.evaluate("box => box.scrollWidth > box.clientWidth")


@pytest.mark.parametrize("path", ["index.html", "guidance/first-hour.html", "places-to-get-help.html"])
@pytest.mark.parametrize("width", [320, 390])
def test_pages_keep_to_the_screen_with_text_of_twice_the_size(
    open_page: OpenPage, address: str, width: int, path: str
) -> None:
    """Whoever reads in large letters never scrolls sideways, in the typeface of the site or in another."""
    page = open_page(viewport={"width": width, "height": 800})
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(address + path)
    page.evaluate("document.adoptedStyleSheets = [new CSSStyleSheet()]")  # the policy allows no style in the page
    page.evaluate("document.adoptedStyleSheets[0].replaceSync('html { font-size: 225% !important }')")
    assert page.evaluate("document.documentElement.scrollWidth") == width
