"""Measures what a first visit costs a reader, beside stock Material and HTML written by hand.

Run through ``python3 run.py bench first-visit``. The same article is opened in a real Chromium from three sites, served
with brotli: ours, stock Material made from the same Markdown, and a page by hand as the limit. The search of stock is
fetched by itself on every first visit and counts; ours waits until the reader reaches for it. What only paper shows is
taken out of every article and counted in a column of its own. Fonts that stock asks of others cannot be measured here
and are left out, which favours stock.
"""

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli
from playwright.sync_api import Browser, CDPSession, Page

from build_scripts.release.browser_audit import ALONE, running
from tests.benchmarks.peers import ON_PAPER, by_hand, stock
from tests.built import build, copy_project
from tests.server import Sent, Server, serving

VISITS = (
    ("guidance/understanding.html", "behaviours/image-sharing.html"),
    ("behaviours/image-sharing.html", "faq/devices.html"),
    ("faq/devices.html", "guidance/understanding.html"),
)
"""First pages, each with the page that the reader opens next."""
KINDS = {".html": "HTML", ".css": "CSS", ".js": "JS", ".woff2": "fonts"}
PAPER = re.compile(r"assets/print\.\w+\.css")
LIMITS = {
    "requests": 1.0,
    "without fonts": 0.12,
    "with fonts": 0.35,
    "render-blocking": 0.25,
    "script executed, raw": 0.08,
    "second page": 0.78,  # with contents, the way to a page and its neighbours, which stock shows less of
}
"""The most that ours may be of stock."""
BLOCKING = (
    "performance.getEntriesByType('resource').filter(e => e.renderBlockingStatus === 'blocking').map(e => e.name)"
)


@dataclass(frozen=True)
class Cost:
    """What one visit to one site costs, in bytes unless it says otherwise."""

    screen: dict[str, int]
    """By row of the table, without what only paper shows."""
    paper: dict[str, int]
    """What only paper shows, by the same rows."""
    elsewhere: list[str]
    """Addresses asked of others."""


def visit(browser: Browser, server: Server, folder: Path, first: str, second: str) -> Cost:
    """Open a page with nothing in the cache, then another, and count.

    Args:
        browser: a Chromium that reaches this machine alone.
        server: where the site is.
        folder: the files of the site.
        first: the page to open.
        second: the page to open after it.
    """
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    session = context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
    sent = opened(page, server, first)
    executed = script_executed(session, server.address)
    blocking = {name.removeprefix(server.address) for name in page.evaluate(BLOCKING)}
    elsewhere = [url for url in asked if not url.startswith((server.address, "data:", "blob:"))]
    later = opened(page, server, second)
    context.close()
    words, later_words = on_paper(folder / first), on_paper(folder / second)
    prints = sum(one.size for one in sent if PAPER.fullmatch(one.path))
    screen = by_kind(sent)
    screen["HTML"] -= words
    screen["CSS"] -= prints
    search = sum(one.size for one in sent if "search" in one.path)
    rows = totals(screen) | {
        "requests": len(sent) + len(elsewhere),
        "of it search": search,
        "without fonts, search": screen.total() - screen["fonts"] - search,
        "render-blocking": sum(one.size for one in sent if one.path in blocking),
        "script executed, raw": executed,
        "second page": sum(one.size for one in later) - later_words,
    }
    paper = totals(Counter(HTML=words, CSS=prints)) | {"second page": later_words}
    return Cost(rows, paper, elsewhere)


def opened(page: Page, server: Server, path: str) -> list[Sent]:
    """Open a page, wait until all is quiet, and return what was sent for it."""
    server.sent.clear()
    page.goto(server.address + path, wait_until="networkidle")
    count = -1
    while count != len(server.sent):
        count = len(server.sent)
        page.wait_for_timeout(1000)  # workers fetch after the page has settled
    return list(server.sent)


def by_kind(sent: Iterable[Sent]) -> Counter[str]:
    """Return bytes by kind of file."""
    kinds = Counter[str]()
    for one in sent:
        kinds[KINDS.get(Path(one.path).suffix, "other")] += one.size
    return kinds


def totals(kinds: Counter[str]) -> dict[str, int]:
    """Return bytes by kind, and their sums without and with fonts."""
    return {**kinds, "without fonts": kinds.total() - kinds["fonts"], "with fonts": kinds.total()}


def on_paper(file: Path) -> int:
    """Return the bytes that a page needs for what only paper shows."""
    text = file.read_text(encoding="utf-8")
    whole, without = (len(brotli.compress(t.encode(), mode=brotli.MODE_TEXT)) for t in (text, ON_PAPER.sub("", text)))
    return whole - without


def script_executed(session: CDPSession, address: str) -> int:
    """Return the characters of scripts from an address that have run, inline ones too and workers not."""
    scripts = session.send("Profiler.takePreciseCoverage")["result"]
    return sum(executed(script["functions"]) for script in scripts if script["url"].startswith(address))


def executed(functions: Iterable[dict[str, Any]]) -> int:
    """Return how many characters of a script have run.

    Args:
        functions: the coverage of one script as Chromium tells it: ranges with counts, the inner ones deciding.
    """
    ranges = [one for function in functions for one in function["ranges"]]
    ranges.sort(key=lambda one: (one["startOffset"], -one["endOffset"]))
    ran = bytearray(max((one["endOffset"] for one in ranges), default=0))
    for one in ranges:
        start, end = one["startOffset"], one["endOffset"]
        ran[start:end] = bytes([one["count"] > 0]) * (end - start)
    return sum(ran)


ROWS = (
    "requests",
    "HTML",
    "CSS",
    "JS",
    "other",
    "without fonts",
    "fonts",
    "with fonts",
    "of it search",
    "without fonts, search",
    "render-blocking",
    "script executed, raw",
    "second page",
)


def table(ours: Cost, theirs: Cost, limit: Cost) -> tuple[list[str], bool]:
    """Return the lines of one table, and whether every limit holds."""
    lines = [f"{'':22} {'ours':>8} {'on paper':>9} {'stock':>8} {'by hand':>8} {'ratio':>6} {'limit':>6}"]
    held = True
    for row in ROWS:
        mine, stocks = ours.screen.get(row, 0), theirs.screen.get(row, 0)
        line = f"{row:22} {mine:>8,} {ours.paper.get(row, 0):>9,} {stocks:>8,} {limit.screen.get(row, 0):>8,}"
        if stocks:
            line += f" {mine / stocks:>6.3f}"
        if row in LIMITS:
            kept = mine <= LIMITS[row] * stocks
            held &= kept
            line += f" {LIMITS[row]:>6.2f}{'' if kept else '  too much'}"
        lines.append(line)
    return lines, held


def main(arguments: list[str]) -> int:
    """Print one table for each visit; fail when one limit is passed."""
    argparse.ArgumentParser("run.py bench first-visit", description=__doc__).parse_args(arguments)
    all_held = True
    with tempfile.TemporaryDirectory() as name, running(ALONE) as browser:
        built = build(copy_project(Path(name) / "project"))
        sites = (
            built.site,
            stock(built.root),
            by_hand(built.site, [first for first, _ in VISITS], Path(name) / "hand"),
        )
        for first, second in VISITS:
            costs = []
            for folder in sites:
                with serving(folder) as server:
                    costs.append(visit(browser, server, folder, first, second))
            lines, held = table(*costs)
            all_held &= held
            asked = "; ".join(costs[1].elsewhere) or "nothing"
            print(f"\n{first}, then {second} (bytes; stock asks elsewhere for {asked})", *lines, sep="\n", flush=True)
    return 0 if all_held else 1
