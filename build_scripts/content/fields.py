"""The parts that every record is made of: located records, prose, references, field types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ModelWrapValidatorHandler,
    PlainValidator,
    PrivateAttr,
    StringConstraints,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from build_scripts.content.problems import Location

NOWHERE = Location("?")
ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LINK_PATTERN = rf"^[a-z]+:{ID_PATTERN}(#{ID_PATTERN})?$"
ADDRESS_PATTERN = rf"{ID_PATTERN}(?:/{ID_PATTERN})*"


def wrong(message: str, remedy: str) -> PydanticCustomError:
    """Return a validation error whose text is ready for an editor to read."""
    text = f"{message}; {remedy}".replace("{", "(").replace("}", ")")
    return PydanticCustomError("content", text)


class Record(BaseModel):
    """Something an editor wrote: frozen, with the place it was written at."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    _location: Location = PrivateAttr(default=NOWHERE)
    _places: dict[str, Location] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_location(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(data)
        record._location = getattr(data, "location", NOWHERE)
        record._places = getattr(data, "key_locations", {})
        return record

    @property
    def location(self) -> Location:
        """Where the record begins in its file."""
        return self._location

    def place(self, key: str) -> Location:
        """Return where a key of the record stands; where the record begins when it was not written."""
        return self._places.get(key, self._location)


@dataclass(frozen=True)
class Prose:
    """Text in Markdown, not yet parsed.

    Attributes:
        text: the Markdown as written, without the indentation of its YAML.
        location: where the text begins.
        exact: whether line n of ``text`` stands on line ``location.line + n`` of the file.
        inline: whether only one paragraph is allowed.
        joints: where lines of the file were joined to one: how many characters are before, where the next line stands.
    """

    text: str
    location: Location = field(default=NOWHERE, compare=False)
    exact: bool = field(default=False, compare=False)
    inline: bool = False
    joints: tuple[tuple[int, Location], ...] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def place(self, line: int, column: int = 0) -> Location:
        """Return the place in the file of a line and column of ``text``, both from 0."""
        start = self.location
        if not self.exact and not self.joints:
            return start
        if self.joints:
            before, start = [each for each in ((0, start), *self.joints) if each[0] <= column][-1]
            column -= before
        return Location(start.path, start.line + line, start.column + column)

    def place_of(self, offset: int) -> Location:
        """Return the place in the file of a character of ``text``, counted from 0."""
        before = self.text[:offset]
        return self.place(before.count("\n"), len(before) - before.rfind("\n") - 1)


@dataclass(frozen=True, order=True)
class Reference:
    """A typed link to something else in the content, such as ``term:consent``."""

    kind: str
    id: str
    fragment: str = ""
    location: Location = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" + (f"#{self.fragment}" if self.fragment else "")


@dataclass
class ValidationContext:
    """Every prose and reference met while records are made, also those of records that turn out wrong.

    Given as the context of validation, so that all mistakes of a file can be told at once.
    """

    proses: list[Prose] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def _prose(inline: bool) -> Callable[[object, ValidationInfo], Prose]:
    def make(value: object, info: ValidationInfo) -> Prose:
        if isinstance(value, Prose):
            return value
        if not isinstance(value, str):
            raise wrong("this should be text", "write words here, after '|' if they need several lines")
        if not value.strip():
            raise wrong("this text is empty", "write something or remove the key")
        if len(value) > LONGEST_PROSE:
            raise wrong(f"this text has {len(value):,} characters", f"keep it under {LONGEST_PROSE:,}, or split it")
        location = getattr(value, "text_location", NOWHERE)
        joints = getattr(value, "joints", ())
        prose = Prose(str(value), location, getattr(value, "exact", False), inline, joints)
        if isinstance(info.context, ValidationContext):
            info.context.proses.append(prose)
        return prose

    return make


def _hours(value: object, info: ValidationInfo) -> Prose:
    prose = _prose(inline=True)(value, info)
    if not re.search(r"[^\W\d_]", prose.text):
        raise wrong(
            f"'{prose.text}' does not say when", "write days and times, such as Monday to Friday, 9.30am to 5pm"
        )
    return prose


def _reference(kind: str | None, noted: bool = True) -> Callable[[object, ValidationInfo], Reference]:
    pattern = re.compile(rf"(?:([a-z]+):)?({ID_PATTERN})(?:#({ID_PATTERN}))?")
    if kind is None:
        message, remedy = "is not a kind and an id", "write both, like section:understanding"
    else:
        message, remedy = "is not an id", "write it in lower-case letters, digits and hyphens, such as consent"

    def make(value: object, info: ValidationInfo) -> Reference:
        if isinstance(value, Reference):
            return value
        found = pattern.fullmatch(value.strip()) if isinstance(value, str) else None
        if found is None or (kind is None) != (found[1] is not None):
            raise wrong(f"'{value}' {message}", f"write {found[2]} alone" if found and kind else remedy)
        location = getattr(value, "location", NOWHERE)
        reference = Reference(kind or found[1], found[2], found[3] or "", location)
        if noted and isinstance(info.context, ValidationContext):
            info.context.references.append(reference)
        return reference

    return make


def _shown(value: object, info: ValidationInfo) -> Reference:
    """Make a reference of a typed link, or of a plain id, whose kind depends on what a slide shows."""
    plain = isinstance(value, str) and ":" not in value
    return _reference("shown", noted=False)(value, info) if plain else _reference(None)(value, info)


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        meant = _meant_day(value) if isinstance(value, str) else None
        remedy = (
            f"write {meant}, with the year first, and noughts" if meant else "write year, month and day like 2026-11-22"
        )
        raise wrong(f"'{value}' is not a date", remedy)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise wrong(f"there is no day '{value}'", "check the month and the day") from None


def _meant_day(value: str) -> date | None:
    """Return the day that somebody wrote as it is written in Britain, such as 1 May 2027 or 01/05/2027, or 2027-5-1."""
    turned = re.sub(r"^(\d{4})[ ./-](\d{1,2})[ ./-](\d{1,2})$", r"\3-\2-\1", value.strip())
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?[ ./-]([A-Za-z]+|\d{1,2})[ ./-](\d{4})", turned)
    names = [name[:3].lower() for name in MONTHS]
    month = found[2] if found else ""
    number = int(month) if month.isdigit() else 1 + names.index(month[:3].lower()) if month[:3].lower() in names else 0
    try:
        return date(int(found[3]), number, int(found[1])) if found else None
    except ValueError:
        return None


def _day_of_year(value: str) -> str:
    try:
        date.fromisoformat(f"2026-{value}")  # no leap year: a day that comes every year
    except ValueError:
        raise wrong(f"'{value}' is not a day of every year", "write month and day like 09-01") from None
    return value


def _yes_no(value: object) -> object:
    words = {"yes": True, "true": True, "no": False, "false": False}
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value.lower() not in words:
        raise wrong(f"'{value}' is neither yes nor no", "write yes or no")
    return words[value.lower()]


def _whole_number(value: object) -> object:
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"\d{1,6}", value)):
        return int(value)
    raise wrong(f"'{value}' is not a whole number", "write digits only, such as 10")


