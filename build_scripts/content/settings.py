"""Numbers that are policy and not code: ``settings.yml``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from build_scripts.content.fields import DayOfYear, Record, Whole
from build_scripts.content.pages import Audience
from build_scripts.content.sessions import SessionKind

Positive = Annotated[Whole, Field(ge=1)]
Percent = Annotated[Whole, Field(ge=0, le=100)]


class AgeSettings(Record):
    """When copies and facts count as old."""

    copy_days: Positive
    """Days after the build for which a copy says nothing of its age."""
    new_edition: DayOfYear
    """The day of the year on which guidance in England normally changes; a copy from before it is old."""
    due_soon_days: Positive
    """Days ahead in which a review counts as due soon."""

    def next_edition(self, day: date) -> date:
        """Return the next day on which guidance normally changes, from a day on."""
        return self._edition(day.year) if day <= self._edition(day.year) else self._edition(day.year + 1)

    def old_from(self, built_on: date) -> date:
        """Return the first day on which a copy says that it is old."""
        return min(built_on + timedelta(self.copy_days + 1), self.next_edition(built_on + timedelta(1)))

    def _edition(self, year: int) -> date:
        return date.fromisoformat(f"{year}-{self.new_edition}")


class ReadingAges(Record):
    """The highest reading age of a page, in years, by who reads it."""

    staff: Positive
    """Pages for staff."""
    parents: Positive
    """Pages and copies for parents and carers."""
    young_person: Positive
    """Pages and copies for young people."""


class ReadingSettings(Record):
    """How hard words may be."""

    sentence_words: Positive
    """The most words in a sentence."""
    easy_sentence_words: Positive
    """The most words in a sentence of an easy-read version."""
    ages: ReadingAges
    """The highest reading ages."""

    def age(self, audience: Audience) -> int:
        """Return the highest reading age of what an audience reads."""
        return {
            Audience.STAFF: self.ages.staff,
            Audience.PARENTS: self.ages.parents,
            Audience.YOUNG_PERSON: self.ages.young_person,
        }[audience]


class QuestionCount(Record):
    """How many questions a knowledge check has."""

    fewest: Positive
    """At least."""
    most: Positive
    """At most."""


class QuestionCounts(Record):
    """How many questions a knowledge check has, by the kind of its session."""

    briefing: QuestionCount
    """In a briefing."""
    session: QuestionCount
    """In a session."""
    refresher: QuestionCount
    """In a refresher."""


class SessionSettings(Record):
    """What training sessions keep to."""

    builder_minutes: Annotated[tuple[Positive, ...], Field(min_length=1)]
    """The lengths that the session builder offers, the shortest first."""
    spare_minutes: Whole
    """Minutes by which a running order may differ from the length of its session."""
    pause_after: Percent
    """The earliest start of the pause, in per cent of the session."""
    pause_before: Percent
    """The latest start of the pause, in per cent of the session."""
    questions: QuestionCounts
    """How many questions a knowledge check has."""

    def question_count(self, kind: SessionKind) -> QuestionCount:
        """Return how many questions the knowledge check of a kind of session has."""
        return {
            SessionKind.BRIEFING: self.questions.briefing,
            SessionKind.SESSION: self.questions.session,
            SessionKind.REFRESHER: self.questions.refresher,
        }[kind]


class Settings(Record):
    """``settings.yml``."""

    age: AgeSettings
    """After how long a copy or a fact is old."""
    reading: ReadingSettings
    """Limits of sentences and pages."""
    sessions: SessionSettings
    """Limits of sessions, and what the session builder offers."""
