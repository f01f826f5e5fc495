"""The code reads as if one person had written it, and its types hold."""

import subprocess

import pytest

from tests.built import ROOT
from tests.folders import python
from tests.node import package


@pytest.mark.parametrize(
    "arguments",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]],
    ids=["rules", "layout", "types"],
)
def test_style(arguments: list[str]) -> None:
    """Whoever hands in a change learns here, and not from a reviewer, what does not fit."""
    ran = python("-m", *arguments, cwd=ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_style_of_scripts_and_stylesheets() -> None:
    """The same for what runs in a browser: rules and layout, as ``biome.jsonc`` has them."""
    (biome,) = package("lint").glob("@biomejs/cli-*/biome*")
    command = [str(biome), "check", "--error-on-warnings", "--max-diagnostics=100", "--colors=off"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
