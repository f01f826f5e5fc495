"""The documentation says what is there."""

from __future__ import annotations

import re

import pytest

import run
from build_scripts.cli import cli
from build_scripts.content.content import COMPONENTS, RECORD_OF_FILE, RECORD_OF_FOLDER, RECORD_OF_LINK_KIND
from build_scripts.content.load import CONTENT_FOLDER
from tests.benchmarks.__main__ import BENCHMARKS
from tests.built import ROOT

MAINTAINERS = ROOT / "docs" / "maintainers"
README = (ROOT / "README.md").read_text(encoding="utf-8")
EDITING = (MAINTAINERS / "editing.md").read_text(encoding="utf-8")
ARCHITECTURE = (MAINTAINERS / "architecture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_in_the_readme(name: str) -> None:
    """Nobody has to read the code to learn what commands there are."""
    assert f"`{name}`" in README


@pytest.mark.parametrize("verb", ["site", "serve", "check", "test", "bench"])
def test_every_verb_is_explained(verb: str) -> None:
    """The README and run.py itself explain each verb."""
    line = f"python3 run.py {verb}"
    assert line in README and line in (run.__doc__ or "")


def test_every_benchmark_is_explained() -> None:
    """The README and run.py name each benchmark as it is typed."""
    wanted = [f"bench {name}" for name in BENCHMARKS]
    assert [name for name in wanted if name not in README or name not in (run.__doc__ or "")] == []


def test_links_of_the_readme_lead_to_files() -> None:
    """A link in the README is never dead."""
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links and all((ROOT / link).is_file() for link in links)


def test_every_content_file_is_explained_to_editors() -> None:
    """An editor finds out where each thing is written."""
    wanted = [*RECORD_OF_FILE, *(f"{folder}/" for folder in RECORD_OF_FOLDER)]
    assert [name for name in wanted if f"`{name}`" not in EDITING] == []


def test_every_kind_of_link_is_explained_to_editors() -> None:
    """An editor sees an example of each kind of link and of each component."""
    kinds = [kind for kind in RECORD_OF_LINK_KIND if kind != "survey" and f"]({kind}:" not in EDITING]
    components = [name for name in COMPONENTS if f"(show:{name})" not in EDITING]
    assert (kinds, components) == ([], [])


def test_every_module_has_its_place_in_the_architecture() -> None:
    """The table of floors names each module and package of build_scripts."""
    folder = ROOT / "build_scripts"
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    packages = {path.parent.name for path in folder.glob("*/__init__.py")}
    assert sorted(name for name in modules | packages if f"`{name}`" not in ARCHITECTURE) == []


def test_every_folder_of_the_project_is_in_the_readme() -> None:
    """A stranger finds the room."""
    for name in ("content_data", "docs", "docs/maintainers", "build_scripts", "overrides", "tests"):
        assert f"`{name}/`" in README and (ROOT / name).is_dir()
    assert f"`{CONTENT_FOLDER}/`" in README


def test_source_map_leads_to_every_page_of_guidance() -> None:
    """Whoever changes a page finds what of the 2019 guide it carries."""
    text = (MAINTAINERS / "source-map.md").read_text(encoding="utf-8")
    folders = {"behaviours": "behaviour", "faq": "faq", "guidance": "section"}
    pages = [
        f"{kind}:{path.stem}" for name, kind in folders.items() for path in (ROOT / CONTENT_FOLDER / name).glob("*.md")
    ]
    assert [page for page in pages if f"({page}" not in text] == []
