"""The route offers a choice, and each error of the 2019 guide has its weight."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SMALL, Change, lines_of
from tests.mistakes import DATA, Mistake, Mistakes, cases

ROUTE = DATA + "route.yml"
CORRECTIONS = DATA + "corrections.yml"
LAST = "  - id: do-b" + (SMALL / ROUTE).read_text(encoding="utf-8").partition("  - id: do-b")[2].partition("notes:")[0]
CHOICE: Mistakes = {"one response": (LAST, "", "18:3: this list is too short (1); give at least 2")}
WEIGHT: Mistakes = {
    "weight that is none": (
        "seriousness: wording-or-structure",
        "seriousness: wording-or-strukture",
        "4:18: 'wording-or-strukture' is not one of the words allowed; did you mean 'wording-or-structure'?",
    )
}

MISTAKES = cases(ROUTE, CHOICE) | cases(CORRECTIONS, WEIGHT)


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_told_at_its_place(small: Path, change: Change, mistake: Mistake) -> None:
    """A route with one way only, or an error that no list would sort, is told."""
    change(mistake.path, mistake.old, mistake.new)
    assert lines_of(small) == [mistake.told]
