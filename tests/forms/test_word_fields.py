"""Each field of a form has its places to answer in Word."""

import re
from collections import Counter

import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from build_scripts.content.forms import Field, FieldKind
from build_scripts.content.prose import parse, to_text
from build_scripts.forms.documents import FormDocument
from tests.forms.test_word import EASY, documents, each, opened
from tests.forms_walk import is_prompt

pytestmark = pytest.mark.slow

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


KINDS = {qn("w:text"), qn("w:date"), f"{W14}checkbox"}


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


def wanted(document: FormDocument, field: Field) -> list[tuple[str, str]]:
    """Return tag and kind of the controls that a field needs in a document."""
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
            rows = range(1, document.rows(field) + 1)
            return [(f"{field.id}.{n}.{c.id}", kinds.get(c.kind, "text")) for n in rows for c in field.columns]
        case FieldKind.TICK:
            ticks = [(f"{field.id}.{choice.id}", choice.line) for choice in field.choices] or [(field.id, False)]
            return [pair for tag, line in ticks for pair in [(tag, "checkbox"), *[(f"{tag}.line", "text")] * line]]


@each
def test_every_field_has_its_places_to_answer(name: str) -> None:
    """Each answer has a control of its kind, in order, with a tag that no other has."""
    found = [(tag, kind) for tag, kind, _ in controls(name)]
    document = documents()[name]
    assert found == [pair for _, fields in document.parts for field in fields for pair in wanted(document, field)]
    assert max(Counter(tag for tag, _ in found).values()) == 1


@each
def test_every_control_says_which_field_it_belongs_to(name: str) -> None:
    """Somebody who hears the file is told the number of the field at each control; Word takes 64 letters."""
    numbers = documents()[name].numbers
    for tag, _, alias in controls(name):
        assert alias.split()[0] == numbers[tag.split(".")[0]] and len(alias) <= 64


@each
def test_boxes_with_a_line_say_what_they_are_for(name: str) -> None:
    """A box in a list of boxes is named by what it asks, and by its line only where there are several."""
    asked = {
        field.id: field for _, fields in documents()[name].parts for field in fields if field.kind == "tick-with-line"
    }
    for tag, _, alias in controls(name):
        field = asked.get(tag.split(".")[0])
        if field:
            row = f"line {tag.split('.')[1]}, " if field.lines != 1 else ""
            begins = f"{documents()[name].numbers[field.id]} {row}{to_text(parse(documents()[name].label(field)))}"
            assert alias.startswith(begins[:60])


@each
def test_a_place_to_answer_prints_nothing_of_its_own_and_can_be_deleted(name: str) -> None:
    """A form that is printed empty has boxes and no hints, and a question that does not fit can be taken out."""
    sdts = list(opened(name).element.body.iter(qn("w:sdt")))
    assert not [sdt for sdt in sdts if sdt.findall(f".//{qn('w:lock')}")]
    shown = {"".join(text.text or "" for text in sdt.iter(qn("w:t"))).strip() for sdt in sdts}
    assert shown == {"", "☐"} or shown == {""}


@each
def test_a_place_within_words_has_a_rule_to_write_on(name: str) -> None:
    """Where no box is drawn around it, somebody with a pen sees where to write."""
    choices = [p for p in opened(name).paragraphs if p.style and p.style.name == "Choice"]
    open_ended = [p for p in choices if p._p.xpath("w:sdt/w:sdtPr/w:tag[contains(@w:val, '.line')]")]
    assert all(p.text.endswith("\t") for p in open_ended)
    (tabs,) = opened(name).styles["Choice"].element.findall(f".//{qn('w:tabs')}")
    assert [tab.get(qn("w:leader")) for tab in tabs][-1] == "underscore"


@each
def test_tables_have_names_and_repeat_their_heads(name: str) -> None:
    """A table that runs on says on each page what its columns are, and says its number when it is read out.

    In rows of questions each question is the head of its row.
    """
    for table in opened(name).tables:
        (looks,) = table._tbl.tblPr.findall(qn("w:tblLook"))
        heads = 0 if looks.get(qn("w:firstColumn")) == "1" else 1
        assert heads or all(is_prompt(row.cells[0].paragraphs[0]) for row in table.rows)
        rows = table._tbl.tr_lst
        assert [bool(row.findall(f".//{qn('w:tblHeader')}")) for row in rows] == [
            at < heads for at, _ in enumerate(rows)
        ]
        assert all(row.findall(f".//{qn('w:cantSplit')}") for row in rows)
        assert re.match(r"\d+(\.\d+)? ", value(table._tbl, "w:tblPr/w:tblCaption"))
        assert value(table._tbl, "w:tblPr/w:tblDescription")


def test_every_question_in_easy_words_has_its_picture() -> None:
    """The picture of each prompt stands beside it, and is marked as adding nothing to the words."""
    prompts = [paragraph for paragraph in opened(EASY).paragraphs if is_prompt(paragraph)]
    drawn = [list(prompt._p.iter(qn("wp:docPr"))) for prompt in prompts]
    easy = [field.easy for _, fields in documents()[EASY].parts for field in fields]
    assert [picture.get("name") for (picture,) in drawn] == [words.picture.value for words in easy if words]
    assert all("decorative" in child.tag for (p,) in drawn for child in list(p.iter())[-1:])
