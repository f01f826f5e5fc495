"""What a person has put their name to: a comparison with an owner's page, or a review of a page."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from build_scripts.content.fields import Day, Record, Text, wrong

EXAMPLE_NAME, EXAMPLE_ROLE = "Name", "role"
"""What stands in the example of the command; whoever copies it puts their own name in place of it."""


def _name(value: str) -> str:
    if not re.search(r"[^\W\d_]{2}", value) or value == EXAMPLE_NAME:
        raise wrong(f"'{value}' is no name", "write the name of the person who did it; nobody else can say so")
    return value


def _role(value: str) -> str:
    if not re.search(r"[^\W\d_]{2}", value) or value == EXAMPLE_ROLE:
        raise wrong(f"'{value}' is no role", "write what the person does, such as safeguarding lead")
    return value


def _seen(value: str) -> str:
    if not re.search(r"[^\W\d_]{2}", value):
        raise wrong(
            f"'{value}' does not say what was seen", "write it in a few words, such as: the same number and hours"
        )
    return value


class Confirmation(Record):
    """What a person has done and seen; nobody writes it but that person, or somebody whom they asked to."""

    by: Annotated[Text, AfterValidator(_name)]
    """The name of the person."""
    role: Annotated[Text, AfterValidator(_role)]
    """What they do, such as safeguarding lead."""
    on: Day
    """The day they did it."""
    saw: Annotated[Text, AfterValidator(_seen)]
    """What they saw, in a few words."""


class Reviewer(StrEnum):
    """Who reads the guidance and the scenarios before a setting relies on them."""

    DSL = "dsl"
    """A designated safeguarding lead."""
    SPECIALIST = "specialist"
    """Somebody whose work is with young people and harmful sexual behaviour."""
    YOUNG_PEOPLE = "young-people"
    """Young people; no young person is named, but the adult who asked them."""


class Review(Confirmation):
    """A review of a page or of a scenario."""

    reviewer: Reviewer
    """As whom they read it; for young people, by names the adult who asked them."""


class Reviewed(Record):
    """A record that people of each kind read before a setting relies on it."""

    reviews: tuple[Review, ...] = ()
    """Who has read it, the newest last; without any, readers see that nobody has."""

    def review(self, reviewer: Reviewer) -> Review | None:
        """Return the newest review of a kind, if there is one."""
        found = [review for review in self.reviews if review.reviewer is reviewer]
        return max(found, key=lambda review: review.on, default=None)
