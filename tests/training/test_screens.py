"""What a room sees: few words in a size to be read, nothing lost, and questions in their place."""

from collections import Counter
from dataclasses import replace
from statistics import median

import pytest

from build_scripts.content.fields import Prose
from build_scripts.content.prose import parse, to_text
from build_scripts.content.sessions import SessionKind, SlideKind
from build_scripts.formats.powerpoint.kept_template import slide_layouts
from build_scripts.formats.powerpoint.layouts import Layout, ListStyle
from build_scripts.formats.powerpoint.text_height import LINE_HEIGHT
from build_scripts.training import screen_room, screens
from build_scripts.training.screens import Look, Screen, all_screens, screens_of
from build_scripts.training.session_plan import Slide
from build_scripts.training.slide_sources import Point
from tests.real import SESSIONS, real_content, real_plan

each = pytest.mark.parametrize("name", SESSIONS)
SPOKEN = {Look.CASE, Look.COLUMNS, Look.QUESTION}
"""Looks of which pairs or the room work through every word."""


def shown(name: str) -> tuple[Screen, ...]:
    """Return what a room sees in a session."""
    return all_screens(real_content(), real_plan(name))


def words_below(screen: Screen) -> int:
    """Return how many words stand below a title at once."""
    if screen.picture:
        return 0
    proses = [point.text for point in screen.points] + [line for c in screen.columns for p in c for line in p.lines]
    terms = " ".join(point.term or "" for point in screen.points)
    lead = [screen.lead] if screen.lead else []
    return len(" ".join([terms, *(to_text(parse(prose)) for prose in (*lead, *proses))]).split())


def lists(*points: str, lead: str = "", kind: SlideKind = SlideKind.POINTS) -> list[Screen]:
    """Return the screens of a slide with so many points."""
    usual = real_plan("understanding-60")
    row = next(row for row in usual.rows if row.block.id == "understanding-60-sort")
    slide = replace(
        row.slides[0],
        content=kind,
        shown=(),
        shows_lead=True,
        lead=Prose(lead) if lead else None,
        points=tuple(Point(Prose(point)) for point in points),
    )
    return list(screens_of(real_content(), usual, replace(row, slides=(slide,))))


@each
def test_half_of_the_slides_have_few_words(name: str) -> None:
    """A room listens while it does not read: half of the slides of each session have 35 words or fewer."""
    assert median(map(words_below, shown(name))) <= 35


@each
def test_a_session_has_time_for_its_slides(name: str) -> None:
    """A briefing of ten minutes has no more than fourteen; what is only done when there is time is not counted."""
    rows = [row for row in real_plan(name).rows if not row.block.optional]
    count = 1 + sum(len(screens_of(real_content(), real_plan(name), row)) for row in rows)
    session = real_plan(name).session
    assert count <= (14 if session.kind is SessionKind.BRIEFING else 10 + session.minutes / 2)


@each
def test_a_slide_holds_one_thing(name: str) -> None:
    """No list or sentence has more than 60 words, no list more than five points, and no slide more than six numbers."""
    assert [s.title for s in shown(name) if s.look not in SPOKEN and words_below(s) > 60] == []
    most = {Look.LIST: screens.MOST_POINTS, Look.HELP: screens.MOST_SERVICES}
    assert [s.title for s in shown(name) if len(s.points) > most.get(s.look, len(s.points))] == []


def test_all_numbers_to_call_stand_on_one_slide() -> None:
    """Nobody waits for the number they need, or photographs half of them."""
    for name in SESSIONS:
        (calls,) = [screen for screen in shown(name) if screen.look is Look.HELP]
        assert len(calls.points) == 6 and calls.size >= 24


def test_numbers_to_call_go_on_when_their_words_are_long() -> None:
    """Whoever writes more than a few words gets another slide, and no words below its edge."""
    points = ["what a service does, in a good many words " * 4] * 6
    made = lists(*points, kind=SlideKind.TALK)
    assert len(made) > 1 and sum(len(screen.points) for screen in made) == 6


def test_what_a_room_does_not_see_stands_in_the_notes() -> None:
    """The page decides what is true, and a session what is on the wall: the rest is there for the facilitator."""
    usual = real_plan("understanding-60")
    row = next(row for row in usual.rows if row.block.id == "four-types")
    slide = replace(row.slides[0], lead=Prose("All."), shows_lead=False, shown=(2,))
    (made,) = screens_of(real_content(), usual, replace(row, slides=(slide,)))
    assert [point.text for point in made.points] == [slide.points[1].text] and made.lead is None
    assert [point.text.text for point in made.in_full] == ["All.", slide.points[0].text.text]


