"""What the page of a form takes over from a copy that was saved in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from build_scripts.content.forms import FieldKind, Shape, SharedAnswer
from build_scripts.forms.documents import FormDocument, form_documents


class Shared(TypedDict):
    """What a form has from another, as its script reads it."""

    title: str
    """The other form."""
    answers: dict[str, str]
    """What an answer is called here, by what it is called there; ``*`` stands for the row of a table."""


def shared_answers(page: FormDocument) -> dict[str, Shared]:
    """Return what a page has from each other form that asks some of the same, by the name of the page of that.

    Args:
        page: the document that has the page.
    """
    others = (each for each in form_documents(page.content) if each.shape is Shape.PAGE and each.row != page.row)
    found = {other.row.file: Shared(title=_title(other), answers=dict(_names(page, other))) for other in others}
    return {file: shared for file, shared in found.items() if shared["answers"]}


def _title(document: FormDocument) -> str:
    """Return what a form is called within a list of several."""
    return document.content.label("staff-annex") if document.is_annex else document.title


def _names(page: FormDocument, other: FormDocument) -> Iterator[tuple[str, str]]:
    for shared in page.content.all(SharedAnswer):
        asked = dict(name.split(".", 1) for name in shared.asked_as)
        theirs, ours = (_name_on(each, asked.get(each.form.id, "")) for each in (other, page))
        if theirs and ours:
            yield theirs, ours
    if page.form is other.form:
        repeated = {field.same_as.id for field in page.form.fields if field.same_as}
        for field_id in sorted(repeated):
            theirs, ours = (_name_on(each, field_id) for each in (other, page))
            if theirs and ours:
                yield theirs, ours


def _name_on(document: FormDocument, asked: str) -> str:
    """Return what an answer is called on a page: as it was asked, or as a field there that repeats it."""
    field_id, *column = asked.split(".")
    fields = [field for _, fields in document.parts for field in fields]
    if any(field.id == field_id for field in fields):
        return ".*.".join([field_id, *column])
    repeats = (field for field in fields if field.same_as and field.same_as.id == field_id)
    return next((field.id for field in repeats if field.kind is not FieldKind.SIGNATURE and not column), "")
