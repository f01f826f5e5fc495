"""Records that are kept in registers: documents, services, figures, terms, the continuum."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from build_scripts.content.confirmations import Confirmation
from build_scripts.content.fields import (
    AnyReference,
    Block,
    Checked,
    Clock,
    Confidence,
    Day,
    DocumentId,
    Email,
    FileRecord,
    Hours,
    Id,
    Line,
    Nations,
    Phone,
    Record,
    SurveyId,
    Text,
    Url,
    Whole,
    YesNo,
    wrong,
)

DAY = 24 * 60
"""Minutes."""


class Evidence(StrEnum):
    """What kind of page research saw."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    REPOSITORY = "repository"
    NONE = "none"


class Publish(StrEnum):
    """What may be printed of a record until a person has checked the owner's page."""

    AFTER_LIVE_CHECK = "publish-after-live-check"
    NAME_AND_LINK = "name-and-link-only"
    NEVER = "do-not-publish"
    NATIONAL = "national-number"


class Change(Record):
    """One dated change, for «What changed since you were last trained»."""

    on: Day
    """The day the change took effect or was published, as research gives it."""
    what: Line
    """What changed, in one or two plain sentences that stand alone."""
    matters: Line | None = None
    """What the reader does differently."""
    serious: YesNo = False
    """Whether every member of staff should know it."""


class Registered(Checked, FileRecord):
    """What documents and services have in common; their file names stand in typed links, and never change."""

    order: Whole | None = None
    """Place among its neighbours, smallest first; leave gaps such as 10, 20, 30. Without one it comes last."""
    nations: Nations
    """Where it applies."""
    in_2019_guide: YesNo = False
    """Whether the 2019 guide names it; what is new says nothing."""
    guide_2019: Line | None = None
    """What the 2019 guide said of it."""
    url: Url | None = None
    """The owner's own page, as research evidences it; leave it out when none was seen."""
    confidence: Confidence
    """How sure the evidence makes us of what holds now."""
    publish: Publish = Publish.AFTER_LIVE_CHECK
    """What may be printed until a person has checked the owner's page."""
    changes: tuple[Change, ...] = ()
    """What has changed since 2019, dated."""
    confirmed: Confirmation | None = None
    """Who compared it with the owner's own page, when, and what they saw; the mark that says nobody has goes."""

    @property
    def printed(self) -> bool:
        """Whether the record may be shown to readers at all."""
        return self.publish is not Publish.NEVER

    @property
    def unconfirmed(self) -> bool:
        """Whether readers are told that nobody has compared it with the owner's page; a national number needs none.

        Who compared it before it was last looked up has not seen what stands here now.
        """
        return not self.is_national and (self.confirmed is None or self.confirmed.on < self.checked_on)

    @property
    def is_national(self) -> bool:
        """Whether it is a number such as 999, which needs nobody's confirmation."""
        return self.publish is Publish.NATIONAL


class DocumentKind(StrEnum):
    """The kinds of document, in the order of their force."""

    LAW = "law"
    STATUTORY = "statutory-guidance"
    ADVICE = "advice"
    POLICE = "police-and-records"
    FRAMEWORK = "framework-or-tool"
    RESEARCH = "research"


class DocumentStatus(StrEnum):
    """What has become of a document."""

    CURRENT = "current"
    UPDATED = "updated"
    PARTLY_IN_FORCE = "partly-in-force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    REPEALED = "repealed"
    NEVER_IMPLEMENTED = "never-implemented"
    NOT_IN_FORCE = "enacted-not-found-in-force"
    ANNOUNCED = "announced"
    UNKNOWN = "unknown"


class Document(Registered):
    """A law, guidance, tool or study; it stands among those of its kind."""

    title: Text
    """The title as its owner writes it."""
    aliases: tuple[Text, ...] = ()
    """Short names and earlier titles."""
    publisher: Text
    """Who issues it."""
    kind: DocumentKind
    """What kind of document it is."""
    status: DocumentStatus
    """How the document of this title stands today."""
    edition_2019: DocumentStatus | None = None
    """What has become of the edition that the 2019 guide named, where the title is that of a newer one."""
    current_position: Block
    """What applies now, with edition and date."""
    means: Block
    """What that means for the reader."""
    in_force_from: Day | None = None
    """The day the present position began, when research gives the day."""
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    """What kind of pages research saw."""
    unknown: Line | None = None
    """What research could not establish."""


