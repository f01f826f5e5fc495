"""No id and no name is taken twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of
from tests.mistakes import DATA, Mistake

MISTAKES = {
    "local detail twice": Mistake(
        DATA + "local.yml",
        "  - id: lead-phone\n    label: Phone\n    kind: phone\n",
        "  - id: lead-name\n    label: Phone\n",
        "content_data/local.yml:11:5: there is a local 'lead-name' already, at content_data/local.yml:6; "
        "change one of them",
    ),
    "duplicate id": Mistake(
        DATA + "glossary.yml",
        "id: no",
        "id: consent",
        "content_data/glossary.yml:7:5: there is a term 'consent' already, at content_data/glossary.yml:2; "
        "change one of them",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_told_at_its_place(small: Path, change: Change, mistake: Mistake) -> None:
    """The second of two is told, with the place of the first."""
    change(mistake.path, mistake.old, mistake.new)
    assert lines_of(small) == [mistake.told]
