"""The last touch to a built site: small stylesheets, names that caches may keep for ever, compressed copies."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

import brotli
import rjsmin

from build_scripts.formats import html_tree
from build_scripts.formats.css import names_used, shrink
from build_scripts.pages.generated import BuildInfo
from build_scripts.publish.inline_page import gather
from build_scripts.publish.kept_files import KeptFiles, key_of
from build_scripts.publish.unnamed_page import ASSETS_FOLDER, UnnamedPage, read_page, unnamed, unnamed_page

KEEP_NAME = (".txt",)
"""Endings of assets that keep their name: licences."""
TEXT_SUFFIXES = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")
"""Endings of files that servers may send compressed."""
WITHIN = re.compile(r"(?<=[\"(])([\w./-]+)(?=[\")])")
"""A name within quotation marks or brackets, as stylesheets and ``site.js`` name other assets."""
HARDEST, HARD = 11, 10
"""How hard brotli compresses. What browsers keep for ever gets the first. Pages get the second: they become a fortieth
larger, some 190 bytes each, in a third of the time, which was a quarter of all that a first build does besides
documents."""
LARGE: Mapping[int, int] = {450_000: 9, 200_000: HARD}
"""How hard it compresses a text of so many bytes: the whole guide, all slides and the search."""
COMPRESSED: Mapping[str, Callable[[bytes, int], bytes]] = {
    ".br": lambda data, quality: brotli.compress(data, mode=brotli.MODE_TEXT, quality=quality),
    ".gz": lambda data, _: _without_system(gzip.compress(data, 9, mtime=0)),
}
"""How each kind of compressed copy is made, by its ending."""
MADE_SINCE = "2026-11-30"
"""When copies were last made otherwise: those that are kept from before are made again."""
LEFT_ALONE = ("local-details.txt", "our-pages")
"""What is the school's own: it keeps its name, and no compressed copy may outlive it when it is replaced."""
AT_ONCE_OR_SOON = ("font-display:optional", "font-display:fallback")
"""What a typeface that is not preloaded needs, to be seen on the first page too."""
NAMING = ("listen.js", "later.js", "leave.js", "present.js", "site.js")
"""Scripts that name other assets, relative to the folder; none names one that stands after it. Stylesheets, which name
typefaces and drawings, come before them, and joined scripts follow."""


