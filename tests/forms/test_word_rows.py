"""Rows of tables in Word: compact forms hold their questions in them, others their signatures."""

from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from docx.table import Table

from build_scripts.content.forms import FieldKind
from tests.forms.test_word import documents, opened
from tests.forms_walk import is_prompt
from tests.real import MATRIX_ROWS

ANNEX = "staff-annex"
COMPACT = [
    row["file"]
    for row in MATRIX_ROWS
    if "docx" in row["shapes"] and (row["form"] != "moving-forward-plan" or row["file"] == ANNEX)
]

each_compact = pytest.mark.parametrize("name", COMPACT)


def tables(name: str) -> list[Table]:
    """Return the tables of a file."""
    return list(opened(name).tables)


@each_compact
def test_a_question_stands_beside_its_answer(name: str) -> None:
    """What one line or a few boxes answer shares its row with the question, so that few sheets hold all."""
    beside = [row.cells[0].paragraphs[0].text for table in tables(name) for row in table.rows]
    below = [paragraph.text for paragraph in opened(name).paragraphs if is_prompt(paragraph)]
    document = documents()[name]
    for _, fields in document.parts:
        for field in fields:
            begins = f"{document.numbers[field.id]} "
            alone = field.kind is FieldKind.TABLE or len(field.choices) > 6
            assert any(text.startswith(begins) for text in (below if alone else beside)), begins


@each_compact
def test_two_tables_are_never_taken_for_one(name: str) -> None:
    """Word joins tables that touch, and the second would have the heads of the first."""
    body = list(opened(name).element.body)
    assert not [one for one, other in pairwise(body) if one.tag == other.tag == qn("w:tbl")]


@each_compact
def test_a_row_does_not_drag_the_next_to_another_page(name: str) -> None:
    """Long tables of questions may part between any two rows, or half a page stays empty."""
    kept = [
        paragraph
        for table in tables(name)
        for row in table.rows
        for paragraph in row.cells[0].paragraphs
        if is_prompt(paragraph) and paragraph.paragraph_format.keep_with_next is not False
    ]
    assert kept == []


@each_compact
def test_what_there_is_to_know_about_a_form_stands_at_its_foot(name: str) -> None:
    """The first question is at the top of the first side; who may see it, and what it is not, are still there."""
    texts = [paragraph.text for paragraph in opened(name).paragraphs]
    found = [text for text in texts if text.startswith(("What it is not:", "Who may see it:", "Where it is kept:"))]
    assert len(found) == (0 if documents()[name].goes_home or name == ANNEX else 3)
    assert not found or texts[-1] == found[-1]


def test_who_signs_does_so_in_one_table_and_a_person_takes_one_line() -> None:
    """A plan that everybody signs, and that names an adult, takes no sheet more in Word than on paper."""
    for name in ("moving-forward-plan", "my-plan", "our-plan"):
        document = documents()[name]
        kinds = [field.kind for _, fields in document.parts for field in fields]
        signing = [table for table in tables(name) if table.rows[0].cells[-1].text == document.content.label("date")]
        assert [len(table.rows) - 1 for table in signing] == [kinds.count(FieldKind.SIGNATURE)]
        people = [line.text for line in opened(name).paragraphs if line.text.startswith("Name: ")]
        assert [line.count("Role: ") for line in people] == [1] * kinds.count(FieldKind.PERSON_WITH_ROLE)


def test_every_form_but_the_plan_is_compact() -> None:
    """The plan has sizes of its own; every other form is short, and so is its annex."""
    assert {name for name, document in documents().items() if document.is_compact} == set(COMPACT)
