"""A deck for PowerPoint says what the session says, slide by slide, and nothing runs out of its place."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_scripts.content.fields import Prose, Reference
from build_scripts.content.prose import parse, to_text
from build_scripts.content.registers import Continuum
from build_scripts.content.route import Route
from build_scripts.formats.powerpoint.pptx_file import write_pptx
from build_scripts.pages.generated import BuildInfo
from build_scripts.pages.page_context import PageContext
from build_scripts.training.powerpoint import session_deck
from build_scripts.training.screens import Look, Screen, all_screens
from build_scripts.training.session_plan import SessionPlan, Slide
from build_scripts.training.slide_sources import Point, SlideStep
from tests import decks
from tests.real import BUILD_INFO, SESSIONS, real_content, real_plan

pytestmark = pytest.mark.slow

USUAL = "understanding-30"
FOOT = "version 1.2.3, built on 31 May 2026"
each = pytest.mark.parametrize("name", SESSIONS)


def written(of: SessionPlan, build_info: BuildInfo = BUILD_INFO) -> bytes:
    """Return the PowerPoint file of a session."""
    return write_pptx(session_deck(real_content(), of, build_info))


@cache
def file_of(name: str) -> bytes:
    """Return the PowerPoint file of a session; each is made once, when a test asks for it."""
    return written(real_plan(name))


@cache
def deck(name: str) -> Any:
    """Return the deck of a session as python-pptx reads it."""
    return decks.opened(file_of(name))


def only(slide: Slide) -> Any:
    """Return the slides of a deck that has one slide beside its opening."""
    usual = real_plan(USUAL)
    row = replace(usual.rows[0], slides=(slide,))
    return list(decks.opened(written(replace(usual, rows=(row,)))).slides)[1:]


@pytest.fixture
def bare() -> Slide:
    """A slide with a title and notes."""
    usual = real_plan(USUAL).slides[0]
    return replace(
        usual,
        title="Title",
        shown=(),
        shows_lead=True,
        lead=None,
        points=(),
        ordered=False,
        stages=(),
        source=None,
        picture=None,
    )


def words(prose: Prose | None) -> list[str]:
    """Return the paragraphs and items of a prose, without markup."""
    if prose is None:
        return []
    nodes = (node for node in parse(prose).walk() if node.type in ("paragraph", "heading"))
    return [to_text(node) for node in nodes]


def said(points: tuple[Point, ...]) -> list[str]:
    """Return the points as they are read."""
    return [" ".join(part for part in (point.term, *words(point.text), point.phone) if part) for point in points]


def screens(name: str) -> tuple[Screen, ...]:
    """Return what a room sees in a session."""
    return all_screens(real_content(), real_plan(name))


def shown(screen: Screen) -> Iterator[str]:
    """Yield everything that a screen shows, sooner or later; what a drawing shows stands beside it."""
    if isinstance(screen.picture, Continuum):
        yield from (screen.picture.expected_heading, screen.picture.harmful_heading)
        yield from said(screen.points)
    elif isinstance(screen.picture, Route):
        yield from (step.brief for step in screen.picture.steps)
        yield from (*said(screen.points), real_content().label("map-middle"))
    elif screen.look is Look.HELP:
        for point in screen.points:
            number = [(point.phone or "").replace(" ", "\N{NO-BREAK SPACE}")] if point.phone else []
            yield from (point.term or "", " ".join([*words(point.text), *number]))
    elif screen.look is Look.STATEMENT:
        yield from words(screen.lead)
        for point in screen.points:
            yield from (*([point.term] if point.term else []), *words(point.text))
    else:
        yield from words(screen.lead)
        yield from said(screen.points)
    for column in screen.columns:
        for part in column:
            yield from (part.head, *(line for prose in part.lines for line in words(prose)))
    yield from words(screen.answer.text if screen.answer else None)
    if screen.look is Look.NUMBER:
        yield from (screen.points[0].term or "", *words(screen.points[0].text))
    if screen.look is Look.QUOTE and screen.source:
        yield see(screen.source)


def see(source: Reference) -> str:
    """Return where to read on, with one sign at its end."""
    words_ = real_content().label("see-page", page=PageContext(real_content(), "deck").name(source))
    return words_ if words_.endswith("?") else f"{words_}."


def kept(title: str) -> str:
    """Return the title of a slide without what tells its parts apart."""
    return re.sub(r"( \(\d+ of \d+\))+$", "", title.removeprefix(real_content().label("right-answer", answer="")))


@each
def test_every_word_on_a_slide_comes_from_content(name: str) -> None:
    """No line is written in the program, and none is left out; the foot holds the version of the build."""
    slides = list(deck(name).slides)
    wanted = {line for screen in screens(name) for line in shown(screen)}
    wanted -= {line for screen in screens(name) if screen.look is Look.NUMBER for line in said(screen.points[:1])}
    lines = {line for slide in slides for line in decks.words_on(slide)}
    drawn = (shape.text_frame for slide in slides for group in slide.shapes for shape in decks.within(group))
    assert lines | {frame.text for frame in drawn if frame.text} == wanted
    right = real_content().label("right-answer", answer="")
    titles = [slide.shapes.title.text for slide in slides]
    assert [title for title in titles if not title.startswith(right)] == [screen.title for screen in screens(name)]


@each
def test_every_slide_says_what_it_is(name: str) -> None:
    """Whoever hears a deck, or has one slide of it, knows title, number, version and what to say with it."""
    slides = deck(name).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert len(set(titles)) == len(titles)
    for slide in slides:
        shapes = {shape.name: shape for shape in slide.placeholders}
        assert shapes["Footer"].text_frame.text == f"{real_plan(name).session.menu_title}, {FOOT}"
        assert shapes["Slide number"]._element.find(".//{*}fld").get("type") == "slidenum"
        assert slide.notes_slide.notes_text_frame.text.strip()
        assert [shape.name for shape in slide.shapes][-2:] == ["Footer", "Slide number"], "they are read last"
        assert slide.shapes[0].name == "Title", "it is read first"


@each
def test_notes_are_those_of_the_session(name: str) -> None:
    """The facilitator finds the notes of the page beside each slide, and the page the words come from."""
    notes: dict[str, str] = {}
    for shown_slide in deck(name).slides:
        notes.setdefault(shown_slide.shapes.title.text, shown_slide.notes_slide.notes_text_frame.text)
    session = real_plan(name).session
    assert all(line in notes[session.title] for prose in (session.deliver, *session.prepare) for line in words(prose))
    for screen in screens(name):
        text = notes[screen.title].split("\n")
        wanted = [line for prose in (*screen.notes, *screen.look_for) for line in words(prose)]
        assert [line for line in (*wanted, *said(screen.in_full)) if line not in text] == []
        if screen.source:
            assert text[-1] == see(screen.source)


@each
def test_nothing_runs_out_of_its_place(name: str) -> None:
    """No slide of a real session is too full, by the widths of Arial."""
    assert decks.too_high(file_of(name)) == []


@pytest.mark.parametrize("seed", range(2))
def test_overlong_text_goes_on_over_further_slides(seed: int) -> None:
    """However much somebody writes, nothing runs out of its place, no word is lost, and titles stay unique."""
    overlong = decks.stressed(real_content(), seed, 20)
    data = written(overlong)
    assert decks.too_high(data) == []
    slides = list(decks.opened(data).slides)
    titles = [slide.shapes.title.text for slide in slides]
    assert len(set(titles)) == len(titles) > 20
    for screen in all_screens(real_content(), overlong):
        mine = [part for part in slides if kept(part.shapes.title.text) == kept(screen.title)]
        text = re.sub(r"\s", "", "".join(line for part in mine for line in decks.words_on(part)))
        drawn = "".join(shape.text_frame.text for part in mine for g in part.shapes for shape in decks.within(g))
        assert [line for line in shown(screen) if re.sub(r"\s", "", line) not in text + re.sub(r"\s", "", drawn)] == []


def test_a_question_is_followed_by_its_answer(bare: Slide) -> None:
    """The room answers first; then come the right answer, under its own letter, and the feedback."""
    options = (Point(Prose("One")), Point(Prose("Two"), right=True), Point(Prose("Three")))
    question = replace(bare, lead=Prose("Which?"), points=options, stages=(SlideStep(Prose("Because.")),))
    asked, answered = only(question)
    assert decks.words_on(asked) == ["Which?", "One", "Two", "Three"]
    assert decks.words_on(answered) == ["Which?", "Two", "Because."]
    assert answered.shapes.title.text == real_content().label("right-answer", answer="Title")
    answers = next(shape for shape in answered.placeholders if shape.name == "Answers")
    assert answers._element.find(".//{*}buAutoNum").get("startAt") == "2"


def test_a_scenario_is_told_step_by_step(bare: Slide) -> None:
    """What is not known yet stands on no earlier slide, and the questions that are always asked stand on each."""
    stages = (SlideStep(Prose("First.")), SlideStep(Prose("Second."), (Point(Prose("And now?")),)))
    one, two = only(replace(bare, points=(Point(Prose("What concerns you?")),), ordered=True, stages=stages))
    assert [slide.shapes.title.text for slide in (one, two)] == ["Title (1 of 2)", "Title (2 of 2)"]
    assert decks.words_on(one) == ["First.", "What concerns you?"]
    assert decks.words_on(two) == ["Second.", "And now?", "What concerns you?"]


def test_the_levels_are_drawn_and_described(bare: Slide) -> None:
    """The drawing can be edited, and says what it shows to those who do not see it."""
    continuum = real_content().one(Continuum)
    (slide,) = only(replace(bare, points=(Point(Prose("Text."), "Normal:"),), picture=continuum))
    (group,) = [shape for shape in slide.shapes if decks.within(shape)]
    names = ", ".join(level.name for level in continuum.levels)
    assert group._element.find(".//{*}cNvPr").get("descr") == f"Title: {names}."
    assert len(group._element.findall(".//{*}custGeom")) == 2


def test_a_list_that_goes_on_keeps_counting(bare: Slide) -> None:
    """Step nine is step nine on the next slide too."""
    points = tuple(Point(Prose(f"{n} some words that take a line or two of the slide")) for n in range(12))
    first, *more = only(replace(bare, points=points, ordered=True))
    on_first = len(decks.words_on(first))
    assert 1 < on_first < 12
    content = next(shape for shape in more[0].placeholders if shape.name == "Content")
    assert content._element.find(".//{*}buAutoNum").get("startAt") == str(on_first + 1)


def test_the_same_session_makes_the_same_bytes() -> None:
    """A new build changes no file without a reason; a new version does."""
    short = replace(real_plan(USUAL), rows=real_plan(USUAL).rows[:1])
    assert written(short) == written(short)
    assert written(short, replace(BUILD_INFO, version="1.2.4")) != written(short)


def test_links_become_their_words(bare: Slide) -> None:
    """A deck that is taken elsewhere holds no link that leads nowhere."""
    linked = Point(Prose("See the [DSL](term:dsl) **today** and *always*."))
    (slide,) = only(replace(bare, points=(linked,), source=Reference("term", "dsl")))
    assert decks.words_on(slide) == ["See the DSL today and always."]
    runs = next(shape for shape in slide.placeholders if shape.name == "Text").text_frame.paragraphs[0].runs
    assert [run.text for run in runs if run.font.bold] == ["today", "always"]
    assert not [relation for relation in slide.part.rels.values() if relation.is_external]


def test_the_file_can_be_kept(tmp_path: Path) -> None:
    """PowerPoint reads what is saved: python-pptx opens, changes and saves the deck again."""
    presentation = deck(USUAL)
    presentation.slides[1].shapes.title.text = "Changed"
    presentation.save(tmp_path / "changed.pptx")
    assert decks.opened((tmp_path / "changed.pptx").read_bytes()).slides[1].shapes.title.text == "Changed"
