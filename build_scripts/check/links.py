"""Prose keeps to its small set of Markdown, and every typed link leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.content.content import RECORDS_OF_LINK_KIND, Content
from build_scripts.content.fields import Prose, Reference
from build_scripts.content.kept import Kept
from build_scripts.content.links import known_ids, target
from build_scripts.content.load import DOCS_FOLDER, Loaded
from build_scripts.content.pages import Article
from build_scripts.content.problems import Location, Problem, did_you_mean
from build_scripts.content.prose import LOCAL_DETAIL, headings, references, slug
from build_scripts.content.prose import check as check_prose
from build_scripts.content.registers import Registered

FEW, TOLD = 4, 6
"""Up to so many uses of what is not there are told one by one; of more, so many are named."""
LINK_KINDS = {*RECORDS_OF_LINK_KIND, "show"} - {"survey"}


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield problems with prose and references."""
    lost: dict[tuple[str, str], list[Location]] = {}
    for prose in loaded.written.proses:
        problems, found = _looked_through(prose.text, prose.location, prose.exact, prose.inline, prose.joints)
        yield from problems
        for reference in found:
            yield from _check_reference(loaded, reference, lost)
    for reference in loaded.written.references:
        if reference.kind == LOCAL_DETAIL:
            remedy = "name a page; local details stand in prose alone"
            yield Problem(reference.location, f"'{reference}' is no place to go", remedy)
        yield from _check_reference(loaded, reference, lost)
    for (kind, name), places in lost.items():
        yield from _lost(loaded.content, kind, name, sorted(set(places)))


def _meant(body: Prose) -> set[str]:
    """Return the addresses that lines would have which were meant as headings: they are told themselves."""
    return {slug(line) for line in body.text.split("\n") if re.match(r"#+[^#\s]|\*\*", line)}


@Kept
def _looked_through(
    text: str, location: Location, exact: bool, inline: bool, joints: tuple[tuple[int, Location], ...]
) -> tuple[tuple[Problem, ...], tuple[Reference, ...]]:
    """Return what is wrong with a prose in itself, and the references in it; both know their places."""
    prose, by_hand = Prose(text, location, exact, inline, joints), location.path.startswith(f"{DOCS_FOLDER}/")
    return tuple(check_prose(prose, LINK_KINDS, by_hand)), tuple(references(prose))


def _lost(content: Content, kind: str, name: str, places: list[Location]) -> Iterator[Problem]:
    """Yield a problem for each use of something that is not there, or a single one for something that many use."""
    message = f"there is no {kind} '{name}'"
    if len(places) <= FEW:
        remedy = did_you_mean(name, known_ids(content, kind), f"use the id of a {kind} that exists, or add it")
        yield from (Problem(place, message, remedy) for place in places)
        return
    others = ", ".join(f"{place.path}:{place.line}" for place in places[1:TOLD])
    rest = f", and {len(places) - TOLD} more" if len(places) > TOLD else ""
    remedy = f"put it back from an earlier version, or change them all; the others are {others}{rest}"
    yield Problem(places[0], f"{message}, which {len(places)} places use", remedy)


def _check_reference(
    loaded: Loaded, reference: Reference, lost: dict[tuple[str, str], list[Location]]
) -> Iterator[Problem]:
    content, kind = loaded.content, reference.kind
    record = content.find(kind, reference.id)
    if isinstance(record, Registered) and not record.printed:
        message = f"'{reference.id}' is marked do-not-publish"
        yield Problem(reference.location, message, "take the reference out")
        return
    if kind not in {*LINK_KINDS, "survey"}:
        remedy = did_you_mean(kind, LINK_KINDS, f"use one of: {', '.join(sorted(LINK_KINDS))}")
        yield Problem(reference.location, f"'{kind}:' is not a kind of link", remedy)
        return
    types = RECORDS_OF_LINK_KIND.get(kind, ())
    if loaded.unread.intersection(types) or any((type_, reference.id) in loaded.invalid for type_ in types):
        return
    if target(content, reference):
        return
    article = content.find(kind, reference.id)
    if article is not None and isinstance(article, Article):
        places = [address for _, address, _ in headings(article.body)]
        if reference.fragment in _meant(article.body):
            return
        known = f"use the address of one of its headings: {', '.join(places)}" if places else "it has none; take it off"
        remedy = did_you_mean(reference.fragment, places, known)
        yield Problem(reference.location, f"'{kind}:{reference.id}' has no heading '#{reference.fragment}'", remedy)
        return
    lost.setdefault((kind, reference.id), []).append(reference.location)
