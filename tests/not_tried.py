"""What a test does for want of a program."""

import os
from typing import NoReturn

import pytest


def not_tried(missing: str, is_needed: bool = False) -> NoReturn:
    """Skip the test, saying so in plain words; fail in continuous integration, or where the program is needed.

    Args:
        missing: what is not there, and what was not tried with it.
        is_needed: whether this machine ought to have it.
    """
    if os.environ.get("CI") or is_needed:
        pytest.fail(missing)
    pytest.skip(missing)
