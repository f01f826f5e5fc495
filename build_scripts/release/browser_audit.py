"""What a release shows of itself: every page seen in a real browser from a disk, every PDF held to PDF/UA."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, fields
from importlib.metadata import version
from pathlib import Path

import page as page_validation
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page, sync_playwright

from build_scripts.publish.progress import Progress, silent

PROGRAMS = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome", "msedge"),
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""The flag for a browser that finds nothing but this machine."""
WORKERS = 2
"""Browsers that look side by side."""
AXE = AXE_FILE_PATH.read_text(encoding="utf-8")
TOLD = """.violations
  .map(found => found.id + ": " + found.nodes.slice(0, 3).map(node => node.target.join(" ")).join(" | "))"""
TAGS = '["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]'
RUN = f"""async part => (await axe.run(part || document, {{resultTypes: ["violations"],
  runOnly: {{type: "tag", values: {TAGS}}}}})){TOLD}"""
"""Runs every rule over the page, or over one part of it."""
RUN_ON_COLOURS = f"""async () => (await axe.run(document, {{resultTypes: ["violations"], runOnly:
  ["color-contrast", "link-in-text-block"]}})){TOLD}"""
"""Runs the rules that look at colours: in other colours a page has the same elements."""
RUN_BUT_COLOURS = f"""async () => (await axe.run(document, {{resultTypes: ["violations"],
  runOnly: {{type: "tag", values: {TAGS}}},
  rules: {{"color-contrast": {{enabled: false}}, "link-in-text-block": {{enabled: false}}}}}})){TOLD}"""
"""Runs the others: a page of another width, or filled in, has the same colours, and they take most of the time."""


@dataclass(frozen=True)
class BrowserAudit:
    """What was looked at, and everything that is not as it should be.

    Attributes:
        pages: how many pages were opened.
        pdfs: how many PDFs were checked.
        programs: what looked, with versions.
        axe: what axe found, with the page.
        outside: requests to anything but the files of the release, with the page.
        errors: errors of the console, of scripts and of loading, with the page.
        pdf_ua: what the check of PDF/UA found, with the file.
    """

    pages: int
    pdfs: int
    programs: tuple[str, ...]
    axe: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    pdf_ua: tuple[str, ...] = ()

    def findings(self) -> tuple[str, ...]:
        """Return everything that is wrong."""
        lists = [getattr(self, field.name) for field in fields(self) if field.name not in ("pages", "pdfs", "programs")]
        return tuple(line for found in lists for line in found)


def program() -> str:
    """Return the path of a Chromium.

    Raises:
        FileNotFoundError: when there is none; the text says what to do.
    """
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not path:
        raise FileNotFoundError("no Chromium found: go through 'python3 run.py', or set CHROMIUM to the path of one")
    return path


@contextmanager
def running(*flags: str) -> Iterator[Browser]:
    """Start Chromium for as long as the context lasts.

    Args:
        flags: flags of its command line, beside those that every run has.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=[*FLAGS, *flags])
        yield browser
        browser.close()


def audit(folder: Path, progress: Progress = silent) -> BrowserAudit:
    """Look at every page and PDF below a folder, as a reader who opens them from a disk.

    Args:
        folder: the files of a release, unpacked.
        progress: told of each page and PDF that was looked at.

    Raises:
        FileNotFoundError: when there is no browser.
    """
    pages = sorted(folder.rglob("*.html"))
    pdfs = sorted(folder.rglob("*.pdf"))
    name = f"Looking at {len(pages)} pages and {len(pdfs)} PDFs in a browser"
    with progress(name, len(pages) + len(pdfs)) as looked, ThreadPoolExecutor(WORKERS) as pool:
        shares = [pages[at::WORKERS] for at in range(WORKERS)]
        parts = list(pool.map(lambda share: _look(folder, share, looked), shares))
        pdf_ua = tuple(line for path in pdfs for line in _pdf(folder, path, looked))
    seen = [one for part in parts for one in part[1]]
    checkers = (f"{name} {version(name)}" for name in ("axe-playwright-python", "page-validation"))
    axe, outside, errors = (tuple(sorted(line for one in seen for line in one[kind])) for kind in range(3))
    return BrowserAudit(len(pages), len(pdfs), (f"Chromium {parts[0][0]}", *checkers), axe, outside, errors, pdf_ua)


Lines = tuple[list[str], list[str], list[str]]
"""What axe found, requests to elsewhere, and errors."""


def _look(folder: Path, paths: Iterable[Path], looked: Callable[[], object]) -> tuple[str, list[Lines]]:
    """Return the browser's version, and what was seen of each page; this thread has a browser of its own."""
    with running() as browser:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        return browser.version, [_page(context.new_page(), folder, path, looked) for path in paths]


def _page(page: Page, folder: Path, path: Path, looked: Callable[[], object]) -> Lines:
    name, start = path.relative_to(folder).as_posix(), folder.as_uri()
    asked, errors = list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: errors.append(f"did not load {request.url.removeprefix(start)}"))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri(), wait_until="load")
    page.evaluate("document.fonts.ready")
    outside = [url for url in asked if not url.startswith((f"{start}/", "data:"))]
    found = list(errors)  # axe asks for the stylesheets again, which a disk refuses
    page.evaluate(AXE)
    axe = page.evaluate(RUN)
    page.close()
    looked()
    return ([f"{name}: {line}" for line in axe], [f"{name}: {url}" for url in outside], [f"{name}: {e}" for e in found])


def _pdf(folder: Path, path: Path, looked: Callable[[], object]) -> list[str]:
    report = page_validation.validate_pdf(str(path), profile="ua1")
    looked()
    return [] if report.is_compliant else [f"{path.relative_to(folder).as_posix()}: {report}"]
