"""What the pages about releases and about hosting them on an intranet list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from build_scripts.content.content import Content
from build_scripts.content.forms import Shape
from build_scripts.content.pages import HelpPage, Release
from build_scripts.content.registers import Document, Registered, Service
from build_scripts.forms.documents import form_documents
from build_scripts.pages.page_context import PageContext
from build_scripts.registers.lists import changes_of
from build_scripts.training.powerpoint_files import deck_documents

REGISTER_RECORDS: dict[str, type[Registered]] = {"documents": Document, "services": Service}
"""Registers by the id of the page that shows them."""


@dataclass(frozen=True)
class ReviewState:
    """How fresh a register is.

    Attributes:
        page: the id of the page that shows it.
        entries: how many entries it prints.
        checked_on: the newest day of a check.
        review_by: the first day on which an entry must be checked again.
        unconfirmed: how many entries nobody has compared with the owner's page.
    """

    page: str
    entries: int
    checked_on: date
    review_by: date
    unconfirmed: int


def release_lists(context: PageContext, _shapes: frozenset[Shape]) -> dict[str, object]:
    """Return what the page about this release lists.

    Args:
        context: the page being drawn.
    """
    content = context.content
    newest, *earlier = content.all(Release)
    before = earlier[0] if earlier else None
    changes = [change for change in changes_of(content) if before and before.on < change[0].on]
    return {
        "newest": newest,
        "before": before,
        "earlier": earlier,
        "changes": changes,
        "registers": [_freshness(page, content.all(kind)) for page, kind in REGISTER_RECORDS.items()],
    }


def _freshness(page: str, records: Sequence[Registered]) -> ReviewState:
    printed = [record for record in records if record.printed]
    return ReviewState(
        page,
        len(printed),
        max(record.checked_on for record in printed),
        min(record.review_by for record in printed),
        sum(record.unconfirmed for record in printed),
    )


def intranet_lists(context: PageContext, shapes: frozenset[Shape]) -> dict[str, object]:
    """Return what the sheet for technicians lists: the page for young people, and whom a filter has to let through.

    Args:
        context: the page being drawn.
        shapes: the kinds of file that are made; the page leads to the sheet as PDF where it is.
    """
    content = context.content
    pages = content.all(HelpPage)
    return {
        "help_id": pages[0].id,
        "domains": sorted({name for page in pages for name in _domains(content, page)}),
        "sheet": context.file(f"{context.page}.pdf") if Shape.PDF in shapes else None,
    }


def _domains(content: Content, page: HelpPage) -> set[str]:
    named = [call.service for call in page.calls]
    named += [reference for section in page.sections for reference in section.services]
    found = (content.find("service", reference.id) for reference in named)
    return {urlsplit(service.url).netloc for service in found if isinstance(service, Service) and service.url}


def self_test_lists(context: PageContext, shapes: frozenset[Shape]) -> dict[str, object]:
    """Return the files that the self-test tries to open, one of each kind, as links from its page.

    Args:
        context: the page being drawn.
        shapes: the kinds of file that are made.
    """
    addresses = [document.address for document in form_documents(context.content) if document.shape in shapes]
    addresses += [document.address for document in deck_documents(context.content)]
    found: dict[str, str] = {}
    for address in sorted(addresses):
        ending = address.rpartition(".")[2]
        if ending != "html":
            found.setdefault(ending, context.file(address))
    return {"files": found, "removed": context.file("removed.txt")}
