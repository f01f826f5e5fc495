"""The pages for young people in a real browser: the way out, the one file, paper and its codes."""

import re
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from build_scripts.check.deny_list import pattern_of
from build_scripts.content.pages import HelpPage
from build_scripts.content.prose import slug
from build_scripts.content.registers import Denied, Service
from build_scripts.help.pages import SHEETS, place_of
from tests.browser.conftest import OpenPage
from tests.browser.paper import sides_of
from tests.browser.survey import Seen
from tests.built import Built
from tests.real import real_content
from tests.server import serving

HELP, PLAIN, ONE_FILE = "places-to-get-help.html", "plain.html", "help/places-to-get-help-one-file.html"
PAPER = [f"help/{shape}.html" for shape in SHEETS]
SIDES = {"help/large-print.html": 2}
"""Sides of A4, where it is not one."""
OURS = [HELP, ONE_FILE, *PAPER]
STAFF_WORDS = r"\b(?:DSL|safeguarding|KCSIE|harmful sexual behaviour|professionals?|setting|referral|incident)\b"
AHEAD = """() => {
  const bar = document.querySelector(".mf-leave-bar"), box = document.activeElement.getBoundingClientRect();
  return bar.contains(document.activeElement) || box.top >= bar.getBoundingClientRect().bottom - 1;
}"""


@pytest.fixture
def bare(open_page: OpenPage) -> Page:
    """A page in a browser that runs no scripts."""
    return open_page(java_script_enabled=False, viewport={"width": 360, "height": 740})


def leave(page: Page) -> None:
    """Press Shift three times."""
    for _ in range(3):
        page.keyboard.press("Shift")


def test_leaving_takes_this_page_out_of_the_history(page: Page, address: str) -> None:
    """Back then shows what came before it, and no entry is added."""
    page.goto(f"{address}reference/glossary.html")
    page.goto(address + HELP)
    before = page.evaluate("history.length")
    page.get_by_role("link", name="Exit this page").click()
    page.wait_for_url(address + PLAIN)
    assert page.evaluate("history.length") == before
    page.go_back()
    assert page.url == f"{address}reference/glossary.html"


def test_leaving_works_without_scripts(bare: Page, address: str) -> None:
    """Then it is a link as any other, and the page says that Back may show it."""
    bare.goto(address + HELP)
    expect(bare.get_by_text("The back button may still show earlier pages. Your history is kept.")).to_be_visible()
    expect(bare.get_by_text("press Shift three times")).to_be_hidden()
    bare.get_by_role("link", name="Exit this page").click()
    assert bare.url == address + PLAIN


def test_leaving_clears_the_page_at_once(page: Page, address: str) -> None:
    """Where the other page is slow to come, this one is gone already: to see, to hear, and in the name of the tab."""
    page.goto(address + HELP)
    left = """() => {
      document.querySelector("[data-leave]").click();
      const shown = [...document.body.children].filter(each => each.checkVisibility());
      const told = shown.map(each => [each.className, each.getAttribute("role"), each.textContent]);
      return [told, document.activeElement.className, document.title];
    }"""
    assert page.evaluate(left) == [[["mf-leave-cover", "alert", "Loading"]], "mf-leave-cover", "Loading"]


def test_leaving_is_the_second_stop_and_says_what_it_cannot_do(page: Page, address: str) -> None:
    """Who uses keys or hears the page meets it early, with its limits, and can leave with Enter."""
    page.goto(address + HELP)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    link = page.get_by_role("banner").get_by_role("link", name="Exit this page", exact=True)
    expect(link).to_be_focused()
    expect(link).to_have_accessible_description(
        re.compile("The back button may still show earlier pages. Your history is kept.")
    )
    page.keyboard.press("Enter")
    page.wait_for_url(address + PLAIN)


def test_shift_three_times_leaves_and_is_told(page: Page, address: str) -> None:
    """Each press is told to those who hear the page."""
    page.goto(address + HELP)
    status = page.get_by_role("status")
    expect(status).to_have_text("")
    for words in ("Shift: press 2 more times to exit.", "Shift: press 1 more time to exit."):
        page.keyboard.press("Shift")
        expect(status).to_have_text(words)
    page.keyboard.press("Shift")
    page.wait_for_url(address + PLAIN)


def test_shift_must_be_pressed_within_five_seconds(page: Page, address: str) -> None:
    """Presses far apart mean nothing, and the page says so."""
    page.clock.install()
    page.goto(address + HELP)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5100)
    expect(page.get_by_role("status")).to_have_text("You are still on this page.")
    page.keyboard.press("Shift")
    expect(page.get_by_role("status")).to_have_text("Shift: press 2 more times to exit.")
    assert page.url == address + HELP


def test_capital_letters_do_not_leave(page: Page, address: str) -> None:
    """Shift with another key is no press of Shift by itself."""
    page.goto(address + HELP)
    for key in ("Shift", "Shift+A", "Shift", "Shift+Tab", "Shift"):
        page.keyboard.press(key)
    assert page.url == address + HELP
    leave(page)
    page.wait_for_url(address + PLAIN)


