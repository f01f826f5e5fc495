"""Every file that cannot be read as it should be is told with its own place and a remedy."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.built import ROOT
from tests.conftest import SMALL, Change, lines_of
from tests.mistakes import DATA, Mistake, each_mistake

MISTAKES = {
    DATA + "site.yml": {
        "YAML syntax": (
            "lead: A small project for tests.",
            "lead: A small project: for tests.",
            "2:22: a text with a colon and a space in it needs quotation marks; "
            "put the text in quotation marks: 'A small project: for tests.'",
        )
    },
    DATA + "glossary.yml": {
        "open quotation mark": (
            'term: "No"',
            'term: "No',
            '8:11: this double quotation mark is not closed; put " at the end of the text',
        ),
        "words lost as a comment": (
            "term: Consent",
            "term: Consent #1",
            "3:19: '#1' is read as a comment and lost; put the whole text in quotation marks: 'Consent #1'",
        ),
        "tab indent": (
            "  - id: consent\n    term",
            "  - id: consent\n\tterm",
            "3:1: a tab is used to indent; begin the line with 4 spaces, and no tab",
        ),
        "control character": (
            "An agreement.",
            "An\u202e agreement.",
            "5:9: invisible character U+202E; delete it and type the words around it again",
        ),
    },
    DATA + "services/a-line.yml": {
        "duplicate key": (
            "phone: 0117 496 0123\n",
            "phone: 0117 496 0123\nphone: 0117 496 0456\n",
            "9:1: 'phone' is given twice (first on line 8); keep one of them",
        ),
    },
    DATA + "faq/what-then.md": {
        "no front matter": (
            "---\ntitle",
            "title",
            "1:1: the lines on title, summary and so on do not begin with three hyphens; "
            "write '---' on a line of its own above this one",
        )
    },
}


@each_mistake(MISTAKES)
def test_mistake_is_told_at_its_place(mistake: Mistake, told: list[str]) -> None:
    """One mistake gives exactly one line, with file, line, column, what is wrong and what to do."""
    assert told == [mistake.told]


def _write(path: str, raw: bytes) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)

    return spoil


def _folder(path: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        (root / path).unlink()
        (root / path).mkdir()

    return spoil


def _remove(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


def _add(path: str, line: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_text((root / path).read_text(encoding="utf-8") + line, encoding="utf-8")


def _copy(path: str, to: str) -> Callable[[Path], object]:
    return lambda root: shutil.copy(root / path, root / to)


FAQ = (SMALL / DATA / "faq" / "what-then.md").read_bytes()
FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "wrong encoding": (
        _write(DATA + "deny.yml", b"strings:\n  - pattern: caf\xe9\n"),
        "content_data/deny.yml:2:17: byte 0xe9 is not UTF-8; save the file as UTF-8",
    ),
    "UTF-16": (
        _write(DATA + "deny.yml", "strings:\n".encode("utf-16")),
        "content_data/deny.yml:1:1: this file is saved as UTF-16; save it as UTF-8",
    ),
    "empty file": (
        _write(DATA + "deny.yml", b"\n\n"),
        "content_data/deny.yml:1:1: this file is empty; fill it in, or remove it",
    ),
    "only comments": (
        _write(DATA + "deny.yml", b"# nothing yet\n"),
        "content_data/deny.yml:1:1: there is nothing in here; fill it in, or remove the file",
    ),
    "10 MB": (
        _write(DATA + "deny.yml", b"# much\n" * 1_500_000),
        "content_data/deny.yml:1:1: this file is 10,500 kB; "
        "keep each file under 1,000 kB: split it or take out what does not belong",
    ),
    "folder where a file should be": (
        _folder(DATA + "deny.yml"),
        "content_data/deny.yml:1:1: this is a folder; a file of this name belongs here; rename the folder",
    ),
    "missing file": (
        _remove(DATA + "deny.yml"),
        "content_data/deny.yml:1:1: this file is missing; add it, or put it back from an earlier version",
    ),
    "file that nothing reads": (
        _write(DATA + "glosary.yml", b"terms: []\n"),
        "content_data/glosary.yml:1:1: nothing reads this; did you mean 'glossary.yml'?",
    ),
    "id unlike the file name": (
        _add(DATA + "services/a-line.yml", "id: another\n"),
        "content_data/services/a-line.yml:15:1: 'id' is not written in a file of one record, which is called 'a-line' "
        "already; remove the key, or rename the file; its name is the id",
    ),
    "id in front matter": (
        _write(DATA + "faq/what-then.md", FAQ.replace(b"---\n", b"---\nid: then\n", 1)),
        "content_data/faq/what-then.md:2:1: 'id' is not written in a file of one record, which is called 'what-then' "
        "already; remove the key, or rename the file; its name is the id",
    ),
    "record in the folder of others": (
        _copy(DATA + "services/a-line.yml", DATA + "documents/a-line.yml"),
        "content_data/documents/a-line.yml:1:1: this is a record of services/; move the file to content_data/services/",
    ),
    "record twice": (
        _copy(DATA + "services/a-line.yml", DATA + "services/b-line.yml"),
        "content_data/services/b-line.yml:1:1: there is a service named 'A line' already, "
        "at content_data/services/a-line.yml:1; change one of them",
    ),
    "list where records have files of their own": (
        _write(DATA + "services.yml", b"services: []\n"),
        "content_data/services.yml:1:1: nothing reads this; did you mean 'services'?",
    ),
    "folder without files": (
        _remove(DATA + "documents/a-study.yml"),
        "content_data/documents:1:1: this folder has no files; put its files back from an earlier version",
    ),
    "wrong ending": (
        _write(DATA + "guidance/more.txt", b"words\n"),
        "content_data/guidance/more.txt:1:1: files in guidance/ end with .md; "
        "give it a name that ends with .md, or move it away",
    ),
}


@pytest.mark.parametrize(("spoil", "told"), FILES.values(), ids=FILES.keys())
def test_file_that_cannot_be_used_is_told(small: Path, spoil: Callable[[Path], object], told: str) -> None:
    """A file that is wrong as a whole gives exactly one line."""
    spoil(small)
    assert lines_of(small) == [told]


def test_name_that_cannot_be_an_address_is_told(small: Path) -> None:
    """The file name is the address, so capitals and spaces are refused."""
    page = small / DATA / "faq" / "what-then.md"
    page.rename(page.with_name("What Then.md"))
    told = "content_data/faq/What Then.md:1:1: 'What Then.md' cannot be a web address; "
    assert lines_of(small) == [told + "use lower-case letters, digits and hyphens; the name is the address"]


def test_file_without_read_permission_is_told(small: Path) -> None:
    """Tried as a user without rights, since root reads everything."""
    script = "from pathlib import Path; from tests.conftest import lines_of; {drop}; print(lines_of(Path({root!r})))"
    with tempfile.TemporaryDirectory() as name:  # pytest shuts its own folders to other users
        Path(name).chmod(0o755)
        root = Path(shutil.copytree(small, Path(name) / "small"))
        for path in (root, *root.rglob("*")):
            path.chmod(0o755)
        (root / DATA / "deny.yml").chmod(0)
        drop = "import os; os.setgid(65534); os.setuid(65534)" if os.geteuid() == 0 else "pass"
        command = [sys.executable, "-c", script.format(drop=drop, root=str(root))]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    told = "content_data/deny.yml:1:1: this file may not be read; give yourself permission to read it"
    assert run.stdout.strip() == str([told]), run.stderr


SPOILS = [
    ("site.yml", "title: Small", "titel: Small", "1:1: unknown key 'titel'"),
    ("site.yml", "lead: A small", "lead: A <b>small</b>", "2:9: HTML such as '<b>' is not allowed"),
    ("site.yml", "to: section:start", "to: section:strat", "10:13: there is no section 'strat'"),
    ("deny.yml", "pattern: badsite.example", "patern: badsite.example", "4:5: unknown key 'patern'"),
    ("continuum.yml", "harmful: no", "harmful: perhaps", "9:14: 'perhaps' is neither yes nor no"),
    ("continuum.yml", "It is harmful.", "See [this](term:concent).", "17:20: there is no term 'concent'"),
    (
        "documents/a-study.yml",
        "nations: [england]",
        "nations: [Narnia]",
        "4:11: 'Narnia' is not one of the words allowed",
    ),
    ("documents/a-study.yml", "url: https://example.org/study", "url: '#'", "11:6: '#' is not a web address"),
    ("documents/a-study.yml", "It stands.", "It [stands]().", "8:14: '' leads nowhere"),
    ("services/a-line.yml", "phone: 0117 496 0123", "phone: ask me", "8:8: 'ask me' is not a phone number"),
    ("services/a-line.yml", "what: It listens.", "what: It <b>listens</b>.", "7:10: HTML such as '<b>' is not allowed"),
    ("statistics.yml", "survey: a-survey", "survey: b-survey", "16:13: there is no survey 'b-survey'"),
    ("statistics.yml", "percent: 8", "percent: eight", "13:14: this is not a number"),
    ("guidance/start.md", "service:a-line", "document:a-stud", "15:52: there is no document 'a-stud'"),
    ("guidance/start.md", "## A part", "# A part", "17:1: the page already has its main heading, from 'title'"),
    ("guidance/start.md", "More words,", "3. x\n\n***\n\nMore words,", "19:1: this list begins with 3"),
    ("faq/what-then.md", "answer: This.", "answer: '- This.'", "5:10: this should be one paragraph"),
    ("faq/what-then.md", "order: 10", "order: ten", "4:8: 'ten' is not a whole number"),
    ("help/help.yml", "services: [a-line]", "services: a-line", "14:15: this should be a list"),
]
"""Mistakes in records of every kind; the list that begins with 3 is followed by a ruled line."""


def test_thirty_mixed_mistakes_are_told_in_one_run(small: Path, change: Change) -> None:
    """An editor mends everything after one run, not one mistake a run."""
    with (small / DATA / "glossary.yml").open("a", encoding="utf-8") as file:
        file.writelines(f"  - id: extra-{n}\n    term: Extra {n}\n    in_2019_guide: true\n" for n in range(10))
    wanted = [f"content_data/glossary.yml:{12 + 3 * n}:5: 'meaning' is missing" for n in range(10)]
    wanted.append("content_data/guidance/start.md:21:1: a ruled line is not allowed")
    for path, old, new, told in SPOILS:
        change(DATA + path, old, new)
        wanted.append(f"{DATA}{path}:{told}")
    lines = lines_of(small)
    assert len(wanted) == 30
    assert sorted(line.split(";")[0] for line in lines) == sorted(wanted)
    assert lines == sorted(lines, key=_by_place)


def _by_place(line: str) -> tuple[str, int, int]:
    path, number, column, _ = line.split(":", 3)
    return path, int(number), int(column)


def test_a_folder_that_leads_elsewhere_is_told_once(small: Path) -> None:
    """A folder that is a link out of the project is not read, and its files are not listed."""
    shutil.rmtree(small / DATA / "faq")
    (small / DATA / "faq").symlink_to("/etc")
    told = [line for line in lines_of(small) if line.startswith(f"{DATA}faq")]
    assert told == [f"{DATA}faq:1:1: this leads out of the project; put the folder itself here"]


def test_a_folder_that_may_not_be_read_is_told(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lost pages are noticed: nobody publishes a site without its sessions by mistake."""
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path) == small / DATA / "sessions":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    told = [line for line in lines_of(small) if line.startswith(f"{DATA}sessions")]
    wanted = "this folder cannot be read (Permission denied); give yourself permission to read it"
    assert told == [f"{DATA}sessions:1:1: {wanted}"]
