"""Rows of tables in Word: the signatures of a part, and in compact forms questions beside the places for answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from build_scripts.content.content import Content
from build_scripts.content.forms import Field, FieldKind, Part
from build_scripts.content.prose import plain_text
from build_scripts.formats.word.document import Block, ControlKind, Inline, Paragraph, Run, Table
from build_scripts.forms.documents import FormDocument
from build_scripts.forms.word_fields import (
    ANSWERS,
    COMPACT_ROW,
    MORE_TO_SIGN,
    ROW_HEIGHT,
    RULE,
    SIGNATURE_WEIGHTS,
    ShownField,
    field_blocks,
    person,
    signature,
)

KINDS_OF_ROWS = {
    FieldKind.SHORT_TEXT: ControlKind.TEXT,
    FieldKind.LONG_TEXT: ControlKind.LONG_TEXT,
    FieldKind.DATE: ControlKind.DATE,
}
"""What is answered beside a question in one place, by kind of field."""
LINE = 11
"""How much a further line adds to the height of a row, in points."""
FEW = 6
"""Up to so many boxes to tick stand beside their question."""
EVEN, NARROW = (1, 1), (3, 4)
"""How wide questions and answers are, where questions come with much to think about, and elsewhere."""
SIGNS_WEIGHTS = (9, *SIGNATURE_WEIGHTS)


def part_in_rows(document: FormDocument, part: Part, fields: Sequence[Field]) -> Iterator[Block]:
    """Yield the fields of a part: signatures as rows of a table, on compact paper also what fits beside its answer."""
    before: Block | None = None
    for block in _blocks(document, part, fields):
        if isinstance(block, Table) and isinstance(before, Table):
            yield Paragraph("End")  # or Word would take two tables for one
        yield block
        before = block


def _blocks(document: FormDocument, part: Part, fields: Sequence[Field]) -> Iterator[Block]:
    for kind, group in groupby(fields, partial(_kind_of_table, document)):
        shown = [ShownField(document, field) for field in group]
        if kind == "rows":
            yield _rows(document, part, shown)
        elif kind == "signatures":
            yield _signatures(document, part, shown)
        else:
            yield from (block for each in shown for block in field_blocks(document, each.field))


def _kind_of_table(document: FormDocument, field: Field) -> str:
    """Return which kind of table a field is a row of, or nothing."""
    if field.kind is FieldKind.SIGNATURE:
        return "" if document.is_large else "signatures"
    is_long = not document.is_compact or field.kind is FieldKind.TABLE or len(field.choices) > FEW
    return "" if is_long else "rows"


def _rows(document: FormDocument, part: Part, shown: Sequence[ShownField]) -> Table:
    rows = tuple((_question(each), _answer(each)) for each in shown)
    heights = tuple(COMPACT_ROW + LINE * ((each.field.lines or 1) - 1) for each in shown)
    is_even = any(each.field.consideration for each in shown)
    about = document.content.label("table-of-questions")
    return Table(_name(document, part), about, (), rows, EVEN if is_even else NARROW, row_heights=heights)


def _signatures(document: FormDocument, part: Part, shown: Sequence[ShownField]) -> Table:
    label = document.content.label
    (head, _), *_ = signed = [signature(each) for each in shown]
    rows = tuple(
        (_question(each), *((Paragraph("Cell", (place,) if place else ()),) for place in places))
        for each, (_, places) in zip(shown, signed, strict=True)
    )
    heads = (label("who-signs"), *head)
    about = f"{label('table-to-fill-in')} {label('table-columns', columns='; '.join(heads))}"
    height = COMPACT_ROW if document.is_compact else ROW_HEIGHT + MORE_TO_SIGN
    return Table(_name(document, part), about, heads, rows, SIGNS_WEIGHTS, height)


def _name(document: FormDocument, part: Part) -> str:
    return f"{document.numbers[part.id]} {plain_text(document.heading(part))}"


def _question(shown: ShownField) -> tuple[Paragraph, ...]:
    return tuple(replace(each, may_part=True) for each in (shown.prompt(), *shown.notes()))


def _answer(shown: ShownField) -> tuple[Paragraph, ...]:
    if shown.field.kind in KINDS_OF_ROWS:
        return (Paragraph("Cell", (shown.control(KINDS_OF_ROWS[shown.field.kind]),)),)
    if shown.field.kind is FieldKind.PERSON_WITH_ROLE:
        return (Paragraph("Cell", person(shown)),)
    lines = (line for line in ANSWERS[shown.field.kind](shown) if isinstance(line, Paragraph))
    return tuple(Paragraph("Choice", tuple(each for each in line.content if each is not RULE)) for line in lines)


def about_form(content: Content, facts: Iterable[tuple[str, Iterable[Sequence[Inline]]]]) -> Iterator[Block]:
    """Yield what there is to know about a form, each fact in a paragraph that begins with its name."""
    for name, sentences in facts:
        said = tuple(inline for sentence in sentences for inline in (Run(" "), *sentence))
        yield Paragraph("Note", (Run(f"{content.label(name)}:", bold=True), *said), may_part=True)
