"""A form as a Word file, with a content control for every answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from docx.shared import Length, Mm
from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose
from build_scripts.content.forms import (
    Column,
    ColumnKind,
    Copy,
    CopyText,
    Field,
    FieldKind,
    Form,
    MatrixRow,
    Part,
    Picture,
    Size,
)
from build_scripts.content.prose import parse, split_sentences, text_runs, to_text
from build_scripts.content.registers import Service
from build_scripts.content.route import Step
from build_scripts.formats.word import wordml
from build_scripts.formats.word.wordml import Control, paragraph, run

WRITE, DAY = "Write here", "Write the date"
"""What stands in a control until somebody answers."""
WEIGHTS = {ColumnKind.SHORT_TEXT: 4, ColumnKind.LONG_TEXT: 6, ColumnKind.TICK: 2, ColumnKind.DATE: 4}
"""How wide columns are, against one another."""
FEW_LINES = 2
"""Up to so many lines a long answer has a small box."""
BESIDE_PICTURE = ("Prompt", "Answer", "Long Answer", "Choice", "Choice Line")
PICTURE, GAP = Mm(18), Mm(5)
BELOW_PICTURE = 36
"""The space in points that keeps a table clear of the picture above it."""


class Document(Protocol):
    """What a document of the matrix tells of itself."""

    @property
    def title(self) -> str:
        """The title."""
        ...

    @property
    def form(self) -> Form:
        """The form it is made of."""
        ...

    @property
    def row(self) -> MatrixRow:
        """Its row of the matrix."""
        ...

    @property
    def is_easy(self) -> bool:
        """Whether it is the easy-read version."""
        ...

    @property
    def goes_home(self) -> bool:
        """Whether it is a copy that leaves the setting."""
        ...

    @property
    def text(self) -> CopyText | None:
        """The words around the fields."""
        ...

    @property
    def parts(self) -> tuple[tuple[Part, tuple[Field, ...]], ...]:
        """Its parts and their fields."""
        ...

    @property
    def services(self) -> tuple[Service, ...]:
        """Who helps."""
        ...

    @property
    def own(self) -> str:
        """Whom at the school to ask, or nothing."""
        ...

    def label(self, field: Field) -> Prose:
        """Return the prompt of a field."""
        ...

    def heading(self, part: Part) -> Prose:
        """Return the heading of a part."""
        ...

    def step(self, field: Field) -> Step | None:
        """Return the consideration that a field records."""
        ...


class Making(Protocol):
    """When, and as which version, a document is made."""

    @property
    def built_on(self) -> date:
        """The day."""
        ...

    def words(self) -> Mapping[str, str]:
        """Return ``version`` and ``built_on`` in words."""
        ...


@dataclass(frozen=True)
class Type:
    """The sizes of type of a size of form, in points."""

    body: float
    note: float
    part: float
    title: float
    row: int
    """The least height of a row of a table."""

    @property
    def styles(self) -> dict[str, float]:
        """The size of each style that does not follow another."""
        headings = {"Title": self.title, "Heading 1": self.part, "Heading 2": self.body}
        return {"Normal": self.body, "Note": self.note, "Footer": self.note, **headings}


TYPES = {
    Size.FULL: Type(12, 11, 16, 24, 28),
    Size.ONE_PAGE: Type(12, 11, 14, 20, 28),
    Size.EASY_READ: Type(16, 14, 20, 28, 40),
    Size.LARGE_PRINT: Type(18, 18, 22, 28, 40),
}


def render(document: Document, making: Making, picture: Callable[[Picture], str]) -> bytes:
    """Return a document of a form as a Word file, the same bytes each time.

    Args:
        document: what the file holds.
        making: the version and the day that its footer names.
        picture: gives a picture of the easy-read version as SVG.

    Raises:
        ValueError: the ids of a field are too long for Word, or a picture cannot be drawn.
    """
    return wordml.pack(text_of(document, making, picture))


def text_of(document: Document, making: Making, picture: Callable[[Picture], str]) -> wordml.Text:
    """Return everything that decides the bytes of a document's Word file; the arguments are those of ``render``."""
    return wordml.Text(
        body="".join(_body(document)),
        title=document.title,
        day=making.built_on,
        footer=_footer(document, making),
        sizes=TYPES[document.row.size].styles,
        indent=Length(PICTURE + GAP),
        indented=BESIDE_PICTURE if document.is_easy else (),
        pictures={shown.value: picture(shown) for _, fields in document.parts for shown in _pictures(document, fields)},
    )


def _pictures(document: Document, fields: Sequence[Field]) -> Iterator[Picture]:
    return (field.easy.picture for field in fields if document.is_easy and field.easy)


