"""YAML is read as the words that stand in the file, each with its place."""

from pathlib import Path
from typing import Any

import pytest

from build_scripts.content.fields import Prose
from build_scripts.content.prose import located_links
from build_scripts.content.reader.files import read_text
from build_scripts.content.reader.yaml_reader import MAX_DEPTH, Mapping, Scalar, Sequence, read_yaml

PATH = "content_data/a.yml"


def read(text: str, first_line: int = 1) -> Mapping:
    """Read YAML that is right, and holds a group of keys."""
    data, problems = read_yaml(PATH, text, first_line)
    assert problems == []
    assert isinstance(data, Mapping)
    return data


def told(text: str, first_line: int = 1) -> list[str]:
    """Return the problems of YAML without the path, as an editor reads them."""
    return [str(problem).removeprefix(f"{PATH}:") for problem in read_yaml(PATH, text, first_line)[1]]


@pytest.mark.parametrize(
    "word",
    [
        *("0117", "007", "0x1F", "0o17", "1e3", "1_000", "+44", "1.10", "-0", ".5", ".inf", ".nan"),
        *("no", "No", "off", "on", "y", "yes", "true", "False"),
        *("12:30", "9:05", "1:30:00", "2026-11-22", "2026-11-22T10:00:00Z"),
        *("~", "null", "Null", "=", "<<", "x#y", "a:b", "C:\\temp"),
    ],
)
def test_words_and_numbers_stay_as_written(word: str) -> None:
    """A number keeps its noughts, a time stays a time and the word no stays a word, as value, key and item."""
    data = read(f"key: {word}\nlist: [{word}]\n")
    assert (data["key"], data["list"]) == (word, [word])
    if word not in ("=", "<<"):
        assert list(read(f"{word}: x")) == [word]


def test_merge_key_is_a_key_like_others() -> None:
    """No part of one group slips into another."""
    assert read("<<: {a: b}\nc: d") == {"<<": {"a": "b"}, "c": "d"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("x:", None),
        ("x: ''", ""),
        ('x: ""', ""),
        ("x: 'it''s: so'", "it's: so"),
        ('x: "caf\\u00e9\\tand"', "café\tand"),
        ("x: a\n  b\n\n  c", "a b\nc"),
        ("x: >\n  a\n  b\n", "a b\n"),
        ("x: |\n  a\n\n    b\n", "a\n\n  b\n"),
        ("x: |-\n  a\n", "a"),
        ("x: a # said aside", "a"),
        ("x: {a: [b, c]}", {"a": ["b", "c"]}),
        ("x:\n- a\n- b: c", ["a", {"b": "c"}]),
    ],
)
def test_each_way_to_write_a_value(written: str, value: Any) -> None:
    """What YAML says of quotes, folds and blocks holds; only a missing value is None."""
    assert read(written)["x"] == value


def test_everything_knows_its_place() -> None:
    """Groups, keys, lists and values can each be pointed at, wherever in the file the text begins."""
    data = read("first: one\nlist:\n  - a\n  - key:  'b'\n", first_line=5)
    assert isinstance(data["list"], Sequence)
    assert str(data.location) == f"{PATH}:5:1"
    assert {key: str(where) for key, where in data.key_locations.items()} == {
        "first": f"{PATH}:5:1",
        "list": f"{PATH}:6:1",
    }
    assert str(data["first"].location) == f"{PATH}:5:8"
    assert str(data["list"].location) == f"{PATH}:7:3"
    assert str(data["list"][0].location) == f"{PATH}:7:5"
    assert str(data["list"][1].location) == f"{PATH}:8:5"
    assert str(data["list"][1]["key"].location) == f"{PATH}:8:11"


