"""Records of the route through a decision, of corrections, and of the words that the site uses."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from build_scripts.content.fields import AnyReference, Block, Checked, Id, Line, Nation, Record, Text


class Step(Record):
    """One consideration on the route: what to ask, and what to write down."""

    id: Id
    """Its address on the page."""
    title: Text
    """The consideration in a few words."""
    brief: Text
    """The same in as few as a drawing has room for."""
    text: Block
    """What to think about."""
    ask: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Questions to answer; never scored."""
    record: Line
    """What to write down, with reasons."""


class Response(Record):
    """One of the four responses."""

    id: Id
    """Its address on the page."""
    title: Text
    """Its name."""
    gist: Line
    """What it is for, in a sentence that stands beside its name."""
    when: Block
    """When it may be right."""
    do: Block
    """What to do, in order."""
    who: Line
    """Who decides and who is told."""


class Route(Checked):
    """«What do I do next»: considerations first, then the four responses."""

    caption: Text
    """The caption of the diagram."""
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]
    """The considerations in order."""
    responses: Annotated[tuple[Response, ...], Field(min_length=2)]
    """The responses, from the least to the most formal; several can run together."""
    notes: Annotated[tuple[Line, ...], Field(min_length=1)]
    """How to read the route."""


class Seriousness(StrEnum):
    """How much an error of the 2019 guide matters, the worst first."""

    HARM = "could-cause-harm"
    LAW = "law-has-changed"
    NUMBER = "number-or-source"
    REFERENCE = "dead-reference"
    WORDING = "wording-or-structure"


class Correction(Record):
    """Something the 2019 guide gets wrong, and what we say instead."""

    id: Id
    """Short name."""
    page: Text
    """Page or pages of the 2019 guide."""
    seriousness: Seriousness
    """How much it matters."""
    problem: Line
    """What is wrong, described and never repeated as a string that could be followed."""
    we_say: Line
    """What we say instead."""
    see: tuple[AnyReference, ...] = ()
    """Where it matters on this site."""


class Wording(Record):
    """Words that are looked for in what the site says, because it says them in another way."""

    id: Id
    """Short name."""
    instead_of: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What not to say; each is looked for whatever its ending s, 's or es."""
    say: tuple[Text, ...] = ()
    """What to say."""
    allowed_in: tuple[AnyReference, ...] = ()
    """Pages, terms and documents that explain or quote the words; any other use is a problem."""


class PreferredWord(Wording):
    """One choice of words, told to readers too."""

    say: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What to say."""
    why: Line
    """Why it matters."""
    nations: tuple[Nation, ...] = ()
    """Where the choice applies, when not everywhere."""


class Idiom(Wording):
    """A turn of phrase that no British colleague would use; nobody reads the entry but editors."""

    say: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What a colleague would say."""


class Doubt(Wording):
    """Words that doubt our own evidence; they are not looked for in registers, which say how sure they are."""
