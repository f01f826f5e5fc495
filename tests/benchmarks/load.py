"""Measures how many readers one small server carries, and what they cost in bytes.

Run through ``python3 run.py bench load``. nginx serves the built site on this machine, set up by its recipe; wrk asks
for one file after the other, each for a bounded time, as browsers that take brotli do. wrk runs on the same machine and
takes its share of it. Then a real Chromium visits the site, and what travelled is counted with its headers.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from build_scripts.release.browser_audit import ALONE, running
from tests.built import build, copy_project
from tests.hosts import Host, hosting, version

FILES = {
    "home page": "index.html",
    "guidance page": "guidance/understanding.html",
    "stylesheet": "assets/site.*.css",
    "search index": "search-index.js",
    "PDF": "forms/files/moving-forward-plan.pdf",
}
"""What is asked for, by what it is."""
PAGES = ("guidance/first-hour.html", "guidance/what-next.html", "behaviours/image-sharing.html", "faq/devices.html")
"""The pages that a reader opens after the home page."""
READERS = 1_000_000
THREADS, CONNECTIONS = 2, 64
TELL = """done = function(summary, latency)
  local e = summary.errors
  print(string.format('{"requests":%d,"bytes":%d,"micros":%d,"errors":%d,"half":%d,"most":%d}', summary.requests,
    summary.bytes, summary.duration, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end"""
"""Makes wrk tell what it counted in one line; times are in millionths of a second."""


@dataclass(frozen=True)
class Run:
    """What wrk counted while it asked for one file."""

    requests: int
    bytes: int
    """With headers."""
    micros: int
    """How long it ran, in millionths of a second."""
    errors: int
    half: int
    """How long half of the answers took at most, in millionths of a second."""
    most: int
    """How long 99 of 100 answers took at most."""

    def row(self, name: str) -> str:
        """Return the line of the table for a file."""
        each, megabytes = self.requests * 1e6 / self.micros, self.bytes / self.micros
        size = self.bytes / max(self.requests, 1)
        times = f"{self.half / 1000:>8.2f} {self.most / 1000:>8.2f}"
        return f"{name:14} {size:>9,.0f} {each:>10,.0f} {megabytes:>8.1f} {times} {self.errors:>7}"


def read(told: str) -> Run:
    """Return what wrk told.

    Args:
        told: its whole output; the last line is ours.
    """
    return Run(**json.loads(told.strip().splitlines()[-1]))


def press(host: Host, path: str, seconds: int) -> Run:
    """Ask for one file as often as the server answers.

    Args:
        host: the server.
        path: the file, from the start of the site.
        seconds: how long.
    """
    script = host.folder.parent / "tell.lua"
    script.write_text(TELL, encoding="utf-8")
    bounds = [f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s"]
    command = ["wrk", *bounds, "-s", str(script), "-H", "Accept-Encoding: br", host.address + path]
    return read(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@dataclass(frozen=True)
class Visit:
    """What one reader was sent."""

    first: int
    """Bytes of the first page and all it loads, with headers."""
    later: float
    """Bytes of each further page, on average."""

    def of(self, pages: int, readers: int = READERS) -> float:
        """Return the bytes that readers take who open so many pages each."""
        return readers * (self.first + (pages - 1) * self.later)


def visit(browser: Browser, host: Host) -> Visit:
    """Open the home page with nothing in the cache, then the other pages, and count what travelled."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []
    session = context.new_cdp_session(page)
    session.on("Network.loadingFinished", lambda told: sizes.append(int(told["encodedDataLength"])))
    session.send("Network.enable")
    page.goto(f"{host.address}index.html", wait_until="networkidle")
    first = sum(sizes)
    for path in PAGES:
        page.goto(host.address + path, wait_until="networkidle")
    context.close()
    return Visit(first, (sum(sizes) - first) / len(PAGES))


def cost(counted: Visit) -> list[str]:
    """Return the lines that say what a million readers cost."""
    lines = [f"first visit {counted.first:,} bytes, each further page {counted.later:,.0f} bytes, with headers"]
    for pages in (1, 5, 10):
        total = counted.of(pages)
        line = total * 8 / (30 * 24 * 3600 * 1e6)
        lines.append(f"{READERS:,} readers of {pages:>2} pages: {total / 1e9:>6.1f} GB, {line:.2f} Mbit/s over 30 days")
    return lines


def main(arguments: list[str]) -> int:
    """Print both tables; fail when a request failed."""
    parser = argparse.ArgumentParser("run.py bench load", description=__doc__)
    parser.add_argument("--seconds", type=int, default=10, help="how long each file is asked for")
    options = parser.parse_args(arguments)
    if not shutil.which("wrk"):
        print("bench load needs wrk (Debian: sudo apt install wrk) and nginx.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name, running(ALONE) as browser:
        built = build(copy_project(Path(name) / "project"))
        with hosting("nginx", built.site, "/") as host:
            print(f"{version('nginx')}; wrk, {THREADS} threads, {CONNECTIONS} connections, {options.seconds} s each")
            print(f"{'':14} {'bytes':>9} {'requests/s':>10} {'MB/s':>8} {'p50, ms':>8} {'p99, ms':>8} {'errors':>7}")
            errors = 0
            for what, pattern in FILES.items():
                path = next(host.folder.glob(pattern)).relative_to(host.folder).as_posix()
                counted = press(host, path, options.seconds)
                errors += counted.errors
                print(counted.row(what), flush=True)
            print(*cost(visit(browser, host)), sep="\n")
    return 1 if errors else 0