LINK = "[w](term:no)"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (f"x: a {LINK}", "1:10"),
        (f"x: tŷ 👍 {LINK}", "1:13"),
        (f"x: 'a {LINK}'", "1:11"),
        (f'x: "a {LINK}"', "1:11"),
        (f"- {{x: [a, 'a {LINK}']}}", "1:18"),
        (f"x: |\n  a\n  b {LINK}\n", "3:9"),
        (f"x: |-  # said aside\n      a {LINK}\n", "2:13"),
        (f"x: |\n\n\n  a\n\n  {LINK}", "6:7"),
        (f"- |\n  - a\n    - {LINK}\n", "3:11"),
        (f"x: |2\n\n    a {LINK}\n", "3:11"),
        (f"x: |\n\u00a0\n\n\n  a {LINK}\n".replace("\u00a0", "  \u00a0"), "5:9"),
        (f"x: >\n\n\n  a\n  b {LINK}\n", "5:9"),
        (f"x: >-\n\n  a {LINK}\n", "3:9"),
        (f"- y:\n    x: |-\n\n\n      a\n\n      {LINK}\n", "7:11"),
        (f"x: a\n  b {LINK}", "2:9"),
        (f"x: 'a\n  b {LINK}'", "2:9"),
        (f"x: >\n  a\n  b {LINK}", "3:9"),
        (f"x: >-\n  a {LINK}\n  b\n", "2:9"),
        (f"- y: n\n  x: >-\n    a\n    b {LINK}\n\n# an end\n", "4:11"),
    ],
    ids=[
        *("plain", "wide letters", "single", "double", "in brackets", "block", "stripped", "blank lines", "deeper"),
        *("indent that is told", "a line of a hard space", "folded after blank lines", "one line after a blank one"),
        "blank lines in an item",
        *("plain over two lines", "quoted over two lines", "folded", "folded, first line", "folded in an item"),
    ],
)
def test_words_within_text_are_found_to_the_letter(written: str, place: str) -> None:
    """A link deep in a text is told where it stands in the file, not where the text begins."""
    assert links(written) == [f"{PATH}:{place}"]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (f"x: 'it''s {LINK}'", "1:5"),
        (f'x: "\\u00a35 {LINK}"', "1:5"),
        (f"x: >\n  a\n\n  b {LINK}", "2:3"),
    ],
    ids=["doubled quotes", "escaped letter", "folded paragraphs"],
)
def test_text_that_reads_otherwise_than_written_is_told_at_its_start(written: str, place: str) -> None:
    """Where columns can no longer be counted, the place is the beginning of the text and no guess."""
    assert links(written) == [f"{PATH}:{place}"]


def links(written: str) -> list[str]:
    """Return the places of the links in the one text that some YAML holds."""
    data, problems = read_yaml(PATH, written)
    assert problems == []
    while not isinstance(data, Scalar):
        data = list(data.values())[-1] if isinstance(data, Mapping) else data[-1]
    prose = Prose(str(data), data.text_location, data.exact, joints=data.joints)
    return [str(where) for _, where in located_links(prose)]


@pytest.mark.parametrize("ends", ["\n\r", "\r", "\r\n", "\n\n\n"])
@pytest.mark.parametrize("sign", ["|", "|-", ">", ">-"])
def test_places_hold_whatever_ends_a_line(tmp_path: Path, ends: str, sign: str) -> None:
    """A file of a strange program, with an empty line after each line, is told of in the lines of an editor."""
    (tmp_path / "a.yml").write_bytes(f"x: {sign}\n  a {LINK}\n".replace("\n", ends).encode())
    text, problems = read_text(tmp_path, "a.yml")
    assert text is not None and problems == []
    line = next(number for number, line in enumerate(text.split("\n"), 1) if LINK in line)
    assert links(text) == [f"{PATH}:{line}:9"]


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_a_line_end_of_yaml_alone_moves_no_place(end: str) -> None:
    """What no editor shows as the end of a line is told by itself, and all that follows keeps its line."""
    assert told(f"a: b{end}c\nd: e\nd: f") == ["3:1: 'd' is given twice (first on line 2); keep one of them"]


@pytest.mark.parametrize(
    ("written", "place"), [("x: |\ny: z", "1:4"), ("x: |\n\n\n", "1:4"), ("x: >\n# a\ny: z", "1:4")]
)
def test_a_text_without_words_is_told_at_its_sign(written: str, place: str) -> None:
    """There is no line below that could be pointed at."""
    assert str(read(written)["x"].text_location) == f"{PATH}:{place}"


TAG = "is a YAML tag; put the text in quotation marks, or remove the '!'"


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("a: x\nb: *x", "2:4: '*x' is a shortcut; write the value out in full, or put it in quotation marks"),
        ("a: &x words", "1:4: '&x' is a shortcut; put the text in quotation marks, or remove the '&'"),
        ("a:\n  - &x\n    b: c", "2:5: '&x' is a shortcut; put the text in quotation marks, or remove the '&'"),
        ("a: !!int 5", f"1:4: 'tag:yaml.org,2002:int' {TAG}"),
        ("a: !!python/name:os.system x", f"1:4: 'tag:yaml.org,2002:python/name:os.system' {TAG}"),
        ("a: !x\n  b: c", f"1:4: '!x' {TAG}"),
        ("---\na: b", "1:1: '---' is not used in these files; remove it"),
        ("a: b\n---\nc: d", "2:1: '---' is not used in these files; remove it"),
    ],
)
def test_shortcuts_tags_and_second_documents_are_refused(written: str, line: str) -> None:
    """A file means what it says on the spot: no value from elsewhere, no type but the field's."""
    assert (read_yaml(PATH, written)[0], told(written)) == (None, [line])


def test_every_shortcut_is_told() -> None:
    """One run shows them all."""
    assert [line.split(":")[0] for line in told("a: &x b\nc: *x\nd: !y e")] == ["1", "2", "3"]


