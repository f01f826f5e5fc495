"""The stylesheets that pages load, and the components each is put together from."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from build_scripts.content.content import Content
from build_scripts.content.interface import VALUE
from build_scripts.pages.page_context import TEMPLATES

COMPONENTS = TEMPLATES / "components"
BOTH_SCHEMES = re.compile(r"(--[\w-]+): light-dark\(([^,]+), ([^)]+)\);")
LABEL = re.compile(r"var\(--label-([a-z0-9-]+)\)")
"""The words of a label, written as a variable is."""
CLASSES = re.compile(r'class="([^"]*)"')
STYLED = re.compile(r"\.(mf-[\w-]+)")
"""A class, as a stylesheet names it."""
COUNTERS = {"number": "counter(page)", "count": "counter(pages)", "target": "target-counter(attr(href), page)"}
"""What stands in styles for a place in a label that paper fills."""
DARK_SCHEME = ':root[data-scheme="dark"] {'
"""Where a palette says what holds when the reader chose dark."""


@dataclass(frozen=True)
class Stylesheet:
    """One file of styles; later components win over earlier ones."""

    screen: tuple[str, ...] = ()
    """Components whose ``styles.css`` it has."""
    paper: tuple[str, ...] = ()
    """Components whose ``print.css`` it has; beside styles of the screen they stand within ``@media print``."""


SITE = (
    *("base", "frame", "button", "header", "search-box", "menu", "footer", "heading-room", "box", "icon", "emblem"),
    *("nations", "small-print", "folded", "entries", "tasks", "statistics", "facts", "glossary", "stacked-table"),
    *("status", "own-contacts", "copy-age", "field", "safety-line", "urgent-calls", "trail", "section-pages"),
    *("drawing", "levels"),
)
LISTS = (
    *("letters", "behaviours", "corrections", "filter", "filter-words", "changes", "whole-contents", "setup-form"),
    *("self-test", "check-file"),
)
"""What lists and tools have that no page of guidance needs."""
PRINT = (
    *("base", "frame", "footer", "filter", "letters", "need", "onward", "icon", "tasks", "behaviours", "glossary"),
    *(
        "box",
        "corrections",
        "changes",
        "first-calls",
        "urgent-calls",
        "facts",
        "small-print",
        "help-service",
        "route",
        "heading-link",
        "folded",
    ),
    *(
        "drawing",
        "route-map",
        "form",
        "form-about",
        "form-field",
        "form-inputs",
        "form-choices",
        "form-answers",
        "chapter",
    ),
)
SESSION = (
    *("label", "session-list", "session-order", "session-face", "session-scenario", "session-notes", "session-block"),
    *("session-builder", "session-sheet"),
)
ROUTE = ("route", "route-map")
STYLESHEETS = {
    "site": Stylesheet(screen=SITE),
    "print": Stylesheet(paper=PRINT),
    "search": Stylesheet(screen=("search-results",)),
    "heading-links": Stylesheet(screen=("heading-link",)),
    "lists": Stylesheet(screen=LISTS),
    "route": Stylesheet(screen=ROUTE),
    "help": Stylesheet(
        screen=(
            *("base", "frame", "button", "footer", "icon", "small-print", "folded", "facts", "status", "own-contacts"),
            *("copy-age", "leave-bar", "keyboard-hint", "first-calls", "need", "help-service", "reading"),
        )
    ),
    "form": Stylesheet(
        screen=(
            *("label", "form-lead", "form-about", "form-downloads", "form", "form-field", "form-inputs"),
            *("form-answers", "form-bar", "form-copies", "form-copy-top"),
        ),
        paper=("form-bar", "form-copies", "form-copy-top"),
    ),
    "session": Stylesheet(screen=SESSION),
    "session-print": Stylesheet(
        paper=(
            *("session-block", "session-face", "session-notes", "session-sheet", "session-scenario"),
            *("session-register", "session-builder"),
        )
    ),
    "deck": Stylesheet(
        screen=(
            *("session-face", "session-notes", "keyboard-hint", "deck-order", "deck-slides", "deck", "deck-looks"),
        ),
        paper=("session-face", "session-notes", "deck-order", "deck-slides", "deck"),
    ),
    "listen": Stylesheet(screen=("listen",), paper=("listen",)),
    "sheets": Stylesheet(
        screen=("sheet-calls", "sheet-places", "named-adult", "strips", "sheet"), paper=("sheet", "strips")
    ),
}
"""What pages of the site load, by the name of the file below ``assets``."""
COMMON = Stylesheet(screen=(*SITE, *SESSION))
"""What a page may have without need of a stylesheet for few."""
FOR_FEW = ("lists", "route")
"""Those that a page loads beside the site's where it has something that they style."""
SELF_STUDY = {
    "learn": Stylesheet(screen=(*SITE, *ROUTE, *SESSION, "self-study")),
    "print": Stylesheet(paper=(*PRINT, "self-study")),
}
"""What a session to work through alone loads: in a learning platform it has nothing beside it."""


def stylesheets_needed(article: str) -> list[str]:
    """Return which of the stylesheets that few pages load an article needs: it has a class that the site's lacks."""
    classes = {name for names in CLASSES.findall(article) for name in names.split()}
    return [name for name, own in _of_few().items() if not own.isdisjoint(classes)]


@cache
def _of_few() -> dict[str, set[str]]:
    """Return the classes that each of the stylesheets for few pages has beyond the site's and those of sessions."""
    elsewhere, *own = (
        set(STYLED.findall(stylesheet(sheet))) for sheet in (COMMON, *(STYLESHEETS[name] for name in FOR_FEW))
    )
    return {name: classes - elsewhere for name, classes in zip(FOR_FEW, own, strict=True)}


def with_labels(content: Content, css: str) -> str:
    """Return styles with the words of the labels that they name; boxes beside the text of a sheet take no variable.

    Raises:
        KeyError: when it names a label that is not there, or one with a place that paper does not fill.
    """

    def words(found: re.Match[str]) -> str:
        parts = VALUE.split(content.unfilled(found[1]))  # words and names of values in turn
        return " ".join(COUNTERS[part] if at % 2 else _literal(part) for at, part in enumerate(parts) if part)

    return LABEL.sub(words, css)


def _literal(text: str) -> str:
    """Return words as styles write them; none may end the element that holds the styles of a document."""
    return json.dumps(text, ensure_ascii=False).replace("<", "\\3c ")


def stylesheet(sheet: Stylesheet) -> str:
    """Return a stylesheet put together.

    Raises:
        FileNotFoundError: when a component has no styles of the kind that is asked of it.
    """
    screen = "\n".join(_read(name, "styles") for name in sheet.screen)
    paper = "\n".join(_read(name, "print") for name in sheet.paper)
    return f"{screen}\n@media print {{\n{paper}}}\n" if screen and paper else screen + paper


def _read(component: str, kind: str) -> str:
    return _without_light_dark((COMPONENTS / component / f"{kind}.css").read_text(encoding="utf-8"))


def _without_light_dark(css: str) -> str:
    """Write ``light-dark()`` out, since browsers from before 2024 would drop every colour that needs it."""
    dark = "".join(f"{name}:{value};" for name, _, value in BOTH_SCHEMES.findall(css))
    asked = f'@media screen and (prefers-color-scheme: dark) {{:root:not([data-scheme="light"]) {{{dark}}}}}\n'
    css = BOTH_SCHEMES.sub(r"\1: \2;", css)
    return css.replace(DARK_SCHEME, f"{asked}{DARK_SCHEME}{dark}") if dark else css
