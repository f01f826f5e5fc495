"""The page on which a session is worked through alone."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from build_scripts.check.deny_list import pattern_of
from build_scripts.check.readability import reading_age, words_in
from build_scripts.content.fields import Prose
from build_scripts.content.load import load_all
from build_scripts.content.pages import Audience
from build_scripts.content.prose import parse, split_sentences, to_text
from build_scripts.content.registers import Denied
from build_scripts.content.sessions import BlockKind, Session, SlideKind
from build_scripts.content.settings import Settings
from build_scripts.training.self_study import parts, questions, said, self_study_page
from build_scripts.training.session_plan import SessionPlan, session_plan
from tests.conftest import SMALL, Change
from tests.guide_2019 import overlap
from tests.html import find, headings, ids, lines, read, targets, words
from tests.learning import page_of, unpack
from tests.real import BUILD_INFO, SESSIONS, real_content, real_plan

SHORT = "content_data/sessions/short.yml"
FOR_THE_ROOM = re.compile(r"\b(?:slides?|show of hands|hand out|this room|in pairs|facilitator)\b", re.IGNORECASE)


def short(root: Path = SMALL) -> tuple[str, SessionPlan]:
    """Return the page of the small project's session, and the session worked out."""
    content = load_all(root).content
    worked_out = session_plan(content, content.all(Session)[0])
    return self_study_page(content, worked_out, BUILD_INFO), worked_out


def on_one_line(prose: Prose) -> str:
    """Return the words of a prose as a page shows them."""
    return " ".join(to_text(parse(prose)).split())


@pytest.mark.parametrize("session", SESSIONS)
def test_a_lone_reader_gets_what_the_room_was_told(session: str) -> None:
    """Each slide that teaches is there with its points, its stages and what to notice."""
    text = words(page_of(session))
    for part in parts(real_plan(session)):
        for slide, _ in part.slides:
            proses = [point.text for point in slide.points] + [stage.text for stage in slide.stages]
            wanted = [on_one_line(prose) for prose in (*proses, *slide.look_for)]
            assert [each for each in wanted if each not in text] == [], slide.title


@pytest.mark.parametrize("session", SESSIONS)
def test_nothing_is_asked_of_a_reader_that_needs_a_room(session: str) -> None:
    """A lone reader is not told to raise a hand, to find a partner or to look at a slide."""
    assert FOR_THE_ROOM.findall(words(page_of(session))) == []


