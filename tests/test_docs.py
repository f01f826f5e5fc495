"""The documentation says what is there."""

import re
from itertools import pairwise, product

import pytest

from build_scripts import run
from build_scripts.check.links import LINK_KINDS
from build_scripts.cli import cli
from build_scripts.content.content import COMPONENTS, RECORD_OF_FILE, RECORD_OF_FOLDER, RECORDS_OF_LINK_KIND
from build_scripts.content.fields import Prose
from build_scripts.content.file_records import CONTENT_FOLDER
from build_scripts.content.new_record import KINDS
from build_scripts.content.prose import check as check_prose
from build_scripts.content.reader.yaml_reader import read_yaml
from tests.benchmarks.__main__ import BENCHMARKS
from tests.built import ROOT
from tests.commands import VERBS, commands, lacking
from tests.guide_2019 import BEHAVIOURS, QUESTIONS, SECTIONS
from tests.test_layers import FLOORS, MODULES, known

MAINTAINERS = ROOT / "docs" / "maintainers"
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "NOTICE.md")
"""What a forge shows of the project."""
EDITING = (MAINTAINERS / "editing.md").read_text(encoding="utf-8")
ARCHITECTURE = (MAINTAINERS / "architecture.md").read_text(encoding="utf-8")
DRAWN = re.compile(r"(?s)```text\n(read .*?)```")
"""The way through, as the page draws it."""


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_explained(name: str) -> None:
    """Nobody has to read the code to learn what commands there are."""
    assert f"`{name}`" in README + CONTRIBUTING


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_explained(verb: str) -> None:
    """Whoever reads the README knows each verb that run.py itself explains."""
    assert f"python3 run.py {verb}" in README


def test_run_explains_every_verb() -> None:
    """A verb that is handed on is told of by ``python3 run.py``."""
    assert {*run.VERBS, "release", "test", "bench"} == set(VERBS)


