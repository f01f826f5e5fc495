"""The rules that content must keep across files."""

from __future__ import annotations

from datetime import date

from build_scripts.check import (
    denied,
    duplicates,
    examples,
    forms,
    freshness,
    matrix,
    preferred,
    readability,
    registered,
    search,
    session_cards,
    session_slides,
    sessions,
    structure,
    words,
)
from build_scripts.load import Loaded
from build_scripts.problems import Problem, sort_problems


def check(loaded: Loaded, today: date, strict_dates: bool = False) -> list[Problem]:
    """Return everything that is wrong with what was read, sorted by place.

    Args:
        loaded: the content and what reading it found.
        today: the day to judge ``review_by`` dates against.
        strict_dates: whether an overdue review stops the build.
    """
    return sort_problems(
        [
            *loaded.problems,
            *words.check(loaded),
            *duplicates.check(loaded.content),
            *structure.check(loaded.content),
            *forms.check(loaded.content),
            *matrix.check(loaded),
            *examples.check(loaded.content),
            *denied.check(loaded),
            *preferred.check(loaded),
            *registered.check(loaded),
            *search.check(loaded),
            *sessions.check(loaded),
            *session_slides.check(loaded),
            *session_cards.check(loaded),
            *readability.check(loaded.content),
            *freshness.check(loaded.content, today, strict_dates),
        ]
    )
