"""A field of local details says what it is, and what a school may fill in."""

from tests.mistakes import DATA, Mistake, each_mistake

MISTAKES = {
    DATA + "local.yml": {
        "id of another kind of detail": (
            "id: lead-phone",
            "id: lead-number",
            "11:5: 'lead-number' is not the id of a phone; end the id with '-phone'",
        ),
        "phone number without its kind": (
            "    kind: phone\n",
            "",
            "11:5: 'lead-phone' is not the id of a text; write 'kind: phone'",
        ),
        "detail without words to fall back on": (
            "    fallback: the lead\n",
            "",
            "6:5: 'fallback' is missing; add a line 'fallback: …' to this entry",
        ),
    }
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A field that a page could not show is told."""
    assert told == [mistake.told]
