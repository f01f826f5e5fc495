"""A school's own details are judged alike by the build and by the page."""

import json
from pathlib import Path

from build_scripts.content.local_details import LocalField
from tests.hostile import HOSTILE
from tests.node import run
from tests.real import real_content

JUDGE = """
import { openPage } from "./page.mjs";
const { clean } = openPage("").run("local-details.js").window.localTools;
const asked = %s;
console.log(JSON.stringify(asked.map(([id, value]) => clean(id, value).why !== "")));
"""
VALUES = (
    *("0117 496 0123", "+44 117 496 0123, extension 4", "ask me", "12"),
    *("https://a.example/b", "http://a.example", "https://a"),
    *("logo.png", "../logo.png", "logo.exe"),
    *("x" * 200, "x" * 201, "x" * 301, "1" * 41, "https://a.example/" + "b" * 300),
)


def test_build_and_page_judge_values_alike(built_scripts: Path) -> None:
    """What the build refuses in local-details.yml the page refuses in local-details.txt, and the other way round."""
    asked = [(field, value) for field in real_content().all(LocalField) for value in VALUES]
    pairs = json.dumps([(field.id, value) for field, value in asked])
    ran = run("--input-type=module", given=JUDGE % pairs, cwd=Path(__file__).parent, BUILT_SCRIPTS=str(built_scripts))
    assert ran.returncode == 0, ran.stderr
    refused = [field.refusal(value) is not None for field, value in asked]
    assert [
        (field.id, value)
        for (field, value), here, there in zip(asked, refused, json.loads(ran.stdout), strict=True)
        if here != there
    ] == []


def test_there_are_fifty_hostile_values() -> None:
    """The promise of the tests in JavaScript and in a browser is for fifty cases of values."""
    assert len(HOSTILE) >= 50
