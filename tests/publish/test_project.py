"""A project with an error is not built, and one with a warning is."""

from datetime import date
from pathlib import Path

import pytest

from build_scripts.content.problems import ContentError
from build_scripts.publish.project import open_project
from tests.conftest import problems_of


def test_overdue_review_is_a_warning_and_with_strict_dates_an_error(small: Path) -> None:
    """A site still builds when a review is late, but CI can refuse it."""
    late = date(2027, 1, 2)
    problems = problems_of(small, today=late)
    assert {problem.severity for problem in problems} == {"warning"}
    told = "content_data/services/a-line.yml:14:1: the facts here were due to be checked by 2027-01-01; "
    assert told + "check them against the owner's page, then set checked_on and review_by" in map(str, problems)
    assert open_project(small, late).warnings == problems
    with pytest.raises(ContentError) as caught:
        open_project(small, late, strict_dates=True)
    assert caught.value.problems == problems
