"""The slips that editors make in YAML, found in the lines themselves and told in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Slip(NamedTuple):
    """What is wrong, where, and what to do; line and column count from 0."""

    line: int
    column: int
    message: str
    remedy: str


KEY = r"[a-z][a-z0-9_]*"
LINE = re.compile(rf"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>{KEY}):(?P<gap> +)(?P<value>\S.*)")
"""A key with a value on its line."""
BEGINS = re.compile(rf" *(?:- +)*(?:{KEY}:(?: |$)|- )")
"""How a line begins on which something new is said."""
SIGNS = "*&!%@`|>{}[]?,"
"""What a text without quotation marks may not begin with."""
BULLETS = "•·▪◦‣●–—*"
"""What word processors and other habits put before an item."""
OPENS = re.compile(r":\s*(?:#.*)?$")
"""How a line ends that opens a group."""
TEXT_BELOW = re.compile(r"[:-] [|>][-+0-9]*\s*$")
"""How a line ends that has its text on the lines below."""
ASIDE = re.compile(r"\s*(?:#.*)?")
"""What may follow the end of a text in quotation marks."""
NEEDS_QUOTES = "a text with a colon and a space in it needs quotation marks"
OTHER = {'"': "'", "'": '"'}
NAMED = {'"': "double", "'": "single"}


def slip(lines: Sequence[str], at: int) -> Slip | None:
    """Return the slip that made a file unreadable, or None when it is none of these.

    Args:
        lines: those of the file.
        at: the line on which YAML gave up; the slip stands there or above.
    """
    at = min(at, len(lines) - 1)
    near = [line for line in range(at, max(-1, at - 3), -1) if lines[line].strip()]
    if found := next(filter(None, (_hard_space(lines, line) for line in near)), None):
        return found
    if found := _open_quote(lines, at):
        return found
    for find in FINDERS:
        for line in near:
            if found := find(lines, line):
                return found
    return None


def placeholder(line: str) -> str:
    """Return a line that can be read in the place of one that cannot, with the same key if it has one."""
    if re.fullmatch(r"\s*(?:--+|[–—]+-*)\s*", line):
        return "---"
    found = re.match(rf"( *(?:- +)*)({KEY})(?:[: ]|$)", line)
    return f"{found[1]}{found[2]}: x" if found else ""


def _hard_space(lines: Sequence[str], at: int) -> Slip | None:
    """Find a space before a line that only looks like one, as it comes from a word processor or a web page."""
    words = lines[at].lstrip(" \u00a0")
    if "\u00a0" not in lines[at].removesuffix(words) or not re.match(rf"- |{KEY}:", words):
        return None
    message = "the spaces before this line were copied, and are not those of the space bar"
    wanted = _wanted(lines, at, len(lines[at]) - len(words))
    return Slip(at, lines[at].index("\u00a0"), message, f"delete them, and type {spaces(wanted)}")


def in_place_of_tab(lines: Sequence[str], at: int) -> str:
    """Return what to do about a line that begins with a tab."""
    above = _before(lines, at)
    wanted = _wanted(lines, at, _words_of(lines, above) if above >= 0 else 0)
    return f"begin the line with {spaces(wanted)}, and no tab" if wanted else "begin the line at the margin, without it"


def _wanted(lines: Sequence[str], at: int, near: int) -> int:
    """Return how many spaces belong before a line: two more than above where that opens a group, else the nearest."""
    above, words = _before(lines, at), lines[at].lstrip()
    if above >= 0 and (OPENS.search(lines[above]) or TEXT_BELOW.search(lines[above])):
        return _words_of(lines, above) + 2
    places = _places_above(lines, at, item=words.startswith("- "))
    return min(places, key=lambda column: (abs(column - near), column), default=near)


def _deep_blank(lines: Sequence[str], at: int) -> Slip | None:
    """Find an empty line with spaces before a text: YAML counts them, and takes the text for something else."""
    above, here = _before(lines, at), _indent_of(lines, at)
    deep = next((line for line in range(above + 1, at) if len(lines[line]) > here), None)
    if deep is None or above < 0 or not TEXT_BELOW.search(lines[above]) or here <= _words_of(lines, above):
        return None
    return Slip(deep, here, "this empty line has more spaces than the text below it", "delete its spaces")


def quoted(text: str) -> str:
    """Return the beginning of a text in quotation marks that do not stand within it."""
    quote = "'" if "'" not in text else '"'
    return f"{quote}{_short(text)}{quote}"


def _no_space(lines: Sequence[str], at: int) -> Slip | None:
    found = re.fullmatch(rf"( *(?:- +)*)({KEY}):([^ :/].*)", lines[at])
    if not found:
        return None
    key, value = found[2], found[3]
    column = len(found[1]) + len(key) + 1
    return Slip(at, column, "there is no space after this colon", f"write '{key}: {_short(value)}'")


def _no_colon(lines: Sequence[str], at: int) -> Slip | None:
    found = re.fullmatch(rf"( *)({KEY}) (\S.*)", lines[at])
    alone = found and _indent_of(lines, _before(lines, at)) == len(found[1])
    if not found or not alone or ": " in lines[at] or _within_text(lines, at):
        return None
    value = _short(found[3].removeprefix("= "))
    further = spaces(len(found[1]) + 2)
    remedy = f"write '{found[2]}: {value}'"
    if not found[3].startswith("= "):
        remedy = f"if it goes on with the text above, put {further} before it; if not, {remedy}"
    return Slip(at, len(found[1]) + len(found[2]), f"there is no colon after '{found[2]}'", remedy)


def _cut_quote(lines: Sequence[str], at: int) -> Slip | None:
    """Find words after the end of a text in quotation marks: one of its own words has such a mark."""
    found = LINE.fullmatch(lines[at])
    mark = found["value"][0] if found else ""
    if not found or mark not in OTHER:
        return None
    end = _end_of_quote(found["value"])
    if end is None or ASIDE.fullmatch(found["value"][end:]):
        return None
    text = found["value"]
    if mark not in text[end:]:
        message = f"something follows the end of a text in quotation marks: {_short(text[end:].strip())}"
        return Slip(at, found.start("value") + end, message, "put it before the last quotation mark, or take it away")
    message = (
        f"the text ends at its second {NAMED[mark]} quotation mark, and words follow: {_short(text[end:].strip())}"
    )
    inner = text[1:].rstrip().removesuffix(mark)
    if OTHER[mark] not in inner:
        remedy = f"put it in {NAMED[OTHER[mark]]} quotation marks: {OTHER[mark]}{_short(inner)}{OTHER[mark]}"
    else:
        remedy = "write curly quotation marks “ ” or ’ inside the text"
    return Slip(at, found.start("value") + end - 1, message, remedy)


def _strange_start(lines: Sequence[str], at: int) -> Slip | None:
    found = LINE.fullmatch(lines[at]) or _below_its_key(lines, at)
    text = found["value"] if found else ""
    block = re.fullmatch(r"[|>][-+0-9]*\s*(?:#.*)?", text)
    if not found or text[0] not in SIGNS or block or re.fullmatch(r"(?:\[.*\]|\{.*\})\s*(?:#.*)?", text):
        return None
    if text[0] in "[{":
        return _bracket(lines, at, found)
    if text[0] in "|>":
        return Slip(at, found.start("value"), f"words follow '{text[0]}' on its line", "begin them on the line below")
    remedy = f"put it in quotation marks: {quoted(text)}"
    return Slip(at, found.start("value"), f"a text may not begin with '{text[0]}' here", remedy)


def _below_its_key(lines: Sequence[str], at: int) -> re.Match[str] | None:
    """Return a link with which a text begins on the line below its key."""
    above = _before(lines, at)
    return (
        re.fullmatch(r" +(?P<value>\[[^\]]*\] ?\(.*)", lines[at]) if above >= 0 and OPENS.search(lines[above]) else None
    )


def _bracket(lines: Sequence[str], at: int, found: re.Match[str]) -> Slip | None:
    """Find a list in brackets that has no end, or a text that begins with a link."""
    text, place = found["value"], found.start("value")
    opens, closes = text[0], {"[": "]", "{": "}"}[text[0]]
    if re.match(r"\[[^\]]*\] ?\(", text):
        return Slip(at, place, "a text may not begin with '[' here", f"put it in quotation marks: {quoted(text)}")
    if closes not in text and not _closes_below(lines, at, closes):
        message = f"the bracket '{opens}' is not closed"
        return Slip(at, place, message, f"put '{closes}' at the end: {_short(text)}{closes}")
    return None


def _second_colon(lines: Sequence[str], at: int) -> Slip | None:
    found = LINE.fullmatch(lines[at])
    text = found["value"] if found else ""
    if not found or text[0] in "\"'[{|>#" or not re.search(r":(?: |$)", text):
        return None
    remedy = f"put the text in quotation marks: {quoted(text)}"
    column = found.start("value") + text.index(":")
    return Slip(at, column, NEEDS_QUOTES, remedy)


def _no_dash(lines: Sequence[str], at: int) -> Slip | None:
    """Find an item of a list without its mark, or with the mark of a word processor."""
    text, above = lines[at].strip(), _before(lines, at)
    strange = re.match(rf"[{BULLETS}]\s*", text)
    items = above >= 0 and re.match(r" *- ", lines[above]) and _indent_of(lines, above) == _indent_of(lines, at)
    if text.startswith("- ") or not (strange or (items and not BEGINS.match(lines[at]))):
        return None
    words = text.removeprefix(strange[0] if strange else "").removeprefix("-").strip()
    return Slip(
        at, _indent_of(lines, at), "this item does not begin with a hyphen and a space", f"write '- {_short(words)}'"
    )


def _shallow_text(lines: Sequence[str], at: int) -> Slip | None:
    """Find a text below its key that does not stand further in."""
    above = _before(lines, at)
    if above < 0 or not TEXT_BELOW.search(lines[above]) or BEGINS.match(lines[at]):
        return None
    here, key = _indent_of(lines, at), _words_of(lines, above)
    if here > key:
        return None
    remedy = f"put {spaces(key + 2)} before it, and before the other lines of this text"
    return Slip(at, here, "this text does not stand further in than its key", remedy)


def _indent(lines: Sequence[str], at: int) -> Slip | None:
    """Find a key or an item that begins where none above it does."""
    above = _before(lines, at)
    if above < 0 or not BEGINS.match(lines[at]) or _within_text(lines, at):
        return None
    here, beside = _indent_of(lines, at), _indent_of(lines, above)
    opens = OPENS.search(lines[above]) is not None
    places = _places_above(lines, at, item=lines[at].lstrip().startswith("- "))
    if here in places or (opens and here > beside) or not places:
        return None
    words = _words_of(lines, above)
    wanted = min(places, key=lambda column: (abs(column - here), abs(column - words)))
    before = "the 1 space before this line fits" if here == 1 else f"the {here} spaces before this line fit"
    message = f"{before if here else 'the beginning of this line fits'} no line above it"
    remedy = f"put {spaces(wanted)} before it" if wanted else "take the spaces before it away"
    return Slip(at, here, message, remedy)


def _open_quote(lines: Sequence[str], at: int) -> Slip | None:
    """Find the last quotation mark above that is not closed before the next key: YAML gives up far below it."""
    for line in range(at, -1, -1):
        found = LINE.fullmatch(lines[line])
        mark = found["value"][0] if found else ""
        if found and mark in OTHER and _end_of_quote(found["value"]) is None and not _closes_below(lines, line, mark):
            message = f"this {NAMED[mark]} quotation mark is not closed"
            return Slip(line, found.start("value"), message, f"put {mark} at the end of the text")
    return None


def _closes_below(lines: Sequence[str], at: int, mark: str) -> bool:
    for below in lines[at + 1 :]:
        if BEGINS.match(below):
            return False
        if mark in below:
            return True
    return False


def _end_of_quote(text: str) -> int | None:
    """Return where a text in quotation marks ends, after its mark; None when it does not on this line."""
    pattern = r'"(?:[^"\\]|\\.)*"' if text[0] == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, text)
    return found.end() if found else None


def _before(lines: Sequence[str], at: int) -> int:
    """Return the line above that holds something; -1 when there is none."""
    return next((line for line in range(at - 1, -1, -1) if lines[line].strip()), -1)


def _indent_of(lines: Sequence[str], at: int) -> int:
    return len(lines[at]) - len(lines[at].lstrip(" ")) if at >= 0 else 0


def _words_of(lines: Sequence[str], at: int) -> int:
    """Return where the words of a line begin, after its indent and the hyphens of items."""
    return len(lines[at]) - len(re.sub(r"^ *(?:- +)*", "", lines[at]))


def _within_text(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line is of a text of several lines, which begins with | or > further up."""
    here = _indent_of(lines, at)
    for line in range(at - 1, -1, -1):
        if lines[line].strip() and _indent_of(lines, line) < here:
            return bool(TEXT_BELOW.search(lines[line]))
    return False


def _places_above(lines: Sequence[str], at: int, item: bool) -> set[int]:
    """Return where a key or an item may begin: with those above it that are still open."""
    places, least = set[int](), len(max(lines, key=len))
    for line in range(at - 1, -1, -1):
        if not BEGINS.match(lines[line]) or _within_text(lines, line):
            continue
        own, dashes = _indent_of(lines, line), re.match(r" *((?:- +)+)", lines[line])
        if own > least:
            continue
        least = own
        within = own + len(dashes[1]) if dashes else own
        opens = OPENS.search(lines[line]) is not None and not (item and places)
        if item:
            places |= ({own} if dashes else set()) | ({within} if opens else set())
        else:
            places.add(within)
        if own == 0:
            break
    return places


def spaces(count: int) -> str:
    """Return a number of spaces in words."""
    return "1 space" if count == 1 else f"{count} spaces"


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 40 else f"{text[:37].rstrip()}…"


FINDERS = (
    *(_deep_blank, _no_space, _no_colon, _cut_quote, _strange_start, _second_colon, _no_dash, _shallow_text, _indent),
)
"""What is looked for on the lines near the place where YAML gave up, in this order."""
