"""Pages about releases and intranets list what the records hold."""

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of
from tests.folders import articles, write
from tests.html import find, headings, section, words

OLDER = "\n## 1.1.0, 4 January 2026\n\n### Readers\n\n- An older page.\n"


def test_the_first_release_has_none_before_it(small: Path) -> None:
    """Nobody looks for changes against a release that never was."""
    text = words(articles(small)["reference/this-release"])
    assert "Version 1.2.3, 5 January 2026" in text and "A first page." in text
    assert "This is the first release" in text and "Earlier releases" not in text
    assert "A first build" not in text


def test_changes_are_those_after_the_release_before(small: Path, change: Change) -> None:
    """A school that updates reads what happened since its last copy, and not since 2019."""
    write(small, {"CHANGELOG.md": (small / "CHANGELOG.md").read_text(encoding="utf-8") + OLDER})
    assert "have no changes dated after 4 January 2026" in words(articles(small)["reference/this-release"])
    changes = "changes:\n"
    for day, what in (("2026-01-05", "A newer rule."), ("2026-01-04", "An older rule.")):
        changes += f"  - on: {day}\n    what: {what}\n"
    change("content_data/documents/a-study.yml", "checked_on:", f"{changes}checked_on:")
    body = articles(small)["reference/this-release"]
    assert "A newer rule." in words(body) and "An older rule." not in words(body)
    assert (3, "Version 1.1.0, 4 January 2026", "version-1-1-0") in headings(body)
    assert "An older page." in words(section(body, "earlier"))


def test_freshness_counts_what_is_printed(small: Path) -> None:
    """A reader sees how many facts nobody has confirmed, and when the first must be checked again."""
    rows = [[words(cell) for cell in row] for row in find(articles(small)["reference/this-release"], "tr[th/a]")]
    assert len(rows) == 2 and ["Documents", "1", "1 January 2026"] in [row[:3] for row in rows]


def test_a_filter_is_told_every_address_of_the_page_for_young_people(small: Path) -> None:
    """A young person who follows a link for help is not stopped."""
    listed = find(articles(small)["intranet/put-this-on-your-intranet"], "li")
    assert "example.org" in [words(line) for line in listed]


def test_the_self_test_has_one_document_of_each_kind(small: Path) -> None:
    """A server that does not know a type of file is found out."""
    text = articles(small)["intranet/self-test"]
    assert 'data-docx="../forms/files/' in text and 'data-pdf="../forms/files/' in text
    assert 'data-pptx="../sessions/files/' in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "## 1.2.3, 5 January 2026",
            "## Soon",
            "CHANGELOG.md:3:1: this heading names no version and day; write it like",
        ),
        ("- A first page.", "- See [it](term:consnt).", "CHANGELOG.md:7:12: there is no term"),
    ],
)
def test_mistakes_in_the_changelog_have_a_place(small: Path, change: Change, old: str, new: str, told: str) -> None:
    """An editor who writes down what changed is helped as everywhere else."""
    change("CHANGELOG.md", old, new)
    assert [line[: len(told)] for line in lines_of(small)][:1] == [told]
