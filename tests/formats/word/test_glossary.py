"""What stands in an empty control is in the file itself, so that Word writes no words of its own there."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from build_scripts.formats.word.document import ControlKind, Run
from tests.formats.office_rules import faults
from tests.formats.word.test_docx_file import control, opened, paragraph, written

GLOSSARY = "word/glossary/document.xml"
ANSWERED = [kind for kind in ControlKind if kind is not ControlKind.TICK]


def glossary() -> etree._Element:
    """Return the glossary of a file with a control."""
    with ZipFile(BytesIO(written(paragraph(control(ControlKind.TEXT))))) as file:
        return etree.fromstring(file.read(GLOSSARY))


@pytest.mark.parametrize("kind", ANSWERED)
def test_a_control_that_is_emptied_is_as_it_was(kind: ControlKind) -> None:
    """It names the entry of the glossary that holds what it shows now, and shows it as a hint and no answer."""
    blocks = (paragraph(control(kind)),)
    assert faults(written(*blocks)) == []
    (sdt,) = opened(*blocks).element.body.iter("{*}sdt")
    (name,) = (value for part in sdt.iter("{*}docPart") for value in part.values())
    assert list(sdt.iter("{*}showingPlcHdr"))
    (entry,) = (each for each in glossary().iter("{*}docPart") if next(each.iter("{*}name")).values() == [name])
    assert next(entry.iter("{*}type")).values() == ["bbPlcHdr"]
    assert [each.text for each in entry.iter("{*}t")] == [each.text for each in sdt.iter("{*}t")]
    assert not "".join(each.text or "" for each in entry.iter("{*}t")).strip()


def test_a_file_without_controls_has_no_glossary() -> None:
    """The handbook carries nothing that only forms need."""
    assert GLOSSARY not in ZipFile(BytesIO(written(paragraph(Run("words"))))).namelist()
