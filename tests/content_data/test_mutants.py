"""Whatever becomes of the content, the editor is told so: no traceback, no false place, nothing for ever."""

from pathlib import Path

import pytest

from tests.mutants import project, try_mutants

SEED = 2027
PARTS = range(20)
"""The longest ring tries ten thousand, in parts that several workers share."""


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "number"), [("small", 60), ("real", 3)])
def test_spoilt_content_is_told_or_valid(tmp_path: Path, kind: str, number: int) -> None:
    """Slips, bad programs and hostile hands end in a site or in problems with their places."""
    figures = try_mutants(number, SEED, project(tmp_path / "project", kind), most=8)
    assert figures.faults == []
    assert figures.count.total() == number and figures.count["told"] > number / 2


@pytest.mark.full
@pytest.mark.parametrize("part", PARTS)
def test_ten_thousand_mutants(tmp_path: Path, part: int) -> None:
    """The same for many more, most of them of the small project, which has every kind of file."""
    small = try_mutants(450, SEED + 1 + part, project(tmp_path / "small", "small"))
    real = try_mutants(50, SEED + 1 + part, project(tmp_path / "real", "real"))
    assert small.faults + real.faults == []
    places = small.places + real.places
    assert places["elsewhere"] <= max(1, places.total() / 100), small.elsewhere + real.elsewhere
