"""What people who do not program type wrongly, and what they read then: ``python -m tests.typical_mistakes``.

It writes docs/maintainers/messages.md, from mistakes that are made in the small project of the tests.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from build_scripts.content.problems import Problem
from tests.built import ROOT
from tests.conftest import copy_small, problems_of
from tests.mistakes import DATA

PAGE = ROOT / "docs" / "maintainers" / "messages.md"
LINE, GLOSSARY, START = DATA + "services/a-line.yml", DATA + "glossary.yml", DATA + "guidance/start.md"
QUESTION, SESSION, CHANGES = DATA + "questions/q-one.yml", DATA + "sessions/short.yml", "CHANGELOG.md"
WORDS = "Words about [consent](term:consent) and [the line](service:a-line)."
WHAT, PHONE, REVIEW = "what: It listens.", "phone: 0117 496 0123", "review_by: 2027-01-01"
SUMMARY = "summary: About the start."
AUDIENCES = "audiences: [young-person, adults]"
HOURS = "hours: 12:30 daily"
TABLE = HOURS + "\nhours_table:\n  - days: [monday]\n    opens: {}\n    closes: 17:00"
FUTURE = 'confirmed: {by: "Ann Lee", role: "lead", on: 2028-01-01, saw: "the same number"}'
LONG = (
    "This is a sentence that goes on and on, and when you think that it has come to its end at last, it goes on "
    "again for a while, and then some."
)
Typed = tuple[str, str, str]
"""A file, words in it, and what somebody typed in their place."""
PARTS: dict[str, dict[str, Typed]] = {
    "In YAML": {
        "A tab before a line": (GLOSSARY, "    term: Consent", "\tterm: Consent"),
        "Spaces copied from a web page": (GLOSSARY, "    term: Consent", "\u00a0\u00a0\u00a0\u00a0term: Consent"),
        "One space too few": (GLOSSARY, "    term: Consent", "   term: Consent"),
        "No space after the colon": (LINE, PHONE, "phone:0800 1111"),
        "A colon in a text": (LINE, WHAT, "what: It listens: day and night."),
        "A quotation mark that is not closed": (LINE, WHAT, 'what: "It listens.'),
        "A quotation within quotation marks": (LINE, WHAT, 'what: "It says "hello" to you."'),
        "An apostrophe within single marks": (LINE, WHAT, "what: 'It's a line.'"),
        "A text that begins with a star": (LINE, WHAT, "what: *It listens.*"),
        "A text that begins with a link": (START, SUMMARY, "summary: [Consent](term:consent) comes first."),
        "A number sign in a text": (LINE, WHAT, "what: It is in room #4."),
        "A text that goes on at the margin": (LINE, WHAT, "what: It listens\nto you."),
        "A block of text without its indent": (GLOSSARY, "      An agreement.", "    An agreement."),
        "A bracket that is not closed": (LINE, AUDIENCES, "audiences: [young-person, adults"),
        "A list without brackets": (LINE, AUDIENCES, "audiences: young-person, adults"),
        "Semicolons in a list": (LINE, AUDIENCES, "audiences: [young-person; adults]"),
        "An item without a space": (START, "  - Second point.", "  -Second point."),
        "A bullet of a word processor": (START, "  - Second point.", "  • Second point."),
        "An item that is less far in": (START, "  - Second point.", "- Second point."),
        "A colon in an item": (START, "  - Second point.", "  - Second: point."),
        "A link on the line below its key": (START, SUMMARY, "summary:\n  [Consent](term:consent) comes first."),
        "An equals sign": (LINE, REVIEW, "review_by = 2027-01-01"),
        "A text that begins with an exclamation mark": (LINE, WHAT, "what: !It listens."),
        "An item that is not in line": (QUESTION, "  - text: Nobody.\n    right: no", "  - text: Nobody.\n  right: no"),
    },
    "In keys and values": {
        "A key with a slip in it": (LINE, PHONE, "phnoe: 0800 1111"),
        "A key with a space": (LINE, REVIEW, "review by: 2027-01-01"),
        "A list without commas": (LINE, AUDIENCES, "audiences: [young-person adults]"),
        "A key twice": (LINE, WHAT, f"{WHAT}\nwhat: It listens well."),
        "A key that is not there": (LINE, WHAT + "\n", ""),
        "A key with nothing after it": (LINE, WHAT, "what:"),
        "A day in words": (LINE, REVIEW, "review_by: 1 January 2027"),
        "A day without noughts": (LINE, REVIEW, "review_by: 2027-1-1"),
        "A day that there is not": (LINE, REVIEW, "review_by: 2026-11-31"),
        "A day before the check": (LINE, REVIEW, "review_by: 2025-01-01"),
        "A day in the future": (LINE, "checked_on: 2026-01-01", f"checked_on: 2026-01-01\n{FUTURE}"),
        "A word in place of yes": (QUESTION, "right: yes", "right: correct"),
        "A word in place of a number": (START, "order: 10", "order: ten"),
        "A word that is not among those allowed": (LINE, "[england]", "[UK]"),
        "A phone number without spaces": (LINE, PHONE, "phone: 08001111"),
        "A web address without its beginning": (LINE, "https://example.org/line", "www.example.org/line"),
        "A time as people say it": (LINE, HOURS, TABLE.format("9.30am")),
        "An id with a capital letter": (GLOSSARY, "id: consent", "id: Consent"),
        "An id that is taken": (GLOSSARY, "id: no", "id: consent"),
        "A page without its kind": (QUESTION, "section:start#a-part", "start"),
        "Two right answers": (QUESTION, "right: no", "right: yes"),
        "Minutes that do not add up": (SESSION, "minutes: 10\naud", "minutes: 30\naud"),
        "A question that there is not": (SESSION, "q-five]", "q-fife]"),
        "Something left to fill in": (LINE, WHAT, "what: FILL IN"),
    },
    "In the text of a page": {
        "A heading without a space": (START, "## A part", "##A part"),
        "A heading of the wrong level": (START, "## A part", "# A part"),
        "A heading in bold": (START, "## A part", "**A part**"),
        "Bold that is not closed": (START, WORDS, "Words **about it."),
        "A curly quotation mark that is not closed": (START, WORDS, f"{WORDS} “A word is left open."),
        "A list with bullets": (START, WORDS, "• one"),
        "A table without its line of hyphens": (START, WORDS, "| a | b |\n| c | d |"),
        "A line break in HTML": (START, WORDS, f"{WORDS}<br>"),
        "A picture": (START, WORDS, "![A dog](dog.png)"),
        "A link to something that there is not": (START, "term:consent", "term:consnt"),
        "A link without its kind": (START, "(term:consent)", "(consent)"),
        "A space within a link": (START, "[consent](term", "[consent] (term"),
        "A link that is not closed": (START, "(term:consent)", "(term:consent"),
        "A heading that was reworded": (START, "## A part", "## A piece"),
        "A web address in the text": (START, WORDS, f"{WORDS} See www.example.org."),
        "A face": (START, WORDS, f"{WORDS} 😀"),
        "A sentence that is too long": (START, WORDS, LONG),
        "No hyphens above the text": (START, f"{REVIEW}\n---", REVIEW),
        "A dash in place of the hyphens": (START, "---\ntitle", "—\ntitle"),
    },
    "In the list of changes": {
        "A day with letters": (CHANGES, "5 January 2026", "5th January 2026"),
        "A month that is too short": (CHANGES, "5 January 2026", "31 November 2025"),
    },
}
"""Each mistake, by where it is made."""
HEAD = """\
---
title: What the messages say
summary: Mistakes that people make in YAML and Markdown, each with what the check says of it and what to type.
searchable: false
---