def _footer(document: Document, making: Making) -> list[str]:
    build_info = making.words()
    version = "" if document.goes_home else f"Version {build_info['version']}, built on "
    return [version + build_info["built_on"]]


def _body(document: Document) -> Iterator[str]:
    yield paragraph("Title", run(document.title))
    if document.row.size is Size.ONE_PAGE:
        yield from (line for _, fields in document.parts for field in fields for line in _field(document, field))
        yield from _services(document)
        return
    yield from _lead(document)
    yield from _services(document)
    if document.row.copy_kind is Copy.WORKING:
        yield from _before(document.form)
    for part, fields in document.parts:
        yield paragraph("Heading1", run(f"{part.number}. "), *_runs(document.heading(part)))
        if part.intro and not document.is_easy:
            yield from _blocks(part.intro, keep=True)
        for field in fields:
            yield from _field(document, field)
    yield paragraph("End")


def _lead(document: Document) -> Iterator[str]:
    if document.text and document.is_easy:
        yield from (paragraph("Normal", *_runs(idea)) for idea in document.text.easy_lead)
    elif document.text:
        yield from _blocks(document.text.lead)


def _services(document: Document) -> Iterator[str]:
    if document.text and document.services:
        yield paragraph("Heading1", *_runs(document.text.services_title))
        for service in document.services:
            hours = service.hours if service.hours_known else None
            about = [service.what, hours] if document.row.size is not Size.ONE_PAGE else []
            more = [part for prose in about if prose for part in (run(" "), *_runs(prose))]
            yield paragraph("ListBullet", run(service.name, bold=True), run(_reach(service)), *more)
        if document.own:
            yield paragraph("ListBullet", run(document.own))


def _reach(service: Service) -> str:
    """Return how to get in touch; the website only where there is no number."""
    if service.phone and service.phone in service.name:
        return "."
    ways = [f"call {service.phone}"] * bool(service.phone) + [f"text {service.text}"] * bool(service.text)
    if not ways and service.url:
        ways = [service.url.split("://", 1)[1].rstrip("/")]
    return f": {' or '.join(ways)}." if ways else "."


def _before(form: Form) -> Iterator[str]:
    """Yield what staff read before they use a form."""
    yield paragraph("Heading1", run("Before you use it"))
    yield from _blocks(form.lead)
    lists = {"What it is not": form.is_not, "What must stand beside it": form.beside}
    for title, lines in lists.items():
        if lines:
            yield paragraph("Heading2", run(title))
            yield from (paragraph("ListBullet", *_runs(line)) for line in lines)
    facts = {"Who fills it in": form.who_fills, "Who may see it": form.who_sees, "Where it is kept": form.where_kept}
    for title, words in facts.items():
        yield paragraph("Heading2", run(title))
        yield paragraph("Normal", *_runs(words))


def _field(document: Document, field: Field) -> Iterator[str]:
    asked = _Asked(document, field)
    yield asked.prompt()
    yield from asked.notes()
    yield from ANSWERS[field.kind](asked)


@dataclass(frozen=True)
class _Asked:
    """A field in a document."""

    document: Document
    field: Field

    @property
    def words(self) -> str:
        return to_text(parse(self.document.label(self.field)))

    def prompt(self) -> str:
        """Return number and prompt; in the easy-read version beside its picture, each sentence on a line of its own."""
        number, label = run(f"{self.field.number} "), self.document.label(self.field)
        if not self.document.is_easy or not self.field.easy:
            return paragraph("Prompt", number, *_runs(label))
        after = BELOW_PICTURE if self.field.kind in (FieldKind.TABLE, FieldKind.SIGNATURE) else None
        drawn = wordml.picture(self.field.easy.picture.value, PICTURE)
        return paragraph("Prompt", drawn, number, run("\n".join(split_sentences(self.words))), after=after)

    def notes(self) -> Iterator[str]:
        """Yield what to think about, how to answer, why the form asks, and an example."""
        if self.document.row.size.fields is not Size.FULL:
            return
        step = self.document.step(self.field)
        yield from (paragraph("Question", *_runs(question)) for question in (step.ask if step else ()))
        notes = {
            "Write down: ": step.record if step else None,
            "": self.field.help,
            "Why we ask: ": self.field.why_we_ask,
            "For example: ": self.field.example,
        }
        for head, words in notes.items():
            if words:
                yield paragraph("Note", run(head, bold=True), *_runs(words))

    def control(self, words: str, *ids: object, part: str = "") -> Control:
        """Return a place to answer in.

        Args:
            words: what it asks; shortened so that the name fits.
            ids: what follows the id of the field in its tag.
            part: which of several like places it is.
        """
        head = f"{self.field.number} {part}, " if part else f"{self.field.number} "
        return Control(".".join(map(str, (self.field.id, *ids))), (head + words)[: wordml.LONGEST].rstrip())


