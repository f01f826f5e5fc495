"""Records that become pages hold what each page must have."""

from tests.mistakes import DATA, Mistake, each_mistake

MISTAKES = {
    DATA + "guidance/start.md": {
        "too few points in short": ("  - Third point.\n", "", "8:3: this list is too short (2); give at least 3")
    },
    DATA + "site.yml": {
        "drawing that does not exist": (
            "icon: first-hour",
            "icon: first-our",
            "11:15: 'first-our' is not one of the words allowed; did you mean 'first-hour'?",
        )
    },
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A page that lacks a part is told."""
    assert told == [mistake.told]
