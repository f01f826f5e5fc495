"""Fields turn the words of a file into values, or say what to write."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from build_scripts.content.fields import (
    NOWHERE,
    AnyReference,
    Block,
    Checked,
    Day,
    DocumentId,
    Email,
    Hours,
    Id,
    Line,
    Nation,
    Nations,
    Phone,
    Prose,
    Record,
    Reference,
    SourceId,
    TermId,
    Text,
    Url,
    ValidationContext,
    Whole,
    YesNo,
    wrong,
)
from build_scripts.content.problems import Location
from build_scripts.content.reader.yaml_reader import read_yaml


def value(field: Any, written: object) -> Any:
    """Return what a field makes of what is written."""
    return TypeAdapter(field).validate_python(written)


def told(field: Any, written: object) -> str:
    """Return what an editor is told of what is written, or that it is right."""
    try:
        value(field, written)
    except ValidationError as error:
        return error.errors()[0]["msg"]
    return "right"


def read(yaml: str) -> Any:
    """Return YAML as the reader gives it."""
    data, problems = read_yaml("a.yml", yaml)
    assert problems == []
    return data


@pytest.mark.parametrize(
    ("field", "written", "wanted"),
    [
        (Day, "2026-11-22", date(2026, 11, 22)),
        (Day, "2028-02-29", date(2028, 2, 29)),
        (YesNo, "yes", True),
        (YesNo, "True", True),
        (YesNo, "NO", False),
        (YesNo, "false", False),
        (Whole, "10", 10),
        (Whole, "007", 7),
        (Whole, "999999", 999_999),
        (Text, " some: words ", "some: words"),
        (Text, "no", "no"),
        (Id, "a-1-b", "a-1-b"),
        (Url, "https://example.org", "https://example.org"),
        (Url, "https://www.a-b.example.co.uk/x_y/?z=1#part", "https://www.a-b.example.co.uk/x_y/?z=1#part"),
        (Url, "http://example.org?x", "http://example.org?x"),
        (Phone, "0800 1111", "0800 1111"),
        (Phone, "999", "999"),
        (Phone, "+44 20 7946 0000", "+44 20 7946 0000"),
        (Email, "a.b-c_1@d-e.example.org", "a.b-c_1@d-e.example.org"),
        (TermId, " consent ", Reference("term", "consent")),
        (DocumentId, "kcsie#part-5", Reference("document", "kcsie", "part-5")),
        (AnyReference, "term:consent", Reference("term", "consent")),
        (AnyReference, "section:start#a-part", Reference("section", "start", "a-part")),
        (SourceId, "section:start#a-part", Reference("section", "start", "a-part")),
        (SourceId, "a-chat", Reference("shown", "a-chat")),
        (Nations, ["northern-ireland"], (Nation.NORTHERN_IRELAND,)),
    ],
)
def test_right_words_become_values(field: Any, written: str, wanted: object) -> None:
    """What editors naturally write is read as they mean it."""
    assert value(field, written) == wanted


DATE = "write year, month and day like 2026-11-22"
DAY = "check the month and the day"
ADDRESS = "write the whole address, beginning https://"
NUMBER = "write digits and spaces only, such as 0800 1111"


@pytest.mark.parametrize(
    ("field", "written", "message"),
    [
        (
            Day,
            "22/11/2026",
            "'22/11/2026' is not a date; write 2026-11-22, with the year first, and noughts",
        ),
        (
            Day,
            "3rd May 2027",
            "'3rd May 2027' is not a date; write 2027-05-03, with the year first, and noughts",
        ),
        (Day, "31 November 2026", f"'31 November 2026' is not a date; {DATE}"),
        (
            Day,
            "2026-1-2",
            "'2026-1-2' is not a date; write 2026-01-02, with the year first, and noughts",
        ),
        (Day, "2026-11-22 10:00", f"'2026-11-22 10:00' is not a date; {DATE}"),
        (Day, "20261122", f"'20261122' is not a date; {DATE}"),
        (Day, "", f"'' is not a date; {DATE}"),
        (Day, ["2026-11-22"], f"'['2026-11-22']' is not a date; {DATE}"),
        (Day, "2026-02-29", f"there is no day '2026-02-29'; {DAY}"),
        (Day, "2026-13-01", f"there is no day '2026-13-01'; {DAY}"),
        (YesNo, "y", "'y' is neither yes nor no; write yes or no"),
        (YesNo, "on", "'on' is neither yes nor no; write yes or no"),
        (YesNo, "1", "'1' is neither yes nor no; write yes or no"),
        (Whole, "-1", "'-1' is not a whole number; write digits only, such as 10"),
        (Whole, "1e3", "'1e3' is not a whole number; write digits only, such as 10"),
        (Whole, "1_000", "'1_000' is not a whole number; write digits only, such as 10"),
        (Whole, "8.0", "'8.0' is not a whole number; write digits only, such as 10"),
        (Whole, "1000000", "'1000000' is not a whole number; write digits only, such as 10"),
        (Url, "www.example.org", f"'www.example.org' is not a web address; {ADDRESS}"),
        (Url, "https://example", f"'https://example' is not a web address; {ADDRESS}"),
        (Url, "https://example.org/a b", f"'https://example.org/a b' is not a web address; {ADDRESS}"),
        (Url, "ftp://example.org", f"'ftp://example.org' is not a web address; {ADDRESS}"),
        (Url, "https://user@example.org", f"'https://user@example.org' is not a web address; {ADDRESS}"),
        (Url, "javascript:alert(1)", f"'javascript:alert(1)' is not a web address; {ADDRESS}"),
        (Phone, "ask", f"'ask' is not a phone number; {NUMBER}"),
        (Phone, "0800-1111", f"'0800-1111' is not a phone number; {NUMBER}"),
        (Phone, "0800 1111 or 999", f"'0800 1111 or 999' is not a phone number; {NUMBER}"),
        (Phone, "08001111", "'08001111' has no spaces; write it as people read it out, such as 0800 1111"),
        (Hours, "9:30", "'9:30' does not say when; write days and times, such as Monday to Friday, 9.30am to 5pm"),
        (Phone, "9", f"'9' is not a phone number; {NUMBER}"),
        (Email, "a@b", "'a@b' is not an email address; write it in lower-case letters, like name@example.org"),
        (
            Email,
            "A <a@b.org>",
            "'A <a@b.org>' is not an email address; write it in lower-case letters, like name@example.org",
        ),
        (Line, ["a"], "this should be text; write words here, after '|' if they need several lines"),
        (Block, {"a": "b"}, "this should be text; write words here, after '|' if they need several lines"),
        (Block, " \n", "this text is empty; write something or remove the key"),
        (TermId, "term:consent", "'term:consent' is not an id; write consent alone"),
        (
            TermId,
            "Consent",
            "'Consent' is not an id; write it in lower-case letters, digits and hyphens, such as consent",
        ),
        (TermId, ["a"], "'['a']' is not an id; write it in lower-case letters, digits and hyphens, such as consent"),
        (
            SourceId,
            "A chat",
            "'A chat' is not an id; write it in lower-case letters, digits and hyphens, such as consent",
        ),
        (SourceId, "term:con sent", "'term:con sent' is not a kind and an id; write both, like section:understanding"),
        (AnyReference, "consent", "'consent' is not a kind and an id; write both, like section:understanding"),
        (
            AnyReference,
            "term:con sent",
            "'term:con sent' is not a kind and an id; write both, like section:understanding",
        ),
        (
            AnyReference,
            "section:start#",
            "'section:start#' is not a kind and an id; write both, like section:understanding",
        ),
    ],
)
def test_wrong_words_are_told_with_a_remedy(field: Any, written: object, message: str) -> None:
    """The editor reads what was written, why it will not do, and what to write."""
    assert told(field, written) == message


@pytest.mark.parametrize(
    ("field", "written"),
    [
        *((Id, word) for word in ("", "A", "a_b", "a b", "-a", "a-", "a--b", "é", "a\n")),
        *((Text, word) for word in ("", "  ", "a\nb")),
        (Nations, []),
        (Nations, ["Narnia"]),
    ],
)
def test_other_words_are_refused(field: Any, written: object) -> None:
    """Ids stay fit for addresses, titles stay on one line, and nothing is left empty."""
    assert told(field, written) != "right"


def test_braces_in_what_is_written_do_no_harm() -> None:
    """A message may quote anything, though braces mean something to the library that carries it."""
    assert str(wrong("'{x}' is wrong", "mend {it}")) == "'(x)' is wrong; mend (it)"


class Fact(Record):
    """A record for these tests."""

    id: Id
    """Its name."""
    words: Line
    """What it says."""
    see: tuple[AnyReference, ...] = ()
    """Where else to look."""


def test_record_knows_where_it_and_its_parts_stand() -> None:
    """Every check can point at the record, its text and its references."""
    fact = Fact.model_validate(read("id: a\nwords: 'b c'\nsee:\n  - term:no\n"))
    assert str(fact.location) == "a.yml:1:1"
    assert str(fact.words.place(0, 2)) == "a.yml:2:11"
    assert [str(reference.location) for reference in fact.see] == ["a.yml:4:5"]


def test_record_made_in_a_test_stands_nowhere() -> None:
    """Records need no file, so that builders can be tried with a few of them."""
    assert Fact.model_validate({"id": "a", "words": "b"}).location == NOWHERE


def test_records_are_equal_by_what_they_say() -> None:
    """Where a text or reference stands makes no difference between two of them."""
    assert Prose("a", Location("a.md", 1)) == Prose("a", Location("b.md", 2), exact=True)
    assert Prose("a") != Prose("a", inline=True)
    assert Reference("term", "a", location=Location("a.md")) == Reference("term", "a")


def test_record_cannot_be_changed() -> None:
    """No builder can spoil the content for the next."""
    fact = Fact.model_validate({"id": "a", "words": "b"})
    with pytest.raises(ValidationError, match="frozen"):
        fact.id = "c"  # type: ignore[misc]


def test_unknown_key_is_refused() -> None:
    """A key that nothing reads is never passed over."""
    with pytest.raises(ValidationError) as caught:
        Fact.model_validate({"id": "a", "words": "b", "wrods": "c"})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("extra_forbidden", ("wrods",))]


def test_checked_needs_both_dates() -> None:
    """A record of facts always says when they were checked, and when they must be again."""
    with pytest.raises(ValidationError) as caught:
        Checked.model_validate({})
    assert [error["loc"] for error in caught.value.errors()] == [("checked_on",), ("review_by",)]


def test_texts_and_references_of_a_wrong_record_are_still_met() -> None:
    """Mistakes within the text of a record are told in the same run as a missing key."""
    written = ValidationContext()
    with pytest.raises(ValidationError):
        Fact.model_validate(read("words: a\nsee: [term:no, wrong]\n"), context=written)
    assert [prose.text for prose in written.proses] == ["a"]
    assert [str(reference) for reference in written.references] == ["term:no"]


@pytest.mark.parametrize(
    ("prose", "place"),
    [
        (Prose("a\nb", Location("a.md", 5, 3), exact=True), "a.md:6:5"),
        (Prose("a\nb", Location("a.md", 5, 3)), "a.md:5:3"),
        (Prose("a\nb"), "?:1:1"),
    ],
    ids=["counted", "not countable", "from no file"],
)
def test_place_in_prose_counts_from_its_beginning(prose: Prose, place: str) -> None:
    """Lines and columns add up where they are lines of the file, and are never guessed where they are not."""
    assert str(prose.place(1, 2)) == place


def test_prose_is_true_when_it_says_something() -> None:
    """Templates ask whether there is any text to print."""
    assert [bool(Prose(text)) for text in ("a", "", " \n")] == [True, False, False]


@pytest.mark.parametrize(
    ("reference", "written"),
    [(Reference("term", "no"), "term:no"), (Reference("section", "start", "a-part"), "section:start#a-part")],
)
def test_reference_prints_as_it_is_written(reference: Reference, written: str) -> None:
    """Messages name references as the editor wrote them."""
    assert str(reference) == written


def test_a_record_knows_where_its_keys_stand() -> None:
    """A mistake that shows only later is told on the line to change, and not at the top of the file."""

    class Pair(Record):
        first: Text
        second: Text = ""

    data, _ = read_yaml("a.yml", "# said aside\nfirst: a\n")
    pair = Pair.model_validate(data)
    assert (str(pair.place("first")), str(pair.place("second"))) == ("a.yml:2:1", "a.yml:2:1")
    assert str(Pair.model_validate(read_yaml("a.yml", "first: a\nsecond: b\n")[0]).place("second")) == "a.yml:2:1"


def test_a_text_that_was_pasted_by_mistake_is_told() -> None:
    """A megabyte in one field is refused before every rule looks at it."""
    with pytest.raises(ValidationError, match=r"this text has 60,001 characters; keep it under 60,000, or split it"):
        value(Block, "a" * 60_001)
    with pytest.raises(ValidationError):
        value(Text, "a" * 1_001)
