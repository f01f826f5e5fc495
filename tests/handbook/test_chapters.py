"""The chapters of the whole guide are all there, each with names of its own."""

from __future__ import annotations

import pytest

from build_scripts.content.pages import Behaviour, Faq, Guidance
from tests.handbook.test_document import BOOK, REAL, WHOLE
from tests.html import classed, headings, ids, links


@pytest.mark.parametrize("text", [WHOLE, BOOK], ids=["page", "handbook"])
def test_every_article_is_there_once_and_in_order(text: str) -> None:
    """Whoever prints it has everything, as the menu has it."""
    titles = [record.title for kind in (Guidance, Behaviour, Faq) for record in REAL.all(kind)]
    found = [said for _, said, _ in headings(text, 2, 3)]
    assert sorted(title for title in found if title in titles) == sorted(titles)
    first = [found.index(name) for name in ("The first hour", "Supportive discussion")]
    assert first == sorted(first)


@pytest.mark.parametrize("text", [WHOLE, BOOK], ids=["page", "handbook"])
def test_every_place_has_one_name_and_every_link_within_arrives(text: str) -> None:
    """No link of the long document leads nowhere or to the wrong chapter."""
    places = ids(text)
    assert sorted(places) == sorted(set(places))
    within = {href[1:] for href, _ in links(text) if href.startswith("#")}
    assert within - set(places) == set()


def test_safety_words_stand_before_every_action_page() -> None:
    """Somebody who opens the handbook in the middle of an incident reads them there."""
    actions = [record for kind in (Guidance, Behaviour, Faq) for record in REAL.all(kind) if record.action_page]
    assert len(classed(BOOK, "mf-safety")) == len(classed(WHOLE, "mf-safety")) == len(actions) > 0
