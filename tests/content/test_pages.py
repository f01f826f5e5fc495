"""Records that become pages hold what each page must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of
from tests.mistakes import DATA, Mistake

MISTAKES = {
    "too few points in short": Mistake(
        DATA + "guidance/start.md",
        "  - Third point.\n",
        "",
        "content_data/guidance/start.md:8:3: this list is too short (2); give at least 3",
    ),
    "drawing that does not exist": Mistake(
        DATA + "site.yml",
        "icon: clock",
        "icon: clok",
        "content_data/site.yml:11:15: 'clok' is not one of the words allowed; did you mean 'clock'?",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_told_at_its_place(small: Path, change: Change, mistake: Mistake) -> None:
    """A page that lacks a part is told."""
    change(mistake.path, mistake.old, mistake.new)
    assert lines_of(small) == [mistake.told]
