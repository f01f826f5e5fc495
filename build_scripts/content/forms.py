"""Forms as data: parts and fields, the matrix of what is built of them, and worked examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Self

import pydantic
from pydantic import AfterValidator, model_validator

from build_scripts.content.fields import (
    ID_PATTERN,
    BehaviourId,
    Block,
    Checked,
    ChoiceId,
    Day,
    FieldId,
    FileRecord,
    FormId,
    Id,
    Line,
    Prose,
    Record,
    ServiceId,
    StepId,
    Text,
    Whole,
    YesNo,
    proses_of,
    written_as,
    wrong,
)


class Copy(StrEnum):
    """A copy of a form: who has it decides which fields it carries."""

    WORKING = "working"
    YOUNG_PERSON = "young-person"
    PARENTS = "parents"
    STAFF_ANNEX = "staff-annex"


class Size(StrEnum):
    """How much of a form is printed, and how large."""

    CORE = "core"
    FULL = "full"
    ONE_PAGE = "one-page"
    EASY_READ = "easy-read"
    LARGE_PRINT = "large-print"
    FULL_LARGE_PRINT = "full-large-print"

    @property
    def fields(self) -> Size:
        """The size that fields name: large print has the fields of what it enlarges."""
        return {Size.LARGE_PRINT: Size.CORE, Size.FULL_LARGE_PRINT: Size.FULL}.get(self, self)

    @property
    def has_help(self) -> bool:
        """Whether it says how to answer."""
        return self.fields in (Size.CORE, Size.FULL)

    @property
    def is_short(self) -> bool:
        """Whether it has little room."""
        return self.fields in (Size.CORE, Size.ONE_PAGE)

    @property
    def is_large_print(self) -> bool:
        """Whether its letters are those of large print."""
        return self in (Size.LARGE_PRINT, Size.FULL_LARGE_PRINT)


class Shape(StrEnum):
    """A kind of file made from a form."""

    PAGE = "page"
    PDF = "pdf"
    FILLABLE_PDF = "fillable-pdf"
    DOCX = "docx"


ENDINGS = {
    Shape.PAGE: ".html",
    Shape.PDF: ".pdf",
    Shape.FILLABLE_PDF: "-to-fill-in.pdf",
    Shape.DOCX: ".docx",
}
"""What each shape adds to the name of a file."""


class Answerer(StrEnum):
    """Whose words the answers of a part are."""

    YOUNG_PERSON = "young-person"
    STAFF = "staff"
    PARENTS = "parents"
    DSL = "dsl"
    TOGETHER = "together"


class FieldKind(StrEnum):
    """How a field is answered."""

    SHORT_TEXT = "short-text"
    LONG_TEXT = "long-text"
    TICK = "tick"
    TICK_WITH_LINE = "tick-with-line"
    DATE = "date"
    PERSON_WITH_ROLE = "person-with-role"
    TABLE = "table"
    SIGNATURE = "signature"


class ColumnKind(StrEnum):
    """How a cell of a table is answered."""

    SHORT_TEXT = "short-text"
    LONG_TEXT = "long-text"
    TICK = "tick"
    DATE = "date"

    @property
    def weight(self) -> int:
        """How wide a column is on paper, against the others of its table."""
        return {ColumnKind.TICK: 2, ColumnKind.LONG_TEXT: 7}.get(self, 4)


class Picture(StrEnum):
    """A line picture of the easy-read version, which means one thing: ``build_scripts/forms/pictures/<name>.svg``."""

    ADULT = "adult"
    """A grown-up and a young person."""
    BOOK = "book"
    """An open book."""
    CALENDAR = "calendar"
    """A page of a calendar."""
    CLOCK = "clock"
    """A clock."""
    CUP = "cup"
    """A cup with something hot."""
    DOOR = "door"
    """A closed door."""
    EYE = "eye"
    """An eye."""
    FENCE = "fence"
    """A fence with a gate."""
    HAND = "hand"
    """A raised hand."""
    HEART = "heart"
    """A heart."""
    HELP = "help"
    """A lifebelt."""
    HOUSE = "house"
    """A house with a door."""
    IMAGE = "image"
    """A picture in a frame."""
    LAPTOP = "laptop"
    """A laptop."""
    LETTERS = "letters"
    """A small and a large letter."""
    LIST = "list"
    """A list with ticks."""
    LOCK = "lock"
    """A padlock."""
    NAME = "name"
    """A badge with a name."""
    PAPER = "paper"
    """A sheet of paper with writing."""
    PEOPLE = "people"
    """Three people."""
    PENCIL = "pencil"
    """A pencil that writes."""
    PHONE = "phone"
    """A mobile phone."""
    PLACE = "place"
    """A pin that marks a place."""
    ROAD = "road"
    """A path that leads on."""
    SHIELD = "shield"
    """A shield with a tick."""
    STAR = "star"
    """A star."""
    TALK = "talk"
    """Two speech bubbles."""
    THINK = "think"
    """A head with a thought bubble."""


def _number(value: str) -> str:
    if not re.fullmatch(r"[1-9]\d?\.[1-9]\d?", value):
        raise wrong(f"'{value}' is not a number of a field", "write part and field like 2.3")
    return value


FieldNumber = Annotated[Text, AfterValidator(_number), written_as("field-number")]
Copies = Annotated[tuple[Copy, ...], pydantic.Field(min_length=1)]
Count = Annotated[Whole, pydantic.Field(ge=1, le=40)]


class Choice(Record):
    """One of several boxes to tick."""

    id: Id
    """Short name within the field; it never changes."""
    label: Line
    """The words beside the box."""
    line: YesNo = False
    """Whether a line to write on follows."""
    picture: Picture | None = None
    """The picture to its left in the easy-read version."""
    days: Whole | None = None
    """The days between two reviews that this choice stands for."""


class Easy(Record):
    """An idea in the easy-read version."""

    label: Line
    """Short sentences, one idea each; settings.yml says how short."""
    picture: Picture
    """The picture to its left."""


class EasyField(Easy):
    """A field in the easy-read version."""

    rows: Count | None = None
    """How often a table asks its questions there, one below another."""


class EasyService(Easy):
    """A service in the easy-read version."""

    service: ServiceId
    """Which service; its name and number follow the words."""


class Column(Record):
    """One column of a table."""

    id: Id
    """Short name within the table; it never changes."""
    label: Line
    """The head of the column."""
    easy: Easy | None = None
    """What it asks in the easy-read version, which has no tables."""
    kind: ColumnKind = ColumnKind.SHORT_TEXT
    """How its cells are answered."""


class CalculatedDate(Record):
    """How a date follows from other answers."""

    start: FieldId
    """The date to count from."""
    interval: FieldId
    """The field whose ticked choice says how many days later."""


EXTRAS = {
    FieldKind.SHORT_TEXT: {"wide"},
    FieldKind.LONG_TEXT: {"lines", "fewer", "wide"},
    FieldKind.TICK: {"choices", "only_one", "wide"},
    FieldKind.TICK_WITH_LINE: {"lines"},
    FieldKind.DATE: {"reckoned"},
    FieldKind.TABLE: {"columns", "rows", "fewer", "wide"},
}
"""What fields of some kinds have besides what all have."""
NEEDED = {
    FieldKind.LONG_TEXT: {"lines"},
    FieldKind.TICK_WITH_LINE: {"lines"},
    FieldKind.TABLE: {"columns", "rows"},
}


class Field(Record):
    """One thing that a form asks."""

    id: Id
    """Short name in saved files; unique in the form, and it never changes."""
    number: FieldNumber
    """Its number among all fields of the form, such as 2.3, which it keeps for good; each copy counts from 1 again."""
    kind: FieldKind
    """How it is answered."""
    label: Line
    """The prompt."""
    help: Line | None = None
    """How to answer."""
    more: Line | None = None
    """A link to what helps further, where links can be followed; paper and Word leave it out."""
    why_we_ask: Line | None = None
    """Why the form asks this."""
    example: Line | None = None
    """A fictional answer."""
    if_empty: Line | None = None
    """What the fit check says when this is left empty."""
    lines: Count | None = None
    """Lines to write on; for tick-with-line, the boxes with a line each."""
    columns: tuple[Column, ...] = ()
    """The columns of a table."""
    rows: Count | None = None
    """The empty rows of a table."""
    fewer: Count | None = None
    """How many lines or rows it has where room is short, in the core size and on one page, when not as many."""
    wide: YesNo = False
    """Whether its answer needs the whole width of the paper."""
    half: YesNo = False
    """Whether it shares the width of compact paper with a neighbour that is half too."""
    choices: tuple[Choice, ...] = ()
    """Several boxes to tick in place of one."""
    only_one: YesNo = False
    """Whether one of the choices at most is ticked; a PDF to fill in lets only one stand."""
    copies: tuple[Copy, ...] = ()
    """The copies that carry it, when not all those of its part."""
    sizes: Annotated[tuple[Size, ...], pydantic.Field(min_length=1)] = (Size.FULL,)
    """The sizes that carry it: core, full, one-page, easy-read; large print follows core and full."""
    one_page: tuple[Copy, ...] = ()
    """The copies whose one page carries it, when not all those that have it."""
    easy: EasyField | None = None
    """Its words and picture in the easy-read version."""
    same_as: FieldId | None = None
    """The field whose answer it repeats, so that a name is typed once; a signature repeats only the printed name."""
    consideration: StepId | None = None
    """The consideration of route.yml that it records, with the same words; its questions come from there."""
    reckoned: CalculatedDate | None = None
    """How the date follows from other answers."""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        extras = set[str]().union(*EXTRAS.values()) & self.model_fields_set
        if strange := extras - EXTRAS.get(self.kind, set()):
            raise wrong(
                f"'{', '.join(sorted(strange))}' does not go with '{self.kind}'", "remove it or change the kind"
            )
        if missing := NEEDED.get(self.kind, set()) - extras:
            raise wrong(f"a field of kind '{self.kind}' needs '{', '.join(sorted(missing))}'", "add it")
        if self.only_one and not self.choices:
            raise wrong("'only_one' needs 'choices'", "add choices or remove it")
        if any(size.is_large_print for size in self.sizes):
            raise wrong("large print is not chosen field by field", "write 'full'; large print has the same fields")
        if self.one_page and Size.ONE_PAGE not in self.sizes:
            raise wrong("'one_page' narrows a size that the field does not have", "add 'one-page' to its sizes")
        return self

    def stands_on(self, copy: Copy, size: Size, of_part: tuple[Copy, ...]) -> bool:
        """Tell whether a copy of a size carries it.

        Args:
            copy: which copy.
            size: in which size.
            of_part: the copies that carry its part.
        """
        copies = self.copies or of_part
        if size is Size.ONE_PAGE and self.one_page:
            copies = self.one_page
        return copy in copies and size.fields in self.sizes

    @property
    def words(self) -> tuple[Prose, ...]:
        """Everything that is printed of the field, save its easy-read version."""
        names = ("label", "help", "more", "why_we_ask", "example", "if_empty", "choices")
        heads = tuple(column.label for column in self.columns)
        return (*(prose for name in names for prose in proses_of(getattr(self, name))), *heads)

    @property
    def easy_words(self) -> tuple[Prose, ...]:
        """Everything that is printed of the field in the easy-read version, or nothing when it is not in it."""
        if Size.EASY_READ not in self.sizes or self.easy is None:
            return ()
        asked = (column.easy.label for column in self.columns if column.easy)
        return (self.easy.label, *proses_of(self.choices), *asked)


class Part(Record):
    """A group of fields under one heading."""

    id: Id
    """Short name; no field of the form has it too."""
    number: Whole
    """The number before the dot in the numbers of its fields."""
    title: Line
    """Its heading."""
    easy_title: Line | None = None
    """Its heading in the easy-read version."""
    intro: Block | None = None
    """What stands above its fields."""
    answered_by: Answerer
    """Whose words the answers are."""
    copies: Copies
    """The copies that carry it."""
    fields: Annotated[tuple[Field, ...], pydantic.Field(min_length=1)]
    """What it asks, in order."""

    def fields_on(self, copy: Copy, size: Size = Size.FULL) -> tuple[Field, ...]:
        """Return the fields that stand on a copy of a size."""
        return tuple(field for field in self.fields if field.stands_on(copy, size, self.copies))


class CopyText(Record):
    """What stands around the fields on a copy that goes home."""

    copy_kind: Copy
    """Which copy."""
    lead: Block
    """What it says first to whoever keeps it."""
    easy_lead: tuple[Easy, ...] = ()
    """The same for the easy-read version, one idea each."""
    easy_services: tuple[EasyService, ...] = ()
    """The services in the easy-read version: when to ask each for help."""
    easy_own: tuple[Easy, ...] = ()
    """What ``own`` says, one idea each with one ``local:`` link at its end."""
    services_title: Line
    """The heading above the services."""
    services: Annotated[tuple[ServiceId, ...], pydantic.Field(min_length=1)]
    """Who helps, printed with name and number; the most urgent first."""
    own: Line | None = None
    """Whom at the school to ask, with ``local:`` links; on paper each is a line to write on unless it was given."""


class Form(Checked, FileRecord):
    """A form: one definition for page, PDF and Word."""

    title: Text
    """Its name."""
    menu_title: Text | None = None
    """A shorter name for menus."""
    neutral_title: Text | None = None
    """Its name on copies that a young person keeps, since others may see them."""
    file_name: Id | None = None
    """How the files of those copies begin, such as my-plan."""
    summary: Line
    """One sentence that says what it is for."""
    lead: Block
    """What staff read first."""
    brief: Block | None = None
    """The same within a few lines, for the core size, which has no room for more."""
    is_not: Annotated[tuple[Line, ...], pydantic.Field(min_length=1)]
    """What it is not, so that nobody leans on it for that."""
    beside: tuple[Line, ...] = ()
    """What must stand beside it."""
    who_fills: Line
    """Who fills it in, and with whom."""
    who_sees: Line
    """Who may see it."""
    where_kept: Line
    """Where its copies are kept."""
    compact: YesNo = False
    """Whether prompts stand beside their answers on paper, so that it takes few sheets."""
    order: Whole
    """Place among the forms."""
    source_pages: Text | None = None
    """Pages of the 2019 guide whose questions it carries."""
    copies: tuple[CopyText, ...] = ()
    """The words on copies that go home."""
    parts: Annotated[tuple[Part, ...], pydantic.Field(min_length=1)]
    """Its parts in order."""

    @property
    def menu(self) -> str:
        """The name of the form in menus."""
        return self.menu_title or self.title

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, in order."""
        return tuple(field for part in self.parts for field in part.fields)

    def field(self, field_id: str) -> Field | None:
        """Return the field of an id, or None."""
        return next((field for field in self.fields if field.id == field_id), None)

    def parts_on(self, copy: Copy, size: Size = Size.FULL) -> tuple[tuple[Part, tuple[Field, ...]], ...]:
        """Return the parts that stand on a copy of a size, each with its fields there."""
        found = ((part, part.fields_on(copy, size)) for part in self.parts)
        return tuple((part, fields) for part, fields in found if fields)

    def text_of(self, copy: Copy) -> CopyText | None:
        """Return the words around the fields of a copy, or None when it has none of its own."""
        return next((text for text in self.copies if text.copy_kind is copy), None)

    def words_on(self, copy: Copy) -> Iterator[Prose]:
        """Yield everything printed on the full size of a copy, for measuring how it reads."""
        if copy is Copy.WORKING:
            around = (
                self.summary,
                self.lead,
                self.brief,
                self.is_not,
                self.beside,
                self.who_fills,
                self.who_sees,
                self.where_kept,
            )
            yield from proses_of(around)
        text = self.text_of(copy)
        if text:
            yield from (text.lead, text.services_title)
            yield from [text.own] if text.own else []
        for part, fields in self.parts_on(copy):
            yield from proses_of((part.title, part.intro))
            for field in fields:
                yield from field.words

    @property
    def easy_words(self) -> tuple[Prose, ...]:
        """Everything printed in the easy-read version."""
        titles = [part.easy_title for part in self.parts if any(field.easy_words for field in part.fields)]
        ideas = (idea for text in self.copies for idea in (*text.easy_lead, *text.easy_services, *text.easy_own))
        leads = [idea.label for idea in ideas]
        fields = [prose for field in self.fields for prose in field.easy_words]
        return (*leads, *(title for title in titles if title), *fields)


