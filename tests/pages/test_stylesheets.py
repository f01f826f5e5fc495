"""Stylesheets are put together from components, and a class that one side names the other knows."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import tinycss2
from fontTools.ttLib import TTFont

from build_scripts.pages.stylesheets import (
    COMPONENTS,
    FOR_FEW,
    SELF_STUDY,
    STYLESHEETS,
    Stylesheet,
    stylesheet,
    stylesheets_needed,
)
from tests.built import ROOT

SHEETS = {**STYLESHEETS, **{f"self-study {name}": sheet for name, sheet in SELF_STUDY.items()}}
WIDTHS = {"min-width": {"40em", "60em", "80em"}, "max-width": {"39.99em", "59.99em"}}
"""The break points, as the head of ``components/base/styles.css`` names them."""
ATTRIBUTE = re.compile(r'(?<![\w-])class="((?:\{\{.*?\}\}|\{%.*?%\}|[^"{])*)"')
EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
WORD = re.compile(r"[a-z][\w-]*")


def texts(*patterns: str) -> dict[str, str]:
    """Return the files that match, by their path from the root."""
    files = sorted(path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file())
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}


def styled(css: str) -> set[str]:
    """Return every class that a stylesheet names in a selector, within brackets and nested rules too."""
    return set(_classes(tinycss2.parse_component_value_list(css, skip_comments=True)))


def _classes(tokens: Iterable[tinycss2.ast.Node]) -> Iterator[str]:
    before = None
    for token in tokens:
        if token.type == "ident" and before is not None and before.type == "literal" and before.value == ".":
            yield token.value
        yield from _classes(getattr(token, "content", None) or getattr(token, "arguments", None) or ())
        before = token


def marked(template: str) -> set[str]:
    """Return every class that a template gives to an element, always or sometimes."""
    found = set[str]()
    for attribute in ATTRIBUTE.findall(template):
        found.update(WORD.findall(EXPRESSION.sub(" ", attribute)))
        found.update(word for expression in EXPRESSION.findall(attribute) for word in _quoted(expression))
    return found


def _quoted(expression: str) -> Iterator[str]:
    for words in re.findall(r'"([^"]*)"', expression):
        yield from words.split()


STYLED = {name: styled(css) for name, css in texts("build_scripts/**/*.css").items()}
TEMPLATES = texts("build_scripts/**/*.html", "build_scripts/**/*.svg", "overrides/**/*.html")
MARKED = {name: marked(text) for name, text in TEMPLATES.items()}
HANDED_OVER = {word for text in TEMPLATES.values() for call in EXPRESSION.findall(text) for word in _quoted(call)}
"""Words that a template hands to a macro, which may make classes of them."""
CODE = {
    name: set(re.findall(r"[\w-]+", text))
    for name, text in texts("build_scripts/**/*.js", "build_scripts/**/*.py").items()
}


def told(names: dict[str, set[str]], known: set[str]) -> list[str]:
    """Return each name that is not known, with its file."""
    return [f"{file}: {name}" for file, found in names.items() for name in sorted(found - known)]


@pytest.mark.parametrize(
    "name",
    [
        "docs/assets/fonts/atkinson-hyperlegible-next.woff2",
        "build_scripts/formats/fonts/atkinson-400.ttf",
        "build_scripts/formats/fonts/atkinson-700.ttf",
    ],
)
def test_a_nought_in_a_telephone_number_is_open(name: str) -> None:
    """On screen and paper it has an outside and one hole, without a stroke that cuts it in two."""
    assert TTFont(ROOT / name)["glyf"]["zero"].numberOfContours == 2


def test_every_class_has_a_style_or_a_use() -> None:
    """A class that nothing styles and no program looks for says nothing; take it out."""
    assert told(MARKED, set().union(*STYLED.values(), *CODE.values())) == []


def test_every_style_has_a_class() -> None:
    """A style for a class that no template, frame or program gives to an element paints nothing; take it out."""
    assert told(STYLED, set().union(HANDED_OVER, *MARKED.values(), *CODE.values())) == []


def test_every_part_is_in_a_stylesheet() -> None:
    """Styles that were written reach a page."""
    used = {f"{name}/styles.css" for sheet in SHEETS.values() for name in sheet.screen}
    used |= {f"{name}/print.css" for sheet in SHEETS.values() for name in sheet.paper}
    assert {path.relative_to(COMPONENTS).as_posix() for path in COMPONENTS.rglob("*.css")} == used


@pytest.mark.parametrize("name", FOR_FEW)
def test_each_part_of_a_stylesheet_for_few_pages_brings_it(name: str) -> None:
    """A page that has a component of such a stylesheet loads it, for the component has a class that no other has."""
    for component in STYLESHEETS[name].screen:
        classes = STYLED[f"build_scripts/components/{component}/styles.css"]
        assert any(stylesheets_needed(f'<p class="mf-tag {one}">') == [name] for one in classes), component


def test_a_page_of_guidance_needs_no_styles_of_few() -> None:
    """What every page has, and what the site's stylesheet styles as well, brings no further request."""
    shared = styled(stylesheet(STYLESHEETS["site"]))
    assert stylesheets_needed(f'<p class="{" ".join(sorted(shared))}">') == []


