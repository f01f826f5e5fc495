"""Words that the search knows beyond those on the pages."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from build_scripts.content.fields import AnyReference, Id, Phrase, Record, Text


class Synonyms(Record):
    """Words and phrases that mean the same: any of them finds what any other finds."""

    id: Id
    """Short name."""
    words: Annotated[tuple[Phrase, ...], Field(min_length=2)]
    """The words, in lower case."""


class OneWaySynonyms(Record):
    """Words that lead to others, one way: a product to what it does, a broad word to ours."""

    words: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What is typed."""
    finds: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What is looked for as well."""


class Answer(Record):
    """A need or a whole question, said in several ways, and the best places for it."""

    id: Id
    """Short name."""
    when: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What is typed."""
    to: Annotated[tuple[AnyReference, ...], Field(min_length=1, max_length=2)]
    """One or two places, the best first."""


class SearchWords(Record):
    """``search.yml``."""

    synonyms: tuple[Synonyms, ...] = ()
    """Groups of words that mean the same."""
    one_way_synonyms: tuple[OneWaySynonyms, ...] = ()
    """Words that lead to others."""
    common: tuple[Phrase, ...] = ()
    """Words that tell little of what is looked for."""
    misspelt: dict[Text, Phrase] = Field(default_factory=dict)
    """Wrong spellings that are more than a slip of one letter, and the right word for each."""
    answers: tuple[Answer, ...] = ()
    """Needs, and where they are met."""
