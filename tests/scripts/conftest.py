"""Scripts as they are built, for tests that run them in Node."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.content.content import Content
from build_scripts.content.load import load_all
from build_scripts.pages.scripts import build_scripts
from build_scripts.search.index import build_search
from tests.built import ROOT


@pytest.fixture(scope="session")
def content() -> Content:
    """The real content, whose words the scripts hold."""
    return load_all(ROOT).content


@pytest.fixture(scope="session")
def built_scripts(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every script of the site, the index of the search, and the labels by id."""
    folder = tmp_path_factory.mktemp("scripts")
    for asset in (*build_scripts(content), build_search(content)):
        (folder / Path(asset.src_uri).name).write_text(asset.text, encoding="utf-8")
    labels = {
        name: {"text": label.text.text, "one": label.one and label.one.text} for name, label in content.labels.items()
    }
    (folder / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    return folder
