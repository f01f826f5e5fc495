"""What is made of the content is made again when something changed that it looked at, and only then."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build_scripts.content import kept
from build_scripts.content.content import Content
from build_scripts.content.kept import Kept
from build_scripts.content.load import load_all
from build_scripts.content.of_content import KeptOfContent, OfContent
from build_scripts.content.pages import Faq, Guidance
from tests.built import ROOT
from tests.conftest import Change

FAQ, START = "content_data/faq/what-then.md", "content_data/guidance/start.md"
CACHES = ("cache", "lru_cache", "cached_property")


def titles(content: Content) -> list[str]:
    """Return the titles of all questions."""
    return [faq.title for faq in content.all(Faq)]


def title(content: Content, article: Guidance) -> str:
    """Return the title of an article, and the word for home."""
    return f"{article.title}, {content.label('home')}"


def longer(content: Content) -> list[str]:
    """Return what another function of content gives, and one thing more."""
    return [*TITLES(content), "more"]


def first_words(content: Content, kind: str, name: str) -> str:
    """Return how the title begins of what an id names."""
    return str(getattr(content.find(kind, name), "title", ""))[:4]


def asking(content: Content) -> str:
    """Return the answer to a question."""
    return content.answer(first_words, "faq", "what-then")


TITLES = OfContent(titles)


@pytest.fixture
def keep(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., KeptOfContent[..., object]]]:
    """Make a function that is kept, and no other beside it."""
    monkeypatch.setattr(Kept, "every", [])
    yield KeptOfContent


def next_run() -> None:
    """Be the next command: what was kept is written down and read."""
    written = kept.end()
    for function in Kept.every:
        function.asked = {}
    kept.begin(written.get)


def test_it_is_made_again_for_what_it_looked_at(
    small: Path, change: Change, keep: Callable[..., KeptOfContent[..., object]]
) -> None:
    """A change of another file costs nothing; a change of one of its own is seen."""
    function = keep(titles)
    before = function(load_all(small).content)
    change(START, "title:", "title: New")
    next_run()
    assert (function(load_all(small).content), function.kept.made) == (before, 0)
    change(FAQ, "title:", "title: New")
    assert function(load_all(small).content) != before and function.kept.made == 1


def test_what_a_function_within_looked_at_counts_too(
    small: Path, change: Change, keep: Callable[..., KeptOfContent[..., object]]
) -> None:
    """Also when that was worked out before, for somebody else."""
    function, content = keep(longer), load_all(small).content
    assert function(content) == [*TITLES(content), "more"]
    next_run()
    change(FAQ, "title:", "title: New")
    content = load_all(small).content
    TITLES(content)
    assert function(content) == [*titles(content), "more"]


def test_a_record_that_it_is_given_counts(
    small: Path, change: Change, keep: Callable[..., KeptOfContent[..., object]]
) -> None:
    """A record is told by its place, and its file is looked at; so is each label."""
    function = keep(title)
    for file in (START, "content_data/interface/pages.yml"):
        content = load_all(small).content
        assert function(content, content.all(Guidance)[0]) == title(content, content.all(Guidance)[0])
        next_run()
        change(file, *(("title: ", "title: New ") if file == START else ("text: Home", "text: Start")))
    content = load_all(small).content
    assert function(content, content.all(Guidance)[0]) == title(content, content.all(Guidance)[0])


def test_a_record_that_somebody_changed_is_another(
    small: Path, keep: Callable[..., KeptOfContent[..., object]]
) -> None:
    """A copy has the place of its record, and neither its words nor its results."""
    function, content = keep(title), load_all(small).content
    article = content.all(Guidance)[0]
    copy = article.model_copy(update={"title": "Another"})
    assert function(content, article) != function(content, copy) == title(content, copy)
    assert next(iter(function.kept.asked.values())).result == title(content, article) and len(function.kept.asked) == 1


def test_an_answer_counts_and_not_what_it_comes_from(
    small: Path, change: Change, keep: Callable[..., KeptOfContent[..., object]]
) -> None:
    """A page that leads to another is drawn anew when its name changes, not with each of its words."""
    function = keep(asking)
    before = function(load_all(small).content)
    next_run()
    change(FAQ, "order: 10", "order: 11")
    assert (function(load_all(small).content), function.kept.made) == (before, 0)
    change(FAQ, "title: ", "title: New ")
    assert function(load_all(small).content) != before


def test_content_of_no_files_is_like_no_other(keep: Callable[..., KeptOfContent[..., object]], small: Path) -> None:
    """What was put together by hand is worked out for itself."""
    function, records = keep(titles), load_all(small).content.records
    function(Content(records))
    assert function(Content(records)) == titles(Content(records)) and function.kept.made == 2


def test_nothing_else_keeps_what_comes_of_content() -> None:
    """A plain cache would hide from a page what it has looked at, so that it stays old without a word."""
    for path in (ROOT / "build_scripts").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                ast.unparse(each).startswith(CACHES[:2]) for each in node.decorator_list
            ):
                given = " ".join(ast.unparse(each.annotation) for each in node.args.args if each.annotation)
                assert not {"Content", "PageContext", "FormDocument", "Loaded"} & set(given.split()), (
                    f"{path.name}: {node.name}"
                )
