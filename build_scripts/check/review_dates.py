"""Facts are checked again in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_scripts.content.content import Content
from build_scripts.content.fields import Checked
from build_scripts.content.problems import Problem, Severity


def check(content: Content, today: date, strict: bool) -> Iterator[Problem]:
    """Yield a problem for each record whose review is overdue or whose dates cannot be right."""
    severity: Severity = "error" if strict else "warning"
    for record in content.every():
        if not isinstance(record, Checked):
            continue
        if record.review_by <= record.checked_on:
            message = f"review_by {record.review_by} is not after checked_on {record.checked_on}"
            yield Problem(record.location, message, "correct one of the dates")
        elif record.review_by < today:
            message = f"the facts here were due to be checked by {record.review_by}"
            remedy = "check them against the owner's page, then set checked_on and review_by"
            yield Problem(record.location, message, remedy, severity)
        if record.checked_on > today:
            remedy = "write the day on which the facts were checked"
            yield Problem(record.location, f"checked_on {record.checked_on} lies in the future", remedy, severity)