def test_a_stage_that_is_on_its_card_alone_stands_in_the_notes() -> None:
    """A briefing has time for two stages, and its facilitator has all of them."""
    story, *_ = [screen for screen in shown("briefing-group") if screen.look is Look.CASE]
    (scenario,) = real_plan("briefing-group").scenarios
    assert scenario.stages[1].text in [point.text for point in story.in_full]


def test_a_part_of_a_list_that_counts_has_no_numbers() -> None:
    """«2.» above «5.» asks what is missing, and a single «1.» what comes next."""
    usual = real_plan("understanding-60")
    row = next(row for row in usual.rows if row.block.id == "first-hour")
    slide = replace(row.slides[0], ordered=True)
    assert screens_of(real_content(), usual, replace(row, slides=(slide,)))[0].ordered
    picked = replace(slide, shown=(1, 3))
    assert not screens_of(real_content(), usual, replace(row, slides=(picked,)))[0].ordered


@each
def test_people_read_what_is_covered_as_they_arrive(name: str) -> None:
    """Whoever wants to leave before it begins can; what the session gives stands in the notes and on its page."""
    first, session = shown(name)[0], real_plan(name).session
    assert first.lead == session.content_note and session.summary in first.notes


@each
def test_questions_are_a_quarter_at_most(name: str) -> None:
    """A session teaches; with its answers, which are slides in PowerPoint, its quiz is no more than a quarter."""
    asked = Counter(screen.look for screen in shown(name))[Look.QUESTION]
    assert 2 * asked <= (len(shown(name)) + asked) / 4


@each
def test_a_session_begins_and_ends_with_a_slide_for_it(name: str) -> None:
    """People arrive at the title, and leave with a slide that stays."""
    looks = [screen.look for screen in shown(name)]
    assert (looks[0], looks[-1]) == (Look.TITLE, Look.END)
    assert not {Look.TITLE, Look.END} & set(looks[1:-1])


@each
def test_nothing_that_is_shortened_is_lost(name: str) -> None:
    """Every paragraph and point of a slide is shown as it is written, or stands in full in the notes."""
    made = {screen.block: "" for screen in shown(name)}
    for screen in shown(name):
        proses = [screen.lead] if screen.lead else []
        proses += [point.text for point in (*screen.points, *screen.in_full)]
        proses += [line for column in screen.columns for part in column for line in part.lines]
        proses += [screen.answer.text] if screen.answer else []
        made[screen.block] += "".join(prose.text for prose in proses)
    for slide in real_plan(name).slides:
        written = [slide.lead] if slide.lead else []
        written += [point.text for point in slide.points] + [stage.text for stage in slide.stages]
        assert [prose.text for prose in written if prose.text not in made[slide.block]] == []


@each
def test_each_stage_is_shown_alone_with_the_questions_that_are_always_asked(name: str) -> None:
    """Nobody reads ahead, and the four questions do not go away after the first stage."""
    for slide in real_plan(name).slides:
        if slide.content is SlideKind.SCENARIO:
            stages = [screen for screen in shown(name) if screen.title.partition(" (")[0] == slide.title]
            seen = [slide.stages[number - 1] for number in slide.shown] or slide.stages
            assert [screen.lead for screen in stages] == [stage.text for stage in seen]
            assert all(screen.points[-len(slide.points) :] == slide.points for screen in stages)


@each
def test_no_heading_says_what_stands_below_it(name: str) -> None:
    """A room that reads a question twice waits for the difference."""
    for screen in shown(name):
        if screen.look is Look.QUESTION and screen.lead:
            assert screen.title.strip('"?').lower() != to_text(parse(screen.lead)).strip('"?').lower()


def test_words_go_on_over_as_few_slides_as_they_need_filled_alike() -> None:
    """Nobody meets a full slide followed by one with a leftover line."""
    made = lists(*["one two three four five six seven eight nine"] * 6)
    assert [len(screen.points) for screen in made] == [3, 3]
    assert [screen.start for screen in made] == [1, 4]


