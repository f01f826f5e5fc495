"""The last touch to a built site: small stylesheets, names that caches may keep for ever, compressed copies."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import rjsmin

from build_scripts.builders.generated import Stamp
from build_scripts.stylesheet import names_used, shrink

FOLDER = "assets"
KEPT = (".txt",)
"""Endings of assets that keep their name: licences."""
TEXT = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")
"""Endings of files that servers may send compressed."""
REFERENCE = re.compile(r"(?<=[\"'(])((?:\.\./)*)assets/([\w./-]+)(?=[\"')])")
WITHIN = re.compile(r"(?<=[\"(])([\w./-]+)(?=[\")])")
"""A name within quotation marks or brackets, as stylesheets and ``site.js`` name other assets."""
NAMING = ("present.js", "print.css", "site.css", "site.js")
"""Assets that name others, relative to the folder."""


def finish(site: Path, title: str, stamp: Stamp) -> None:
    """Shrink the stylesheets of a built site, name its assets by their content, and add compressed copies.

    Args:
        site: the folder of the site, changed in place.
        title: the name of the site, printed at the foot of each sheet.
        stamp: the version and dates, printed beside it.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    _shrink(site / FOLDER, names_used(pages.values(), _texts(site / FOLDER, "*.js")), _paper(title, stamp))
    for path in sorted((site / FOLDER).rglob("*.js")):
        path.write_text(rjsmin.jsmin(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    names = _name_by_content(site / FOLDER)
    for path, text in pages.items():
        named = REFERENCE.sub(lambda found: f"{found[1]}{FOLDER}/{names.get(found[2], found[2])}", text)
        path.write_text(named, encoding="utf-8", newline="\n")
    compress(site)


def compress(folder: Path) -> None:
    """Write a ``.br`` and a ``.gz`` beside each text file, for servers that send them."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in TEXT and path.is_file():
            data = path.read_bytes()
            Path(f"{path}.br").write_bytes(brotli.compress(data, mode=brotli.MODE_TEXT))
            Path(f"{path}.gz").write_bytes(gzip.compress(data, 9, mtime=0))


def _texts(folder: Path, pattern: str) -> Iterator[str]:
    for path in sorted(folder.rglob(pattern)):
        yield path.read_text(encoding="utf-8")


def _shrink(folder: Path, used: set[str], paper: str) -> None:
    for path in sorted(folder.rglob("*.css")):
        css = path.read_text(encoding="utf-8") + (paper if path.stem == "print" else "")
        path.write_text(shrink(css, used), encoding="utf-8", newline="\n")


def _paper(title: str, stamp: Stamp) -> str:
    """Return what stands at the foot of each sheet: pages for young people do not name the site."""
    words = stamp.words()
    style = "font:8.5pt Paper,Arial,sans-serif"
    line = f"{title}, version {words['version']}, built on {words['built_on']}"
    line = line.replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'@page{{@bottom-left{{content:"{line}";{style}}}}}'
        f'@page alone{{@bottom-left{{content:"{words["built_on"]}";{style}}}}}'
    )


def _name_by_content(folder: Path) -> dict[str, str]:
    """Rename each asset to carry a hash of its bytes; return new names by old, relative to the folder."""
    names: dict[str, str] = {}
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in KEPT]
    for path in sorted(files, key=lambda path: path.name in NAMING):
        old = path.relative_to(folder).as_posix()
        if path.name in NAMING:
            text = WITHIN.sub(lambda found: names.get(found[0], found[0]), path.read_text(encoding="utf-8"))
            path.write_text(text, encoding="utf-8", newline="\n")
        mark = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        new = path.with_name(f"{path.stem}.{mark}{path.suffix}")
        path.rename(new)
        names[old] = new.relative_to(folder).as_posix()
    return names
