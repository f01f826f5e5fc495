"""Pages of a kind are built alike."""

from tests.mistakes import DATA, Mistake, each_mistake

MISTAKES = {
    DATA + "behaviours/sharing.md": {
        "one of the three parts missing": (
            "## Understanding what has happened",
            "## What happened",
            "18:1: a behaviour page is told in three parts; "
            "use exactly these headings, in this order: '## What the behaviour is', '## Understanding what has "
            "happened', '## Safeguarding the young person'",
        )
    },
    DATA + "guidance/start.md": {
        "component within other text": (
            "More words,",
            "See [the levels](show:continuum).\n\nMore words,",
            "19:1: a 'show:' link stands inside other text; put the link into a paragraph of its own",
        ),
        "heading with the address of a standing part": (
            "More words,",
            "## In short\n\nMore words,",
            "19:1: the heading 'In short' has an address that every page uses already; word it differently",
        ),
        "bold words that look like a heading": (
            "More words,",
            "**Examples**\n\nMore words,",
            "19:1: 'Examples' is in bold and alone in its paragraph; "
            "write '### ' in place of the stars, or make it part of a paragraph",
        ),
        "a heading to fold that is not there": (
            "checked_on:",
            "folded: [a-prat]\nchecked_on:",
            "2:1: no heading of the page has the address 'a-prat' to fold; did you mean 'a-part'?",
        ),
    },
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A page that is shaped otherwise is told at the very part."""
    assert told == [mistake.told]
