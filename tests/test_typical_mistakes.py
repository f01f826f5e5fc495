"""What people who do not program type wrongly is told where it stands, with what to type, and nothing else is."""

import re
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path

import pytest

from build_scripts.content.problems import Problem
from tests.conftest import copy_small, problems_of
from tests.mender import mended
from tests.typical_mistakes import HEAD, PAGE, PARTS, Typed, block, changed, made, told

MISTAKES = {name: typed for part in PARTS.values() for name, typed in part.items()}
ELSEWHERE = {
    "A key that is not there": "content_data/services/a-line.yml:1:1",
    "A heading that was reworded": "content_data/faq/what-then.md:15:17",
}
"""What can be told only at another place: where the record begins, or where something is named."""
WRITTEN = PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, in which each mistake is made and taken back."""
    return copy_small(tmp_path_factory.mktemp("typical") / "small", "overrides")


@pytest.fixture(scope="module")
def told_of(root: Path) -> Callable[[str], list[Problem]]:
    """What is told of a mistake by its name, asked for once."""
    return cache(lambda name: told(root, MISTAKES[name]))


@pytest.mark.parametrize(("name", "typed"), MISTAKES.items(), ids=MISTAKES.keys())
def test_a_mistake_is_told_once_on_its_own_line(
    root: Path, told_of: Callable[[str], list[Problem]], name: str, typed: Typed
) -> None:
    """An editor reads of the line that was typed, and of no other that only follows from it; the page shows it."""
    path, old, new = typed
    before = (root / path).read_text(encoding="utf-8").partition(old)[0]
    first = before.count("\n") + 1
    problems = told_of(name)
    if name in ELSEWHERE:
        assert str(problems[0].location) == ELSEWHERE[name]
    else:
        assert [problem.location.path for problem in problems] == [path]
        assert first <= problems[0].location.line <= first + new.count("\n")
    assert f"### {name}\n\n{block(problems[0], typed, root)}\n" in WRITTEN


@pytest.mark.parametrize(("name", "typed"), MISTAKES.items(), ids=MISTAKES.keys())
def test_whoever_does_what_the_message_says_is_done(
    root: Path, told_of: Callable[[str], list[Problem]], name: str, typed: Typed
) -> None:
    """One edit for each message, made to the letter by somebody who knows nothing else, passes the check."""
    with made(root, typed), ExitStack() as edits:
        for problem in reversed(told_of(name)):
            edits.enter_context(changed(root, problem.location.path, partial(mended, problem)))
        assert problems_of(root) == []


def test_the_page_holds_these_mistakes_and_no_others() -> None:
    """Whoever adds a mistake or takes one away writes the page anew."""
    assert WRITTEN.startswith(HEAD)
    assert re.findall(r"(?m)^### (.+)$", WRITTEN) == list(MISTAKES)
    assert len(MISTAKES) >= 30
