"""What a document is made of is what Word takes."""

import pytest

from build_scripts.formats.word.document import ControlKind
from tests.formats.word.test_docx_file import control


def test_a_tag_that_word_would_cut_is_refused() -> None:
    """Two controls never become one because Word cuts their tags."""
    with pytest.raises(ValueError, match="is longer than the 64 letters"):
        control(ControlKind.TEXT, "a" * 65)
