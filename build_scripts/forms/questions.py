"""The fields of a form as its page asks them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_scripts.content.fields import Prose
from build_scripts.content.forms import Answer, Field, FieldKind, Part
from build_scripts.content.prose import plain_text
from build_scripts.forms.copies import PrintedCopy, places_on
from build_scripts.forms.documents import FormDocument

PARTED = (FieldKind.PERSON_WITH_ROLE, FieldKind.SIGNATURE)
"""Kinds whose name has an input of its own."""


@dataclass(frozen=True)
class Asked:
    """A field as a page asks it."""

    field: Field
    number: str
    """As it is printed."""
    label: Prose
    questions: tuple[Prose, ...]
    """What route.yml asks about the consideration that it records."""
    repeats: dict[str, str]
    """The inputs that repeat what is typed in another: end of the name of the one, name of the other."""
    gap: str
    """What the fit check says when it is empty, or nothing."""
    answer: Answer | None = None
    """The answer of a worked example."""
    places: str | None = None
    """Where it stands on the copies that its page prints; None where there is only one."""


def no_answer(field: Field) -> None:
    """Return the answer to a field of a form that is still to be filled in."""


def draw_question(
    document: FormDocument,
    answer: Callable[[Field], Answer | None] = no_answer,
    copies: Sequence[PrintedCopy] = (),
) -> list[tuple[Part, list[Asked]]]:
    """Return each part of a document with its fields as the page asks them.

    Args:
        document: the form.
        answer: gives the answer of a worked example to a field.
        copies: the copies that the page prints.
    """

    def asked(field: Field) -> Asked:
        return _asked(document, field, answer(field), places_on(copies, field.id) if copies else None)

    return [(part, [asked(field) for field in fields]) for part, fields in document.parts]


def _asked(document: FormDocument, field: Field, answer: Answer | None, places: str | None) -> Asked:
    gap = plain_text(field.if_empty) if field.if_empty else ""
    number, prompt = document.numbers[field.id], document.label(field)
    return Asked(field, number, prompt, _questions(document, field), _repeats(document, field), gap, answer, places)


def _questions(document: FormDocument, field: Field) -> tuple[Prose, ...]:
    step = document.step(field)
    return step.ask if step else ()


def _repeats(document: FormDocument, field: Field) -> dict[str, str]:
    here = {known.id: known for _, fields in document.parts for known in fields}
    source = here.get(field.same_as.id) if field.same_as else None
    if source is None:
        return {}
    if field.kind is FieldKind.SIGNATURE:
        return {"name": f"{source.id}.name" if source.kind in PARTED else source.id}
    if field.kind is FieldKind.PERSON_WITH_ROLE:
        return {"name": f"{source.id}.name", "role": f"{source.id}.role"}
    return {"": source.id}