@pytest.mark.parametrize("name", SHEETS)
def test_break_points_are_the_three(name: str) -> None:
    """Pages change their layout at widths that everybody knows, and at no other."""
    css = stylesheet(SHEETS[name])
    widths = {(kind, size) for kind, size in re.findall(r"\((min-width|max-width): ([^)]+)\)", css)}
    assert {(kind, size) for kind, size in widths if size not in WIDTHS[kind]} == set()
    assert not re.search(r"@media[^{]*width\s*[<>=]", css)


@pytest.mark.parametrize("asked", ["(prefers-color-scheme: dark)", ':root[data-scheme="dark"] {'])
def test_dark_is_the_same_by_wish_of_system_and_reader(asked: str) -> None:
    """Whoever chooses dark sees what a dark system shows, in browsers from before light-dark() too."""
    css = stylesheet(STYLESHEETS["site"])
    base = (COMPONENTS / "base" / "styles.css").read_text(encoding="utf-8")
    palette = dict(re.findall(r"(--\w+): light-dark\([^,]+, ([^)]+)\)", base))
    assert len(palette) > 5 and "light-dark(" not in css.replace("light-dark() out", "")
    assert dict(re.findall(r"(--\w+):(#\w+)", css.partition(asked)[2].partition("}")[0])) == palette


def test_paper_of_a_sheet_that_has_both_is_for_print_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stylesheet with both kinds shows on the screen none of what is for paper."""
    for kind in ("styles", "print"):
        (tmp_path / "box").mkdir(exist_ok=True)
        (tmp_path / "box" / f"{kind}.css").write_text(f".{kind} {{ top: 0 }}\n", encoding="utf-8")
    monkeypatch.setattr("build_scripts.pages.stylesheets.COMPONENTS", tmp_path)
    both = Stylesheet(screen=("box",), paper=("box",))
    assert " ".join(stylesheet(both).split()) == ".styles { top: 0 } @media print { .print { top: 0 } }"
    assert stylesheet(Stylesheet(paper=("box",))) == ".print { top: 0 }\n"


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (".a.b > p:not(.c) { top: .5em }", {"a", "b", "c"}),
        ("@media print { .a { & :is(.b, p) { top: 0 } } }", {"a", "b"}),
        ("/* .a */ @page b { margin: 1.5mm }", set()),
    ],
)
def test_classes_of_styles_are_found(css: str, found: set[str]) -> None:
    """The reading that these tests rest on misses no class, and takes no number for one."""
    assert styled(css) == found


def test_classes_of_templates_are_found() -> None:
    """What a condition gives is found too, and no name of a variable is taken for a class."""
    text = '<p class="a{{ " b" if wide }}{% if thin %} c{% endif %}" data-class="d"><p class="e {{ name }}">'
    assert marked(text) == {"a", "b", "c", "e"}
