"""Files are read as the text an editor sees, or refused with what to do."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.content.problems import Location, Problem
from build_scripts.content.reader.files import MAX_BYTES, read_text, told_with_lines

NAME = "content_data/a.yml"


def read(root: Path, raw: bytes) -> tuple[str | None, list[str]]:
    """Write a file and read it back, with its problems as an editor reads them."""
    file = root / NAME
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(raw)
    text, problems = read_text(root, NAME)
    return text, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("tŷ: «£5» – 👍\n".encode(), "tŷ: «£5» – 👍\n"),
        (b"a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        (b"a: b\rc: d", "a: b\nc: d"),
        (b"\xef\xbb\xbfa: b\r\n", "a: b\n"),
        ("Year\u00a09".encode(), "Year\u00a09"),
        (b"a:\tb", "a:\tb"),
    ],
    ids=["any letters", "Windows line ends", "old Mac line ends", "mark of Notepad", "no-break space", "tab"],
)
def test_text_is_read_whatever_the_editor(tmp_path: Path, raw: bytes, text: str) -> None:
    """Letters of any language and line ends of any system are no mistake."""
    assert read(tmp_path, raw) == (text, [])


@pytest.mark.parametrize(
    ("raw", "place", "told"),
    [
        (b"a: b\r\nc: caf\xe9\r\n", "2:7", "byte 0xe9 is not UTF-8; save the file as UTF-8"),
        ("tŷ: ".encode() + b"\x93", "1:5", "byte 0x93 is not UTF-8; save the file as UTF-8"),
        ("tŷ".encode()[:-1], "1:2", "byte 0xc5 is not UTF-8; save the file as UTF-8"),
        ("a: b".encode("utf-16"), "1:1", "this file is saved as UTF-16; save it as UTF-8"),
        (b"\xfe\xff" + "a: b".encode("utf-16-be"), "1:1", "this file is saved as UTF-16; save it as UTF-8"),
        (b"\xef\xbb\xbf\r\n", "1:1", "this file is empty; fill it in, or remove it"),
        (b"", "1:1", "this file is empty; fill it in, or remove it"),
        (b" \r\n\t\n", "1:1", "this file is empty; fill it in, or remove it"),
        (
            b"x" * (MAX_BYTES + 1),
            "1:1",
            "this file is 1,000 kB; keep each file under 1,000 kB: split it or take out what does not belong",
        ),
    ],
    ids=[
        "Latin-1",
        "after a wide letter",
        "cut short",
        "UTF-16",
        "UTF-16 BE",
        "only a BOM",
        "empty",
        "blank",
        "too big",
    ],
)
def test_file_that_is_no_text_is_refused_at_its_place(tmp_path: Path, raw: bytes, place: str, told: str) -> None:
    """The editor is led to the very byte, counted in characters, and told how to save the file."""
    assert read(tmp_path, raw) == (None, [f"{NAME}:{place}: {told}"])


def test_largest_file_allowed_is_read(tmp_path: Path) -> None:
    """The limit itself is still allowed."""
    text, problems = read(tmp_path, b"x" * MAX_BYTES)
    assert text is not None
    assert (len(text), problems) == (MAX_BYTES, [])


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u00ad", "\u200b", "\u200d", "\u2028", "\u202e", "\u2066", "\ufeff"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_invisible_character_is_named(tmp_path: Path, character: str) -> None:
    """Characters that nobody sees, and that can turn text round, are told with their number."""
    told = f"invisible character U+{ord(character):04X}; delete it and type the words around it again"
    text, problems = read(tmp_path, f"a: b\nwörds{character}: c".encode())
    assert problems == [f"{NAME}:2:6: {told}"]
    assert text is not None


def test_two_versions_that_met_are_told(tmp_path: Path) -> None:
    """Somebody who has never seen what git leaves in a file reads what to do with it."""
    text, told = read(tmp_path, b"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n")
    assert text is not None
    assert [line.removeprefix(f"{NAME}:") for line in told] == [
        "2:1: two versions of this file met here, and git could not decide; keep the right one of the two texts, "
        "and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    ]


def test_every_invisible_character_is_told(tmp_path: Path) -> None:
    """One run shows them all."""
    _, problems = read(tmp_path, "\u200ba\u200b\n\u200b".encode())
    assert [problem.split(": ")[0] for problem in problems] == [f"{NAME}:1:1", f"{NAME}:1:3", f"{NAME}:2:1"]


def _nothing(file: Path) -> None:
    assert not file.exists()


def _folder(file: Path) -> None:
    file.mkdir(parents=True)


def _link_to_nothing(file: Path) -> None:
    file.parent.mkdir()
    file.symlink_to("nowhere.yml")


def _link_to_itself(file: Path) -> None:
    file.parent.mkdir()
    file.symlink_to(file)


def _below_a_file(file: Path) -> None:
    file.parent.write_text("not a folder", encoding="utf-8")


MISSING = "this file is missing; add it, or put it back from an earlier version"
UNREADABLE = "this file cannot be read ({}); check the disk and the name"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_nothing, MISSING),
        (_folder, "this is a folder; a file of this name belongs here; rename the folder"),
        (_link_to_nothing, MISSING),
        (_link_to_itself, UNREADABLE.format(os.strerror(errno.ELOOP))),
        (_below_a_file, UNREADABLE.format(os.strerror(errno.ENOTDIR))),
    ],
    ids=["missing", "folder", "link to nothing", "link to itself", "below a file"],
)
def test_what_is_no_file_is_told(tmp_path: Path, make: Callable[[Path], None], told: str) -> None:
    """Whatever stands at the path, the editor gets one line and no traceback."""
    make(tmp_path / NAME)
    text, problems = read_text(tmp_path, NAME)
    assert (text, [str(problem) for problem in problems]) == (None, [f"{NAME}:1:1: {told}"])


@pytest.mark.parametrize("to", ["/dev/full", "/etc/hosts", "../../outside.yml"])
def test_nothing_is_read_outside_the_project(tmp_path: Path, to: str) -> None:
    """A link in a pull request opens no device, and shows no file of the computer that builds."""
    root = tmp_path / "project"
    (root / "content_data").mkdir(parents=True)
    (tmp_path / "outside.yml").write_text("a: secret", encoding="utf-8")
    (root / NAME).symlink_to(to)
    text, problems = read_text(root, NAME)
    assert text is None
    assert [problem.message for problem in problems] == ["this leads out of the project"]


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    """Whoever keeps one file for two names may."""
    (tmp_path / "content_data").mkdir()
    (tmp_path / "other.yml").write_text("a: b", encoding="utf-8")
    (tmp_path / NAME).symlink_to("../other.yml")
    assert read_text(tmp_path, NAME) == ("a: b", [])


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is no file is told, and the check ends."""
    (tmp_path / "content_data").mkdir()
    os.mkfifo(tmp_path / NAME)
    text, problems = read_text(tmp_path, NAME)
    assert text is None
    assert [problem.message for problem in problems] == ["this is no file of text"]


def test_a_file_that_is_no_text_tells_some_of_it(tmp_path: Path) -> None:
    """A program that was saved as content gives some lines, and not thousands."""
    _, problems = read(tmp_path, b"\x01" * 5000)
    assert 0 < len(problems) < 100


def test_each_problem_has_its_line(tmp_path: Path) -> None:
    """What is told of several files shows the line of each; of a file that is not there, or cannot be read, none."""
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    (tmp_path / "b.yml").write_bytes(b"\xff\xfea")
    problems = [Problem(Location(name, line, 1), "wrong", "mend it") for name, line in (("a.yml", 2), ("b.yml", 1))]
    problems.append(Problem(Location("c.yml"), "wrong", "mend it"))
    assert [*told_with_lines(tmp_path, problems)] == [
        "a.yml:2:1: wrong; mend it\n  2 | c: d\n    | ^",
        "b.yml:1:1: wrong; mend it",
        "c.yml:1:1: wrong; mend it",
    ]
