"""A field of a form in Word: its number and prompt, what helps to answer, and a content control for each answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.forms import ColumnKind, Field, FieldKind
from build_scripts.content.prose import parse, plain_text, split_sentences, text_runs
from build_scripts.formats.word.document import Block, Control, ControlKind, Inline, Paragraph, Picture, Run, Table
from build_scripts.forms.documents import FormDocument
from build_scripts.pages.paper_links import with_places

SIGNATURE_WEIGHTS = (4, 5, 3)
ROW_HEIGHT, LARGE_ROW_HEIGHT = 28, 40
"""The least height of a row of a table, in points."""
COMPACT_ROW = 17
"""The same on compact paper."""
MORE_TO_SIGN = 8
"""Points by which a row to sign in is higher."""
FEW_LINES = 2
"""Up to so many lines a long answer has a small box."""
BELOW_PICTURE = 30
"""The space in points that keeps another picture clear of the one above it."""
BOXED_KINDS = (FieldKind.SHORT_TEXT, FieldKind.LONG_TEXT, FieldKind.DATE, FieldKind.TICK_WITH_LINE)
"""Kinds of field that are answered in boxes beside the picture of their prompt."""
RULE = Run("\t")
"""Draws a rule from an answer within words to the edge of the page."""
BETWEEN = Run("\t\t")
"""What stands between name and role within a line."""
KIND_OF_COLUMN = {ColumnKind.TICK: ControlKind.TICK, ColumnKind.DATE: ControlKind.DATE}
"""What is answered in the cells of a column, where that is not a text of any length."""


def runs(content: Content, prose: Prose) -> tuple[Run, ...]:
    """Return the words of a prose, with strong and stressed words marked; links say where to find what they name."""
    return runs_below(parse(with_places(content, prose)))


def runs_below(node: SyntaxTreeNode) -> tuple[Run, ...]:
    """Return the words below a node, with strong and stressed words marked."""
    return tuple(Run(*piece) for piece in text_runs(node))


def field_blocks(document: FormDocument, field: Field) -> Iterator[Block]:
    """Yield everything that a document says of a field."""
    shown = ShownField(document, field)
    yield shown.prompt()
    yield from shown.notes()
    yield from ANSWERS[field.kind](shown)


@dataclass(frozen=True)
class ShownField:
    """A field in a document."""

    document: FormDocument
    field: Field

    @property
    def label(self) -> Callable[..., str]:
        """Gives the words of the interface."""
        return self.document.content.label

    @property
    def number(self) -> str:
        """Its number on this copy."""
        return self.document.numbers[self.field.id]

    def runs(self, prose: Prose) -> tuple[Run, ...]:
        """Return the words of a prose."""
        return runs(self.document.content, prose)

    @property
    def words(self) -> str:
        """What it asks, in words alone."""
        return plain_text(self.document.label(self.field))

    def prompt(self) -> Paragraph:
        """Return number and prompt; in the easy-read version beside its picture, each sentence on a line of its own."""
        number = Run(f"{self.number} ")
        if not self.document.is_easy or not self.field.easy:
            return Paragraph("Prompt", (number, *self.runs(self.document.label(self.field))))
        after = None if self.field.kind in BOXED_KINDS else BELOW_PICTURE
        content = (Picture(self.field.easy.picture.value), number, Run("\n".join(split_sentences(self.words))))
        return Paragraph("Prompt", content, space_after=after)

    def notes(self) -> Iterator[Paragraph]:
        """Yield what to think about, how to answer, why the form asks, and an example."""
        if not self.document.row.size.has_help:
            return
        step = self.document.step(self.field)
        asked = step.ask if step else ()
        if asked and self.document.is_compact:
            yield Paragraph("Note", tuple(run for question in asked for run in (*self.runs(question), Run(" "))))
        else:
            yield from (Paragraph("Question", self.runs(question)) for question in asked)
        recorded = [("write-down", step.record)] if step else []
        notes = [*recorded, *self.document.hints(self.field)]
        for head, prose in notes:
            yield Paragraph("Note", (*((Run(f"{self.label(head)} ", bold=True),) if head else ()), *self.runs(prose)))

    def control(self, kind: ControlKind, *ids: object, words: str | None = None, part: str = "") -> Control:
        """Return a place to answer in.

        Args:
            kind: what is answered.
            ids: what follows the id of the field in its tag.
            words: what it asks, when not what the field asks.
            part: which of several like places it is.
        """
        head = f"{self.number} {part}, " if part else f"{self.number} "
        tag = ".".join(map(str, (self.field.id, *ids)))
        return Control(kind, tag, head + (words or self.words))

    def table(self, head: tuple[str, ...], rows: list[tuple[Control | None, ...]], weights: tuple[int, ...]) -> Table:
        """Return a table to fill in, which stays on a page with its head as far as it fits; a compact one may part."""
        kept = rows[:-1] if not self.document.is_compact else rows[:1]
        cells = tuple(
            tuple((Paragraph("Cell", (cell,) if cell else (), keep_with_next=row in kept),) for cell in row)
            for row in rows
        )
        description = f"{self.label('table-to-fill-in')} {self.label('table-columns', columns='; '.join(head))}"
        more = MORE_TO_SIGN if self.field.kind is FieldKind.SIGNATURE else 0
        usual = LARGE_ROW_HEIGHT if self.document.is_large else ROW_HEIGHT
        height = (COMPACT_ROW if self.document.is_compact else usual) + more
        return Table(f"{self.number} {self.words}", description, head, cells, weights, height)


def person(shown: ShownField) -> tuple[Inline, ...]:
    """Return the places for the name and the role of a person, within a line."""
    name, role = _name_and_role(shown)
    return (*name, BETWEEN, *role)


def _name_and_role(shown: ShownField) -> Iterator[tuple[Inline, ...]]:
    for name, words in (("name", shown.label("name")), ("role", shown.label("role"))):
        yield Run(f"{words}: "), shown.control(ControlKind.TEXT, name, part=words)


def _person(shown: ShownField) -> Iterator[Block]:
    if not shown.document.is_large:
        yield Paragraph("Answer", person(shown))
        return
    name, role = _name_and_role(shown)
    yield Paragraph("Answer", name, keep_with_next=True)
    yield Paragraph("Answer", role)


def _one_control(kind: ControlKind, shown: ShownField) -> Iterator[Block]:
    is_large = kind is ControlKind.LONG_TEXT and shown.document.lines(shown.field) > FEW_LINES
    yield Paragraph("Long Answer" if is_large else "Answer", (shown.control(kind),))


def _ticks(shown: ShownField) -> Iterator[Block]:
    if not shown.field.choices:
        yield Paragraph("Choice", (shown.control(ControlKind.TICK), Run(f"\t{shown.label('yes')}")))
    for choice in shown.field.choices:
        words = plain_text(choice.label)
        content: tuple[Inline, ...] = (
            shown.control(ControlKind.TICK, choice.id, words=words),
            Run("\t"),
            *shown.runs(choice.label),
        )
        if choice.line:
            words = shown.label("line-of-choice", choice=words)
            content += (Run(": "), shown.control(ControlKind.TEXT, choice.id, "line", words=words), RULE)
        yield Paragraph("Choice", content, keep_with_next=choice is not shown.field.choices[-1])


def _ticks_with_lines(shown: ShownField) -> Iterator[Block]:
    last = shown.field.lines or 0
    for number in range(1, last + 1):
        part = shown.label("line-number", number=number) if last > 1 else ""
        words = shown.label("line-of-choice", choice=shown.words)
        box = shown.control(ControlKind.TICK, number, part=part)
        line = shown.control(ControlKind.TEXT, number, "line", words=words, part=part)
        yield Paragraph("Choice Line", (box, Run("\t"), line), keep_with_next=number < last)


def _table(shown: ShownField) -> Iterator[Block]:
    columns = [(column, plain_text(shown.document.head(column))) for column in shown.field.columns]
    rows: list[tuple[Control | None, ...]] = [
        tuple(
            shown.control(
                KIND_OF_COLUMN.get(column.kind, ControlKind.LONG_TEXT),
                *(number, column.id),
                words=words,
                part=shown.label("row-number", number=number),
            )
            for column, words in columns
        )
        for number in range(1, shown.document.rows(shown.field) + 1)
    ]
    yield shown.table(tuple(words for _, words in columns), rows, tuple(column.kind.weight for column, _ in columns))


def signature(shown: ShownField) -> tuple[tuple[str, ...], tuple[Control | None, ...]]:
    """Return the heads of what is signed, and the places to answer below them; who signs does so by hand."""
    head = (shown.label("name"), shown.label("signature"), shown.label("date"))
    name = shown.control(ControlKind.TEXT, "name", part=head[0])
    day = shown.control(ControlKind.DATE, "date", part=head[2])
    return head, (name, None, day)


def _signature(shown: ShownField) -> Iterator[Block]:
    head, places = signature(shown)
    yield shown.table(head, [places], SIGNATURE_WEIGHTS)


ANSWERS: dict[FieldKind, Callable[[ShownField], Iterator[Block]]] = {
    FieldKind.SHORT_TEXT: partial(_one_control, ControlKind.TEXT),
    FieldKind.LONG_TEXT: partial(_one_control, ControlKind.LONG_TEXT),
    FieldKind.DATE: partial(_one_control, ControlKind.DATE),
    FieldKind.TICK: _ticks,
    FieldKind.TICK_WITH_LINE: _ticks_with_lines,
    FieldKind.PERSON_WITH_ROLE: _person,
    FieldKind.TABLE: _table,
    FieldKind.SIGNATURE: _signature,
}
"""What each kind of field is answered in."""
