"""Worked examples of forms: pages to read, marked as made up."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from build_scripts.content.content import Content
from build_scripts.content.forms import Answer, Field, Form, Part, WorkedExample
from build_scripts.content.pages import Behaviour
from build_scripts.content.prose import plain_text
from build_scripts.forms.documents import FormDocument
from build_scripts.forms.questions import Asked, draw_question
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.page_context import PageContext

EXAMPLES_FOLDER = "forms/examples"
"""Where the worked examples stand, from the start of the site."""

Listed = tuple[WorkedExample, str, str]
"""A worked example, the address of its page without ending, and the type of behaviour."""


def examples_of(content: Content, form: Form | None = None) -> list[Listed]:
    """Return the worked examples of a form, or of all forms."""
    found = []
    for example in content.all(WorkedExample):
        behaviour = content.find("behaviour", example.behaviour.id)
        if isinstance(behaviour, Behaviour) and (form is None or example.form.id == form.id):
            found.append((example, f"{EXAMPLES_FOLDER}/{example.id}", behaviour.title))
    return found


def example_page(document: FormDocument, example: WorkedExample) -> GeneratedPage:
    """Return the page of a worked example.

    Args:
        document: the form as a page.
        example: the answers of a made-up young person.
    """
    context = PageContext(document.content, f"{EXAMPLES_FOLDER}/{example.id}")
    parts = answered(document, example)
    body = context.fill(
        "forms/templates/form-example.html", document=document, form=document.form, example=example, parts=parts
    )
    # In the menu examples follow all forms, however many forms there are.
    order = max(form.order for form in document.content.all(Form)) + example.order
    return finished_page(
        context,
        (body, talk(context)),
        example,
        {"style": "form", "without_contents": True},
        group="forms",
        order=order,
    )


def answered(document: FormDocument, example: WorkedExample) -> list[tuple[Part, list[Asked]]]:
    """Return each part of a form with its fields and the answers of a worked example."""
    answers = {answer.field.id: answer for answer in example.answers}
    return draw_question(document, partial(_given, document.form, answers))


def _given(form: Form, answers: dict[str, Answer], field: Field) -> Answer | None:
    """Return an answer together with what the form itself would repeat or reckon."""
    answer = answers.get(field.id)
    if answer is None:
        return _reckoned(form, answers, field)
    source = answers.get(field.same_as.id) if field.same_as else None
    if source is None or answer.name is not None:
        return answer
    return answer.model_copy(update={"name": source.name or (source.text and plain_text(source.text))})


def _reckoned(form: Form, answers: dict[str, Answer], field: Field) -> Answer | None:
    if field.reckoned is None:
        return None
    start, chosen = (answers.get(reference.id) for reference in (field.reckoned.start, field.reckoned.interval))
    interval = form.field(field.reckoned.interval.id)
    if start is None or start.day is None or chosen is None or interval is None:
        return None
    ticked = {choice.id for choice in chosen.chosen}
    days = next((choice.days for choice in interval.choices if choice.id in ticked and choice.days), None)
    return start.model_copy(update={"day": start.day + timedelta(days=days)}) if days else None
