"""Imports go down: the floors of the house."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.built import ROOT

FLOORS = (
    ("problems",),
    ("model",),
    ("reader", "prose", "stylesheet", "wordml", "slideml", "slide_looks", "letters", "zipped"),
    ("load", "addresses", "places", "outlines", "slides"),
    ("check",),
    ("renderers",),
    ("builders",),
    (
        "verify",
        "stamp",
        "swap",
        "products",
        "project",
        "one_file",
        "assets",
        "publish",
        "release",
        "release_report",
        "stage",
        "currency",
        "editions",
        "inspection",
        "mkdocs_hook",
        "cli",
        "__main__",
    ),
)
"""Modules and packages of build_scripts, the lowest first: each knows those below it, and its own floor."""
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
    found = [number for number, names in enumerate(FLOORS) if name.split(".")[0] in names]
    assert len(found) == 1, f"build_scripts/{name} has no floor; give it one in tests/test_layers.py and in house.md"
    return found[0]


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_go_down(name: str) -> None:
    """A maintainer can change a floor and knows that nothing below it feels it."""
    assert {other for other in known(MODULES[name]) if floor(other) > floor(name)} == set()


def test_nothing_goes_round_in_a_circle() -> None:
    """Within a floor too, each module can be read and tested without those that use it."""
    order = list(TopologicalSorter({name: known(path) - {name} for name, path in MODULES.items()}).static_order())
    assert set(order) >= set(MODULES)


def test_renderers_never_know_one_another() -> None:
    """A format can be added, changed or taken away alone."""
    renderers = {name for name in MODULES if name.startswith("renderers.")}
    assert len(renderers) >= 2
    assert {name: known(MODULES[name]) & renderers for name in renderers} == {name: set() for name in renderers}


def test_mkdocs_is_known_to_the_hook_alone() -> None:
    """Leaving MkDocs means changing one file."""
    users = {name for name, path in MODULES.items() if {full.split(".")[0] for full in imported(path)} & {"mkdocs"}}
    assert users == {"mkdocs_hook"}


def test_the_table_names_nothing_that_is_gone() -> None:
    """The table stays a picture of the house as it stands."""
    assert {name for names in FLOORS for name in names} == {name.split(".")[0] for name in MODULES}


def test_imports_are_found_wherever_they_stand(tmp_path: Path) -> None:
    """The reading that these tests rest on misses no form of import."""
    file = tmp_path / "some.py"
    file.write_text("import mkdocs.config as c\nfrom build_scripts.check import words\ndef f():\n    import yaml\n")
    assert imported(file) == {"mkdocs.config", "build_scripts.check.words", "yaml"}
    assert known(file) == {"check.words"}