class ServiceAudience(StrEnum):
    """Who a service is for."""

    YOUNG_PERSON = "young-person"
    PARENTS = "parents"
    PROFESSIONALS = "professionals"
    ADULTS = "adults"


class ServiceStatus(StrEnum):
    """What has become of a service since 2019."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    RENAMED = "renamed"
    MERGED = "merged"
    CLOSED = "closed"
    NEW = "new-since-2019"
    UNKNOWN = "unknown"


class Weekday(StrEnum):
    """A day of the week, in order."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Opening(Record):
    """When a service is open on some days of the week, in UK time."""

    days: Annotated[tuple[Weekday, ...], Field(min_length=1)]
    """The days; on a day that no entry names it is closed."""
    opens: Clock | None = None
    """The time it opens, such as 09:30."""
    closes: Clock | None = None
    """The time it closes, at latest 24:00; what goes on after midnight is an entry of the next day."""
    all_day: YesNo = False
    """Whether it is open from midnight to midnight."""

    @model_validator(mode="after")
    def _has_one_time(self) -> Self:
        if self.all_day == (self.opens is not None) or (self.opens is None) != (self.closes is None):
            raise wrong("these hours are not whole", "give 'opens' and 'closes', or 'all_day: yes'")
        if self.opens is not None and self.closes is not None and self.opens >= self.closes:
            raise wrong("it closes before it opens", "end the day at 24:00, and go on with an entry for the next day")
        return self

    def spans(self) -> list[tuple[int, int]]:
        """Return when it is open, as minutes of a week that begins on Monday."""
        first, last = (0, DAY) if self.opens is None or self.closes is None else (self.opens, self.closes)
        starts = [DAY * list(Weekday).index(day) for day in self.days]
        return [(start + first, start + last) for start in starts]


class Service(Registered):
    """A helpline or organisation; the most useful come first.

    When somebody has compared it with the owner's own page, they say so in ``confirmed``.
    """

    name: Text
    """Its name today."""
    aliases: tuple[Text, ...] = ()
    """Other names people use."""
    audiences: Annotated[tuple[ServiceAudience, ...], Field(min_length=1)]
    """Who it is for, in general."""
    status: ServiceStatus
    """What has become of it since 2019."""
    what: Line
    """What it does."""
    brief: Line | None = None
    """The same in a few words, for slides."""
    ages: Line | None = None
    """Who may use it, by age."""
    contact: Line | None = None
    """How to get in touch other than by phone, text, email and web, such as chat."""
    happens: Line | None = None
    """What happens when a young person gets in touch, only as evidenced and in words for them."""
    phone: Phone | None = None
    """The number to call."""
    text: Text | None = None
    """What comes after the word «text»: SHOUT to 85258, or a number."""
    email: Email | None = None
    """The address to write to."""
    hours: Hours | None = None
    """Opening hours, only as evidenced."""
    hours_table: tuple[Opening, ...] = ()
    """The same as a table, from which pages work out whether it is open now."""
    hours_confirmed: Confirmation | None = None
    """Who compared the table with the owner's own page; until somebody has, the table is kept and not shown."""
    cost: Line | None = None
    """What it costs."""
    privacy: Line | None = None
    """How private it is."""
    limits: Line | None = None
    """What it does not do, or for whom it is not."""
    change: Line | None = None
    """What has changed since 2019."""
    unknown: Line | None = None
    """What research could not establish; no page but the register says it."""
    evidence_from: Text
    """The month of the newest page that says so, such as October 2024."""

    @property
    def text_number(self) -> str:
        """The number that a text is sent to, digits alone."""
        return re.sub(r"\D", "", (self.text or "").rpartition(" to ")[2])

    @property
    def week(self) -> list[tuple[int, int]]:
        """When it is open, as minutes of a week that begins on Monday, in order and joined where they meet."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(span for opening in self.hours_table for span in opening.spans()):
            if joined and first <= joined[-1][1]:
                first, last = joined[-1][0], max(last, joined.pop()[1])
            joined.append((first, last))
        return joined

    @property
    def hours_known(self) -> bool:
        """Whether somebody has made sure of the opening hours; until then only the register repeats what was found.

        Who confirms an entry has compared them too; only the table needs a confirmation of its own.
        """
        return self.hours is not None and (self.hours_confirmed is not None or not self.unconfirmed)

    @property
    def hours_data(self) -> str:
        """The table as ``hours.js`` reads it; nothing until a person has confirmed it."""
        if self.hours_confirmed is None or not self.printed:
            return ""
        return " ".join(f"{first}-{last}" for first, last in self.week)

    @model_validator(mode="after")
    def _hours_are_whole(self) -> Self:
        if self.hours_confirmed is not None and not self.hours_table:
            raise wrong("'hours_confirmed' is set, and there is no table of hours", "add 'hours_table'")
        return self

    @model_validator(mode="after")
    def _obeys_publish_rule(self) -> Self:
        if self.confirmed is not None and self.publish is not Publish.NEVER:
            return self
        numbers = {"phone": self.phone, "text": self.text, "email": self.email, "hours": self.hours}
        links = {"url": self.url, "contact": self.contact}
        banned = {
            Publish.AFTER_LIVE_CHECK: {},
            Publish.NATIONAL: {},
            Publish.NAME_AND_LINK: numbers,
            Publish.NEVER: {**numbers, **links},
        }[self.publish]
        given = [key for key, value in banned.items() if value is not None]
        if given:
            raise wrong(
                f"'{self.publish}' does not allow {', '.join(given)} to be printed",
                "remove it, or say in 'confirmed' who compared it with the owner's page",
            )
        return self


class Term(Record):
    """A glossary term."""

    id: Id
    """Short name in typed links; it never changes."""
    term: Text
    """The term as printed."""
    aliases: tuple[Text, ...] = ()
    """Other spellings and names."""
    meaning: Block
    """What it means, in plain words."""
    guide_2019: Line | None = None
    """What the 2019 guide said, where a reader may still meet it and it differs."""
    see: tuple[AnyReference, ...] = ()
    """Where to read more."""
    in_2019_guide: YesNo = False
    """Whether the 2019 guide's glossary has it; a new word says nothing."""


