"""What the expressions of a component's ``states.yml`` may name."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from build_scripts.content.confirmations import Confirmation, Review
from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Record, Reference
from build_scripts.content.forms import Shape, WorkedExample
from build_scripts.content.of_content import OfContent
from build_scripts.content.pages import Guidance, HelpPage
from build_scripts.content.registers import Document, Service
from build_scripts.content.sessions import Session, SessionParts
from build_scripts.formats import qr
from build_scripts.forms.copies import places_on, printed_copies
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.examples import answered, examples_of
from build_scripts.forms.pages import form_downloads
from build_scripts.forms.questions import draw_question
from build_scripts.handbook.chapters import Chapter, parts
from build_scripts.help.pages import place_of
from build_scripts.pages.drawings import gather
from build_scripts.pages.local_details import contact_rows, form
from build_scripts.pages.page_context import PageContext
from build_scripts.registers import checked_lists, lists, release_lists
from build_scripts.training import builder_page, deck_pages
from build_scripts.training.screens import Screen, all_screens
from build_scripts.training.session_plan import minutes_of, session_plan

Made = Callable[[], Any]
"""What an expression names, to be worked out."""
LONG_WORDS = """A point that goes on for rather longer than anybody would like to read on a small screen, with
safeguardingandchildprotectionresponsibilities in it, and with [a link](page:setup)."""


def example_values(context: PageContext, shapes: frozenset[Shape] = frozenset(Shape)) -> Mapping[str, Made]:
    """Return kinds of record, records to begin with, and what pages work out of the content, by name.

    Each is worked out when it is asked for, so that an example has looked at nothing but what it shows. What takes the
    first of all slides looks at no session after it.

    Args:
        context: the page that shows the states.
        shapes: the kinds of file that are made; no state links to another kind.
    """
    content = context.content
    first_form = partial(_first_form, content)
    return {
        **{kind.__name__: partial(_itself, kind) for kind in content.records},
        "Confirmation": lambda: Confirmation,
        "Review": lambda: Review,
        "checked_lists": lambda: checked_lists,
        "Reference": lambda: Reference,
        "dict": lambda: dict,
        "but": lambda: _but,
        "prose": lambda: Prose,
        "content": lambda: content,
        "gather": lambda: gather,
        "context": lambda: context,
        "find": lambda: lambda reference: content.find("service", reference.id),
        "help_page": lambda: content.all(HelpPage)[0],
        "article": lambda: content.all(Guidance)[0],
        "services": lambda: [service for service in content.all(Service) if service.printed],
        "documents": lambda: [document for document in content.all(Document) if document.printed],
        "address": lambda: context.file("index.html"),
        "long_words": lambda: Prose(LONG_WORDS),
        "place_of": lambda: place_of,
        "qr": lambda: _qr,
        "rows": lambda: contact_rows(content),
        "setup_groups": lambda: form(content),
        "lists": lambda: lists,
        "release_lists": lambda: release_lists,
        "shapes": lambda: shapes,
        "form_document": first_form,
        "form_document_home": lambda: next((each for each in form_documents(content) if each.services), first_form()),
        "form_copies": lambda: printed_copies(first_form()),
        "places_on": lambda: places_on,
        "form_parts": lambda: draw_question(first_form(), copies=printed_copies(first_form())),
        "form_downloads": lambda: form_downloads(content, first_form().form, shapes),
        "form_examples": lambda: examples_of(content),
        "form_example": lambda: _first_example(content),
        "answered_parts": lambda: answered(first_form(), _first_example(content)),
        "handbook_parts": lambda: tuple(parts(content)),
        "asked": lambda: partial(_asked, first_form()),
        "chapter": lambda: Chapter(content, context.page, prefix="chapter"),
        "sessions": lambda: content.all(Session),
        "plans": lambda: (session_plan(content, each) for each in content.all(Session)),
        "slides": lambda: (slide for each in content.all(Session) for slide in session_plan(content, each).slides),
        "screens": lambda: (screen for each in content.all(Session) for screen in _screens(content, each)),
        "plan": lambda: session_plan(content, max(content.all(Session), key=minutes_of)),
        "clock": lambda: partial(deck_pages.clock, content),
        "deck_parts": lambda: (part for each in content.all(Session) for part in _deck_parts(content, each)),
        "builder": lambda: builder_page.builder_lists(content),
        "shared": lambda: content.one(SessionParts),
    }


@OfContent
def _screens(content: Content, session: Session) -> tuple[Screen, ...]:
    return all_screens(content, session_plan(content, session))


@OfContent
def _deck_parts(content: Content, session: Session) -> tuple[deck_pages.DeckPart, ...]:
    return tuple(deck_pages.shared_parts(content, session))


def _itself(kind: type[Record]) -> type[Record]:
    return kind


def _first_form(content: Content) -> FormDocument:
    return next(each for each in form_documents(content) if each.shape is Shape.PAGE)


def _first_example(content: Content) -> WorkedExample:
    form_id = _first_form(content).form.id
    return next(example for example, *_ in examples_of(content) if example.form.id == form_id)


def _asked(document: FormDocument, kind: str) -> Any:
    """Return the first question of a kind."""
    questions = draw_question(document, copies=printed_copies(document))
    return next(each for _, fields in questions for each in fields if each.field.kind.value == kind)


def _qr(service: Service) -> Markup:
    return Markup(qr.svg(service.url)) if service.url else Markup("")  # drawn from an address alone


def _but(record: Any, **changes: object) -> Any:
    """Return a record that differs in some fields."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return dataclasses.replace(record, **changes)
    return record.model_copy(update=changes)
