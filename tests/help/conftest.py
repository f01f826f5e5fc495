"""What the tests of paper for young people begin from."""

from pathlib import Path

import pytest

from tests.conftest import Change

HELP = "content_data/help/help.yml"
PAPER = "on_paper:\n  - service: a-line\n    text: For any worry.\n    on_card: yes\nchecked_on:"


@pytest.fixture
def on_paper(small: Path, change: Change) -> Path:
    """The small project with a place on paper."""
    change(HELP, "checked_on:", PAPER)
    return small
