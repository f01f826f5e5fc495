"""The site in a real browser, under a sub-path."""

from __future__ import annotations

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
