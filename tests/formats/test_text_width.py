"""The room that words take in Arial is known without a program that draws them."""

import pytest

from build_scripts.formats.text_width import lines, width


def test_widths_are_those_of_arial() -> None:
    """A thousand points of a letter are as wide as the makers of Arial say: m 833, i 222, bold m 889, space 278."""
    assert [round(width(letter, 1000)) for letter in "mi "] == [833, 222, 278]
    assert round(width("m", 1000, bold=True)) == 889
    assert width("mim", 20) == pytest.approx(2 * width("m", 20) + width("i", 20))


def test_letters_of_all_uk_languages_are_known() -> None:
    """Welsh and Gaelic names are measured, not guessed; dashes and quotation marks too."""
    assert all(width(letter, 100) < 100 for letter in "ŵŷẁẃÂêïòáéíóú–‘’“”£")


def test_an_unknown_letter_takes_the_widest_room() -> None:
    """What cannot be measured never overflows."""
    assert width("Ж", 24) == 24


def test_lines_break_between_words() -> None:
    """A word that no longer fits stands on the next line."""
    one = width("word word", 20) * 1.02
    assert [lines([(text, False)], 20, one) for text in ("", "word", "word word", "word word word")] == [1, 1, 1, 2]
    assert lines([("word word", True)], 20, one) == 2


def test_a_word_in_two_weights_is_one_word() -> None:
    """Nothing breaks where only the weight changes."""
    room = width("word word", 20, bold=True)
    assert lines([("word wo", True), ("rd", False), (" word", True)], 20, room) == 2
    assert lines([("word wo", True), ("rdword", False)], 20, room) == 2


def test_a_word_longer_than_a_line_goes_on_below() -> None:
    """An address without spaces is given the lines it takes."""
    assert lines([("m" * 100, False)], 20, width("m" * 10, 20)) >= 10


@pytest.mark.parametrize("room", range(60, 900, 40))
def test_less_room_never_makes_fewer_lines(room: int) -> None:
    """The measure is steady: what fits in a place also fits in a wider one."""
    words = [("Staff do not need to see an image in order to act. " * 3, False), ("Nobody views copies.", True)]
    assert lines(words, 24, room) >= lines(words, 24, room + 40)
