"""A skeleton shows each key with its meaning, and makes nothing up."""

from enum import StrEnum
from typing import Annotated

import pytest
from pydantic import Field, create_model

from build_scripts.content.fields import Block, Checked, Day, FileRecord, Id, Line, Record, TermId, Text, Whole, YesNo
from build_scripts.content.skeletons import item_lines, kind_of, page_lines, record_lines


class Colour(StrEnum):
    """A colour."""

    RED = "red"
    BLUE = "blue"


class Spot(Record):
    """A spot."""

    id: Id
    """Short name."""
    large: YesNo = False
    """Whether it is large."""


class Dog(Checked, FileRecord):
    """A dog."""

    coat: tuple[Colour, ...]
    """What it looks like, in ``words``."""
    name: Text
    """Its name."""
    tricks: Annotated[tuple[Line, ...], Field(min_length=2)]
    """What it can do."""
    spots: Annotated[tuple[Spot, ...], Field(min_length=2)] = ()
    """What it has."""
    story: Block | None = None
    """What happened."""


LINES = """\
# Its name.
name: FILL IN
# What it looks like, in words. Use one of these words: red, blue. There may be several.
coat: [red]
# What it can do. Give at least 2.
tricks:
  - FILL IN
  - FILL IN
# The day the facts were last looked up, like 2026-11-22; whether a person compared them is another fact.
checked_on: FILL IN
# The day by which they must be checked again. Write a day like 2026-11-22.
review_by: FILL IN
# You may leave out all that follows.
# What it has. Give at least 2.
#spots:
#  # Short name.
#  - id: FILL IN
#    # Whether it is large. Write yes or no.
#    #large: FILL IN
#  - id: FILL IN
# What happened. Several paragraphs may stand below the key.
#story: |
#  FILL IN
""".splitlines()


def test_a_record_of_a_file() -> None:
    """Its name comes first, dates last; what is known stands there; what may be left out is a comment."""
    lines = record_lines(Dog, {"coat": ["red"]}, {})
    assert lines[2:] == LINES
    assert all(line.startswith("# ") for line in lines[:2])


def test_an_item_of_a_list() -> None:
    """Its hyphen stands before the first key, and what explains it above."""
    assert item_lines(Spot, {"id": "one"}, {})[2:] == [
        "  # Short name.",
        "  - id: one",
        "    # You may leave out all that follows.",
        "    # Whether it is large. Write yes or no.",
        "    #large: FILL IN",
    ]


def test_a_page_has_a_text_to_write() -> None:
    """Front matter stands between its lines, and the text waits below."""
    lines = page_lines(Dog, {}, {})
    assert (lines[0], lines[-3:]) == ("---", ["---", "", "FILL IN"])


def test_a_hint_of_this_content_is_added() -> None:
    """Where a word must be one of those that the content has, they are named."""
    assert "# Its name. One of: Rex." in record_lines(Dog, {}, {"name": "One of: Rex."})


@pytest.mark.parametrize(
    ("annotation", "hint"),
    [
        (YesNo, "Write yes or no."),
        (Whole | None, "Write a number."),
        (Day, "Write a day like 2026-11-22."),
        (Colour, "Use one of these words: red, blue."),
        (TermId, "The id of a glossary term."),
    ],
)
def test_how_a_field_is_written(annotation: object, hint: str) -> None:
    """An editor reads what a key takes, also of a list or of what may be left out."""
    assert kind_of(annotation).hint == hint


@pytest.mark.parametrize(
    ("fewest", "most", "hint"),
    [(1, 2, "Give 1 to 2."), (3, 3, "Give 3."), (2, None, "Give at least 2."), (1, None, "There may be several.")],
)
def test_how_many_items_a_list_has(fewest: int, most: int | None, hint: str) -> None:
    """An editor reads how many are asked for before the check counts them."""
    field = create_model("Many", items=(Annotated[tuple[Line, ...], Field(min_length=fewest, max_length=most)], ...))
    info = field.model_fields["items"]
    assert kind_of(info.annotation, info.metadata).hint == hint
