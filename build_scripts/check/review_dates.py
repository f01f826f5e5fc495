"""Facts are checked again in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_scripts.content.content import Content
from build_scripts.content.fields import Checked
from build_scripts.content.problems import Problem, Severity

DONE = {
    "checked_on": "the facts were checked",
    "confirmed_on": "somebody compared them with the owner's page",
    "hours_confirmed_on": "somebody compared the hours with the owner's page",
}
"""The days on which something was done, and what."""


def check(content: Content, today: date, strict: bool) -> Iterator[Problem]:
    """Yield a problem for each record whose review is overdue or whose dates cannot be right."""
    severity: Severity = "error" if strict else "warning"
    for record in content.every():
        if not isinstance(record, Checked):
            continue
        if record.review_by <= record.checked_on:
            message = f"review_by {record.review_by} is not after checked_on {record.checked_on}"
            yield Problem(record.place("review_by"), message, "correct one of the dates")
        elif record.review_by < today:
            message = f"the facts here were due to be checked by {record.review_by}"
            remedy = "check them against the owner's page, then set checked_on and review_by"
            yield Problem(record.place("review_by"), message, remedy, severity)
        for key, done in DONE.items():
            day = getattr(record, key, None)
            if day is not None and day > today:
                message, remedy = f"{key} {day} lies in the future", f"write the day on which {done}"
                # what nobody can have confirmed yet is never published as confirmed
                yield Problem(record.place(key), message, remedy, severity if key == "checked_on" else "error")
