"""What editors write in Markdown becomes paragraphs of a deck, with nothing lost but the links."""

from build_scripts.content.fields import Prose
from build_scripts.formats.powerpoint.deck import Run
from build_scripts.formats.powerpoint.layouts import ListStyle
from build_scripts.training.powerpoint_text import listed, paragraph, paragraphs
from build_scripts.training.slide_sources import Point


def test_weight_is_kept_and_neighbours_that_look_alike_are_one() -> None:
    """Words can be changed in PowerPoint without hunting for their pieces."""
    runs = paragraph(Prose("See the [DSL](term:dsl) **today** and *always*.")).runs
    assert runs == (Run("See the DSL "), Run("today", True), Run(" and "), Run("always", True), Run("."))


def test_lists_in_notes_keep_bullets_and_numbers() -> None:
    """What stands below an item is a paragraph of its own."""
    found = list(paragraphs(Prose("Before.\n\n1. One.\n2. Two.\n\n   More.\n\n- Point.\n")))
    assert [(each.text, each.list_style, each.number) for each in found] == [
        ("Before.", ListStyle.NONE, 1),
        ("One.", ListStyle.NUMBER, 1),
        ("Two.", ListStyle.NUMBER, 2),
        ("More.", ListStyle.NONE, 1),
        ("Point.", ListStyle.BULLET, 1),
    ]


def test_points_stand_between_their_term_and_their_number() -> None:
    """Whom to call is told apart from what they do."""
    (point,) = listed([Point(Prose("Talk to us."), "A line:", "0800 000")], ListStyle.BULLET)
    assert point.runs == (Run("A line: ", bold=True), Run("Talk to us."), Run(" 0800 000", bold=True))
