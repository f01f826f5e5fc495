"""A box takes as many letters as it shows."""

from build_scripts.formats import pdf_finish
from build_scripts.formats.pdf_box_room import letters_of_box, letters_of_line
from tests.formats.paged import opened


def test_a_box_takes_as_much_as_it_shows() -> None:
    """A larger box takes more letters, and none scrolls what is typed out of sight."""
    style = 'style="height: 5em; width: 20em"'
    made = opened(f'<p><input name="one"><textarea name="two" {style}></textarea></p>', one="1", two="2")
    small, large = made.Root.AcroForm.Fields
    assert 0 < int(small.MaxLen) < int(large.MaxLen)
    assert int(small.Ff) & int(large.Ff) & pdf_finish.NO_SCROLLING


def test_a_box_of_lines_takes_what_its_lines_hold() -> None:
    """Twice the lines take twice the letters, and a box that is lower than a line still takes one."""
    one, two = (letters_of_box(300, lines * 20, 11, has_lines=True) for lines in (1, 2))
    assert 2 * one <= two <= 2 * one + 1
    assert letters_of_box(300, 5, 11, has_lines=True) == one == int(letters_of_line(300, 11))
