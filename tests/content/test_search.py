"""What the search is taught stands in short lists, each word with its place."""

from pathlib import Path

from build_scripts.content.load import load_all
from build_scripts.content.search import SearchWords
from tests.mistakes import DATA, Mistake, Mistakes, each_mistake

FILE = DATA + "search.yml"
WORDS: Mistakes = {
    "group of one word": ("[phone, mobile]", "[phone]", "5:12: this list is too short (1); give at least 2"),
    "three places": (
        "[section:start]",
        "[section:start, faq:what-then, term:no]",
        "16:9: this list is too long; give at most 2",
    ),
}


@each_mistake({FILE: WORDS})
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """A word that means the same as no other, and an answer with too many places, are told."""
    assert told == [mistake.told]


def test_phrases_know_their_place(small: Path) -> None:
    """Each word of a long list has its own line and column, and is plain text for all else."""
    loaded = load_all(small)
    phrase = loaded.content.one(SearchWords).synonyms[1].words[1]
    assert (phrase, str(phrase.location)) == ("mobile", f"{FILE}:5:20")
