"""The two drawings show what the content says, and nothing that it does not say."""

import re
from itertools import pairwise

import pytest

from build_scripts.content.registers import Continuum
from build_scripts.content.route import Route
from build_scripts.pages.drawings import Drawing, gather, ranges, spread
from tests.real import real_content

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def strokes(drawing: Drawing) -> list[list[tuple[float, float]]]:
    """Return the points of each stroke of a drawing."""
    found = []
    for stroke in drawing.path.split("M")[1:]:
        numbers = [float(number) for number in NUMBER.findall(stroke)]
        found.append(list(zip(numbers[::2], numbers[1::2], strict=True)))
    return found


def both() -> list[Drawing]:
    """Return every drawing of the site."""
    route = real_content().one(Route)
    counts = len(route.steps), len(route.responses)
    bands = [way for each in ranges(real_content().one(Continuum).levels) for way in (each.across, each.down)]
    return [*bands, *gather(counts[0]), *spread(counts[1], counts[0])]


def test_no_line_leaves_its_box() -> None:
    """What is drawn is seen whole, whatever room it is stretched to."""
    for drawing in both():
        for x, y in (point for stroke in strokes(drawing) for point in stroke):
            assert 0 <= x <= drawing.width and 0 <= y <= drawing.height, (drawing, x, y)


def test_each_range_has_its_levels_and_a_bracket_as_long() -> None:
    """The bracket of the harmful range begins where that range begins, and ends where it ends."""
    levels = real_content().one(Continuum).levels
    expected, harmful = ranges(levels)
    assert (expected.levels, harmful.levels) == (levels[:1], levels[1:])
    assert harmful.across.width == len(harmful.levels) * expected.across.width
    for each in (expected, harmful):
        (bracket, *_) = strokes(each.across)
        assert bracket[1][0] < 5 and bracket[2][0] > each.across.width - 5 and bracket[1][1] == bracket[2][1]


def test_the_band_widens_without_a_step_and_only_the_harmful_range_is_hatched() -> None:
    """Levels pass into one another; the range is told apart by its shape, and not by a colour."""
    expected, harmful = ranges(real_content().one(Continuum).levels)
    outlines = [strokes(each.across)[1] for each in (expected, harmful)]
    heights = [(outline[3][1] - outline[0][1], outline[2][1] - outline[1][1]) for outline in outlines]
    assert heights[0][0] < heights[0][1] < heights[1][1]
    assert heights[0][1] == pytest.approx(heights[1][0], abs=0.2)
    hatching = [stroke for stroke in strokes(harmful.across)[2:] if len(stroke) == 2 and stroke[0][1] != stroke[1][1]]
    between = [after[0][0] - before[0][0] for before, after in pairwise(hatching)]
    assert len(hatching) > 4 * len(strokes(expected.across))
    assert all(wide >= close - 0.2 for wide, close in pairwise(between))


def test_down_a_phone_runs_what_lies_across_a_page() -> None:
    """Both show the same, turned."""
    for each in ranges(real_content().one(Continuum).levels):
        turned = [[(y, x) for x, y in stroke] for stroke in strokes(each.across)]
        assert strokes(each.down) == turned


@pytest.mark.parametrize("way", [0, 1], ids=["across", "down"])
def test_a_strand_for_each_and_none_crosses_another(way: int) -> None:
    """Every consideration and every response has a line of its own, beside its row, and all keep their order."""
    gathered, parted = strokes(gather(11)[way]), strokes(spread(4, 11)[way])
    assert (len(gathered), len(parted)) == (11, 4)
    assert [stroke[0][1] for stroke in gathered] == sorted(stroke[0][1] for stroke in gathered)
    assert [stroke[-1][1] for stroke in parted] == sorted(stroke[-1][1] for stroke in parted)
    ends = [stroke[-1][1 - way] for stroke in gathered]
    starts = [stroke[0][1 - way] for stroke in parted]
    assert ends == sorted(set(ends)) and starts == sorted(set(starts), reverse=bool(way))
