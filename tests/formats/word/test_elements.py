"""Places to answer and pictures are as Word and a screen reader want them."""

import pytest

from build_scripts.formats.word.document import Control, ControlKind, Paragraph, Picture, Run
from tests.formats.office_rules import faults
from tests.formats.word.test_docx_file import NASTY, control, opened, paragraph, written


@pytest.mark.parametrize("kind", ControlKind)
def test_a_control_can_be_deleted_and_says_what_it_is(kind: ControlKind) -> None:
    """Whoever needs no answer there takes the place out, and Word shows above it what is asked."""
    (properties,) = opened(paragraph(control(kind))).element.body.iter("{*}sdtPr")
    values = {child.tag.rpartition("}")[2]: [*child.attrib.values()] for child in properties}
    assert "lock" not in values
    assert (values["tag"], values["alias"]) == (["a.b"], [NASTY])
    assert {"text", "date", "checkbox"} & set(values)
    assert values.get("text") == {ControlKind.TEXT: [], ControlKind.LONG_TEXT: ["1"]}.get(kind)


def test_a_name_that_is_too_long_is_cut() -> None:
    """A long prompt does not make Word refuse the file."""
    (name,) = opened(paragraph(Control(ControlKind.TEXT, "a", "b" * 63 + " cc"))).element.body.iter("{*}alias")
    assert [*name.attrib.values()] == ["b" * 63]


def test_a_picture_stands_beside_its_words_and_adds_nothing() -> None:
    """A screen reader passes over it, and the words leave room for it."""
    blocks = (Paragraph("Prompt", (Picture("square"), Run("words"))), paragraph(Picture("square")))
    document = opened(*blocks)
    assert faults(written(*blocks)) == [] and not list(document.element.body.iter("{*}inline"))
    first, second = document.element.body.iter("{*}docPr")
    assert (first.get("name"), first.get("descr")) == ("square", "") and first.get("id") != second.get("id")
    assert [decorative.get("val") for decorative in first.iter("{*}decorative")] == ["1"]
    assert document.styles["Prompt"].paragraph_format.left_indent.mm == pytest.approx(23, abs=0.1)
