"""Local details: the file that a school replaces, «Your school's contacts», and the set-up page's form."""

from __future__ import annotations

import json
from collections.abc import Iterable

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Reference
from build_scripts.content.local_details import TO_WRITE_ON, LocalDetail, LocalField, LocalGroup
from build_scripts.content.prose import LOCAL_DETAIL, literal, words_for_links
from build_scripts.pages.generated import GeneratedAsset
from build_scripts.pages.page_context import PageContext

LOCAL_ADDRESS = "local-details.txt"
"""Beside ``index.html``; it keeps its name, so that a school can put its own in its place. Mail takes a text, and a
double click shows it; a page reads it as a script, which is all that browsers let a page read from a disk."""
OWN_PAGES = "our-pages"
"""The folder of a school's own pages, beside ``index.html``."""
Row = tuple[str, list[tuple[LocalField, str]]]
"""A title, and the details that stand in it, each with its words if it was given for this build."""


def with_local_details(content: Content, prose: Prose) -> Prose:
    """Return a text with the value of each local detail in it, or a line to write on where none was given.

    For files that no script fills in later.

    Args:
        content: where values given at build time stand.
        prose: a text that may name details.
    """

    def words(reference: Reference, _: str) -> str | None:
        if reference.kind != LOCAL_DETAIL:
            return None
        return literal(content.local_words(reference.id) or TO_WRITE_ON)

    return words_for_links(prose, words)


def not_given(content: Content, prose: Prose) -> list[LocalField]:
    """Return the local details that a text names and that were not given for this build, in the order of the text."""
    known = {field.id: field for field in content.all(LocalField)}
    found: list[LocalField] = []

    def note(reference: Reference, _: str) -> None:
        if reference.kind == LOCAL_DETAIL and not content.local_words(reference.id):
            found.append(known[reference.id])

    words_for_links(prose, note)
    return found


def build_local(content: Content) -> GeneratedAsset:
    """Return ``local-details.txt`` with what was given for this build, in plain ASCII; neutral when nothing was."""
    given = {detail.id: detail.value for detail in content.all(LocalDetail)}
    about = json.dumps(content.label("details-file-about"))[1:-1]
    text = f"// {about}\nwindow.localDetails = {json.dumps(given, indent=2 if given else None)};\n"
    return GeneratedAsset(LOCAL_ADDRESS, text.replace("<", "\\u003c"))


def build_own_pages(content: Content) -> GeneratedAsset:
    """Return what a technician reads in the folder for pages of the school's own."""
    text = PageContext(content, "").fill("pages/templates/own-pages.txt")
    return GeneratedAsset(f"{OWN_PAGES}/read-me.txt", f"{text}\n")


def contact_rows(content: Content) -> list[Row]:
    """Return «Your school's contacts», one row for each name that fields give as their ``row``."""
    rows: dict[str, list[tuple[LocalField, str]]] = {}
    for field in content.all(LocalField):
        if field.row:
            rows.setdefault(field.row, []).append((field, content.local_words(field.id)))
    return list(rows.items())


def has_words(rows: Iterable[Row]) -> bool:
    """Tell whether anything of some rows was given for this build."""
    return any(words for _, details in rows for _, words in details)


def form(content: Content) -> list[tuple[LocalGroup, list[LocalField]]]:
    """Return the fields of the set-up page in their groups."""
    fields = content.all(LocalField)
    return [(group, [field for field in fields if field.group == group.id]) for group in content.all(LocalGroup)]
