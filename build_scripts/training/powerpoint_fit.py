"""How large words are set on a slide, and whether they go on over several."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from build_scripts.formats.powerpoint.deck import DeckSlide, Drawing, Paragraph, Run, SizedText
from build_scripts.formats.powerpoint.kept_template import notes_placeholder, slide_layouts
from build_scripts.formats.powerpoint.layouts import Layout, Placeholder
from build_scripts.formats.powerpoint.text_height import text_height
from build_scripts.training.powerpoint_spread import spread

SIZE_STEP = 2
"""By so many points type gets smaller until the words fit."""
MOST = {Layout.CONTENT: 36, Layout.CLOSING: 36, Layout.PAUSE: 36}
"""How large words of a layout are set when they are few; elsewhere the size is that of their placeholder."""
SMALLEST = 24
"""How small words may become before they are set out over several slides."""
ALIKE = {Layout.COLUMNS}
"""Layouts on which all words have one size."""
SMALLEST_TITLE, SMALLEST_NOTES = 18, 9
WORDS = {"part": "{title} ({number} of {count})"}


class TooLongError(Exception):
    """Words do not fit on a slide in any size that people could read."""


@dataclass(frozen=True)
class Draft:
    """A slide before its words are measured."""

    layout: Layout
    title: str
    bodies: tuple[tuple[Paragraph, ...], ...]
    """What stands in each placeholder of the layout."""
    notes: tuple[Paragraph, ...]
    drawing: Drawing | None = None


def deck_slides(draft: Draft, part_title: Callable[[str, int, int], str]) -> Iterator[DeckSlide]:
    """Yield a draft as one slide, or set out over several when its words do not fit on one.

    Args:
        draft: the slide.
        part_title: gives the title of one of several slides, from the title of all, its number and their count.

    Raises:
        TooLongError: when a title, or the opening, fits in no size.
    """
    bodies = fitted_bodies(draft)
    if bodies is not None:
        yield DeckSlide(draft.layout, _title(draft), bodies, _notes(draft), draft.drawing)
        return
    if draft.layout is Layout.OPENING:
        raise TooLongError(f"the opening of '{draft.title}' is too long for a slide")
    place = slide_layouts()[Layout.CONTENT].bodies[1]
    parts = spread([paragraph for body in draft.bodies for paragraph in body], place)
    for number, paragraphs in enumerate(parts, 1):
        part = replace(draft, layout=Layout.CONTENT, title=part_title(draft.title, number, len(parts)))
        yield DeckSlide(Layout.CONTENT, _title(part), {1: SizedText(paragraphs, place.points)}, _notes(part))


def fitted_bodies(draft: Draft) -> dict[int, SizedText] | None:
    """Return the words of a draft in the greatest sizes that fit, or None when they do not fit in any."""
    found = {}
    for (index, place), paragraphs in zip(slide_layouts()[draft.layout].bodies.items(), draft.bodies, strict=True):
        most = MOST.get(draft.layout, place.points)
        sized = _largest(paragraphs, place, min(SMALLEST, most), most)
        if sized is None:
            return None
        found[index] = sized
    least = min((sized.points for sized in found.values()), default=0.0)
    return {index: replace(sized, points=least) for index, sized in found.items()} if draft.layout in ALIKE else found


def _largest(paragraphs: tuple[Paragraph, ...], place: Placeholder, least: float, most: float) -> SizedText | None:
    """Return paragraphs in the greatest size that fits."""
    points = most
    while points >= least:
        if text_height(paragraphs, place, points) <= place.height:
            return SizedText(paragraphs, points)
        points -= SIZE_STEP
    return None


def _title(draft: Draft) -> SizedText:
    place = slide_layouts()[draft.layout].title
    sized = _largest((Paragraph((Run(draft.title),)),), place, SMALLEST_TITLE, place.points)
    if sized is None:
        raise TooLongError(f"the title '{draft.title}' is too long for a slide")
    return sized


def _notes(draft: Draft) -> SizedText:
    """Return the notes in the greatest size that fits on their page; longer ones run on below it."""
    place = notes_placeholder()
    points = place.points
    while points > SMALLEST_NOTES and text_height(draft.notes, place, points) > place.height:
        points -= 1
    return SizedText(draft.notes, points)