def test_every_benchmark_is_explained() -> None:
    """A page and run.py name each benchmark as it is typed."""
    wanted = [f"bench {name}" for name in BENCHMARKS]
    assert [name for name in wanted if name not in CONTRIBUTING or name not in (run.__doc__ or "")] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_leads_to_is_there(page: str) -> None:
    """No link and no path on a page of the forge leads nowhere; a path with «<» stands for many."""
    text = (ROOT / page).read_text(encoding="utf-8")
    made = ("site/", "dist/", "build/", ".venv")
    paths = [path for path in re.findall(r"`([\w./-]+)`", text) if "/" in path and not path.startswith(made)]
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "//" not in link]
    assert paths or links
    assert [path for path in (*paths, *links) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("command", sorted({*commands(README), *commands(CONTRIBUTING)}))
def test_a_command_can_be_run(command: str) -> None:
    """Whoever types what a page says finds the program, the file and the verb."""
    assert lacking(command) == []


@pytest.mark.parametrize(
    ("command", "what"),
    [
        ("python3 run.py sight", "sight"),
        ("python -m build_scripts pubish", "pubish"),
        ("python -m pytest -q tests/no_such.py  # one file", "tests/no_such.py"),
        ("python tools/no_such.py", "tools/no_such.py"),
        ("python -m no_such", "no_such"),
    ],
)
def test_a_command_that_cannot_be_run_is_found(command: str, what: str) -> None:
    """The reading that the test of the pages rests on finds what is not there."""
    assert lacking(command) == [what]


def test_every_content_file_is_explained_to_editors() -> None:
    """An editor finds out where each thing is written."""
    wanted = [*RECORD_OF_FILE, *(f"{folder}/" for folder in RECORD_OF_FOLDER)]
    assert [name for name in wanted if f"`{name}`" not in EDITING] == []


def test_every_kind_of_link_is_explained_to_editors() -> None:
    """An editor sees an example of each kind of link and of each component."""
    kinds = [kind for kind in RECORDS_OF_LINK_KIND if kind != "survey" and f"]({kind}:" not in EDITING]
    components = [name for name in COMPONENTS if f"(show:{name})" not in EDITING]
    assert (kinds, components) == ([], [])


def edits() -> list[tuple[str, str]]:
    """Return the lines of each of the commonest edits as they are afterwards, with the file that they are typed in."""
    part = EDITING.partition("## The seven commonest edits")[2].partition("\n## ")[0]
    found = list[tuple[str, str]]()
    for text in part.split("\n### ")[1:]:
        paths = re.findall(r"`content_data/([\w./-]+)`", text)
        for block in re.findall(r"(?s)```diff\n(.*?)```", text):
            lines = [line[1:] for line in block.splitlines() if not line.startswith("-")]
            found.append((paths[-1], "\n".join(lines)))
    return found


def test_there_are_seven_commonest_edits() -> None:
    """Each shows lines to copy, or a command."""
    part = EDITING.partition("## The seven commonest edits")[2].partition("\n## ")[0]
    shown = ["```diff" in text or "```sh" in text for text in part.split("\n### ")[1:]]
    assert shown == [True] * 7


@pytest.mark.parametrize(("path", "text"), edits())
def test_the_lines_of_an_edit_can_be_copied(path: str, text: str) -> None:
    """What an editor copies has keys that the file can have; the words of a page are Markdown that it allows."""
    data, problems = read_yaml(path, text)
    kind = RECORD_OF_FOLDER[path.split("/")[0]][1] if "/" in path else RECORD_OF_FILE[path]
    if isinstance(data, str):
        assert list(check_prose(Prose(data), LINK_KINDS)) == []
    else:
        assert problems == []
        assert [key for key in data if key not in kind.model_fields] == []


def test_everything_that_can_be_begun_is_explained_to_editors() -> None:
    """An editor finds the command for each kind of record as it is typed."""
    assert [kind for kind in KINDS if f"| `python3 run.py new {kind} NAME` |" not in EDITING] == []


def test_the_table_of_floors_is_the_one_that_is_held() -> None:
    """A maintainer reads the same floors, in the same order, as the test of the imports."""
    assert re.findall(r"(?m)^\| `(\w+)` \|", ARCHITECTURE) == [*reversed(FLOORS)]


def arrows(drawing: str) -> list[tuple[str, str]]:
    """Return who is used by whom in the drawing of the way through."""
    found = list[tuple[str, str]]()
    for line in drawing.splitlines():
        steps = [step.split(", ") for step in line[10:].split(" → ")]
        found += [pair for left, right in pairwise(steps) for pair in product(left, right)]
    return found


def test_the_drawing_is_the_way_through() -> None:
    """Each arrow is an import, and no floor of the house is left out."""
    drawn = DRAWN.search(ARCHITECTURE)
    assert drawn is not None
    pairs = arrows(drawn[1])
    assert [pair for pair in pairs if pair[1] not in MODULES or pair[0] not in known(MODULES[pair[1]])] == []
    assert {name.split(".")[0] for pair in pairs for name in pair} == set(FLOORS) - {"__main__", "run"}


def test_every_folder_of_the_project_is_in_the_readme() -> None:
    """A stranger finds the room."""
    for name in ("content_data", "docs", "docs/maintainers", "build_scripts", "overrides", "tests"):
        assert f"`{name}/`" in README and (ROOT / name).is_dir()
    assert f"`{CONTENT_FOLDER}/`" in README


def test_source_map_leads_to_every_page_that_the_2019_guide_became() -> None:
    """Whoever changes such a page finds what of the guide it carries; a page of ours alone need not stand there."""
    text = (MAINTAINERS / "source-map.md").read_text(encoding="utf-8")
    kinds = {"section": SECTIONS, "faq": QUESTIONS, "behaviour": BEHAVIOURS}
    pages = [f"{kind}:{name}" for kind, names in kinds.items() for name in names]
    assert [page for page in pages if f"({page}" not in text] == []
