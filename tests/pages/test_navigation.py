"""mkdocs.yml names the sections, content fills them."""

from pathlib import Path

import pytest
from markupsafe import Markup

from build_scripts.content.load import load_all
from build_scripts.content.problems import Location
from build_scripts.pages.generated import GeneratedPage
from build_scripts.pages.navigation import entries, expand, name_groups
from build_scripts.publish.all_pages import build_pages
from tests.folders import write


def page(name: str, group: str | None) -> GeneratedPage:
    """Return a page of a group."""
    return GeneratedPage(name, Markup(), Location(f"{name}.yml"), name.upper(), group=group)


PAGES = [page("a", "first"), page("b", "second"), page("c", "first"), page("d", None)]
FIRST, SECOND = [{"A": "a.md"}, {"C": "c.md"}], [{"B": "b.md"}]


@pytest.mark.parametrize(
    ("nav", "expanded"),
    [
        ([{"One": "group:first"}], [{"One": FIRST}]),
        ([{"One": ["d.md", "group:second"]}], [{"One": ["d.md", SECOND]}]),
        ([{"One": [{"Two": "group:first"}, {"Three": "d.md"}]}], [{"One": [{"Two": FIRST}, {"Three": "d.md"}]}]),
        ([{"One": "group:third"}], []),
        (["d.md", {"Web": "https://example.org/"}], ["d.md", {"Web": "https://example.org/"}]),
        (None, None),
    ],
    ids=["section", "beside a page", "deeper", "no pages", "no groups", "no navigation"],
)
def test_groups_become_their_pages(nav: object, expanded: object) -> None:
    """A section lists the pages of its group by their menu names, in order; all else stays as written."""
    assert expand(nav, PAGES) == expanded


def test_a_section_has_the_name_of_its_label(small: Path) -> None:
    """Whoever renames a part of the menu does so in the content, and once."""
    content = load_all(small).content
    nav = ["index.md", "group:understand", {"Young": "help.md"}]
    assert name_groups(nav, content) == ["index.md", {"Understand": "group:understand"}, {"Young": "help.md"}]
    assert name_groups(None, content) is None


def test_a_group_may_stand_twice() -> None:
    """The same pages can be listed in two sections."""
    assert expand(["group:second", "group:second"], PAGES) == [SECOND, SECOND]


def test_every_name_is_found_at_any_depth() -> None:
    """The check of the navigation misses no name, and stumbles over no empty section."""
    nav = ["a.md", {"One": ["group:x", {"Two": "b.md", "Three": ["c.md"]}]}, {"Four": None}]
    assert list(entries(nav)) == ["a.md", "group:x", "b.md", "c.md"]


def test_pages_of_a_group_stand_in_the_order_of_their_fields(small: Path) -> None:
    """An editor moves a page in the menu by its ``order`` and names it by ``menu_title``."""
    start = (small / "content_data" / "guidance" / "start.md").read_text(encoding="utf-8")
    later = start.replace("title: Start", "title: A long title\nmenu_title: Later").replace("order: 10", "order: 20")
    earlier = start.replace("title: Start", "title: Earlier").replace("order: 10", "order: 5")
    write(small, {"content_data/guidance/a-page.md": later, "content_data/guidance/z-page.md": earlier})
    understand = [{"Earlier": "guidance/z-page.md"}, {"Start": "guidance/start.md"}, {"Later": "guidance/a-page.md"}]
    assert expand("group:understand", build_pages(load_all(small).content)) == understand
