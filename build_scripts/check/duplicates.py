"""No id and no name twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from build_scripts.content.content import RECORDS_OF_LINK_KIND, Content
from build_scripts.content.fields import Record
from build_scripts.content.problems import Location, Problem
from build_scripts.content.registers import Continuum

N = TypeVar("N", bound=str)


def check(content: Content) -> Iterator[Problem]:
    """Yield a problem for each record that takes an id or name already taken."""
    for kind, types in RECORDS_OF_LINK_KIND.items():
        records = [record for type_ in types for record in content.all(type_)]
        yield from _doubles(kind, [(getattr(record, "id", ""), record) for record in records])
        names = [(_name(record), record) for record in records]
        yield from _doubles(f"{kind} named", [(name, record) for name, record in names if name])
    for continuum in content.all(Continuum):
        yield from _doubles("level", [(level.id, level) for level in continuum.levels])


def _name(record: Record) -> str:
    for field in ("term", "name", "title"):
        if field in type(record).model_fields:
            return str(getattr(record, field))
    return ""


def _doubles(what: str, pairs: list[tuple[str, Record]]) -> Iterator[Problem]:
    for name, where, first in repeated(((name, record.location) for name, record in pairs), str.lower):
        message = f"there is a {what} '{name}' already, at {first.path}:{first.line}"
        yield Problem(where, message, "change one of them")


def repeated(
    named: Iterable[tuple[N, Location]], key: Callable[[N], object] = lambda name: name
) -> Iterator[tuple[N, Location, Location]]:
    """Yield each name that stands there already, with its place and that of the first.

    Args:
        named: names with their places, in order.
        key: what two names have in common when they are the same.
    """
    first: dict[object, Location] = {}
    for name, where in named:
        before = first.setdefault(key(name), where)
        if before != where:  # a shared part that comes again is the same
            yield name, where, before
