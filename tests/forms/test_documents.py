"""Every row and shape of the matrix becomes a document."""

from build_scripts.content.forms import MatrixRow, Shape
from tests.forms.test_word import documents
from tests.real import real_content


def test_every_word_file_of_the_matrix_is_made() -> None:
    """No form is offered in Word that these tests have not read."""
    assert list(documents()) == [row.file for row in real_content().all(MatrixRow) if Shape.DOCX in row.shapes]
