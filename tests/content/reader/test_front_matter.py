"""A page is front matter and the text below it, each with its place in the file."""

import pytest

from build_scripts.content.fields import Prose
from build_scripts.content.prose import located_links
from build_scripts.content.reader.front_matter import read_page
from build_scripts.content.reader.yaml_reader import Mapping

PATH = "content_data/faq/a.md"
PAGE = """\
---
title: A
summary: |
  See [this](term:no).
---

Words and [that](term:yes).
"""


def read(text: str) -> Mapping:
    """Read a page that is right."""
    data, problems = read_page(PATH, text)
    assert (data is not None, problems) == (True, [])
    assert data is not None
    return data


def links(data: Mapping, key: str) -> list[str]:
    """Return the places of the links in a text of a page."""
    prose = Prose(data[key], data[key].text_location, data[key].exact)
    return [str(where) for _, where in located_links(prose)]


def test_front_matter_and_body_are_parts_of_one_group() -> None:
    """Keys come from the front matter; the text below is the key ``body``, to the last letter."""
    data = read(PAGE)
    assert data == {"title": "A", "summary": "See [this](term:no).", "body": "\nWords and [that](term:yes).\n"}


def test_places_are_those_of_the_file() -> None:
    """Keys, links in front matter and links in the body are told by the lines an editor sees."""
    data = read(PAGE)
    assert {key: str(where).removeprefix(PATH) for key, where in data.key_locations.items()} == {
        "title": ":2:1",
        "summary": ":3:1",
        "body": ":6:1",
    }
    assert links(data, "summary") == [f"{PATH}:4:14"]
    assert links(data, "body") == [f"{PATH}:7:18"]


def test_fences_may_have_blanks_after_them_and_hyphens_may_stand_in_the_body() -> None:
    """Only the first two lines of three hyphens part the page; blanks that nobody sees do no harm."""
    data = read("--- \ntitle: A\n---\t\nWords\n\n---\n\nmore")
    assert data == {"title": "A", "body": "Words\n\n---\n\nmore"}


@pytest.mark.parametrize("text", ["---\ntitle: A\n---", "---\ntitle: A\n---\n"])
def test_page_without_text_has_an_empty_body(text: str) -> None:
    """That it is empty is for the check to tell, where a page needs text."""
    assert read(text)["body"] == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "title: A\n---\n",
            "1:1: the lines on title, summary and so on do not begin with three hyphens; "
            "write '---' on a line of its own above this one",
        ),
        ("\n---\ntitle: A\n---\n", "1:1: the page begins with an empty line, not with '---'; delete the empty line"),
        ("----\ntitle: A\n----\n", "1:1: '----' is not three hyphens; write '---', alone on this line"),
        ("—\ntitle: A\n---\n", "1:1: '—' is not three hyphens; write '---', alone on this line"),
        ("---\ntitle: A\n--\n\nWords\n", "3:1: '--' is not three hyphens; write '---', alone on this line"),
        (
            "---\ntitle: A\n\nWords\n",
            "2:1: the lines on title, summary and so on do not end with three hyphens; "
            "write '---' on a line of its own below this one",
        ),
        (
            "---",
            "1:1: the lines on title, summary and so on do not end with three hyphens; "
            "write '---' on a line of its own below this one",
        ),
        ("---\n---\nWords\n", "2:1: there is nothing in here; fill it in, or remove the file"),
        (
            "---\n- a\n- b\n---\n",
            "2:1: the front matter is not a list of 'key: value' lines; write one key on each line",
        ),
        ("---\nwords\n---\n", "2:1: the front matter is not a list of 'key: value' lines; write one key on each line"),
        (
            "---\ntitle: A\nsummary: so: it is\n---\n",
            "3:12: a text with a colon and a space in it needs quotation marks; "
            "put the text in quotation marks: 'so: it is'",
        ),
        ("---\ntitle: A\n\tb: c\n---\n", "3:1: a tab is used to indent; begin the line at the margin, without it"),
    ],
)
def test_page_that_cannot_be_read_is_told_once(text: str, told: str) -> None:
    """Each way to spoil front matter gives one line and no page."""
    data, problems = read_page(PATH, text)
    assert (data, [str(problem) for problem in problems]) == (None, [f"{PATH}:{told}"])


def test_the_text_of_a_page_is_not_written_twice() -> None:
    """A body in front matter is told, and the rest of the page is read all the same."""
    data, problems = read_page(PATH, "---\ntitle: A\nbody: x\n---\nWords")
    told = "'body' is not written in front matter; remove the key; write the text below"
    assert [str(problem) for problem in problems] == [f"{PATH}:3:1: {told}"]
    assert data is not None
    assert (data["title"], data["body"]) == ("A", "Words")


def test_several_mistakes_in_front_matter_are_told_together() -> None:
    """Mistakes that leave the rest readable do not hide one another."""
    _, problems = read_page(PATH, "---\nid: a\nid: b\nbody: c\n---\n")
    assert [str(problem).removeprefix(f"{PATH}:").split(";")[0] for problem in problems] == [
        "3:1: 'id' is given twice (first on line 2)",
        "4:1: 'body' is not written in front matter",
    ]