@pytest.mark.parametrize(("width", "height", "stays"), [(320, 640, True), (360, 740, True), (1280, 256, False)])
def test_the_way_out_never_covers_what_has_the_focus(
    page: Page, address: str, width: int, height: int, stays: bool
) -> None:
    """It stays in view where there is room; forwards and backwards, no stop of the Tab key is behind it."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + HELP)
    assert (page.locator(".mf-leave-bar").evaluate("e => getComputedStyle(e).position") == "sticky") == stays
    if not stays:
        return
    page.locator("footer").scroll_into_view_if_needed()
    page.locator("summary").last.focus()
    for _ in range(15):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(AHEAD)
    page.goto(f"{address}{HELP}#i-want-to-report-an-adult")
    heading = page.get_by_role("heading", name="I want to report an adult")
    assert heading.evaluate("e => e.getBoundingClientRect().top") > 40


def test_help_is_whole_without_scripts(bare: Page, page: Page, address: str) -> None:
    """Not a word is missing."""
    for opened in (bare, page):
        opened.goto(address + HELP)
    assert bare.locator("article").inner_text() != ""
    assert bare.locator("article").text_content() == page.locator("article").text_content()


def test_the_plain_page_says_nothing_of_help(page: Page, address: str) -> None:
    """Whoever looks over a shoulder sees a page about clouds."""
    page.goto(address + PLAIN)
    assert page.title() == "Clouds"
    assert not re.search(r"help|young|sex|abuse|Childline|999", page.locator("main").inner_text(), re.IGNORECASE)
    assert page.locator("a[href]").all_inner_texts() == ["Skip to main content"]


def test_a_first_visit_is_light(browser: Browser, built: Built) -> None:
    """All that the page needs travels in less than 34,000 bytes, half of them letters that every page shares."""
    with serving(built.site) as server:
        page = browser.new_page()
        page.goto(server.address + HELP, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        page.close()
        assert 5000 < sum(sent.size for sent in server.sent) < 34_000, server.sent


def test_the_one_file_needs_nothing_beside_it(open_page: OpenPage, built: Built, tmp_path: Path) -> None:
    """Copied alone to a disk and opened without a network, it asks for nothing, looks right and can be left."""
    copy = tmp_path / "help.html"
    copy.write_bytes((built.site / ONE_FILE).read_bytes())
    page = open_page(offline=True)
    asked, said = list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(copy.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.mf-leave-bar')).display") == "flex"
    expect(page.get_by_text("Cumulus", exact=True)).to_be_hidden()
    before = page.evaluate("history.length")
    leave(page)
    expect(page.get_by_text("Cumulus", exact=True)).to_be_visible()
    for gone in (page.get_by_role("heading", level=1), page.get_by_role("banner"), page.get_by_text("Childline").first):
        expect(gone).to_be_hidden()
    assert (page.title(), page.evaluate("history.length")) == ("Clouds", before)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    assert [url for url in asked if not url.startswith((copy.as_uri(), "data:"))] + said == []


def test_the_one_file_can_be_left_without_scripts(bare: Page, built: Built) -> None:
    """Its own style then shows the part to read in place of the rest."""
    bare.goto((built.site / ONE_FILE).as_uri())
    bare.get_by_role("link", name="Exit this page").click()
    expect(bare.get_by_text("Cumulus", exact=True)).to_be_visible()
    expect(bare.get_by_role("heading", level=1)).to_be_hidden()


def codes(page: Page) -> list[str]:
    """Return what the QR codes of a page say, read from its picture."""
    page.emulate_media(media="print")
    found = []
    for code in page.locator("svg.mf-qr").all():
        read = zxingcpp.read_barcodes(Image.open(BytesIO(code.screenshot())))
        assert len(read) == 1, "a code cannot be read"
        found.append(read[0].text)
    return found


@pytest.mark.parametrize("path", PAPER)
def test_codes_lead_where_the_words_beside_them_say(page: Page, address: str, path: str) -> None:
    """Each code is read from the printed picture; it leads to the owner's page that the register gives."""
    known = {service.url for service in real_content().all(Service) if service.printed}
    page.goto(address + path)
    said = codes(page)
    words = page.locator("li:has(> svg) .mf-scan-address").all_inner_texts()
    assert len(said) >= 6 and set(said) <= known
    assert [text.split("can: ")[1] for text in words] == [place_of(url) for url in said]


@pytest.mark.parametrize("path", PAPER)
def test_paper_is_a4_and_as_long_as_it_should_be(page: Page, address: str, path: str) -> None:
    """Posters and card take one side, large print one sheet; nothing is cut off at the edge of a panel."""
    page.goto(address + path)
    printed = page.pdf(prefer_css_page_size=True)
    assert sides_of(printed) == SIDES.get(path, 1)
    boxes = {
        (round(float(w)), round(float(h))) for w, h in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    }
    assert boxes == {(595, 842)}
    page.emulate_media(media="print")
    cut = "all => all.filter(e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1).length"
    assert page.locator(".mf-strip > li").evaluate_all(cut) == 0


