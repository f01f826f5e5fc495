"""The easy-read version in Word: one idea a paragraph, each beside its picture, and no tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from build_scripts.content.forms import Column, ColumnKind, Easy, Field, FieldKind
from build_scripts.content.forms import Picture as Drawn
from build_scripts.content.prose import plain_text, split_sentences
from build_scripts.content.registers import Service
from build_scripts.formats.word.document import Block, Control, ControlKind, Inline, Paragraph, Picture, Run
from build_scripts.forms.documents import FormDocument
from build_scripts.forms.word_fields import ANSWERS, KIND_OF_COLUMN, RULE, ShownField

CLEAR, PART = 32, 12
"""The space in points that keeps a line clear of the picture of the one before it, and that parts two answers."""


def easy_beginning(document: FormDocument) -> Iterator[Block]:
    """Yield what an easy-read document says first, and whom to ask for help."""
    if document.text is None:
        return
    yield from (_idea(idea, Run(plain_text(idea.label))) for idea in document.text.easy_lead)
    yield Paragraph("Heading 1", (Run(plain_text(document.text.services_title)),))
    for idea in document.text.easy_services:
        service = document.content.find("service", idea.service.id)
        if isinstance(service, Service):
            way = document.reach(service)
            named = (Run(service.name, bold=True), Run(f": {way}." if way else "."))
            yield _idea(idea, Run(f"{plain_text(idea.label)} "), *named)
    yield from _together(_idea(idea, Run(document.own_words(idea.label))) for idea in document.text.easy_own)


def easy_pictures(document: FormDocument) -> Iterator[Drawn]:
    """Yield the pictures of an easy-read document."""
    text, fields = document.text, [field for _, fields in document.parts for field in fields]
    ideas: list[Easy | None] = [*text.easy_lead, *text.easy_services, *text.easy_own] if text else []
    ideas += [easy for field in fields for easy in (field.easy, *(column.easy for column in field.columns))]
    yield from (idea.picture for idea in ideas if idea)
    yield from (choice.picture for field in fields for choice in field.choices if choice.picture)
    yield from (Drawn.NAME, Drawn.PEOPLE, Drawn.PENCIL, Drawn.CALENDAR)


def easy_field_blocks(document: FormDocument, field: Field) -> Iterator[Block]:
    """Yield everything that an easy-read document says of a field."""
    shown = ShownField(document, field)
    yield shown.prompt()
    yield from EASY_ANSWERS.get(field.kind, ANSWERS[field.kind])(shown)


def _idea(idea: Easy, *words: Inline) -> Paragraph:
    return Paragraph("Choice", (Picture(idea.picture.value), *words), space_after=CLEAR)


def _item(picture: Drawn, words: str, place: Control | Run) -> Iterator[Paragraph]:
    """Yield a question beside its picture, and the place for its answer below."""
    lines = "\n".join(split_sentences(words))
    yield Paragraph("Choice", (Picture(picture.value), Run(lines)), keep_with_next=True)
    yield Paragraph("Answer", (place,), space_after=PART)


def _together(lines: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs that stay on one page: a picture at the foot of a page would hang across its edge."""
    *first, last = lines
    yield from (replace(line, keep_with_next=True) for line in first)
    yield last


def _again(shown: ShownField) -> Iterator[Block]:
    """Yield the questions of a table, one below another, as often as it asks them; each time on one page."""
    for number in range(1, shown.document.rows(shown.field) + 1):
        yield from _together(line for column in shown.field.columns for line in _cell(shown, number, column))
    yield Paragraph("Note", (Run(shown.label("more-in-easy-words")),))


def _cell(shown: ShownField, number: int, column: Column) -> Iterator[Paragraph]:
    words = plain_text(shown.document.head(column))
    kind = KIND_OF_COLUMN.get(column.kind, ControlKind.LONG_TEXT)
    place = shown.control(kind, number, column.id, words=words, part=shown.label("row-number", number=number))
    if column.easy and column.kind is ColumnKind.TICK:
        yield _idea(column.easy, place, Run(f"\t{words} {shown.label('yes')}"))
    elif column.easy:
        yield from _item(column.easy.picture, words, place)


def _ticks(shown: ShownField) -> Iterator[Block]:
    """Yield each choice beside its picture, where it has one."""
    drawn = [choice.picture for choice in shown.field.choices] or [None]
    for block, picture in zip(ANSWERS[FieldKind.TICK](shown), drawn, strict=True):
        if picture and isinstance(block, Paragraph):
            block = replace(block, content=(Picture(picture.value), *block.content), space_after=CLEAR)
        yield block


def _person(shown: ShownField) -> Iterator[Block]:
    for part, words, picture in (
        ("name", shown.label("name-in-easy-words"), Drawn.NAME),
        ("role", shown.label("role-in-easy-words"), Drawn.PEOPLE),
    ):
        yield from _item(picture, words, shown.control(ControlKind.TEXT, part, part=shown.label(part)))


def _signature(shown: ShownField) -> Iterator[Block]:
    name = shown.control(ControlKind.TEXT, "name", part=shown.label("name"))
    day = shown.control(ControlKind.DATE, "date", part=shown.label("date"))
    asked = (
        (Drawn.NAME, "name-in-easy-words", name),
        (Drawn.PENCIL, "sign-in-easy-words", RULE),
        (Drawn.CALENDAR, "date-in-easy-words", day),
    )
    yield from _together(line for drawn, words, place in asked for line in _item(drawn, shown.label(words), place))


EASY_ANSWERS: dict[FieldKind, Callable[[ShownField], Iterator[Block]]] = {
    FieldKind.TICK: _ticks,
    FieldKind.TABLE: _again,
    FieldKind.PERSON_WITH_ROLE: _person,
    FieldKind.SIGNATURE: _signature,
}
"""What is answered in another way than elsewhere."""
