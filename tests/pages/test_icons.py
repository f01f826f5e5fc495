"""One icon has one meaning, wherever it stands, and one meaning has one icon."""

import re
from collections import defaultdict

import pytest

from build_scripts.content.pages import Behaviour, Icon, Site
from build_scripts.pages.icons import FILES, OWN, emblem, icon
from tests.built import ROOT
from tests.html import find, read
from tests.real import real_content

BESIDE = {
    Icon.SAFETY: {'label("safety")', "context.inline(line)", 'label("in-any-incident")'},
    Icon.SUPPORT: {'label("talk")', 'label("support-for-you")'},
}
"""The words that each icon of a template stands beside: all ways to say the same thing."""
IN_TEMPLATE = re.compile(r'icon\("([\w-]+)"\)(?:\s*\}\}(?:<span>)?\{\{|\s*~)\s*((?:label|context\.inline)\([^)]*\))')


def uses() -> dict[Icon, set[str]]:
    """Return what each icon stands beside: the words of a template, or where a task of the home page leads."""
    found: dict[Icon, set[str]] = defaultdict(set)
    for group in real_content().one(Site).home_tasks:
        for task in group.tasks:
            found[task.icon].add(str(task.to))
    for template in (ROOT / "build_scripts").rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        beside = IN_TEMPLATE.findall(text)
        assert len(beside) == text.count('icon("'), f"{template}: an icon without words beside it"
        for name, words in beside:
            found[Icon(name)].add(words)
    return found


def test_each_icon_stands_for_one_thing() -> None:
    """Whoever looks for an icon again finds one thing beside it: no task shares its icon, not even with a box."""
    for each, beside in uses().items():
        assert beside == BESIDE[each] if each in BESIDE else len(beside) == 1, (each, beside)


def test_each_thing_has_one_icon() -> None:
    """Two pictures for the same thing would look like two things; none is kept that nothing uses."""
    assert set(uses()) == set(Icon) == set(FILES)
    assert len(set(FILES.values())) == len({icon(each) for each in Icon}) == len(Icon)
    places = [place for beside in uses().values() for place in beside]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("each", Icon)
def test_an_icon_is_drawn_in_the_colour_of_its_words_and_says_nothing(each: Icon) -> None:
    """It comes from the set as it is, adds nothing for a screen reader, and is not reached by the keyboard."""
    (drawn,) = find(read(icon(each)), "svg") or [read(icon(each))]
    assert (drawn.get("aria-hidden"), drawn.get("focusable"), drawn.get("fill")) == ("true", "false", "currentColor")
    assert find(drawn, "path")


def test_home_forms_and_each_type_of_behaviour_have_a_drawing_of_their_own() -> None:
    """No two share one, none lies about unused, and all are lines of one weight in the colour of their place."""
    names = {"home", "forms", *(behaviour.id for behaviour in real_content().all(Behaviour))}
    assert {file.stem for file in OWN.glob("*.svg")} == names
    drawn = {name: find(read(f"<p>{emblem(name)}</p>"), "svg")[0] for name in names}
    looks = {tuple(svg.get(key) for key in ("fill", "stroke", "stroke-width", "aria-hidden")) for svg in drawn.values()}
    assert looks == {("none", "currentColor", "2", "true")}
    assert len({emblem(name) for name in names}) == len(names)
    assert not any(find(svg, "*[@fill or @stroke or @style or self::text or self::image]") for svg in drawn.values())


def test_a_page_without_a_drawing_has_none() -> None:
    """A type of behaviour that an editor adds is a page before anybody has drawn it."""
    assert emblem("nothing-yet") == ""
