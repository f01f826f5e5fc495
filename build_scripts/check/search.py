"""What ``search.yml`` says is said once, goes one way, and leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_scripts.check.duplicates import repeated
from build_scripts.content.content import Content
from build_scripts.content.fields import Phrase, Reference
from build_scripts.content.links import target
from build_scripts.content.load import Loaded
from build_scripts.content.problems import Problem, did_you_mean
from build_scripts.content.registers import Registered
from build_scripts.content.search import SearchWords
from build_scripts.search.entries import address, search_entries, tokens


def check(loaded: Loaded, has_labels: bool = True) -> Iterator[Problem]:
    """Yield a problem for each word, way or answer that the search could not follow or would follow twice.

    Args:
        loaded: the content and what reading it found.
        has_labels: whether every label that a result asks for is there; else no result can be looked up.
    """
    for words in loaded.content.all(SearchWords):
        yield from _doubles((word for group in words.synonyms for word in group.words), "synonyms")
        yield from _doubles((phrase for answer in words.answers for phrase in answer.when), "answers")
        yield from _doubles(words.common, "common")
        yield from _loops(words)
        yield from _misspelt(words)
        if (
            has_labels and not loaded.unread and not loaded.invalid
        ):  # what is missing would be blamed on those who lead there
            yield from _nowhere(loaded.content, words)


def _key(text: str) -> str:
    return " ".join(tokens(text))


def _doubles(phrases: Iterable[Phrase], where: str) -> Iterator[Problem]:
    for phrase, place, first in repeated(((phrase, phrase.location) for phrase in phrases), _key):
        yield Problem(place, f"'{phrase}' is in {where} already, on line {first.line}", "keep it in one place")


def _loops(words: SearchWords) -> Iterator[Problem]:
    """Yield a problem for each way that closes a circle; words that mean the same are one stop on it."""
    stop = {_key(word): f"synonyms {group.id}" for group in words.synonyms for word in group.words}
    ways: dict[str, set[str]] = {}
    for entry in words.one_way_synonyms:
        starts = {stop.get(_key(word), _key(word)): word for word in entry.words}
        for found in entry.finds:
            end = stop.get(_key(found), _key(found))
            back = _reached(ways, end).intersection(starts)
            if back:
                message = f"'{found}' leads back to '{starts[min(back)]}'"
                yield Problem(found.location, message, "take one of them out, or make them synonyms")
                continue
            for start in starts:
                ways.setdefault(start, set()).add(end)


def _reached(ways: dict[str, set[str]], start: str) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        fresh = ways.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh
    return reached


def _misspelt(words: SearchWords) -> Iterator[Problem]:
    known = [word for group in words.synonyms for word in group.words]
    known += [word for entry in words.one_way_synonyms for word in (*entry.words, *entry.finds)]
    known += words.misspelt.values()
    right = {token for phrase in known for token in tokens(phrase)}
    for wrong, word in words.misspelt.items():
        if wrong == word:
            yield Problem(word.location, f"'{wrong}' is mended to itself", "write the right spelling, or take it out")
        elif tokens(wrong) != [wrong]:
            message = f"'{wrong}' is never typed like that: the search mends one word at a time"
            yield Problem(word.location, message, "write one word of lower-case letters")
        elif wrong in right:
            message = f"'{wrong}' is a right word too, so nobody could find it"
            yield Problem(word.location, message, "take it out of misspelt, or out of the lists of words")


def _nowhere(content: Content, words: SearchWords) -> Iterator[Problem]:
    """Yield a problem for each answer with a place that no result can lead to."""
    found = {place.address: place for place in search_entries(content)}
    for answer in words.answers:
        for reference in answer.to:
            led_to = target(content, reference)
            if led_to is None or _is_hidden(content, reference) or address(*led_to) in found:
                continue  # what does not exist or is not printed is told by the rule for all links
            anchors = [place.anchor for place in found.values() if place.page == led_to[0] and place.anchor]
            remedy = did_you_mean(led_to[1], anchors, "lead to a page, one of its headings or an entry")
            yield Problem(reference.location, f"the search finds no place '{reference}'", remedy)


def _is_hidden(content: Content, reference: Reference) -> bool:
    record = content.find(reference.kind, reference.id)
    return isinstance(record, Registered) and not record.printed
