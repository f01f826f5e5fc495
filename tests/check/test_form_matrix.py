"""The matrix builds only what can be built, under names that tell nothing."""

from pathlib import Path

import pytest

from build_scripts.check.form_matrix import EXPLICIT, TELLING
from tests.conftest import Change, lines_of
from tests.mistakes import Mistake, each_mistake

FORM = "content_data/forms/note.yml"
MATRIX = "content_data/form-matrix.yml"
LAST = "14:5: "
YOUNG_PERSON = "8:5: "

MISTAKES = {
    "copy that has no fields": (
        "copy_kind: staff-annex",
        "copy_kind: parents",
        f"{LAST}the form 'note' has no fields for the copy 'parents' in the size 'full'; "
        "take the row out, or mark fields for it",
    ),
    "size that has no fields": (
        "size: full\n    shapes: [docx]",
        "size: one-page\n    shapes: [docx]",
        f"{LAST}the form 'note' has no fields for the copy 'staff-annex' in the size 'one-page'; "
        "take the row out, or mark fields for it",
    ),
    "unknown form": (
        "form: note\n    copy_kind: working",
        "form: noet\n    copy_kind: working",
        "2:11: there is no form 'noet'; did you mean 'note'?",
    ),
    "unknown size": ("size: full", "size: ful", "4:11: 'ful' is not one of the words allowed; did you mean 'full'?"),
    "explicit word in a file name": (
        "file: note-annex",
        "file: nudes-annex",
        f"{LAST}'nude' stands in the name of a document, where others see it; word 'nudes-annex' so that it tells "
        "nothing",
    ),
    "explicit word in a title": (
        "title: Annex",
        "title: Sexual annex",
        f"{LAST}'Sex' stands in the name of a document, where others see it; word 'Sexual annex' so that it tells "
        "nothing",
    ),
    "telling word on the young person's copy": (
        "title: My note in easy words",
        "title: My note on harm",
        f"{YOUNG_PERSON}'harm' stands in the name of a document, where others see it; "
        "word 'My note on harm' so that it tells nothing",
    ),
    "another name on the young person's copy": (
        "title: My note in easy words",
        "title: Note in easy words",
        f"{YOUNG_PERSON}the copy that a young person keeps is called 'Note in easy words' and 'my-note-easy'; "
        "begin them with 'My note' and 'my-note'",
    ),
    "two documents in one file": (
        "file: note-annex",
        "file: note",
        f"{LAST}the matrix has file 'note.docx' already, on line 2; change or remove one of the rows",
    ),
    "fillable file of the name of another": (
        "shapes: [docx]\n    file: note-annex",
        "shapes: [pdf]\n    file: note-to-fill-in",
        f"{LAST}the matrix has file 'note-to-fill-in.pdf' already, on line 2; change or remove one of the rows",
    ),
    "one document twice": (
        "copy_kind: staff-annex\n    size: full",
        "copy_kind: working\n    size: full",
        f"{LAST}the matrix has note, working, full, docx already, on line 2; change or remove one of the rows",
    ),
    "page of a copy that goes home": (
        "shapes: [pdf]",
        "shapes: [page, pdf]",
        f"{YOUNG_PERSON}a page is made of the working copy, at the address of its form, and of the staff annex; "
        "take 'page' out, or set copy_kind: working and file: note",
    ),
    "page at another address": (
        "file: note\n",
        "file: notes\n",
        "2:5: a page is made of the working copy, at the address of its form, and of the staff annex; "
        "take 'page' out, or set copy_kind: working and file: note",
    ),
    "capitals in a file name": (
        "file: note-annex",
        "file: Annex",
        "18:11: 'Annex' cannot be an id; use lower-case letters, digits and hyphens, such as annex",
    ),
}

OF_THE_FORM = {
    "no neutral title": (
        "neutral_title: My note\n",
        "",
        "the form 'note' has no neutral title and file name for a copy that a young person keeps; "
        "add 'neutral_title' and 'file_name' to the form",
    ),
    "nothing on where help is": (
        "copy_kind: young-person",
        "copy_kind: parents",
        "the form 'note' does not say where help is on the copy 'young-person'; "
        "add it to 'copies' of the form, with services",
    ),
    "no easy words to begin": (
        "    easy_lead: [{label: This is for you., picture: star}]\n",
        "",
        "the form 'note' has no easy words to begin the copy 'young-person'; "
        "add 'easy_lead' and 'easy_services' in 'copies' of the form",
    ),
}


@each_mistake({MATRIX: MISTAKES})
def test_mistake_in_the_matrix_is_told_at_its_row(mistake: Mistake, told: list[str]) -> None:
    """One mistake gives exactly one line."""
    assert told == [mistake.told]


@pytest.mark.parametrize(
    ("asked_as", "told"),
    {
        "note.name, gone.name": ["there is no question 'gone.name'"],
        "note.name, gone.steps.step": ["there is no question 'gone.steps.step'"],
        "note.steps, gone.name": ["there is no question 'note.steps'", "there is no question 'gone.name'"],
        "note.name.step, gone.name": ["there is no question 'note.name.step'", "there is no question 'gone.name'"],
        "note.steps.gone, gone.name": ["there is no question 'note.steps.gone'", "there is no question 'gone.name'"],
        "note.name, note.first-step": ["one form stands here twice"],
        "note.today, note.steps.step": [
            "one answer does not fit all: 'note.today' is date, 'note.steps.step' is text",
            "one form stands here twice",
        ],
        "note.name, note": ["'note' is no question of a form"],
    }.items(),
)
def test_a_shared_answer_is_asked_alike_in_different_forms(small: Path, asked_as: str, told: list[str]) -> None:
    """Nothing is taken over to a question that is not there, or that cannot hold it."""
    matrix = small / MATRIX
    matrix.write_text(f"{matrix.read_text('utf-8')}shared:\n  - asked_as: [{asked_as}]\n", encoding="utf-8")
    lines = [line.split(": ", 1)[1].split(";")[0] for line in lines_of(small)]
    assert sorted(lines) == sorted(told)


@pytest.mark.parametrize(("old", "new", "told"), OF_THE_FORM.values(), ids=OF_THE_FORM.keys())
def test_what_a_row_needs_of_its_form_is_told(small: Path, change: Change, old: str, new: str, told: str) -> None:
    """A copy that goes home is neutral and says where help is, or it is not built."""
    change(FORM, old, new)
    assert lines_of(small) == [f"{MATRIX}:{YOUNG_PERSON}{told}"]


def test_form_without_a_page_is_told(small: Path, change: Change) -> None:
    """A link to a form always leads to a page."""
    change(MATRIX, "shapes: [page, pdf,", "shapes: [pdf,")
    assert lines_of(small) == [
        f"{MATRIX}:2:5: no row of the matrix makes the page of the form 'note'; "
        "add a row to form-matrix.yml with copy_kind: working, and 'page' among its shapes"
    ]


@pytest.mark.parametrize("name", ["my-plan", "My plan in easy words", "our-plan", "staff-annex"])
def test_neutral_names_pass(name: str) -> None:
    """The lists of words stop no name that is in use."""
    assert not EXPLICIT.search(name) and not TELLING.search(name)


@pytest.mark.parametrize("name", ["Behaviour plan", "after-the-incident", "Safeguarding plan", "my-offence", "HSB"])
def test_telling_names_are_found(name: str) -> None:
    """A name on a shared printer does not say why a young person has the paper."""
    assert TELLING.search(name) and not EXPLICIT.search(name)
