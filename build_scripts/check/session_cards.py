"""Scenarios, rehearsals and questions: made up, of the right age, without names, and with one right answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.check.duplicates import repeated
from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Reference, proses_of
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Problem
from build_scripts.content.prose import plain_text
from build_scripts.content.registers import Document, Service
from build_scripts.content.sessions import AGES, Question, Rehearsal, Scenario

AGE = re.compile(r"\b(?:aged|of) (\d{1,2})\b|\b(\d{1,2})[- ]years?[- ]old", re.IGNORECASE)
GENDERED = re.compile(r"\b(?:he|him|his|she|her|hers|boy|boys|girl|girls)\b", re.IGNORECASE)
"""A scenario that leaves this open cannot tie what was done to boys or to girls."""
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
"""A capital within a sentence."""
NO_NAMES = {
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *("January", "February", "March", "April", "June", "July", "August", "September", "October", "November"),
    *("December", "Student", "Year", "England", "Wales", "Scotland", "Northern", "Ireland", "English", "Welsh"),
}
"""Words with a capital that name no person."""
CITED = ("behaviour", "document", "faq", "form", "page", "section", "service", "statistic", "term")


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield problems with what people talk about, rehearse and answer."""
    content = loaded.content
    for name, where, first in repeated((card.id, card.location) for card in content.all(Rehearsal)):
        yield Problem(where, f"there is a rehearsal '{name}' already, on line {first.line}", "change one of them")
    for scenario in content.all(Scenario):
        if scenario.behaviour.kind != "behaviour":
            message = f"'{scenario.behaviour}' is not a type of behaviour"
            yield Problem(scenario.behaviour.location, message, "write behaviour: and the id of one of the four")
        yield from _cited(scenario.cites)
        for prose in proses_of(scenario):
            yield from _ages(prose)
            yield from _people(content, prose)
    for card in content.all(Rehearsal):
        yield from _cited(card.cites)
        for prose in proses_of(card):
            yield from _people(content, prose)
    for question in content.all(Question):
        yield from _cited((question.page,))
        yield from _one_right(question)


def _cited(references: tuple[Reference, ...]) -> Iterator[Problem]:
    for reference in references:
        if reference.kind not in CITED:
            message = f"'{reference}' is not a page that answers can come from"
            yield Problem(reference.location, message, f"use one of: {', '.join(CITED)}")


def _ages(prose: Prose) -> Iterator[Problem]:
    for found in AGE.finditer(plain_text(prose)):
        age = int(found[1] or found[2])
        if not AGES[0] <= age <= AGES[1]:
            message = f"somebody in this scenario is {age}"
            yield Problem(prose.location, message, f"make every young person {AGES[0]} to {AGES[1]}")


def _people(content: Content, prose: Prose) -> Iterator[Problem]:
    words = plain_text(prose)
    if found := GENDERED.search(words):
        message = f"'{found[0]}' ties what was done to boys or to girls"
        yield Problem(prose.location, message, "write of 'they', 'a student' or 'Student A'", "warning")
    for found in NAME.finditer(words):
        if found[0] not in NO_NAMES and not _is_known(content, found[0]):
            message = f"'{found[0]}' looks like somebody's name"
            yield Problem(prose.location, message, "give people roles, such as 'Student A' or 'a colleague'", "warning")


def _is_known(content: Content, word: str) -> bool:
    """Tell whether a word stands in the name of a service or document."""
    named = (*content.all(Service), *content.all(Document))
    return any(
        word in re.findall(r"\w+", str(getattr(record, "name", getattr(record, "title", "")))) for record in named
    )


def _one_right(question: Question) -> Iterator[Problem]:
    right = sum(option.right for option in question.options)
    if right != 1:
        message = f"{right} answers to '{question.id}' are right" if right else f"no answer to '{question.id}' is right"
        chosen = [option for option in question.options if option.right] or [*question.options]
        yield Problem(chosen[-1].place("right"), message, "give one answer 'right: yes', and the others 'right: no'")
