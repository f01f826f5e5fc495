"""Words that readers see are content: no template holds one, and no module of a subject."""

import ast
import re
from collections.abc import Iterator

import pytest
from jinja2 import Environment
from lxml.html import HtmlElement, fragment_fromstring

from build_scripts.formats.powerpoint.kept_template import names_in_template
from tests.built import ROOT

TEMPLATES = ("build_scripts", "overrides")
"""Folders whose templates hold no words."""
MODULES = ("formats/**", "forms", "handbook", "help", "pages", "registers", "search", "training")
"""Folders of build_scripts whose modules hold no words; the others talk to whoever builds the site."""
SEEN = ("alt", "aria-label", "aria-description", "placeholder", "title")
"""Attributes that browsers show or read out; the content of a description is the other."""
UNSEEN = ("script", "style")
ATTRIBUTES = re.compile(r'(?:f-…)?(?:\s*[a-z-]+="[^"]*")+')
"""What a block or a macro puts into a tag; the frame and the inputs of forms have some."""
SENTENCE = re.compile(r"[A-Z][\w',-]*(?: [\w',-]+)*? [a-z][\w',-]*(?: [\w',-]+)*[.?!:]?(?: \{\w+\})*")
"""Words as they are put to readers: two or more that begin with a capital letter; styles have one in each word."""
LISTED = re.compile(r"[a-z]+(?: [a-z]+){4,} ?")
"""Words of a script that stand in a row, as those do that a search passes over."""
ENVIRONMENT = Environment()


def template_text(source: str) -> str:
    """Return what a template writes itself, with a sign in place of each value and nothing for each statement."""
    tokens = ENVIRONMENT.lex(source)
    kept = ((kind, value) for _, kind, value in tokens if kind in ("data", "variable_begin"))
    text = "".join(value if kind == "data" else "…" for kind, value in kept)
    return re.sub(r"(</?)…", r"\1x-value", text)  # the name of an element


def seen(tree: HtmlElement) -> Iterator[str]:
    """Yield each text and each attribute of a tree that readers see or hear."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            yield element.text or ""
            yield from (element.get(name, "") for name in SEEN)
            yield element.get("content", "") if element.get("name") == "description" else ""
        yield element.tail or ""


def words_of(source: str) -> list[str]:
    """Return the words of its own that a template shows."""
    tree = fragment_fromstring(template_text(source), create_parent="div")
    texts = (" ".join(text.split()) for text in seen(tree))
    return [text for text in texts if re.search(r"[^\W\d_]", text) and not ATTRIBUTES.fullmatch(text)]


def strings(source: str) -> Iterator[ast.Constant]:
    """Yield the strings of a module that could reach readers: neither docstrings nor what an error says."""
    tree = ast.parse(source)
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.Assert) or (isinstance(node, ast.Expr) and _is_text(node.value)):
            left_out |= set(ast.walk(node))
    yield from (node for node in ast.walk(tree) if _is_text(node) and node not in left_out)  # type: ignore[misc]


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def sentences_of(source: str) -> list[str]:
    """Return the strings of a module that read like words to readers, those within HTML too."""
    texts = (re.sub(r"<[^>]*>", "", str(node.value)).strip() for node in strings(source))
    return [text for text in texts if SENTENCE.fullmatch(text) and text not in names_in_template()]


def words_in_styles(css: str) -> list[str]:
    """Return the words that styles put on a page or on a sheet."""
    written = (value for rule in re.findall(r"\bcontent: *([^;}]*)", css) for value in re.findall(r'"([^"]*)"', rule))
    return [text for text in written if re.search(r"[^\W\d_]", text)]


def words_in_script(source: str) -> list[str]:
    """Return the texts of a script that read like words to readers, and rows of words."""
    code = re.sub(r"/\*.*?\*/|(?<!\S)//[^\n]*", "", source, flags=re.DOTALL)
    texts = [text for pair in re.findall(r'"([^"\n]*)"|`([^`]*)`', code) for text in pair]
    return [text for text in texts if SENTENCE.fullmatch(text) or LISTED.fullmatch(text)]


def files(*patterns: str) -> list[str]:
    """Return the paths of the files that patterns mean."""
    return sorted(path.relative_to(ROOT).as_posix() for pattern in patterns for path in ROOT.glob(pattern))


@pytest.mark.parametrize("path", files(*(f"{name}/**/*.html" for name in TEMPLATES)))
def test_a_template_holds_no_words(path: str) -> None:
    """Whoever rewords or translates the site finds every word in the content."""
    assert words_of((ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", files("build_scripts/**/*.css"))
def test_a_stylesheet_holds_no_words(path: str) -> None:
    """What styles write, such as the number of a printed page, stands in the content too."""
    assert words_in_styles((ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", files("build_scripts/scripts/**/*.js"))
def test_a_script_holds_no_words(path: str) -> None:
    """What a script says, and what it knows of a language, stands in the content."""
    assert words_in_script((ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", files(*(f"build_scripts/{name}/*.py" for name in MODULES)))
def test_a_module_holds_no_sentence(path: str) -> None:
    """What a page, a PDF, a Word or a PowerPoint file says is not written in Python."""
    assert sentences_of((ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<p>{{ label('print') }} (<b>{{ page }}</b>)</p>", []),
        ("<p>{# a note #}{% if words %}Print this{% endif %}</p>", ["Print this"]),
        ('<button aria-label="Close {{ name }}" class="mf-big">×</button>', ["Close …"]),
        ('<meta name="description" content="A guide"><meta name="robots" content="none">', ["A guide"]),
        ("<style>p { color: red }</style>{{ value }} minutes", ["… minutes"]),
    ],
)
def test_words_in_a_template_are_found(template: str, expected: list[str]) -> None:
    """Text and attributes that are read out count; code, comments and names of classes do not."""
    assert words_of(template) == expected


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ('def f():\n    """Return it, or nothing."""\n    raise ValueError("The name is taken")', []),
        ('HEADS = {1: "Ten-minute briefings"}', ["Ten-minute briefings"]),
        ('made = Markup("<p>Write here</p>")', ["Write here"]),
        ('WORDS = {"columns": "Its columns: {columns}"}', ["Its columns: {columns}"]),
        ('style = "List Bullet"', []),
        ('path = f"help/{name}.pdf"', []),
    ],
)
def test_sentences_in_a_module_are_found(module: str, expected: list[str]) -> None:
    """Strings with a capital letter and two words count; docstrings and errors do not."""
    assert sentences_of(module) == expected


def test_words_in_styles_are_found() -> None:
    """Text counts; signs, counters and what an attribute says do not."""
    css = '@page { @bottom { content: "Page " counter(page) } } p::after { content: "→" attr(title) ": " }'
    assert words_in_styles(css) == ["Page "]


def test_words_in_a_script_are_found() -> None:
    """Sentences and rows of words count; comments and names of classes do not."""
    source = (
        """// "Say this to them"\nsay("Choose one topic."); const common = "a about all am an and " + "box mf-wide";"""
    )
    assert words_in_script(source) == ["Choose one topic.", "a about all am an and "]
