"""Where the site relies on a record of a register: which records name it, and in which sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Record, Reference
from build_scripts.content.kept import Kept
from build_scripts.content.prose import SOURCE, parse, plain_words, reference_of, split_sentences

MARK = re.compile(rf"\[{SOURCE}\]\(([^)\s]+)\)\s*")
TARGET = re.compile(r"\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Use:
    """A record that names another one.

    Attributes:
        record: who names it.
        sentences: the sentences that do; none where it is only listed.
    """

    record: Record
    sentences: tuple[str, ...] = ()


def uses(content: Content) -> dict[Reference, list[Use]]:
    """Return who names each record, by a reference to it, in the order of the content."""
    found: dict[Reference, dict[int, tuple[Record, list[str]]]] = {}
    for record in content.every():
        for reference, sentence in _named(record):
            named = found.setdefault(Reference(reference.kind, reference.id), {})
            sentences = named.setdefault(id(record), (record, []))[1]
            if sentence and sentence not in sentences:
                sentences.append(sentence)
    return {
        reference: [Use(record, tuple(sentences)) for record, sentences in named.values()]
        for reference, named in found.items()
    }


def _named(value: object) -> Iterator[tuple[Reference, str]]:
    """Yield each reference within a record, with the sentence that it stands in, if it stands in one."""
    if isinstance(value, Reference):
        yield value, ""
    elif isinstance(value, Prose):
        yield from _in_text(value.text)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _named(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _named(item)


@Kept
def _in_text(text: str) -> tuple[tuple[Reference, str], ...]:
    if "](" not in text:
        return ()
    blocks = (node.content for node in parse(Prose(text)).walk() if node.type == "inline")
    return tuple(found for block in blocks for found in _in_block(block))


def _in_block(block: str) -> Iterator[tuple[Reference, str]]:
    """Yield what the sentences of a block name; a mark of a source belongs to the sentence before it."""
    before = ""
    for sentence in split_sentences(block):
        rest = sentence
        while mark := MARK.match(rest):
            yield from _target(mark[1], before)
            rest = rest[mark.end() :]
        before = plain_words(rest) if rest else before
        for target in TARGET.findall(rest):
            yield from _target(target, before)


def _target(href: str, sentence: str) -> Iterator[tuple[Reference, str]]:
    if reference := reference_of(href):
        yield reference, sentence