def test_what_fits_on_a_slide_stays_on_it() -> None:
    """A list with a sentence above it is not taken apart, as long as it is read from the last row."""
    points = ["one two three four five six seven eight"] * 4
    (made,) = lists(*points, lead="A sentence that says what the list is for.")
    assert made.lead and made.size >= screen_room.USUAL


def test_a_part_that_takes_long_begins_with_its_name_and_its_minutes() -> None:
    """A room sees where it is and for how long; a short part has no slide for it."""
    plan = real_plan("whole-route-90")
    row = next(row for row in plan.rows if row.block.id == "whole-route-90-responses")
    section = screens_of(real_content(), plan, row)[0]
    assert (section.look, section.title) == (Look.SECTION, row.block.title)
    assert section.lead and section.lead.text == f"{row.block.minutes} minutes"
    short = replace(row, block=row.block.model_copy(update={"minutes": screens.MANY_MINUTES - 1}))
    assert Look.SECTION not in {screen.look for screen in screens_of(real_content(), plan, short)}


def test_the_question_of_a_stage_is_told_from_those_that_are_always_asked() -> None:
    """What is new at a stage stands out."""
    asked = [screen for screen in shown("whole-route-90") if screen.look is Look.CASE]
    assert all(len(screen.points) - screen.own == 4 for screen in asked)


def test_a_drawing_stands_where_there_is_room() -> None:
    """It never stands behind a full slide."""
    assert lists("One.", "Two.")[0].has_room
    assert not lists(*["considerably longer words " * 4] * 4)[0].has_room


def test_a_paragraph_that_leads_over_to_a_list_stays_with_it() -> None:
    """«That:» stands on no slide alone; a sentence of its own does when both are long."""
    points = ["one two three four five six seven eight nine"] * 4
    lead = "a few words of a sentence that is about as long as a point of a list"
    assert lists(*points, lead=f"{lead}:")[0].lead and lists(*points, lead=f"{lead}:")[0].points
    assert not lists(*points, lead=f"{lead}.")[0].points


def test_type_is_the_larger_the_fewer_words_there_are() -> None:
    """What a last row can read is decided by measuring, and never below the smallest size."""
    few, many = lists("One.", "Two.")[0], lists(*["considerably longer words " * 5] * 3)[0]
    assert few.size > many.size >= screen_room.SIZES[-1]


def test_what_is_measured_is_the_room_of_the_template() -> None:
    """A designer who moves the placeholder of lists is told that screens are measured by the old one."""
    place = slide_layouts()[Layout.CONTENT].bodies[1]
    assert (place.width, place.height) == screen_room.ROOM
    assert (place.gap, LINE_HEIGHT) == (screen_room.GAP, screen_room.LINE_HEIGHT)
    assert place.indent(ListStyle.BULLET) == pytest.approx(screen_room.INDENT, abs=0.01)
    quoted = slide_layouts()[Layout.QUOTE].bodies[1]
    assert (quoted.width, quoted.height) >= screen_room.QUOTED_ROOM


def test_a_slide_is_told_from_the_next() -> None:
    """The ids of a part count its screens, and only the first of a slide has notes of its own."""
    row = next(row for row in real_plan("understanding-60").rows if row.block.id == "four-types")
    made = screens_of(real_content(), real_plan("understanding-60"), row)
    assert [screen.id for screen in made] == [f"four-types-{number}" for number in range(1, len(made) + 1)]
    slides: list[Slide] = list(row.slides)
    assert sum(screen.is_first for screen in made) == len(slides) + 1  # with the screen that names the part


@pytest.mark.parametrize(
    "rest",
    [
        "Scotland has a law of its own for it.",
        "It is **not yet** in force.",
        "Do not look at it.",
        "They may be at risk of something worse.",
        "Then tell the DSL about all that was said.",
        "See [the page](term:dsl) that is about it.",
        "Have I got that right?",
    ],
)
def test_what_must_not_be_missed_is_never_cut_off(rest: str) -> None:
    """A long point loses its second sentence to the notes, unless that has a nation, a warning or a risk."""
    first = "This is a sentence that says what has to be done by somebody who has to do it on that very day."
    loose = "It is more of the same for those who like to read a little more about it."
    shown = lists(f"{first} {rest} {loose}")[0].points[0].text.text
    assert shown == f"{first} {rest} {loose}"
    cut = lists(f"{first} {loose}")[0]
    assert (cut.points[0].text.text, cut.in_full[0].text.text) == (first, f"{first} {loose}")
