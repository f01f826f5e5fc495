"""An editor's program, which completes and checks YAML as somebody types, marks nothing that is right."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.built import ROOT
from tests.node import LISTS, package, run

pytestmark = pytest.mark.full
SCHEMAS = ROOT / "content_data" / "schema"


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    """What the language server that most editors use says of each file of content, and of all front matter."""
    modules = package("editor")
    script = modules.parent / "marks.mjs"
    script.write_bytes((LISTS / "editor" / "marks.mjs").read_bytes())
    files = [_file(path) for path in sorted(ROOT.glob("content_data/**/*")) if path.suffix in (".md", ".yml")]
    files.append({"path": "wrong", "kind": "services", "text": "phnoe: 0800 1111\n"})
    schemas = {f"file:///schema/{path.name}": path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.json")}
    ran = run(str(script), given=json.dumps({"files": files, "schemas": schemas}))
    assert ran.returncode == 0, ran.stderr
    return {each["path"]: each for each in json.loads(ran.stdout)}


def _file(path: Path) -> dict[str, str]:
    """Return a file as an editor has it open; of a page its front matter alone, with a line to go on writing."""
    name, text = path.relative_to(ROOT / "content_data").as_posix(), path.read_text(encoding="utf-8")
    kind = name.partition("/")[0] if "/" in name else path.stem
    lines = [line for line in text.split("\n") if not line.startswith("# yaml-language-server")]
    return {"path": name, "kind": kind, "text": text.split("---\n")[1] if path.suffix == ".md" else "\n".join(lines)}


def test_nothing_that_is_right_is_marked(seen: dict[str, Any]) -> None:
    """An editor who sees a mark can believe it; of front matter this holds once their program looks into it at all."""
    assert [path for path, each in seen.items() if each["marks"]] == ["wrong"], [
        (path, each["marks"]) for path, each in seen.items() if each["marks"]
    ]


@pytest.mark.parametrize(("path", "key"), [("guidance/police.md", "handout"), ("services/childline.yml", "email")])
def test_keys_are_offered(seen: dict[str, Any], path: str, key: str) -> None:
    """The keys that a record may have and has not yet are there to choose."""
    assert key in seen[path]["offered"]
