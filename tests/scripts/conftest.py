"""Scripts as they are built, for tests that run them in Node."""

import json
from pathlib import Path

import pytest
import rjsmin

from build_scripts.check.browser_rules import build_rules
from build_scripts.content.content import Content
from build_scripts.content.pages import IndexPage
from build_scripts.pages.scripts import build_script, build_scripts
from build_scripts.search.index import build_search
from build_scripts.training.pages import INDEX_PAGES
from tests.built import ROOT
from tests.folders import write
from tests.hostile import HOSTILE
from tests.real import real_content
from tests.scripts.check_cases import cases, real_files


@pytest.fixture(scope="session")
def built_scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every script of the site, the index of the search, and what tests in JavaScript read besides."""
    folder, content = tmp_path_factory.mktemp("scripts"), real_content()
    scripts = {Path(asset.src_uri).name: asset.text for asset in (*build_scripts(content), build_search(content))}
    scripts["lms.js"] = build_script(content, "learning/lms.js")
    words = {id_: (each.text.text, each.one.text if each.one else None) for id_, each in content.labels.items()}
    read = {
        "labels.json": json.dumps(words),
        "builder.html": builder_page(content),
        "hostile.js": f"window.hostile = {json.dumps(HOSTILE)};",
    }
    write(folder, scripts | read | check_scripts(folder, scripts["check-content.js"]))
    return folder


def check_scripts(folder: Path, script: str) -> dict[str, str]:
    """Return what checks a file, small as readers get it, and files with what is told of them."""
    return {
        "check-content.js": rjsmin.jsmin(script),
        "check-rules.js": build_rules().text,
        "readers.js": (ROOT / "docs" / "assets" / "readers" / "readers.js").read_text(encoding="utf-8"),
        "check-cases.json": json.dumps({"cases": cases(folder), "real": real_files()}),
    }


def builder_page(content: Content) -> str:
    """Return what stands on the page of the session builder."""
    (kind,) = (kind for kind in INDEX_PAGES if kind.id == "session-builder")
    (words,) = (page for page in content.all(IndexPage) if page.id == kind.id)
    return kind.page(content, words, frozenset()).body
