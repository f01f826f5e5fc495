"""The two drawings of the site as shapes of a slide: the continuum, and the way from the considerations on."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.content.content import Content
from build_scripts.content.prose import plain_text
from build_scripts.content.registers import Continuum
from build_scripts.content.route import Route
from build_scripts.formats.powerpoint.deck import Drawing, Label, Lines, Run
from build_scripts.formats.powerpoint.kept_template import slide_layouts
from build_scripts.formats.powerpoint.layouts import Layout, Placeholder
from build_scripts.pages import drawings

LEVEL, HEAD, BAND, AFTER = 58.0, 34.0, 92.0, 6.0
"""The height of a level, the height of a head, how wide the band is, and the space below a range; all in points."""
TYPE = 24
"""The size of all words of a drawing."""
WAYS = ((0.0, 294.0), (296.0, 62.0), (360.0, 186.0), (548.0, 62.0), (612.0, 236.0))
"""From where and how wide each column of the route is: considerations, lines, the middle, lines, responses."""


def drawing_of(content: Content, title: str, picture: Continuum | Route) -> Drawing:
    """Return a drawing, which says in words what it shows.

    Args:
        content: where the words beside drawings stand.
        title: the title of the slide.
        picture: what is drawn.
    """
    if isinstance(picture, Continuum):
        names = (level.name for level in picture.levels)
        return Drawing(tuple(_levels(picture)), f"{title}: {', '.join(names)}.")
    words = (label for label in ("drawing-gather", "drawing-spread"))
    return Drawing(tuple(_route(content, picture)), " ".join(content.label(label) for label in words))


def _place() -> Placeholder:
    place = slide_layouts()[Layout.DRAWING].drawing
    assert place is not None
    return place


def _levels(continuum: Continuum) -> Iterator[Label | Lines]:
    top, width = 0.0, _place().width
    for part in drawings.ranges(continuum.levels):
        head = continuum.harmful_heading if part.harmful else continuum.expected_heading
        yield Label((Run(head, quiet=True),), 0, top, width, HEAD, TYPE)
        top += HEAD
        high = LEVEL * len(part.levels)
        yield Lines(part.down.path, (part.down.width, part.down.height), 0, top, BAND, high)
        for level in part.levels:
            words = (Run(f"{level.name}: ", bold=True), Run(plain_text(level.brief)))
            yield Label(words, BAND + 16, top, width - BAND - 16, LEVEL, TYPE)
            top += LEVEL
        top += AFTER


def _route(content: Content, route: Route) -> Iterator[Label | Lines]:
    high = _place().height
    steps, lines_in, middle, lines_out, responses = WAYS
    yield from _rows([(Run(step.brief),) for step in route.steps], steps, high, TYPE)
    gather, _ = drawings.gather(len(route.steps))
    yield Lines(gather.path, (gather.width, gather.height), lines_in[0], 0, lines_in[1], high)
    words = (Run(content.label("map-middle"), bold=True),)
    yield Label(words, middle[0], high / 2 - 100, middle[1], 200, TYPE, is_pill=True)
    spread, _ = drawings.spread(len(route.responses), len(route.steps))
    yield Lines(spread.path, (spread.width, spread.height), lines_out[0], 0, lines_out[1], high)
    yield from _rows([(Run(each.title, bold=True),) for each in route.responses], responses, high, TYPE)


def _rows(texts: list[tuple[Run, ...]], column: tuple[float, float], high: float, points: int) -> Iterator[Label]:
    each = high / len(texts)
    for number, runs in enumerate(texts):
        yield Label(runs, column[0], number * each, column[1], each, points)
