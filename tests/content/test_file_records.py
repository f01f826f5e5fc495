"""A file gives its records, whole or in part, and says what is wrong with it in itself."""

from pathlib import Path

import pytest

from build_scripts.content.content import Glossary
from build_scripts.content.file_records import FileRecords, read_records
from build_scripts.content.registers import Document, Service, Term
from tests.conftest import SMALL, Change, lines_of

LINE = (SMALL / "content_data/services/a-line.yml").read_text(encoding="utf-8")
TERMS = (SMALL / "content_data/glossary.yml").read_text(encoding="utf-8")
START = "content_data/guidance/start.md"
HOME = "content_data/services/a-line.yml"


def service(text: str) -> FileRecords:
    """Return what the file of a service holds."""
    return read_records(HOME, text, Service, "a-line")


def test_a_record_is_named_after_its_file() -> None:
    """An editor gives a file one name, which is the id."""
    ((kind, record),) = service(LINE).records
    assert kind is Service and isinstance(record, Service)
    assert (record.id, record.location.path) == ("a-line", HOME)


def test_an_id_that_is_written_is_told() -> None:
    """Two names could differ."""
    wanted = f"{HOME}:1:1: 'id' is not written in a file of one record, which is called 'a-line' already; "
    assert [str(problem) for problem in service(f"id: line\n{LINE}").problems] == [
        wanted + "remove the key, or rename the file; its name is the id"
    ]


def test_a_record_of_another_folder_is_told_as_a_whole() -> None:
    """A file in the wrong place is one mistake, not one for each of its keys; links to it are not blamed."""
    found = read_records("content_data/documents/a-line.yml", LINE, Document, "a-line")
    assert [str(problem) for problem in found.problems] == [
        "content_data/documents/a-line.yml:1:1: this is a record of services/; move the file to content_data/services/"
    ]
    assert found.records == [] and found.invalid == {(Service, "a-line"), (Document, "a-line")}


def test_the_others_of_a_list_are_kept() -> None:
    """One wrong term takes no other from the glossary, and what it says is still looked through."""
    found = read_records("content_data/glossary.yml", TERMS.replace("    term: Consent\n", ""), Glossary)
    ids = [record.id for _, record in found.records if isinstance(record, Term)]
    assert "consent" not in ids and "no" in ids
    assert found.invalid == {(Term, "consent")}
    assert any("An agreement" in prose.text for prose in found.written.proses)


@pytest.mark.parametrize("text", ["terms: [", "# nothing yet\n"])
def test_what_cannot_be_read_is_said_to_be_missing(text: str) -> None:
    """Links to what a broken file may hold are not blamed."""
    found = read_records("content_data/glossary.yml", text, Glossary)
    assert (found.records, found.unread, len(found.problems)) == ([], {Term}, 1)


def test_each_text_is_read_for_itself() -> None:
    """A file that changed gives what it says now; one that did not gives the very same records."""
    before, after = service(LINE), service(LINE.replace("name: A line", "name: Another line"))
    assert [record.name for found in (before, after) for _, record in found.records if isinstance(record, Service)] == [
        "A line",
        "Another line",
    ]
    assert service(LINE) is before


def test_a_file_that_cannot_be_read_tells_its_other_mistakes_too(small: Path, change: Change) -> None:
    """An editor mends everything in one round, and is told nothing that only follows from a line left out."""
    change(START, "summary: About the start.", 'summary: "He said "x" now"')
    change(START, "order: 10", "order:10")
    change(START, "nations: [england]", "nations: [englnd]")
    change(START, "term:consent", "term:consnt")
    assert [line.partition(";")[0].removeprefix(START) for line in lines_of(small)] == [
        ':3:19: the text ends at its second double quotation mark, and words follow: x" now"',
        ":4:7: there is no space after this colon",
        ":6:11: 'englnd' is not one of the words allowed",
        ":15:23: there is no term 'consnt'",
    ]


@pytest.mark.parametrize("line", ["ages:", "aliases:\n  - A name\n  -"])
def test_a_key_or_an_item_without_a_value_is_told(small: Path, change: Change, line: str) -> None:
    """What was begun and forgotten is not taken for what was left out."""
    change(HOME, "confidence:", f"{line}\nconfidence:")
    (told,) = lines_of(small)
    assert (
        "'ages' has no value; write one after the colon, or remove the key" in told
        or "an item of this list is empty" in told
    )
