"""Scripts do in Node what they promise: each file of tests is run by Node's own runner."""

import re
from pathlib import Path

import pytest

from tests.node import run

TESTS = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("file", TESTS, ids=[path.name.split(".")[0] for path in TESTS])
def test_script(built_scripts: Path, file: Path) -> None:
    """What a script promises holds; what does not is told with its promise, what was expected, and what came."""
    ran = run("--test-reporter=spec", str(file), BUILT_SCRIPTS=str(built_scripts))
    if ran.returncode:
        pytest.fail(ran.stdout.partition("✖ failing tests:")[2] or ran.stdout + ran.stderr, pytrace=False)
    assert re.search(r"^ℹ pass [1-9]", ran.stdout, re.MULTILINE), "no test was found in it"
