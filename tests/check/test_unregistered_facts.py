"""What prose says of laws and contacts has a record."""

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of

PLACE = "content_data/guidance/start.md:19:"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("The Made Up (Wales) Act 2031 says,", "1: 'The Made Up (Wales) Act 2031' is not in the register of documents"),
        ("See Harm Order (Northern Ireland) 1999,", "1: 'See Harm Order (Northern Ireland) 1999' is not in the regist"),
        ("Call 0117 496 9999,", "6: the number '0117 496 9999' is in no register"),
        ("Write to x@example.org,", "10: 'x@example.org' stands outside the registers"),
        ("Write to x@example.org.", "10: 'x@example.org' stands outside the registers"),
        ("Open www.example.org,", "6: 'www.example.org' stands outside the registers"),
        ("Open (https://example.org/a.b?c=d).", "7: 'https://example.org/a.b?c=d' stands outside the registers"),
        ("Open example.co.uk now,", "6: 'example.co.uk' stands outside the registers"),
    ],
)
def test_unregistered_fact_is_told(small: Path, change: Change, written: str, told: str) -> None:
    """A law, number or address that nobody keeps true cannot be printed."""
    change("content_data/guidance/start.md", "More words,", written)
    assert any(line.startswith(PLACE + told) for line in lines_of(small)), lines_of(small)


@pytest.mark.parametrize(
    "written", ["Under the Study Act 2001,", "England and Wales, the Study Act 2001,", "Call 999 or"]
)
def test_registered_fact_is_left_alone(small: Path, change: Change, written: str) -> None:
    """A law that the register holds may be named, also within a sentence."""
    change("content_data/documents/a-study.yml", "title: A study", "title: A study\naliases: [Study Act 2001]")
    change("content_data/guidance/start.md", "More words,", written)
    assert lines_of(small) == []


def test_registered_number_may_be_named(small: Path, change: Change) -> None:
    """A number of the register is no mistake, however it is spaced."""
    change("content_data/guidance/start.md", "More words,", "Call 01174 960123,")
    assert lines_of(small) == []


def test_register_of_documents_is_held_to_the_same_rule(small: Path, change: Change) -> None:
    """A record may not lean on a law that has no record of its own."""
    change("content_data/documents/a-study.yml", "It stands.", "The Other Act 1999 changed it.")
    told = "content_data/documents/a-study.yml:8:3: 'The Other Act 1999' is not in the register of documents"
    assert [line.split(";")[0] for line in lines_of(small)] == [told]
