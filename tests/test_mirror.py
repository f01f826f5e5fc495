"""Tests are found where one looks for them, and cost nothing until they are run."""

import pytest

from tests.built import ROOT
from tests.conftest import READ_WHILE_COLLECTING

WITHOUT = {"__main__"}
"""Hands on to ``cli`` and holds nothing else; every test that runs ``python -m build_scripts`` goes through it."""


def test_every_module_has_tests_of_its_own_name() -> None:
    """Who changes a module runs the one file that holds its promises, at the same place below tests."""
    modules = [path.relative_to(ROOT / "build_scripts") for path in ROOT.glob("build_scripts/**/*.py")]
    lacking = {
        module.with_suffix("").as_posix()
        for module in modules
        if module.name != "__init__.py" and not (ROOT / "tests" / module.parent / f"test_{module.name}").is_file()
    }
    assert lacking == WITHOUT


def test_collecting_reads_no_content(pytestconfig: pytest.Config) -> None:
    """Whoever runs one test waits for that test alone: what others need is read when they are run."""
    assert not pytestconfig.stash[READ_WHILE_COLLECTING]
