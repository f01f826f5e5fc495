"""What a Word document is made of: paragraphs and tables, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

LONGEST_NAME = 64
"""Letters that Word takes for the name or the tag of a control."""


@dataclass(frozen=True)
class Run:
    """Words that look alike; tabs and line ends are kept."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Link:
    """Words that lead to a web address, or to a bookmark when the address begins with ``#``."""

    address: str
    run: Run


@dataclass(frozen=True)
class Bookmark:
    """A place that links lead to; Word takes 40 letters, digits and low lines for its name."""

    name: str


@dataclass(frozen=True)
class PageOf:
    """The number of the page on which a bookmark stands, which Word works out when it prints or is asked to."""

    bookmark: str


class ControlKind(Enum):
    """What is answered in a content control."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    DATE = "date"
    TICK = "tick"


@dataclass(frozen=True)
class Control:
    """A place to answer in, which whoever needs no answer there may delete.

    Raises:
        ValueError: the tag is longer than Word takes: it would be cut, and two controls become one.
    """

    kind: ControlKind
    tag: str
    """Its name for programs; unique in the file."""
    alias: str
    """Its name for people, which Word shows and reads out; cut when it is too long."""

    def __post_init__(self) -> None:
        if len(self.tag) > LONGEST_NAME:
            raise ValueError(f"the tag '{self.tag}' is longer than the {LONGEST_NAME} letters that Word takes")


@dataclass(frozen=True)
class Picture:
    """A picture of the document, at the left edge beside its paragraph, that repeats what the words say."""

    name: str


Inline = Run | Link | Bookmark | PageOf | Control | Picture


@dataclass(frozen=True)
class ListItem:
    """Which list a paragraph is an item of, when its style does not say so."""

    level: int
    """From 0."""
    numbered_list: int | None = None
    """The list that counts, each by its own number and from 1; None for bullets."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; what is not given is as its style has it."""

    style: str
    """The name of a style of the template."""
    content: tuple[Inline, ...] = ()
    space_after: float | None = None
    """In points."""
    keep_with_next: bool = False
    may_part: bool = False
    """Whether a page may end below it even where its style keeps it with what follows."""
    new_page: bool = False
    item: ListItem | None = None


@dataclass(frozen=True)
class Table:
    """A table; its head repeats on each page, and no row is cut by the end of one.

    Without a head the first cell of each row is the head of its row.
    """

    caption: str
    """Its name for those who do not see it."""
    description: str
    """What it holds, for those who do not see it."""
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    """The paragraphs of each cell."""
    weights: tuple[int, ...] = ()
    """How wide the columns are, against one another; alike when it is empty."""
    row_height: float | None = None
    """The least height of a row in points."""
    row_heights: tuple[float, ...] = ()
    """The least height of each row in points, where they differ."""


@dataclass(frozen=True)
class Contents:
    """The contents, filled in; Word renews them when asked, and works out their page numbers when it prints."""

    entries: tuple[Paragraph, ...]


Block = Paragraph | Table | Contents


@dataclass(frozen=True)
class Document:
    """Everything that a Word file is made of; the same document makes the same file."""

    title: str
    day: date
    """The day it says it was made on."""
    footer: str
    """What stands below the title and the page number on each page."""
    page_number: str
    """What stands beside the title, with ``{number}`` and then ``{count}`` where Word writes the numbers."""
    blocks: tuple[Block, ...]
    sizes: Mapping[str, float]
    """The size of type of each style that differs from the template, in points."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The pictures that are shown, by name, as SVG."""
    beside_pictures: tuple[str, ...] = ()
    """The styles that stand in from the left to leave room for pictures."""
    spaces: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """The space above and below paragraphs of each style that differs from the template, in points."""
    line_height: float | None = None
    """How high lines are, in sizes of their letters as Word reckons them, when not as in the template."""
    margins: tuple[float, float, float, float] | None = None
    """What stays free above, to the right, below and to the left, in millimetres, when not as in the template."""
