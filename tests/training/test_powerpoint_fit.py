"""Words are as large as their placeholder allows, and never smaller than a room can read."""

import pytest

from build_scripts.formats.powerpoint.deck import DeckSlide, Paragraph, Run
from build_scripts.formats.powerpoint.layouts import Layout
from build_scripts.training.powerpoint_fit import MOST, SMALLEST, Draft, TooLongError, deck_slides


def slides(count: int, layout: Layout = Layout.CONTENT, title: str = "Title", notes: int = 1) -> list[DeckSlide]:
    """Return the slides of a draft with so many words, and in its notes."""
    body, beside = (Paragraph((Run("word " * number),)) for number in (count, notes))
    return list(
        deck_slides(
            Draft(layout, title, ((body,),), (beside,)), lambda title, number, count: f"{title} ({number} of {count})"
        )
    )


def test_few_words_are_set_larger_and_many_smaller() -> None:
    """A slide is read from the last row; what does not fit in a size to be read goes on over the next."""
    sizes = [[made.bodies[1].points for made in slides(count)] for count in (5, 70, 400)]
    assert sizes[0][0] == MOST[Layout.CONTENT] > sizes[1][0] >= SMALLEST
    assert len(sizes[2]) > 1 and min(sizes[2]) >= SMALLEST


def test_parts_of_a_slide_are_counted_in_their_titles() -> None:
    """Nobody takes the second part for a slide that was seen before."""
    titles = [made.title.paragraphs[0].text for made in slides(400)]
    assert titles == [f"Title ({number} of {len(titles)})" for number in range(1, len(titles) + 1)]


def test_long_notes_are_set_smaller() -> None:
    """The notes of a slide stand on one page as far as they fit."""
    assert slides(1, notes=1)[0].notes.points > slides(1, notes=500)[0].notes.points


@pytest.mark.parametrize(("layout", "count", "title"), [(Layout.CONTENT, 1, "long " * 200), (Layout.OPENING, 900, "T")])
def test_what_fits_in_no_size_stops_the_build(layout: Layout, count: int, title: str) -> None:
    """The editor hears of it before the audience sees it."""
    with pytest.raises(TooLongError, match="too long for a slide"):
        slides(count, layout, title)
