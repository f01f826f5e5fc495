"""The session builder offers what there is."""

from build_scripts.training.builder_page import choices
from build_scripts.training.deck_pages import shared_parts
from tests.real import real_content, real_plans
from tests.training.test_pages import lengths


def test_every_choice_of_the_builder_has_slides() -> None:
    """What the builder offers is in the deck of all slides, and nothing timed is left out."""
    timed = {part.key: part.lengths for part in shared_parts(real_content(), real_plans()) if part.minutes}
    assert {choice.block.id: choice.lengths for choice in choices(real_plans(), lengths())} == timed
