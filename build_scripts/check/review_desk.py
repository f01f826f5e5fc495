"""The review desk: what a person must compare with an owner's page, where, and what on the site rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from build_scripts.content.confirmations import Reviewed, Reviewer
from build_scripts.content.content import RECORDS_OF_LINK_KIND, Content
from build_scripts.content.fields import Prose, Record, Reference, long_date
from build_scripts.content.links import target
from build_scripts.content.prose import plain_words
from build_scripts.content.registers import Document, Registered, Service, Statistic, Survey
from build_scripts.content.sign import signed_records
from build_scripts.content.uses import Use, uses

FACTS: Mapping[type[Registered], Sequence[tuple[str, str]]] = {
    Service: (
        ("call", "phone"),
        ("service-text", "text"),
        ("service-email", "email"),
        ("service-contact", "contact"),
        ("service-hours", "hours"),
        ("service-ages", "ages"),
        ("service-cost", "cost"),
        ("service-privacy", "privacy"),
        ("service-what", "what"),
        ("good-to-know", "limits"),
        ("document-unknown", "unknown"),
    ),
    Document: (
        ("document-in-force", "in_force_from"),
        ("document-now", "current_position"),
        ("document-means", "means"),
        ("document-unknown", "unknown"),
    ),
}
"""What is compared, in the words and the order of the register: labels and fields."""
HOW = """\
# The review desk

Each entry below waits for a person. Open its address, compare what the entry says, and look at the sentences that
rest on it. When all of it is right, record it with the line that stands there: your own name and role, and what you
saw. When something is wrong, correct the file first. Nobody signs for somebody else, or for what they have not opened.

A program cannot confirm anything. It only writes down what you say, on one line of the file. The site then shows it.
"""


def desk(content: Content) -> str:
    """Return the desk as Markdown: entries of registers by owner, then pages and scenarios to be read."""
    named, found = signed_records(content), uses(content)
    waiting = [(to, each) for to, each in named.items() if isinstance(each, Registered) and each.unconfirmed]
    owners = sorted(waiting, key=lambda item: (_owner(item[1]).lower(), item[0]))
    lines = [HOW, f"## To compare with the owner's page ({len(waiting)})", ""]
    for owner, entries in groupby(owners, key=lambda item: _owner(item[1])):
        for number, (to, record) in enumerate(entries):
            lines += [f"### {owner}", ""] if not number else []
            lines += [*entry(content, to, record, found), ""]
    homeless = [*_without_report(content)]
    lines += [f"## Surveys without a report ({len(homeless)})", "", *homeless, ""] if homeless else []
    reviews = [line for to, each in named.items() if isinstance(each, Reviewed) for line in _to_read(to, each)]
    lines += [f"## To be read by a reviewer ({len(reviews)})", "", *reviews]
    return "\n".join(lines) + "\n"


def entry(content: Content, to: Reference, record: Record, found: Mapping[Reference, Sequence[Use]]) -> list[str]:
    """Return what one record asks of whoever signs for it, as lines of Markdown.

    Args:
        content: the content.
        to: how the record is named.
        record: an entry of a register, or a page or scenario that is reviewed.
        found: who names each record.
    """
    if not isinstance(record, Registered):
        return [f"#### {name_of(record)} ({to})", "", *(_to_read(to, record) if isinstance(record, Reviewed) else ())]
    stands = [] if record.confirmed is None else [f"- Compared last by {record.confirmed.by}, {record.confirmed.on}"]
    return [
        f"#### {name_of(record)} ({to})",
        "",
        f"- Open: {record.url or 'no address is known; find the owner first'}",
        f"- File: {record.location.path}",
        *stands,
        *(f"- {content.label(label)}: {said}" for label, said in _said(record)),
        *_resting(content, found.get(to, ())),
        *_figures(content, to, found),
        *_table(record),
        f'- Record it: `python3 run.py confirm {to} --by "Name, role" --saw "…"`',
    ]


def name_of(record: object) -> str:
    """Return what a record is called."""
    names = (getattr(record, field, None) for field in ("title", "name", "term", "caption"))
    return next((name for name in names if isinstance(name, str)), type(record).__name__)


def _owner(record: Record) -> str:
    return record.publisher if isinstance(record, Document) else name_of(record)


def _said(record: Registered) -> Iterator[tuple[str, str]]:
    """Yield each label with what the entry says there."""
    for label, field in FACTS[type(record)]:
        value = getattr(record, field)
        if value:
            yield label, plain_words(value.text) if isinstance(value, Prose) else _words(value)


def _table(record: Registered) -> Iterator[str]:
    """Yield that the table of opening hours waits too, where it does."""
    if isinstance(record, Service) and record.hours_table and record.hours_confirmed is None:
        yield "- Its table of hours waits too. When it is right, add `--hours` to the same line and run it again."


def _figures(content: Content, to: Reference, found: Mapping[Reference, Sequence[Use]]) -> Iterator[str]:
    """Yield the surveys that a report holds with their figures, and the sentences that rest on each."""
    for survey in content.all(Survey):
        if survey.document != to:
            continue
        about = f"{survey.year}; {survey.nations}; {plain_words(survey.asked.text)}"
        yield f"- It holds the survey «{survey.title}» ({about})"
        uses_of_it = found.get(Reference("survey", survey.id), ())
        yield from _resting(content, [use for use in uses_of_it if not isinstance(use.record, Statistic)])
        for figure in content.all(Statistic):
            if figure.survey.id == survey.id:
                yield f"- Figure: {figure.figure}, {figure.plain} {plain_words(figure.text.text)}"
                yield from _resting(content, found.get(Reference("statistic", figure.id), ()))


def _without_report(content: Content) -> Iterator[str]:
    """Yield the surveys that nobody can compare, since no document of the register holds them."""
    for survey in content.all(Survey):
        if survey.document is None:
            where = f"{survey.location.path}:{survey.location.line}"
            yield f"- {survey.title} ({where}): add its report to documents/, and name it under 'document:'"


def _words(value: object) -> str:
    return long_date(value) if isinstance(value, date) else str(value)


def _resting(content: Content, used: Sequence[Use]) -> Iterator[str]:
    """Yield the sentences that rest on an entry, with where they stand, then where it is only listed."""
    for use in used:
        for sentence in use.sentences:
            yield f"- The site says: «{sentence}» ({_place(content, use.record)})"
    listed = dict.fromkeys(_place(content, use.record) for use in used if not use.sentences)
    if listed:
        yield f"- Also named in: {', '.join(listed)}"


def _place(content: Content, record: Record) -> str:
    """Return where readers meet a record: its page, or the file of what no link leads to."""
    kinds = (kind for kind, types in RECORDS_OF_LINK_KIND.items() if type(record) in types)
    found = (target(content, Reference(kind, getattr(record, "id", ""))) for kind in kinds)
    address, anchor = next(found, None) or ("", "")
    return f"{address}.html{'#' if anchor else ''}{anchor}" if address else record.location.path


def _to_read(to: Reference, record: Reviewed) -> Iterator[str]:
    """Yield a line for each kind of reviewer who has not read a record."""
    for reviewer in Reviewer:
        if record.review(reviewer) is None:
            how = f'python3 run.py confirm {to} --reviewer {reviewer} --by "Name, role" --saw "…"'
            yield f"- {name_of(record)}, not yet reviewed as {reviewer}: `{how}`"
