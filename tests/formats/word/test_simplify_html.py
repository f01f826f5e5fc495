"""What paper and Word cannot tag as it stands becomes something that they can."""

import pytest

from build_scripts.formats.word.simplify_html import simplify


def test_a_term_and_what_is_said_of_it_are_one_paragraph() -> None:
    """A reader of the PDF hears the term with its meaning, in order."""
    first = '<div id="x"><dt id="t">Phone</dt><dd>0117</dd></div>'
    second = "<div><dt>Cost</dt><dd>Free</dd><dd>or a call</dd></div>"
    assert simplify(f"<dl>{first}{second}</dl>") == (
        '<p id="t"><strong>Phone</strong>: 0117</p><p><strong>Cost</strong>: Free; or a call</p>'
    )


def test_a_long_meaning_follows_its_term() -> None:
    """Paragraphs and lists of a meaning stay what they are, and so do their links."""
    text = "<dl><dt>Consent</dt><dd><p>To <a href='#y'>agree</a>.</p><ul><li>Freely</li></ul></dd></dl><p>After</p>"
    assert simplify(text) == (
        '<p><strong>Consent</strong>: </p><p>To <a href="#y">agree</a>.</p><ul><li>Freely</li></ul><p>After</p>'
    )


def test_a_cell_over_several_rows_stands_in_each() -> None:
    """Whoever hears a table hears the head of every row."""
    rows = '<tr><th scope="rowgroup" rowspan="2">Both</th><td>1</td></tr><tr><td>2</td></tr>'
    assert simplify(f"<table><tbody>{rows}</tbody></table>") == (
        '<table><tbody><tr><th scope="row">Both</th><td>1</td></tr>'
        '<tr><th scope="row">Both</th><td>2</td></tr></tbody></table>'
    )


def test_decoration_goes_and_the_words_around_it_stay() -> None:
    """No bar or icon without words is left for a screen reader to stumble over."""
    assert simplify('<h2><svg><path d="M0"/></svg>Talk</h2><div class="mf-bar-chart">x</div>') == "<h2>Talk</h2>"
    assert simplify("<figure><figcaption>A</figcaption></figure>") == "<div><p>A</p></div>"


def test_words_that_would_be_lost_stop_the_build() -> None:
    """Nothing that a page says is dropped in silence."""
    with pytest.raises(ValueError, match=r"^words beside a list of definitions: stray$"):
        simplify("<dl><dt>A</dt><dd>B</dd></dl>stray")


def test_what_a_school_has_not_added_is_a_line_to_write_on() -> None:
    """Nobody reads «not added yet» on a sheet of paper and looks for where to add it; what was given stays."""
    marks = '<span data-local="a" class="mf-tag">not added yet</span> <span data-local="b">Ms Shah</span>'
    assert simplify(f"<p>{marks}</p>", "____") == (
        '<p><span data-local="a" class="mf-tag">____</span> <span data-local="b">Ms Shah</span></p>'
    )
