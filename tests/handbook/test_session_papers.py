"""Every paper of a session is a document of its own, as PDF and for Word, and says what the page of papers says."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from build_scripts.content.content import Content
from build_scripts.content.load import load_all
from build_scripts.content.local_details import TO_WRITE_ON
from build_scripts.content.sessions import Scenario, Session
from build_scripts.formats.word.docx_file import write_docx
from build_scripts.formats.word.from_html import TO_WRITE_IN
from build_scripts.handbook.paper import as_word, print_html
from build_scripts.handbook.session_papers import SessionPaper, session_papers
from tests.folders import write
from tests.html import headings, read, words
from tests.real import BUILD_INFO, SESSIONS, real_content

NEEDED = {"Running order", "Handout", "Questions", "Answers", "Attendance register", "Certificate of attendance"}
"""What every trainer needs, whatever the session."""


def papers(content: Content, session_id: str) -> dict[str, SessionPaper]:
    """Return the papers of a session by their names."""
    session = next(session for session in content.all(Session) if session.id == session_id)
    return {made.name: made for made in session_papers(content, session, BUILD_INFO)}


@pytest.mark.parametrize("session_id", SESSIONS)
def test_every_session_has_every_paper(session_id: str) -> None:
    """A school that has only a library of documents teaches the session as others do."""
    made = papers(real_content(), session_id)
    assert made.keys() >= NEEDED
    assert any(name.endswith("cards") for name in made)


@pytest.mark.slow
@pytest.mark.parametrize("session_id", SESSIONS)
def test_a_paper_says_in_word_what_it_says_in_print(session_id: str) -> None:
    """Both are made from one source: no line of one is missing in the other."""
    for name, made in papers(real_content(), session_id).items():
        written = docx.Document(BytesIO(write_docx(as_word(made.paper))))
        cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
        in_word = " ".join(" ".join([*(each.text for each in written.paragraphs), *cells]).split())
        for part in read(print_html(made.paper)).xpath("//body//p | //body//th"):
            assert words(part) in in_word, name


def test_a_paper_is_one_title_and_headings_below() -> None:
    """Whoever jumps from heading to heading finds each card; nothing of the page to print from is left."""
    for made in papers(real_content(), "understanding-60").values():
        levels = [level for level, _, _ in headings(made.paper.body)]
        assert levels[0] == 1 and set(levels[1:]) <= {2}
        assert "checkbox" not in made.paper.body and "<a " not in made.paper.body


def test_guidance_for_each_scenario_begins_with_its_title() -> None:
    """A facilitator with several scenarios sees where the next one begins, and which it is."""
    content = real_content()
    titles = [scenario.title for scenario in content.all(Scenario)]
    for session in content.all(Session):
        found = headings(papers(content, session.id)["Guidance for the discussion"].paper.body, 2)
        assert [said for _, said, _ in found if said in titles] == [
            next(each.title for each in content.all(Scenario) if each.id == named.id) for named in session.scenarios
        ]


def test_answers_have_the_letters_of_the_questions() -> None:
    """The sheet of answers names them by letter, and a reader of the questions sees these letters."""
    made = papers(real_content(), "understanding-60")
    asked, answered = (words(read(made[name].paper.body)) for name in ("Questions", "Answers"))
    assert "1. " in asked and "A. " in asked and "B. " in asked
    assert any(f"{letter}. " in answered for letter in "ABCD")


def test_what_is_not_known_is_a_line_to_write_on() -> None:
    """Nobody has to find out where the name of the lead goes."""
    handout = words(read(papers(real_content(), "understanding-60")["Handout"].paper.body))
    assert f"Our DSL: {TO_WRITE_ON}" in handout


def test_a_register_has_rows_to_sign_in_that_are_no_lines_of_text() -> None:
    """Twenty people sign on one side of paper, which an empty line more in each row would make two."""
    paper = papers(real_content(), "understanding-60")["Attendance register"].paper
    (table,) = docx.Document(BytesIO(write_docx(as_word(paper)))).tables
    assert {row.height for row in table.rows[1:]} == {Pt(TO_WRITE_IN)}
    assert "\n" not in "".join(cell.text for row in table.rows for cell in row.cells)


def test_a_sentence_has_a_whole_line() -> None:
    """What somebody thinks of a session does not fit where a name does."""
    said = words(read(papers(real_content(), "understanding-60")["Evaluation"].paper.body))
    assert 4 * TO_WRITE_ON in said


def test_details_given_at_build_time_stand_on_the_papers(small: Path) -> None:
    """A school that builds with its own details hands out its own names."""
    field = "\n  - id: dsl-name\n    label: DSL\n    group: people\n    audience: staff\n    fallback: the DSL\n"
    with (small / "content_data" / "local.yml").open("a", encoding="utf-8") as file:
        file.write(field.lstrip("\n"))
    write(small, {"content_data/local-details.yml": "details:\n  - id: dsl-name\n    value: Ms Shah\n"})
    handout = papers(load_all(small).content, "short")["Handout"]
    assert "Our DSL: Ms Shah" in words(read(handout.paper.body))
