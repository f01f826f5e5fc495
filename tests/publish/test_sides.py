"""A reader learns how long a file is before it is opened, and the file itself is counted."""

from build_scripts.formats import pdf
from build_scripts.pages.page_context import SIDES
from build_scripts.publish.sides import Sides
from tests.real import real_content

FONT = '<style>@font-face { font-family: Paper; src: url("atkinson-400.ttf") } * { font-family: Paper }</style>'
TWO = f'<!doctype html><html lang="en"><title>Two</title>{FONT}<p>One<p style="break-before: page">Two'
LINK = f'<a href="two.pdf">Two</a>{SIDES.format("files/two.pdf")}, more.'


def told(article: str, **made: bytes) -> str:
    """Return an article with the lengths of the files that were made."""
    return Sides(real_content(), {f"files/{name}": data for name, data in made.items()}).tell(article)


def test_the_pages_of_a_file_are_counted_in_it() -> None:
    """Nobody types the number, so that it is right after each change."""
    made = {"two.pdf": pdf.render(TWO, {})}
    assert told(LINK, **made) == '<a href="two.pdf">Two</a> (2 pages), more.'


def test_nothing_is_told_of_a_file_that_has_no_pages_or_is_not_made() -> None:
    """Word lays out its own pages, and a preview makes a file when somebody opens it."""
    assert told(LINK) == '<a href="two.pdf">Two</a>, more.'
    assert told(SIDES.format("files/two.docx"), **{"two.docx": b"PK"}) == ""
