"""No id and no name twice."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.content.content import RECORD_OF_LINK_KIND, Content
from build_scripts.content.fields import Record
from build_scripts.content.problems import Location, Problem
from build_scripts.content.registers import Continuum


def check(content: Content) -> Iterator[Problem]:
    """Yield a problem for each record that takes an id or name already taken."""
    for kind, type_ in RECORD_OF_LINK_KIND.items():
        records = content.all(type_)
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
    first: dict[str, Location] = {}
    for name, record in pairs:
        if name.lower() in first:
            before = first[name.lower()]
            message = f"there is a {what} '{name}' already, at {before.path}:{before.line}"
            yield Problem(record.location, message, "change one of them")
        first.setdefault(name.lower(), record.location)