def _clock(value: object) -> object:
    found = re.fullmatch(r"(\d\d):(\d\d)", value) if isinstance(value, str) else None
    minute = int(found[1]) * 60 + int(found[2]) if found and int(found[2]) < 60 else -1
    if isinstance(value, int):
        return value
    if not 0 <= minute <= 24 * 60:
        parts = re.fullmatch(r"(\d{1,2})(?:[.:](\d\d))? ?(am|pm)?", value.strip()) if isinstance(value, str) else None
        hour = int(parts[1]) % 12 + 12 * (parts[3] == "pm") if parts and parts[3] else int(parts[1]) if parts else 24
        remedy = "write hours and minutes like 09:30, at latest 24:00"
        if parts and hour < 24 and int(parts[2] or 0) < 60:
            remedy = f"write {hour:02}:{parts[2] or '00'}"
        raise wrong(f"'{value}' is not a time", remedy)
    return minute


def _url(value: str) -> str:
    if not re.fullmatch(r"https?://[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?:[/?#]\S*)?", value):
        raise wrong(f"'{value}' is not a web address", "write the whole address, beginning https://")
    return value


def _phone(value: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 ]{1,18}", value):
        raise wrong(f"'{value}' is not a phone number", "write digits and spaces only, such as 0800 1111")
    if len(value) > MOST_AT_ONCE and " " not in value:
        raise wrong(f"'{value}' has no spaces", "write it as people read it out, such as 0800 1111")
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9._-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", value):
        raise wrong(f"'{value}' is not an email address", "write it in lower-case letters, like name@example.org")
    return value


def _address(value: str) -> str:
    if not re.fullmatch(ADDRESS_PATTERN, value):
        raise wrong(f"'{value}' cannot be a web address", "use lower-case letters, digits and hyphens")
    return value


def _schema(description: str, written: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "description": description, "format": written, **more})


def _id_of(what: str) -> WithJsonSchema:
    return _schema(f"The id of {what}", "reference-id")


def written_as(name: str) -> Any:
    """Return what names in a schema how a text is written, for programs that check content without this one."""
    return Field(json_schema_extra={"format": name})


MOST_AT_ONCE = 6
"""So many digits are read out in one breath."""
LONGEST_PROSE, LONGEST_TEXT = 60_000, 1_000
"""Characters: three times the longest that anybody has written; a file that was pasted by mistake is longer."""
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT, pattern=r"^[^\n]*$")
]


