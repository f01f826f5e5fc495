"""What the expressions of a component's ``states.yml`` may name."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from markupsafe import Markup

from build_scripts.content.fields import Prose, Reference
from build_scripts.content.forms import Shape
from build_scripts.content.pages import Guidance, HelpPage
from build_scripts.content.registers import Document, Service
from build_scripts.content.sessions import SessionParts
from build_scripts.formats import qr
from build_scripts.forms.documents import form_documents
from build_scripts.forms.examples import answered, examples_of
from build_scripts.forms.pages import form_downloads
from build_scripts.forms.questions import draw_question
from build_scripts.handbook.chapters import Chapter, parts
from build_scripts.help.pages import place_of
from build_scripts.pages.drawings import gather
from build_scripts.pages.local_details import contact_rows, form
from build_scripts.pages.page_context import PageContext
from build_scripts.registers import lists, release_lists
from build_scripts.training import builder_page, deck_pages
from build_scripts.training.screens import all_screens
from build_scripts.training.session_plan import session_plans

LONG_WORDS = """A point that goes on for rather longer than anybody would like to read on a small screen, with
safeguardingandchildprotectionresponsibilities in it, and with [a link](page:setup)."""


def example_values(context: PageContext, shapes: frozenset[Shape] = frozenset(Shape)) -> dict[str, Any]:
    """Return kinds of record, records to begin with, and what pages work out of the content, by name.

    Args:
        context: the page that shows the states.
        shapes: the kinds of file that are made; no state links to another kind.
    """
    content = context.content
    form_document = next(each for each in form_documents(content) if each.shape is Shape.PAGE)
    example, *_ = next(each for each in examples_of(content) if each[0].form.id == form_document.form.id)
    parts_of_form = draw_question(form_document)
    questions = [asked for _, fields in parts_of_form for asked in fields]
    plans = session_plans(content)
    return {
        **{kind.__name__: kind for kind in content.records},
        "Reference": Reference,
        "dict": dict,
        "but": _but,
        "prose": Prose,
        "content": content,
        "gather": gather,
        "context": context,
        "find": lambda reference: content.find("service", reference.id),
        "help_page": content.all(HelpPage)[0],
        "article": content.all(Guidance)[0],
        "services": [service for service in content.all(Service) if service.printed],
        "documents": [document for document in content.all(Document) if document.printed],
        "address": context.file("index.html"),
        "long_words": Prose(LONG_WORDS),
        "place_of": place_of,
        "qr": lambda service: Markup(qr.svg(service.url)) if service.url else "",  # drawn from an address alone
        "rows": contact_rows(content),
        "setup_groups": form(content),
        "lists": lists,
        "release_lists": release_lists,
        "shapes": shapes,
        "form_document": form_document,
        "form_document_home": next((each for each in form_documents(content) if each.services), form_document),
        "form_parts": parts_of_form,
        "form_downloads": form_downloads(content, form_document.form, shapes),
        "form_examples": examples_of(content),
        "form_example": example,
        "answered_parts": answered(form_document, example),
        "handbook_parts": tuple(parts(content)),
        "asked": lambda kind: next(each for each in questions if each.field.kind.value == kind),
        "chapter": Chapter(content, context.page, prefix="chapter"),
        "plans": plans,
        "slides": [slide for each in plans for slide in each.slides],
        "screens": [screen for each in plans for screen in all_screens(content, each)],
        "plan": max(plans, key=lambda plan: len(plan.slides)),
        "clock": partial(deck_pages.clock, content),
        "deck_parts": list(deck_pages.shared_parts(content, plans)),
        "builder": builder_page.builder_lists(content, plans),
        "shared": content.one(SessionParts),
    }


def _but(record: Any, **changes: object) -> Any:
    """Return a record that differs in some fields."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return dataclasses.replace(record, **changes)
    return record.model_copy(update=changes)
