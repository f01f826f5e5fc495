"""The drawn continuum and the drawn route as a browser shows them, on a phone and on a wide screen."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage

PLACES = [("guidance/understanding.html", ".mf-levels"), ("guidance/what-next.html", ".mf-map")]
every_drawing = pytest.mark.parametrize(("path", "place"), PLACES, ids=["continuum", "route"])
MEASURED = """drawing => {
  const box = element => element.getBoundingClientRect().toJSON();
  const seen = [...drawing.querySelectorAll("svg")].filter(each => each.getBoundingClientRect().width > 0);
  const words = [...drawing.querySelectorAll("li, p")];
  return {
    drawing: box(drawing),
    pictures: seen.map(box),
    lists: [...drawing.querySelectorAll("ul")].map(list => [...list.children].map(box)),
    sizes: words.map(each => parseFloat(getComputedStyle(each).fontSize)),
    wide: document.documentElement.scrollWidth,
  };
}"""


def measured(page: Page, place: str) -> Any:
    """Return where the parts of a drawing stand, and how large its words are."""
    return page.locator(place).first.evaluate(MEASURED)


@every_drawing
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_a_drawing_is_whole_and_its_words_are_large_enough(
    open_page: OpenPage, address: str, path: str, place: str, width: int
) -> None:
    """Nobody zooms or scrolls sideways to read it: its words are never below 14 px, and all of it fits."""
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(address + path)
    found = measured(page, place)
    assert min(found["sizes"]) >= 14 and found["wide"] <= width
    assert len(found["pictures"]) == 2, "one drawing for each part, for this width"
    for box in (*found["pictures"], *(row for rows in found["lists"] for row in rows)):
        assert box["left"] >= found["drawing"]["left"] - 1 and box["right"] <= found["drawing"]["right"] + 1


@pytest.mark.parametrize("width", [320, 1440])
def test_words_of_the_continuum_stand_beside_their_part_of_the_band(
    open_page: OpenPage, address: str, width: int
) -> None:
    """Levels have equal room, below the band on a page and beside it on a phone."""
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}guidance/understanding.html")
    found = measured(page, ".mf-levels")
    near, far = ("top", "bottom") if width == 320 else ("left", "right")
    for picture, rows in zip(found["pictures"], found["lists"], strict=True):
        share = (picture[far] - picture[near]) / len(rows)
        for number, row in enumerate(rows):
            middle = (row[near] + row[far]) / 2 - picture[near]
            assert share * number <= middle <= share * (number + 1)


@pytest.mark.parametrize("width", [320, 1440])
def test_each_line_of_the_route_begins_and_ends_beside_its_words(open_page: OpenPage, address: str, width: int) -> None:
    """Rows are as high as each other, so that lines drawn for equal rows meet them."""
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}guidance/what-next.html")
    found = measured(page, ".mf-map")
    for picture, rows in zip(found["pictures"], found["lists"], strict=True):
        share = (picture["bottom"] - picture["top"]) / len(rows)
        middles = [(row["top"] + row["bottom"]) / 2 - picture["top"] for row in rows]
        assert middles == pytest.approx([share * (number + 0.5) for number in range(len(rows))], abs=3)


@every_drawing
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_are_seen_in_forced_colours(
    open_page: OpenPage, address: str, path: str, place: str, scheme: str
) -> None:
    """Whoever chose their own colours gets lines in the colour of their text."""
    page = open_page(forced_colors="active", color_scheme=scheme)
    page.goto(address + path)
    line = page.locator(f"{place} svg path").first.evaluate("each => getComputedStyle(each).stroke")
    assert line == page.locator("body").evaluate("each => getComputedStyle(each).color")


@every_drawing
def test_a_screen_reader_meets_the_drawing_in_words(page: Page, address: str, path: str, place: str) -> None:
    """Each drawing has a name that says what is drawn, and what it is about is a list beside it."""
    page.goto(address + path)
    drawing = page.locator(place).first
    pictures = drawing.get_by_role("img").all()
    assert len(pictures) == 2 and all(
        each.evaluate("svg => svg.querySelector('title').textContent") for each in pictures
    )
    assert drawing.get_by_role("list").count() == 2
    assert not drawing.locator("[style]").count()


def test_a_drawing_keeps_its_name_on_a_slide(page: Page, address: str) -> None:
    """A screen reader hears what the route is a drawing of, where those who see it have the title of the slide."""
    page.goto(f"{address}sessions/whole-route-90-slides.html")
    assert page.get_by_role("figure", name="Questions to think through").count() == 1