def _text(asked: _Asked) -> Iterator[str]:
    yield paragraph("Answer", wordml.text_control(asked.control(asked.words), WRITE))


def _long_text(asked: _Asked) -> Iterator[str]:
    style = "Answer" if (asked.field.lines or 0) <= FEW_LINES else "LongAnswer"
    yield paragraph(style, wordml.text_control(asked.control(asked.words), WRITE, long=True))


def _date(asked: _Asked) -> Iterator[str]:
    yield paragraph("Answer", wordml.date_control(asked.control(asked.words), DAY))


def _ticks(asked: _Asked) -> Iterator[str]:
    if not asked.field.choices:
        yield paragraph("Choice", wordml.tick_control(asked.control(asked.words)), run("\tYes"))
    for choice in asked.field.choices:
        words = to_text(parse(choice.label))
        runs = [wordml.tick_control(asked.control(words, choice.id)), run("\t"), *_runs(choice.label)]
        if choice.line:
            line = asked.control(words, choice.id, "line", part="line")
            runs += [run(": "), wordml.text_control(line, WRITE)]
        yield paragraph("Choice", *runs, keep=choice is not asked.field.choices[-1])


def _ticks_with_lines(asked: _Asked) -> Iterator[str]:
    last = asked.field.lines or 0
    for number in range(1, last + 1):
        tick = asked.control(asked.words, number, part=f"box {number}")
        line = asked.control(asked.words, number, "line", part=f"line {number}")
        runs = (wordml.tick_control(tick), run("\t"), wordml.text_control(line, WRITE))
        yield paragraph("ChoiceLine", *runs, keep=number < last)


def _person(asked: _Asked) -> Iterator[str]:
    for title, keep in (("Name", True), ("Role", False)):
        control = asked.control(asked.words, title.lower(), part=title.lower())
        yield paragraph("Answer", run(f"{title}: "), wordml.text_control(control, WRITE), keep=keep)


def _table(asked: _Asked) -> Iterator[str]:
    held, numbers = asked.field.columns, range(1, (asked.field.rows or 0) + 1)
    columns = [wordml.Column(to_text(parse(column.label)), WEIGHTS[column.kind]) for column in held]
    rows = [[_cell(asked, number, column) for column in held] for number in numbers]
    yield wordml.table(f"{asked.field.number} {asked.words}", columns, rows, TYPES[asked.document.row.size].row)


def _cell(asked: _Asked, number: int, column: Column) -> str:
    control = asked.control(to_text(parse(column.label)), number, column.id, part=f"row {number}")
    if column.kind is ColumnKind.TICK:
        return wordml.tick_control(control)
    if column.kind is ColumnKind.DATE:
        return wordml.date_control(control, DAY)
    return wordml.text_control(control, WRITE, long=True)


def _signature(asked: _Asked) -> Iterator[str]:
    columns = [wordml.Column("Printed name", 4), wordml.Column("Signature", 5), wordml.Column("Date", 3)]
    name = asked.control(asked.words, "name", part="printed name")
    day = asked.control(asked.words, "date", part="date")
    row = (wordml.text_control(name, WRITE), "", wordml.date_control(day, DAY))
    yield wordml.table(f"{asked.field.number} {asked.words}", columns, [row], TYPES[asked.document.row.size].row + 8)


ANSWERS: dict[FieldKind, Callable[[_Asked], Iterator[str]]] = {
    FieldKind.SHORT_TEXT: _text,
    FieldKind.LONG_TEXT: _long_text,
    FieldKind.TICK: _ticks,
    FieldKind.TICK_WITH_LINE: _ticks_with_lines,
    FieldKind.DATE: _date,
    FieldKind.PERSON_WITH_ROLE: _person,
    FieldKind.TABLE: _table,
    FieldKind.SIGNATURE: _signature,
}


def _blocks(prose: Prose, keep: bool = False) -> Iterator[str]:
    """Yield the paragraphs of a prose; links become their words.

    Args:
        prose: the text.
        keep: whether it stays on a page with what follows.
    """
    for block in parse(prose).children:
        if block.type in ("bullet_list", "ordered_list"):
            yield from (paragraph("ListBullet", run(to_text(item)), keep=keep) for item in block.children)
        else:
            yield paragraph("Normal", *_marked(block), keep=keep)


def _runs(prose: Prose) -> list[str]:
    return list(_marked(parse(prose)))


def _marked(node: SyntaxTreeNode) -> Iterator[str]:
    """Yield the words below a node, with strong and stressed words marked."""
    return (run(*piece) for piece in text_runs(node))
