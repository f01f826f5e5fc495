"""Pages for maintainers that show every component in every state, from the ``states.yml`` in its folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lxml.html import HtmlElement
from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.forms import Shape
from build_scripts.content.kept import Kept
from build_scripts.content.of_content import KeptOfContent
from build_scripts.content.pages import HandPage
from build_scripts.content.problems import ContentError
from build_scripts.content.reader.yaml_reader import read_yaml
from build_scripts.formats import html_tree
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.page_context import PageContext, expression, names_of
from build_scripts.pages.stylesheets import COMPONENTS
from build_scripts.publish.example_values import example_values

GALLERY_PAGE = "maintainers/components"
"""The page by hand that the gallery belongs to; without it there is none."""
STYLESHEETS_SHOWN: Mapping[str, Mapping[str, object]] = {
    "site": {},
    "form": {"style": "form"},
    "session": {"style": "session", "paper": "session-print"},
    "deck": {"style": "deck"},
    "help": {"template": "help.html"},
    "sheets": {"template": "sheet.html"},
}
"""The pages of the gallery: one for each stylesheet, and what loads it."""
AROUND = {"li": Markup("<ul>{}</ul>"), "thead": Markup("<table>{}</table>")}
"""What stands around a part that is nothing by itself."""
NAMING = ("aria-labelledby", "aria-describedby", "for", "id", "popovertarget")
"""Attributes that hold ids."""


@dataclass(frozen=True)
class State:
    """A component filled in one way."""

    name: str
    values: tuple[tuple[str, str], ...]
    """What its template names, each with an expression in the language of templates."""


@dataclass(frozen=True)
class ShownComponent:
    """What the ``states.yml`` of a component says."""

    name: str
    stylesheet: str
    about: Prose
    states: tuple[State, ...]


def gallery_address(stylesheet: str) -> str:
    """Return the address of the page that shows the components of a stylesheet, without ending."""
    return f"{GALLERY_PAGE}-{stylesheet}"


def gallery_pages(content: Content, shapes: frozenset[Shape] = frozenset(Shape)) -> Iterator[GeneratedPage]:
    """Yield the pages of the gallery.

    Args:
        content: checked content, whose records the states show.
        shapes: the kinds of file that are made; no state links to another kind.

    Raises:
        ContentError: when a ``states.yml`` cannot be read.
    """
    found = [shown_component(path.parent) for path in sorted(COMPONENTS.glob("*/states.yml"))]
    for source in (page for page in content.all(HandPage) if page.id == GALLERY_PAGE):
        for stylesheet, meta in STYLESHEETS_SHOWN.items():
            context = PageContext(content, gallery_address(stylesheet))
            shown = [component for component in found if component.stylesheet == stylesheet]
            title = f"{source.title}: {stylesheet}.css"
            draw = partial(draw_state, content, context.page, shapes)
            body = context.fill("publish/templates/gallery.html", title=title, components=shown, draw=draw)
            yield finished_page(context, (body,), source, meta, title=title, audience="maintainer")


def shown_component(folder: Path) -> ShownComponent:
    """Return what a component's folder says of its states.

    Raises:
        ContentError: when its ``states.yml`` cannot be read.
    """
    path = folder / "states.yml"
    return _shown_component(folder.name, path.as_posix(), path.read_text(encoding="utf-8"))


@Kept
def _shown_component(name: str, path: str, text: str) -> ShownComponent:
    data, problems = read_yaml(path, text)
    if problems:
        raise ContentError(problems)
    states = tuple(State(state, tuple((values or {}).items())) for state, values in data["states"].items())
    return ShownComponent(name, data.get("stylesheet", "site"), Prose(data["about"]), states)


@KeptOfContent
def draw_state(
    content: Content, page: str, shapes: frozenset[Shape], component: str, state: State, mark: str
) -> Markup:
    """Return a component in one state, with ids and names of its own so that many can stand on one page.

    Args:
        content: checked content.
        page: the address of the page that shows it, without ending.
        shapes: the kinds of file that are made; it links to no other kind.
        component: its name.
        state: one of its states.
        mark: what its ids begin with.

    Raises:
        jinja2.UndefinedError: when an expression names what is not there.
    """
    context = PageContext(content, page)
    made = example_values(context, shapes)
    values = {}
    for name, text in state.values:
        known = {each: made[each]() for each in names_of(text) if each in made}
        values[name] = expression(text)(**known)
    tree = html_tree.read_part(context.component(component, **values))
    _own_ids(tree, mark)
    for element in html_tree.elements(tree):
        if "aria-label" in element.attrib:
            element.set("aria-label", f"{element.get('aria-label')} ({component}, {state.name})")
        elif "aria-labelledby" in element.attrib:
            element.set("aria-labelledby", f"{mark} {element.get('aria-labelledby')}")
    around = next((AROUND[part.tag] for part in tree if part.tag in AROUND), Markup("{}"))
    return around.format(Markup(html_tree.write_part(tree)))


def _own_ids(tree: HtmlElement, mark: str) -> None:
    """Begin every id with a mark; links to what stands on the component's own page lead to the mark itself."""
    own = {name: f"{mark}-{name}" for name in html_tree.ids(tree)}
    for element in html_tree.elements(tree):
        for name in NAMING:
            if name in element.attrib:
                element.set(name, " ".join(own.get(each, each) for each in element.get(name).split()))
        if (href := element.get("href", "")).startswith("#"):
            element.set("href", f"#{own.get(href[1:], mark)}")
