"""Where a new record goes, and what stands in it before an editor fills it in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.content.content import RECORD_OF_FILE, Content, home_of, lists_of
from build_scripts.content.fields import ID_PATTERN, FileRecord, Record
from build_scripts.content.file_records import CONTENT_FOLDER
from build_scripts.content.forms import Form, MatrixRow
from build_scripts.content.pages import Faq, Guidance
from build_scripts.content.reader.files import read_text
from build_scripts.content.reader.yaml_reader import Mapping as Group
from build_scripts.content.reader.yaml_reader import Sequence, read_yaml
from build_scripts.content.registers import Document, Service, Statistic, Survey, Term
from build_scripts.content.sessions import Question, Rehearsal, Role, Scenario, Session, SessionParts
from build_scripts.content.skeletons import Given, item_lines, page_lines, record_lines
from build_scripts.content.unfilled import FILL_IN


class NameTakenError(ValueError):
    """Nothing can be begun under a name; the text says why and what to do."""


@dataclass(frozen=True)
class New:
    """One thing that editors begin."""

    record: type[Record]
    about: str
    """What it is, for whoever does not know the word."""
    then: str
    """What to do once it is filled in."""
    given: Callable[[Content, str], Given] = lambda _content, _name: {}
    """What is known of it before anybody writes."""


@dataclass(frozen=True)
class Begun:
    """What was begun, and where an editor goes on."""

    places: tuple[str, ...]
    """File and line of each part of it."""
    then: str


def _next(kind: type[Record]) -> Callable[[Content, str], Given]:
    """Give a record the place behind all others of its kind, with a gap for what may come between."""
    return lambda content, _name: {"order": str(_behind(content, kind))}


def _behind(content: Content, kind: type[Record]) -> int:
    return max((getattr(record, "order", 0) or 0 for record in content.all(kind)), default=0) // 10 * 10 + 10


def _question(_content: Content, _name: str) -> Given:
    return {"options": [{"right": "yes"}, {"right": "no"}]}


def _form(content: Content, _name: str) -> Given:
    field = {"number": "1.1", "kind": "long-text", "lines": "3"}
    part = {"number": "1", "copies": ["working"], "fields": [field]}
    return {"order": str(_behind(content, Form)), "parts": [part]}


def _session(content: Content, name: str) -> Given:
    """Return a session with all that no session is without."""
    parts = {part.role: part for shared in content.all(SessionParts) for part in shared.parts}

    def shared(role: Role, kind: str) -> Given:
        part = parts.get(role)
        about = {"id": part.id, "title": part.title, "part": part.id} if part else {"part": FILL_IN}
        return {**about, "minutes": "1", "kind": kind}

    def own(what: str, kind: str, slide: Given) -> Given:
        return {"id": f"{name}-{what}", "kind": kind, "slides": [slide]}

    blocks = [
        shared(Role.GROUND_RULES, "start"),
        own("points", "input", {"content": "points", "points": [FILL_IN]}),
        shared(Role.PAUSE, "pause"),
        own("talk", "scenario", {"content": "scenario", "source": [FILL_IN]}),
        own("questions", "check", {"content": "questions"}),
        shared(Role.STAFF_SUPPORT, "support"),
        shared(Role.CLOSE, "close"),
    ]
    return {"order": str(_behind(content, Session)), "blocks": blocks, "scenarios": [FILL_IN]}


KINDS: dict[str, New] = {
    "document": New(Document, "a law, guidance, tool or study", "link to it from a page: [words](document:{name})."),
    "faq": New(
        Faq, "a common question, with its page", "read the page aloud in the preview: python3 run.py serve.", _next(Faq)
    ),
    "form": New(Form, "a form", "add a row to form-matrix.yml for each further copy and size.", _form),
    "question": New(
        Question,
        "a question of the knowledge check",
        "name it under 'questions:' in a file of content_data/sessions/.",
        _question,
    ),
    "rehearsal": New(Rehearsal, "a card for two", "name it under 'rehearsals:' in a file of content_data/sessions/."),
    "scenario": New(
        Scenario,
        "an invented situation",
        "name it under 'scenarios:' and on a slide in a file of content_data/sessions/.",
    ),
    "section": New(
        Guidance, "a page of guidance", "read the page aloud in the preview: python3 run.py serve.", _next(Guidance)
    ),
    "service": New(Service, "a helpline or organisation", "name it under 'services:' of each page where it helps."),
    "session": New(Session, "a training session", "read all of its notes aloud, and time yourself.", _session),
    "statistic": New(
        Statistic,
        "a figure of a survey",
        "name it under 'statistics:' of a page, or link to it: [words](statistic:{name}).",
    ),
    "survey": New(Survey, "a survey", "name it under 'survey:' of each figure that comes from it."),
    "term": New(Term, "a word of the glossary", "link to it from a page: [words](term:{name})."),
}
"""What can be begun, by the word that editors type."""


def begin(root: Path, content: Content, kind: str, name: str) -> Begun:
    """Write what an editor fills in then.

    Args:
        root: the project folder.
        content: what could be read of the content.
        kind: one of ``KINDS``.
        name: its id, which is its file name too.

    Raises:
        NameTakenError: when the name cannot be an id, or something has it.
    """
    if not re.fullmatch(ID_PATTERN, name):
        better = "-".join(re.findall("[a-z0-9]+", name.lower()))
        example = f", such as {better}" if better else ""
        raise NameTakenError(f"'{name}' cannot be a name. Use lower-case letters, digits and hyphens{example}.")
    new = KINDS[kind]
    given, hints = new.given(content, name), _hints(content)
    if not issubclass(new.record, FileRecord):
        return Begun((_add(root, new.record, {"id": name, **given}, hints),), new.then.format(name=name))
    places = [_write(root, new.record, name, given, hints)]
    if new.record is Form:
        row = {"form": name, "copy_kind": "working", "size": "full", "shapes": ["page", "pdf", "docx"], "file": name}
        places.append(_add(root, MatrixRow, row, {}))
    return Begun(tuple(places), new.then.format(name=name))


def _hints(content: Content) -> Mapping[str, str]:
    """Return what this content has, of which a new record names one."""
    groups = sorted({page.group for page in content.all(Guidance)})
    surveys = [survey.id for survey in content.all(Survey)]
    return {"group": f"One of: {', '.join(groups)}.", "survey": f"One of: {', '.join(surveys)}."}


def _write(root: Path, kind: type[Record], name: str, given: Given, hints: Mapping[str, str]) -> str:
    """Write a file of its own, and return its path."""
    folder, is_page = home_of(kind), issubclass(kind, Guidance | Faq)
    path = f"{CONTENT_FOLDER}/{folder}{name}.{'md' if is_page else 'yml'}"
    schema = f"# yaml-language-server: $schema=../schema/{folder.rstrip('/')}.json"
    lines = page_lines(kind, given, hints) if is_page else [schema, *record_lines(kind, given, hints)]
    try:
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")
    except FileExistsError:
        raise NameTakenError(f"{path} is there already. Choose another name, or change that file.") from None
    return path


def _add(root: Path, kind: type[Record], given: Given, hints: Mapping[str, str]) -> str:
    """Write a record into the list of its file, and return its path and line."""
    path, name = f"{CONTENT_FOLDER}/{home_of(kind)}", _list_of(kind)
    text, _ = read_text(root, path)
    data, _ = read_yaml(path, text or "")
    items = data.get(name) if isinstance(data, Group) else None
    if text is None or not isinstance(items, Sequence) or not items:
        raise NameTakenError(f"{path} cannot be read. Run 'python3 run.py check', mend what it tells, and try again.")
    known = {str(item.get("id")): item.location.line for item in items if isinstance(item, Group) and "id" in item}
    if line := known.get(given.get("id", "")):
        raise NameTakenError(f"'{given['id']}' is in {path} already, on line {line}. Choose another name.")
    lines = text.rstrip("\n").split("\n")
    at = _place(lines, data, name, given.get("id", ""), known)
    spaced = not lines[_above(lines, items[-1].location.line - 1) - 1].strip()
    before = [""] if spaced and lines[at - 1].strip() else []
    after = [""] if spaced and at < len(lines) and lines[at].strip() else []
    lines[at:at] = [*before, *item_lines(kind, given, hints), *after]
    (root / path).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return f"{path}:{at + len(before) + 1}"


def _list_of(kind: type[Record]) -> str:
    """Return the key of the list that holds the records of a kind."""
    lists = (item for register in RECORD_OF_FILE.values() for item in lists_of(register).items())
    return next(name for name, item in lists if item is kind)


def _place(lines: list[str], data: Group, name: str, new: str, known: Mapping[str, int]) -> int:
    """Return before which line a new item goes, from 0: by its id where all stand by theirs, else at the end."""
    behind = [line for other, line in known.items() if other > new] if list(known) == sorted(known) else []
    below = [place.line for place in data.key_locations.values() if place.line > data.key_locations[name].line]
    at = min([*(behind if known else []), *below, len(lines) + 1]) - 1
    at = _above(lines, at)
    while not behind and not lines[at - 1].strip():
        at -= 1
    return at


def _above(lines: list[str], at: int) -> int:
    """Return the line, from 0, above which nothing belongs to an item or key: its comments stand there."""
    while at and re.match(" {0,2}#", lines[at - 1]):
        at -= 1
    return at
