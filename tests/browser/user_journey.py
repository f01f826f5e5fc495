"""One walk through a whole site, as a school uses it, from wherever the site is: a server or a disk."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.paper import words_on_paper
from tests.browser.survey import Seen, note
from tests.browser.test_deck import NOW, open_notes
from tests.browser.test_forms import fill, opened
from tests.browser.test_search import hits, search

TELLS = """document.addEventListener("securitypolicyviolation", event => {
  window.tellRefused(event.violatedDirective + " " + event.blockedURI);
});"""
GUIDANCE = "guidance/supportive-discussion.html"
TYPED = "Bikes, maps and Łódź"
NAME = "Ms Shah"


def walk(page: Page, start: str, folder: Path, seen: Seen) -> None:
    """Go from the home page to the search, guidance, a form on paper, a session with notes, and local details.

    Args:
        page: a page that has opened nothing yet; it is told to accept every question that the browser asks.
        start: where the site is, with a slash at the end.
        folder: the files that stand there; its ``local-details.txt`` is replaced.
        seen: takes what is asked for, what failed and what the policy refused, in this page and the windows it opens.
    """
    _watch(page, seen)
    _search(page, start)
    _form(page, start)
    _session(page, start)
    _details(page, start, folder)


def asked_elsewhere(seen: Seen, start: str) -> list[str]:
    """Return every request that went anywhere but to the site, or to what the page itself had made."""
    return [url for url in seen.requests if not url.startswith((start, "blob:"))]


def _watch(page: Page, seen: Seen) -> None:
    page.context.expose_function("tellRefused", lambda told: seen.refused.append(told))
    page.context.add_init_script(TELLS)
    page.context.on("page", lambda other: note(other, seen))
    page.on("dialog", lambda dialog: dialog.accept())
    note(page, seen)


def _search(page: Page, start: str) -> None:
    """From the home page to guidance, by what the search finds."""
    search(page, f"{start}index.html", "supportive discussion")
    hits(page).first.click()
    page.wait_for_url(re.compile(rf"/{re.escape(GUIDANCE)}(#.*)?$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Supportive discussion")


def _form(page: Page, start: str) -> None:
    """Fill in the plan; what was typed is on paper."""
    fill(opened(page, start), {"name": NAME, "strengths": TYPED})
    printed = " ".join(words_on_paper(page.pdf(format="A4", prefer_css_page_size=True)))
    assert NAME in printed and TYPED in printed


def _session(page: Page, start: str) -> None:
    """From the home page to the slides of a session, led from the window with the notes."""
    page.goto(f"{start}index.html")
    page.get_by_role("link", name="I am preparing a training session").click()
    page.get_by_role("link", name="Understanding and first response in 60 minutes").click()
    page.get_by_role("link", name=re.compile("^Slides")).click()
    page.get_by_role("button", name="Present", exact=True).click()
    notes = open_notes(page)
    for expected in ("ground-rules-1", "ground-rules-2"):
        notes.keyboard.press("PageDown")
        for window in (page, notes):
            expect(window.locator(NOW)).to_have_attribute("id", expected)
    notes.close()
    page.keyboard.press("Escape")


def _details(page: Page, start: str, folder: Path) -> None:
    """Make local-details.txt on the set-up page and put it in place; the next page names the person."""
    page.goto(f"{start}setup.html")
    page.locator("#dsl-name").fill(NAME)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save local-details.txt").click()
    (folder / "local-details.txt").write_bytes(Path(download.value.path()).read_bytes())
    page.goto(f"{start}{GUIDANCE}")
    expect(page.locator("[data-local=dsl-name]").first).to_have_text(NAME)
