"""What is measured below a title: the largest size that fits, in each look."""

import pytest

from build_scripts.content.fields import Prose
from build_scripts.training import screen_room
from build_scripts.training.screen_room import column_height, halves, largest, lines_of, list_height, services_height
from build_scripts.training.slide_sources import Point

SHORT, LONG = Point(Prose("A few words.")), Point(Prose("considerably longer words " * 12))


def test_the_largest_size_that_fits_is_taken() -> None:
    """Words are never larger than their room, and the last size is taken when none fits."""
    assert largest((44, 36, 28), lambda size: size * 10, 400) == 36
    assert largest((44, 36, 28), lambda size: size * 10, 100) == 28


def test_a_list_is_as_high_as_its_lines() -> None:
    """A point that takes more lines is higher, and a paragraph above it counts."""
    one = list_height(None, [SHORT], 28)
    assert one == pytest.approx(28 * screen_room.LINE_HEIGHT + screen_room.GAP)
    assert list_height(None, [LONG], 28) > 2 * one
    assert list_height(SHORT.text, [SHORT], 28) == pytest.approx(2 * one)


def test_words_in_a_narrow_column_take_more_lines() -> None:
    """A story beside its questions is measured by its own width."""
    assert lines_of(LONG.text, 28, screen_room.COLUMN) > lines_of(LONG.text, 28, screen_room.ROOM[0])
    assert column_height([("Head", [LONG.text])], 28) > column_height([("Head", [SHORT.text])], 28)


def test_numbers_stand_in_two_columns_the_left_one_no_shorter() -> None:
    """Three and three, and two above one."""
    assert [len(half) for half in halves([SHORT] * 6)] == [3, 3]
    assert [len(half) for half in halves([SHORT] * 3)] == [2, 1]


def test_the_higher_column_of_numbers_counts() -> None:
    """One long name decides about the size of all."""
    calls = [Point(Prose("In Wales."), "A line", "0800 111 222")] * 4
    long_named = [
        *calls[:3],
        Point(Prose("In Wales."), "A line with a name that takes two lines of it", "0800 111 222"),
    ]
    assert services_height(long_named, 24) > services_height(calls, 24)
