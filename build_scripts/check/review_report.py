"""What is overdue, what is due, what nobody has confirmed; and, when asked, a look at the owners' pages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import httpx

from build_scripts.check.review_desk import name_of
from build_scripts.content.content import Content
from build_scripts.content.fields import Checked
from build_scripts.content.registers import Document, Registered, Service
from build_scripts.content.settings import Settings

PAUSE = 1.0
"""Seconds between two requests, out of politeness."""
TIMEOUT = 20.0
AGENT = "moving-forward-review-dates"


@dataclass(frozen=True)
class Due:
    """A record and the day on which it must be checked again."""

    name: str
    record: Checked


def due(content: Content, until: date) -> list[Due]:
    """Return the records whose review is due on or before a day, the earliest first."""
    records = [record for record in content.every() if isinstance(record, Checked) and record.review_by <= until]
    return sorted(
        (Due(name_of(record), record) for record in records), key=lambda item: (item.record.review_by, item.name)
    )


def unconfirmed(content: Content) -> list[Registered]:
    """Return documents and printed services that nobody has compared with the owner's page."""
    services = [service for service in content.all(Service) if service.printed]
    return [record for record in (*services, *content.all(Document)) if record.unconfirmed]


def report(content: Content, today: date, within: int | None = None) -> str:
    """Return the report as Markdown.

    Args:
        content: the content.
        today: the day to count from.
        within: how many days ahead to look; without it, as many as the settings say.
    """
    age = content.one(Settings).age
    within = age.due_soon_days if within is None else within
    overdue = due(content, today - timedelta(days=1))
    soon = [item for item in due(content, today + timedelta(days=within)) if item not in overdue]
    lines = [
        "# What needs checking",
        "",
        f"Looked at on {today}. The next edition of KCSIE is to be expected on {age.next_edition(today)}.",
    ]
    lines += _section("Overdue", [_due_line(item) for item in overdue])
    lines += _section(f"Due within {within} days", [_due_line(item) for item in soon])
    lines += _section(
        "Not yet compared with the owner's page", [_unconfirmed_line(record) for record in unconfirmed(content)]
    )
    return "\n".join(lines) + "\n"


def look_online(content: Content, get: Callable[[str], httpx.Response], pause: float = PAUSE) -> Iterator[str]:
    """Yield a line for each owner's page: its status, and where it leads now.

    The registers are never changed: a person reads the page and decides.

    Args:
        content: the content.
        get: opens an address; may raise :class:`httpx.HTTPError`.
        pause: seconds to wait after each request.
    """
    for record in (*content.all(Service), *content.all(Document)):
        if record.url:
            yield f"- {name_of(record)}: {record.url}: {_answer(record.url, get)}"
            time.sleep(pause)


def client() -> httpx.Client:
    """Return a client that follows redirects, waits politely, and says who it is."""
    return httpx.Client(follow_redirects=True, timeout=TIMEOUT, headers={"User-Agent": AGENT})


def _answer(url: str, get: Callable[[str], httpx.Response]) -> str:
    try:
        response = get(url)
    except httpx.HTTPError as error:
        return f"no answer ({type(error).__name__})"
    moved = f", now at {response.url}" if str(response.url) != url else ""
    return f"{response.status_code}{moved}"


def _due_line(item: Due) -> str:
    where = item.record.location
    return f"- {item.record.review_by}: {item.name} ({where.path}:{where.line})"


def _unconfirmed_line(record: Registered) -> str:
    return f"- {name_of(record)} ({record.location.path}:{record.location.line}): {record.url or 'no address known'}"


def _section(title: str, lines: list[str]) -> list[str]:
    return ["", f"## {title} ({len(lines)})", "", *(lines or ["Nothing."])]
