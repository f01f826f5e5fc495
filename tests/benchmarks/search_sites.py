"""The same content with other searches: stock Material, and engines without a page of their own on ours."""

import json
import re
import shutil
import sys
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from zlib import crc32

from build_scripts.content.load import load_all
from build_scripts.publish.assets import compress
from build_scripts.search.entries import search_entries
from build_scripts.search.index import steps_between
from tests.benchmarks.peers import ON_PAPER, STOCK, material, run
from tests.built import Built
from tests.node import package

SCRIPTS = Path(__file__).parent / "engines"
LIBRARIES = {
    "lunr": "lunr/lunr.min.js",
    "minisearch": "minisearch/dist/umd/index.js",
    "flexsearch": "flexsearch/dist/flexsearch.bundle.min.js",
}
"""Engines that take our places, and the file of each."""
OUR_BOX, OUR_HIT = "input.mf-find", ".mf-hit"
NOT_SEARCHED = ("maintainers", "reference/a-to-z", "search")
"""Pages that stand in for a search or are for maintainers; no engine is given them."""
POLICY_TAG = re.compile(r'<meta http-equiv="Content-Security-Policy".*?>\n')
END_OF_HEAD = re.compile(r"(?=</head>)")
OUR_LINK = re.compile(r'<a class="mf-find".*?</a>')
BOX = '<input class="mf-peer" aria-label="Search"><div class="mf-results"><ul></ul></div>'


@dataclass(frozen=True)
class Engine:
    """A built site with its search.

    Attributes:
        name: as the table prints it.
        folder: the files.
        box: selector of the box.
        hit: selector of a result's link.
        ask: script that lets the benchmark ask without typing; empty when the page has its own.
        needs: what of the files is fetched for the search and nothing else.
    """

    name: str
    folder: Path
    box: str
    hit: str
    ask: str
    needs: re.Pattern[str]


def engines(built: Built, to: Path) -> list[Engine]:
    """Return ours and every other, in the order of the table.

    Args:
        built: our built site.
        to: a folder for the others.
    """
    libraries = [_library(built, name, to) for name in LIBRARIES]
    return [ours(built.site), stock(_stock_site(built.root)), *libraries, _pagefind(built, to / "pagefind")]


def ours(folder: Path) -> Engine:
    """Return our search in a folder."""
    needs = re.compile(r"(?:search-index|assets/(?:find|search)\.\w+)\.js")
    return Engine("ours", folder, OUR_BOX, OUR_HIT, _script("ours"), needs)


def stock(folder: Path) -> Engine:
    """Return the search of Material in a folder."""
    return Engine(
        "Material",
        folder,
        ".md-search__input",
        ".md-search-result__link",
        _script("stock"),
        re.compile(r"search/search_index\.json|.*/workers/search\.\w+\.min\.js"),
    )


def grown(engine: Engine, times: int, to: Path) -> Engine:
    """Return our search or the stock one with as many times the content.

    Args:
        engine: one of the two.
        times: how many times; each copy has addresses of its own, and a third of its words are new.
        to: the folder to write.
    """
    shutil.copytree(engine.folder, to)
    grow, path = (grow_ours, "search-index.js") if engine.name == "ours" else (grow_stock, "search/*.json")
    file = next(to.glob(path))
    file.write_text(grow(file.read_text(encoding="utf-8"), times), encoding="utf-8")
    compress(to)
    return (ours if engine.name == "ours" else stock)(to)


def grow_ours(text: str, times: int) -> str:
    """Return our index with as many times the places."""
    start, end = "window.searchIndex=", ";\n"
    index = json.loads(text.removeprefix(start).removesuffix(end).removesuffix(";"))
    count, pages, steps = len(index["page"]), index["pages"], index["steps"].split(" ")
    words = dict(zip(index["words"].split(" "), steps, strict=True))
    copies = range(1, times)
    for name in ("kind", "anchor", "phone", "more"):
        index[name] *= times
    for name in ("title", "names", "extract"):
        index[name] += [_changed(text, copy) for copy in copies for text in index[name][:count]]
    index["page"] = [page + len(pages) * copy for copy in range(times) for page in index["page"]]
    index["pages"] = pages + [_renamed(page, copy) for copy in copies for page in pages]
    held: dict[str, list[int]] = {}
    for copy in range(times):
        for word, text in words.items():
            moved = [place + copy * count for place in accumulate(map(int, text.split(",")))]
            held.setdefault(_changed(word, copy) if copy else word, []).extend(moved)
    index["words"] = " ".join(held)
    index["steps"] = " ".join(",".join(map(str, steps_between(places))) for places in held.values())
    return start + json.dumps(index, ensure_ascii=False, separators=(",", ":")) + end


