"""The navigation: mkdocs.yml names the sections, content fills them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from build_scripts.pages.generated import GeneratedPage

GROUP_PREFIX = "group:"


def expand(nav: Any, files: Iterable[GeneratedPage]) -> Any:
    """Return the navigation with each ``group:x`` replaced by the pages of that group.

    Args:
        nav: the ``nav`` of mkdocs.yml, as lists and groups of one key.
        files: every generated page, in content order.
    """
    groups: dict[str, list[dict[str, str]]] = {}
    for file in sorted(files, key=lambda file: file.order):
        if file.group is not None:
            groups.setdefault(file.group, []).append({file.menu: file.src_uri})
    return _expand(nav, groups)


def _expand(nav: Any, groups: dict[str, list[dict[str, str]]]) -> Any:
    if isinstance(nav, str) and nav.startswith(GROUP_PREFIX):
        return groups.get(nav.removeprefix(GROUP_PREFIX), [])
    if isinstance(nav, dict):
        expanded = {title: _expand(entry, groups) for title, entry in nav.items()}
        return {title: entry for title, entry in expanded.items() if entry != []}  # a menu leads somewhere
    if isinstance(nav, Sequence) and not isinstance(nav, str):
        return [entry for entry in (_expand(entry, groups) for entry in nav) if entry != {}]
    return nav


def entries(nav: Any) -> Iterator[str]:
    """Yield every address and group mark in a navigation, at any depth."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for entry in nav.values():
            yield from entries(entry)
    elif isinstance(nav, Sequence):
        for entry in nav:
            yield from entries(entry)
