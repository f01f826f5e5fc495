"""The route offers a choice, and each error of the 2019 guide has its weight."""

from tests.conftest import SMALL
from tests.mistakes import DATA, Mistake, Mistakes, each_mistake

ROUTE = DATA + "route.yml"
CORRECTIONS = DATA + "corrections.yml"
LAST = "  - id: do-b" + (SMALL / ROUTE).read_text(encoding="utf-8").partition("  - id: do-b")[2].partition("notes:")[0]
CHOICE: Mistakes = {"one response": (LAST, "", "20:3: this list is too short (1); give at least 2")}
WEIGHT: Mistakes = {
    "weight that is none": (
        "seriousness: wording-or-structure",
        "seriousness: wording-or-strukture",
        "4:18: 'wording-or-strukture' is not one of the words allowed; did you mean 'wording-or-structure'?",
    )
}


@each_mistake({ROUTE: CHOICE, CORRECTIONS: WEIGHT})
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A route with one way only, or an error that no list would sort, is told."""
    assert told == [mistake.told]
