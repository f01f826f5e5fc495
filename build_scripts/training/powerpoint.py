"""A session as a PowerPoint deck: what stands on each slide, in which layout and in which size of type."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose, Reference
from build_scripts.content.prose import LISTS, parse, sentence_ends, text_runs, to_text
from build_scripts.content.sessions import BlockKind, Labels
from build_scripts.formats import text_width
from build_scripts.formats.powerpoint import slideml
from build_scripts.formats.powerpoint.layouts import INDENT, LINE, LOOKS, NOTE, ON_STEP, Layout, Mark, Place
from build_scripts.formats.powerpoint.slideml import Deck, Filled, Page, Paragraph, Range, Run
from build_scripts.training.session_plan import Row, SessionPlan, Slide
from build_scripts.training.slide_sources import Point

STEP = 2
"""By so many points type gets smaller until the words fit."""
FEW = 0.6
"""Words are few when they take no more of their place than this."""
LEAST = {Layout.OPENING: 18, Layout.SECTION: 22, Layout.SCENARIO: 20, Layout.QUESTION: 20, Layout.RANGE: 18}
"""How small the words of a layout may become before they are set out over several slides."""
LEAST_CONTENT, LEAST_TITLE, LEAST_NOTES = 20, 18, 9


class Making(Protocol):
    """When, and as which version, a deck is made."""

    @property
    def version(self) -> str:
        """The version."""
        ...

    @property
    def built_on(self) -> date:
        """The day."""
        ...

    def words(self) -> dict[str, str]:
        """Return ``version`` and ``built_on`` in words."""
        ...


class TooLongError(Exception):
    """Words do not fit on a slide in any size that people could read."""


@dataclass(frozen=True)
class Draft:
    """A slide before its words are measured."""

    layout: Layout
    title: str
    bodies: tuple[tuple[Paragraph, ...], ...]
    """What stands in each place of the layout."""
    notes: tuple[Paragraph, ...]
    range: Range | None = None


def render(plan: SessionPlan, labels: Labels, making: Making, name: Callable[[Reference], str]) -> bytes:
    """Return a session as a PowerPoint file, the same bytes each time.

    Args:
        plan: the session worked out.
        labels: the words beside what slides context.
        making: the version and the day that each slide names.
        name: gives the name of the page that a reference leads to.

    Raises:
        TooLongError: when a title, or the opening, fits in no size.
    """
    return slideml.pack(deck(plan, labels, making, name))


def deck(plan: SessionPlan, labels: Labels, making: Making, name: Callable[[Reference], str]) -> Deck:
    """Return everything that decides the bytes of a deck; arguments and errors are those of ``render``."""
    build_info = making.words()
    drafts = [_opening(plan)]
    drafts += [draft for row in plan.rows for slide in row.slides for draft in _drafts(row, slide, labels, name)]
    return Deck(
        plan.session.title,
        making.version,
        making.built_on,
        f"{plan.session.menu_title}. Version {build_info['version']}, built on {build_info['built_on']}",
        tuple(page for draft in drafts for page in _pages(draft)),
    )


def _opening(plan: SessionPlan) -> Draft:
    session = plan.session
    about = (_paragraph(session.summary), _paragraph(session.audience))
    notes = (_paragraph(session.deliver), *(_paragraph(line, Mark.BULLET) for line in session.prepare))
    return Draft(Layout.OPENING, session.title, (about,), notes)


def _drafts(row: Row, slide: Slide, labels: Labels, name: Callable[[Reference], str]) -> Iterator[Draft]:
    notes = (*_notes(slide, labels), *_source(slide, labels, name))
    if any(point.right for point in slide.points):
        yield from _question(slide, labels, notes)
    elif slide.stages:
        yield from _scenario(slide, notes)
    elif slide.picture and _steps(slide):
        yield Draft(Layout.RANGE, slide.title, (_body(slide),), notes, _steps(slide))
    else:
        is_calm = row.block.kind is BlockKind.PAUSE
        yield Draft(Layout.SECTION if is_calm else Layout.CONTENT, slide.title, (_body(slide),), notes)


def _notes(slide: Slide, labels: Labels) -> Iterator[Paragraph]:
    yield from _blocks(slide.notes)
    if slide.look_for:
        yield Paragraph((Run(labels.look_for, bold=True),))
        yield from (_paragraph(line, Mark.BULLET) for line in slide.look_for)


def _source(slide: Slide, labels: Labels, name: Callable[[Reference], str]) -> Iterator[Paragraph]:
    if slide.source:
        yield Paragraph((Run(f"{labels.see} {name(slide.source)}."),))


def _body(slide: Slide) -> tuple[Paragraph, ...]:
    lead = (replace(_paragraph(slide.lead), tied=bool(slide.points)),) if slide.lead else ()
    return (*lead, *_points(slide.points, _counted(slide)))


def _counted(slide: Slide) -> Mark:
    return Mark.NUMBER if slide.ordered else Mark.BULLET


def _points(points: Iterable[Point], mark: Mark) -> tuple[Paragraph, ...]:
    return tuple(_point(point, mark, number) for number, point in enumerate(points, 1))


def _point(point: Point, mark: Mark, number: int) -> Paragraph:
    term = (Run(f"{point.term} ", bold=True),) if point.term else ()
    phone = (Run(f" {point.phone}", bold=True),) if point.phone else ()
    return Paragraph((*term, *_runs(point.text), *phone), mark, 1 if mark is Mark.BULLET else number)


def _question(slide: Slide, labels: Labels, notes: tuple[Paragraph, ...]) -> Iterator[Draft]:
    """Yield a slide that asks, and one that answers."""
    asked = _bold(_paragraph(slide.lead)) if slide.lead else Paragraph(())
    options = _points(slide.points, Mark.LETTER)
    right = [_bold(option) for option, point in zip(options, slide.points, strict=True) if point.right]
    feedback = [paragraph for stage in slide.stages for paragraph in _blocks(stage.text)]
    yield Draft(Layout.QUESTION, slide.title, ((asked,), options), notes)
    yield Draft(Layout.QUESTION, f"{labels.right}: {slide.title}", ((asked,), (*right, *feedback)), notes)


def _scenario(slide: Slide, notes: tuple[Paragraph, ...]) -> Iterator[Draft]:
    """Yield a slide for each stage."""
    prompts, count = _points(slide.points, _counted(slide)), len(slide.stages)
    for number, stage in enumerate(slide.stages, 1):
        own = _points(stage.points, Mark.BULLET)
        ask = (*prompts, *own) if number == 1 else own or prompts
        yield _remembered(Draft(Layout.SCENARIO, _part(slide.title, number, count), ((), ask), notes), slide, number)


def _remembered(empty: Draft, slide: Slide, number: int) -> Draft:
    """Return the slide of a stage; what was known before stays there, in a quieter colour, as far back as it fits."""
    told = [tuple(_blocks(stage.text)) for stage in slide.stages[:number]]
    for first in range(number):
        before = [_quiet(paragraph) for stage in told[first:-1] for paragraph in stage]
        draft = replace(empty, bodies=((*before, *told[-1]), empty.bodies[1]))
        if _fitted(draft):
            return draft
    return draft


def _part(title: str, number: int, count: int) -> str:
    return f"{title} ({number} of {count})" if count > 1 else title


def _steps(slide: Slide) -> Range | None:
    """Return the row of boxes above the points, when each name fits into its box."""
    names = tuple(point.term.rstrip(":") for point in slide.points if point.term)
    room = slideml.step_width(len(names)) if names else 0.0
    fits = all(text_width.width(name, ON_STEP, bold=True) * text_width.SPARE <= room for name in names)
    return Range(names, f"{slide.title}: {', '.join(names)}.") if names and fits else None


def _pages(draft: Draft) -> Iterator[Page]:
    """Yield a draft as one slide, or set out over several when its words do not fit on one."""
    bodies = _fitted(draft)
    if bodies is not None:
        yield Page(draft.layout, _title(draft), bodies, _note(draft), draft.range)
        return
    if draft.layout is Layout.OPENING:
        raise TooLongError(f"the opening of '{draft.title}' is too long for a slide")
    place = LOOKS[Layout.CONTENT].bodies[1]
    parts = _shared_out([paragraph for body in draft.bodies for paragraph in body], place)
    for number, paragraphs in enumerate(parts, 1):
        part = replace(draft, layout=Layout.CONTENT, title=_part(draft.title, number, len(parts)))
        yield Page(Layout.CONTENT, _title(part), {1: Filled(paragraphs, place.points)}, _note(part))


def _fitted(draft: Draft) -> dict[int, Filled] | None:
    """Return the words of a draft in the greatest sizes that fit, or None when they do not fit in any."""
    found = {}
    least = LEAST.get(draft.layout, LEAST_CONTENT)
    for (index, place), paragraphs in zip(LOOKS[draft.layout].bodies.items(), draft.bodies, strict=True):
        filled = _largest(paragraphs, place, least)
        if filled is None:
            return None
        found[index] = filled
    return found


def _largest(paragraphs: tuple[Paragraph, ...], place: Place, least: float) -> Filled | None:
    """Return paragraphs in the greatest size that fits; few words are set larger, with room to spare."""
    points = max(place.most, place.points)
    while points >= least:
        share = FEW if points > place.points else 1
        if _height(paragraphs, place, points) <= place.room[1] * share:
            return Filled(paragraphs, points)
        points -= STEP
    return None


def _title(draft: Draft) -> Filled:
    filled = _largest((Paragraph((Run(draft.title),)),), LOOKS[draft.layout].title, LEAST_TITLE)
    if filled is None:
        raise TooLongError(f"the title '{draft.title}' is too long for a slide")
    return filled


def _note(draft: Draft) -> Filled:
    """Return the notes in the greatest size that fits on their page; longer ones run on below it."""
    points = NOTE.points
    while points > LEAST_NOTES and _height(draft.notes, NOTE, points) > NOTE.room[1]:
        points -= 1
    return Filled(draft.notes, points)


def _height(paragraphs: Iterable[Paragraph], place: Place, points: float) -> float:
    """Return how high paragraphs stand in a place, in points."""
    return sum(_lines(paragraph, place, points) * points * LINE + place.gap for paragraph in paragraphs)


def _lines(paragraph: Paragraph, place: Place, points: float) -> int:
    room = place.room[0] - INDENT[paragraph.mark] * points
    words = [(run.text, run.bold or place.bold) for run in paragraph.runs]
    return text_width.lines(words, points, room)


def _shared_out(paragraphs: Sequence[Paragraph], place: Place) -> list[tuple[Paragraph, ...]]:
    """Return paragraphs on as few slides as they need, filled about alike."""
    whole = [piece for paragraph in paragraphs for piece in _pieces(paragraph, place)]
    limit, step = place.room[1], LINE * place.points
    parts = _filled_up(whole, place, limit)
    while limit > step and len(lower := _filled_up(whole, place, limit - step)) == len(parts):
        parts, limit = lower, limit - step
    return parts


def _filled_up(paragraphs: Sequence[Paragraph], place: Place, limit: float) -> list[tuple[Paragraph, ...]]:
    """Return paragraphs in parts up to a height; one that is higher by itself stands alone."""
    parts: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        if parts[-1] and _height([*parts[-1], paragraph], place, place.points) > limit:
            tied = [parts[-1].pop()] if parts[-1][-1].tied and len(parts[-1]) > 1 else []
            parts.append(tied)
        parts[-1].append(paragraph)
    return [tuple(part) for part in parts]


def _pieces(paragraph: Paragraph, place: Place) -> Iterator[Paragraph]:
    """Yield a paragraph, in pieces when it is too high for a place by itself."""
    while _height([paragraph], place, place.points) > place.room[1]:
        end = _end(paragraph, place)
        yield replace(_cut(paragraph, 0, end), tied=False)
        paragraph = replace(_cut(paragraph, end), mark=Mark.NONE)
    yield paragraph


def _end(paragraph: Paragraph, place: Place) -> int:
    """Return where to cut a paragraph: after the last sentence that fits, or the last word, or anywhere."""
    text, limit = paragraph.text, place.room[1]
    fits = bisect_right(
        range(1, len(text)), limit, key=lambda end: _height([_cut(paragraph, 0, end)], place, place.points)
    )
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


def _blocks(prose: Prose) -> Iterator[Paragraph]:
    """Yield the paragraphs of a prose; links become their words."""
    for block in parse(prose).children:
        yield from _block(block)


def _block(node: SyntaxTreeNode) -> Iterator[Paragraph]:
    if node.type in ("paragraph", "heading"):
        yield Paragraph(_joined(node))
    elif node.type in LISTS:
        mark = Mark.NUMBER if node.type == "ordered_list" else Mark.BULLET
        for number, item in enumerate(node.children, 1):
            first, *more = (paragraph for block in item.children for paragraph in _block(block))
            yield replace(first, mark=mark, number=number)
            yield from more
    else:
        yield Paragraph((Run(to_text(node)),))


def _paragraph(prose: Prose, mark: Mark = Mark.NONE) -> Paragraph:
    return Paragraph(_runs(prose), mark)


def _runs(prose: Prose) -> tuple[Run, ...]:
    return _joined(parse(prose))


def _joined(node: SyntaxTreeNode) -> tuple[Run, ...]:
    """Return the words below a node; neighbours that look alike become one."""
    runs: list[Run] = []
    for text, strong, stressed in text_runs(node):
        bold = strong or stressed
        if runs and runs[-1].bold == bold:
            runs[-1] = Run(runs[-1].text + text, bold)
        else:
            runs.append(Run(text, bold))
    return tuple(runs)


def _bold(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, bold=True) for run in paragraph.runs))


def _quiet(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, quiet=True) for run in paragraph.runs))