@pytest.mark.parametrize("path", ["help/poster-black-and-white.html", "help/card.html", "help/large-print.html"])
def test_black_and_white_paper_has_no_colours(page: Page, address: str, path: str) -> None:
    """A school with one black cartridge prints all there is."""
    page.goto(address + path)
    page.emulate_media(media="print")
    names = ["color", "backgroundColor", "borderTopColor"]
    look = "(all, names) => all.flatMap(e => names.map(name => getComputedStyle(e)[name]))"
    colours = set(page.locator("article, article *").evaluate_all(look, names))
    shades = [re.findall(r"\d+", colour)[:3] for colour in colours if not colour.endswith(", 0)")]
    assert [shade for shade in shades if len(set(shade)) > 1] == []


@pytest.mark.parametrize("path", OURS)
def test_every_number_is_in_the_register_and_none_is_denied(page: Page, address: str, path: str) -> None:
    """In words, links and codes there is no number but the register's, and nothing that must not be printed."""
    services = real_content().all(Service)
    known = {re.sub(r"\D", "", words) for s in services for words in (s.phone or "", s.text or "", s.name)}
    page.goto(address + path)
    text = page.locator("article").text_content() or ""
    found = {re.sub(r"\D", "", number) for number in re.findall(r"\b(?:0\d[\d ]{5,}\d|\d{5,}|999|101)\b", text)}
    assert "08001111" in found and "999" in found and found <= known
    told = page.content() + " ".join(codes(page))
    rules = [rule for rule in real_content().all(Denied) if not rule.near]
    assert [
        rule.pattern for rule in rules if pattern_of(rule.pattern).search(re.sub(r'[\w-]+="[\d. ]+"', "", told))
    ] == []


@pytest.mark.parametrize("path", OURS)
def test_no_words_of_staff(page: Page, address: str, path: str) -> None:
    """A young person meets no vocabulary of the staff room, in the page or in its head."""
    page.goto(address + path)
    head = page.evaluate("document.title + ' ' + document.querySelector('meta[name=description]').content")
    assert re.findall(STAFF_WORDS, f"{head} {page.locator('body').text_content()}", re.IGNORECASE) == []


def test_the_first_calls_are_on_the_first_screen(page: Page, address: str, seen: Seen) -> None:
    """On a phone, 999 and Childline can be called without scrolling, and each need leads to its part."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + HELP)
    for number in ("tel:999", "tel:08001111"):
        box = page.locator(f".mf-first-calls a[href='{number}']").bounding_box()
        assert box and box["y"] + box["height"] < 740
    assert seen.failures == []


def test_the_page_is_short_and_each_need_opens_at_its_own_address(page: Page, address: str) -> None:
    """A phone shows all needs within six screens; a link to one opens it there, and what it opens is soon read."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + HELP)
    tall = "document.documentElement.scrollHeight / innerHeight"
    assert page.evaluate(tall) < 6
    for section in real_content().one(HelpPage).sections:
        page.goto(f"{address}plain.html")
        page.goto(f"{address}{HELP}#{slug(section.title)}")
        assert page.locator("details[open] > summary").all_inner_texts() == [section.title]
        expect(page.get_by_role("heading", name=section.title, exact=True)).to_be_in_viewport()
        assert page.evaluate(tall) < 10


def test_danger_can_be_met_without_speech(bare: Page, address: str) -> None:
    """Within the first screen and without scripts stands the way to 999 by sign, by text and in silence."""
    bare.goto(address + HELP)
    way = bare.locator(".mf-first-calls").get_by_role("link", name="I am in danger and I cannot talk")
    expect(way).to_be_in_viewport()
    way.click()
    need = bare.locator("#i-am-in-danger-and-i-cannot-talk")
    for words in ("Press 55", "Text 999", "www.999bsl.co.uk", "www.relayuk.bt.com"):
        expect(need.get_by_text(words).first).to_be_visible()


def test_shore_is_reached_before_any_warning(page: Page, address: str) -> None:
    """Whoever worries about what they did meets help and its address before anything else."""
    page.goto(f"{address}{HELP}#i-am-worried-about-something-i-did-or-might-do")
    told = page.locator("#i-am-worried-about-something-i-did-or-might-do").inner_text()
    assert told.index("www.lucyfaithfull.org.uk") < min(told.index(word) for word in ("hurt", "999", "scared"))


def test_paper_has_every_need_in_full(page: Page, address: str) -> None:
    """What is folded away on a screen is printed."""
    page.goto(address + HELP)
    page.emulate_media(media="print")
    for section in real_content().one(HelpPage).sections:
        assert page.locator(f"#{slug(section.title)} > p").first.bounding_box()
