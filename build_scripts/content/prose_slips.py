"""Slips in Markdown that nothing refuses: what was meant as a list, a table or bold is printed as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Slip(NamedTuple):
    """What is wrong, where in a paragraph, and what to do; line and column count from 0."""

    line: int
    column: int
    message: str
    remedy: str


LINES = (
    (re.compile(r"(#{1,6})[^#\s]"), "there is no space after '{}'", "write '{} ' before the words of the heading"),
    (re.compile(r"([•·▪◦‣●])"), "'{}' is not the mark of a list", "begin each item with '- '"),
    (re.compile(r"([-+])[^\W\d_]"), "there is no space after '{}'", "begin each item with '- '"),
    (re.compile(r"(\d\d?[.)])[^\W\d_]"), "there is no space after '{}'", "write '{} ' before the item"),
)
"""How a line of a paragraph begins that was meant as something else, what is told of it, and what to do."""
LEFT = re.compile(r"\*\*|`|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|(?<![\w*])\*(?=[\w\[“\"'])|(?<=[a-z.!?)\]”\"'])\*(?![\w*])")
"""Signs of bold, emphasis or code in printed words; A* is a grade."""


def paragraph_slips(text: str) -> Iterator[Slip]:
    """Yield the slips in the lines of a paragraph, as they are written.

    Args:
        text: the paragraph.
    """
    lines = text.split("\n")
    if "|" in lines[0] and len(lines) > 1 and all(line.strip().startswith("|") for line in lines):
        columns = lines[0].strip().strip("|").count("|") + 1
        rule = "|" + " --- |" * columns
        yield Slip(0, 0, "a table has no line of hyphens below its head", f"write '{rule}' below this line")
        return
    for number, line in enumerate(lines):
        for begins, message, remedy in LINES:
            if found := begins.match(line.lstrip()):
                column = len(line) - len(line.lstrip())
                yield Slip(number, column, message.format(found[1]), remedy.format(found[1]))


QUOTES = {"“": "”", "«": "»"}
"""Quotation marks that have an end of their own."""


def open_quotes(text: str) -> Iterator[Slip]:
    """Yield the first quotation mark of each kind that has no other half.

    Args:
        text: a paragraph, as it is written.
    """
    for opens, closes in QUOTES.items():
        begun: int | None = None
        for found in re.finditer(f"[{opens}{closes}]", text):
            if (found[0] == opens) == (begun is not None):
                break
            begun = found.start() if found[0] == opens else None
        else:
            found = None
        if begun is not None:
            yield _slip(text, begun, f"'{opens}' is not closed", f"put '{closes}' after the last word of the quotation")
        elif found:
            told = f"'{closes}' has no '{opens}' before it"
            yield _slip(text, found.start(), told, f"put '{opens}' before the first word of the quotation")


def _slip(text: str, at: int, message: str, remedy: str) -> Slip:
    before = text[:at]
    return Slip(before.count("\n"), at - before.rfind("\n") - 1, message, remedy)


def left_over(words: str) -> str | None:
    """Return the first sign of bold, emphasis or code that is printed as it was typed, or None.

    Args:
        words: what is printed of a piece of text.
    """
    found = LEFT.search(words)
    return found[0] if found else None
