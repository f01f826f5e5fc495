"""Pages of a kind are built alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of
from tests.mistakes import DATA, Mistake

MISTAKES = {
    "one of the three parts missing": Mistake(
        DATA + "behaviours/sharing.md",
        "## Understanding what has happened",
        "## What happened",
        "content_data/behaviours/sharing.md:18:1: a behaviour page is told in three parts; use exactly these headings, "
        "in this order: '## What the behaviour is', '## Understanding what has happened', "
        "'## Safeguarding the young person'",
    ),
    "component within other text": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "See [the levels](show:continuum).\n\nMore words,",
        "content_data/guidance/start.md:19:1: a 'show:' link stands inside other text; "
        "put the link into a paragraph of its own",
    ),
    "heading with the address of a standing part": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "## In short\n\nMore words,",
        "content_data/guidance/start.md:19:1: the heading 'In short' has an address that every page uses already; "
        "word it differently",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_told_at_its_place(small: Path, change: Change, mistake: Mistake) -> None:
    """A page that is shaped otherwise is told at the very part."""
    change(mistake.path, mistake.old, mistake.new)
    assert lines_of(small) == [mistake.told]
