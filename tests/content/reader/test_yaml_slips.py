"""The slips of YAML are told in plain words, on the line that has to be changed, with what to type."""

from typing import Any

import pytest

from build_scripts.content.reader.yaml_reader import read_yaml
from build_scripts.content.reader.yaml_slips import placeholder

SLIPS = {
    "a quotation within a quotation": (
        'a: b\nc: "He said "x" now"',
        '2:13: the text ends at its second double quotation mark, and words follow: x" now"; '
        "put it in single quotation marks: 'He said \"x\" now'",
    ),
    "an apostrophe within single marks": (
        "a: 'Don't start'",
        "1:8: the text ends at its second single quotation mark, and words follow: t start'; "
        'put it in double quotation marks: "Don\'t start"',
    ),
    "both marks within": (
        'a: "It\'s "x" now"',
        '1:10: the text ends at its second double quotation mark, and words follow: x" now"; '
        "write curly quotation marks “ ” or ’ inside the text",
    ),
    "an empty line with spaces before a text": (
        "a: |\n      \n  b: c",
        "2:3: this empty line has more spaces than the text below it; delete its spaces",
    ),
    "one of several empty lines with spaces": (
        "a:\n  - b: |-\n\n         \n      c\n",
        "4:7: this empty line has more spaces than the text below it; delete its spaces",
    ),
    "words after a quotation": (
        'a: "b" c',
        "1:7: something follows the end of a text in quotation marks: c; "
        "put it before the last quotation mark, or take it away",
    ),
    "a comma after a quotation": (
        'a: "b",',
        "1:7: something follows the end of a text in quotation marks: ,; "
        "put it before the last quotation mark, or take it away",
    ),
    "a mark that is not closed, far above": (
        'a: "one\nb: two\nc: "three"\nd: four',
        '1:4: this double quotation mark is not closed; put " at the end of the text',
    ),
    "a mark that is not closed, at the end": (
        "a: one\nb: 'two",
        "2:4: this single quotation mark is not closed; put ' at the end of the text",
    ),
    "no space after a colon": ("a: 1\norder:10\nb: 2", "2:7: there is no space after this colon; write 'order: 10'"),
    "another kind of space": (
        "a: 1\norder:\u00a010\nb: 2",
        "2:7: there is no space after this colon; write 'order: 10'",
    ),
    "no colon": (
        "a: 1\norder 10\nb: 2",
        "2:6: there is no colon after 'order'; "
        "if it goes on with the text above, put 2 spaces before it; if not, write 'order: 10'",
    ),
    "an equals sign": ("a: 1\norder = 10\nb: 2", "2:6: there is no colon after 'order'; write 'order: 10'"),
    "a link on the line below its key": (
        "a:\n  [b](c:d) e",
        "2:3: a text may not begin with '[' here; put it in quotation marks: '[b](c:d) e'",
    ),
    "an item that is less far in than the others": (
        "a:\n  - b\n- c\nd: e",
        "3:1: the beginning of this line fits no line above it; put 2 spaces before it",
    ),
    "a space from a web page": (
        "t:\n  - a: 1\n\u00a0\u00a0\u00a0\u00a0c: 2\n    d: 3",
        "3:1: the spaces before this line were copied, and are not those of the space bar; "
        "delete them, and type 4 spaces",
    ),
    "a list that is not closed": ("a: [b, c\nd: e", "1:4: the bracket '[' is not closed; put ']' at the end: [b, c]"),
    "a group that is not closed": ("a: {b: c", "1:4: the bracket '{' is not closed; put '}' at the end: {b: c}"),
    "a link at the beginning": (
        "a: [b](term:c) d",
        "1:4: a text may not begin with '[' here; put it in quotation marks: '[b](term:c) d'",
    ),
    "a line too far in at the top": (
        "a: b\n c: d",
        "2:2: the 1 space before this line fits no line above it; take the spaces before it away",
    ),
    "a star": ("a: *x* y", "1:4: a text may not begin with '*' here; put it in quotation marks: '*x* y'"),
    "an at sign": ("a: @home's", "1:4: a text may not begin with '@' here; put it in quotation marks: \"@home's\""),
    "a colon in a text": (
        "a: so: it is",
        "1:6: a text with a colon and a space in it needs quotation marks; "
        "put the text in quotation marks: 'so: it is'",
    ),
    "words beside a block": ("a: |words\n  b", "1:4: words follow '|' on its line; begin them on the line below"),
    "a text that does not stand further in": (
        "- a: |\n  Words of it.\n  b: c",
        "2:3: this text does not stand further in than its key; "
        "put 4 spaces before it, and before the other lines of this text",
    ),
    "a key too far in": (
        "t:\n  - a: b\n     c: d",
        "3:6: the 5 spaces before this line fit no line above it; put 4 spaces before it",
    ),
    "a key too far out": (
        "t:\n  - a: b\n   c: d",
        "3:4: the 3 spaces before this line fit no line above it; put 4 spaces before it",
    ),
    "a key below its item's hyphen": (
        "t:\n  - a: b\n  c: d",
        "3:3: the 2 spaces before this line fit no line above it; put 4 spaces before it",
    ),
    "an item too far out": (
        "t:\n  - a: b\n - a: c",
        "3:2: the 1 space before this line fits no line above it; put 2 spaces before it",
    ),
    "an item without its hyphen": (
        "t:\n  - one\n  two\nb: c",
        "3:3: this item does not begin with a hyphen and a space; write '- two'",
    ),
    "a bullet of a word processor": (
        "t:\n  - one\n  • two\nb: c",
        "3:3: this item does not begin with a hyphen and a space; write '- two'",
    ),
}


@pytest.mark.parametrize(("written", "told"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_where_it_is_mended(written: str, told: str) -> None:
    """Somebody who knows no YAML reads which line to change, and what to write there."""
    data, problems = read_yaml("a.yml", written)
    assert (data, [str(problem).removeprefix("a.yml:") for problem in problems]) == (None, [told])


@pytest.mark.parametrize(
    "written",
    [
        'a: "one\n  two" \nb: c',
        "a: |\n  key:value\n  'open\n  * b\nb: c",
        "a: >-\n   one\n  - two\n\nb:\n- c\n- d: e\n  f: g",
        "a: [b, c]\nd: {e: f}\ng: 'h' # said aside",
    ],
)
def test_what_is_right_is_no_slip(written: str) -> None:
    """Texts over several lines, blocks, brackets and comments are read as ever."""
    data, problems = read_yaml("a.yml", written)
    assert isinstance(data, dict) or problems


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ('  - title: "He said "x""', "  - title: x"),
        ("order 10", "order: x"),
        ("order:", "order: x"),
        ("  more words of a text", "  more: x"),
        ("• two", ""),
    ],
)
def test_a_line_that_cannot_be_read_leaves_its_key(line: str, instead: Any) -> None:
    """The rest of the file can be looked at in the same run."""
    assert placeholder(line) == instead
