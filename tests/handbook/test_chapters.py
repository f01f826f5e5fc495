"""The chapters of the whole guide are all there, each with names of its own."""

import pytest

from build_scripts.content.pages import Behaviour, Faq, Guidance
from tests.handbook.test_document import book, whole
from tests.html import classed, headings, ids, links
from tests.real import real_content

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["page", "handbook"])
def text(request: pytest.FixtureRequest) -> str:
    """The whole guide, on one page and as a handbook."""
    return book().body if request.param == "handbook" else whole(real_content())[0]


def test_every_article_is_there_once_and_in_order(text: str) -> None:
    """Whoever prints it has everything, as the menu has it."""
    titles = [record.title for kind in (Guidance, Behaviour, Faq) for record in real_content().all(kind)]
    found = [headings(chapter)[0][1] for chapter in classed(text, "mf-chapter")]
    assert sorted(title for title in found if title in titles) == sorted(titles)
    first = [found.index(name) for name in ("The first hour", "Supportive discussion")]
    assert first == sorted(first)


def test_every_place_has_one_name_and_every_link_within_arrives(text: str) -> None:
    """No link of the long document leads nowhere or to the wrong chapter."""
    places = ids(text)
    assert sorted(places) == sorted(set(places))
    within = {href[1:] for href, _ in links(text) if href.startswith("#")}
    assert within - set(places) == set()


def test_safety_words_stand_before_every_action_page(text: str) -> None:
    """Somebody who opens the handbook in the middle of an incident reads them there."""
    articles = [record for kind in (Guidance, Behaviour, Faq) for record in real_content().all(kind)]
    warned = [*classed(text, "mf-safety"), *classed(text, "mf-safety-line"), *classed(text, "mf-urgent-calls")]
    assert len(warned) == len([record for record in articles if record.action_page]) > 0
