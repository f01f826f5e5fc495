"""The same pages made otherwise, to be measured beside ours: stock Material, and HTML written by hand."""

import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from build_scripts.publish.assets import compress

ON_PAPER = re.compile(r'(?s)<section class="mf-print-only".*?</section>')
"""What only print shows."""
STOCK = """\
site_name: Moving Forward
use_directory_urls: false
theme: material
plugins: [search]
markdown_extensions: [attr_list, sane_lists, tables]
"""
"""Material as it comes, with its fonts from elsewhere and its search."""
STYLES = Path(__file__).with_name("by_hand.css")


def run(command: list[str], folder: Path) -> None:
    """Run a command in a folder and end everything with what it said when it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit((ran.stdout + ran.stderr)[-2000:])


def material(root: Path, name: str, settings: str) -> Path:
    """Write a project of Material without our overrides, with the Markdown that our command makes.

    Args:
        root: our project.
        name: the folder below its ``build``.
        settings: its ``mkdocs.yml``.

    Returns:
        The folder, in which ``mkdocs build`` can be run.
    """
    run([sys.executable, "-m", "build_scripts", "stage", "--quiet"], root)
    staged, made = root / "build" / "staged", root / "build" / name
    shutil.copytree(staged / "docs", made / "docs", ignore=shutil.ignore_patterns("assets"))
    for page in made.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"(?m)^template: .*\n", "", text, count=1), encoding="utf-8")
    (made / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return made


def stock(root: Path) -> Path:
    """Build our pages under our menu with stock Material and return the site, with compressed copies."""
    made = material(root, "stock", STOCK)
    nav = re.search(r"(?m)^nav: .*\n", (root / "build" / "staged" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert nav, "build_scripts/stage.py writes the navigation on a line of its own"
    (made / "mkdocs.yml").write_text(STOCK + nav[0], encoding="utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "--quiet"], made)
    compress(made / "site")
    return made / "site"


def by_hand(site: Path, pages: Iterable[str], to: Path) -> Path:
    """Write pages as a careful person would by hand: the article, a way home, one stylesheet, and nothing else.

    Args:
        site: our built site, whose articles they show.
        pages: which pages, by address.
        to: the folder to write.
    """
    to.mkdir()
    shutil.copy(STYLES, to / "style.css")
    for page in pages:
        text = (site / page).read_text(encoding="utf-8")
        article = re.search(r"(?s)<article>(.*)</article>", text)
        title = re.search(r"<h1[^>]*>(.*?)</h1>", text)
        assert article and title, page
        up = "../" * page.count("/")
        (to / page).parent.mkdir(parents=True, exist_ok=True)
        (to / page).write_text(
            f'<!doctype html>\n<html lang="en-GB">\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{html.escape(html.unescape(title[1]))}</title>\n"
            f'<link rel="stylesheet" href="{up}style.css">\n'
            f'<header><a href="{up}index.html">Moving Forward</a></header>\n<main>\n{plain(article[1])}\n</main>\n',
            encoding="utf-8",
        )
    compress(to)
    return to


def plain(article: str) -> str:
    """Return an article without what only print, scripts and our styles need."""
    article = re.sub(r"(?s)<svg[^>]*aria-hidden.*?</svg>", "", ON_PAPER.sub("", article))
    article = re.sub(r' (?:class|data-[\w-]+)="[^"]*"', "", article)
    return re.sub(r"\n\s*\n+", "\n", article).strip()
