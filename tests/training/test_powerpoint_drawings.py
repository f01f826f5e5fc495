"""The drawings of PowerPoint show what those of the pages show, and stay within their place."""

import pytest

from build_scripts.content.registers import Continuum
from build_scripts.content.route import Route
from build_scripts.formats import text_width
from build_scripts.formats.powerpoint.deck import Drawing, Label, Lines
from build_scripts.formats.powerpoint.kept_template import slide_layouts
from build_scripts.formats.powerpoint.layouts import Layout
from build_scripts.formats.powerpoint.text_height import LINE_HEIGHT
from build_scripts.training.powerpoint_drawings import drawing_of
from tests.real import real_content


@pytest.fixture(params=[Continuum, Route])
def drawing(request: pytest.FixtureRequest) -> Drawing:
    """A drawing of the site."""
    return drawing_of(real_content(), "Title", real_content().one(request.param))


def labels(drawing: Drawing) -> list[Label]:
    """Return the words of a drawing."""
    return [item for item in drawing.items if isinstance(item, Label)]


def test_nothing_leaves_the_place_of_a_drawing(drawing: Drawing) -> None:
    """A slide is shown whole, and its foot stays free."""
    place = slide_layouts()[Layout.DRAWING].drawing
    assert place is not None
    for item in drawing.items:
        assert min(item.left, item.top) >= 0
        assert item.left + item.width <= place.width + 0.1 and item.top + item.height <= place.height + 0.1


def test_words_fit_between_the_lines(drawing: Drawing) -> None:
    """By the widths of Arial, no name runs into the next."""
    for label in labels(drawing):
        room = label.width - (16 if label.is_pill else 0)
        lines = text_width.lines([(run.text, run.bold) for run in label.runs], label.points, room)
        assert lines * label.points * LINE_HEIGHT <= label.height, label.runs


def test_both_drawings_say_in_words_what_they_show(drawing: Drawing) -> None:
    """Who does not see the lines hears what they mean, and each has lines."""
    assert drawing.description.endswith(".")
    assert any(isinstance(item, Lines) for item in drawing.items)


def test_the_route_has_every_consideration_and_response() -> None:
    """What the page draws is on the slide by name."""
    route = real_content().one(Route)
    said = {"".join(run.text for run in label.runs) for label in labels(drawing_of(real_content(), "T", route))}
    assert {*(step.brief for step in route.steps), *(each.title for each in route.responses)} <= said
