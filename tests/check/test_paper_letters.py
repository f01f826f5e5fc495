"""What cannot be printed is told before anybody waits for a PDF."""

import re
from pathlib import Path

from fontTools.ttLib import TTFont

from build_scripts.formats.pdf import FONTS, LETTERS
from tests.conftest import Change, lines_of

START = "content_data/guidance/start.md"
REMEDY = "is not in the typeface of paper; write it in words, or with another letter"


def test_a_letter_that_paper_lacks_is_named(small: Path, change: Change) -> None:
    """An arrow, a tick, a face or Greek is told by letter, name, line and column, once in a file."""
    change(START, "## A part", "Go → there, ✓ done → more 😀.\n\n## A part")
    assert lines_of(small) == [
        f"{START}:17:4: the letter '→' (rightwards arrow) {REMEDY}",
        f"{START}:17:13: the letter '✓' (check mark) {REMEDY}",
        f"{START}:17:27: the letter '😀' (grinning face) {REMEDY}",
    ]


def test_letters_of_families_and_comments_are_free(small: Path, change: Change) -> None:
    """Names of Welsh and Polish families are printed, and what stands in a comment is not."""
    change(START, "title: Start", "# → to do\ntitle: Tŷ Łódź «£5» – “yes” ’")
    assert lines_of(small) == []


def test_labels_of_the_screen_are_free(small: Path) -> None:
    """The sign of a key on a keyboard may stand in a label that says that paper never has it, and in no other."""
    file = small / "content_data" / "interface" / "pages.yml"
    text = file.read_text(encoding="utf-8").replace("text: ", "text: ⌘ ", 1)
    file.write_text(text, encoding="utf-8")
    line = text[: text.index("⌘")].count("\n") + 1
    remedy = f"{REMEDY}; or add 'screen_only: yes' if paper never has it"
    told = f"content_data/interface/pages.yml:{line}:11: the letter '⌘' (place of interest sign) {remedy}"
    assert lines_of(small) == [told]
    file.write_text(text.replace("text: ⌘ ", "screen_only: yes\n    text: ⌘ ", 1), encoding="utf-8")
    assert lines_of(small) == []


def test_the_letters_are_those_of_the_typeface() -> None:
    """Whoever cuts the typeface anew learns that the list has to follow."""
    for file in FONTS.glob("*.ttf"):
        letters = set(map(chr, TTFont(file).getBestCmap()))
        assert {chr(code) for code in range(0x10000) if re.fullmatch(f"[{LETTERS}]", chr(code))} == letters