@pytest.mark.parametrize("session", SESSIONS)
def test_support_and_safety_come_before_anything_else(session: str) -> None:
    """Nobody meets a hard topic before they know that they can stop and whom they can talk to."""
    text = words(page_of(session))
    order = [
        text.index(on_one_line(real_plan(session).session.content_note)),
        text.index("You can stop at any time"),
        text.index("Never view, copy, forward, print or save"),
        text.index("Do not delete it before you have taken advice"),
        text.index("Support for you"),
        text.index("What you will be able to do"),
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("session", SESSIONS)
def test_no_link_leads_out_of_the_package(session: str) -> None:
    """Beside the page lies no site: every link is a telephone number or a place on the page that exists."""
    page = page_of(session)
    places = [f"#{name}" for name in ids(page)]
    assert [link for link in targets(page) if not link.startswith("tel:") and link not in places] == []
    assert len(places) == len(set(places))


@pytest.mark.parametrize("session", SESSIONS)
def test_headings_go_down_one_by_one(session: str) -> None:
    """Who goes through a page by its headings misses no part of it."""
    levels = [level for level, _, _ in headings(page_of(session))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(low - high <= 1 for high, low in pairwise(levels))


@pytest.mark.parametrize("session", SESSIONS)
def test_a_page_is_easy_to_read(session: str) -> None:
    """Sentences are short, the reading age is that of pages for staff, and nothing denied is printed."""
    text, limits = lines(page_of(session)), real_content().one(Settings).reading
    sentences = tuple(sentence for line in text.splitlines() for sentence in split_sentences(line))
    assert [sentence for sentence in sentences if words_in(sentence) > limits.sentence_words] == []
    assert reading_age(sentences) <= limits.age(Audience.STAFF)
    rules = [rule.pattern for rule in real_content().all(Denied) if not rule.near]
    assert [rule for rule in rules if pattern_of(rule).search(text)] == []


def test_nothing_is_copied_from_the_2019_guide(tmp_path: Path) -> None:
    """No run of seven or more words of the guide stands on a launch page, where parts come together anew."""
    assert overlap(unpack(tmp_path)) == ""


@pytest.mark.parametrize("session", SESSIONS)
def test_every_question_is_asked_once(session: str) -> None:
    """Questions that open a session are asked too, and none is asked twice."""
    asked = [question.id for question in questions(real_content(), real_plan(session))]
    opening = {slide.lead for slide in real_plan(session).slides if slide.content is SlideKind.QUESTION}
    assert len(asked) == len(set(asked))
    assert {question.question for question in questions(real_content(), real_plan(session))} >= opening
    assert [each.get("data-question") for each in find(page_of(session), "*[@data-question]")] == asked


@pytest.mark.parametrize("session", SESSIONS)
def test_answers_can_be_read_without_scripts(session: str) -> None:
    """Behind each question stand the right answer and why, for those whose browser runs no scripts."""
    page = read(page_of(session))
    for question in questions(real_content(), real_plan(session)):
        (item,) = find(page, f"*[@data-question='{question.id}']")
        right = next(option for option in question.options if option.right)
        behind = words(find(item, "details")[0])
        assert on_one_line(right.text) in behind and on_one_line(question.feedback) in behind
        assert len(find(item, "*[@data-right]")) == 1


def test_what_the_facilitator_says_is_told_where_one_teaches(small: Path, change: Change) -> None:
    """Facts that only the notes hold, such as a nation, reach the lone reader; what to do in the room does not."""
    told = "**Say** that it holds **only** in Wales. So look there. **Ask** for hands.\n\n          **Do** wait."
    change(SHORT, "Say this.", told)
    page, worked_out = short(small)
    assert "Note that it holds <strong>only</strong> in Wales. So look there.</p>" in page
    assert "Ask" not in words(page).replace("Ask yourself", "") and "Do wait" not in page
    row = next(row for row in worked_out.rows if row.block.kind is BlockKind.INPUT)
    in_pairs = row.block.model_copy(update={"kind": BlockKind.SCENARIO})
    assert said(row.block, row.slides[0]) and not said(in_pairs, row.slides[0])


@pytest.mark.parametrize("session", SESSIONS)
def test_tasks_for_a_group_are_left_out(session: str) -> None:
    """Nobody alone is told to watch colleagues, to fold a sheet between two, or to take a pause in the room."""
    alone = {slide.id for part in parts(real_plan(session)) for slide, _ in part.slides}
    for row in real_plan(session).rows:
        tasks = {slide.id for slide in row.slides if slide.content is SlideKind.POINTS}
        if row.block.kind in (BlockKind.ACTIVITY, BlockKind.PAUSE, BlockKind.START, BlockKind.CLOSE):
            assert not tasks & alone, row.block.id


def test_a_session_without_questions_can_be_finished(small: Path) -> None:
    """Such a session asks nothing and says so; a button at its end takes the place of the check."""
    _, worked_out = short(small)
    content = load_all(small).content
    bare = SessionPlan(worked_out.session, worked_out.rows[:2], (), (), ())
    page = self_study_page(content, bare, BUILD_INFO)
    assert "This session has no questions." in page and "mf-question" not in page and "<fieldset" not in page


def test_local_details_stand_on_the_page(small: Path, change: Change) -> None:
    """What a school gave for the build is on the page, and elsewhere the neutral words; no script fills them in."""
    change(
        SHORT,
        "This session is about sharing.",
        "Ask [the lead](local:lead-name) or ring [the number](local:lead-phone).",
    )
    details = "details:\n  - id: lead-name\n    value: Zoë <Lee>\n"
    (small / "content_data" / "local-details.yml").write_text(details, encoding="utf-8")
    page, _ = short(small)
    assert "Ask Zoë <Lee> or ring the number." in words(page)
    assert "](" not in page and "local:" not in page