def test_duplicate_key_is_told_and_the_first_kept() -> None:
    """The second of two like keys would silently win; the editor hears of it, in groups within groups too."""
    written = "a: 1\nb:\n  c: 2\n  d: 3\n  c: 4\na: 5\n"
    data, _ = read_yaml(PATH, written, first_line=11)
    assert data == {"a": "1", "b": {"c": "2", "d": "3"}}
    assert told(written, first_line=11) == [
        "15:3: 'c' is given twice (first on line 13); keep one of them",
        "16:1: 'a' is given twice (first on line 11); keep one of them",
    ]


@pytest.mark.parametrize(("written", "place"), [("? [a]\n: b", "1:3"), ("x:\n  {a: b}: c", "2:3")])
def test_key_that_is_no_word_is_told(written: str, place: str) -> None:
    """A group or list cannot be a key."""
    assert told(written) == [f"{place}: a key must be a word; check the indents and the colons here"]


def _lists(depth: int) -> str:
    return "a: " + "[" * depth + "x" + "]" * depth


def test_depth_up_to_the_limit_is_read() -> None:
    """The limit is far from anything an editor writes; another mistake at that depth is told for what it is."""
    assert read(_lists(MAX_DEPTH - 1))
    (line,) = told(_lists(MAX_DEPTH - 1).replace("x", "@"))
    assert "a text may not begin with this sign" in line


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (_lists(MAX_DEPTH), f"1:{MAX_DEPTH + 3}"),
        (_lists(200_000), f"1:{MAX_DEPTH + 3}"),
        ("[" * 200_000, f"1:{MAX_DEPTH + 1}"),
        ("- " * 2_000 + "x", f"1:{2 * MAX_DEPTH + 1}"),
        ("\n".join(" " * n + "a:" for n in range(500)), f"{MAX_DEPTH + 1}:{MAX_DEPTH + 1}"),
    ],
    ids=["one too deep", "far too deep", "never closed", "lists", "groups"],
)
def test_too_deep_is_told_and_does_no_harm(written: str, place: str) -> None:
    """A file of brackets neither crashes the program nor floods the editor."""
    remedy = "look for missing ends of brackets or wrong indents"
    assert told(written) == [f"{place}: groups within groups go too deep; {remedy}"]


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("\ta: b", "1:1: {} at the margin, without it"),
        ("a:\n\tb: c", "2:1: {} with 2 spaces, and no tab"),
        ("a:\n  b: c\n  \td: e", "3:3: {} with 2 spaces, and no tab"),
        ("a:\n  - b: c\n\td: e\n    f: g", "3:1: {} with 4 spaces, and no tab"),
        ("- a\n\t- b", "2:1: {} at the margin, without it"),
        ("a: |\n\twords", "2:1: {} with 2 spaces, and no tab"),
    ],
)
def test_tab_that_indents_is_told(written: str, line: str) -> None:
    """The commonest mistake of other editors' settings is named for what it is, with what to type in its place."""
    assert told(written) == [line.format("a tab is used to indent; begin the line")]


BRACKET = "a bracket is opened here and not closed; close it, or put a comma between its words"
SYNTAX = {
    "wrong escape": ('a: "C:\\q"', "1:4: a text in double quotes may not hold this '\\'; put it in single quotes"),
    "list bracket": ("a: [b [c, d]\ne: f", f"1:4: {BRACKET}"),
    "no colon": (
        "a: b\nc\nd: e",
        "2:1: this line has no colon; add ': ' after its key, or indent it as part of the text above",
    ),
    "dash after key": ("a: - b", "1:4: a list begins on the line of its key; begin it on the line below"),
}


@pytest.mark.parametrize(("written", "line"), SYNTAX.values(), ids=SYNTAX.keys())
def test_syntax_error_is_told_with_place_and_remedy(written: str, line: str) -> None:
    """What is no slip of the common ones gives one line too, in plain words: where, what is wrong, what mends it."""
    assert read_yaml(PATH, written)[0] is None
    assert told(written) == [line]


def test_place_of_a_syntax_error_counts_from_the_first_line_given() -> None:
    """In front matter the line is that of the file."""
    assert told("a: b: c", first_line=7)[0].startswith("7:5: ")


@pytest.mark.parametrize("written", ["", "\n\n", "# nothing yet\n"])
def test_nothing_at_all_is_told(written: str) -> None:
    """A file of comments is as good as empty."""
    assert told(written) == ["1:1: there is nothing in here; fill it in, or remove the file"]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x85", "\u2028", "\ufeff", "\ufffe"])
def test_control_characters_do_no_harm(character: str) -> None:
    """They are told when the file is read; here they only must not crash."""
    data, _ = read_yaml(PATH, f"a: b{character}c: |\n  d\ne: f")
    assert data is None or data["e"] == "f"
