"""The navigation: mkdocs.yml says which sections there are, content names and fills them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from build_scripts.content.content import Content
from build_scripts.pages.generated import GeneratedPage

GROUP_PREFIX = "group:"
GROUP_LABEL = "group-"
"""How the id of the label begins that names a group."""


def name_groups(nav: Any, content: Content) -> Any:
    """Return the navigation with the name of each section that is a ``group:x`` alone.

    Args:
        nav: the ``nav`` of mkdocs.yml.
        content: a label for each group.
    """
    if not isinstance(nav, Sequence) or isinstance(nav, str):
        return nav
    return [{group_name(content, entry): entry} if is_group(entry) else entry for entry in nav]


def group_name(content: Content, group: str) -> str:
    """Return the name of a group in the menu and in the whole guide."""
    return content.label(f"group-{group.removeprefix(GROUP_PREFIX)}")


def is_group(entry: Any) -> bool:
    """Tell whether an entry of a navigation stands for the pages of a group."""
    return isinstance(entry, str) and entry.startswith(GROUP_PREFIX)


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
    if is_group(nav):
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
