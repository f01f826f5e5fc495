"""The pupil edition: the pages for young people alone, under neutral names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from build_scripts.formats import css, html_tree
from build_scripts.release.edition import MEGABYTE, Edition, Files, below
from build_scripts.release.editions.offline import without_own

LIMIT = MEGABYTE // 2
FETCHED = re.compile(r'"([\w.-]+\.(?:css|js))"')
"""How a script names what it fetches from its own folder."""


class StrangePageError(Exception):
    """A page for young people leads to one that is not; the text names both."""


def editions(version: str, site: Files, start: str, pages: Iterable[str], config: bytes) -> list[Edition]:
    """Return the zip that stands alone, and the zip to update it with.

    Args:
        version: the version of the release.
        site: the site, made to be opened from a disk.
        start: the address of the page that readers open first; it names folder and zips.
        pages: the addresses of all pages for young people.
        config: the ``web.config`` for a server that is IIS.

    Raises:
        StrangePageError: when a page leads to one that is not for young people.
        KeyError: when a page asks for a file that the site does not have.
    """
    name = start.removesuffix(".html")
    files = {**dict(_needed(site, set(pages))), "index.html": site[start], "web.config": config}
    return [
        Edition(f"{name}-{version}-first-install.zip", "pupil", below(name, files), LIMIT),
        Edition(
            f"{name}-{version}-update.zip", "pupil-update", below(name, without_own(files)), LIMIT, looked_at=False
        ),
    ]


def _needed(site: Files, pages: set[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the pages and everything that they ask for or lead to."""
    waiting, seen = sorted(pages), set(pages)
    while waiting:
        path = waiting.pop()
        yield path, site[path]
        for name in _named(path, site[path]):
            if name.endswith(".html") and name not in pages:
                raise StrangePageError(f"{path} leads to {name}, which is not for young people")
            is_there = name in site or not path.endswith(".js")  # a script quotes other words too
            if name not in seen and is_there:
                seen.add(name)
                waiting.append(name)
    yield from ((path, data) for path, data in site.items() if path.endswith("/OFL.txt"))


def _named(path: str, data: bytes) -> Iterator[str]:
    """Yield what a page or stylesheet asks for or leads to, and what a script fetches, from the start of the site."""
    read: Mapping[str, Callable[[str], Iterable[str]]] = {
        ".html": lambda text: html_tree.links(html_tree.read(text)),
        ".css": css.addresses,
        ".js": FETCHED.findall,
    }
    find = read.get(posixpath.splitext(path)[1])
    for address in find(data.decode()) if find else ():
        name = address.partition("#")[0].partition("?")[0]
        if name and ":" not in name:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
