"""What runs by itself on a forge, before a commit and in an editor is what people run, with the same libraries."""

import json
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built import ROOT
from tests.commands import lacking
from tests.test_layers import imported

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HOOKS = ROOT / ".pre-commit-config.yaml"
OF_THE_FORGE = {"apt-get", "gh", "grep"}
"""Programs that a workflow may take as given."""


def steps(workflow: Path) -> list[Any]:
    """Return the steps of all jobs."""
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def test_continuous_integration_runs_what_the_readme_says() -> None:
    """Nobody has to guess what a red run would be here."""
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    command = last.removeprefix("exec ")
    assert command == "python3 run.py test" and f"\n{command} " in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_what_is_there(workflow: Path) -> None:
    """Its commands and scripts exist, and what it takes from elsewhere has a fixed version."""
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used and [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", name)] == []
    for command in (part.strip() for step in steps(workflow) for part in step.get("run", "").split("&&")):
        program = command.split()[0] if command else ""
        if program.startswith("."):
            assert (ROOT / program).is_file()
        elif program not in {"", *OF_THE_FORGE}:
            assert lacking(command) == []


def test_workflows_test_build_and_release() -> None:
    """A change is tested and can be looked at, and a tag becomes a release."""
    every = [step for workflow in WORKFLOWS for step in steps(workflow)]
    runs = " ".join(step.get("run", "") for step in every)
    assert all(command in runs for command in (".ci/run", "run.py site", "run.py release"))
    kept = [
        step["with"]["path"] for workflow in WORKFLOWS for step in steps(workflow) if "upload" in step.get("uses", "")
    ]
    assert set(kept) == {"site", "dist"}


def test_hooks_are_of_this_project() -> None:
    """A commit fetches nothing, and each hook runs what the project has."""
    (repository,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))["repos"]
    assert repository["repo"] == "local" and repository["hooks"]
    for hook in repository["hooks"]:
        assert hook["language"] == "system" and lacking(hook["entry"]) == []


def pins(name: str) -> set[str]:
    """Return the pinned libraries of a file of requirements."""
    return set(re.findall(r"(?m)^[\w-]+==[\w.]+", (ROOT / name).read_text(encoding="utf-8").lower()))


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_a_lock_holds_what_was_asked_for(name: str) -> None:
    """A version that was changed in one place alone is noticed; tests run with the libraries that make the site."""
    assert pins(f"{name}.in") <= pins(f"{name}.txt")
    assert pins("requirements.txt") <= pins(f"{name}.txt")


@pytest.mark.parametrize("name", ["extensions.json", "settings.json"])
def test_editors_can_read_their_settings(name: str) -> None:
    """The settings are plain JSON, which every editor can read."""
    assert json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))


BY_NAME = {"mkdocs-material"}
"""What is used by its name alone: the theme, whose words for the language the frame has."""


def test_what_is_imported_is_named_and_what_is_named_is_imported() -> None:
    """No library is there by chance of another's needs, and none is installed that nothing uses.

    What a release takes to look at what it made is in the requirements of the tests.
    """
    homes = packages_distributions()
    files = [path for path in (ROOT / "build_scripts").rglob("*.py") if path.name != "mkdocs_hook.py"]
    tops = {name.partition(".")[0] for path in files for name in imported(path)}
    tops -= sys.stdlib_module_names | {"build_scripts", "tests"}
    used = {homes[top][0].lower().replace("_", "-") for top in tops} - {
        pin.partition("==")[0] for pin in pins("requirements-test.in")
    }
    named = {pin.partition("==")[0] for pin in pins("requirements.in")}
    assert used == named - BY_NAME
