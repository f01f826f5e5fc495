"""A form as a Word file asks the same as in every other shape, and tells nothing it should not."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from build_scripts.content.forms import Field, FieldKind, MatrixRow, Shape, Size
from build_scripts.content.load import load_all
from build_scripts.formats.word.docx_file import write_docx
from build_scripts.forms.documents import form_documents
from build_scripts.forms.print_html import picture_svg
from build_scripts.forms.word import TYPE_SIZES, form_as_word
from build_scripts.pages.generated import BuildInfo
from tests.built import ROOT
from tests.forms_walk import defined, in_word, is_prompt

BUILD_INFO = BuildInfo("1.2.3", date(2026, 11, 22), None)
CONTENT = load_all(ROOT).content
DOCUMENTS = {document.row.file: document for document in form_documents(CONTENT) if document.shape is Shape.DOCX}
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
KINDS = {qn("w:text"), qn("w:date"), f"{W14}checkbox"}
EASY = "my-plan-easy-read"


each = pytest.mark.parametrize("name", DOCUMENTS)


@cache
def file_of(name: str) -> bytes:
    """Return the Word file of a form; each is made once, when a test asks for it."""
    return write_docx(form_as_word(DOCUMENTS[name], BUILD_INFO, picture_svg))


def opened(name: str) -> Document:
    """Return a file as python-docx reads it."""
    return docx.Document(BytesIO(file_of(name)))


def value(element: BaseOxmlElement, path: str) -> str:
    """Return the value of the only element on a path."""
    (found,) = element.findall(path, {"w": qn("w:p")[1:].removesuffix("}p")})
    return str(found.get(qn("w:val")))


def controls(name: str) -> list[tuple[str, str, str]]:
    """Return tag, kind and name of each control of a file, in order."""
    return [
        (value(sdt, "w:sdtPr/w:tag"), kind.tag.rpartition("}")[2], value(sdt, "w:sdtPr/w:alias"))
        for sdt in opened(name).element.body.iter(qn("w:sdt"))
        for kind in sdt[0]
        if kind.tag in KINDS
    ]


def wanted(field: Field) -> list[tuple[str, str]]:
    """Return tag and kind of the controls that a field needs."""
    match field.kind:
        case FieldKind.SHORT_TEXT | FieldKind.LONG_TEXT:
            return [(field.id, "text")]
        case FieldKind.DATE:
            return [(field.id, "date")]
        case FieldKind.PERSON_WITH_ROLE:
            return [(f"{field.id}.name", "text"), (f"{field.id}.role", "text")]
        case FieldKind.SIGNATURE:
            return [(f"{field.id}.name", "text"), (f"{field.id}.date", "date")]
        case FieldKind.TICK_WITH_LINE:
            numbers = range(1, (field.lines or 0) + 1)
            return [
                pair for n in numbers for pair in ((f"{field.id}.{n}", "checkbox"), (f"{field.id}.{n}.line", "text"))
            ]
        case FieldKind.TABLE:
            kinds = {"tick": "checkbox", "date": "date"}
            rows = range(1, (field.rows or 0) + 1)
            return [(f"{field.id}.{n}.{c.id}", kinds.get(c.kind, "text")) for n in rows for c in field.columns]
        case FieldKind.TICK:
            ticks = [(f"{field.id}.{choice.id}", choice.line) for choice in field.choices] or [(field.id, False)]
            return [pair for tag, line in ticks for pair in [(tag, "checkbox"), *[(f"{tag}.line", "text")] * line]]


def looks(name: str, style: str) -> float:
    """Return the size of type of a style, in points."""
    size = opened(name).styles[style].font.size
    assert size is not None
    return float(size.pt)


def test_every_word_file_of_the_matrix_is_made() -> None:
    """No form is offered in Word that these tests have not read."""
    assert list(DOCUMENTS) == [row.file for row in CONTENT.all(MatrixRow) if Shape.DOCX in row.shapes]


@each
def test_numbers_and_prompts_are_those_of_the_definition(name: str) -> None:
    """Whoever works from Word and whoever works from paper speak of the same 2.3."""
    assert in_word(file_of(name)) == defined(DOCUMENTS[name])


@each
def test_every_field_has_its_places_to_answer(name: str) -> None:
    """Each answer has a control of its kind, in order, with a tag that no other has."""
    found = [(tag, kind) for tag, kind, _ in controls(name)]
    assert found == [pair for _, fields in DOCUMENTS[name].parts for field in fields for pair in wanted(field)]
    assert max(Counter(tag for tag, _ in found).values()) == 1


@each
def test_every_control_says_which_field_it_belongs_to(name: str) -> None:
    """Somebody who hears the file is told the number of the field at each control; Word takes 64 letters."""
    numbers = {field.id: field.number for _, fields in DOCUMENTS[name].parts for field in fields}
    for tag, _, alias in controls(name):
        assert alias.split()[0] == numbers[tag.split(".")[0]] and len(alias) <= 64


@each
def test_controls_are_locked_and_say_what_to_do(name: str) -> None:
    """Nobody deletes one by mistake, and what stands in one is an instruction and no answer."""
    sdts = list(opened(name).element.body.iter(qn("w:sdt")))
    assert {value(sdt, "w:sdtPr/w:lock") for sdt in sdts} == {"sdtLocked"}
    hints = {"".join(text.text or "" for text in sdt.iter(qn("w:t"))) for sdt in sdts}
    assert hints <= {"Write here", "Write the date", "☐"}


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
    assert about.title == DOCUMENTS[name].title
    told = (about.author, about.subject, about.comments, about.keywords, about.category, about.last_modified_by)
    assert told == ("",) * len(told)
    assert about.created == about.modified and about.created is not None
    assert about.created.isoformat() == "2026-11-22T00:00:00+00:00"
    assert not [member for member in _members(name) if "app.xml" in member or "thumbnail" in member]


@each
def test_only_staff_copies_name_a_version(name: str) -> None:
    """The foot of a copy that goes home holds its title, the page and a day."""
    lines = [paragraph.text for paragraph in opened(name).sections[0].footer.paragraphs]
    version = "" if DOCUMENTS[name].goes_home else "Version 1.2.3, built on "
    assert lines == [f"{DOCUMENTS[name].title}\tPage  of ", f"{version}22 November 2026"]
    assert b" PAGE " in _footer(name) and b" NUMPAGES " in _footer(name)


@each
def test_headings_are_real(name: str) -> None:
    """A screen reader lists the title and every part; one page has only questions."""
    document, parts = opened(name), DOCUMENTS[name].parts
    held = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name != "Heading 2"]
    assert held[0] == ("Title", DOCUMENTS[name].title)
    headings = [text.split(".")[0] for style, text in held if style == "Heading 1" and re.match(r"\d+\. ", text)]
    is_short = DOCUMENTS[name].row.size is Size.ONE_PAGE
    assert headings == ([] if is_short else [str(part.number) for part, _ in parts])


@each
def test_tables_have_names_and_repeat_their_heads(name: str) -> None:
    """A table that runs on says on each page what its columns are, and says its number when it is read out."""
    for table in opened(name).tables:
        head, *rows = table._tbl.tr_lst
        assert head.findall(f".//{qn('w:tblHeader')}") and not [r for r in rows if r.findall(f".//{qn('w:tblHeader')}")]
        assert all(row.findall(f".//{qn('w:cantSplit')}") for row in (head, *rows))
        assert re.match(r"\d+\.\d+ ", value(table._tbl, "w:tblPr/w:tblCaption"))
        assert value(table._tbl, "w:tblPr/w:tblDescription")


@each
def test_services_stand_with_name_and_number(name: str) -> None:
    """Whoever needs help finds the number on the copy in their hands."""
    text = "\n".join(paragraph.text for paragraph in opened(name).paragraphs)
    for service in DOCUMENTS[name].services:
        assert service.name in text
        assert all(number in text for number in (service.phone, service.text) if number)


def test_type_is_large_where_it_should_be() -> None:
    """Clear print is 12 points, easy words 14 or more, large print 18, all in Arial."""
    least = {Size.FULL: 12, Size.ONE_PAGE: 12, Size.EASY_READ: 14, Size.LARGE_PRINT: 18}
    for name, document in DOCUMENTS.items():
        assert looks(name, "Normal") >= least[document.row.size]
        assert set(re.findall(rb'w:ascii="([^"]+)"', _member(name, "word/styles.xml"))) == {b"Arial"}
    assert min(TYPE_SIZES[Size.LARGE_PRINT].values()) >= 18
    assert min(TYPE_SIZES[Size.EASY_READ].values()) >= 14


def test_every_question_in_easy_words_has_its_picture() -> None:
    """The picture of each prompt stands beside it, and is marked as adding nothing to the words."""
    prompts = [paragraph for paragraph in opened(EASY).paragraphs if is_prompt(paragraph)]
    drawn = [list(prompt._p.iter(qn("wp:docPr"))) for prompt in prompts]
    easy = [field.easy for _, fields in DOCUMENTS[EASY].parts for field in fields]
    assert [picture.get("name") for (picture,) in drawn] == [words.picture.value for words in easy if words]
    assert all("decorative" in child.tag for (p,) in drawn for child in list(p.iter())[-1:])


def test_what_a_field_asks_besides_stands_on_full_copies_alone() -> None:
    """Help, reasons, examples and the questions of the considerations are there where there is room for them."""
    full, short = (_text(name) for name in ("my-plan", "my-plan-one-page"))
    assert "Why we ask: " in full and "For example: " in full
    assert "Why we ask: " not in short + _text(EASY)
    assert "Write down: " in _text("decision-record") and "Did an adult play any part?" in _text("decision-record")


def test_what_staff_read_first_is_on_no_other_copy() -> None:
    """The copies that go home and the annex do not hold the instructions for the meeting."""
    with_it = {name for name in DOCUMENTS if "What it is not" in _text(name)}
    staff = {n for n, d in DOCUMENTS.items() if d.row.copy_kind == "working" and d.row.size is not Size.ONE_PAGE}
    assert with_it == staff


@pytest.mark.parametrize("name", ["moving-forward-plan", EASY])
def test_the_same_form_gives_the_same_bytes(name: str) -> None:
    """A file changes only when the form does; no time of day gets into it."""
    file_of.cache_clear()
    first = file_of(name)
    file_of.cache_clear()
    assert file_of(name) == first


def test_typed_links_become_words() -> None:
    """Nothing in a Word file points at the site, so that nobody learns where it comes from."""
    for name in DOCUMENTS:
        body = _member(name, "word/document.xml")
        assert not re.search(rb"\b(term|section|faq|page|document|service|behaviour):[a-z]|hyperlink", body)


def _text(name: str) -> str:
    return "\n".join(paragraph.text for paragraph in opened(name).paragraphs)


def _members(name: str) -> list[str]:
    with ZipFile(BytesIO(file_of(name))) as file:
        return file.namelist()


def _member(name: str, member: str) -> bytes:
    with ZipFile(BytesIO(file_of(name))) as file:
        return file.read(member)


def _footer(name: str) -> bytes:
    return _member(name, next(member for member in _members(name) if "footer" in member))
