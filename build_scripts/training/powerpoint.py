"""A session as a PowerPoint deck: what stands on each slide, and in which layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from build_scripts.content.content import Content
from build_scripts.content.prose import slug
from build_scripts.formats.powerpoint.deck import Deck, Paragraph, Run
from build_scripts.formats.powerpoint.kept_template import names_in_template
from build_scripts.formats.powerpoint.layouts import Layout, ListStyle
from build_scripts.pages.generated import BuildInfo, printed_foot
from build_scripts.pages.page_context import PageContext
from build_scripts.training.powerpoint_drawings import drawing_of
from build_scripts.training.powerpoint_files import DeckDocument
from build_scripts.training.powerpoint_fit import Draft, deck_slides
from build_scripts.training.powerpoint_text import bold, listed, paragraph, paragraphs
from build_scripts.training.screen_room import halves
from build_scripts.training.screens import Column, Look, Screen, all_screens
from build_scripts.training.session_plan import SessionPlan, part_title
from build_scripts.training.slide_sources import Point

LAYOUTS = {
    Look.TITLE: Layout.OPENING,
    Look.SECTION: Layout.PART,
    Look.STATEMENT: Layout.STATEMENT,
    Look.NUMBER: Layout.NUMBER,
    Look.LIST: Layout.CONTENT,
    Look.COLUMNS: Layout.COLUMNS,
    Look.LEVELS: Layout.DRAWING,
    Look.ROUTE: Layout.DRAWING,
    Look.CASE: Layout.SCENARIO,
    Look.QUESTION: Layout.QUESTION,
    Look.PAUSE: Layout.PAUSE,
    Look.QUOTE: Layout.QUOTE,
    Look.HELP: Layout.COLUMNS,
    Look.END: Layout.CLOSING,
}
"""The layout of the template for each look."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def session_deck(content: Content, plan: SessionPlan, build_info: BuildInfo) -> Deck:
    """Return a session as a deck, which decides the bytes of its PowerPoint file.

    Args:
        content: where the names of pages and the words beside slides stand.
        plan: the session worked out.
        build_info: the version and the day that each slide names.

    Raises:
        TooLongError: when a title, or the opening, fits in no size.
    """
    context = PageContext(content, DeckDocument(plan.session).address)
    drafts = (draft for screen in all_screens(content, plan) for draft in _drafts(context, screen))
    return Deck(
        plan.session.title,
        build_info.version,
        build_info.built_on,
        printed_foot(content, build_info, plan.session.menu_title),
        tuple(made for draft in drafts for made in deck_slides(draft, partial(part_title, content))),
        {name: content.label(f"slide-part-{slug(name)}") for name in sorted(names_in_template())},
    )


def _drafts(context: PageContext, screen: Screen) -> Iterator[Draft]:
    notes = (*_notes(context.content, screen), *_source(context, screen))
    if screen.look is Look.QUESTION:
        yield from _question(context.content, screen, notes)
    elif screen.picture:
        drawing = drawing_of(context.content, screen.title, screen.picture)
        yield Draft(Layout.DRAWING, screen.title, (), notes, drawing)
    else:
        yield Draft(LAYOUTS[screen.look], screen.title, tuple(_bodies(context, screen)), notes)


def _bodies(context: PageContext, screen: Screen) -> Iterator[tuple[Paragraph, ...]]:
    """Yield what stands in each placeholder of the layout of a screen."""
    if screen.look is Look.NUMBER:
        figure, asked = screen.points
        yield (Paragraph((Run(figure.term or ""),)),)
        yield (paragraph(figure.text),)
        yield listed((asked,), ListStyle.NONE)
    elif screen.look is Look.CASE:
        yield tuple(paragraphs(screen.lead)) if screen.lead else ()
        prompts = listed(screen.points, ListStyle.BULLET)
        yield (*map(bold, prompts[: screen.own]), *prompts[screen.own :])
    elif screen.look is Look.HELP:
        yield from (tuple(_services(half)) for half in halves(screen.points))
    elif screen.columns:
        yield from (tuple(_column(column)) for column in screen.columns)
    else:
        yield _body(screen)
    if screen.look is Look.QUOTE:
        yield tuple(_source(context, screen))


def _body(screen: Screen) -> tuple[Paragraph, ...]:
    lead = (replace(paragraph(screen.lead), keep_with_next=bool(screen.points)),) if screen.lead else ()
    if screen.look is Look.STATEMENT:
        return (*lead, *(each for point in screen.points for each in _told(point)))
    style = ListStyle.NUMBER if screen.ordered else ListStyle.BULLET
    return (*lead, *listed(screen.points, style, screen.start))


def _told(point: Point) -> Iterator[Paragraph]:
    """Yield a point that stands alone, below what stands before it, such as a day."""
    if point.term:
        yield Paragraph((Run(point.term, bold=True),), keep_with_next=True)
    yield paragraph(point.text)


def _column(parts: tuple[Column, ...]) -> Iterator[Paragraph]:
    for part in parts:
        yield Paragraph((Run(part.head, bold=True),))
        style = ListStyle.BULLET if part.lines[1:] else ListStyle.NONE
        yield from (paragraph(line, style) for line in part.lines)


def _services(points: Iterable[Point]) -> Iterator[Paragraph]:
    """Yield whom to call: a name, then what for in a few words, and the number, which is never broken."""
    for point in points:
        yield Paragraph((Run(point.term or "", bold=True),), keep_with_next=True)
        number = (Run(f" {point.phone.replace(' ', NO_BREAK)}", bold=True),) if point.phone else ()
        yield Paragraph((*paragraph(point.text).runs, *number))


def _notes(content: Content, screen: Screen) -> Iterator[Paragraph]:
    for note in screen.notes:
        yield from paragraphs(note)
    if screen.look_for:
        yield Paragraph((Run(content.label("what-to-listen-for"), bold=True),))
        yield from (paragraph(line, ListStyle.BULLET) for line in screen.look_for)
    if screen.in_full:
        yield Paragraph((Run(content.label("slide-in-full"), bold=True),))
        yield from listed(screen.in_full, ListStyle.BULLET)


def _source(context: PageContext, screen: Screen) -> Iterator[Paragraph]:
    if screen.source:
        see = context.content.label("see-page", page=context.name(screen.source))
        yield Paragraph((Run(see if see.endswith("?") else f"{see}."),))


def _question(content: Content, screen: Screen, notes: tuple[Paragraph, ...]) -> Iterator[Draft]:
    """Yield a slide that asks, and one that answers."""
    question = bold(paragraph(screen.lead)) if screen.lead else Paragraph(())
    options = listed(screen.points, ListStyle.LETTER)
    right = [bold(option) for option, point in zip(options, screen.points, strict=True) if point.right]
    feedback = paragraphs(screen.answer.text) if screen.answer else ()
    yield Draft(Layout.QUESTION, screen.title, ((question,), options), notes)
    title = content.label("right-answer", answer=screen.title)
    yield Draft(Layout.QUESTION, title, ((question,), (*right, *feedback)), notes)