class MatrixRow(Record):
    """One document that is built of a form, in one or more shapes."""

    form: FormId
    """The form."""
    copy_kind: Copy
    """Which copy of it."""
    size: Size
    """In which size."""
    shapes: Annotated[tuple[Shape, ...], pydantic.Field(min_length=1)]
    """As which kinds of file."""
    file: Id
    """The name of its files without ending: lower case and neutral, since file names are seen by others."""
    title: Text
    """The title within its files."""

    @property
    def files(self) -> dict[Shape, str]:
        """The name of the file of each shape."""
        return {shape: self.file + ENDINGS[shape] for shape in self.shapes}


def _asked(value: str) -> str:
    if not re.fullmatch(rf"{ID_PATTERN}(?:\.{ID_PATTERN}){{1,2}}", value):
        raise wrong(f"'{value}' is no question of a form", "write form and field like review-log.name")
    return value


Asked = Annotated[Text, AfterValidator(_asked), written_as("asked")]


class SharedAnswer(Record):
    """One thing that several forms ask: a copy of one of them, opened in another, fills it in there.

    A column of a table is named behind its field, and goes from row to row.
    """

    asked_as: Annotated[tuple[Asked, ...], pydantic.Field(min_length=2)]
    """What each form calls it: form and field, such as ``review-log.name``, and the column of a table."""


