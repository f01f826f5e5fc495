"""The npm packages of the tests and benchmarks."""

import json
import re
from pathlib import Path

import pytest

from tests import node

NAMES = sorted(path.name for path in node.LISTS.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_locks_pin_everything_and_name_no_registry(name: str) -> None:
    """Every package is one exact version with its hash, fetched from whichever registry the machine is set up for."""
    asked = json.loads((node.LISTS / name / "package.json").read_text(encoding="utf-8"))
    text = (node.LISTS / name / "package-lock.json").read_text(encoding="utf-8")
    packages = {place: entry for place, entry in json.loads(text)["packages"].items() if place}
    assert all(re.fullmatch(r"[\d.]+", version) for version in asked["dependencies"].values())
    assert [place for place, entry in packages.items() if "version" not in entry or "integrity" not in entry] == []
    assert "registry" not in text and "resolved" not in text


def test_a_package_is_installed_once_for_each_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first run installs, the next is quick and needs no network, and a changed lock clears the old away."""
    done = []
    monkeypatch.setattr(node, "LISTS", tmp_path / "lists")
    monkeypatch.setattr(node, "INSTALLED", tmp_path / "installed")
    monkeypatch.setattr(node, "_install", lambda folder: done.append((folder / "node_modules").mkdir()))
    lock = tmp_path / "lists" / "one" / "package-lock.json"
    lock.parent.mkdir(parents=True)
    lock.write_text("{}", encoding="utf-8")
    first = node.package("one")
    assert (node.package("one"), len(done)) == (first, 1)
    lock.write_text("{ }", encoding="utf-8")
    second = node.package("one")
    assert (second.is_dir(), first.is_dir(), len(done)) == (True, False, 2)


def test_half_an_installation_is_not_taken_for_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that npm cannot install is told with its name, and tried again at the next start."""
    monkeypatch.setattr(node, "LISTS", tmp_path / "lists")
    monkeypatch.setattr(node, "INSTALLED", tmp_path / "installed")
    broken = tmp_path / "lists" / "one" / "package-lock.json"
    broken.parent.mkdir(parents=True)
    broken.write_text("{}", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="npm could not install one"):
            node.package("one")