def finish(
    site: Path,
    foot: str,
    build_info: BuildInfo,
    served: bool = True,
    kept: KeptFiles | None = None,
    before: Path | None = None,
) -> None:
    """Shrink the stylesheets of a built site, name its assets by their content, and add compressed copies.

    Args:
        site: the folder of the site, changed in place.
        foot: what stands at the foot of each printed sheet.
        build_info: version and dates; on sheets for young people, which do not name the site, only the day is printed.
        served: whether a web server will send it. A folder that readers open from a disk has no compressed copies,
            and its typeface is fetched where it is used: browsers refuse to preload one there.
        kept: where compressed copies are kept from one build to the next.
        before: the site that stands until this one is done, if there is one.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    pages = {path: unnamed_page(text, served) for path, text in texts.items()}
    alone = {path: read_page(texts[path], served) for path, page in pages.items() if page.alone}
    for path, tree in alone.items():
        gather(path, tree, _paper_alone(build_info))
    _give_to_setup(site / ASSETS_FOLDER, [html_tree.write(tree) for tree in alone.values()])
    pages |= {path: unnamed(tree) for path, tree in alone.items()}
    used = names_used([], _texts(site / ASSETS_FOLDER, "*.js")).union(*(page.used for page in pages.values()))
    _shrink(site / ASSETS_FOLDER, used, f"@page{_foot(foot)}{_paper_alone(build_info)}", served)
    joined = _join(site / ASSETS_FOLDER, pages)
    for path in sorted((site / ASSETS_FOLDER).glob("*.js")):  # those of libraries lie in folders, and are small already
        path.write_text(rjsmin.jsmin(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    styles = sorted(path.name for path in (site / ASSETS_FOLDER).glob("*.css"))
    names = _name_by_content(site / ASSETS_FOLDER, (*styles, *NAMING, *sorted(joined.difference(NAMING))))
    for path, page in pages.items():
        path.write_text(page.named(names), encoding="utf-8", newline="\n")
    if served:
        compress(site, kept, before)


def compress(folder: Path, kept: KeptFiles | None = None, before: Path | None = None) -> None:
    """Write a ``.br`` and a ``.gz`` beside each text file, for servers that send them.

    Args:
        folder: the folder of the site.
        kept: where copies are kept from one build to the next; the smallest ones take long to make.
        before: the site that stands until this one is done, if there is one.
    """
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in TEXT_SUFFIXES and path.is_file())
    files = {path: path.read_bytes() for path in paths if path.relative_to(folder).parts[0] not in LEFT_ALONE}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        olds = [before / path.relative_to(folder) if before else None for path in files]
        keys = pool.map(partial(_compress, kept), files, files.values(), olds)
    if kept:
        kept.clear_but({key for some in keys for key in some})


def _without_system(packed: bytes) -> bytes:
    """Take out of a gzip file on what system it was made: Python 3.13 writes none, and those before it write theirs."""
    return packed[:9] + b"\xff" + packed[10:]


def _quality(path: Path, size: int) -> int:
    return next((hard for least, hard in LARGE.items() if size >= least), HARD if path.suffix == ".html" else HARDEST)


def _compress(kept: KeptFiles | None, path: Path, data: bytes, old: Path | None) -> list[str]:
    """Write the compressed copies of a file and return the keys under which they are kept."""
    quality = _quality(path, len(data))
    mark = key_of(data, MADE_SINCE, str(quality))
    keys = [f"{mark}{ending}" for ending in COMPRESSED]
    for ending, key in zip(COMPRESSED, keys, strict=True):
        made = kept.get(key) if kept else None
        if made is None:
            made = COMPRESSED[ending](data, quality)
            kept.put(key, made) if kept else None
        _place(Path(f"{path}{ending}"), made, Path(f"{old}{ending}") if old else None)
    return keys


def _place(path: Path, data: bytes, old: Path | None) -> None:
    """Have a new file, which is linked to an old one that holds the same: to make one takes longer than to compare."""
    with suppress(OSError):  # there is no old one, or this disk knows no links
        if old and old.read_bytes() == data:
            os.link(old, path)
            return
    path.write_bytes(data)


def _give_to_setup(folder: Path, alone: list[str]) -> None:
    """Write the first page that lies alone as a script, from which the set-up page saves it filled in."""
    for text in alone[:1]:
        words = json.dumps(text).replace("<", "\\u003c")
        (folder / "one-file.js").write_text(f"window.oneFile = {words};\n", encoding="utf-8", newline="\n")


def _join(folder: Path, pages: Mapping[Path, UnnamedPage]) -> set[str]:
    """Put scripts that a page loads one after the other into one file, under the name of the last; return its names.

    Raises:
        ValueError: when two pages load different scripts before the same one.
    """
    together: dict[str, tuple[str, ...]] = {}
    for path, page in pages.items():
        if len(page.scripts) > 1 and together.setdefault(page.scripts[-1], page.scripts) != page.scripts:
            known = ", ".join(together[page.scripts[-1]])
            raise ValueError(f"{path.name} loads {', '.join(page.scripts)}; other pages load {known}")
    texts = {name: "\n".join((folder / part).read_text("utf-8") for part in parts) for name, parts in together.items()}
    for name, joined in texts.items():
        (folder / name).write_text(joined, encoding="utf-8", newline="\n")
    return set(texts)


def _texts(folder: Path, pattern: str) -> Iterator[str]:
    for path in sorted(folder.rglob(pattern)):
        yield path.read_text(encoding="utf-8")


def _shrink(folder: Path, used: frozenset[str], paper: str, served: bool) -> None:
    for path in sorted(folder.rglob("*.css")):
        css = path.read_text(encoding="utf-8") + (paper if path.stem == "print" else "")
        small = shrink(css, used)
        path.write_text(small if served else small.replace(*AT_ONCE_OR_SOON), encoding="utf-8", newline="\n")


def _paper_alone(build_info: BuildInfo) -> str:
    """Return what stands at the foot of pages for young people: they do not name the site."""
    return f"@page alone{_foot(build_info.words()['built_on'])}"


def _foot(line: str) -> str:
    line = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'{{@bottom-left{{content:"{line}";font:8.5pt Paper,Arial,sans-serif}}}}'


def _name_by_content(folder: Path, naming: Sequence[str]) -> dict[str, str]:
    """Rename each asset to carry a hash of its bytes; return new names by old, relative to the folder.

    Args:
        folder: the folder of assets.
        naming: the names of those that name others; they are done last, in this order, so that none names a later one.
    """
    names: dict[str, str] = {}
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in KEEP_NAME]
    for path in sorted(files, key=lambda path: naming.index(path.name) if path.name in naming else -1):
        old = path.relative_to(folder).as_posix()
        if path.name in naming:
            text = WITHIN.sub(lambda found: names.get(found[0], found[0]), path.read_text(encoding="utf-8"))
            path.write_text(text, encoding="utf-8", newline="\n")
        mark = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        new = path.with_name(f"{path.stem}.{mark}{path.suffix}")
        path.rename(new)
        names[old] = new.relative_to(folder).as_posix()
    return names
