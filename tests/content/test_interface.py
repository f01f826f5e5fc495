"""Labels of the interface give their words, with values in their places."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.interface import Label
from build_scripts.content.problems import ContentError
from tests.conftest import Change
from tests.folders import opened


def content(**fields: str) -> Content:
    """Return content with one label."""
    return Content({Label: (Label.model_validate({"id": "some", **fields}),)})


@pytest.mark.parametrize(("count", "expected"), [(0, "0 sides"), (1, "1 side"), ("1", "1 side"), (21, "21 sides")])
def test_one_and_several(count: object, expected: str) -> None:
    """A reader never meets «1 sides»."""
    assert content(text="{count} sides", one="{count} side").label("some", count=count) == expected


def test_the_count_may_choose_without_being_shown() -> None:
    """«One gap» names no number, and a label that does not change may be given one."""
    assert content(text="Some gaps", one="One gap").label("some", count=1) == "One gap"
    assert content(text="Gaps").label("some", count=2) == "Gaps"


def test_values_are_text_unless_one_is_html() -> None:
    """A link within a label stays a link, and a title that looks like markup stays text."""
    label = content(text="See {link} & {title}")
    assert label.label("some", link="<a>", title="<b>") == "See <a> & <b>"
    assert label.label("some", link=Markup("<a>x</a>"), title="<b>") == "See <a>x</a> &amp; &lt;b&gt;"
    assert isinstance(label.label("some", link=Markup("<a>"), title=""), Markup)


@pytest.mark.parametrize(
    ("label_id", "values", "expected"),
    [
        ("other", {"name": "a"}, "no label 'other'"),
        ("some", {}, "nothing gives 'some' a value for {name}; take it out"),
        ("some", {"nmae": "b"}, "nothing gives 'some' a value for {name}; write {nmae} in its place"),
        (
            "some",
            {"name": "a", "day": "b"},
            "the words of 'some' have no place for {day}; write {day} where this value",
        ),
    ],
    ids=["no such label", "a value is missing", "another name", "a value has no place"],
)
def test_wrong_use_is_an_error(label_id: str, values: dict[str, object], expected: str) -> None:
    """Whoever writes a template or rewords a label learns at once what is wrong; a reader never sees ``{name}``."""
    with pytest.raises((ContentError, LookupError), match=expected):
        content(text="Hello {name}").label(label_id, **values)


def test_a_label_that_lost_the_place_of_its_value_is_told_by_the_check(small: Path, change: Change) -> None:
    """Whoever rewords it reads the line, and not that the program has a fault."""
    labels = "content_data/interface/help.yml"
    change(labels, "{page}, in one file", "In one file")
    with pytest.raises(ContentError) as told:
        opened(small)
    message = "the words of 'title-in-one-file' have no place for {page}; write {page} where this value belongs"
    assert re.fullmatch(rf"{labels}:\d+:\d+: {re.escape(message)}", str(told.value))