class Answer(Record):
    """A fictional answer to one field; only the keys that fit its kind are given."""

    field: FieldId
    """The field that is answered."""
    text: Block | None = None
    """For short-text and long-text; for ticks, what stands on the line of a choice."""
    lines: tuple[Line, ...] = ()
    """For tick-with-line: what stands on each line that is ticked."""
    ticked: YesNo | None = None
    """For one box to tick."""
    chosen: tuple[ChoiceId, ...] = ()
    """For several boxes: the ids of those that are ticked."""
    day: Day | None = None
    """For date and signature."""
    name: Text | None = None
    """For person-with-role and signature: a first name."""
    role: Text | None = None
    """For person-with-role."""
    rows: tuple[tuple[Line, ...], ...] = ()
    """For a table: each row as a list of its cells, in the order of the columns."""


class WorkedExample(FileRecord):
    """A form filled in for a made-up young person."""

    form: FormId
    """The form."""
    behaviour: BehaviourId
    """The type of behaviour it is about."""
    title: Text
    """Its heading."""
    notice: Line
    """Says that everybody in it is made up."""
    summary: Line
    """What the reader sees in it."""
    order: Whole
    """Place among the examples."""
    answers: Annotated[tuple[Answer, ...], pydantic.Field(min_length=1)]
    """The answers; a field that is not named stays empty."""
