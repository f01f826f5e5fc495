"""Components stand where readers and maintainers look for them."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from build_scripts.check.structure import TAKEN
from build_scripts.content.content import COMPONENTS
from build_scripts.content.load import load_all
from build_scripts.content.pages import Guidance, HandPage
from build_scripts.pages.components import components
from build_scripts.pages.page_context import TEMPLATES, PageContext
from build_scripts.pages.scripts import SCRIPTS
from tests.built import ROOT
from tests.conftest import Change
from tests.folders import opened
from tests.html import classed, described, find, ids, links, read, words

START = "content_data/guidance/start.md"


def drawing(root: Path) -> PageContext:
    """Return the maintainers' page of components of a project, to be drawn."""
    return PageContext(load_all(root).content, "maintainers/components")


def pages(root: Path) -> dict[str, tuple[str, Markup]]:
    """Return readers and article of every page of a project."""
    return {page.address: (page.audience, page.body) for page in opened(root).files}


def explained(root: Path, name: str) -> list[tuple[str, str]]:
    """Return the terms that a page explains at its end, with what they mean."""
    found = classed(pages(root)[name][1], "mf-print-only")
    assert len(found) <= 1
    return list(described(found[0]).items()) if found else []


@pytest.mark.parametrize("name", COMPONENTS)
def test_what_editors_ask_for_is_drawn(small: Path, change: Change, name: str) -> None:
    """An article and a page by hand show the component itself, and no mark that was meant to become one."""
    change("docs/maintainers/notes.md", "See [consent]", f"[A caption](show:{name})\n\nSee [consent]")
    body = pages(small)["maintainers/notes"][1]
    context = drawing(small)
    (first, *_) = read(components(context, context.content.one(HandPage))[name]("A caption"))
    assert first.get("class").startswith("mf-")
    (shown,) = (each for each in read(body) if each.get("class") == first.get("class") and words(each) == words(first))
    assert ids(shown) == ids(first)
    assert "show:" not in body and "See consent" in words(body)


def test_editors_are_offered_what_there_is(small: Path) -> None:
    """Each component that editors may ask for can be drawn, and no other."""
    context = drawing(small)
    assert set(components(context, context.content.one(Guidance))) == set(COMPONENTS)


def test_terms_met_are_explained_once_each(small: Path, change: Change) -> None:
    """On paper a link is no help, so each term that a page links stands at its end, in the order of the page."""
    assert explained(small, "guidance/start") == [("Consent", "An agreement.")]
    assert "Words on this page" not in pages(small)["faq/what-then"][1]
    twice = "[a no](term:no) and [consent again](term:consent) and [no](term:no)"
    change(START, "More words,", f"More words of {twice},")
    change("content_data/site.yml", "Talk to somebody.", "Talk about [consent](term:consent).")
    assert explained(small, "guidance/start") == [("Consent", "An agreement."), ("No", "A refusal.")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (START, "  - First point.", '  - "First [point](term:no)."'),
        (START, "order: 10", "order: 10\nnext: [term:no]"),
        ("content_data/site.yml", "Talk to somebody.", "Talk about [no](term:no)."),
    ],
    ids=["points", "next", "talk"],
)
def test_terms_of_every_part_of_a_page_are_explained(
    small: Path, change: Change, file: str, old: str, new: str
) -> None:
    """It does not matter whether a term stands in the text or in one of the parts around it."""
    change(file, old, new)
    assert sorted(explained(small, "guidance/start")) == [("Consent", "An agreement."), ("No", "A refusal.")]


def test_an_explanation_is_one_paragraph(small: Path, change: Change) -> None:
    """Paper gets the first paragraph of a meaning, and no chain of further terms."""
    change("content_data/glossary.yml", "An agreement.", "Not a [no](term:no).\n\n      More about it.")
    assert explained(small, "guidance/start") == [("Consent", "Not a no.")]
    (paper,) = classed(pages(small)["guidance/start"][1], "mf-print-only")
    assert links(paper) == [("../reference/glossary.html#no", "no")]


def test_talk_stands_last_on_every_staff_page(small: Path, change: Change) -> None:
    """A member of staff finds help in the same place everywhere; families, who have their own, are not sent there."""
    change("content_data/faq/what-then.md", "order: 10", "order: 10\naudience: parents\naction_page: true")
    for name, (audience, body) in pages(small).items():
        page = read(body)
        for paper in classed(page, "mf-print-only"):
            paper.drop_tree()
        talk = find(page, "section[@class='mf-talk']")
        assert (name, len(talk)) == (name, 1 if audience == "staff" else 0)
        assert talk == [] or page[-1] is talk[0], name


def test_addresses_of_standing_parts_are_taken() -> None:
    """No heading of an article gets an address that the page around it, one of its parts or a script uses."""
    articles = list((TEMPLATES / "pages" / "templates").glob("article*.html"))
    drawn = "".join(file.read_text(encoding="utf-8") for file in articles)
    parts = [*re.findall(r'component\("([^"]+)"', drawn), "talk", "terms"]
    templates = [TEMPLATES / "components" / part / "template.html" for part in parts]
    files = [*articles, *templates, SCRIPTS / "later.js", *(ROOT / "overrides").rglob("*.html")]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    places = r'\bid="([\w-]+)"|context\.anchor\("([\w-]+)"\)|(?:h[23]|heading)\(.*, "([\w-]+)"\)|\bid: "([\w-]+)"'
    assert {name for names in re.findall(places, text) for name in names if name} == TAKEN
