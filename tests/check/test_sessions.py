"""A session that could not be delivered, or would leave people without support, is told at its own place."""

from pathlib import Path

import pytest

from tests.conftest import Change, lines_of, problems_of
from tests.mistakes import PARTS, QUESTIONS, REHEARSALS, SCENARIOS, SHORT, Mistake, Mistakes, block, each_mistake

SESSION: Mistakes = {
    "minutes that do not add up": (
        "minutes: 10\n",
        "minutes: 15\n",
        "6:1: the blocks that are not optional take 10 minutes, and the session 15; "
        "write 'minutes: 10' here, or add minutes to blocks below",
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
    "outcome without a verb": (
        "Name the lead.",
        "The lead is named.",
        "10:5: 'the' is not a verb that an outcome begins with; "
        "begin with what people can do, such as Name or Explain; session-parts.yml lists the verbs",
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
    "topic that is no page": (
        "about: [section:start]",
        "about: [term:consent]",
        "16:9: 'term:consent' is not a page that a session can teach; use one of: behaviour, faq, page, section",
    ),
    "too few questions": (
        "q-one, ",
        "",
        "89:1: a session has 5 to 8 questions, and this has 4; change the list under 'questions:'",
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
    "title of a slide twice": (
        "title: The levels",
        "title: In Short",
        "35:9: two slides of 'short' are called 'In Short'; word one of them differently, so that people can say which",
    ),
}


@each_mistake({SHORT: SESSION})
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """Each mistake in a session gives one line with its place and a remedy."""
    assert told == [mistake.told]


def test_briefing_may_do_without_a_scenario(small: Path, change: Change) -> None:
    """In a briefing it is enough that the four questions are talked about, and it has three questions."""
    change(SHORT, "content: scenario\n        source: [a-chat]", "content: prompts")
    change(SHORT, "kind: session", "kind: briefing")
    change(SHORT, ", q-four, q-five]", "]")
    assert [problem for problem in problems_of(small) if problem.severity == "error"] == []


@pytest.mark.parametrize("kind", ["scenario", "rehearsal", "question"])
def test_what_no_session_uses_is_a_warning(small: Path, kind: str) -> None:
    """An editor who adds a card and forgets to name it in a session is told, since nobody would see it."""
    if kind == "rehearsal":
        path, where = small / REHEARSALS, "12:5"
        text = path.read_text(encoding="utf-8")
        text += text.partition("\n")[2].replace("id: a-secret", "id: spare")
    else:
        source, where = {"scenario": SCENARIOS, "question": QUESTIONS}[kind], "1:1"
        path, text = (small / source).with_name("spare.yml"), (small / source).read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8", newline="\n")
    told = [problem for problem in problems_of(small) if "no session" in problem.message]
    wanted = f"{path.relative_to(small).as_posix()}:{where}: no session uses the {kind} 'spare'; "
    assert [str(problem) for problem in told] == [f"{wanted}name it in a session, or take it out"]
    assert told[0].severity == "warning"


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
        (QUESTIONS, "The lead is told first.", " ".join([*LONG, *LONG]), "7:11: a sentence of 26 words"),
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
