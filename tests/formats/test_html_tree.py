"""Finished HTML is read and written without losing anything."""

import pytest

from build_scripts.formats import html_tree

PAGE = (
    '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>A &amp; b</title></head>\n'
    '<body><svg viewBox="0 0 2 2" aria-hidden="true"></svg><p id="a">5\xa0€ &lt; 6<br><a href="b.html#c">b</a></p>\n'
    '<script src="d.js" defer></script></body></html>\n'
)


def test_what_is_read_is_written_again() -> None:
    """A page that nothing changes stays as it was: signs, drawings, scripts and the language."""
    assert html_tree.write(html_tree.read(PAGE)) == PAGE


def test_links_and_ids_are_found_in_order() -> None:
    """Whatever leads on or can be led to is known."""
    tree = html_tree.read(PAGE)
    assert (html_tree.links(tree), html_tree.ids(tree)) == (["b.html#c", "d.js"], ["a"])


@pytest.mark.parametrize(
    ("part", "words"), [("<p>One</p><p>Two</p>", "OneTwo"), ("Words <b>alone</b>", "Words alone"), ("", "")]
)
def test_a_part_is_read_whole(part: str, words: str) -> None:
    """A piece of a page needs no element around it."""
    assert html_tree.read_part(part).text_content() == words


def test_what_stands_behind_an_element_stays_when_it_goes() -> None:
    """Taking out an element costs no words."""
    tree = html_tree.read("<body><p>One<b>two</b> three</p></body>")
    html_tree.remove(next(tree.iter("b")))
    assert tree.text_content() == "One three"


def test_indentation_goes_and_code_keeps_its_own() -> None:
    """A page costs nothing for its templates' layout, and an example of code stays as it was written."""
    html = "<div>\n  <p>a\n    b</p>\n\n  <pre>x\n\n    y</pre>\n  <p>c</p>\n</div>"
    assert html_tree.without_indentation(html) == "<div>\n<p>a\nb</p>\n<pre>x\n\n    y</pre>\n<p>c</p>\n</div>"


def test_classes_are_found_one_by_one() -> None:
    """A style is kept for each class that an element has beside others."""
    assert html_tree.classes(html_tree.read_part('<p class="a b">c</p><b class="b\n d"></b><i></i>')) == {"a", "b", "d"}
