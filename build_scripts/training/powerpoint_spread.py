"""Where words that are too many for a slide go on over the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.content.prose import sentence_ends
from build_scripts.formats.powerpoint.deck import Paragraph, Run
from build_scripts.formats.powerpoint.layouts import ListStyle, Placeholder
from build_scripts.formats.powerpoint.text_height import LINE_HEIGHT, text_height


def spread(paragraphs: Sequence[Paragraph], place: Placeholder) -> list[tuple[Paragraph, ...]]:
    """Return paragraphs on as few slides as they need, filled about alike.

    Args:
        paragraphs: the words, one of which may have to stay with what follows.
        place: the placeholder that they stand in, slide for slide, in its own size of type.
    """
    whole, taken = list[Paragraph](), 0.0
    for paragraph in paragraphs:
        whole += _split(paragraph, place, taken)
        taken = text_height(whole[-1:], place, place.points) if whole[-1].keep_with_next else 0.0
        if taken > place.height / 2:  # too much of a slide to lead over to what follows
            whole[-1], taken = replace(whole[-1], keep_with_next=False), 0.0
    limit, step = place.height, LINE_HEIGHT * place.points
    parts = _filled_up(whole, place, limit)
    while limit > step and len(lower := _filled_up(whole, place, limit - step)) == len(parts):
        parts, limit = lower, limit - step
    return parts


def _filled_up(paragraphs: Sequence[Paragraph], place: Placeholder, limit: float) -> list[tuple[Paragraph, ...]]:
    """Return paragraphs in parts up to a height; what cannot be parted may be higher."""
    parts: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        last = parts[-1]
        if last and not last[-1].keep_with_next and text_height([*last, paragraph], place, place.points) > limit:
            parts.append([])
        parts[-1].append(paragraph)
    return [tuple(part) for part in parts]


def _split(paragraph: Paragraph, place: Placeholder, taken: float) -> Iterator[Paragraph]:
    """Yield a paragraph, in parts when it is too high for a placeholder.

    Args:
        paragraph: the whole of it.
        place: the placeholder.
        taken: the height that what it stays with takes.
    """
    while text_height([paragraph], place, place.points) > place.height - taken:
        end = _end(paragraph, place, place.height - taken)
        yield replace(_cut(paragraph, 0, end), keep_with_next=False)
        paragraph, taken = replace(_cut(paragraph, end), list_style=ListStyle.NONE), 0
    yield paragraph


def _end(paragraph: Paragraph, place: Placeholder, room: float) -> int:
    """Return where to cut a paragraph: after the last sentence that fits, or the last word, or anywhere."""
    text = paragraph.text

    def height(end: int) -> float:
        return text_height([_cut(paragraph, 0, end)], place, place.points)

    fits = bisect_right(range(1, len(text)), room, key=height)
    sentences = [end for end in sentence_ends(text) if end <= fits]
    return sentences[-1] if sentences else text.rfind(" ", 0, fits) + 1 or fits


def _cut(paragraph: Paragraph, start: int, end: int | None = None) -> Paragraph:
    """Return a paragraph with the letters between two places alone."""
    runs, at = list[Run](), 0
    for run in paragraph.runs:
        words = run.text[max(start - at, 0) : None if end is None else max(end - at, 0)]
        runs += [replace(run, text=words)] if words else []
        at += len(run.text)
    return replace(paragraph, runs=tuple(runs))
