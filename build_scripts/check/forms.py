"""A form is whole in itself: numbers, ids, copies, and what its easy-read version needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from build_scripts.check.duplicates import repeated
from build_scripts.check.readability import sentences_of, words_in
from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, proses_of
from build_scripts.content.forms import Copy, Field, FieldKind, Form, Part, Size
from build_scripts.content.problems import Location, Problem, did_you_mean
from build_scripts.content.prose import plain_text
from build_scripts.content.route import Route, Step
from build_scripts.content.settings import Settings
from build_scripts.forms.documents import FormDocument, form_documents

NAMED = (FieldKind.PERSON_WITH_ROLE, FieldKind.SHORT_TEXT)
"""Kinds whose answer may be the name printed beside a signature."""
MENTION = re.compile(r"\b[Pp]arts? (\d+)(?:(?: to|, \d+ and| and) (\d+))?\b|(?<![\d.])([1-9]\d?\.[1-9]\d?)(?![\d.]*\d)")
"""A part or a field, named by number."""


def check(content: Content) -> Iterator[Problem]:
    """Yield problems with the forms themselves."""
    steps = {step.id: step for route in content.all(Route) for step in route.steps}
    for form in content.all(Form):
        yield from _ids("part or field", _named(form))
        yield from _numbers(form)
        for settings in content.all(Settings):
            yield from _easy_sentences(form, settings.reading.easy_sentence_words)
        for part in form.parts:
            yield from _annex(part)
            yield from _easy_title(part)
            for field in part.fields:
                yield from _field(form, part, field, steps)
    yield from _mentions(content)


def _mentions(content: Content) -> Iterator[Problem]:
    """Yield mentions of a part or field by a number that it does not have on a copy that says so."""
    told = set[tuple[Location, str]]()
    for document in form_documents(content):
        form, numbers = document.form, document.numbers
        ids = {str(part.number): part.id for part in form.parts} | {field.number: field.id for field in form.fields}
        for prose in _said_on(document):
            for number in _numbers_named(prose.text):
                if numbers.get(ids.get(number, "")) == number or (prose.location, number) in told:
                    continue
                told.add((prose.location, number))
                message = f"'{number}' is named, which has another number on the copy '{document.row.file}', or none"
                yield Problem(prose.location, message, "name it by its words")


@cache
def _numbers_named(text: str) -> tuple[str, ...]:
    """Return the numbers of parts and fields that a text names; most texts stand on many documents."""
    return tuple(number for found in MENTION.finditer(text) for number in found.groups() if number)


def _said_on(document: FormDocument) -> Iterator[Prose]:
    if document.row.size.fields is Size.FULL:
        yield from document.form.words_on(document.row.copy_kind)
    else:
        yield from (prose for _, fields in document.parts for field in fields for prose in proses_of(field.choices))


def _field(form: Form, part: Part, field: Field, steps: dict[str, Step]) -> Iterator[Problem]:
    yield from _ids("choice", [(choice.id, choice.location) for choice in field.choices])
    yield from _ids("column", [(column.id, column.location) for column in field.columns])
    yield from _plain_labels(field)
    yield from _copies(part, field)
    yield from _easy(field)
    yield from _same_as(form, field)
    yield from _reckoned(form, field)
    yield from _consideration(field, steps)


def _named(form: Form) -> list[tuple[str, Location]]:
    """Return the ids of parts and fields, which share the addresses of a page."""
    named: list[Part | Field] = []
    for part in form.parts:
        named += [part, *part.fields]
    return [(item.id, item.location) for item in named]


def _ids(what: str, pairs: Iterable[tuple[str, Location]]) -> Iterator[Problem]:
    for name, where, first in repeated(pairs):
        yield Problem(where, f"there is a {what} '{name}' already, on line {first.line}", "change one of them")


def _numbers(form: Form) -> Iterator[Problem]:
    last = 0
    for part in form.parts:
        used = {int(field.number.split(".")[0]) for field in part.fields}
        if len(used) == 1 and part.number not in used:
            message = f"part {part.number} holds numbers that begin with {used.pop()}"
            yield Problem(part.location, message, "make them agree; numbers in use stay as they are")
            continue
        if part.number <= last:
            yield Problem(part.location, f"part {part.number} stands after part {last}", "put the parts in order")
        last = max(last, part.number)
        yield from _field_numbers(part)


def _field_numbers(part: Part) -> Iterator[Problem]:
    last = 0
    for field in part.fields:
        first, second = map(int, field.number.split("."))
        if first != part.number:
            message = f"number {field.number} stands in part {part.number}"
            yield Problem(field.location, message, f"begin it with {part.number}, or move the field")
        elif second <= last:
            message = f"number {field.number} stands after {part.number}.{last}"
            yield Problem(field.location, message, "give it the next free number; those in use stay as they are")
        last = max(last, second)


def _annex(part: Part) -> Iterator[Problem]:
    if Copy.STAFF_ANNEX in part.copies and len(set(part.copies)) > 1:
        message = "the staff annex shares a part with a copy that others see"
        yield Problem(part.location, message, "give the annex a part of its own")


def _copies(part: Part, field: Field) -> Iterator[Problem]:
    for copy in sorted(set(field.copies) - set(part.copies)):
        message = f"field {field.number} is on the copy '{copy}', and its part is not"
        yield Problem(field.location, message, "take the copy out here, or add it to the part")


def _plain_labels(field: Field) -> Iterator[Problem]:
    labels = [field.label, *(choice.label for choice in field.choices), *(column.label for column in field.columns)]
    labels += [field.easy.label] if field.easy else []
    labels += [column.easy.label for column in field.columns if column.easy]
    for label in labels:
        if plain_text(label) != " ".join(label.text.split()):
            message = "a label holds a link or other marks, which a field in a PDF cannot show"
            yield Problem(label.location, message, "write plain words, and put the link into 'help'")


def _easy(field: Field) -> Iterator[Problem]:
    listed = Size.EASY_READ in field.sizes
    if listed and field.easy is None:
        message = f"field {field.number} is in the easy-read version and has no words for it"
        yield Problem(field.location, message, "add 'easy:' with label and picture")
    silent = [column.id for column in field.columns if column.easy is None]
    if listed and field.easy and silent:
        message = f"columns of field {field.number} have no words for the easy-read version: {', '.join(silent)}"
        yield Problem(field.location, message, "add 'easy:' with label and picture to each")
    if field.easy is not None and not listed:
        message = f"field {field.number} has easy words that are never printed"
        yield Problem(field.easy.location, message, "add 'easy-read' to its sizes")


def _easy_title(part: Part) -> Iterator[Problem]:
    if part.easy_title is None and any(Size.EASY_READ in field.sizes for field in part.fields):
        message = f"part {part.number} is in the easy-read version and has no title for it"
        yield Problem(part.location, message, "add 'easy_title:'")


def _easy_sentences(form: Form, most: int) -> Iterator[Problem]:
    for prose in form.easy_words:
        for sentence in sentences_of(prose):
            if (count := words_in(sentence)) > most:
                message = f"an easy-read sentence of {count} words: '{sentence[:60]}…'"
                yield Problem(prose.location, message, f"use at most {most}; make two of it")


def _same_as(form: Form, field: Field) -> Iterator[Problem]:
    if field.same_as is None:
        return
    where, other = field.same_as.location, form.field(field.same_as.id)
    if other is None or other is field:
        remedy = did_you_mean(field.same_as.id, {known.id for known in form.fields} - {field.id}, "name another field")
        yield Problem(where, f"there is no other field '{field.same_as.id}' in this form", remedy)
    elif other.same_as is not None:
        yield Problem(where, f"'{other.id}' repeats an answer itself", f"write '{other.same_as.id}'")
    elif other.kind not in (NAMED if field.kind is FieldKind.SIGNATURE else (field.kind,)):
        message = f"'{other.id}' is a {other.kind} and this is a {field.kind}"
        yield Problem(where, message, "name a field of the same kind, or for a signature one that asks for a name")
    elif _is_secret(form, other) and not _is_secret(form, field):
        message = f"'{other.id}' is of the staff annex, and this would print its answer elsewhere"
        yield Problem(where, message, "let the field of the annex repeat this one")


def _is_secret(form: Form, field: Field) -> bool:
    return any(Copy.STAFF_ANNEX in part.copies for part in form.parts if field in part.fields)


def _reckoned(form: Form, field: Field) -> Iterator[Problem]:
    if field.reckoned is None:
        return
    start, interval = form.field(field.reckoned.start.id), form.field(field.reckoned.interval.id)
    if start is None or start.kind is not FieldKind.DATE:
        where = field.reckoned.start.location
        yield Problem(where, f"there is no date '{field.reckoned.start.id}' to count from", "name a field of kind date")
    if interval is None or not any(choice.days for choice in interval.choices):
        where, name = field.reckoned.interval.location, field.reckoned.interval.id
        yield Problem(where, f"no choice of '{name}' says how many days", "name a field with 'days' at its choices")


def _consideration(field: Field, steps: dict[str, Step]) -> Iterator[Problem]:
    if field.consideration is None or not steps:
        return
    step = steps.get(field.consideration.id)
    if step is None:
        remedy = did_you_mean(field.consideration.id, steps, "use the id of a step in route.yml")
        yield Problem(field.consideration.location, f"there is no consideration '{field.consideration.id}'", remedy)
    elif field.label.text.strip() != step.title:
        message = "the label differs from the consideration in route.yml"
        yield Problem(field.label.location, message, f"write: {step.title}")
