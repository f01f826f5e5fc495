"""Maintainers see every component in every state that changes its looks."""

import re
from functools import partial
from pathlib import Path

import pytest

from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.content.problems import ContentError
from build_scripts.formats import html_tree
from build_scripts.pages.stylesheets import COMPONENTS
from build_scripts.publish.gallery import (
    GALLERY_PAGE,
    STYLESHEETS_SHOWN,
    draw_state,
    gallery_address,
    gallery_pages,
    shown_component,
)
from tests.built import ROOT
from tests.folders import write
from tests.real import real_content

SHOWN = sorted(path.parent.name for path in COMPONENTS.glob("*/states.yml"))
TEMPLATES = {path.parent.name: path.read_text(encoding="utf-8") for path in COMPONENTS.glob("*/template.html")}
MACROS = set(re.findall(r'import "components/([\w-]+)/', "".join(TEMPLATES.values())))
"""Templates that others take macros from; they are shown where those are."""


def test_every_component_has_states() -> None:
    """Whoever adds a component shows it, on the page that loads its styles, and says what it is for."""
    assert set(SHOWN) == set(TEMPLATES) - MACROS
    shown = [shown_component(COMPONENTS / name) for name in SHOWN]
    assert {component.stylesheet for component in shown} == set(STYLESHEETS_SHOWN)
    assert all(component.about and component.states for component in shown)


@pytest.mark.parametrize("name", SHOWN)
def test_every_state_is_drawn_and_differs(name: str) -> None:
    """Each state shows something that the others of its component do not."""
    shown = shown_component(COMPONENTS / name)
    draw = partial(draw_state, real_content(), gallery_address("site"), frozenset(Shape), name)
    drawn = [draw(state, f"{name}-{number}") for number, state in enumerate(shown.states, 1)]
    plain = {re.sub(rf"{name}-\d+|\({name}, [^)]*\)", "", text) for text in drawn}
    assert len(plain) == len(drawn)
    assert plain == {""} or any(plain)


def test_ids_and_names_are_unique_on_each_page() -> None:
    """A page that shows a component many times is as sound as one that shows it once."""
    pages = list(gallery_pages(real_content()))
    assert [page.address for page in pages] == [gallery_address(name) for name in STYLESHEETS_SHOWN]
    for page in pages:
        found = html_tree.ids(html_tree.read_part(page.body))
        assert len(found) == len(set(found)), page.address


def test_the_page_by_hand_leads_to_each() -> None:
    """Whoever reads about components finds them shown."""
    text = (ROOT / "docs" / f"{GALLERY_PAGE}.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\(([\w-]+)\.md\)", text) == [
        gallery_address(name).split("/")[1] for name in STYLESHEETS_SHOWN
    ]


def test_a_project_without_the_page_has_no_gallery(small: Path) -> None:
    """The states may name records of this project, which another need not have."""
    assert list(gallery_pages(load_all(small).content)) == []


def test_a_mistake_in_states_is_told(tmp_path: Path) -> None:
    """A maintainer who mistypes YAML is told where."""
    write(tmp_path, {"box/states.yml": "about: [\n"})
    with pytest.raises(ContentError, match=r"states\.yml"):
        shown_component(tmp_path / "box")
