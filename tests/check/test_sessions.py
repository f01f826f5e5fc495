"""A session that could not be delivered, or would leave people without support, is told at its own place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SMALL, Change, lines_of, problems_of

SHORT = "content_data/sessions/short.yml"
PARTS = "content_data/session-parts.yml"
SCENARIOS = "content_data/scenarios/a-chat.yml"
REHEARSALS = "content_data/rehearsals.yml"
QUESTIONS = "content_data/questions/q-one.yml"
IN_SHORT = "content: key-points\n        source: [section:start]\n        pick: [1, 3]"
ARTICLES = "behaviour:… or faq:… or section:…"
Mistakes = dict[str, tuple[str, str, str]]
"""Words to be replaced, what replaces them, and what the editor is told."""


def block(name: str) -> str:
    """Return a block of the small session as it is written."""
    text = (SMALL / SHORT).read_text(encoding="utf-8").partition("blocks:\n")[2].partition("scenarios:")[0]
    return next(f"  - id: {part}" for part in text.split("  - id: ") if part.startswith(f"{name}\n"))


SESSION: Mistakes = {
    "minutes that do not add up": (
        "minutes: 10\n",
        "minutes: 15\n",
        "1:1: the blocks take 10 minutes, and the session 15; "
        "change the minutes of blocks, or mark one 'optional: true'",
    ),
    "pause too late": (
        block("pause") + block("short-chat") + block("short-more") + block("short-check"),
        block("short-chat") + block("short-more") + block("short-check") + block("pause"),
        "72:5: the pause begins after 7 of 10 minutes; begin it between minute 4 and minute 6",
    ),
    "no pause": (
        block("pause"),
        "",
        "1:1: this session has no pause in the middle; add a block with a 'part:' that has the role pause",
    ),
    "pause only when there is time": (
        "kind: pause\n",
        "kind: pause\n    optional: yes\n",
        "1:1: this session has no pause in the middle; add a block with a 'part:' that has the role pause",
    ),
    "no ground rules": (
        "part: rules",
        "part: support",
        "1:1: this session has no ground rules and choices; add a block with a 'part:' that has the role ground-rules",
    ),
    "no support": (
        block("support"),
        "",
        "1:1: this session has no way for staff to disclose, with support for adults; "
        "add a block with a 'part:' that has the role staff-support",
    ),
    "no close": (
        block("close"),
        "",
        "1:1: this session has no close with support; add a block with a 'part:' that has the role close",
    ),
    "ground rules that come late": (
        block("rules") + block("short-levels"),
        block("short-levels") + block("rules"),
        "18:5: the first block is not the part for ground-rules; move the block 'rules' to be first",
    ),
    "close that is not the end": (
        block("support") + block("close"),
        block("close") + block("support"),
        "82:5: the last block is not the part for close; move the block 'close' to be last",
    ),
    "two outcomes": ("  - Tell nobody else.\n", "", "10:3: this list is too short (2); give at least 3"),
    "four outcomes": (
        "  - Tell nobody else.\n",
        "  - Tell nobody else.\n  - Say it.\n",
        "10:3: this list is too long; give at most 3",
    ),
    "outcome without a verb": (
        "Name the lead.",
        "The lead is named.",
        "10:5: 'the' is not a verb that an outcome begins with; "
        "begin with what people can do, or add the verb to session-parts.yml",
    ),
    "content note of two sentences": (
        "about sharing.",
        "about sharing. It is hard.",
        "13:15: the content note has 2 sentences; say in one neutral sentence what is covered",
    ),
    "content note that warns": (
        "This session is about sharing.",
        "Trigger warning.",
        "13:15: 'trigger' makes the content note a warning; "
        "say plainly what is covered; the ground rules give the choices",
    ),
    "no content note": (
        "content_note: This session is about sharing.\n",
        "",
        "1:1: 'content_note' is missing; add a line 'content_note: …'",
    ),
    "nothing to prepare": ("  - Read the notes.", "  []", "15:3: this list is too short (0); give at least 1"),
    "nothing to do next": ("  - Find the lead.", "  []", "91:3: this list is too short (0); give at least 1"),
    "topic that is no page": (
        "about: [section:start]",
        "about: [term:consent]",
        "16:9: 'term:consent' is not a page that a session can teach; use one of: behaviour, faq, page, section",
    ),
    "too few questions": (
        "q-one, ",
        "",
        "1:1: a session has 5 to 8 questions, and this has 4; change the list under 'questions:'",
    ),
    "unknown question": ("q-five", "q-fiv", "89:44: there is no question 'q-fiv'; did you mean 'q-five'?"),
    "question twice": ("q-five", "q-one", "89:44: 'q-one' is listed twice; keep one of the two"),
    "unknown rehearsal": (
        "rehearsals: [a-secret]",
        "rehearsals: [a-secret, a-word]",
        "88:24: there is no rehearsal 'a-word'; add it to rehearsals.yml, or use an id from there",
    ),
    "scenario without a card": (
        "scenarios: [a-chat]\n",
        "",
        "52:18: the scenario 'a-chat' has no card in 'short'; add it to 'scenarios:' of the session",
    ),
    "rehearsal without a card": (
        "rehearsals: [a-secret]\n",
        "",
        "65:18: the rehearsal 'a-secret' has no card in 'short'; add it to 'rehearsals:' of the session",
    ),
    "nothing to talk about": (
        "content: scenario\n        source: [a-chat]",
        "content: prompts",
        "1:1: nothing in this session is talked about in pairs or groups; add a slide with 'content: scenario'",
    ),
    "block id twice": (
        "id: short-chat",
        "id: short-levels",
        f"44:5: there is a block 'short-levels' already, at {SHORT}:23; "
        "change one of them; only shared parts come again",
    ),
    "slides and a part": (
        "    part: rules\n",
        "    part: rules\n    slides:\n      - title: More\n        content: rules\n        notes: |\n          Say.\n",
        "18:5: this block has slides and a part; give it 'slides:' of its own, or the id of a shared 'part:'",
    ),
    "neither slides nor a part": (
        block("short-more"),
        block("short-more").partition("    slides:")[0],
        "55:5: this block has nothing to show; give it 'slides:' of its own, or the id of a shared 'part:'",
    ),
    "unknown part": ("part: support", "part: suport", "81:11: there is no part 'suport'; did you mean 'support'?"),
    "block of no minutes": ("minutes: 3\n", "minutes: 0\n", "25:14: 0 is too small; use at least 1"),
    "priority out of range": ("priority: 3", "priority: 4", "60:15: 4 is too large; use at most 3"),
    "title of a slide twice": (
        "title: The levels",
        "title: In Short",
        "35:9: two slides of 'short' are called 'In Short'; word one of them differently, so that people can say which",
    ),
}

SLIDE: Mistakes = {
    "nothing to say": (
        "        notes: |\n          Say this.\n",
        "",
        "29:9: 'notes' is missing; add a line 'notes: …'",
    ),
    "unknown kind of content": (
        "content: key-points",
        "content: key-point",
        "30:18: 'key-point' is not one of the words allowed; did you mean 'key-points'?",
    ),
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

SCENARIO: Mistakes = {
    "too young": ("age: 14", "age: 12", "3:6: 12 is too small; use at least 13"),
    "too old": ("age: 14", "age: 18", "3:6: 18 is too large; use at most 17"),
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
    "nothing to reveal": (
        "  - text: |\n      Student A comes too.\n",
        "",
        "5:3: this list is too short (1); give at least 2",
    ),
    "source that is no page": (
        "cites: [behaviour:sharing]",
        "cites: [survey:a-survey]",
        "13:9: 'survey:a-survey' is not a page that answers can come from; "
        "use one of: behaviour, document, faq, form, page, section, service, statistic, term",
    ),
}

REHEARSAL: Mistakes = {
    "boy or girl": (
        "A student asks",
        "A girl asks",
        "4:16: 'girl' ties what was done to boys or to girls; write of 'they', 'a student' or 'Student A'",
    ),
    "id twice": (
        "rehearsals:\n",
        (SMALL / REHEARSALS).read_text(encoding="utf-8"),
        "12:5: there is a rehearsal 'a-secret' already, on line 2; change one of them",
    ),
    "nothing to avoid": ("      - I tell nobody.", "      []", "8:7: this list is too short (0); give at least 1"),
}

QUESTION: Mistakes = {
    "two right answers": (
        "text: Nobody.\n    right: no",
        "text: Nobody.\n    right: yes",
        "1:1: 2 answers to 'q-one' are right; mark exactly one with 'right: true'",
    ),
    "no right answer": (
        "text: The lead.\n    right: yes",
        "text: The lead.\n    right: no",
        "1:1: no answer to 'q-one' is right; mark exactly one with 'right: true'",
    ),
    "one answer": (
        "  - text: Nobody.\n    right: no\n",
        "",
        "3:3: this list is too short (1); give at least 2",
    ),
    "no feedback": (
        "feedback: The lead is told first.\n",
        "",
        "1:1: 'feedback' is missing; add a line 'feedback: …'",
    ),
    "feedback from nowhere": (
        "page: section:start#a-part",
        "page: section:start#a-prat",
        "8:7: 'section:start' has no heading '#a-prat'; did you mean 'a-part'?",
    ),
}

ALL = {
    (path, name): (path, *mistake)
    for path, mistakes in (
        (SHORT, SESSION | SLIDE),
        (PARTS, PART),
        (SCENARIOS, SCENARIO),
        (REHEARSALS, REHEARSAL),
        (QUESTIONS, QUESTION),
    )
    for name, mistake in mistakes.items()
}


@pytest.mark.parametrize(("path", "old", "new", "told"), ALL.values(), ids=[name for _, name in ALL])
def test_mistake_is_told_at_its_place(small: Path, change: Change, path: str, old: str, new: str, told: str) -> None:
    """Each mistake in a session gives one line with its place and a remedy."""
    change(path, old, new)
    assert lines_of(small) == [f"{path}:{told}"]


def test_people_in_a_scenario_are_a_warning(small: Path, change: Change) -> None:
    """A capital may be no name after all, so it does not stop the build."""
    change(SCENARIOS, "A student comes to you.", "A student comes to you with Sam.")
    assert [problem.severity for problem in problems_of(small)] == ["warning"]


def test_briefing_may_do_without_a_scenario(small: Path, change: Change) -> None:
    """In a briefing it is enough that the four questions are talked about, and it has three questions."""
    change(SHORT, "content: scenario\n        source: [a-chat]", "content: prompts")
    change(SHORT, "kind: session", "kind: briefing")
    change(SHORT, ", q-four, q-five]", "]")
    assert lines_of(small) == []


def test_support_for_staff_is_for_adults(small: Path, change: Change) -> None:
    """A line for young people alone is no support for the adults in the room."""
    change("content_data/services/a-line.yml", "[young-person, adults]", "[young-person]")
    told = "'a-line' is for young people, and this slide is for the adults in the room; name a service for adults"
    assert lines_of(small) == [f"{PARTS}:39:18: {told}"]


def test_block_of_another_session_is_not_taken(small: Path) -> None:
    """Blocks with slides of their own differ across sessions, since the builder names them; shared parts do not."""
    text = (small / SHORT).read_text(encoding="utf-8")
    (small / SHORT).with_name("other.yml").write_text(text.replace("A short session", "Another"), encoding="utf-8")
    found = [line.partition(": ")[2] for line in lines_of(small)]
    names = ("short-levels", "short-chat", "short-more", "short-check")
    assert [line.split("'")[1] for line in found] == [*names]


LONG = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (SHORT, "Say this.", " ".join([*LONG, *LONG]), "34:11: a sentence of 26 words: 'one two three four"),
        (SCENARIOS, "What now?", " ".join([*LONG, *LONG]), "8:9: a sentence of 26 words: 'one two three four"),
        (
            QUESTIONS,
            "The lead is told first.",
            " ".join([*LONG, *LONG]),
            "7:11: a sentence of 26 words",
        ),
        (PARTS, "Rest a little.", "Call 0800 1111.", "30:18: the number '0800 1111' is in no register"),
        (REHEARSALS, "I tell nobody.", "An unkind word.", "8:12: 'unkind word' is not a word we use"),
        (SHORT, "Say that.", "See badsite.example.", "38:15: 'badsite.example' must never be printed"),
    ],
    ids=["sentence in notes", "in a scenario", "in feedback", "number", "word", "denied"],
)
def test_words_of_sessions_keep_the_rules_of_all_words(
    small: Path, change: Change, path: str, old: str, new: str, told: str
) -> None:
    """Length of sentences, words we use, registers and the deny-list hold for sessions as for every page."""
    change(path, old, new)
    assert [line[: len(path) + 1 + len(told)] for line in lines_of(small)] == [f"{path}:{told}"]


@pytest.mark.parametrize("path", [PARTS, SCENARIOS, QUESTIONS, "content_data/route.yml"])
def test_file_that_cannot_be_read_is_told_alone(small: Path, path: str) -> None:
    """What a broken file holds is not missed anywhere else."""
    (small / path).write_text("'", encoding="utf-8")
    assert len(lines_of(small)) == 1
