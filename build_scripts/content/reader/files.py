"""Read a text file, or say plainly why it cannot be read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, islice
from pathlib import Path

from build_scripts.content.problems import Location, Problem

MAX_BYTES = 1_000_000
MOST_TOLD = 20
"""So many invisible characters of a file are told; more of them are no text."""
MARK = b"\xef\xbb\xbf"
"""What some programs put before text in UTF-8."""
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


def read_text(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Read a file as UTF-8, whatever its line ends.

    Args:
        root: the project folder.
        path: the file's path below it, ``/``-separated.

    Returns:
        The text, or None when there is none to work with, and the problems found.
    """
    start = Location(path)
    if leads_out(root, path):
        return None, [Problem(start, "this leads out of the project", "put the file itself here")]
    raw, problem = _read_bytes(root / path, start)
    if raw is None:
        return None, [problem] if problem else []
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Problem(start, "this file is saved as UTF-16", "save it as UTF-8")]
    raw = raw.removeprefix(MARK)  # Notepad writes it, and it says nothing
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        where = start.after(raw[: error.start].decode("utf-8"))
        return None, [Problem(where, f"byte 0x{raw[error.start]:02x} is not UTF-8", "save the file as UTF-8")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, [*_control_characters(path, text), *_two_versions(path, text)]


def told_with_lines(root: Path, problems: Iterable[Problem]) -> Iterator[str]:
    """Yield each problem with the line that it stands on and a mark under the place.

    Args:
        root: the project folder.
        problems: what is wrong with its files, which may be missing.
    """
    text_of = cache(lambda path: read_text(root, path)[0])
    for problem in problems:
        text = text_of(problem.location.path)
        yield problem.told(text.split("\n") if text else ())


def leads_out(root: Path, path: str) -> bool:
    """Tell whether a file or folder of the project is a link to something outside it."""
    steps = accumulate(path.split("/"), "{}/{}".format)
    if os.name == "posix" and ".." not in path and not any(Path(root, step).is_symlink() for step in steps):
        return False  # asked of every file; Windows has links that are told by no such name
    try:
        return not (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself, which nothing can read
        return False


def _read_bytes(file: Path, start: Location) -> tuple[bytes | None, Problem | None]:
    try:
        if file.is_dir():
            return None, Problem(start, "this is a folder", "a file of this name belongs here; rename the folder")
        about = file.stat()
        if not stat.S_ISREG(about.st_mode):  # a device or a pipe, which may never end
            return None, Problem(start, "this is no file of text", "put the file itself here")
        size = about.st_size
        if size > MAX_BYTES:
            limit = f"keep each file under {MAX_BYTES // 1000:,} kB: split it or take out what does not belong"
            return None, Problem(start, f"this file is {size // 1000:,} kB", limit)
        raw = file.read_bytes()
    except FileNotFoundError:
        return None, Problem(start, "this file is missing", "add it, or put it back from an earlier version")
    except PermissionError:
        return None, Problem(start, "this file may not be read", "give yourself permission to read it")
    except OSError as error:
        return None, Problem(start, f"this file cannot be read ({error.strerror})", "check the disk and the name")
    if not raw.removeprefix(MARK).strip():
        return None, Problem(start, "this file is empty", "fill it in, or remove it")
    return raw, None


def _two_versions(path: str, text: str) -> list[Problem]:
    message = "two versions of this file met here, and git could not decide"
    remedy = "keep the right one of the two texts, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    lines = (number for number, line in enumerate(text.split("\n"), 1) if line.startswith("<<<<<<< "))
    return [Problem(Location(path, number), message, remedy) for number in lines]


def _control_characters(path: str, text: str) -> list[Problem]:
    problems = []
    for found in islice(CONTROL.finditer(text), MOST_TOLD):
        where = Location(path).after(text[: found.start()])
        message = f"invisible character U+{ord(found[0]):04X}"
        problems.append(Problem(where, message, "delete it and type the words around it again"))
    return problems
