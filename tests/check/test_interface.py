"""Labels of the interface have one id, plain words and a use, and none is missing."""

import re
from pathlib import Path

import pytest

from build_scripts.check.interface import CODE_FILES, check, uses
from build_scripts.content.load import load_all
from tests.conftest import lines_of
from tests.folders import write

LABELS = """\
labels:
  - id: close
    text: Close
  - id: hits
    text: "{count} hits"
    one: One hit
  - id: kind-word
    text: Word
"""
CODE = {
    "build_scripts/pages/templates/page.html": '<p>{{ label("close") }}</p>',
    "build_scripts/pages/page.py": 'content.label(\n    f"kind-{kind}")',
    "build_scripts/scripts/search.js": "say(label('hits', { count }));",
}

MISTAKES = {
    "an id twice": (
        {"more.yml": "labels:\n  - id: close\n    text: Shut\n"},
        {},
        ["content_data/interface/more.yml:2:5: there is a label 'close' already, at "
         "content_data/interface/main.yml:2; change one of them"],
    ),
    "a place that no value can have": (
        {"main.yml": LABELS.replace("{count} hits", "{Count} hits")},
        {},
        ["content_data/interface/main.yml:5:12: a label is one line of plain words; "
         "take out markup, line ends, and brackets that hold no name such as {count}"],
    ),
    "a label that nothing uses": (
        {"more.yml": "labels:\n  - id: spare\n    text: Spare\n"},
        {},
        ["content_data/interface/more.yml:2:5: nothing uses the label 'spare'; remove it"],
    ),
    "a label that is not there": (
        {},
        {"overrides/page.html": '<p>\n  {{ label("closed") }}</p>'},
        ["overrides/page.html:2:6: there is no label 'closed'; did you mean 'close'?"],
    ),
    "a label of a frame that is not there": (
        {},
        {"overrides/page.html": '<a>{{ config.extra.labels["clos"] | e }}</a>'},
        ["overrides/page.html:1:20: there is no label 'clos'; did you mean 'close'?"],
    ),
    "no label of a kind": (
        {},
        {"build_scripts/a.html": '{{ label("state-" ~ state) }}'},
        ["build_scripts/a.html:1:4: there is no label 'state-'; add it to a file in content_data/interface/"],
    ),
    "markup in a label": (
        {"main.yml": LABELS.replace("text: Close", 'text: "**Close**"')},
        {},
        ["content_data/interface/main.yml:3:12: a label is one line of plain words; "
         "take out markup, line ends, and brackets that hold no name such as {count}"],
    ),
}  # fmt: skip


def problems_with(root: Path, labels: dict[str, str], code: dict[str, str]) -> list[str]:
    """Return the problems of labels in a folder with these files of content and of code."""
    files = {f"content_data/interface/{name}": text for name, text in ({"main.yml": LABELS} | labels).items()}
    write(root, files | CODE | code)
    return [str(problem) for problem in check(load_all(root), tuple(uses(root, *CODE_FILES)))]


def test_labels_in_use_are_right(tmp_path: Path) -> None:
    """Templates, scripts and Python may all ask, and may make the end of an id from a value."""
    assert problems_with(tmp_path, {}, {}) == []


@pytest.mark.parametrize(("labels", "code", "expected"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_told_at_its_place(
    tmp_path: Path, labels: dict[str, str], code: dict[str, str], expected: list[str]
) -> None:
    """Whoever takes a label away, or asks for one that is not there, is told before a reader meets it."""
    assert problems_with(tmp_path, labels, code) == expected


def test_label_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    """A slip in a label is told where it is, and not again wherever the label is used."""
    assert problems_with(tmp_path, {"main.yml": LABELS.replace("text: Close", "txt: Close")}, {}) == []
    assert problems_with(tmp_path, {"main.yml": "labels: ["}, {}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("An unkind word", "is not a word we use"), ("word " * 26, "a sentence of 27 words")],
    ids=["a word we do not use", "a long sentence"],
)
def test_labels_keep_the_rules_for_words(small: Path, text: str, expected: str) -> None:
    """What a button says is read by the same rules as the page around it."""
    file = small / "content_data" / "interface" / "search.yml"
    file.write_text(file.read_text("utf-8").replace("Say: {words}", f"{text} {{words}}"), encoding="utf-8")
    (problem,) = lines_of(small)
    assert problem.startswith("content_data/interface/search.yml:5:") and expected in problem


@pytest.mark.parametrize(
    ("file", "place"), [("guidance/start.md", "5:1"), ("pages.yml", "")], ids=["article", "page of a list"]
)
def test_a_group_without_a_name_is_told(small: Path, file: str, place: str) -> None:
    """No reader meets the id of a group in the menu, and the editor learns where it stands and what to do."""
    path = small / "content_data" / file
    path.write_text(re.sub("group: .*", "group: elsewhere", path.read_text("utf-8"), count=1), encoding="utf-8")
    (problem,) = lines_of(small)
    assert problem.startswith(f"content_data/{file}:{place}")
    assert problem.endswith(
        "the group 'elsewhere' of the menu has no name; "
        "add a label 'group-elsewhere' to content_data/interface/pages.yml"
    )
