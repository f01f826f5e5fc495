"""Somebody who does what a message says, to the letter, and knows nothing else: neither the file nor the program.

They read the message and the marked line, and change that line, or add one below it. Where the message asks for words
that only a person has, they type some.
"""

import re
from collections.abc import Callable

from build_scripts.content.problems import Problem

WORDS = "It listens"
DAY = "2026-05-01"

Edit = Callable[[re.Match[str], str, int, str], str]
"""Gets what the remedy says, the marked line, the column of the mark, and the word that the message quotes; returns
what stands there afterwards."""


def mended(problem: Problem, text: str) -> str:
    """Return the text of a file after one edit.

    Args:
        problem: what is told.
        text: what stands in the file that it names.

    Raises:
        LookupError: when the message names no edit that somebody could make.
    """
    lines, at = text.split("\n"), problem.location.line - 1
    quoted = re.search(r"'([^']*)'", problem.message)
    for pattern, edit in EDITS.items():
        if found := re.match(pattern, problem.remedy):
            lines[at] = edit(found, lines[at], problem.location.column - 1, quoted[1] if quoted else "")
            return "\n".join(line for line in "\n".join(lines).split("\n") if line != GONE)
    raise LookupError(f"nobody knows what to type: {problem}")


GONE = "\0"
"""A line that is taken away."""


def _spaces(found: re.Match[str], line: str, _at: int, _word: str) -> str:
    return " " * int(found[1]) + re.sub(r"^[ \t\u00a0]+", "", line)


def _line(found: re.Match[str], line: str, _at: int, _word: str) -> str:
    return line[: len(line) - len(line.lstrip())] + found[1]


def _value(found: re.Match[str], line: str, _at: int, _word: str) -> str:
    before = re.match(r" *(?:- +)?(?:[a-z_]+: +)?", line)
    return (before[0] if before else "") + found[1]


def _in_quotes(_found: re.Match[str], line: str, at: int, _word: str) -> str:
    return f'{line[:at]}"{line[at:]}"'


def _link(found: re.Match[str], line: str, _at: int, _word: str) -> str:
    return re.sub(rf"\] *\(?{found[1]}\)?", f"]({found[1]})", line)


def _instead(found: re.Match[str], line: str, at: int, word: str) -> str:
    """Put what the remedy names in the place of what the message quotes."""
    return line[:at] + line[at:].replace(word, found[1], 1)


def _words(given: str) -> Edit:
    """Put own words in the place of what the message quotes."""
    return lambda _, line, at, word: line[:at] + line[at:].replace(word, given, 1)


def _below(found: re.Match[str], line: str, _at: int, _word: str) -> str:
    return f"{line}\n{found[1].replace('…', WORDS)}"


def _at_end(found: re.Match[str], line: str, _at: int, _word: str) -> str:
    return line + found[1]


def _in_two(_found: re.Match[str], line: str, _at: int, _word: str) -> str:
    """End the sentence at the comma next to its middle, and begin the next one there."""
    commas = [found.start() for found in re.finditer(",", line)]
    at = min(commas, key=lambda comma: abs(comma - len(line) // 2))
    return f"{line[:at]}. {line[at + 2].upper()}{line[at + 3 :]}"


EDITS: dict[str, Edit] = {
    r"begin the line with (\d+) spaces?, and no tab": _spaces,
    r"delete them, and type (\d+) spaces?": _spaces,
    r"(?:if it goes on with the text above, )?put (\d+) spaces? before it": _spaces,
    r"write '(---)', alone on this line": _line,
    r"write '([^']+)' (?:on a line of its own )?below this (?:one|line)": _below,
    r"write '(#+ )' before the words of the heading": lambda found, line, *_: found[1] + line.lstrip("#"),
    r"begin headings with '(#+ )'": lambda found, line, *_: found[1] + line.lstrip("# "),
    r"write '(#+ )' in place of the stars": lambda found, line, *_: found[1] + line.strip("*"),
    r"write it like '## 1\.2\.3, 4 May 2026'": lambda *_: "## 1.2.3, 5 January 2026",
    r"write '([a-z]\w*: [^']+|- [^']+)'": _line,
    r"write \[words\]\((.+?)\), with all brackets and no space": _link,
    r"write (\d[\d:-]+)": _instead,
    r"write the whole address, beginning (https://)": lambda found, line, at, _: line[:at] + found[1] + line[at:],
    r"write it as people read it out, such as 0800 1111": _words("0800 1111"),
    r"write digits only, such as 10": _words("10"),
    r"write yes or no": _words("yes"),
    r"write both, like section:understanding": lambda _, line, at, __: f"{line[:at]}section:{line[at:]}",
    r"write one such as section:understanding or (term:consent)": _instead,
    r"write the day on which Ann Lee looked": lambda _, line, *__: re.sub(r"\d{4}-\d\d-\d\d", DAY, line),
    r"write one after the colon": lambda _, line, *__: f"{line.rstrip()} {WORDS}",
    r"write it in words, or with another letter": _words("A smile."),
    r"put (?:it|the text|the whole text) in (?:single |double )?quotation marks: (.+)": _value,
    r"put square brackets around it: (.+)": _value,
    r"put commas between them: (.+)": _instead,
    r"put (\S) at the end of the text": _at_end,
    r"put '(.)' at the end": _at_end,
    r"put another '(.+?)' right after the last word": _at_end,
    r"put '(.)' after the last word of the quotation": lambda found, line, *_: line.removesuffix(".") + found[1] + ".",
    r"put your words in place of FILL IN": lambda _, line, *__: line.replace("FILL IN", WORDS),
    r"did you mean '(.+)'\?": _instead,
    r"put the text in quotation marks, or remove": _in_quotes,
    r"keep one of them": lambda *_: GONE,
    r"add a line '(.+)'": _below,
    r"check the (?:month and the day|day and the month)": lambda _, line, *__: line.replace("31", "30"),
    r"correct one of the dates": lambda _, line, *__: re.sub(r"\d{4}-", "2027-", line),
    r"use ([a-z-]+), ": _instead,
    r"use lower-case letters, digits and hyphens, such as (\S+)": _instead,
    r"change one of them": lambda _, line, *__: f"{line}-too",
    r"give one answer 'right: yes', and the others '(right: no)'": _line,
    r"begin each item with '(- )'": _instead,
    r"take it (?:away|out)": _words(""),
    r"describe it in words": lambda *_: WORDS + ".",
    r"use the address of one of its headings: ([a-z-]+)": lambda found, line, *_: re.sub(
        "#[a-z-]+", f"#{found[1]}", line
    ),
    r"use at most \d+; make two of it": _in_two,
}
"""What somebody types, by how a remedy begins."""
