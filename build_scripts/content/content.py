"""All records together, and the files they are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, TypeVar

from pydantic import Field

from build_scripts.content.fields import Checked, Record
from build_scripts.content.forms import Form, MatrixRow, WorkedExample
from build_scripts.content.interface import Label
from build_scripts.content.local_details import LocalDetail, LocalField, LocalGroup
from build_scripts.content.pages import (
    Behaviour,
    DecoyPage,
    Faq,
    Guidance,
    HandPage,
    HelpPage,
    IndexPage,
    Release,
    Site,
    Statement,
)
from build_scripts.content.registers import Continuum, Denied, Document, Service, Statistic, Survey, Term
from build_scripts.content.route import Correction, Doubt, Idiom, PreferredWord, Route
from build_scripts.content.search import SearchWords
from build_scripts.content.sessions import Question, Rehearsal, Scenario, Session, SessionParts
from build_scripts.content.settings import Settings

R = TypeVar("R", bound=Record)


class Register(Record):
    """A file that holds nothing but lists of records."""


def lists_of(kind: type[Record]) -> dict[str, type[Record]]:
    """Return the lists of records that a register file holds, by key; none for a record of another kind."""
    if not issubclass(kind, Register):
        return {}
    return {name: info.annotation.__args__[0] for name, info in kind.model_fields.items()}  # type: ignore[union-attr]


def records_of(kind: type[Record]) -> set[type[Record]]:
    """Return the kinds of record that a file yields: those of its lists, or the record itself."""
    return set(lists_of(kind).values()) or {kind}


class Matrix(Register):
    """``form-matrix.yml``."""

    rows: Annotated[tuple[MatrixRow, ...], Field(min_length=1)]
    """Every document that is built of a form; nothing else is."""


class Glossary(Register):
    """``glossary.yml``."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    """Every term."""


class IndexPages(Register):
    """``pages.yml``."""

    pages: Annotated[tuple[IndexPage, ...], Field(min_length=1)]
    """The texts around the pages made from whole registers."""


class Corrections(Register):
    """``corrections.yml``."""

    corrections: Annotated[tuple[Correction, ...], Field(min_length=1)]
    """Every error of the 2019 guide, the most serious first."""


class PreferredWords(Register):
    """``preferred-words.yml``."""

    words: Annotated[tuple[PreferredWord, ...], Field(min_length=1)]
    """PreferredWord language."""


class Phrasing(Register):
    """``phrasing.yml``."""

    idioms: Annotated[tuple[Idiom, ...], Field(min_length=1)]
    """What is no natural English."""
    doubts: Annotated[tuple[Doubt, ...], Field(min_length=1)]
    """What pages that people act on do not say."""


class Statistics(Register):
    """``statistics.yml``."""

    surveys: Annotated[tuple[Survey, ...], Field(min_length=1)]
    """The studies."""
    statistics: Annotated[tuple[Statistic, ...], Field(min_length=1)]
    """The figures, in the order in which they are shown."""


class DenyList(Register):
    """``deny.yml``."""

    strings: Annotated[tuple[Denied, ...], Field(min_length=1)]
    """What must never be printed."""


class LocalFile(Register):
    """``local.yml``."""

    groups: Annotated[tuple[LocalGroup, ...], Field(min_length=1)]
    """The parts of the set-up page, in order."""
    fields: Annotated[tuple[LocalField, ...], Field(min_length=1)]
    """What a school can fill in, in order."""


class LocalDetails(Register):
    """``local-details.yml``."""

    details: tuple[LocalDetail, ...] = ()
    """What this school has filled in, for a site it builds itself."""


class Changelog(Register):
    """``CHANGELOG.md``."""

    releases: Annotated[tuple[Release, ...], Field(min_length=1)]
    """Every release, the newest first."""


class Rehearsals(Register):
    """``rehearsals.yml``."""

    rehearsals: Annotated[tuple[Rehearsal, ...], Field(min_length=1)]
    """Every rehearsal that a session may use."""


class Interface(Register):
    """A file of ``interface/``."""

    labels: Annotated[tuple[Label, ...], Field(min_length=1)]
    """What one part of the interface says."""


RECORD_OF_FILE: dict[str, type[Record]] = {
    "continuum.yml": Continuum,
    "corrections.yml": Corrections,
    "decoy-page.yml": DecoyPage,
    "deny.yml": DenyList,
    "form-matrix.yml": Matrix,
    "glossary.yml": Glossary,
    "local.yml": LocalFile,
    "pages.yml": IndexPages,
    "phrasing.yml": Phrasing,
    "preferred-words.yml": PreferredWords,
    "rehearsals.yml": Rehearsals,
    "route.yml": Route,
    "search.yml": SearchWords,
    "session-parts.yml": SessionParts,
    "settings.yml": Settings,
    "site.yml": Site,
    "statement.yml": Statement,
    "statistics.yml": Statistics,
}
"""The YAML files at the top of ``content_data`` and what each holds."""

RECORD_OF_OPTIONAL_FILE: dict[str, type[Record]] = {"local-details.yml": LocalDetails}
"""Files that may stand beside them; each copy of the project has its own, which git leaves out."""

RECORD_OF_FOLDER: dict[str, tuple[str, type[Record]]] = {
    "behaviours": (".md", Behaviour),
    "documents": (".yml", Document),
    "examples": (".yml", WorkedExample),
    "faq": (".md", Faq),
    "forms": (".yml", Form),
    "guidance": (".md", Guidance),
    "help": (".yml", HelpPage),
    "interface": (".yml", Interface),
    "questions": (".yml", Question),
    "scenarios": (".yml", Scenario),
    "services": (".yml", Service),
    "sessions": (".yml", Session),
}
"""The folders of ``content_data``: the ending of their files and what each file holds."""


def home_of(kind: type[Record]) -> str:
    """Return the file or folder of ``content_data`` that holds the records of a kind."""
    folders = {record: f"{folder}/" for folder, (_, record) in RECORD_OF_FOLDER.items()}
    return folders.get(kind) or next(name for name, record in RECORD_OF_FILE.items() if kind in records_of(record))


RECORDS_OF_LINK_KIND: dict[str, tuple[type[Record], ...]] = {
    "behaviour": (Behaviour,),
    "document": (Document,),
    "faq": (Faq,),
    "form": (Form,),
    "local": (LocalField,),
    "page": (HandPage, HelpPage, IndexPage, Site, Statement),
    "section": (Guidance,),
    "service": (Service,),
    "session": (Session,),
    "statistic": (Statistic,),
    "survey": (Survey,),
    "term": (Term,),
}
"""The records that each kind of typed link leads to."""

COMPONENTS = ("behaviours", "continuum", "responses", "route", "route-map", "statistics")
"""What a paragraph such as ``[caption](show:continuum)`` can set out on a page."""


@dataclass(frozen=True, eq=False)
class Content:
    """Everything that was read, by type of record."""

    records: Mapping[type[Record], tuple[Record, ...]]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of one type, in the order in which they are shown."""
        return self.records.get(kind, ())  # type: ignore[return-value]  # load keys by type

    def one(self, kind: type[R]) -> R:
        """Return the only record of a type that has one file."""
        return self.all(kind)[0]

    def every(self) -> Iterator[Record]:
        """Yield every record."""
        for records in self.records.values():
            yield from records

    @cached_property
    def by_reference(self) -> dict[tuple[str, str], Record]:
        """Records by kind and id, as typed links name them."""
        return {
            (kind, getattr(record, "id", "")): record
            for kind, types in RECORDS_OF_LINK_KIND.items()
            for type_ in types
            for record in self.all(type_)
        }

    def find(self, kind: str, record_id: str) -> Record | None:
        """Return the record that a typed link of this kind and id leads to, or None."""
        return self.by_reference.get((kind, record_id))

    @cached_property
    def labels(self) -> dict[str, Label]:
        """The labels of the interface by id."""
        return {label.id: label for label in self.all(Label)}

    def label(self, label_id: str, **values: object) -> str:
        """Return the words of a label of the interface, with values in their places.

        Raises:
            LookupError: when there is no such label, a value is missing, or a value has no place in it.
        """
        if label_id not in self.labels:
            raise LookupError(f"there is no label '{label_id}'; the check should have told so")
        return self.labels[label_id].fill(values)

    def local(self, detail_id: str) -> str:
        """Return what was given for a local detail when the site was built; nothing when nothing was."""
        given = (detail.value for detail in self.all(LocalDetail) if detail.id == detail_id)
        return next(given, "")

    def local_words(self, detail_id: str) -> str:
        """Return the words that a page shows for a local detail; a link is shown by its name, a picture by none."""
        if detail_id.endswith("-image"):
            return ""
        return self.local(re.sub(r"-link$", "-name", detail_id))

    def local_fallback(self, detail_id: str) -> str:
        """Return what stands where a local detail is not filled in."""
        return next((field.fallback for field in self.all(LocalField) if field.id == detail_id), "")

    @property
    def checked_on(self) -> date | None:
        """The newest day on which anything was checked."""
        days = [record.checked_on for record in self.every() if isinstance(record, Checked)]
        return max(days, default=None)
