"""The copies that the page of a form prints of one filling, and what each of them shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from build_scripts.content.fields import Prose
from build_scripts.content.forms import Copy, Shape, Size
from build_scripts.forms.documents import FormDocument, form_documents


@dataclass(frozen=True)
class PrintedCopy:
    """One of the copies that a page prints."""

    page: FormDocument
    """The document that has the page."""
    document: FormDocument
    """The copy itself."""

    @property
    def name(self) -> str:
        """What it is called in the page."""
        return f"{self.document.row.copy_kind}-{self.document.row.size}"

    @property
    def is_page(self) -> bool:
        """Whether it has all that the page has."""
        return self.document.row == self.page.row

    @property
    def is_short(self) -> bool:
        """Whether it is on one page: then it has no words but those of its questions and of who helps."""
        return self.document.row.size is Size.ONE_PAGE

    @cached_property
    def shown(self) -> list[tuple[str, Prose]]:
        """The questions that it shows, with their numbers on the page."""
        return [asked for asked, field in self._questions if field in _fields(self.document)]

    @cached_property
    def left_out(self) -> list[tuple[str, Prose]]:
        """The questions of the page that it leaves out."""
        return [asked for asked, field in self._questions if field not in _fields(self.document)]

    @property
    def named(self) -> list[tuple[str, Prose]]:
        """The questions that tell what it is: those that it leaves out, or those that it shows when they are fewer."""
        return self.left_out if len(self.left_out) <= len(self.shown) else self.shown

    @property
    def sentence(self) -> str:
        """What it leaves out, in a sentence that its questions may follow."""
        label, total = self.page.content.label, len(self._questions)
        if not self.left_out:
            return label("copy-has-all")
        if self.named is self.left_out:
            return label("copy-leaves-out", count=len(self.left_out), total=total)
        return label("copy-has-only", count=len(self.shown), total=total)

    @property
    def _questions(self) -> list[tuple[tuple[str, Prose], str]]:
        asked = (field for _, fields in self.page.parts for field in fields)
        return [((self.page.numbers[field.id], self.page.label(field)), field.id) for field in asked]


def printed_copies(page: FormDocument) -> list[PrintedCopy]:
    """Return the copies that a page prints, itself first; none when there is only one.

    The annex is never among them, and neither is a copy that asks what the page does not.

    Args:
        page: the document that has the page.
    """
    others = (document.row for document in form_documents(page.content) if document.form is page.form)
    rows = {(row.copy_kind, row.size): row for row in [*others, page.row]}
    documents = (FormDocument(page.content, page.form, row, Shape.PAGE) for row in rows.values())
    found = [
        PrintedCopy(page, document)
        for document in documents
        if document.row.copy_kind is not Copy.STAFF_ANNEX
        and _is_made_here(document.row.size)
        and _fields(document) <= _fields(page)
    ]
    found.sort(key=lambda copy: not copy.is_page)
    return found if len(found) > 1 else []


def places_on(copies: Sequence[PrintedCopy], part_or_field: str) -> str:
    """Return where a part or field stands on each copy that shows it, such as ``parents-full:3.3``.

    What has no place on a copy is not printed on it.

    Args:
        copies: the copies that a page prints.
        part_or_field: its id.
    """
    found = ((copy.name, copy.document.numbers.get(part_or_field)) for copy in copies)
    return " ".join(f"{name}:{number}" for name, number in found if number)


def _is_made_here(size: Size) -> bool:
    """Tell a size that is printed from a page: easy read has pictures, and a browser makes large print of any copy."""
    return size is not Size.EASY_READ and size.fields is size


def _fields(document: FormDocument) -> set[str]:
    return {field.id for _, fields in document.parts for field in fields}
