"""The files of decks need no script."""

from build_scripts.content.local_details import TO_WRITE_ON
from build_scripts.training.powerpoint_files import with_local_details
from tests import decks
from tests.real import real_content, real_plan
from tests.training.test_powerpoint import USUAL, written


def test_a_deck_has_a_line_to_write_on_for_the_dsl() -> None:
    """A deck shows the local details given when it was made, and no words that a script would have to fill in."""
    words = decks.words_of(written(with_local_details(real_content(), real_plan(USUAL))))
    assert any(f"The DSL here: {TO_WRITE_ON}." in text for text in words)
