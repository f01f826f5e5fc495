"""Where everything stands: the address of a page, and of what a typed link leads to."""

from __future__ import annotations

import posixpath
import sys
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from build_scripts.content.content import COMPONENTS, Content
from build_scripts.content.fields import Prose, Record, Reference
from build_scripts.content.forms import Form, MatrixRow, Shape
from build_scripts.content.kept import Kept
from build_scripts.content.pages import (
    Article,
    Behaviour,
    Faq,
    Guidance,
    HandPage,
    HelpPage,
    IndexPage,
    Site,
    Statement,
)
from build_scripts.content.prose import component_of, headings, parse
from build_scripts.content.route import Route
from build_scripts.content.sessions import Session

FOLDER_OF: dict[type[Record], str] = {
    Behaviour: "behaviours/",
    Faq: "faq/",
    Form: "forms/",
    Guidance: "guidance/",
    HandPage: "",
    HelpPage: "",
    Session: "sessions/",
}
FORM_FILES_FOLDER = "forms/files"
"""Where the files of forms to download lie, from the start of the site."""
PAGE_OF_KIND = {
    "document": "documents",
    "local": "setup",
    "service": "services",
    "statistic": "figures",
    "survey": "figures",
    "term": "glossary",
}
"""The index page on which the records of a kind stand."""


def page_address(record: Record) -> str:
    """Return the address of the page made from a record, without ending: ``faq/devices``."""
    if isinstance(record, IndexPage | Site | Statement):
        return record.address
    return FOLDER_OF[type(record)] + getattr(record, "id", "")


def index_address(content: Content, page_id: str) -> str:
    """Return the address of an index page, without ending; nothing while ``pages.yml`` has no such page."""
    page = content.find("page", page_id)
    return page_address(page) if page else ""


def target(content: Content, reference: Reference) -> tuple[str, str] | None:
    """Return page address and anchor of what a reference leads to, or None when there is no such thing."""
    return content.answer(_target, reference.kind, reference.id, reference.fragment)


def _target(content: Content, kind: str, name: str, fragment: str) -> tuple[str, str] | None:
    if kind == "show":
        return ("", "") if name in COMPONENTS else None
    record = content.find(kind, name)
    if record is None:
        return None
    if kind in PAGE_OF_KIND:
        return index_address(content, PAGE_OF_KIND[kind]), name
    if fragment and isinstance(record, Article) and fragment not in places(content, record):
        return None
    return page_address(record), fragment


def paper_of(content: Content, form_id: str) -> str:
    """Return the address of the first PDF that is made of a form, or nothing."""
    rows = (row for row in content.all(MatrixRow) if row.form.id == form_id and Shape.PDF in row.shapes)
    return next((f"{FORM_FILES_FOLDER}/{row.files[Shape.PDF]}" for row in rows), "")


def known_ids(content: Content, kind: str) -> set[str]:
    """Return the ids that typed links of a kind may name."""
    if kind == "show":
        return set(COMPONENTS)
    return {record_id for known, record_id in content.by_reference if known == kind}


@cache
def anchors(article: Article) -> frozenset[str]:
    """Return the addresses of the headings of an article."""
    return frozenset(address for _, address, _ in headings(article.body))


def places(content: Content, article: Article) -> frozenset[str]:
    """Return the addresses on the page of an article: its headings, and the parts of the route where it shows them."""
    shown = _shown_in(article.body.text)
    steps = [step.id for route in content.all(Route) for step in route.steps if "route" in shown]
    responses = [each.id for route in content.all(Route) for each in route.responses if "responses" in shown]
    return anchors(article).union(steps, responses)


def shown_on(content: Content, component: str) -> Reference | None:
    """Return the guidance that sets out a component."""
    return content.answer(_shown_on, component)


def _shown_on(content: Content, component: str) -> Reference | None:
    articles = (article.id for article in content.all(Guidance) if component in _shown_in(article.body.text))
    return next((Reference("section", name) for name in articles), None)


@Kept
def _shown_in(text: str) -> tuple[str, ...]:
    """Return the ids of the components that a text sets out."""
    return tuple(found[0].id for node in parse(Prose(text)).children if (found := component_of(node)))


@cache
def relative(address: str, anchor: str, page: str, ending: str) -> str:
    """Return the link from one page to another.

    Args:
        address: the page to link to, without ending; the same as ``page`` for a link within it.
        anchor: the place on the page, or nothing.
        page: the page on which the link stands, without ending.
        ending: ``.md`` between sources, ``.html`` between built pages.
    """
    hash_part = f"#{anchor}" if anchor else ""
    if address == page and anchor:
        return hash_part
    return posixpath.relpath(f"/{address}{ending}", f"/{posixpath.dirname(page)}") + hash_part


def ranges_of_references(content: Content, references: Iterable[Reference]) -> dict[str, list[range]]:
    """Return the lines on which the records stand that references lead to, by file and in order.

    A record ends where the next one of its file begins.
    """
    starts: dict[str, list[int]] = {}
    for known in content.by_reference.values():
        starts.setdefault(known.location.path, []).append(known.location.line)
    for lines in starts.values():
        lines.sort()
    found: dict[str, list[range]] = {}
    for reference in references:
        record = content.find(reference.kind, reference.id)
        if record is not None:
            where, lines = record.location, starts[record.location.path]
            after = bisect_right(lines, where.line)
            end = lines[after] if after < len(lines) else sys.maxsize
            found.setdefault(where.path, []).append(range(where.line, end))
    return {path: sorted(ranges, key=lambda lines: lines.start) for path, ranges in found.items()}
