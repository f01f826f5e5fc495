"""What the page that checks a file knows is what the program knows."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from build_scripts.check.browser_rules import browser_rules, build_rules, javascript
from build_scripts.check.links import LINK_KINDS
from build_scripts.content.content import RECORD_OF_FILE, RECORD_OF_FOLDER, RECORD_OF_OPTIONAL_FILE

RULES = browser_rules()


def groups(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every group within a schema."""
    if isinstance(schema, dict):
        yield schema
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from groups(value)


def test_every_file_of_content_can_be_checked() -> None:
    """An editor is not turned away with any of them."""
    assert RULES["files"].keys() == {**RECORD_OF_FILE, **RECORD_OF_OPTIONAL_FILE}.keys()
    assert RULES["endings"] == {folder: ending for folder, (ending, _) in RECORD_OF_FOLDER.items()}
    assert RULES["schemas"].keys() == {*RULES["files"].values(), *RULES["endings"]}
    assert RULES["kinds"] == sorted(LINK_KINDS)


def test_schemas_hold_what_decides_and_nothing_else() -> None:
    """A value that may be left out is of its own type, since an empty one is told; limits have their common names."""
    keys = {key for schema in RULES["schemas"].values() for group in groups(schema) for key in group}
    assert not keys & {"anyOf", "ge", "le", "default"}
    count = RULES["schemas"]["services"]["properties"]["hours_table"]["items"]["$ref"].rpartition("/")[2]
    assert RULES["schemas"]["services"]["$defs"][count]["properties"]["opens"]["format"] == "clock"


def test_ways_of_writing_have_words_for_what_is_wrong() -> None:
    """Each format of a text is one that the script knows how to refuse."""
    of_text = {"prose", "line", "shown"}
    formats = {
        str(group["format"]) for schema in RULES["schemas"].values() for group in groups(schema) if is_text(group)
    }
    assert formats - of_text <= RULES["phrases"].keys()


def is_text(group: dict[str, Any]) -> bool:
    """Tell whether a group is the schema of a text with a way of writing."""
    return isinstance(group.get("format"), str)


def test_rules_come_as_a_script() -> None:
    """A page that is opened from a disk can load them."""
    text = build_rules().text
    assert text.startswith("window.checkRules={")
    assert json.loads(text.removeprefix("window.checkRules=").removesuffix(";\n")) == json.loads(json.dumps(RULES))


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        (r"([-+])[^\W\d_]", r"([-+])\p{L}"),
        (r"(?<!\w)__(?=\w)", r"(?<![\p{L}\p{N}_])__(?=[\p{L}\p{N}_])"),
        (r"(?<![\w*])\*", r"(?<![\p{L}\p{N}_*])\*"),
    ],
)
def test_patterns_mean_the_same_in_a_browser(pattern: str, written: str) -> None:
    """Letters beyond a to z are letters there too."""
    assert javascript(pattern) == written
    assert re.compile(pattern)
