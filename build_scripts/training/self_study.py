"""A session to work through alone: one page for learning platforms, beside which no site lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Reference
from build_scripts.content.pages import Site
from build_scripts.content.sessions import BlockKind, Question, Rehearsal, SessionBlock, SlideKind
from build_scripts.pages.generated import BuildInfo
from build_scripts.pages.page_context import StandAloneContext
from build_scripts.training.session_plan import SessionPlan, Slide
from build_scripts.training.slide_sources import items

IN_THE_ROOM = {BlockKind.START, BlockKind.PAUSE, BlockKind.SUPPORT, BlockKind.CLOSE}
"""Blocks that are for a group; what a lone reader needs of them has a place of its own on the page."""
ELSEWHERE = {SlideKind.QUESTION, SlideKind.QUESTIONS, SlideKind.PROMPTS}
"""Slides whose words stand elsewhere: questions together at the end, and prompts with each scenario."""
IN_PAIRS = {BlockKind.SCENARIO, BlockKind.REHEARSAL}
"""Blocks whose titles mostly say how a group works on them."""
SAID = re.compile(r"\*\*Say\*\* (?:too )?(that\b.*?[.?!][\"']?)(?=\s+\*\*|\Z)", re.DOTALL)
"""What the facilitator says in their own words, up to what they do next."""


@dataclass(frozen=True)
class Part:
    """A block as it is read.

    Attributes:
        block: the block as written.
        slides: its slides without those whose words stand elsewhere, each with what the facilitator says beside it.
    """

    block: SessionBlock
    slides: tuple[tuple[Slide, tuple[Prose, ...]], ...]

    @property
    def title(self) -> str:
        """The heading for a lone reader, which no other part has."""
        is_one = len(self.slides) == 1 and self.block.kind in IN_PAIRS
        return self.slides[0][0].title if is_one else self.block.title


@dataclass(frozen=True)
class LearningContext(StandAloneContext):
    """A page within a learning platform: a reader there meets the words of the room, and no places on paper."""

    def on_paper(self, _reference: Reference, words: str) -> str:
        """Return the words alone."""
        return words


def self_study_page(content: Content, plan: SessionPlan, build_info: BuildInfo) -> str:
    """Return the page on which somebody works through a session alone, as a whole HTML document.

    It loads ``assets/learn.css``, ``assets/print.css``, ``assets/lms.js``, ``assets/learn.js`` and
    ``assets/icon.svg``, and leads nowhere but to telephone numbers.

    Args:
        content: checked content.
        plan: the session, worked out.
        build_info: the version and dates that the page bears.
    """
    return LearningContext(content, "index").fill(
        "training/templates/self-study/page.html",
        session=plan.session,
        site=content.one(Site),
        support=[slide for slide in plan.slides if slide.block in _blocks(plan, BlockKind.SUPPORT)],
        parts=list(parts(plan)),
        cards=list(_further_cards(plan)),
        questions=list(questions(content, plan)),
        build_info=build_info.words(),
    )


def parts(plan: SessionPlan) -> Iterator[Part]:
    """Yield the blocks that can be read alone, in order; tasks for a group in points of their own are left out.

    Args:
        plan: the session, worked out.
    """
    for row in plan.rows:
        slides = tuple((slide, said(row.block, slide)) for slide in row.slides if _is_read_alone(row.block, slide))
        if slides:
            yield Part(row.block, slides)


def said(block: SessionBlock, slide: Slide) -> tuple[Prose, ...]:
    """Return what the facilitator says beside a slide; nothing where a group works, since that is for the room.

    Args:
        block: the block of the slide.
        slide: one of its slides.
    """
    if block.kind is not BlockKind.INPUT:
        return ()
    paragraphs = slide.notes.text.split("\n\n")
    found = (match for paragraph in paragraphs for match in SAID.findall(paragraph))
    return tuple(replace(slide.notes, text=" ".join(words.split()), inline=True) for words in found)


def questions(content: Content, plan: SessionPlan) -> Iterator[Question]:
    """Yield each question of a session once: those of the check, after those that are asked on the way alone.

    Args:
        content: checked content.
        plan: the session, worked out.
    """
    on_the_way = {slide.lead for slide in plan.slides if slide.content is SlideKind.QUESTION}
    for question in items(content, SlideKind.QUESTION).values():
        assert isinstance(question, Question)
        if question.question in on_the_way and question not in plan.questions:
            yield question
    yield from plan.questions


def _is_read_alone(block: SessionBlock, slide: Slide) -> bool:
    is_task = block.kind is BlockKind.ACTIVITY and slide.content is SlideKind.POINTS
    return not is_task and block.kind not in IN_THE_ROOM and slide.content not in ELSEWHERE


def _blocks(plan: SessionPlan, kind: BlockKind) -> set[str]:
    return {row.block.id for row in plan.rows if row.block.kind is kind}


def _further_cards(plan: SessionPlan) -> Iterator[Rehearsal]:
    """Yield the rehearsals that no slide shows."""
    shown = {slide.lead for slide in plan.slides if slide.content is SlideKind.REHEARSAL}
    yield from (card for card in plan.rehearsals if card.situation not in shown)
