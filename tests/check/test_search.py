"""What the search is taught is said once, goes one way, and leads somewhere."""

from pathlib import Path

from tests.conftest import Change, lines_of
from tests.mistakes import Mistake, each_mistake

FILE = "content_data/search.yml"

MISTAKES = {
    "a word in two groups": (
        "words: [phone, mobile]",
        "words: [phone, Agreement]",
        "5:20: 'Agreement' is in synonyms already, on line 3; keep it in one place",
    ),
    "a word twice in a group, otherwise written": (
        "words: [phone, mobile]",
        "words: [phone, mobile, co-worker's, co worker's]",
        "5:41: 'co worker's' is in synonyms already, on line 5; keep it in one place",
    ),
    "a phrase with two answers": (
        "when: [what then, and then]",
        "when: [what then, and then, What then?]",
        "15:33: 'What then?' is in answers already, on line 15; keep it in one place",
    ),
    "a word that leads to itself": (
        "finds: [phone]",
        "finds: [app]",
        "10:13: 'app' leads back to 'app'; take one of them out, or make them synonyms",
    ),
    "two ways that make a circle": (
        "finds: [phone]",
        "finds: [phone, snapchat]",
        "10:20: 'snapchat' leads back to 'app'; take one of them out, or make them synonyms",
    ),
    "a circle through words that mean the same": (
        "words: [app]\n    finds: [phone]",
        "words: [app]\n    finds: [mobile]\n  - words: [phone]\n    finds: [app]",
        "12:13: 'app' leads back to 'phone'; take one of them out, or make them synonyms",
    ),
    "a word that leads to another of its group": (
        "finds: [phone]",
        "finds: [phone]\n  - words: [consent]\n    finds: [agreement]",
        "12:13: 'agreement' leads back to 'consent'; take one of them out, or make them synonyms",
    ),
    "a misspelling that is right": (
        "konsent: consent",
        "mobile: consent",
        "12:11: 'mobile' is a right word too, so nobody could find it; "
        "take it out of misspelt, or out of the lists of words",
    ),
    "a misspelling that is the right word of another": (
        "konsent: consent",
        "konsent: conzent\n  conzent: consent",
        "13:12: 'conzent' is a right word too, so nobody could find it; "
        "take it out of misspelt, or out of the lists of words",
    ),
    "a misspelling mended to itself": (
        "konsent: consent",
        "consent: consent",
        "12:12: 'consent' is mended to itself; write the right spelling, or take it out",
    ),
    "a misspelling that nobody can type": (
        "konsent: consent",
        "my konsent: consent",
        "12:15: 'my konsent' is never typed like that: the search mends one word at a time; "
        "write one word of lower-case letters",
    ),
    "an answer that leads to nothing": (
        "[section:start]",
        "[section:strat]",
        "16:10: there is no section 'strat'; did you mean 'start'?",
    ),
    "an answer that leads to a wrong place": (
        "[section:start]",
        '["page:help#know"]',
        "16:10: the search finds no place 'page:help#know'; did you mean 'now'?",
    ),
    "an answer that leads to a page the search leaves out": (
        "[section:start]",
        '["page:search"]',
        "16:10: the search finds no place 'page:search'; lead to a page, one of its headings or an entry",
    ),
}


@each_mistake({FILE: MISTAKES})
def test_mistake_is_told_at_its_word(mistake: Mistake, told: list[str]) -> None:
    """One mistake gives one line, with the place of the very word and what to do."""
    assert told == [mistake.told]


def test_answer_that_is_not_printed_is_told_once(small: Path, change: Change) -> None:
    """A service that may not be shown is told by the rule for all references, and not a second time."""
    change("content_data/services/a-line.yml", "publish: publish-after-live-check", "publish: do-not-publish")
    for line in ("phone: 0117 496 0123\n", "hours: 12:30 daily\n", "url: https://example.org/line\n"):
        change("content_data/services/a-line.yml", line, "")
    change(FILE, "[section:start]", "[service:a-line]")
    told = [line for line in lines_of(small) if line.startswith(FILE)]
    assert told == [f"{FILE}:16:10: 'a-line' is marked do-not-publish; take the reference out"]


def test_file_that_cannot_be_read_is_not_blamed_on_answers(small: Path, change: Change) -> None:
    """While a page is broken, what leads to it is right."""
    change(FILE, "[section:start]", "[page:glossary]")
    change("content_data/pages.yml", "pages:", "pages: [")
    assert [line for line in lines_of(small) if line.startswith(FILE)] == []


def test_words_and_ways_that_only_look_alike_are_left_alone(small: Path, change: Change) -> None:
    """Other forms of a word, and two ways to one word, are no mistake."""
    change(FILE, "words: [consent, agreement]", "words: [consent, consents, agreement, agreements]")
    change(FILE, "finds: [phone]", "finds: [phone, consent]")
    assert lines_of(small) == []
