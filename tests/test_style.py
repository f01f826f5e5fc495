"""The code reads as if one person had written it, and its types hold."""

from __future__ import annotations

import pytest

from tests.built import ROOT
from tests.folders import python


@pytest.mark.parametrize(
    "arguments",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]],
    ids=["rules", "layout", "types"],
)
def test_style(arguments: list[str]) -> None:
    """Whoever hands in a change learns here, and not from a reviewer, what does not fit."""
    ran = python("-m", *arguments, cwd=ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr
