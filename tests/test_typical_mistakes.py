"""What people who do not program type wrongly is told where it stands, with what to type, and nothing else is."""

import re
from pathlib import Path

import pytest

from tests.conftest import copy_small
from tests.typical_mistakes import HEAD, PAGE, PARTS, Typed, block, told

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


@pytest.mark.parametrize(("name", "typed"), MISTAKES.items(), ids=MISTAKES.keys())
def test_a_mistake_is_told_once_on_its_own_line(root: Path, name: str, typed: Typed) -> None:
    """An editor reads of the line that was typed, and of no other that only follows from it; the page shows it."""
    path, old, new = typed
    before = (root / path).read_text(encoding="utf-8").partition(old)[0]
    first = before.count("\n") + 1
    problems = told(root, typed)
    if name in ELSEWHERE:
        assert str(problems[0].location) == ELSEWHERE[name]
    else:
        assert [problem.location.path for problem in problems] == [path]
        assert first <= problems[0].location.line <= first + new.count("\n")
    assert f"### {name}\n\n{block(problems[0], typed, root)}\n" in WRITTEN


def test_the_page_holds_these_mistakes_and_no_others() -> None:
    """Whoever adds a mistake or takes one away writes the page anew."""
    assert WRITTEN.startswith(HEAD)
    assert re.findall(r"(?m)^### (.+)$", WRITTEN) == list(MISTAKES)
    assert len(MISTAKES) >= 30
