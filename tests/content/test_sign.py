"""A person's word is written into one line of one file, and into nothing else."""

from datetime import date
from difflib import ndiff
from pathlib import Path

import pytest

from build_scripts.content.confirmations import Reviewer
from build_scripts.content.load import load_all
from build_scripts.content.registers import Service
from build_scripts.content.sign import NotSignedError, Signature, find, sign
from tests.conftest import TODAY, Change, lines_of
from tests.folders import files_in
from tests.mistakes import DATA
from tests.real import real_content

LINE = DATA + "services/a-line.yml"
BY_ANN = {"by": "Ann Example", "role": "a tester", "saw": 'the "same" number: 0117, and more'}
CONFIRMED = (
    'confirmed: {by: "Ann Example", role: "a tester", on: 2026-06-01, saw: "the \\"same\\" number: 0117, and more"}'
)


def signed(root: Path, name: str, on: date = TODAY, **more: object) -> list[str]:
    """Sign a record and return the lines that are new and those that are gone, as a comparison shows them."""
    before = files_in(root / DATA)
    content = load_all(root).content
    sign(root, find(content, name)[1], Signature(**(BY_ANN | {"on": on} | more)), TODAY)  # type: ignore[arg-type]
    after = files_in(root / DATA)
    (path,) = (path for path in after if after[path] != before.get(path))
    lines = ndiff(before[path].decode().split("\n"), after[path].decode().split("\n"))
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("name", ["a-line", "service:a-line", "a-study"])
def test_a_signature_is_one_new_line(small: Path, change: Change, name: str) -> None:
    """Comments and layout stay, the check has nothing to say, and the record is confirmed."""
    change(LINE, "what: It", "# A note of an editor\nwhat:   It")
    assert signed(small, name) == [f"+ {CONFIRMED}"]
    assert lines_of(small) == []


def test_the_table_of_hours_has_a_signature_of_its_own(small: Path, change: Change) -> None:
    """A page says «open now» once somebody has compared the table, and not because they compared the number."""
    change(LINE, "hours: 12:30 daily\n", "hours: 12:30 daily\nhours_table:\n  - {days: [monday], all_day: yes}\n")
    assert signed(small, "a-line") == [f"+ {CONFIRMED}"]
    assert not load_all(small).content.one(Service).hours_data
    assert signed(small, "a-line", hours=True) == [f"+ hours_{CONFIRMED}"]
    assert load_all(small).content.one(Service).hours_data and lines_of(small) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_what_stands_before_the_text_stay(small: Path, end: str) -> None:
    """A file from Windows stays one: no line of it differs but the new one."""
    file = small / LINE
    old = file.read_text(encoding="utf-8")
    file.write_bytes(b"\xef\xbb\xbf" + old.replace("\n", end).encode())
    assert signed(small, "a-line") == [f"+ {CONFIRMED}" + end.rstrip("\n")]
    assert lines_of(small) == []


@pytest.mark.parametrize(
    "earlier",
    [
        "{by: Bob Example, role: tester, on: 2026-01-01, saw: it}",
        "\n  by: Bob\n  role: xy\n  on: 2026-01-01\n  saw: it",
    ],
)
def test_a_newer_comparison_takes_the_place_of_the_older(small: Path, change: Change, earlier: str) -> None:
    """An entry says who compared it last, however the one before was written."""
    change(LINE, "confidence: high", f"confirmed: {earlier}\n# Kept\nconfidence: high")
    new = [line for line in signed(small, "a-line") if line[0] == "+"]
    assert new == [f"+ {CONFIRMED}"]
    text = (small / LINE).read_text(encoding="utf-8")
    assert "Bob" not in text and "# Kept\nconfidence" in text and lines_of(small) == []


@pytest.mark.parametrize(
    "name", ["section:start", "page:help", "scenario:a-chat", "behaviour:sharing", "faq:what-then"]
)
def test_pages_and_scenarios_are_reviewed_by_each_kind_of_reader(small: Path, name: str) -> None:
    """Each reviewer has a line, and a second one comes below the first."""
    first = signed(small, name, reviewer=Reviewer.DSL)
    second = signed(small, name, reviewer=Reviewer.YOUNG_PEOPLE)
    assert [line[:23] for line in (*first, *second)] == [
        "+ reviews:",
        "+   - {reviewer: dsl, b",
        "+   - {reviewer: young-",
    ]
    assert lines_of(small) == []


@pytest.mark.parametrize(
    ("name", "more", "told"),
    [
        ("a-line", {"on": date(2026, 6, 2)}, "2026-06-02 lies in the future"),
        ("a-line", {"on": date(2025, 12, 31)}, "was last looked up on 2026-01-01"),
        ("a-line", {"by": ""}, "say who did it"),
        ("a-line", {"by": "Name"}, "is no name"),
        ("a-line", {"role": ""}, "say who did it"),
        ("a-line", {"saw": ""}, "say what was seen"),
        ("a-line", {"saw": "…"}, "does not say what was seen"),
        ("a-line", {"reviewer": Reviewer.DSL}, "leave out --reviewer"),
        ("a-line", {"hours": True}, "no table of opening hours"),
        ("start", {}, "add --reviewer dsl"),
        ("a-lin", {}, "did you mean 'a-line'"),
        ("consent", {}, "there is no 'consent'"),
    ],
)
def test_what_cannot_be_true_is_not_written(small: Path, name: str, more: dict[str, object], told: str) -> None:
    """A day to come, nobody's name, or nothing seen: the file stays as it was, to the byte."""
    before = files_in(small)
    with pytest.raises(NotSignedError, match=told.replace("(", r"\(")):
        signed(small, name, **more)  # type: ignore[arg-type]
    assert files_in(small) == before


def test_a_name_of_two_records_is_asked_for_again(small: Path) -> None:
    """Nobody signs for another record than they mean."""
    (small / DATA / "documents" / "a-line.yml").write_bytes((small / DATA / "documents" / "a-study.yml").read_bytes())
    with pytest.raises(NotSignedError, match="may be document:a-line or service:a-line"):
        signed(small, "a-line")


def test_reviews_on_one_line_are_left_to_a_person(small: Path, change: Change) -> None:
    """What cannot be changed without touching other words is not changed."""
    review = "{reviewer: dsl, by: Bob, role: xy, on: 2026-01-01, saw: it}"
    change(DATA + "guidance/start.md", "checked_on:", f"reviews: [{review}]\nchecked_on:")
    with pytest.raises(NotSignedError, match="a line of its own"):
        signed(small, "start", reviewer=Reviewer.DSL)


def test_each_name_of_the_real_content_can_be_written_alone_or_with_its_kind() -> None:
    """Whoever copies a line from the desk signs for what stands there."""
    content = real_content()
    for reference in ("document:kcsie", "service:childline", "section:first-hour", "scenario:turned-on"):
        assert str(find(content, reference)[0]) == reference
