"""Every letter can be printed: the typeface of paper has it, and no computer has to lend another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from build_scripts.content.file_records import CONTENT_FOLDER
from build_scripts.content.interface import Label
from build_scripts.content.kept import Kept
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.files import CONTROL
from build_scripts.formats.pdf import LETTERS

STRANGE = re.compile(rf"[^{LETTERS}\n\t]")
LABELS = f"{CONTENT_FOLDER}/interface/"
"""Files of labels, each of which says whether paper ever prints it."""
REMEDY = "write it in words, or with another letter"
ASIDE = re.compile(r"(?m)^ *#.*$")
"""A comment, which is printed nowhere."""


def check(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem at the first place of each letter in a file that no PDF of ours can show."""
    for path, text in loaded.texts.items():
        if path.startswith(f"{CONTENT_FOLDER}/") and not path.startswith(LABELS):
            for at, letter in _strange(text):
                yield _problem(Location(path).after(text[:at]), letter, REMEDY)
    for label in loaded.content.all(Label):
        for prose in (line for line in (label.text, label.one) if line and not label.screen_only):
            for at, letter in _strange(prose.text):
                yield _problem(prose.place_of(at), letter, f"{REMEDY}; or add 'screen_only: yes' if paper never has it")


def _problem(where: Location, letter: str, remedy: str) -> Problem:
    name = unicodedata.name(letter, "a sign without a name").lower()
    return Problem(where, f"the letter '{letter}' ({name}) is not in the typeface of paper", remedy)


@Kept
def _strange(text: str) -> tuple[tuple[int, str], ...]:
    """Return where each strange letter of a text stands first, and which it is."""
    shown = ASIDE.sub(lambda found: " " * len(found[0]), text)
    firsts: dict[str, int] = {}
    for found in STRANGE.finditer(shown):
        firsts.setdefault(found[0], found.start())
    return tuple((at, letter) for letter, at in firsts.items() if not CONTROL.fullmatch(letter))
