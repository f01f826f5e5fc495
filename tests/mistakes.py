"""Mistakes that editors are likely to make, for the tests of the modules that tell of them."""

from dataclasses import dataclass

import pytest

from tests.conftest import SMALL

DATA = "content_data/"


@dataclass(frozen=True)
class Mistake:
    """Words put in place of other words in one file, and what the editor is told."""

    path: str
    old: str
    new: str
    told: str


SHORT = "content_data/sessions/short.yml"
PARTS = "content_data/session-parts.yml"
SCENARIOS = "content_data/scenarios/a-chat.yml"
REHEARSALS = "content_data/rehearsals.yml"
QUESTIONS = "content_data/questions/q-one.yml"
Mistakes = dict[str, tuple[str, str, str]]
"""Words to be replaced, what replaces them, and what the editor is told, from the line on."""


def block(name: str) -> str:
    """Return a block of the small session as it is written."""
    text = (SMALL / SHORT).read_text(encoding="utf-8").partition("blocks:\n")[2].partition("scenarios:")[0]
    return next(f"  - id: {part}" for part in text.split("  - id: ") if part.startswith(f"{name}\n"))


def each_mistake(files: dict[str, Mistakes]) -> pytest.MarkDecorator:
    """Try each mistake in the files of some paths; what is ``told`` of it is a fixture."""
    found = {
        name: Mistake(path, old, new, f"{path}:{told}")
        for path, mistakes in files.items()
        for name, (old, new, told) in mistakes.items()
    }
    return pytest.mark.parametrize("mistake", found.values(), ids=found.keys())
