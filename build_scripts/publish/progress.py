"""What a long step tells of itself while it runs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

Step = AbstractContextManager[Callable[[], object]]
"""A step that runs; what it gives is called after each of its parts."""
Progress = Callable[[str, int], Step]
"""Begins a step, from its name and the number of its parts."""


def silent(_name: str, _parts: int) -> Step:
    """Begin a step and tell nothing of it."""
    return nullcontext(lambda: None)
