"""Each slide has something to draw, and shared parts show what keeps people safe."""

from pathlib import Path

from tests.conftest import SMALL, Change, lines_of
from tests.mistakes import PARTS, SHORT, Mistake, Mistakes, each_mistake

IN_SHORT = "content: key-points\n        source: [section:start]\n        pick: [1, 3]"
ARTICLES = "behaviour:… or faq:… or section:…"
SLIDE: Mistakes = {
    "points without points": (IN_SHORT, "content: points", "29:9: this slide shows points and has none; add 'points:'"),
    "nothing to draw from": (
        "        source: [section:start]\n        pick: [1, 3]\n",
        "",
        f"29:9: a slide that shows key-points names no source; add 'source:' with {ARTICLES}",
    ),
    "something to draw from that is not needed": (
        "content: continuum",
        "content: continuum\n        source: [section:start]",
        "37:18: a slide that shows continuum needs no 'source:'; take it out",
    ),
    "two where there is one": (
        "source: [section:start]",
        "source: [section:start, faq:what-then]",
        "31:33: a slide shows one key-points; make a slide of each",
    ),
    "wrong kind": (
        "source: [section:start]",
        "source: [term:consent]",
        f"31:18: 'term:consent' is nothing that a slide can show as key-points; use {ARTICLES}",
    ),
    "id where a link belongs": (
        "source: [section:start]",
        "source: [start]",
        f"31:18: 'start' is nothing that a slide can show as key-points; use {ARTICLES}",
    ),
    "unknown page": (
        "source: [section:start]",
        "source: [section:strat]",
        "31:18: there is no section 'strat'; did you mean 'start'?",
    ),
    "unknown scenario": (
        "source: [a-chat]",
        "source: [a-chart]",
        "52:18: there is no scenario 'a-chart'; did you mean 'a-chat'?",
    ),
    "unknown consideration": (
        IN_SHORT,
        "content: consideration\n        source: [first-stop]",
        "31:18: there is no consideration 'first-stop'; did you mean 'first-step'?",
    ),
    "unknown response": (
        IN_SHORT,
        "content: response\n        source: [do-c]",
        "31:18: there is no response 'do-c'; did you mean 'do-b'?",
    ),
    "unknown correction": (
        IN_SHORT,
        "content: corrections\n        source: [an-eror]",
        "31:18: there is no correction 'an-eror'; use one of: a-slip",
    ),
    "point that is not there": (
        "pick: [1, 3]",
        "pick: [1, 4]",
        "29:9: there is no point 4: what this slide draws from has 3; change the numbers under 'pick:'",
    ),
    "point nought": (
        "pick: [1, 3]",
        "pick: [0]",
        "29:9: there is no point 0: what this slide draws from has 3; change the numbers under 'pick:'",
    ),
    "point that a room cannot see": (
        "pick: [1, 3]",
        "pick: [1, 3]\n        shown: [3]",
        "29:9: there is no number 3 to show: this slide has 2; change the numbers under 'shown:'",
    ),
    "question that is not there": (
        IN_SHORT,
        "content: questions\n        shown: [9]",
        "29:9: there is no number 9 to show: this slide has 5; change the numbers under 'shown:'",
    ),
    "list that is not there": (
        IN_SHORT,
        "content: section\n        source: [section:start#a-part]\n        list_number: 2",
        "29:9: there is nothing to draw for 'In short'; name another heading, lower 'list_number:', or add points",
    ),
}

PART: Mistakes = {
    "rule left out": (
        "rule: no-identifiable-cases",
        "rule: respect",
        "2:5: the ground rules leave out 'no-identifiable-cases'; add a rule with 'rule: no-identifiable-cases'",
    ),
    "choices left out": (
        "rule: choices",
        "rule: respect",
        "2:5: the ground rules leave out 'choices'; add a rule with 'rule: choices'",
    ),
    "rule twice": (
        "rules:\n",
        "rules:\n  - rule: choices\n    text: Again.\n",
        "4:5: the rule 'choices' is given twice; keep one of the two",
    ),
    "part twice": (
        "parts:\n",
        "parts:\n" + (SMALL / PARTS).read_text(encoding="utf-8").partition("parts:\n")[2].partition("  - id: pause")[0],
        "23:5: there is a part 'rules' already, on line 11; change one of them",
    ),
    "ground rules that are not shown": (
        "content: rules",
        "content: prompts",
        "11:5: no slide of the part 'rules' shows rules; add a slide with 'content: rules'",
    ),
    "content note that is not shown": (
        "content: outcomes",
        "content: prompts",
        "11:5: no slide of the part 'rules' shows outcomes; add a slide with 'content: outcomes'",
    ),
    "support without people": (
        "content: talk\n        source: [service:a-line]",
        "content: prompts",
        "33:5: no slide of the part 'support' shows talk; add a slide with 'content: talk'",
    ),
    "close without actions": (
        "content: actions",
        "content: prompts",
        "42:5: no slide of the part 'close' shows actions; add a slide with 'content: actions'",
    ),
}


@each_mistake({SHORT: SLIDE, PARTS: PART})
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A slide that would be empty or unsafe is told in one line."""
    assert told == [mistake.told]


def test_support_for_staff_is_for_adults(small: Path, change: Change) -> None:
    """A line for young people alone is no support for the adults in the room."""
    change("content_data/services/a-line.yml", "[young-person, adults]", "[young-person]")
    told = "'a-line' is for young people, and this slide is for the adults in the room; name a service for adults"
    assert lines_of(small) == [f"{PARTS}:39:18: {told}"]
