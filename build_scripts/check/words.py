"""Prose keeps to its small set of Markdown, and every typed link leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts.addresses import known_ids, target
from build_scripts.load import Loaded
from build_scripts.model.base import Prose, Record, Reference
from build_scripts.model.content import KINDS
from build_scripts.model.pages import Article, HandPage, HelpPage
from build_scripts.model.registers import Service
from build_scripts.problems import Problem, did_you_mean
from build_scripts.prose import check as check_prose
from build_scripts.prose import headings, references

LINK_KINDS = {*KINDS, "show"} - {"survey"}
PAGE_KINDS = {"page": {HandPage, HelpPage}}


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield problems with prose and references."""
    for record in loaded.content.every():
        by_hand = isinstance(record, HandPage)
        for value in _values(record):
            if isinstance(value, Prose):
                yield from check_prose(value, LINK_KINDS, by_hand)
                for reference in references(value):
                    yield from _check_reference(loaded, reference)
            elif isinstance(value, Reference):
                yield from _check_reference(loaded, value)


def _values(value: Any) -> Iterator[Prose | Reference]:
    """Yield every prose and reference within a value."""
    if isinstance(value, Prose | Reference):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _values(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item)


def _check_reference(loaded: Loaded, reference: Reference) -> Iterator[Problem]:
    content, kind = loaded.content, reference.kind
    service = content.find(kind, reference.id)
    if isinstance(service, Service) and not service.printed:
        message = f"'{reference.id}' is marked do-not-publish"
        yield Problem(reference.location, message, "take the reference out")
        return
    if kind not in {*LINK_KINDS, "survey"}:
        remedy = did_you_mean(kind, LINK_KINDS, f"use one of: {', '.join(sorted(LINK_KINDS))}")
        yield Problem(reference.location, f"'{kind}:' is not a kind of link", remedy)
        return
    if loaded.unread & (PAGE_KINDS.get(kind) or {KINDS.get(kind)}) or target(content, reference):
        return
    article = content.find(kind, reference.id)
    if article is not None and isinstance(article, Article):
        places = {address for _, address, _ in headings(article.body)}
        remedy = did_you_mean(reference.fragment, places, "use the address of one of its headings")
        yield Problem(reference.location, f"'{kind}:{reference.id}' has no heading '#{reference.fragment}'", remedy)
        return
    remedy = did_you_mean(reference.id, known_ids(content, kind), f"use the id of a {kind} that exists, or add it")
    yield Problem(reference.location, f"there is no {kind} '{reference.id}'", remedy)