class Phrase(str):
    """Text that knows where it stands, for rules about single words of long lists."""

    location: Location = NOWHERE

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(cls._located, handler(Text))

    @classmethod
    def _located(cls, value: object, handler: ValidatorFunctionWrapHandler) -> Self:
        phrase = cls(handler(value))
        phrase.location = getattr(value, "location", NOWHERE)
        return phrase


Id = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$")]
Block = Annotated[Prose, PlainValidator(_prose(False)), _schema("Markdown: paragraphs, lists, tables", "prose")]
Line = Annotated[Prose, PlainValidator(_prose(True)), _schema("Markdown in one paragraph", "line")]
Hours = Annotated[Prose, PlainValidator(_hours), _schema("Opening hours in words, such as 24 hours a day", "hours")]
AnyReference = Annotated[
    Reference,
    PlainValidator(_reference(None)),
    _schema(
        "Kind and id, such as section:understanding",
        "reference",
        pattern=rf"^[a-z]+:{ID_PATTERN}(#{ID_PATTERN})?$",
    ),
]
Day = Annotated[date, BeforeValidator(_day)]
DayOfYear = Annotated[Text, AfterValidator(_day_of_year), written_as("day-of-year")]
YesNo = Annotated[bool, BeforeValidator(_yes_no), written_as("yes-no")]
Whole = Annotated[int, BeforeValidator(_whole_number), written_as("whole")]
Clock = Annotated[int, BeforeValidator(_clock), _schema("A time such as 09:30", "clock", pattern=r"^\d\d:\d\d$")]
"""Minutes since midnight, written as a time."""
Url = Annotated[Text, AfterValidator(_url), written_as("uri")]
Address = Annotated[Text, AfterValidator(_address), written_as("address")]
"""Where a page of this site lies, without ending."""
Phone = Annotated[Text, AfterValidator(_phone), written_as("phone")]
Email = Annotated[Text, AfterValidator(_email), written_as("email")]
TermId = Annotated[Reference, PlainValidator(_reference("term")), _id_of("a glossary term")]
ServiceId = Annotated[Reference, PlainValidator(_reference("service")), _id_of("a service")]
DocumentId = Annotated[Reference, PlainValidator(_reference("document")), _id_of("a document")]
StatisticId = Annotated[Reference, PlainValidator(_reference("statistic")), _id_of("a figure")]
FormId = Annotated[Reference, PlainValidator(_reference("form")), _id_of("a form")]
BehaviourId = Annotated[Reference, PlainValidator(_reference("behaviour")), _id_of("a type of behaviour")]
SurveyId = Annotated[Reference, PlainValidator(_reference("survey")), _id_of("a survey")]

# The next ones lead to something within one file or group, where a check of its own looks for it.
FieldId = Annotated[Reference, PlainValidator(_reference("field", noted=False)), _id_of("a field")]
ChoiceId = Annotated[Reference, PlainValidator(_reference("choice", noted=False)), _id_of("a choice")]
StepId = Annotated[Reference, PlainValidator(_reference("step", noted=False)), _id_of("a consideration")]
PartId = Annotated[Reference, PlainValidator(_reference("part", noted=False)), _id_of("a shared part")]
ScenarioId = Annotated[Reference, PlainValidator(_reference("scenario", noted=False)), _id_of("a scenario")]
RehearsalId = Annotated[Reference, PlainValidator(_reference("rehearsal", noted=False)), _id_of("a rehearsal")]
QuestionId = Annotated[Reference, PlainValidator(_reference("question", noted=False)), _id_of("a question")]
SourceId = Annotated[Reference, PlainValidator(_shown), _schema("Kind and id, or an id alone", "shown")]


def proses_of(value: object) -> Iterator[Prose]:
    """Yield every prose within a record, in the order of its fields."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, Record):
        for name in _fields_of(type(value)):
            yield from proses_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from proses_of(item)


@cache
def _fields_of(kind: type[Record]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


class Nation(StrEnum):
    """A nation of the United Kingdom, since duties differ."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


Nations = Annotated[tuple[Nation, ...], Field(min_length=1)]


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def long_date(day: date) -> str:
    """Return a day as it is printed: 22 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


class FileRecord(Record):
    """A record that has a file of its own."""

    id: Text = ""
    """The file name without its ending; never written in the file itself."""


class Confidence(StrEnum):
    """How sure research is that the present position is stated rightly."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Checked(Record):
    """A record whose facts somebody looked up on a day, and must look up again."""

    checked_on: Day
    """The day the facts were last looked up, like 2026-11-22; whether a person compared them is another fact."""
    review_by: Day
    """The day by which they must be checked again."""