class Survey(Checked):
    """A study that figures come from."""

    id: Id
    """Short name."""
    title: Text
    """Its title or plain name."""
    who: Text
    """Who carried it out."""
    year: Text
    """When, such as 2017."""
    asked: Line
    """Who was asked, and how many."""
    nations: Text
    """Where."""
    document: DocumentId | None = None
    """The report, when it is in the register of documents."""
    note: Line | None = None
    """What a reader must know before quoting it."""


class Statistic(Record):
    """One figure."""

    id: Id
    """Short name in typed links; it never changes."""
    figure: Text
    """The figure as a number, such as 8%."""
    percent: Annotated[float, Field(gt=0, le=100)] | None = None
    """The same as a share of a hundred, for charts."""
    plain: Text
    """The figure in plain words, such as about 1 in 12."""
    text: Line
    """What the figure says, beginning after the figure."""
    survey: SurveyId
    """The study it comes from."""
    asked: Line | None = None
    """Who was asked, when not everybody in the study."""
    confirmed: YesNo
    """Whether research saw the figure outside the 2019 guide."""
    note: Line | None = None
    """What the 2019 guide got wrong, or what is not known."""


class Level(Record):
    """One level of the continuum."""

    id: Id
    """Short name."""
    name: Text
    """The level's name."""
    also: Text | None = None
    """What others call it today."""
    harmful: YesNo
    """Whether the umbrella term covers it."""
    brief: Line
    """What marks the level, in one sentence, for the drawing and for slides."""
    features: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What is seen at this level."""


class Continuum(Checked):
    """The continuum of sexual behaviour in young people."""

    level_heading: Text
    """The heading of the column of levels."""
    features_heading: Text
    """The heading of the column of features."""
    harmful_heading: Text
    """The header that spans the harmful levels."""
    expected_heading: Text
    """The header beside the levels that are not harmful."""
    levels: Annotated[tuple[Level, ...], Field(min_length=2)]
    """The levels in order."""
    notes: Annotated[tuple[Line, ...], Field(min_length=1)]
    """How to read the table."""
    sources: Annotated[tuple[DocumentId, ...], Field(min_length=1)]
    """Where the continuum comes from."""


class Denied(Record):
    """Something that must never be printed."""

    pattern: Text
    """The string; for a number, its digits in any spacing are meant."""
    near: Text | None = None
    """Refuse the string only on a line that also holds this one."""
    why: Text
    """Why it must not be printed, and what to print instead."""
