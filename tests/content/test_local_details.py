"""A field of local details says what it is, and what a school may fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of
from tests.mistakes import DATA, Mistake

MISTAKES = {
    "id of another kind of detail": Mistake(
        DATA + "local.yml",
        "id: lead-phone",
        "id: lead-number",
        "content_data/local.yml:11:5: 'lead-number' is not the id of a phone; end the id with '-phone'",
    ),
    "phone number without its kind": Mistake(
        DATA + "local.yml",
        "    kind: phone\n",
        "",
        "content_data/local.yml:11:5: 'lead-phone' is not the id of a text; write 'kind: phone'",
    ),
    "detail without words to fall back on": Mistake(
        DATA + "local.yml",
        "    fallback: the lead\n",
        "",
        "content_data/local.yml:6:5: 'fallback' is missing; add a line 'fallback: …'",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_told_at_its_place(small: Path, change: Change, mistake: Mistake) -> None:
    """A field that a page could not show is told."""
    change(mistake.path, mistake.old, mistake.new)
    assert lines_of(small) == [mistake.told]
