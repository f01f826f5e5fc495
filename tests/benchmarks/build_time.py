"""Measures how build time grows with content, beside plain Material on the same pages.

Run through ``python3 run.py bench build-time``. Content is copied until there are 1, 10 and 50 times as many articles
and register entries; each size is built by our command and, from the same generated pages, by Material without
overrides. CPU seconds are user and system time of the build and all it starts.
"""

import argparse
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.peers import material, run
from tests.built import copy_project

LIMIT = 1.3
"""How far CPU time per page may grow with the number of pages."""
FOLDERS = {**dict.fromkeys(("behaviours", "documents", "faq", "guidance"), "title"), "services": "name"}
"""Folders of records, and the key of what a record is called."""
PLAIN = """\
site_name: Plain
docs_dir: docs
site_dir: site
use_directory_urls: false
theme:
  name: material
  font: false
plugins: [search]
markdown_extensions: [attr_list, sane_lists, tables]
"""


@dataclass(frozen=True)
class Row:
    """One size, built both ways."""

    times: int
    pages: int
    ours: float
    plain: float


def grow(root: Path, times: int) -> None:
    """Copy articles and register entries until there are ``times`` as many."""
    data = root / "content_data"
    for folder, title in FOLDERS.items():
        for file in sorted((data / folder).iterdir()):
            text = file.read_text(encoding="utf-8")
            for number in range(2, times + 1):
                copy = re.sub(rf"(?m)^({title}:) *(.*)$", _renamed(number), text, count=1)
                file.with_stem(f"{file.stem}-{number}").write_text(copy, encoding="utf-8")
    glossary = data / "glossary.yml"
    head, *entries = re.split(r"(?m)^(?=  - id: )", glossary.read_text(encoding="utf-8"))
    copies = [_copy(entry, number) for number in range(2, times + 1) for entry in entries]
    glossary.write_text("".join([head, *entries, *copies]), encoding="utf-8")
    words = data / "preferred-words.yml"  # a word that an entry may use, its copies may use too
    lines = words.read_text(encoding="utf-8").split("\n")
    allowed = re.compile(r" +- [a-z]+:[a-z0-9-]+")
    grown = [
        f"{line}-{number}" if number > 1 else line
        for line in lines
        for number in range(1, times + 1 if allowed.fullmatch(line) else 2)
    ]
    words.write_text("\n".join(grown), encoding="utf-8")


def _copy(entry: str, number: int) -> str:
    entry = re.sub(r"(?m)^(  - id: .*)$", rf"\1-{number}", entry)
    return re.sub(r"(?m)^(    term:) *(.*)$", _renamed(number), entry, count=1)


def _renamed(number: int) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]} {json.dumps(found[2].strip(chr(34) + chr(39)) + f', copy {number}')}"


def cpu_seconds(command: list[str], folder: Path) -> float:
    """Run a command and return the CPU seconds of it and its children."""
    before = os.times()
    run(command, folder)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def measure(times: int, with_plain: bool) -> Row:
    """Build one size both ways."""
    with tempfile.TemporaryDirectory() as name:
        root = copy_project(Path(name) / "project")
        grow(root, times)
        ours = cpu_seconds([sys.executable, "-m", "build_scripts", "site", "--quiet"], root)
        pages = len(json.loads((root / "build" / "manifest.json").read_text(encoding="utf-8"))["pages"])
        plain = material(root, "plain", PLAIN)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        return Row(times, pages, ours, cpu_seconds(command, plain) if with_plain else float("nan"))


def marginal(first: Row, second: Row, attribute: str) -> float:
    """Return CPU milliseconds for each further page between two sizes."""
    return float(1000 * (getattr(second, attribute) - getattr(first, attribute)) / (second.pages - first.pages))


def main(arguments: list[str]) -> int:
    """Print the table; fail when time per page grows beyond the limit."""
    parser = argparse.ArgumentParser("run.py bench build-time", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 50], help="how many times the content")
    parser.add_argument("--without-plain", action="store_true", help="leave plain Material out")
    options = parser.parse_args(arguments)
    rows = []
    print(f"{'size':>5} {'pages':>6} {'ours, s':>9} {'ms/page':>8} {'plain, s':>9} {'ms/page':>8}", flush=True)
    for times in options.sizes:
        row = measure(times, not options.without_plain)
        rows.append(row)
        ours, plain = 1000 * row.ours / row.pages, 1000 * row.plain / row.pages
        print(f"{times:>4}x {row.pages:>6} {row.ours:>9.2f} {ours:>8.1f} {row.plain:>9.2f} {plain:>8.1f}", flush=True)
    growth = rows[-1].ours / rows[-1].pages / (rows[0].ours / rows[0].pages)
    print(f"CPU time per page, largest to smallest: {growth:.2f} (limit {LIMIT})")
    worst = growth
    if len(rows) > 2:
        steps = [marginal(first, second, "ours") for first, second in pairwise(rows)]
        plain_steps = [marginal(first, second, "plain") for first, second in pairwise(rows)]
        worst = max(growth, steps[-1] / steps[0])
        print(
            f"CPU ms for each further page, step by step: ours {[round(step, 1) for step in steps]}, growth "
            f"{steps[-1] / steps[0]:.2f} (limit {LIMIT}); plain {[round(step, 1) for step in plain_steps]}"
        )
    return 0 if worst <= LIMIT else 1
