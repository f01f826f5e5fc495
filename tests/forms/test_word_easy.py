"""The easy-read version in Word: one idea a paragraph, each beside its picture."""

import pytest
from docx.oxml.ns import qn

from build_scripts.forms.word_easy import easy_pictures
from tests.forms.test_word import EASY, documents, opened
from tests.real import real_content

pytestmark = pytest.mark.slow


def drawn_beside() -> list[tuple[str, str]]:
    """Return the name of each picture with the words of its paragraph, in order."""
    found = [(list(paragraph._p.iter(qn("wp:docPr"))), paragraph.text) for paragraph in opened(EASY).paragraphs]
    return [(picture.get("name", ""), text) for pictures, text in found for picture in pictures]


def test_easy_words_stand_beside_their_pictures() -> None:
    """Who reads by pictures has one for each idea: what the plan is, whom to call, and every question."""
    beside, text = drawn_beside(), documents()[EASY].text
    assert text is not None
    for idea in (*text.easy_lead, *text.easy_services):
        assert [words for name, words in beside if name == idea.picture and words.startswith(idea.label.text.strip())]
    asked = [column.easy for _, fields in documents()[EASY].parts for field in fields for column in field.columns]
    assert asked
    for easy in asked:
        assert easy and [words for name, words in beside if name == easy.picture and easy.label.text.strip() in words]


def test_easy_words_have_no_tables() -> None:
    """Nothing has to be read along a row and down a column; what does not fit goes on another sheet."""
    assert opened(EASY).tables == []
    more = real_content().label("more-in-easy-words")
    tables = [field for _, fields in documents()[EASY].parts for field in fields if field.columns]
    assert [paragraph.text for paragraph in opened(EASY).paragraphs].count(more) == len(tables) > 3


def test_every_picture_of_the_file_is_named() -> None:
    """The writer of the file gets each picture that a paragraph asks for."""
    assert {name for name, _ in drawn_beside()} <= {picture.value for picture in easy_pictures(documents()[EASY])}


def test_questions_that_belong_together_stay_on_one_page() -> None:
    """Whoever turns the page has answered for one person, app or limit before: no question of it is overleaf."""
    lines = opened(EASY).paragraphs
    tables = [field.id for _, fields in documents()[EASY].parts for field in fields if field.columns]
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for tag in line._p.iter(qn("w:tag")):
            field, _, place = str(tag.get(qn("w:val"))).partition(".")
            if field in tables:
                places.setdefault(f"{field} {place.partition('.')[0]}", []).append(number)
    assert len(places) > len(tables)
    for name, found in places.items():
        between = lines[found[0] : found[-1]]
        assert all(line.paragraph_format.keep_with_next for line in between), name
