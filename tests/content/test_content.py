"""Records are found as typed links, templates and pages name them."""

from datetime import date
from pathlib import Path

import pytest

from build_scripts.content.content import Content, home_of
from build_scripts.content.fields import Record
from build_scripts.content.load import load_all
from build_scripts.content.local_details import LocalDetail
from build_scripts.content.registers import Service, Term
from build_scripts.content.sessions import Rehearsal


def test_a_record_is_found_by_kind_and_id(small: Path) -> None:
    """An id of one kind leads to no record of another."""
    content = load_all(small).content
    assert content.find("service", "a-line") is content.one(Service)
    assert content.find("document", "a-line") is None


def test_a_label_that_is_not_there_is_named() -> None:
    """Whoever writes a template learns which label is missing."""
    with pytest.raises(LookupError, match="no label 'some'"):
        Content({}).label("some")


@pytest.mark.parametrize(
    ("detail", "words"), [("policy-link", "Our policy"), ("logo-image", ""), ("lead-name", "Ms Lead"), ("other", "")]
)
def test_a_local_detail_is_shown_in_words(detail: str, words: str) -> None:
    """A link is shown by its name and a picture by none, so that no page prints a bare address or file name."""
    given = {"policy-link": "https://example.org", "policy-name": "Our policy", "logo-image": "logo.png"}
    details = (LocalDetail(id=key, value=value) for key, value in {**given, "lead-name": "Ms Lead"}.items())
    assert Content({LocalDetail: (*details,)}).local_words(detail) == words


@pytest.mark.parametrize(
    ("kind", "home"), [(Service, "services/"), (Rehearsal, "rehearsals.yml"), (Term, "glossary.yml")]
)
def test_an_editor_is_sent_to_where_records_are_kept(kind: type[Record], home: str) -> None:
    """A remedy names the file or folder to add to."""
    assert home_of(kind) == home


def test_the_newest_check_dates_the_content(small: Path) -> None:
    """Content in which nothing was checked has no such day."""
    assert load_all(small).content.checked_on == date(2026, 1, 5)
    assert Content({}).checked_on is None
