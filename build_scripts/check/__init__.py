"""The rules that content must keep across files."""

from __future__ import annotations

from datetime import date

from build_scripts.check import (
    deny_list,
    duplicates,
    examples,
    form_matrix,
    forms,
    interface,
    links,
    local_details,
    paper_letters,
    readability,
    review_dates,
    search,
    session_cards,
    session_slides,
    sessions,
    structure,
    unregistered_facts,
    wording,
    young_people,
)
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Problem, sort_problems
from build_scripts.content.unfilled import without_what_follows


def check(loaded: Loaded, today: date, strict_dates: bool = False) -> list[Problem]:
    """Return everything that is wrong with what was read, sorted by place.

    Args:
        loaded: the content and what reading it found.
        today: the day to judge ``review_by`` dates against.
        strict_dates: whether an overdue review stops the build.
    """
    of_labels = list(interface.check(loaded))
    return sort_problems(
        without_what_follows(
            [
                *loaded.problems,
                *links.check(loaded),
                *duplicates.check(loaded.content),
                *structure.check(loaded.content),
                *forms.check(loaded.content),
                *form_matrix.check(loaded),
                *examples.check(loaded.content),
                *of_labels,
                *local_details.check(loaded.content),
                *paper_letters.check(loaded),
                *young_people.check(loaded.content),
                *deny_list.check(loaded),
                *wording.check(loaded),
                *unregistered_facts.check(loaded),
                *search.check(loaded, has_labels=not of_labels),
                *sessions.check(loaded),
                *session_slides.check(loaded),
                *session_cards.check(loaded),
                *readability.check(loaded.content),
                *review_dates.check(loaded.content, today, strict_dates),
            ]
        )
    )
