"""What a deck is made of: slides with their words, sizes of type and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from build_scripts.formats.powerpoint.layouts import Layout, ListStyle


@dataclass(frozen=True)
class Run:
    """Words that look alike."""

    text: str
    bold: bool = False
    quiet: bool = False
    """Whether they stand back, since they were said before."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a slide or of its notes."""

    runs: tuple[Run, ...]
    list_style: ListStyle = ListStyle.NONE
    number: int = 1
    """Its number where its list counts."""
    keep_with_next: bool = False
    """Whether it stays on a slide with what follows."""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class SizedText:
    """Paragraphs and the size of type they are set in, in points."""

    paragraphs: tuple[Paragraph, ...]
    points: float


@dataclass(frozen=True)
class Lines:
    """Lines of a drawing, stretched to the room they have; lengths are in points, from the corner of the drawing."""

    path: str
    """As in an SVG, within a box that begins at nought."""
    box: tuple[float, float]
    """How wide and how high that is."""
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Label:
    """Words of a drawing, in the middle of the height they have."""

    runs: tuple[Run, ...]
    left: float
    top: float
    width: float
    height: float
    points: int
    is_pill: bool = False
    """Whether they stand in a box with round corners."""


@dataclass(frozen=True)
class Drawing:
    """Lines and words that stand in the place of one placeholder."""

    items: tuple[Label | Lines, ...]
    description: str
    """What it shows, for those who do not see it."""


@dataclass(frozen=True)
class DeckSlide:
    """A slide."""

    layout: Layout
    title: SizedText
    bodies: Mapping[int, SizedText]
    """The words of each placeholder, by its index."""
    notes: SizedText
    drawing: Drawing | None = None
    """Stands on slides of the layout for it, and on no other."""


@dataclass(frozen=True)
class Deck:
    """Everything that a PowerPoint file is made of; the same deck makes the same file."""

    title: str
    version: str
    day: date
    """The day it says it was made on."""
    footer: str
    """What stands at the foot of each slide."""
    slides: tuple[DeckSlide, ...]
    names: Mapping[str, str]
    """What people read in place of each name in the template."""
