"""What a record refuses is told once, at its own place, with a remedy."""

from pathlib import Path

from tests.conftest import Change, problems_of
from tests.mistakes import DATA, Mistake, each_mistake

MISTAKES = {
    DATA + "glossary.yml": {
        "missing key": ("    term: Consent\n", "", "2:5: 'term' is missing; add a line 'term: …' to this entry"),
        "key without value": (
            "term: Consent",
            "term:",
            "3:5: 'term' has no value; write one after the colon",
        ),
        "list where text belongs": (
            "term: Consent",
            "term: [Consent]",
            "3:11: this should be text; write it on this line, or after '|' on the lines below",
        ),
        "id in capitals": (
            "id: no",
            "id: No",
            "7:9: 'No' cannot be an id; use lower-case letters, digits and hyphens, such as no",
        ),
    },
    DATA + "services/a-line.yml": {
        "text that goes on at the margin": (
            "what: It listens.",
            "what: It listens\nto anyone: day or night.",
            "8:1: unknown key 'to anyone'; "
            "if the line goes on with the text above, begin it with two spaces more than that key",
        ),
        "key like no other": (
            "phone:",
            "zzz:",
            "8:1: unknown key 'zzz'; remove it; others here are ages, aliases, brief, change, changes, confirmed, "
            "contact, cost and more",
        ),
        "unknown key": ("phone:", "phnoe:", "8:1: unknown key 'phnoe'; did you mean 'phone'?"),
    },
    DATA + "guidance/start.md": {
        "wrong type": ("order: 10", "order: first", "4:8: 'first' is not a whole number; write digits only, such as 10")
    },
    DATA + "questions/q-one.yml": {
        "key where all are given": ("feedback:", "zzz: a\nfeedback:", "7:1: unknown key 'zzz'; remove it")
    },
    DATA + "documents/a-study.yml": {
        "word that is not allowed": (
            "status: current",
            "status: curent",
            "6:9: 'curent' is not one of the words allowed; did you mean 'current'?",
        )
    },
    DATA + "sessions/short.yml": {
        "misspelt key of a block": (
            "    minutes: 3\n",
            "    minuets: 3\n",
            "25:5: unknown key 'minuets'; did you mean 'minutes'?",
        )
    },
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """An editor reads what is wrong with a value or a key, and not what follows from it."""
    assert told == [mistake.told]


def test_a_word_of_many_signs_is_told_without_trying_every_way_to_part_it(small: Path, change: Change) -> None:
    """A cat on the keyboard costs no editor two minutes, as it did while signs were looked for around signs."""
    change("content_data/services/a-line.yml", "nations: [england]", "nations: ['" + "\\" * 100_000 + "']")
    (told,) = problems_of(small)
    assert told.message.endswith("is not one of the words allowed") and told.remedy.startswith("use ")
