"""Records of sessions hold everything that a session is delivered with."""

from tests.mistakes import QUESTIONS, REHEARSALS, SCENARIOS, SHORT, Mistake, Mistakes, each_mistake

SESSION: Mistakes = {
    "two outcomes": ("  - Tell nobody else.\n", "", "10:3: this list is too short (2); give at least 3"),
    "four outcomes": (
        "  - Tell nobody else.\n",
        "  - Tell nobody else.\n  - Say it.\n",
        "10:3: this list is too long; give at most 3",
    ),
    "no content note": (
        "content_note: This session is about sharing.\n",
        "",
        "1:1: 'content_note' is missing; add a line 'content_note: …' to this entry",
    ),
    "nothing to prepare": ("  - Read the notes.", "  []", "15:3: this list is too short (0); give at least 1"),
    "nothing to do next": ("  - Find the lead.", "  []", "91:3: this list is too short (0); give at least 1"),
    "block of no minutes": ("minutes: 3\n", "minutes: 0\n", "25:14: 0 is too small; use at least 1"),
    "priority out of range": ("priority: 3", "priority: 4", "60:15: 4 is too large; use at most 3"),
    "nothing to say": (
        "        notes: |\n          Say this.\n",
        "",
        "29:9: 'notes' is missing; add a line 'notes: …' to this entry",
    ),
    "unknown kind of content": (
        "content: key-points",
        "content: key-point",
        "30:18: 'key-point' is not one of the words allowed; did you mean 'key-points'?",
    ),
}

SCENARIO: Mistakes = {
    "too young": ("age: 14", "age: 12", "3:6: 12 is too small; use at least 13"),
    "too old": ("age: 14", "age: 18", "3:6: 18 is too large; use at most 17"),
    "nothing to reveal": (
        "  - text: |\n      Student A comes too.\n",
        "",
        "5:3: this list is too short (1); give at least 2",
    ),
}

REHEARSAL: Mistakes = {
    "nothing to avoid": ("      - I tell nobody.", "      []", "8:7: this list is too short (0); give at least 1")
}

QUESTION: Mistakes = {
    "one answer": ("  - text: Nobody.\n    right: no\n", "", "3:3: this list is too short (1); give at least 2"),
    "no feedback": (
        "feedback: The lead is told first.\n",
        "",
        "1:1: 'feedback' is missing; add a line 'feedback: …' to this entry",
    ),
}


@each_mistake({SHORT: SESSION, SCENARIOS: SCENARIO, REHEARSALS: REHEARSAL, QUESTIONS: QUESTION})
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """What is left out, or too little, too much or out of range, is told in one line."""
    assert told == [mistake.told]