def grow_stock(text: str, times: int) -> str:
    """Return the index of Material with as many times the sections."""
    index = json.loads(text)
    pages = index["docs"]
    index["docs"] = pages + [
        {
            "location": _renamed(page["location"], copy),
            "title": _changed(page["title"], copy),
            "text": _changed(page["text"], copy),
        }
        for copy in range(1, times)
        for page in pages
    ]
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _renamed(address: str, copy: int) -> str:
    return address.replace(".html", f"-{copy}.html")


def _changed(text: str, copy: int) -> str:
    """Give a third of the words an ending of this copy's own, always the same third."""
    ending = "".join(chr(ord("a") + int(digit)) for digit in str(copy))
    return re.sub(r"[a-z]{4,}", lambda word: word[0] if crc32(word[0].encode()) % 3 else word[0] + ending, text)


def _stock_site(root: Path) -> Path:
    """Build our pages with stock Material and return the site."""
    made = material(root, "stock-search", STOCK)
    for page in made.rglob("*.md"):
        name = page.relative_to(made / "docs").with_suffix("").as_posix()
        if name.startswith(NOT_SEARCHED):
            page.unlink()
        else:
            page.write_text(ON_PAPER.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "--quiet"], made)
    compress(made / "site")
    return made / "site"


def _library(built: Built, name: str, to: Path) -> Engine:
    folder = to / name
    shutil.copytree(built.site / "assets", folder / "assets")
    shutil.copy(package("search") / LIBRARIES[name], folder / "engine.js")
    found = search_entries(load_all(built.root).content)
    rows = [
        {"id": at, "address": place.address, "title": place.title, "names": "; ".join(place.names), "text": place.text}
        for at, place in enumerate(found)
    ]
    words = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    (folder / "places.js").write_text(f"window.places={words};\n", encoding="utf-8")
    return _on_our_page(built, folder, name, ("engine.js", "places.js"), re.compile(r"(?:engine|places)\.js"))


def _pagefind(built: Built, folder: Path) -> Engine:
    shutil.copytree(built.site, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    for page in folder.rglob("*.html"):
        if page.relative_to(folder).as_posix().startswith(NOT_SEARCHED):
            page.unlink()
        else:
            page.write_text(ON_PAPER.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    program = next((package("search") / "@pagefind").glob("*/bin/pagefind_extended"), None)
    if program is None:
        raise SystemExit("tests/npm/search has no Pagefind for this system; its programs for Linux are listed there.")
    run([str(program), "--site", str(folder), "--root-selector", "article", "--quiet"], folder)
    return _on_our_page(built, folder, "pagefind", (), re.compile(r"pagefind/.*"))


def _on_our_page(built: Built, folder: Path, name: str, scripts: tuple[str, ...], needs: re.Pattern[str]) -> Engine:
    """Put an engine on our home page, so that all but the search costs the same."""
    tags = "".join(f'<script src="{script}" defer></script>\n' for script in scripts)
    tags += f'<script src="page.js" data-engine="{name}" defer></script>\n'
    text = POLICY_TAG.sub("", (built.site / "index.html").read_text(encoding="utf-8"))
    text, in_head = END_OF_HEAD.subn(tags, text)
    text, in_header = OUR_LINK.subn(BOX, text)
    assert in_head == in_header == 1, "the home page has one head and one link to the search"
    (folder / "index.html").write_text(text, encoding="utf-8")
    shutil.copy(SCRIPTS / "page.js", folder)
    compress(folder)
    return Engine(name, folder, "input.mf-peer", OUR_HIT, "", needs)


def _script(name: str) -> str:
    return (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
