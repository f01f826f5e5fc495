"""Imports go down: the floors of the house."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.built import ROOT

FLOORS = (
    "content",
    "formats",
    "pages",
    "forms",
    "help",
    "training",
    "search",
    "registers",
    "check",
    "handbook",
    "publish",
    "release",
    "run",
    "cli",
    "__main__",
)
"""Folders and modules at the root of build_scripts, the lowest first: each knows those below it, and itself."""
PACKAGE = "build_scripts"


def modules(root: Path) -> dict[str, Path]:
    """Return the files of build_scripts by module name below it; a package has the name of its folder."""
    folder = root / PACKAGE
    found = {
        path.relative_to(folder).with_suffix("").as_posix().replace("/", "."): path for path in folder.rglob("*.py")
    }
    return {name.removesuffix(".__init__"): path for name, path in found.items() if name != "__init__"}


MODULES = modules(ROOT)


def imported(path: Path) -> set[str]:
    """Return the full names of everything that a file imports, at its head or within a function."""
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write imports in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def known(path: Path) -> set[str]:
    """Return the modules of build_scripts that a file imports."""
    own = {name.removeprefix(f"{PACKAGE}.") for name in imported(path) if name.startswith(f"{PACKAGE}.")}
    return {name if name in MODULES else name.rpartition(".")[0] for name in own} - {""}


def floor(name: str) -> int:
    """Return the floor of a module, from 0."""
    room = name.split(".")[0]
    assert room in FLOORS, f"build_scripts/{room} has no floor; give it one in tests/test_layers.py and in house.md"
    return FLOORS.index(room)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_go_down(name: str) -> None:
    """A maintainer can change a floor and knows that nothing below it feels it."""
    assert {other for other in known(MODULES[name]) if floor(other) > floor(name)} == set()


def test_nothing_goes_round_in_a_circle() -> None:
    """Within a floor too, each module can be read and tested without those that use it."""
    order = list(TopologicalSorter({name: known(path) - {name} for name, path in MODULES.items()}).static_order())
    assert set(order) >= set(MODULES)


def test_formats_know_no_subject() -> None:
    """A format can be used for anything: of the content it knows prose and places, and no record of a subject."""
    allowed = {"content.fields", "content.kept", "content.problems", "content.prose"}
    used = {other for name in MODULES if name.startswith("formats.") for other in known(MODULES[name])}
    assert {other for other in used if not other.startswith("formats")} <= allowed


def test_mkdocs_is_known_to_few() -> None:
    """Leaving MkDocs means changing what it calls, what calls it, and the preview."""
    users = {name for name, path in MODULES.items() if {full.split(".")[0] for full in imported(path)} & {"mkdocs"}}
    assert users == {"publish.generator", "publish.mkdocs_hook", "publish.preview"}


def test_the_table_names_nothing_that_is_gone() -> None:
    """The table stays a picture of the house as it stands."""
    assert set(FLOORS) == {name.split(".")[0] for name in MODULES}


def test_imports_are_found_wherever_they_stand(tmp_path: Path) -> None:
    """The reading that these tests rest on misses no form of import."""
    file = tmp_path / "some.py"
    file.write_text("import mkdocs.config as c\nfrom build_scripts.check import links\ndef f():\n    import yaml\n")
    assert imported(file) == {"mkdocs.config", "build_scripts.check.links", "yaml"}
    assert known(file) == {"check.links"}
