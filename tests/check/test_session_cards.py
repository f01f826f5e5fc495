"""Scenarios, rehearsals and questions are made up, of the right age, without names, and have one right answer."""

from pathlib import Path

from tests.conftest import SMALL, Change, problems_of
from tests.mistakes import QUESTIONS, REHEARSALS, SCENARIOS, Mistake, Mistakes, each_mistake

SCENARIO: Mistakes = {
    "too young in words": (
        "A student comes to you.",
        "A student aged 12 comes to you.",
        "6:7: somebody in this scenario is 12; make every young person 13 to 17",
    ),
    "behaviour that is none": (
        "behaviour: behaviour:sharing",
        "behaviour: section:start",
        "2:12: 'section:start' is not a type of behaviour; write behaviour: and the id of one of the four",
    ),
    "name": (
        "A student comes to you.",
        "A student comes to you with Sam.",
        "6:7: 'Sam' looks like somebody's name; give people roles, such as 'Student A' or 'a colleague'",
    ),
    "boy or girl": (
        "A student comes to you.",
        "She comes to you.",
        "6:7: 'She' ties what was done to boys or to girls; write of 'they', 'a student' or 'Student A'",
    ),
    "source that is no page": (
        "cites: [behaviour:sharing]",
        "cites: [survey:a-survey]",
        "13:9: 'survey:a-survey' is not a page that answers can come from; "
        "use one of: behaviour, document, faq, form, page, section, service, statistic, term",
    ),
}

REHEARSAL: Mistakes = {
    "boy or girl in a rehearsal": (
        "A student asks",
        "A girl asks",
        "4:16: 'girl' ties what was done to boys or to girls; write of 'they', 'a student' or 'Student A'",
    ),
    "id twice": (
        "rehearsals:\n",
        (SMALL / REHEARSALS).read_text(encoding="utf-8"),
        "12:5: there is a rehearsal 'a-secret' already, on line 2; change one of them",
    ),
}

QUESTION: Mistakes = {
    "two right answers": (
        "text: Nobody.\n    right: no",
        "text: Nobody.\n    right: yes",
        "6:5: 2 answers to 'q-one' are right; give one answer 'right: yes', and the others 'right: no'",
    ),
    "no right answer": (
        "text: The lead.\n    right: yes",
        "text: The lead.\n    right: no",
        "6:5: no answer to 'q-one' is right; give one answer 'right: yes', and the others 'right: no'",
    ),
    "feedback from nowhere": (
        "page: section:start#a-part",
        "page: section:start#a-prat",
        "8:7: 'section:start' has no heading '#a-prat'; did you mean 'a-part'?",
    ),
}


@each_mistake({SCENARIOS: SCENARIO, REHEARSALS: REHEARSAL, QUESTIONS: QUESTION})
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A card that could hurt, or tells of nobody's page, is told in one line."""
    assert told == [mistake.told]


def test_people_in_a_scenario_are_a_warning(small: Path, change: Change) -> None:
    """A capital may be no name after all, so it does not stop the build."""
    change(SCENARIOS, "A student comes to you.", "A student comes to you with Sam.")
    assert [problem.severity for problem in problems_of(small)] == ["warning"]
