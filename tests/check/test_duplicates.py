"""No id and no name is taken twice."""

from tests.mistakes import DATA, Mistake, each_mistake

MISTAKES = {
    DATA + "local.yml": {
        "local detail twice": (
            "  - id: lead-phone\n    label: Phone\n    kind: phone\n",
            "  - id: lead-name\n    label: Phone\n",
            "11:5: there is a local 'lead-name' already, at content_data/local.yml:6; change one of them",
        )
    },
    DATA + "glossary.yml": {
        "duplicate id": (
            "id: no",
            "id: consent",
            "7:5: there is a term 'consent' already, at content_data/glossary.yml:2; change one of them",
        )
    },
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """The second of two is told, with the place of the first."""
    assert told == [mistake.told]
