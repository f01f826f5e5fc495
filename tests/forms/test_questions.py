"""A page asks each field with its questions and what it repeats."""

from pathlib import Path

import pytest

from tests.conftest import Change
from tests.forms.test_pages import FORM, field
from tests.html import find, words


def test_a_consideration_brings_its_questions(small: Path) -> None:
    """The decision record asks what the route asks, in the same words."""
    assert "What?" in [words(line) for line in find(field(small, "1.8"), "ul/li")]


@pytest.mark.parametrize(("source", "name"), [("name", "name"), ("signed-parent", "signed-parent.name")])
def test_a_signature_repeats_a_name(small: Path, change: Change, source: str, name: str) -> None:
    """A name typed once stands where it is asked again; the line to sign on is for paper."""
    change(FORM, "        label: Member of staff\n", f"        label: Member of staff\n        same_as: {source}\n")
    signed = field(small, "1.11")
    assert find(signed, f"*[@data-same-as='{name}']") and "Signed, by hand on paper" in words(signed)
