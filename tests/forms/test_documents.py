"""Every row and shape of the matrix becomes a document."""

from __future__ import annotations

from build_scripts.content.forms import MatrixRow, Shape
from tests.forms.test_word import CONTENT, DOCUMENTS


def test_every_word_file_of_the_matrix_is_made() -> None:
    """No form is offered in Word that these tests have not read."""
    assert list(DOCUMENTS) == [row.file for row in CONTENT.all(MatrixRow) if Shape.DOCX in row.shapes]
