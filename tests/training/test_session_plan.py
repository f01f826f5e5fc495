"""A session worked out: every word of a slide comes from the content, and the clock adds up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, proses_of
from build_scripts.content.load import load_all
from build_scripts.content.prose import parse, to_text
from build_scripts.content.registers import Change as Dated
from build_scripts.content.registers import Continuum, Service
from build_scripts.content.sessions import Scenario, Session, SlideKind
from build_scripts.training.session_plan import SessionPlan, Slide, session_plan
from tests.built import ROOT
from tests.conftest import Change
from tests.real import real_content, real_plans

SHORT = "content_data/sessions/short.yml"
IN_SHORT = "content: key-points\n        source: [section:start]\n        pick: [1, 3]"


def short(root: Path) -> SessionPlan:
    """Return the session of the small project, worked out."""
    content = load_all(root).content
    return session_plan(content, content.all(Session)[0])


def drawn(small: Path, change: Change, written: str) -> Slide:
    """Return the first slide of the block on levels when it is written in another way."""
    change(SHORT, IN_SHORT, written)
    return next(slide for slide in short(small).slides if slide.id == "short-levels-1")


def texts(slide: Slide) -> list[str]:
    """Return term and text of each point."""
    return [
        f"{point.term} {point.text.text.strip()}" if point.term else point.text.text.strip() for point in slide.points
    ]


def words(slide: Slide) -> Iterator[Prose]:
    """Yield every prose of a slide."""
    yield from [slide.lead] if slide.lead else []
    yield slide.notes
    yield from slide.look_for
    yield from (point.text for point in slide.points)
    for stage in slide.stages:
        yield stage.text
        yield from (point.text for point in stage.points)


def written(content: Content) -> str:
    """Return every word of the content, with the titles that considerations have."""
    proses = [prose for record in content.every() for prose in proses_of(record)]
    titles = [line.strip() for file in ROOT.glob("content_data/route.yml") for line in file.read_text().splitlines()]
    return " ".join([*(" ".join(to_text(parse(prose)).split()) for prose in proses), *titles])


def test_blocks_follow_the_clock(small: Path) -> None:
    """Each block starts when the one before has ended, and an optional one moves nothing."""
    rows = short(small).rows
    assert [(row.block.id, row.starts_at) for row in rows] == [
        ("rules", 0),
        ("short-levels", 1),
        ("pause", 4),
        ("short-chat", 5),
        ("short-more", 7),
        ("short-check", 7),
        ("support", 8),
        ("close", 9),
    ]
    assert short(small).minutes == 10


def test_slides_have_ids_and_titles_of_their_own() -> None:
    """Decks and speakers can name each slide of a session."""
    for one in real_plans():
        ids, titles = [slide.id for slide in one.slides], [slide.title.lower() for slide in one.slides]
        assert (len(set(ids)), len(set(titles))) == (len(ids), len(titles)), one.session.id


def test_every_word_of_a_slide_comes_from_the_content() -> None:
    """No sentence of a slide is written in Python, nor in two places."""
    all_words = written(real_content())
    for one in real_plans():
        for slide in one.slides:
            for prose in words(slide):
                text = " ".join(to_text(parse(prose)).split())
                assert text in all_words, f"{one.session.id} {slide.id}: {text}"


def test_word_changed_in_guidance_changes_the_slide(small: Path, change: Change) -> None:
    """Guidance is written once, and slides follow it."""
    change("content_data/guidance/start.md", "- First point.", "- Another point.")
    assert [texts(slide) for slide in short(small).slides if slide.id == "short-levels-1"] == [
        ["Another point.", "Third point."]
    ]


CASES = {
    "summary": ("content: summary\n        source: [section:start]", "About the start.", []),
    "answer": ("content: answer\n        source: [faq:what-then]", "This.", []),
    "definition": ("content: definition\n        source: [behaviour:sharing]", "Somebody shares.", []),
    "examples": ("content: examples\n        source: [behaviour:sharing]", "Somebody shares.", ["An example."]),
    "text before the first heading": (
        "content: section\n        source: [section:start]",
        "Words about [consent](term:consent) and [the line](service:a-line).",
        [],
    ),
    "text below a heading": (
        "content: section\n        source: [section:start#a-part]",
        "More words, from [a study](document:a-study).",
        [],
    ),
    "continuum": ("content: continuum", None, ["First: First in short.", "Second: Second in short."]),
    "notes of the continuum": ("content: continuum-notes", None, ["Levels are not scores."]),
    "route": ("content: route", None, ["First", "Second"]),
    "drawn route": ("content: route-map", None, ["Do A", "Do B"]),
    "consideration": ("content: consideration\n        source: [second-step]", "Think again.", ["Why?"]),
    "responses": ("content: responses", None, ["Do A: When A.", "Do B: When B."]),
    "response": ("content: response\n        source: [do-b]", "When B.", []),
    "term": ("content: term\n        source: [term:no]", None, ["No: A refusal."]),
    "rules": ("content: rules", None, ["You have choices.", "No real cases."]),
    "prompts": ("content: prompts", None, ["What concerns you?", "Who needs to know?"]),
    "outcomes": (
        "content: outcomes",
        "This session is about sharing.",
        ["Name the lead.", "Say what you know.", "Tell nobody else."],
    ),
    "actions": ("content: actions", None, ["Find the lead."]),
    "question": ("content: question\n        source: [q-one]", "Who is told?", ["The lead.", "Nobody."]),
    "rehearsal": (
        "content: rehearsal\n        source: [a-secret]",
        "A student asks for a secret.",
        ["Say: I must tell the lead.", "Avoid: I tell nobody.", "Check back: What did you hear?"],
    ),
    "own points": ("content: points\n        points: [One.]", None, ["One."]),
    "own points below others": (
        "content: rules\n        pick: [2]\n        points: [One.]",
        None,
        ["No real cases.", "One."],
    ),
}


@pytest.mark.parametrize(("written", "lead", "points"), CASES.values(), ids=CASES.keys())
def test_slides_draw_from_their_source(
    small: Path, change: Change, written: str, lead: str | None, points: list[str]
) -> None:
    """Each kind of slide draws its paragraph and its points from where it says."""
    slide = drawn(small, change, written)
    assert (slide.lead.text.strip() if slide.lead else None, texts(slide)) == (lead, points)


def test_every_kind_of_slide_is_tried() -> None:
    """No kind of slide is without a test here or in the sessions themselves."""
    used = {slide.content for one in real_plans() for slide in one.slides}
    tried = {case[0].removeprefix("content: ").split("\n")[0] for case in CASES.values()}
    assert {outline.value for outline in SlideKind} - {show.value for show in used} - tried == set()


def test_list_below_a_heading(small: Path, change: Change) -> None:
    """The list that is asked for is drawn with the paragraph above it; words in bold at the front are its term."""
    change(
        "content_data/guidance/start.md",
        "More words,",
        "Before.\n\n- **Stay.** And wait.\n  - within\n- One. Two.\n\nThen:\n\n1. third\n\nMore words,",
    )
    first = drawn(
        small, change, "content: section\n        source: [section:start#a-part]\n        first_sentence: yes"
    )
    assert (first.lead and first.lead.text, texts(first), first.ordered) == (
        "Before.",
        ["Stay. And wait.", "One."],
        False,
    )
    change(SHORT, "first_sentence: yes", "list_number: 2")
    second = next(slide for slide in short(small).slides if slide.id == "short-levels-1")
    assert (second.lead and second.lead.text, texts(second), second.ordered) == ("Then:", ["third"], True)


def test_scenario_is_told_step_by_step(small: Path) -> None:
    """The four questions stand first, and each stage is shown after the one before."""
    slide = next(slide for slide in short(small).slides if slide.content is SlideKind.SCENARIO)
    assert [stage.text.text.strip() for stage in slide.stages] == ["A student comes to you.", "Student A comes too."]
    assert [point.text.text for point in slide.stages[0].points] == ["What now?"]
    assert texts(slide) == ["What concerns you?", "Who needs to know?"]
    assert [prose.text for prose in slide.look_for] == ["The lead is told."]


def test_questions_become_a_slide_each(small: Path) -> None:
    """The knowledge check asks a few questions, one at a time, with the feedback after the hands."""
    slides = [slide for slide in short(small).slides if slide.content is SlideKind.QUESTIONS]
    assert [slide.title for slide in slides] == [f"Questions ({number} of 2)" for number in (1, 2)]
    assert [point.right for point in slides[0].points] == [True, False]
    assert [stage.text.text for stage in slides[0].stages] == ["The lead is told first."]
    assert str(slides[0].source) == "section:start#a-part"


def test_a_session_chooses_which_question_the_room_is_asked(small: Path, change: Change) -> None:
    """One that is named is asked, and the title counts no others."""
    change(SHORT, "content: questions\n", "content: questions\n        shown: [2]\n")
    (slide,) = [slide for slide in short(small).slides if slide.content is SlideKind.QUESTIONS]
    assert slide.title == "Questions" and slide.stages


def test_what_a_room_does_not_see_is_still_of_the_slide(small: Path, change: Change) -> None:
    """Who works alone reads all of it; a room sees what is named."""
    slide = drawn(small, change, "content: outcomes\n        lead: no\n        shown: [2]")
    assert (slide.shows_lead, slide.shown) == (False, (2,))
    assert slide.lead and len(slide.points) == 3


def test_services_have_their_number(small: Path) -> None:
    """The slide with support shows whom to call."""
    slide = next(slide for slide in short(small).slides if slide.content is SlideKind.TALK)
    service = load_all(small).content.all(Service)[0]
    assert [(point.term, point.phone) for point in slide.points] == [(f"{service.name}:", service.phone)]


def test_long_register_is_shown_whole() -> None:
    """What grows with the registers is all there, the newest change first."""
    one = next(one for one in real_plans() if one.session.id == "changed-this-year")
    slides = [slide for slide in one.slides if slide.block == "changed-this-year-changes"]
    since = one.session.blocks[1].slides[0].since
    assert since is not None
    serious = [
        change.what
        for record in real_content().every()
        for change in getattr(record, "changes", ())
        if isinstance(change, Dated) and change.serious and change.on >= since
    ]
    shown = [point.text for slide in slides for point in slide.points]
    assert sorted(prose.text for prose in shown) == sorted(prose.text for prose in serious)


def test_figure_is_shown_with_who_was_asked() -> None:
    """Nobody can quote a figure from a slide without its year and its base."""
    slides = [slide for one in real_plans() for slide in one.slides if slide.content is SlideKind.STATISTIC]
    assert slides
    for slide in slides:
        assert slide.points[0].term and "%" in slide.points[0].term
        assert slide.points[-1].term and any(character.isdigit() for character in slide.points[-1].term)


def test_continuum_is_drawn_whole() -> None:
    """Every level stands on the slide, by its own name."""
    slide = next(slide for one in real_plans() for slide in one.slides if slide.content is SlideKind.CONTINUUM)
    continuum = real_content().one(Continuum)
    assert [point.term for point in slide.points] == [f"{level.name}:" for level in continuum.levels]
    assert (slide.picture, str(slide.source)) == (continuum, "section:understanding")


def test_plan_holds_its_cards(small: Path) -> None:
    """Cards and questions come in the order in which the session lists them."""
    one = short(small)
    assert [card.id for card in one.scenarios] == ["a-chat"]
    assert [card.id for card in one.rehearsals] == ["a-secret"]
    assert [question.id for question in one.questions] == ["q-one", "q-two", "q-three", "q-four", "q-five"]


def test_scenarios_cover_the_ground() -> None:
    """All four types, and every age from 13 to 17."""
    scenarios = real_content().all(Scenario)
    assert {scenario.behaviour.id for scenario in scenarios} == {
        *("image-sharing", "pressure-and-threats", "targeted-bullying", "unwanted-attention")
    }
    assert {scenario.age for scenario in scenarios} == {13, 14, 15, 16, 17}
