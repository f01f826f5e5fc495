"""Files with mistakes, and what ``check`` says of each by itself, for the script that says it in a browser."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from build_scripts.check.links import LINK_KINDS
from build_scripts.content.content import RECORD_OF_FILE, RECORD_OF_FOLDER, RECORD_OF_OPTIONAL_FILE
from build_scripts.content.file_records import read_records
from build_scripts.content.phrases import SAMPLES
from build_scripts.content.prose import check as check_prose
from build_scripts.content.reader.files import read_text
from build_scripts.content.unfilled import without_what_follows
from tests import typical_mistakes
from tests.built import ROOT
from tests.conftest import SMALL
from tests.content import test_load, test_local_details, test_pages, test_registers, test_route, test_search
from tests.content import test_sessions as of_sessions
from tests.content import test_validation_problems as of_values
from tests.mistakes import DATA, QUESTIONS, REHEARSALS, SCENARIOS, SHORT

TABLES: list[dict[str, dict[str, tuple[str, str, str]]]] = [
    *(test_load.MISTAKES, test_local_details.MISTAKES, test_pages.MISTAKES, test_registers.MISTAKES),
    *(of_values.MISTAKES, {test_search.FILE: test_search.WORDS}),
    {test_route.ROUTE: test_route.CHOICE, test_route.CORRECTIONS: test_route.WEIGHT},
    {SHORT: of_sessions.SESSION, SCENARIOS: of_sessions.SCENARIO},
    {REHEARSALS: of_sessions.REHEARSAL, QUESTIONS: of_sessions.QUESTION},
]
"""The mistakes that the tests of the readers make, one in each file."""
SERVICE, PAGE = DATA + "services/a-line.yml", DATA + "guidance/start.md"
PHONE = "phone: 0117 496 0123\n"
WRITTEN = {
    "no space": "phone:0117 496 0123\n",
    "no colon": "phone 0117 496 0123\n",
    "cut quote": 'phone: "0117 "496" 0123"\n',
    "after a quote": 'phone: "0117" 496\n',
    "strange start": "phone: @0117\n",
    "second colon": "phone: tel: 0117 496 0123\n",
    "bracket": "audiences: [parents\nphone: 0117 496 0123\n",
    "indent": "  phone: 0117 496 0123\n",
    "bullets": "audiences:\n• parents\n",
    "alias": "phone: *number\n",
    "anchor": "phone: &number 0117\n",
    "tag": "phone: !number 0117\n",
    "second file": "---\nphone: 0117 496 0123\n",
    "list on its line": "audiences: - parents\n",
    "escape": 'phone: "C:\\q"\n',
    "after a bar": "phone: |0117\n",
    "two mistakes, one of which hides the file": 'phone: "0117\nhours: 9:30\nurl: a.example\n',
    "a list for a text": "phone: [0117, 496]\n",
    "a group for a text": "phone: {a: b}\n",
    "a text for a list": "audiences: parents\n",
    "nothing": "phone:\n",
    "an equals sign": "phone = 0117\n",
    "a link below its key": "limits:\n  [a](term:b) c\n",
    "items of two depths": "audiences:\n  - parents\n- adults\n",
    "words without commas": "audiences: [young-person adults]\n",
    "words in brackets of their own": "hours_table:\n  - days: ['(monday tuesday)']\n    opens: 09:00\n",
    "a word of many signs": f"hours_table:\n  - days: ['{'/' * 50_000}']\n",
    "a colon in an item": "aliases:\n  - The line: of old\n",
    "a colon in prose": "limits:\n  On: weekdays\n",
    "a key with a space": "review by: 2027-01-01\n",
    "a short day": "in_force_from: x\nconfirmed: {by: Ann Lee, role: lead, on: 2026-2-3, saw: it all}\n",
    "a mark of YAML": "phone: !It\n",
    "a key without its lines": "hours_table:\n#  # The days.\n#  - days: [monday]\n#    #opens: 09:00\n",
    "a text without its line": "ages: >-\n#  All ages\n# The number\nphone: 0117\n",
    "a line without its key": "#hours_table:\n  - days: [monday]\n#    opens: 09:00\n",
    "words without their key": "#ages: >-\n  All ages\n",
    "a line that was left out": "audiences:\n  - parents\n#  - adults\nphone: x\n",
    "half a key to fill in": "#hours_table:\n  - days: FILL IN\n",
    "empty lines before a text": "phone: |\n\n\n    0117\n",
    "empty lines alone": "phone: |\n\n\n",
    "an empty line with spaces": "phone: |\n     \n\n  0117\n",
    "a text of one line after empty lines": "what_for: >-\n\n\n  It is **good.\n  Or [bad](term:nothing that).\n",
    "an indent that is told": "limits: |2\n\n     It is **good.\n",
    "letters of other planes": "phone: 😀 0117\nnamo: é\n",
}
"""What stands in the place of a number in a file of a service."""
CUT = ("---", "---\n", "---\ntitle: A", "---\ntitle: A\n\nWords\n", "--\n")
"""What is left of a page that was cut off."""
NOT_HERE = (
    *("'hours_confirmed' is set", "these hours are not whole", "it closes before it opens"),
    *("does not allow .* to be printed", "is not the id of a", "cannot be a web address"),
)
"""What keys of a record say of each other, and what its name says: the page names these as not looked at."""


def cases(folder: Path) -> list[dict[str, Any]]:
    """Return name, kind and bytes of each file with what is told of it: line, column, what is wrong and what to do.

    Args:
        folder: where the files may be written.
    """
    found = [_case(folder, path, text) for path, text in _spoilt()]
    return [case for case in found if not any(re.search("|".join(NOT_HERE), told[2]) for told in case["told"])]


def real_files() -> list[dict[str, str]]:
    """Return path, name and kind of each file of content."""
    paths = (path for path in sorted(ROOT.glob("content_data/**/*")) if path.suffix in (".md", ".yml"))
    return [{"path": str(path), "name": path.name, "kind": _kind(path.relative_to(ROOT).as_posix())} for path in paths]


def _spoilt() -> Iterator[tuple[str, str]]:
    for table in TABLES:
        for path, mistakes in table.items():
            for old, new, _ in mistakes.values():
                yield path, _text(path).replace(old, new, 1)
    for part in typical_mistakes.PARTS.values():
        for path, old, new in part.values():
            if path.startswith(DATA):
                yield path, _text(path).replace(old, new, 1)
    for written in WRITTEN.values():
        yield SERVICE, _text(SERVICE).replace(PHONE, written)
    yield from ((PAGE, text) for text in CUT)
    for sample in SAMPLES.values():
        if isinstance(sample.text, str) and sample.text.startswith("prose:"):
            prose = yaml.safe_load(sample.text)["prose"]
            yield PAGE, f"{_text(PAGE)}\n{prose}" if isinstance(prose, str) else _text(PAGE)
    for path in (SERVICE, PAGE):
        yield path, _text(path).replace("\n", "\r\n")
        yield path, f"\ufeff{_text(path)}"


def _text(path: str) -> str:
    return (SMALL / path).read_text(encoding="utf-8")


def _kind(path: str) -> str:
    name = path.removeprefix(DATA)
    return name.partition("/")[0] if "/" in name else name.removesuffix(".yml")


def _case(folder: Path, path: str, text: str) -> dict[str, Any]:
    kind, name = _kind(path), Path(path).name
    file = folder / DATA / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    data = file.read_bytes()
    return {"name": name, "kind": kind, "bytes": base64.b64encode(data).decode(), "told": _told(folder, name, kind)}


def _told(folder: Path, name: str, kind: str) -> list[tuple[int, int, str, str]]:
    ending, record = RECORD_OF_FOLDER.get(kind, ("", None))
    record = record or (RECORD_OF_FILE | RECORD_OF_OPTIONAL_FILE)[name]
    path = f"{DATA}{name}"
    text, problems = read_text(folder, path)
    found = read_records(path, text or "", record, name.removesuffix(ending) if ending else "")
    told = [*problems, *(found.problems if text is not None else ())]
    told += [problem for prose in found.written.proses for problem in check_prose(prose, LINK_KINDS)]
    told = without_what_follows(told)
    places = {(each.location.line, each.location.column, each.message, each.remedy) for each in told}
    return sorted(places)
