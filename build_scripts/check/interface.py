"""Labels of the interface: each has one id, plain words and a use; each that is used is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.interface import VALUE, Label
from build_scripts.content.load import Loaded
from build_scripts.content.pages import Guidance, IndexPage
from build_scripts.content.problems import Location, Problem, did_you_mean
from build_scripts.content.prose import parse, to_text
from build_scripts.pages.navigation import GROUP_LABEL

CODE = Path(__file__).parents[2]
"""The folder of the project whose code runs."""
CODE_FILES = (
    "build_scripts/**/*.py",
    "build_scripts/**/*.html",
    "build_scripts/**/*.txt",
    "build_scripts/**/*.js",
    "build_scripts/**/*.css",
    "overrides/**/*.html",
)
HOME = "content_data/interface/pages.yml"
"""Where the names of groups stand."""
USE = re.compile(r"(?:\b(?:label\(|labels\[)\s*f?[\"'`]|\bvar\(--label-)([a-z0-9-]+)")
"""Where a label is asked for; an id that ends with a hyphen is the beginning of several, as in ``"kind-" ~ kind``."""


@dataclass(frozen=True)
class Use:
    """A place in code where a label is asked for."""

    name: str
    """Its id, or the beginning of several that ends with a hyphen."""
    location: Location

    def means(self, label_id: str) -> bool:
        """Tell whether this is a use of a label."""
        return label_id.startswith(self.name) if self.name.endswith("-") else label_id == self.name


def check(loaded: Loaded, code: Path = CODE) -> Iterator[Problem]:
    """Yield a problem for each label that is there twice, not plain, not used, or missing, and each group without one.

    Args:
        loaded: the content.
        code: the folder whose templates, scripts and Python use the labels.
    """
    yield from _doubles(loaded.content)
    for label in loaded.content.all(Label):
        yield from _plain(label.text)
        yield from _plain(label.one)
    if Label not in loaded.unread:
        yield from _uses(loaded, tuple(uses(code)))
        yield from _groups(loaded)


def uses(code: Path) -> Iterator[Use]:
    """Yield every use of a label in code, by file and place."""
    for path in sorted(path for pattern in CODE_FILES for path in code.glob(pattern)):
        name = path.relative_to(code).as_posix()
        text = path.read_text(encoding="utf-8")
        for found in USE.finditer(text):
            before = text[: found.start()]
            where = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
            yield Use(found[1], where)


def _doubles(content: Content) -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for label in content.all(Label):
        if before := first.get(label.id):
            message = f"there is a label '{label.id}' already, at {before.path}:{before.line}"
            yield Problem(label.location, message, "change one of them")
        first.setdefault(label.id, label.location)


def _plain(line: Prose | None) -> Iterator[Problem]:
    if line and (to_text(parse(line)) != line.text or set("{}") & set(VALUE.sub("", line.text))):
        remedy = "take out markup, line ends, and brackets that hold no name such as {count}"
        yield Problem(line.location, "a label is one line of plain words", remedy)


def _uses(loaded: Loaded, used: tuple[Use, ...]) -> Iterator[Problem]:
    known = _known(loaded)
    for use in used:
        if not any(map(use.means, known)):
            remedy = did_you_mean(use.name, known, "add it to a file in content_data/interface/")
            yield Problem(use.location, f"there is no label '{use.name}'", remedy)
    for label in loaded.content.all(Label):
        if not any(use.means(label.id) for use in used):
            yield Problem(label.location, f"nothing uses the label '{label.id}'", "remove it")


def _known(loaded: Loaded) -> set[str]:
    """Return the ids of all labels, of those that could not be read too."""
    invalid = {record_id for kind, record_id in loaded.invalid if kind is Label}
    return {label.id for label in loaded.content.all(Label)} | invalid


def _groups(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each page in a group of the menu that has no name."""
    named = {name.removeprefix(GROUP_LABEL) for name in _known(loaded) if name.startswith(GROUP_LABEL)}
    records: tuple[Guidance | IndexPage, ...] = (*loaded.content.all(Guidance), *loaded.content.all(IndexPage))
    for record in records:
        if record.group and record.group not in named:
            remedy = did_you_mean(record.group, named, f"add a label '{GROUP_LABEL}{record.group}' to {HOME}")
            yield Problem(record.location, f"the group '{record.group}' of the menu has no name", remedy)
