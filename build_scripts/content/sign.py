"""Writes what a person has confirmed or reviewed into the file of a record, and leaves every other line as it is."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_scripts.content.confirmations import Reviewed, Reviewer
from build_scripts.content.content import Content
from build_scripts.content.fields import Checked, Record, Reference
from build_scripts.content.file_records import read_records
from build_scripts.content.pages import Behaviour, Faq, Guidance, HelpPage
from build_scripts.content.problems import did_you_mean
from build_scripts.content.reader.front_matter import read_page
from build_scripts.content.reader.yaml_reader import read_yaml
from build_scripts.content.registers import Document, Registered, Service
from build_scripts.content.sessions import Scenario

SIGNED: dict[str, type[Record]] = {
    "behaviour": Behaviour,
    "document": Document,
    "faq": Faq,
    "page": HelpPage,
    "scenario": Scenario,
    "section": Guidance,
    "service": Service,
}
"""The records that people put their names to, by the kind under which they are named."""


class NotSignedError(Exception):
    """Nothing was written, and why, in words for whoever wanted to sign."""


@dataclass(frozen=True)
class Signature:
    """What a person says.

    Attributes:
        by: their name.
        role: what they do.
        on: the day they did it.
        saw: what they saw.
        reviewer: as whom they read a page or a scenario; nothing for an entry of a register.
        hours: whether they compared the table of opening hours.
    """

    by: str
    role: str
    on: date
    saw: str
    reviewer: Reviewer | None = None
    hours: bool = False


def signed_records(content: Content) -> dict[Reference, Record]:
    """Return every record that people put their names to, by its name."""
    found = (
        (Reference(kind, getattr(each, "id", "")), each) for kind, of in SIGNED.items() for each in content.all(of)
    )
    return {name: record for name, record in found if not isinstance(record, Registered) or record.printed}


def find(content: Content, name: str) -> tuple[Reference, Record]:
    """Return the record that somebody names, such as ``kcsie`` or ``document:kcsie``.

    Raises:
        NotSignedError: when there is none, or more than one.
    """
    known = signed_records(content)
    found = [each for each in known if name in (str(each), each.id)]
    if len(found) > 1:
        raise NotSignedError(f"'{name}' may be {' or '.join(map(str, found))}; write one of them")
    if not found:
        names = {form for each in known for form in (str(each), each.id)}
        raise NotSignedError(f"there is no '{name}'; {did_you_mean(name, names, 'review-dates lists the names')}")
    return found[0], known[found[0]]


def sign(root: Path, record: Record, signature: Signature, today: date) -> None:
    """Write a signature into the file of a record.

    Args:
        root: the project folder.
        record: what was confirmed or reviewed.
        signature: what the person says.
        today: nobody has done anything after it.

    Raises:
        NotSignedError: when the signature cannot be true, or is not whole; nothing was written then.
    """
    key = _key(record, signature)
    if not (signature.by and signature.role):
        raise NotSignedError('say who did it: --by "Name, role"')
    if not signature.saw:
        raise NotSignedError('say what was seen, in a few words: --saw "…"')
    if signature.on > today:
        raise NotSignedError(f"{signature.on} lies in the future; write the day on which it was done")
    if key != "reviews" and isinstance(record, Checked) and signature.on < record.checked_on:
        raise NotSignedError(
            f"the entry was last looked up on {record.checked_on}, and may have changed since {signature.on}; "
            "compare it again, and write that day"
        )
    file = root / record.location.path
    old = file.read_bytes().decode("utf-8")
    new = signed_text(old, record, key, _line(signature))
    _refuse_mistakes(record, key, old, new)
    _replace(file, new)


def signed_text(text: str, record: Record, key: str, line: str) -> str:
    """Return the text of a file with a signature in it; every other line stays as it is.

    Args:
        text: the file as it is.
        record: what was read of it.
        key: where the signature stands.
        line: the signature as one line of YAML.
    """
    lines = text.split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    first = record.place(key)
    written = first != record.location and _is_key(lines[first.line - 1], key)
    at = first.line - 1 if written else _place(lines, record)
    after = _end_of_value(lines, at) if written else at
    if key != "reviews":
        lines[at:after] = [f"{key}: {line}{end}"]
    elif written:
        indent = next((found[1] for each in lines[at + 1 : after] if (found := re.match(r"( *)- ", each))), None)
        if indent is None:
            raise NotSignedError(
                "'reviews' stands on one line; give each review a line of its own, beginning with '- '"
            )
        lines[after:after] = [f"{indent}- {line}{end}"]
    else:
        lines[at:at] = [f"reviews:{end}", f"  - {line}{end}"]
    return "\n".join(lines)


def _key(record: Record, signature: Signature) -> str:
    if isinstance(record, Reviewed):
        if signature.reviewer is None:
            raise NotSignedError(f"say as whom: add --reviewer {', or '.join(Reviewer)}")
        return "reviews"
    if signature.reviewer is not None:
        raise NotSignedError("an entry of a register is compared with its owner's page; leave out --reviewer")
    if signature.hours and not getattr(record, "hours_table", ()):
        raise NotSignedError("this entry has no table of opening hours; add 'hours_table' first, or leave out --hours")
    return "hours_confirmed" if signature.hours else "confirmed"


def _line(signature: Signature) -> str:
    """Return a signature as one line of YAML; what JSON puts in quotation marks YAML reads alike."""
    words = {"by": signature.by, "role": signature.role, "saw": signature.saw}
    by, role, saw = (f"{key}: {json.dumps(said, ensure_ascii=False)}" for key, said in words.items())
    as_whom = f"reviewer: {signature.reviewer}, " if signature.reviewer else ""
    return f"{{{as_whom}{by}, {role}, on: {signature.on}, {saw}}}"


def _is_key(line: str, key: str) -> bool:
    return line.startswith(f"{key}:")


def _place(lines: Sequence[str], record: Record) -> int:
    """Return the line before which a signature stands: after the dates, or at the end of a record without any."""
    last = record.place("review_by")
    if last != record.location:
        return last.line
    return max(number for number, line in enumerate(lines, 1) if line.strip())


def _end_of_value(lines: Sequence[str], start: int) -> int:
    """Return the line after the last one of a key's value."""
    return next((at for at in range(start + 1, len(lines)) if not re.match(r" +\S|[}\]]|- ", lines[at])), len(lines))


def _refuse_mistakes(record: Record, key: str, old: str, new: str) -> None:
    """Refuse a text that cannot be read, or in which anything but the signature would be another."""
    path = record.location.path
    before, after = (text.removeprefix("\ufeff").replace("\r\n", "\n") for text in (old, new))
    for problem in read_records(path, after, type(record), getattr(record, "id", "")).problems:
        raise NotSignedError(f"{problem.message}; {problem.remedy}")
    if _others(path, before, key) != _others(path, after, key):
        raise NotSignedError(f"{path} could not be changed without touching other lines; write '{key}' by hand")


def _others(path: str, text: str, key: str) -> dict[str, object]:
    """Return all that a file says besides a key."""
    data, _ = read_page(path, text) if path.endswith(".md") else read_yaml(path, text)
    return {name: value for name, value in (data or {}).items() if name != key}


def _replace(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(text.encode("utf-8"))
    shutil.copymode(file, new)
    new.replace(file)
