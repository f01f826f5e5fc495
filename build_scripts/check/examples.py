"""Worked examples answer what their form asks, in the way it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.forms import Answer, ColumnKind, Field, FieldKind, Form, WorkedExample
from build_scripts.content.problems import Problem, did_you_mean

KEYS: dict[FieldKind, set[str]] = {
    FieldKind.SHORT_TEXT: {"text"},
    FieldKind.LONG_TEXT: {"text"},
    FieldKind.TICK: {"ticked"},
    FieldKind.TICK_WITH_LINE: {"lines"},
    FieldKind.DATE: {"day"},
    FieldKind.PERSON_WITH_ROLE: {"name", "role"},
    FieldKind.TABLE: {"rows"},
    FieldKind.SIGNATURE: {"name", "day"},
}
"""The keys that answer a field of each kind."""
CELLS = {
    ColumnKind.DATE: (
        re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
        "write year, month and day like 2026-11-22",
    ),
    ColumnKind.TICK: (re.compile("yes|no"), "write yes or no"),
}
"""What stands in a cell of a kind of column, and how to write it."""


def check(content: Content) -> Iterator[Problem]:
    """Yield problems with the answers of worked examples."""
    for example in content.all(WorkedExample):
        form = content.find("form", example.form.id)
        if isinstance(form, Form):
            yield from _answers(example, form)


def _answers(example: WorkedExample, form: Form) -> Iterator[Problem]:
    seen = set[str]()
    for answer in example.answers:
        name, where = answer.field.id, answer.field.location
        field = form.field(name)
        if field is None:
            remedy = did_you_mean(name, [known.id for known in form.fields], "use the id of a field of the form")
            yield Problem(where, f"the form '{form.id}' has no field '{name}'", remedy)
        elif name in seen:
            yield Problem(where, f"'{name}' is answered already", "keep one of the answers")
        elif field.same_as is not None and field.kind is not FieldKind.SIGNATURE:
            message = f"'{name}' repeats the answer of '{field.same_as.id}'"
            yield Problem(where, message, "remove the answer here, and give it there")
        else:
            yield from _answer(answer, field)
        seen.add(name)


def _answer(answer: Answer, field: Field) -> Iterator[Problem]:
    given, wanted = answer.model_fields_set - {"field"}, _keys(answer, field)
    if given != wanted:
        message = f"'{field.id}' is a {field.kind} and is not answered by {_listed(given)}"
        yield Problem(answer.location, message, f"answer it by {_listed(wanted)}")
    elif len(answer.lines) > (field.lines or 0):
        yield Problem(answer.location, f"'{field.id}' has {field.lines} lines", "give fewer")
    else:
        yield from _chosen(answer, field)
        yield from _rows(answer, field)


def _keys(answer: Answer, field: Field) -> set[str]:
    if not field.choices:
        return KEYS[field.kind] - ({"name"} if field.same_as else set())
    with_line = {choice.id for choice in field.choices if choice.line}
    return {"chosen", "text"} if any(choice.id in with_line for choice in answer.chosen) else {"chosen"}


def _listed(keys: set[str]) -> str:
    return " and ".join(f"'{key}'" for key in sorted(keys)) or "nothing"


def _chosen(answer: Answer, field: Field) -> Iterator[Problem]:
    known = [choice.id for choice in field.choices]
    for choice in answer.chosen:
        if choice.id not in known:
            remedy = did_you_mean(choice.id, known, f"use one of: {', '.join(known)}")
            yield Problem(choice.location, f"'{field.id}' has no choice '{choice.id}'", remedy)


def _rows(answer: Answer, field: Field) -> Iterator[Problem]:
    for row in answer.rows:
        if len(row) != len(field.columns):
            names = ", ".join(column.id for column in field.columns)
            where = row[0].location if row else answer.location
            yield Problem(where, f"this row has {len(row)} cells", f"give {len(field.columns)}: {names}")
        else:
            yield from _cells(row, field)


def _cells(row: tuple[Prose, ...], field: Field) -> Iterator[Problem]:
    for cell, column in zip(row, field.columns, strict=True):
        pattern, remedy = CELLS.get(column.kind, (None, ""))
        if pattern and not pattern.fullmatch(cell.text.strip()):
            yield Problem(cell.location, f"'{cell.text.strip()}' does not go into '{column.id}'", remedy)
