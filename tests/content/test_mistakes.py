"""Every mistake an editor is likely to make is told with its own place and a remedy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from build_scripts.content.problems import ContentError
from build_scripts.publish.project import open_project
from tests.built import ROOT
from tests.conftest import SMALL, TODAY, Change, lines_of, problems_of

DATA = "content_data/"


@dataclass(frozen=True)
class Mistake:
    """Words put in place of other words in one file, and what the editor is told."""

    path: str
    old: str
    new: str
    told: str


MISTAKES = {
    "unknown local detail": Mistake(
        DATA + "site.yml",
        "  - Talk to somebody.",
        "  - Talk to [somebody](local:leed-name).",
        "content_data/site.yml:15:24: there is no local 'leed-name'; did you mean 'lead-name'?",
    ),
    "local detail as a place to go": Mistake(
        DATA + "site.yml",
        "to: section:start",
        "to: local:lead-name",
        "content_data/site.yml:10:13: 'local:lead-name' is no place to go; "
        "name a page; local details stand in prose alone",
    ),
    "id of another kind of detail": Mistake(
        DATA + "local.yml",
        "id: lead-phone",
        "id: lead-number",
        "content_data/local.yml:11:5: 'lead-number' is not the id of a phone; end the id with '-phone'",
    ),
    "phone number without its kind": Mistake(
        DATA + "local.yml",
        "    kind: phone\n",
        "",
        "content_data/local.yml:11:5: 'lead-phone' is not the id of a text; write 'kind: phone'",
    ),
    "detail without words to fall back on": Mistake(
        DATA + "local.yml",
        "    fallback: the lead\n",
        "",
        "content_data/local.yml:6:5: 'fallback' is missing; add a line 'fallback: …'",
    ),
    "group of details that is not there": Mistake(
        DATA + "local.yml",
        "    group: people",
        "    group: peopel",
        "content_data/local.yml:6:5: there is no group 'peopel'; did you mean 'people'?",
    ),
    "local detail twice": Mistake(
        DATA + "local.yml",
        "  - id: lead-phone\n    label: Phone\n    kind: phone\n",
        "  - id: lead-name\n    label: Phone\n",
        "content_data/local.yml:11:5: there is a local 'lead-name' already, at content_data/local.yml:6; "
        "change one of them",
    ),
    "time": Mistake(
        DATA + "services/a-line.yml",
        "hours: 12:30\n",
        "hours_table:\n  - days: [monday]\n    opens: 9am\n    closes: 17:00\n",
        "content_data/services/a-line.yml:11:12: '9am' is not a time; "
        "write hours and minutes like 09:30, at latest 24:00",
    ),
    "hours over midnight": Mistake(
        DATA + "services/a-line.yml",
        "hours: 12:30\n",
        "hours_table:\n  - days: [monday]\n    opens: 18:00\n    closes: 02:00\n",
        "content_data/services/a-line.yml:10:5: it closes before it opens; "
        "end the day at 24:00, and go on with an entry for the next day",
    ),
    "hours without an end": Mistake(
        DATA + "services/a-line.yml",
        "hours: 12:30\n",
        "hours_table:\n  - days: [monday]\n    opens: 18:00\n",
        "content_data/services/a-line.yml:10:5: these hours are not whole; "
        "give 'opens' and 'closes', or 'all_day: yes'",
    ),
    "hours confirmed that are not there": Mistake(
        DATA + "services/a-line.yml",
        "hours: 12:30\n",
        "hours_confirmed_on: 2026-01-01\n",
        "content_data/services/a-line.yml:1:1: 'hours_confirmed_on' is set, and there is no table of hours; "
        "add 'hours_table'",
    ),
    "YAML syntax": Mistake(
        DATA + "site.yml",
        "lead: A small project for tests.",
        "lead: A small project: for tests.",
        "content_data/site.yml:2:22: YAML cannot be read here: mapping values are not allowed here; "
        "put text that contains ': ' in quotes, or check the indent",
    ),
    "open quotation mark": Mistake(
        DATA + "glossary.yml",
        'term: "No"',
        'term: "No',
        "content_data/glossary.yml:8:11: YAML cannot be read here: found unexpected end of stream; "
        "close the quotation mark that was opened",
    ),
    "words lost as a comment": Mistake(
        DATA + "glossary.yml",
        "term: Consent",
        "term: Consent #1",
        "content_data/glossary.yml:3:19: '#1' is read as a comment and lost; put the text in quotes",
    ),
    "tab indent": Mistake(
        DATA + "glossary.yml",
        "  - id: consent\n    term",
        "  - id: consent\n\tterm",
        "content_data/glossary.yml:3:1: a tab is used to indent; use spaces, two for each step",
    ),
    "duplicate key": Mistake(
        DATA + "services/a-line.yml",
        "phone: 0117 496 0123\n",
        "phone: 0117 496 0123\nphone: 0117 496 0456\n",
        "content_data/services/a-line.yml:9:1: 'phone' is given twice (first on line 8); keep one of them",
    ),
    "unknown key": Mistake(
        DATA + "services/a-line.yml",
        "phone:",
        "phnoe:",
        "content_data/services/a-line.yml:8:1: unknown key 'phnoe'; did you mean 'phone'?",
    ),
    "missing key": Mistake(
        DATA + "glossary.yml",
        "    term: Consent\n",
        "",
        "content_data/glossary.yml:2:5: 'term' is missing; add a line 'term: …'",
    ),
    "key without value": Mistake(
        DATA + "glossary.yml",
        "term: Consent",
        "term:",
        "content_data/glossary.yml:3:5: 'term' has no value; write one after the colon, or remove the key",
    ),
    "wrong type": Mistake(
        DATA + "guidance/start.md",
        "order: 10",
        "order: first",
        "content_data/guidance/start.md:4:8: 'first' is not a whole number; write digits only, such as 10",
    ),
    "list where text belongs": Mistake(
        DATA + "glossary.yml",
        "term: Consent",
        "term: [Consent]",
        "content_data/glossary.yml:3:11: this should be text; write it on this line, or after '|' on the lines below",
    ),
    "word that is not allowed": Mistake(
        DATA + "documents/a-study.yml",
        "status: current",
        "status: curent",
        "content_data/documents/a-study.yml:6:9: 'curent' is not one of the words allowed; did you mean 'current'?",
    ),
    "bad date": Mistake(
        DATA + "services/a-line.yml",
        "checked_on: 2026-01-01",
        "checked_on: yesterday",
        "content_data/services/a-line.yml:13:13: 'yesterday' is not a date; write year, month and day like 2026-11-22",
    ),
    "day that does not exist": Mistake(
        DATA + "services/a-line.yml",
        "review_by: 2027-01-01",
        "review_by: 2027-02-30",
        "content_data/services/a-line.yml:14:12: there is no day '2027-02-30'; check the month and the day",
    ),
    "dates the wrong way round": Mistake(
        DATA + "services/a-line.yml",
        "review_by: 2027-01-01",
        "review_by: 2025-01-01",
        "content_data/services/a-line.yml:1:1: review_by 2025-01-01 is not after checked_on 2026-01-01; "
        "correct one of the dates",
    ),
    "duplicate id": Mistake(
        DATA + "glossary.yml",
        "id: no",
        "id: consent",
        "content_data/glossary.yml:7:5: there is a term 'consent' already, at content_data/glossary.yml:2; "
        "change one of them",
    ),
    "id in capitals": Mistake(
        DATA + "glossary.yml",
        "id: no",
        "id: No",
        "content_data/glossary.yml:7:9: 'No' cannot be an id; use lower-case letters, digits and hyphens",
    ),
    "unknown reference in prose": Mistake(
        DATA + "guidance/start.md",
        "term:consent",
        "term:consnet",
        "content_data/guidance/start.md:15:23: there is no term 'consnet'; did you mean 'consent'?",
    ),
    "unknown reference in a field": Mistake(
        DATA + "continuum.yml",
        "sources: [a-study]",
        "sources: [a-studie]",
        "content_data/continuum.yml:19:11: there is no document 'a-studie'; did you mean 'a-study'?",
    ),
    "unknown heading": Mistake(
        DATA + "faq/what-then.md",
        "section:start#a-part",
        "section:start#a-prat",
        "content_data/faq/what-then.md:15:17: 'section:start' has no heading '#a-prat'; did you mean 'a-part'?",
    ),
    "unknown kind of link": Mistake(
        DATA + "guidance/start.md",
        "service:a-line",
        "servise:a-line",
        "content_data/guidance/start.md:15:52: 'servise:' is not a kind of link; did you mean 'service'?",
    ),
    "unknown service on a slide": Mistake(
        DATA + "session-parts.yml",
        "source: [service:a-line]",
        "source: [service:a-lien]",
        "content_data/session-parts.yml:39:18: there is no service 'a-lien'; did you mean 'a-line'?",
    ),
    "session that does not exist": Mistake(
        DATA + "guidance/start.md",
        "service:a-line",
        "session:shrot",
        "content_data/guidance/start.md:15:52: there is no session 'shrot'; did you mean 'short'?",
    ),
    "misspelt key of a block": Mistake(
        DATA + "sessions/short.yml",
        "    minutes: 3\n",
        "    minuets: 3\n",
        "content_data/sessions/short.yml:25:5: unknown key 'minuets'; did you mean 'minutes'?",
    ),
    "dead link": Mistake(
        DATA + "guidance/start.md",
        "(term:consent)",
        "(#)",
        "content_data/guidance/start.md:15:23: '#' leads nowhere; write where the link goes, such as term:consent",
    ),
    "web address in prose": Mistake(
        DATA + "guidance/start.md",
        "term:consent",
        "https://example.org/x",
        "content_data/guidance/start.md:15:23: 'https://example.org/x' stands outside the registers; "
        "give it a file in documents/ or services/ and link to it by id",
    ),
    "raw HTML block": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "<div>More</div>\n\nwords,",
        "content_data/guidance/start.md:19:1: raw HTML is not allowed; write it in Markdown, or ask for a component",
    ),
    "raw HTML in a line": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "More <b>words</b>,",
        "content_data/guidance/start.md:19:6: raw HTML is not allowed; write it in Markdown, or ask for a component",
    ),
    "image without alternative text": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "More ![](assets/x.svg) words,",
        "content_data/guidance/start.md:19:6: this image has no alternative text; say in the brackets what it shows",
    ),
    "heading level skipped": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "#### Deep\n\nMore words,",
        "content_data/guidance/start.md:19:1: heading level 3 is skipped; write ### here",
    ),
    "two headings alike": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "## A part\n\nMore words,",
        "content_data/guidance/start.md:19:1: this heading has the same address as the one on line 17; "
        "word one of them differently",
    ),
    "half a link": Mistake(
        DATA + "guidance/start.md",
        "[consent](term:consent)",
        "[consent] (term:consent)",
        "content_data/guidance/start.md:15:24: 'term:consent' is not a whole link; write [words](term:consent)",
    ),
    "denied phone number, spaced otherwise": Mistake(
        DATA + "services/a-line.yml",
        "name: A line",
        "name: A line on 08005 551234",
        "content_data/services/a-line.yml:1:17: '08005 551234' must never be printed; it is out of use",
    ),
    "denied web address": Mistake(
        DATA + "services/a-line.yml",
        "https://example.org/line",
        "https://www.badsite.example/line",
        "content_data/services/a-line.yml:10:18: 'badsite.example' must never be printed; it is not the owner's",
    ),
    "control character": Mistake(
        DATA + "glossary.yml",
        "An agreement.",
        "An\u202e agreement.",
        "content_data/glossary.yml:5:9: invisible character U+202E; delete it and type the words around it again",
    ),
    "typed link in a hand-written page": Mistake(
        "docs/maintainers/notes.md",
        "term:consent",
        "trem:consent",
        "docs/maintainers/notes.md:7:15: 'trem:' is not a kind of link; did you mean 'term'?",
    ),
    "phone number not allowed yet": Mistake(
        DATA + "services/a-line.yml",
        "publish: publish-after-live-check",
        "publish: name-and-link-only",
        "content_data/services/a-line.yml:1:1: 'name-and-link-only' does not allow phone, hours to be printed; "
        "remove it, or set confirmed_on to the day you checked the owner's page",
    ),
    "one of the three parts missing": Mistake(
        DATA + "behaviours/sharing.md",
        "## Understanding what has happened",
        "## What happened",
        "content_data/behaviours/sharing.md:18:1: a behaviour page is told in three parts; use exactly these headings, "
        "in this order: '## What the behaviour is', '## Understanding what has happened', "
        "'## Safeguarding the young person'",
    ),
    "too few points in short": Mistake(
        DATA + "guidance/start.md",
        "  - Third point.\n",
        "",
        "content_data/guidance/start.md:8:3: this list is too short (2); give at least 3",
    ),
    "component within other text": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "See [the levels](show:continuum).\n\nMore words,",
        "content_data/guidance/start.md:19:1: a 'show:' link stands inside other text; "
        "put the link into a paragraph of its own",
    ),
    "heading with the address of a standing part": Mistake(
        DATA + "guidance/start.md",
        "More words,",
        "## In short\n\nMore words,",
        "content_data/guidance/start.md:19:1: the heading 'In short' has an address that every page uses already; "
        "word it differently",
    ),
    "drawing that does not exist": Mistake(
        DATA + "site.yml",
        "icon: clock",
        "icon: clok",
        "content_data/site.yml:11:15: 'clok' is not one of the words allowed; did you mean 'clock'?",
    ),
    "no front matter": Mistake(
        DATA + "faq/what-then.md",
        "---\ntitle",
        "title",
        "content_data/faq/what-then.md:1:1: there is no front matter; begin the file with a line '---'",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake_is_told_at_its_place(small: Path, change: Change, mistake: Mistake) -> None:
    """One mistake gives exactly one line, with file, line, column, what is wrong and what to do."""
    change(mistake.path, mistake.old, mistake.new)
    assert lines_of(small) == [mistake.told]


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
    "byte order mark": (
        _write(DATA + "deny.yml", b"\xef\xbb\xbfstrings:\n"),
        "content_data/deny.yml:1:1: this file begins with a byte order mark; save it as UTF-8 without BOM",
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
        "keep each file under 5,000 kB: split it or take out what does not belong",
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


def test_day_of_review_is_not_late(small: Path) -> None:
    """A record may be checked on the very day it is due."""
    assert problems_of(small, today=date(2027, 1, 1)) == []


def test_page_missing_from_the_navigation_is_told(small: Path, change: Change) -> None:
    """A page that no menu leads to stops the build."""
    change(DATA + "guidance/start.md", "group: understand", "group: understnad")
    with pytest.raises(ContentError) as caught:
        open_project(small, TODAY)
    assert str(caught.value) == (
        "content_data/guidance/start.md:2:1: the navigation has no group 'understnad'; did you mean 'understand'?"
    )


def test_two_pages_on_one_address_are_told(small: Path) -> None:
    """A hand-written page cannot quietly take the place of a generated one."""
    page = small / "docs" / "guidance" / "start.md"
    page.parent.mkdir()
    shutil.copy(small / "docs" / "maintainers" / "notes.md", page)
    text = page.read_text(encoding="utf-8").replace(" and [this page](notes.md)", "")
    page.write_text(text.replace("Notes", "Other notes"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        open_project(small, TODAY)
    assert str(caught.value.problems[0]) == (
        "docs/guidance/start.md:2:1: this page has the address guidance/start.html, "
        "and so has the page made from content_data/guidance/start.md; rename one of the files"
    )


@pytest.mark.parametrize("written", ["<term:consent>", "term:consent", "[consent] (term:consent)"])
def test_typed_link_left_over_in_a_hand_written_page_is_told(small: Path, change: Change, written: str) -> None:
    """A typed link that was not written as a link does not reach readers."""
    change("docs/maintainers/notes.md", "[consent](term:consent)", written)
    column = 5 + written.index("term")
    told = "'term:consent' is not a whole link; write [words](term:consent)"
    assert lines_of(small) == [f"docs/maintainers/notes.md:7:{column}: {told}"]


def test_denied_string_near_another_is_told_only_there(small: Path, change: Change) -> None:
    """Opening hours that are wrong for one number may be right for another."""
    change(DATA + "services/a-line.yml", "hours: 12:30", "hours: 24 hours")
    assert lines_of(small) == []
    change(DATA + "services/a-line.yml", "0117 496 0123", "0800 555 0000")
    assert lines_of(small) == [
        "content_data/services/a-line.yml:9:8: '24 hours' must never be printed; the line is not open all day"
    ]


SPOILS = [
    ("site.yml", "title: Small", "titel: Small", "1:1: unknown key 'titel'"),
    ("site.yml", "lead: A small", "lead: A <b>small</b>", "2:9: raw HTML is not allowed"),
    ("site.yml", "to: section:start", "to: section:strat", "10:13: there is no section 'strat'"),
    ("deny.yml", "pattern: badsite.example", "patern: badsite.example", "4:5: unknown key 'patern'"),
    ("continuum.yml", "harmful: no", "harmful: perhaps", "9:14: 'perhaps' is not yes or no"),
    ("continuum.yml", "It is harmful.", "See [this](term:concent).", "16:20: there is no term 'concent'"),
    (
        "documents/a-study.yml",
        "nations: [england]",
        "nations: [Narnia]",
        "4:11: 'Narnia' is not one of the words allowed",
    ),
    ("documents/a-study.yml", "url: https://example.org/study", "url: '#'", "11:6: '#' is not a web address"),
    ("documents/a-study.yml", "It stands.", "It [stands]().", "8:14: '' leads nowhere"),
    ("services/a-line.yml", "phone: 0117 496 0123", "phone: ask me", "8:8: 'ask me' is not a phone number"),
    ("services/a-line.yml", "what: It listens.", "what: It <b>listens</b>.", "7:10: raw HTML is not allowed"),
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


GIVEN = {
    "unknown": ("id: lead-nme\n    value: A", "there is no local detail 'lead-nme'; did you mean 'lead-name'?"),
    "no number": (
        "id: lead-phone\n    value: ask me",
        "'ask me' is not a phone number; write digits and spaces, such as 0117 496 0000 ext 12",
    ),
    "long": ("id: lead-name\n    value: " + "a" * 201, "this has 201 characters; use at most 200"),
}


@pytest.mark.parametrize("name", GIVEN)
def test_wrong_details_of_a_school_are_told(small: Path, name: str) -> None:
    """A school that builds its own site is told of a wrong id or value before anything is built."""
    written, told = GIVEN[name]
    (small / DATA / "local-details.yml").write_text(f"details:\n  - {written}\n", encoding="utf-8")
    assert lines_of(small) == [f"content_data/local-details.yml:2:5: {told}"]


def test_a_detail_given_twice_is_told(small: Path) -> None:
    """The second value of a detail is not lost without a word."""
    text = "details:\n  - id: lead-name\n    value: A\n  - id: lead-name\n    value: B\n"
    (small / DATA / "local-details.yml").write_text(text, encoding="utf-8")
    told = "content_data/local-details.yml:4:5: 'lead-name' is given already on line 2; keep one of them"
    assert lines_of(small) == [told]
