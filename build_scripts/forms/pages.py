"""The pages of forms: a list of all, a page to fill in for each, and worked examples to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.content.content import Content
from build_scripts.content.forms import Form, Shape, WorkedExample
from build_scripts.content.pages import Site
from build_scripts.forms.copies import places_on, printed_copies
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.examples import example_page, examples_of
from build_scripts.forms.questions import draw_question
from build_scripts.forms.shared_answers import shared_answers
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.index_page import IndexPageKind
from build_scripts.pages.page_context import PageContext


@dataclass(frozen=True)
class FormDownload:
    """The files of one row of the matrix."""

    title: str
    copy: str
    size: str
    links: list[tuple[str, str]]
    """What each file is, and its address from the start of the site."""


def build_form_pages(content: Content, shapes: frozenset[Shape]) -> list[GeneratedPage]:
    """Return a page for each form, and one for each worked example.

    Args:
        content: checked content.
        shapes: the kinds of file that are built besides pages; no page links to another kind.
    """
    documents = [document for document in form_documents(content) if document.shape is Shape.PAGE]
    working = {document.form.id: document for document in documents if not document.is_annex}
    return [
        *(_form(document, shapes) for document in documents),
        *(example_page(working[example.form.id], example) for example in content.all(WorkedExample)),
    ]


def form_downloads(content: Content, form: Form, shapes: frozenset[Shape]) -> list[FormDownload]:
    """Return what can be fetched of a form, in the order of the matrix.

    Args:
        content: checked content.
        form: the form.
        shapes: the kinds of file that are built.
    """
    found: dict[str, FormDownload] = {}
    for document in form_documents(content):
        row = document.row
        is_file = document.shape in shapes - {Shape.PAGE}
        is_other_page = document.shape is Shape.PAGE and document.is_annex
        if document.form is form and (is_file or is_other_page):
            copy = content.label(f"copy-kind-{row.copy_kind}")
            empty = FormDownload(row.title, copy, content.label(f"form-size-{row.size}"), [])
            links = found.setdefault(row.file, empty).links
            links.append((content.label(f"file-kind-{document.shape}"), document.address))
    return list(found.values())


def _forms(context: PageContext, shapes: frozenset[Shape]) -> Mapping[str, object]:
    content = context.content
    forms = [(form, form_downloads(content, form, shapes)) for form in content.all(Form)]
    return {"forms": forms, "examples": examples_of(content)}


def _form(document: FormDocument, shapes: frozenset[Shape]) -> GeneratedPage:
    content, form = document.content, document.form
    context = PageContext(content, document.address.removesuffix(".html"), dials=True)
    known = {"script": "form", "style": "form", "form_page": True, "without_contents": True}
    copies = printed_copies(document)
    body = context.fill(
        "forms/templates/form.html",
        document=document,
        form=form,
        copies=copies,
        places_on=places_on,
        shared=shared_answers(document),
        parts=draw_question(document, copies=copies),
        downloads=form_downloads(content, form, shapes),
        examples=examples_of(content, form),
        site=content.one(Site),
    )
    return finished_page(
        context,
        (body, talk(context)),
        form,
        known | ({"description": content.label("what-the-annex-is")} if document.is_annex else {}),
        title=document.title,
        menu=content.label("staff-annex") if document.is_annex else form.menu,
        group="forms",
        order=form.order + document.is_annex,
    )


INDEX_PAGES = (IndexPageKind("forms", "forms/templates/forms.html", _forms, meta={"style": "form"}),)