`python -m tests.typical_mistakes` writes this page, and a test makes each of the mistakes. Do not change it by hand.

Every message has four parts: the file with line and column, what is wrong, what to do, and the line itself with a mark
under the place. Below is what `python3 run.py check` prints of each mistake in a small project. Where one mistake is
told at several places, the first is shown.
"""


@contextmanager
def changed(root: Path, path: str, change: Callable[[str], str]) -> Iterator[None]:
    """Change the text of a file for as long as the context lasts."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    file.write_text(change(text), encoding="utf-8", newline="\n")
    try:
        yield
    finally:
        file.write_text(text, encoding="utf-8", newline="\n")


def made(root: Path, typed: Typed) -> AbstractContextManager[None]:
    """Make a mistake in a small project for as long as the context lasts."""
    path, old, new = typed
    assert old in (root / path).read_text(encoding="utf-8"), f"{old!r} is not in {path}"
    return changed(root, path, lambda text: text.replace(old, new, 1))


def told(root: Path, typed: Typed) -> list[Problem]:
    """Return what is told of a mistake in a small project."""
    with made(root, typed):
        return problems_of(root)


def block(problem: Problem, typed: Typed, root: Path) -> str:
    """Return what the check prints of a problem."""
    path, old, new = typed
    text = (root / problem.location.path).read_text(encoding="utf-8")
    lines = (text.replace(old, new, 1) if problem.location.path == path else text).split("\n")
    return f"```text\n{problem.told(lines)}\n```"


def page(root: Path) -> Iterator[str]:
    """Yield the paragraphs of the page."""
    yield HEAD.rstrip("\n")
    for part, mistakes in PARTS.items():
        yield f"## {part}"
        for name, typed in mistakes.items():
            yield f"### {name}"
            yield block(told(root, typed)[0], typed, root)


def main() -> None:
    """Write the page."""
    with tempfile.TemporaryDirectory() as place:
        text = "\n\n".join(page(copy_small(Path(place) / "small", "overrides"))) + "\n"
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} written.\n")


if __name__ == "__main__":
    main()
