"""What facilitators find on the pages of sessions, and that decks and papers say the same."""

import re
from pathlib import Path

import pytest

from build_scripts.content.load import load_all
from build_scripts.content.pages import Guidance
from build_scripts.content.prose import parse, to_text
from build_scripts.content.sessions import SessionParts
from build_scripts.content.settings import Settings
from build_scripts.pages.generated import GeneratedPage
from build_scripts.training.pages import build_session_pages
from tests.conftest import Change
from tests.folders import opened
from tests.html import find, section, words
from tests.real import real_content, real_plans

PAGE, DECK, PAPERS = "sessions/short", "sessions/short-slides", "sessions/short-papers"
GUIDANCE = "content_data/guidance/start.md"


def lengths() -> tuple[int, ...]:
    """Return the lengths of session that the builder offers."""
    return real_content().one(Settings).sessions.builder_minutes


def pages(root: Path) -> dict[str, GeneratedPage]:
    """Return the pages of sessions of a project without problems."""
    return {file.address: file for file in opened(root).files if file.address.startswith("sessions/")}


def real() -> dict[str, str]:
    """Return the text of the pages of the real sessions by address."""
    return {page.address: page.body for page in build_session_pages(real_content())}


def test_each_session_has_a_page_a_deck_and_papers(small: Path) -> None:
    """Menus list the page alone, after the list and the builder; each leads back to its source."""
    made = pages(small)
    source = "content_data/sessions/short.yml"
    assert {name: (page.group, page.source.path) for name, page in made.items()} == {
        "sessions/index": ("training", "content_data/pages.yml"),
        "sessions/builder": ("training", "content_data/pages.yml"),
        "sessions/all-slides": (None, "content_data/pages.yml"),
        PAGE: ("training", source),
        DECK: (None, source),
        PAPERS: (None, source),
    }


def test_the_facilitator_finds_everything(small: Path) -> None:
    """Audience, who may deliver it, aims, preparation, the clock, words and notes, answers and actions."""
    said = words(pages(small)[PAGE].body)
    parts = ("All staff.", "Name the lead.", "Read the notes.", "1 to 4", "In short", "Say this.", "Say that.")
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    assert "10 minutes in total, not counting the parts to do if there is time" in said


@pytest.mark.parametrize("output", [PAGE, DECK, "sessions/all-slides"])
def test_a_word_changed_in_guidance_is_changed_in_every_output(small: Path, change: Change, output: str) -> None:
    """No output keeps words of its own."""
    first = next(str(article.key_points[0].text) for article in load_all(small).content.all(Guidance))
    change(GUIDANCE, first, "Quite another thing.")
    said = words(pages(small)[output].body)
    assert "Quite another thing." in said
    assert first not in said


def test_every_slide_is_on_page_and_deck_with_its_notes() -> None:
    """Title, words, stages and notes of every real slide stand on the facilitator's page and in the deck."""
    made = real()
    for worked_out in real_plans():
        for address in (f"sessions/{worked_out.session.id}", f"sessions/{worked_out.session.id}-slides"):
            said = words(made[address]).replace(" ", "")
            for slide in worked_out.slides:
                proses = [slide.notes, *([slide.lead] if slide.lead else []), *(point.text for point in slide.points)]
                proses += [stage.text for stage in slide.stages]
                for text in (slide.title, *(to_text(parse(prose)) for prose in proses)):
                    assert re.sub(r"\s+", "", text) in said, (address, slide.id)


def test_a_card_has_one_stage_of_a_scenario() -> None:
    """Who holds a card does not know what comes next, and always has the questions."""
    prompts = real_content().one(SessionParts).prompts
    for worked_out in real_plans():
        found = find(real()[f"sessions/{worked_out.session.id}-papers"], "*[@class='mf-session-card']")
        cards = ["".join(words(card).split()) for card in found]
        stages = [stage for scenario in worked_out.scenarios for stage in scenario.stages]
        for stage in stages:
            told = "".join(to_text(parse(stage.text)).split())
            (card,) = [card for card in cards if told in card]
            assert all("".join(prompt.text.split()) in card for prompt in prompts)
            assert sum("".join(to_text(parse(other.text)).split()) in card for other in stages) == 1


def test_each_scenario_has_a_sheet_for_who_leads_its_discussion() -> None:
    """All stages, what to listen for and the pages to turn to stand on one sheet."""
    for worked_out in real_plans():
        text = real()[f"sessions/{worked_out.session.id}-papers"]
        for number, scenario in enumerate(worked_out.scenarios, 1):
            sheet = "".join(words(section(text, f"discussion-{number}")).split())
            proses = [stage.text for stage in scenario.stages] + list(scenario.look_for)
            assert [prose for prose in proses if "".join(to_text(parse(prose)).split()) not in sheet] == []


def test_people_say_what_they_can_do_without_a_name() -> None:
    """The evaluation asks about each outcome, and nobody signs it."""
    for worked_out in real_plans():
        sheet = words(section(real()[f"sessions/{worked_out.session.id}-papers"], "evaluation"))
        assert all(to_text(parse(outcome)) in sheet for outcome in worked_out.session.outcomes)
        assert real_content().label("evaluation-no-names") in sheet


def test_papers_hold_cards_questions_and_answers() -> None:
    """Every card and question of a real session is on its papers; answers stand on a sheet of their own."""
    made = real()
    for worked_out in real_plans():
        text = made[f"sessions/{worked_out.session.id}-papers"]
        said = words(text)
        for card in (*worked_out.scenarios, *worked_out.rehearsals):
            assert str(vars(card)["title"]) in said
        asked, answers = words(section(text, "questions")), words(section(text, "answers"))
        for question in worked_out.questions:
            feedback = " ".join(to_text(parse(question.feedback)).split())
            assert feedback in answers and feedback not in asked
        assert "not an accreditation" in said
