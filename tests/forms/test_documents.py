"""Every row and shape of the matrix becomes a document."""

from build_scripts.content.forms import Copy, FieldKind, MatrixRow, Shape, Size
from build_scripts.forms.documents import FormDocument, form_documents
from tests.forms.test_word import documents
from tests.real import real_content


def numbers_in_order(document: FormDocument) -> list[str]:
    """Return the numbers of the fields of a document, from top to bottom."""
    return [document.numbers[field.id] for _, fields in document.parts for field in fields]


def test_every_word_file_of_the_matrix_is_made() -> None:
    """No form is offered in Word that these tests have not read."""
    assert list(documents()) == [row.file for row in real_content().all(MatrixRow) if Shape.DOCX in row.shapes]


def test_no_number_is_left_out_on_any_copy() -> None:
    """A gap from 1.2 to 4.1 looks like a page that got lost."""
    for document in form_documents(real_content()):
        if document.row.size is Size.ONE_PAGE:
            wanted = [str(at) for at, _ in enumerate(numbers_in_order(document), 1)]
            assert numbers_in_order(document) == wanted, document.address
            continue
        numbers, parts = document.numbers, enumerate(document.parts, 1)
        in_order = [(str(at), [f"{at}.{below + 1}" for below in range(len(fields))]) for at, (_, fields) in parts]
        found = [(numbers[part.id], [numbers[each.id] for each in fields]) for part, fields in document.parts]
        assert found == in_order, document.address


def test_a_row_of_ticks_says_what_a_tick_means() -> None:
    """Of three lines with a box each, nobody guesses whether a tick is a promise or something done."""
    for file, document in documents().items():
        ticks = [field for _, fields in document.parts for field in fields if field.kind is FieldKind.TICK_WITH_LINE]
        for field in ticks:
            said = " ".join(prose.text for prose in (document.label(field), *dict(document.hints(field)).values()))
            assert "tick" in said.lower() or (field.lines or 0) <= 1, (file, field.number)


def test_every_shape_and_print_of_a_copy_has_the_same_numbers() -> None:
    """Whoever works from Word, from paper or in large print speaks of the same 2.3."""
    for copy in Copy:
        found: dict[str, set[tuple[str, ...]]] = {}
        for document in form_documents(real_content()):
            if document.row.copy_kind is copy:
                name = f"{document.form.id} {document.row.size.fields}"
                found.setdefault(name, set()).add(tuple(numbers_in_order(document)))
        assert all(len(each) == 1 for each in found.values())
