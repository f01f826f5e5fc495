"""A form as a Word file asks the same as in every other shape, and tells nothing it should not."""

import re
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from build_scripts.content.forms import Shape, Size
from build_scripts.formats.word.docx_file import write_docx
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.print_html import picture_svg
from build_scripts.forms.word import TYPE_SIZES, form_as_word
from tests.forms_walk import defined, every_paragraph, in_word
from tests.real import BUILD_INFO, MATRIX_ROWS, real_content

pytestmark = pytest.mark.slow

NAMES = [row["file"] for row in MATRIX_ROWS if "docx" in row["shapes"]]
EASY = "my-plan-easy-read"


each = pytest.mark.parametrize("name", NAMES)


@cache
def documents() -> dict[str, FormDocument]:
    """Return the forms that become Word files, by the names of the files."""
    found = form_documents(real_content())
    return {document.row.file: document for document in found if document.shape is Shape.DOCX}


@cache
def file_of(name: str) -> bytes:
    """Return the Word file of a form; each is made once, when a test asks for it."""
    return written(name)


def written(name: str) -> bytes:
    """Return the Word file of a form, made anew."""
    return write_docx(form_as_word(documents()[name], BUILD_INFO, picture_svg))


@cache
def opened(name: str) -> Document:
    """Return a file as python-docx reads it, for tests that change nothing in it."""
    return docx.Document(BytesIO(file_of(name)))


def looks(name: str, style: str) -> float:
    """Return the size of type of a style, in points."""
    size = opened(name).styles[style].font.size
    assert size is not None
    return float(size.pt)


@each
def test_numbers_and_prompts_are_those_of_the_definition(name: str) -> None:
    """Whoever works from Word and whoever works from paper speak of the same 2.3."""
    assert in_word(file_of(name)) == defined(documents()[name])


@each
def test_a_file_is_a4_british_and_opens_without_compatibility_mode(name: str) -> None:
    """It prints on the paper that is there, and is spell-checked in the language that is written."""
    document = opened(name)
    section = document.sections[0]
    assert section.page_width and section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    languages = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}
    languages |= {lang.get(qn("w:val")) for lang in document.settings.element.iter(qn("w:themeFontLang"))}
    assert languages | {document.core_properties.language} == {"en-GB"}
    assert b'w:name="compatibilityMode"' in _member(name, "word/settings.xml")
    assert re.search(rb'"compatibilityMode"[^>]*w:val="15"', _member(name, "word/settings.xml"))


@each
def test_a_file_tells_nothing_of_its_maker(name: str) -> None:
    """Somebody who looks at the properties of a young person's file learns its title and a day, and no more."""
    about = opened(name).core_properties
    assert about.title == documents()[name].title
    told = (about.author, about.subject, about.comments, about.keywords, about.category, about.last_modified_by)
    assert told == ("",) * len(told)
    assert about.created == about.modified and about.created is not None
    assert about.created.isoformat() == "2026-05-31T00:00:00+00:00"
    assert not [member for member in _members(name) if "app.xml" in member or "thumbnail" in member]


@each
def test_only_staff_copies_name_a_version(name: str) -> None:
    """The foot of a copy that goes home holds its title, the page and a day."""
    lines = [paragraph.text for paragraph in opened(name).sections[0].footer.paragraphs]
    foot = "31 May 2026" if documents()[name].goes_home else "Version 1.2.3, built on 31 May 2026."
    assert lines == [f"{documents()[name].title}\tPage  of ", foot]
    assert b" PAGE " in _footer(name) and b" NUMPAGES " in _footer(name)


@each
def test_headings_are_real(name: str) -> None:
    """A screen reader lists the title and every part; one page has only questions."""
    document, parts = opened(name), documents()[name].parts
    held = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name != "Heading 2"]
    assert held[0] == ("Title", documents()[name].title)
    headings = [text.split(".")[0] for style, text in held if style == "Heading 1" and re.match(r"\d+\. ", text)]
    is_short = documents()[name].row.size is Size.ONE_PAGE
    assert headings == ([] if is_short else [str(number) for number in range(1, len(parts) + 1)])


@each
def test_services_stand_with_name_and_number(name: str) -> None:
    """Whoever needs help finds the number on the copy in their hands."""
    text = "\n".join(paragraph.text for paragraph in opened(name).paragraphs)
    for service in documents()[name].services:
        assert service.name in text
        assert all(number in text for number in (service.phone, service.text) if number)


@each
def test_whoever_is_meant_is_meant_in_each_nation(name: str) -> None:
    """A copy for staff says who the DSL is in Wales, Scotland and Northern Ireland; families read no letters at all."""
    found = opened(name).element.body
    text = " ".join(node.text or "" for node in found.iter(qn("w:t")))
    says_dsl = re.search(r"\bDSL\b", text) is not None
    assert not says_dsl or (real_content().label("role-names") in text and not documents()[name].goes_home)


def test_type_is_large_where_it_should_be() -> None:
    """Clear print is 12 points, compact forms 11, easy words 14 or more, large print 18, all in Arial."""
    least = dict.fromkeys(Size, 12) | {Size.EASY_READ: 14, Size.LARGE_PRINT: 18, Size.FULL_LARGE_PRINT: 18}
    for name, document in documents().items():
        assert looks(name, "Normal") >= (11 if document.is_compact else least[document.row.size])
        assert looks(name, "Note") >= 9.5
        assert set(re.findall(rb'w:ascii="([^"]+)"', _member(name, "word/styles.xml"))) == {b"Arial"}
    assert min(TYPE_SIZES[Size.LARGE_PRINT].values()) >= 18
    assert min(TYPE_SIZES[Size.EASY_READ].values()) >= 14


def test_what_a_field_asks_besides_stands_on_full_copies_alone() -> None:
    """Help or an example is on each paper with room, reasons and the questions of the considerations on the fullest."""
    full, core, short = (_text(f"moving-forward-plan{end}") for end in ("-extended", "", "-one-page"))
    assert "Why we ask: " in full and "For example: " in full and "For example: " in core
    assert "Why we ask: " not in core + short + _text(EASY) and "For example: " not in short + _text(EASY)
    assert "Write down: " in _text("decision-record") and "Was an adult involved in any way?" in _text(
        "decision-record"
    )


def test_what_staff_read_first_is_on_no_other_copy() -> None:
    """The copies that go home, the annex and short paper do not hold all that there is to know about a form."""
    with_it = {name for name in documents() if "What it is not" in _text(name)}
    staff = {name for name, document in documents().items() if document.is_explained}
    assert with_it == staff


@pytest.mark.parametrize("name", ["moving-forward-plan", EASY])
def test_the_same_form_gives_the_same_bytes(name: str) -> None:
    """A file changes only when the form does; no time of day gets into it."""
    assert written(name) == file_of(name)


def test_typed_links_become_words() -> None:
    """Nothing in a Word file points at the site, so that nobody learns where it comes from."""
    for name in documents():
        body = _member(name, "word/document.xml")
        assert not re.search(rb"\b(term|section|faq|page|document|service|behaviour):[a-z]|hyperlink", body)


def _text(name: str) -> str:
    return "\n".join(paragraph.text for paragraph in every_paragraph(opened(name)))


def _members(name: str) -> list[str]:
    with ZipFile(BytesIO(file_of(name))) as file:
        return file.namelist()


def _member(name: str, member: str) -> bytes:
    with ZipFile(BytesIO(file_of(name))) as file:
        return file.read(member)


def _footer(name: str) -> bytes:
    return _member(name, next(member for member in _members(name) if "footer" in member))
