"""On paper nothing can be pressed: behind words that are a link stands where to find what they name."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import docx
import pytest

from build_scripts.content.content import Content
from build_scripts.content.fields import Reference, proses_of
from build_scripts.content.forms import Form, Shape
from build_scripts.content.pages import Article, Guidance, IndexPage
from build_scripts.content.prose import parse, references, to_text
from build_scripts.content.route import Route
from build_scripts.formats.word.docx_file import write_docx
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.print_html import picture_svg, print_form
from build_scripts.forms.word import form_as_word
from build_scripts.handbook.handout import handout
from build_scripts.help.printed_sheets import sheet_documents, sheet_html
from build_scripts.pages.paper_links import on_paper, with_places
from build_scripts.registers.intranet_sheet import intranet_page, intranet_sheet
from tests.html import words
from tests.real import BUILD_INFO, real_content

PAGE_KINDS = {"behaviour", "faq", "form", "page", "section"}


def text_of(document: FormDocument) -> str:
    """Return what is read on a form for a printer or for Word."""
    if document.shape is not Shape.DOCX:
        return words(print_form(document, BUILD_INFO).html)
    made = docx.Document(BytesIO(write_docx(form_as_word(document, BUILD_INFO, picture_svg))))
    return " ".join(" ".join(paragraph.text.split()) for paragraph in made.paragraphs)


def papers(content: Content) -> Iterator[tuple[str, str]]:
    """Yield address and text of every paper without pages beside it."""
    for form in form_documents(content):
        if form.shape is not Shape.PAGE:
            yield form.address, text_of(form)
    for page in content.all(Guidance):
        if page.handout:
            yield f"handouts/{page.id}", words(handout(content, page, BUILD_INFO).body)
    for sheet in sheet_documents(content):
        yield sheet.address, words(sheet_html(content, sheet, BUILD_INFO))
    intranet = intranet_page(content)
    if intranet:
        yield intranet.id, words(intranet_sheet(content, intranet, BUILD_INFO))


@cache
def paragraphs_with_links() -> dict[str, str]:
    """Return every paragraph with a link as paper has it, by how it would read with only the words of its links."""
    content = real_content()
    records = (*content.all(Form), content.one(Route), *content.all(Article), *content.all(IndexPage))
    found: dict[str, str] = {}
    for prose in (prose for record in records for prose in proses_of(record)):
        blocks = zip(parse(prose).children, parse(with_places(content, prose)).children, strict=True)
        for bare, placed in ((to_text(one), to_text(other)) for one, other in blocks):
            if bare != placed:
                found[" ".join(bare.split())] = " ".join(placed.split())
    return found


@pytest.mark.slow
def test_no_link_becomes_bare_words_on_any_paper() -> None:
    """«Words to use» on a printed planner says on which page, and «Childline» which number."""
    pairs = paragraphs_with_links().items()
    dead = [
        (address, bare)
        for address, text in papers(real_content())
        for bare, placed in pairs
        if text.count(bare) > text.count(placed) * placed.count(bare)
    ]
    assert pairs and dead == []


def test_what_goes_home_leads_to_no_page() -> None:
    """Whoever reads a young person's copy learns of no guide that it comes from."""
    for document in form_documents(real_content()):
        if document.goes_home:
            lines = [prose for part, fields in document.parts for prose in proses_of((part, fields, document.text))]
            assert not {each.kind for prose in lines for each in references(prose)} & PAGE_KINDS


@pytest.mark.parametrize(
    ("reference", "words_of_it", "told"),
    [
        (Reference("section", "supportive-discussion"), "that page", 'that page (page "Supportive discussion")'),
        (Reference("section", "supportive-discussion"), "supportive\ndiscussion", '"Supportive discussion"'),
        (Reference("section", "parents-and-carers"), "parents and carers", '"Involving parents and carers"'),
        (Reference("section", "supportive-discussion", "pornography"), "how", 'how (page "Supportive discussion")'),
        (Reference("form", "decision-record"), "a record", 'a record (form "Decision record")'),
        (Reference("term", "dsl"), "DSL", None),
        (Reference("service", "childline"), "Childline", "Childline (0800 1111)"),
        (Reference("service", "emergency-999"), "call 999", None),
        (Reference("service", "shout"), "Shout", "Shout (text SHOUT to 85258)"),
        (Reference("document", "kcsie"), "KCSIE", None),
    ],
)
def test_the_place_is_named_as_a_reader_finds_it(reference: Reference, words_of_it: str, told: str | None) -> None:
    """By the title of a page or form, by a number to ring, and not at all where the words say it."""
    assert on_paper(real_content(), reference, words_of_it) == told
