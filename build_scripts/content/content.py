"""All records together, and the files they are read from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, Any, TypeVar

from pydantic import Field

from build_scripts.content.fields import Checked, Record
from build_scripts.content.forms import Form, MatrixRow, SharedAnswer, WorkedExample
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
A = TypeVar("A")


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
    shared: tuple[SharedAnswer, ...] = ()
    """What several forms ask, so that a copy of one fills in another."""


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


Look = tuple[Any, ...]
"""What somebody looked at: all records of a type, what an id names, the words of a label, a file, or an answer."""


@dataclass(frozen=True, eq=False)
class Content:
    """Everything that was read, by type of record; it can tell what a function looked at.

    Whoever asks for anything asks a method of this class, and each method notes what was asked for.
    """

    records: Mapping[type[Record], tuple[Record, ...]]
    """For those who make a content; everybody else asks a method."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The text of each file that records were read from, by its path."""
    worked_out: dict[object, Any] = field(default_factory=dict, init=False)
    """What ``OfContent`` has worked out of it."""
    _noted: list[dict[Look, None]] = field(default_factory=list, init=False)
    _states: dict[Look, object] = field(default_factory=dict, init=False)
    _versions: dict[str, object] = field(default_factory=dict, init=False)

    @contextmanager
    def noting(self) -> Iterator[dict[Look, None]]:
        """Note all that is looked at meanwhile; whoever noted before notes it as well."""
        looks: dict[Look, None] = {}
        self._noted.append(looks)
        try:
            yield looks
        finally:
            self._noted.pop()
            self.note(*looks)

    def note(self, *looks: Look) -> None:
        """Note what somebody looked at."""
        if self._noted:
            self._noted[-1].update(dict.fromkeys(looks))

    def state(self, look: Look) -> object:
        """Return what decides what somebody sees who looks: while it stays the same, so does what they see."""
        if look not in self._states:
            self._noted.append({})  # who tells whether something changed has not looked at it
            try:
                self._states[look] = self._state(*look)
            finally:
                self._noted.pop()
        return self._states[look]

    def _state(self, what: str | type[Record] | Callable[..., object], *names: str) -> object:
        if callable(what) and not isinstance(what, type):
            return what(self, *names)
        if isinstance(what, type):
            return tuple(dict.fromkeys(map(self._version, self.records.get(what, ()))))
        if what == "every":
            return tuple(self.state((kind,)) for kind in self.records)
        if what == "label":
            label = self._labels.get(names[0])
            return label and (label.text.text, label.one and label.one.text)
        if what == "file":
            return self._version_of(names[0])
        record = self._by_reference.get((what, names[0]))
        return record and self._version(record)

    def _version(self, record: Record) -> object:
        return self._version_of(record.location.path)

    def _version_of(self, path: str) -> object:
        """Return path and hash of a file; what was read of no file is like nothing else."""
        if path not in self._versions:
            text = self.files.get(path)
            self._versions[path] = object() if text is None else f"{path} {hashlib.sha256(text.encode()).hexdigest()}"
        return self._versions[path]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of one type, in the order in which they are shown."""
        self.note((kind,))
        return self.records.get(kind, ())  # type: ignore[return-value]  # load keys by type

    def has(self, record: Record) -> bool:
        """Tell whether a record is one of these, and no copy that somebody changed."""
        return any(record is known for known in self.records.get(type(record), ()))

    def one(self, kind: type[R]) -> R:
        """Return the only record of a type that has one file."""
        return self.all(kind)[0]

    def answer(self, question: Callable[..., A], *words: str) -> A:
        """Return what a question of the content and of words is answered; who asks has seen the answer alone.

        Args:
            question: a function of a module; its answers are told apart by ``==``.
            words: what it is asked for.
        """
        self.note((question, *words))
        return self.state((question, *words))  # type: ignore[return-value]  # the state of a question is its answer

    def every(self) -> Iterator[Record]:
        """Yield every record."""
        self.note(("every",))
        for records in self.records.values():
            yield from records

    @cached_property
    def _by_reference(self) -> dict[tuple[str, str], Record]:
        return {
            (kind, getattr(record, "id", "")): record
            for kind, types in RECORDS_OF_LINK_KIND.items()
            for type_ in types
            for record in self.records.get(type_, ())
        }

    @property
    def by_reference(self) -> dict[tuple[str, str], Record]:
        """Records by kind and id, as typed links name them."""
        self.note(*((type_,) for types in RECORDS_OF_LINK_KIND.values() for type_ in types))
        return self._by_reference

    def find(self, kind: str, record_id: str) -> Record | None:
        """Return the record that a typed link of this kind and id leads to, or None."""
        self.note((kind, record_id))
        return self._by_reference.get((kind, record_id))

    @cached_property
    def _labels(self) -> dict[str, Label]:
        return {label.id: label for label in self.records.get(Label, ()) if isinstance(label, Label)}

    @property
    def labels(self) -> dict[str, Label]:
        """The labels of the interface by id."""
        self.note((Label,))
        return self._labels

    def label(self, label_id: str, **values: object) -> str:
        """Return the words of a label of the interface, with values in their places.

        Raises:
            LookupError: when there is no such label.
            ContentError: when a value is missing, or has no place in it.
        """
        self.note(("label", label_id))
        if label_id not in self._labels:
            raise LookupError(f"there is no label '{label_id}'; the check should have told so")
        return self._labels[label_id].fill(values)

    def unfilled(self, label_id: str) -> str:
        """Return the words of a label that there is, with its places for values as they are written."""
        self.note(("label", label_id))
        return self._labels[label_id].text.text

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
