"""A session as a PowerPoint deck: what stands on each slide, and in which layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from build_scripts.content.content import Content
from build_scripts.content.prose import slug
from build_scripts.content.registers import Continuum
from build_scripts.content.sessions import BlockKind
from build_scripts.formats.powerpoint.deck import Deck, Paragraph, Run, Scale
from build_scripts.formats.powerpoint.layouts import Layout, ListStyle, names_in_template
from build_scripts.pages.generated import BuildInfo, printed_foot
from build_scripts.pages.page_context import PageContext
from build_scripts.training.powerpoint_files import DeckDocument
from build_scripts.training.powerpoint_fit import Draft, deck_slides, fitted_bodies, scale_fits
from build_scripts.training.powerpoint_text import bold, listed, paragraph, paragraphs, quiet
from build_scripts.training.session_plan import Row, SessionPlan, Slide, part_title


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
    drafts = [_opening(plan)]
    drafts += [draft for row in plan.rows for slide in row.slides for draft in _drafts(context, row, slide)]
    return Deck(
        plan.session.title,
        build_info.version,
        build_info.built_on,
        printed_foot(content, build_info, plan.session.menu_title),
        tuple(made for draft in drafts for made in deck_slides(draft, partial(part_title, content))),
        {name: content.label(f"slide-part-{slug(name)}") for name in sorted(names_in_template())},
    )


def _opening(plan: SessionPlan) -> Draft:
    session = plan.session
    about = (paragraph(session.summary), paragraph(session.audience))
    notes = (paragraph(session.deliver), *(paragraph(line, ListStyle.BULLET) for line in session.prepare))
    return Draft(Layout.OPENING, session.title, (about,), notes)


def _drafts(context: PageContext, row: Row, slide: Slide) -> Iterator[Draft]:
    content = context.content
    notes = (*_notes(content, slide), *_source(context, slide))
    if any(point.right for point in slide.points):
        yield from _question(content, slide, notes)
    elif slide.stages:
        yield from _scenario(content, slide, notes)
    elif isinstance(slide.picture, Continuum) and (scale := _scale(slide)):
        yield Draft(Layout.SCALE, slide.title, (_body(slide),), notes, scale)
    else:
        layout = Layout.SECTION if row.block.kind is BlockKind.PAUSE else Layout.CONTENT
        yield Draft(layout, slide.title, (_body(slide),), notes)


def _notes(content: Content, slide: Slide) -> Iterator[Paragraph]:
    yield from paragraphs(slide.notes)
    if slide.look_for:
        yield Paragraph((Run(content.label("what-to-listen-for"), bold=True),))
        yield from (paragraph(line, ListStyle.BULLET) for line in slide.look_for)


def _source(context: PageContext, slide: Slide) -> Iterator[Paragraph]:
    if slide.source:
        yield Paragraph((Run(f"{context.content.label('see-page', page=context.name(slide.source))}."),))


def _body(slide: Slide) -> tuple[Paragraph, ...]:
    lead = (replace(paragraph(slide.lead), keep_with_next=bool(slide.points)),) if slide.lead else ()
    return (*lead, *_points(slide))


def _points(slide: Slide) -> tuple[Paragraph, ...]:
    return listed(slide.points, ListStyle.NUMBER if slide.ordered else ListStyle.BULLET)


def _question(content: Content, slide: Slide, notes: tuple[Paragraph, ...]) -> Iterator[Draft]:
    """Yield a slide that asks, and one that answers."""
    question = bold(paragraph(slide.lead)) if slide.lead else Paragraph(())
    options = listed(slide.points, ListStyle.LETTER)
    right = [bold(option) for option, point in zip(options, slide.points, strict=True) if point.right]
    feedback = [part for stage in slide.stages for part in paragraphs(stage.text)]
    yield Draft(Layout.QUESTION, slide.title, ((question,), options), notes)
    title = content.label("right-answer", answer=slide.title)
    yield Draft(Layout.QUESTION, title, ((question,), (*right, *feedback)), notes)


def _scenario(content: Content, slide: Slide, notes: tuple[Paragraph, ...]) -> Iterator[Draft]:
    """Yield a slide for each stage."""
    prompts, count = _points(slide), len(slide.stages)
    for number, stage in enumerate(slide.stages, 1):
        own = listed(stage.points, ListStyle.BULLET)
        ask = (*prompts, *own) if number == 1 else own or prompts
        empty = Draft(Layout.SCENARIO, part_title(content, slide.title, number, count), ((), ask), notes)
        yield _with_story(empty, slide, number)


def _with_story(empty: Draft, slide: Slide, number: int) -> Draft:
    """Return the slide of a stage; what was known before stays there, in a quieter colour, as far back as it fits."""
    stages = [tuple(paragraphs(stage.text)) for stage in slide.stages[:number]]
    for first in range(number):
        before = [quiet(part) for stage in stages[first:-1] for part in stage]
        draft = replace(empty, bodies=((*before, *stages[-1]), empty.bodies[1]))
        if fitted_bodies(draft):
            return draft
    return draft


def _scale(slide: Slide) -> Scale | None:
    """Return the row of boxes above the points, when each name fits into its box."""
    names = tuple(point.term.rstrip(":") for point in slide.points if point.term)
    return Scale(names, f"{slide.title}: {', '.join(names)}.") if scale_fits(names) else None
