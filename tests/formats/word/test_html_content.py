"""What stands in a paragraph comes over whole, or stops the build."""

from datetime import date

import pytest

from build_scripts.formats.word.from_html import document_of_html
from build_scripts.formats.word.html_content import UnknownElementError
from tests.formats.word.test_from_html import W, built


def test_links_lead_to_places_and_addresses() -> None:
    """A link within the guide leads to its place, one to an owner's page to its address."""
    document = built(
        '<h2 id="there">There</h2><p>See <a href="#there">it</a> or <a href="https://x.example/">X</a>.</p>'
    )
    first, second = document.paragraphs[1].hyperlinks
    names = [mark.get(f"{W}name") for mark in document.element.body.iter(f"{W}bookmarkStart")]
    assert ([first.fragment], second.address) == (names, "https://x.example/")
    assert document.paragraphs[1].text == "See it or X."


REFUSED = (
    "<p>a</p><video></video>",
    "<p><img src='x'></p>",
    "words alone",
    "<p>a</p> words after",
    "<ul><li>a<ul><li>b</li></ul> words after</li></ul>",
    "<ul><li><p>a</p> words after</li></ul>",
    "<table><tr><th>a</th></tr><tr><td><table><tr><td>b</td></tr></table></td></tr></table>",
)


@pytest.mark.parametrize("body", REFUSED)
def test_what_word_cannot_take_stops_the_build(body: str) -> None:
    """Nothing that a page says is dropped in silence."""
    with pytest.raises(UnknownElementError):
        document_of_html(body, "A guide", date(2026, 11, 22), "", "{number}/{count}", "; ".join)
