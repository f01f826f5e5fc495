"""What stands in a paragraph of HTML, for Word: words with their weight, links, and places that links lead to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from build_scripts.formats.word.document import Bookmark, Inline, Link, Run

BOLD, ITALIC = ("strong", "b", "em"), ("i", "cite")
WITHIN = ("span", "time", "q", "abbr", "small", *BOLD, *ITALIC)
"""Elements within a paragraph that have no looks of their own here, or only weight."""


class UnknownElementError(Exception):
    """An element that has no place in a Word file; the text names it. It is never dropped in silence."""


@dataclass
class HtmlState:
    """What is remembered while a document is read."""

    describe: Callable[[Iterable[str]], str]
    """Says what a table holds, from the heads of its columns."""
    names: dict[str, str] = field(default_factory=dict)
    """The bookmark of each id."""
    numbered_lists: Iterator[int] = field(default_factory=lambda: count(1))

    def bookmark(self, place: str) -> str:
        """Return the bookmark of an id: Word takes short names of letters and digits."""
        return self.names.setdefault(place, f"place_{len(self.names) + 1}")


def refuse_words(text: str | None) -> None:
    """Stop the build at words that no paragraph holds."""
    if text and text.strip():
        raise UnknownElementError(f"words without a paragraph: {text.strip()[:60]}")


def content(state: HtmlState, element: Any) -> tuple[Inline, ...]:
    """Return what stands in an element: words with their weight, links and bookmarks."""
    inlines = list(_folded(_inlines(state, element, False, False)))
    if inlines and isinstance(last := inlines[-1], Run):
        inlines[-1:] = [replace(last, text=last.text.rstrip(" "))] if last.text.strip(" ") else []
    return tuple(inlines)


def _folded(inlines: Iterator[Inline]) -> Iterator[Inline]:
    """Yield inlines as a browser shows them: no space at the start of a line, and one where two meet."""
    at_space = True
    for inline in inlines:
        if isinstance(inline, Run) and inline.text != "\n":
            text = inline.text.lstrip(" ") if at_space else inline.text
            if text:
                at_space = text.endswith(" ")
                yield Run(text, inline.bold, inline.italic)
        else:
            at_space = at_space if isinstance(inline, Bookmark) else isinstance(inline, Run)
            yield inline


def _inlines(state: HtmlState, element: Any, bold: bool, italic: bool) -> Iterator[Inline]:
    """Yield the words within an element, with their weight and links."""
    if element.get("id"):
        yield Bookmark(state.bookmark(element.get("id")))
    yield from _words(element.text, bold, italic)
    for child in element:
        if child.tag == "br":
            yield Run("\n")
        elif child.tag == "a":
            yield link(state, child, bold, italic)
        elif child.tag in WITHIN:
            yield from _inlines(state, child, bold or child.tag in BOLD, italic or child.tag in ITALIC)
        else:
            raise UnknownElementError(f"<{child.tag}> has no place in a paragraph")
        yield from _words(child.tail, bold, italic)


def link(state: HtmlState, element: Any, bold: bool = False, italic: bool = False) -> Link:
    """Return a link with its words."""
    words, address = " ".join(element.text_content().split()), element.get("href", "")
    target = f"#{state.bookmark(address[1:])}" if address.startswith("#") else address
    return Link(target, Run(words, bold, italic))


def _words(text: str | None, bold: bool, italic: bool) -> Iterator[Run]:
    folded = re.sub(r"\s+", " ", text or "")
    if folded:
        yield Run(folded, bold, italic)


def has_class(element: Any, classes: Sequence[str]) -> bool:
    """Tell whether an element has one of some classes."""
    return bool(set(element.get("class", "").split()) & set(classes))
