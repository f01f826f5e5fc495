"""What people have confirmed and reviewed, and what nobody has: for whoever answers for a copy of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from build_scripts.content.confirmations import Confirmation, Reviewed, Reviewer
from build_scripts.content.content import Content
from build_scripts.content.fields import Record, Reference
from build_scripts.content.forms import Shape
from build_scripts.content.registers import Registered
from build_scripts.content.sessions import Scenario, Session
from build_scripts.content.sign import signed_records
from build_scripts.pages.page_context import PageContext

KIND_OF = {
    "behaviour": "behaviour",
    "document": "document",
    "faq": "question",
    "page": "young-people",
    "scenario": "session",
    "section": "guidance",
    "service": "service",
}
"""What an entry is called in lists, by the kind of its name."""
Listed = tuple[str, str, str]
"""Name, address and kind of an entry of a list."""


@dataclass(frozen=True)
class Count:
    """How many of a kind people have signed for.

    Attributes:
        what: what people do with them.
        done: how many are done.
        waiting: how many are not.
    """

    what: str
    done: int
    waiting: int


@dataclass(frozen=True)
class Signed:
    """Something that a person has signed: what, where it stands, and what they said."""

    name: str
    href: str
    said: Confirmation


@dataclass(frozen=True)
class Person:
    """Somebody who has signed: how often, and when last."""

    name: str
    role: str
    count: int
    last: date


def checked_lists(context: PageContext, _shapes: frozenset[Shape]) -> Mapping[str, object]:
    """Return counts, people, what they signed, and what waits under each heading.

    Args:
        context: the page being drawn.
    """
    named = signed_records(context.content)
    entries = {
        kind: [(to, each) for to, each in named.items() if to.kind == kind and isinstance(each, Registered)]
        for kind in ("service", "document")
    }
    read = [(to, each) for to, each in named.items() if isinstance(each, Reviewed)]
    signed = sorted(_signed(context, named), key=lambda each: (each.said.on, each.name), reverse=True)
    return {
        "counts": [*_compared(context.content, entries), *_reviewed(context.content, read)],
        "people": _people(signed),
        "signed": signed,
        "waiting": [*_not_compared(context, entries), *_not_reviewed(context, read)],
    }


def _compared(content: Content, entries: Mapping[str, Sequence[tuple[Reference, Registered]]]) -> Iterator[Count]:
    for kind, records in entries.items():
        asked = [record for _, record in records if not record.is_national]
        waiting = sum(record.unconfirmed for record in asked)
        yield Count(content.label(f"checked-{kind}"), len(asked) - waiting, waiting)


def _reviewed(content: Content, read: Sequence[tuple[Reference, Reviewed]]) -> Iterator[Count]:
    for label, scenarios in (("checked-pages", False), ("checked-scenarios", True)):
        asked = [record for _, record in read if isinstance(record, Scenario) is scenarios]
        for reviewer in Reviewer:
            done = sum(record.review(reviewer) is not None for record in asked)
            what = content.label(label, reviewer=content.label(f"reviewer-{reviewer}"))
            yield Count(what, done, len(asked) - done)


def _signed(context: PageContext, named: Mapping[Reference, Record]) -> Iterator[Signed]:
    for to, record in named.items():
        name, href, _ = _listed(context, to, record)
        found = record.reviews if isinstance(record, Reviewed) else (getattr(record, "confirmed", None),)
        yield from (Signed(name, href, said) for said in found if said is not None)


def _people(signed: Sequence[Signed]) -> list[Person]:
    """Return who has signed, those who signed most first."""
    of: dict[tuple[str, str], list[date]] = {}
    for each in signed:
        of.setdefault((each.said.by, each.said.role), []).append(each.said.on)
    people = [Person(name, role, len(days), max(days)) for (name, role), days in of.items()]
    return sorted(people, key=lambda person: (-person.count, person.name))


def _not_compared(
    context: PageContext, entries: Mapping[str, Sequence[tuple[Reference, Registered]]]
) -> Iterator[tuple[str, list[Listed]]]:
    for kind, records in entries.items():
        waiting = [_listed(context, to, record) for to, record in records if record.unconfirmed]
        if waiting:
            yield context.content.label(f"waiting-{kind}", count=len(waiting)), sorted(waiting)


def _not_reviewed(
    context: PageContext, read: Sequence[tuple[Reference, Reviewed]]
) -> Iterator[tuple[str, list[Listed]]]:
    """Yield pages and scenarios under those by whom they wait to be read, with those first who wait for most."""
    groups: dict[tuple[Reviewer, ...], list[Listed]] = {}
    for to, record in read:
        missing = tuple(reviewer for reviewer in Reviewer if record.review(reviewer) is None)
        if missing:
            groups.setdefault(missing, []).append(_listed(context, to, record))
    for missing, waiting in sorted(groups.items(), key=lambda group: -len(group[0])):
        *first, last = [context.content.label(f"reviewer-{reviewer}") for reviewer in missing]
        reviewers = context.content.label("reviewers-or", list=", ".join(first), last=last) if first else last
        yield context.content.label("waiting-review", reviewers=reviewers, count=len(waiting)), waiting


def _listed(context: PageContext, to: Reference, record: Record) -> Listed:
    """Return an entry of a list; a scenario is read where the first session that uses it stands."""
    place = to
    if isinstance(record, Scenario):
        users = (each for each in context.content.all(Session) if record.id in [used.id for used in each.scenarios])
        place = Reference("session", next(users).id)
    return str(getattr(record, "title", getattr(record, "name", ""))), context.href(place), KIND_OF[to.kind]
