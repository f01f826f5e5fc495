"""The pages of forms: a list of all, a page to fill in for each, and worked examples to read."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.content.content import ADDRESS_OF_PAGE, Content
from build_scripts.content.forms import Copy, Form, Shape, Size, WorkedExample
from build_scripts.content.links import page_address
from build_scripts.content.pages import IndexPage, Site
from build_scripts.content.prose import parse, to_text
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.examples import example_page, examples_of
from build_scripts.forms.questions import draw_question
from build_scripts.pages.components import talk
from build_scripts.pages.generated import GeneratedPage, front_matter
from build_scripts.pages.page_context import PageContext

SHAPE_NAMES = {
    Shape.PDF: "PDF to print",
    Shape.FILLABLE_PDF: "PDF to fill in",
    Shape.DOCX: "Word",
}
COPY_NAMES = {
    Copy.WORKING: "For the people who work with it",
    Copy.YOUNG_PERSON: "For the young person to keep",
    Copy.PARENTS: "For parents or carers",
    Copy.STAFF_ANNEX: "For the DSL alone",
}
SIZE_NAMES = {
    Size.FULL: "full size",
    Size.ONE_PAGE: "one page",
    Size.EASY_READ: "easy read",
    Size.LARGE_PRINT: "large print",
}


@dataclass(frozen=True)
class FormDownload:
    """The files of one row of the matrix."""

    title: str
    who: str
    size: str
    links: list[tuple[str, str]]
    """What each file is, and its address from the start of the site."""


def build_form_pages(content: Content, shapes: frozenset[Shape]) -> list[GeneratedPage]:
    """Return the page that lists the forms, a page for each form, and one for each worked example.

    Args:
        content: checked content.
        shapes: the kinds of file that are built besides pages; no page links to another kind.
    """
    documents = {document.form.id: document for document in form_documents(content) if document.shape is Shape.PAGE}
    return [
        *(_index(content, page, shapes) for page in content.all(IndexPage) if page.id == "forms"),
        *(_form(document, shapes) for document in documents.values()),
        *(example_page(documents[example.form.id], example) for example in content.all(WorkedExample)),
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
        if document.form is form and document.shape in shapes - {Shape.PAGE}:
            empty = FormDownload(row.title, COPY_NAMES[row.copy_kind], SIZE_NAMES[row.size], [])
            links = found.setdefault(row.file, empty).links
            links.append((SHAPE_NAMES[document.shape], document.address))
    return list(found.values())


def _index(content: Content, page: IndexPage, shapes: frozenset[Shape]) -> GeneratedPage:
    context = PageContext(content, ADDRESS_OF_PAGE["forms"])
    forms = [(form, form_downloads(content, form, shapes)) for form in content.all(Form)]
    text = context.fill("pages/forms.md.j2", page=page, forms=forms, examples=examples_of(content))
    head = front_matter(title=page.title, description=to_text(parse(page.summary)), style="form")
    menu = page.menu_title or page.title
    return GeneratedPage(
        f"{context.page}.md",
        f"{head}{text}\n\n{talk(context)}\n",
        page.location,
        menu,
        group=page.group,
        order=page.order,
    )


def _form(document: FormDocument, shapes: frozenset[Shape]) -> GeneratedPage:
    content, form = document.content, document.form
    context = PageContext(content, page_address(form))
    head = front_matter(
        title=form.title,
        description=to_text(parse(form.summary)),
        script="form",
        style="form",
        form_page=True,
        without_contents=True,
    )
    text = context.fill(
        "pages/form.md.j2",
        document=document,
        form=form,
        parts=draw_question(document),
        downloads=form_downloads(content, form, shapes),
        examples=examples_of(content, form),
        site=content.one(Site),
    )
    return GeneratedPage(
        f"{context.page}.md",
        f"{head}{text}\n\n{talk(context)}\n",
        form.location,
        form.menu,
        group="forms",
        order=form.order,
    )
