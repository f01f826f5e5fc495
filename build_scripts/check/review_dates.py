"""Facts are checked again in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from build_scripts.content.confirmations import Confirmation, Reviewed
from build_scripts.content.content import Content
from build_scripts.content.fields import Checked, Record
from build_scripts.content.problems import Problem, Severity


def check(content: Content, today: date, strict: bool) -> Iterator[Problem]:
    """Yield a problem for each record whose review is overdue or whose dates cannot be right."""
    severity: Severity = "error" if strict else "warning"
    for record in content.every():
        yield from _not_yet(record, today)
        if not isinstance(record, Checked):
            continue
        if record.review_by <= record.checked_on:
            message = f"review_by {record.review_by} is not after checked_on {record.checked_on}"
            yield Problem(record.place("review_by"), message, "correct one of the dates")
        elif record.review_by < today:
            message = f"the facts here were due to be checked by {record.review_by}"
            remedy = "check them against the owner's page, then set checked_on and review_by"
            yield Problem(record.place("review_by"), message, remedy, severity)
        if record.checked_on > today:
            message, remedy = f"checked_on {record.checked_on} lies in the future", "write the day of the check"
            yield Problem(record.place("checked_on"), message, remedy, severity)


def _not_yet(record: Record, today: date) -> Iterator[Problem]:
    """Yield a problem for what nobody can have done yet: it is never published as done."""
    for signed in confirmations_of(record):
        if signed.on > today:
            remedy = f"write the day on which {signed.by} looked, today at the latest"
            yield Problem(signed.place("on"), f"{signed.on} lies in the future", remedy)


def confirmations_of(record: Record) -> Iterator[Confirmation]:
    """Yield all that people have put their names to in a record."""
    if isinstance(record, Reviewed):
        yield from record.reviews
    for name in _signed_fields(type(record)):
        if isinstance(signed := getattr(record, name), Confirmation):
            yield signed


@cache
def _signed_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in ("confirmed", "hours_confirmed") if name in kind.model_fields)
