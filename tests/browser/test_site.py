"""The site in a real browser, under a sub-path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built import Built

WAIT = 10_000
"""Milliseconds after which a search counts as broken."""


@dataclass
class Seen:
    """What went on while pages were open."""

    requests: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


@pytest.fixture
def seen() -> Seen:
    """Nothing seen yet."""
    return Seen()


@pytest.fixture
def page(browser: Browser, seen: Seen) -> Iterator[Page]:
    """A fresh page that notes requests and errors."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("response", lambda answer: seen.failures.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda message: seen.failures.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.failures.append(str(error)))
    yield page
    context.close()


def test_every_page_opens_without_error_and_fits_320_px(built: Built, page: Page, address: str, seen: Seen) -> None:
    """All pages answer, nothing fails, nothing comes from elsewhere, and no page scrolls sideways on a phone."""
    wide = []
    for listed in built.manifest["pages"]:
        answer = page.goto(address + listed["path"], wait_until="load")
        assert answer is not None and answer.status == 200, listed["path"]
        page.set_viewport_size({"width": 320, "height": 640})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(listed["path"])
        page.set_viewport_size({"width": 1280, "height": 900})
    assert seen.failures == []
    assert [url for url in seen.requests if not url.startswith((address, "data:", "blob:"))] == []
    assert wide == []


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
        waiting += [link for link in links if link.startswith(address)]
    wanted = {address + listed["path"] for listed in built.manifest["pages"] if listed["audience"] != "maintainer"}
    assert wanted - reached == set()


def test_search_finds_the_page_on_image_sharing(page: Page, address: str, seen: Seen) -> None:
    """Staff who type what young people say are led to the right page."""
    page.goto(f"{address}index.html")
    page.get_by_placeholder("Search").click()
    page.get_by_placeholder("Search").press_sequentially("nudes", delay=50)
    results = page.locator(".md-search-result__link")
    expect(results.first).to_be_visible(timeout=WAIT)
    found = results.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert any("behaviours/image-sharing.html" in link for link in found)
    assert [url for url in seen.requests if not url.startswith((address, "data:", "blob:"))] == []
    assert seen.failures == []


@pytest.mark.parametrize("width", [1280, 320])
def test_continuum_reads_as_a_table(page: Page, address: str, width: int) -> None:
    """A screen reader meets rows with their level as header, wide or stacked."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}guidance/understanding.html")
    table = page.get_by_role("table", name="The continuum of sexual behaviour in children and young people")
    rows = table.get_by_role("row").filter(has=page.get_by_role("cell"))
    expect(rows).to_have_count(6)
    for name in ("Normal", "Inappropriate", "Problematic", "Abusive", "Violent"):
        expect(table.get_by_role("rowheader", name=name)).to_have_count(1)


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


def test_pages_read_without_javascript(browser: Browser, built: Built, address: str) -> None:
    """Text, menus and links are there when scripts are off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for listed in built.manifest["pages"][:3]:
        page.goto(address + listed["path"])
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("navigation", name="Navigation")).to_be_visible()
    context.close()


def test_page_for_young_people_runs_no_script(page: Page, address: str, seen: Seen) -> None:
    """The help page needs no script to be read and loads none."""
    page.goto(f"{address}places-to-get-help.html")
    assert [url for url in seen.requests if ".js" in url] == []
    expect(page.get_by_role("link", name="0800 1111").first).to_have_attribute("href", "tel:08001111")


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


def test_registers_are_whole_without_javascript(browser: Browser, address: str) -> None:
    """Filters are an extra: without scripts every entry is there under its heading."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}reference/what-has-changed.html")
    assert page.locator(".mf-filter").count() == 0
    assert page.locator("[data-filter=date] > li").filter(visible=True).count() >= 30
    context.close()


def test_first_hour_prints_on_one_side(page: Page, address: str) -> None:
    """The page for the person who has just been told is one side of A4, with its ten steps and the numbers to call."""
    page.goto(f"{address}guidance/first-hour.html")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert page.locator("article > ol > li").count() == 10
    page.emulate_media(media="print")
    expect(page.get_by_text("0344 381 4772")).to_be_visible()
    expect(page.get_by_role("heading", name="Before anything else")).to_be_visible()


def test_route_leads_to_each_step(page: Page, address: str) -> None:
    """Each consideration and each response is a link to its own place on the page."""
    page.goto(f"{address}guidance/what-next.html")
    for links in (".mf-route a", ".mf-responses a"):
        targets = page.locator(links).evaluate_all("all => all.map(a => a.getAttribute('href'))")
        assert len(targets) >= 4
        assert all(page.locator(target).count() == 1 for target in targets)


def test_register_can_be_narrowed_to_a_kind(page: Page, address: str) -> None:
    """A reader who wants law alone sees law alone."""
    page.goto(f"{address}reference/documents.html")
    page.get_by_label("of", exact=True).select_option("law")
    kinds = page.locator("dl[data-kind]").filter(visible=True).evaluate_all("all => all.map(e => e.dataset.kind)")
    assert kinds and set(kinds) == {"law"}
