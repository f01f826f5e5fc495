"""JSON Schemas complete and check YAML while an editor types."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.content.content import RECORD_OF_FILE, RECORD_OF_FOLDER, RECORD_OF_OPTIONAL_FILE
from build_scripts.content.json_schema import build_schemas
from tests.built import ROOT

DATA = ROOT / "content_data"
YAML_FILES = sorted(DATA.rglob("*.yml"))
NAMES = sorted(path.name for path in DATA.glob("schema/*.json"))


@cache
def schemas() -> dict[str, Any]:
    """Return every schema by the name of its file."""
    return {name: json.loads(text) for name, text in build_schemas().items()}


def groups(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every description of a group of fixed keys within a schema; in a list of words each word is a key."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:  # else any word may be a key
            yield schema
        for value in schema.values():
            yield from groups(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from groups(value)


def test_schemas_in_the_project_are_fresh() -> None:
    """A new field is offered at once: after a change to the model somebody ran «python -m build_scripts schema»."""
    folder = DATA / "schema"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == build_schemas()


@pytest.mark.parametrize("file", YAML_FILES, ids=lambda file: str(file.relative_to(DATA)))
def test_yaml_files_name_their_schema(file: Path) -> None:
    """Programs that know the modeline complete the file without any setting."""
    first = file.read_text(encoding="utf-8").split("\n")[0]
    modeline = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert modeline is not None, first
    folder = file.parent.name if file.parent != DATA else file.stem
    assert (file.parent / modeline[1]).resolve() == DATA / "schema" / f"{folder}.json"
    assert (file.parent / modeline[1]).is_file()


def test_there_are_yaml_files() -> None:
    """The test above looks at every register of the project."""
    assert {file.name for file in YAML_FILES} >= set(RECORD_OF_FILE)


def test_every_kind_of_file_has_a_schema() -> None:
    """No kind of file is left without help."""
    kinds = [name.removesuffix(".yml") for name in (*RECORD_OF_FILE, *RECORD_OF_OPTIONAL_FILE)] + list(RECORD_OF_FOLDER)
    assert sorted(schemas()) == sorted(f"{kind}.json" for kind in kinds)


@pytest.mark.parametrize("name", NAMES)
def test_unknown_keys_are_refused(name: str) -> None:
    """A misspelt key is underlined while it is typed, at any depth."""
    found = list(groups(schemas()[name]))
    assert found
    assert [group.get("title") for group in found if group.get("additionalProperties") is not False] == []


@pytest.mark.parametrize("name", NAMES)
def test_fields_explain_themselves(name: str) -> None:
    """The words beside a field in the program say what belongs there, and what must be there."""
    for group in groups(schemas()[name]):
        silent = [key for key, field in group["properties"].items() if not field.get("description")]
        assert silent == []
        assert set(group.get("required", [])) <= set(group["properties"])


@pytest.mark.parametrize("name", sorted(f"{folder}.json" for folder in RECORD_OF_FOLDER))
def test_what_the_file_name_and_the_text_give_is_not_asked_for(name: str) -> None:
    """An editor is not offered ``id`` and ``body`` in front matter, where they are mistakes."""
    assert {"id", "body"} & set(schemas()[name]["properties"]) == set()


def test_choices_are_offered() -> None:
    """A field of fixed words completes to these words."""
    assert schemas()["services.json"]["$defs"]["Publish"]["enum"] == [
        "publish-after-live-check",
        "name-and-link-only",
        "do-not-publish",
        "national-number",
    ]


def test_ids_in_registers_are_asked_for() -> None:
    """A register's records have their ids in the file, so the schema wants them."""
    assert "id" in schemas()["glossary.json"]["$defs"]["Term"]["required"]


class AsEditorsRead(yaml.CSafeLoader):
    """YAML 1.2, which the language server of editors reads: yes is a word, 3.10 a number, a day a text."""


AsEditorsRead.yaml_implicit_resolvers = {}
AsEditorsRead.add_constructor("tag:yaml.org,2002:int", lambda _loader, node: int(str(getattr(node, "value", ""))))
for tag, pattern, firsts in (
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", "[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
):
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), firsts)


def files_with_schemas(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each file of content that has a schema, and the name of that."""
    for name in RECORD_OF_FILE:
        yield name, name.replace(".yml", ".json")
    for folder in RECORD_OF_FOLDER:
        yield from ((f"{folder}/{path.name}", f"{folder}.json") for path in sorted((root / folder).iterdir()))


def marks_of(schema: str, text: str) -> list[str]:
    """Return what an editor's program marks in a text, by the schema of its file."""
    from jsonschema import Draft202012Validator  # takes as long to load as all other tests of this file

    found = Draft202012Validator(schemas()[schema]).iter_errors(yaml.load(text, AsEditorsRead))
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


def test_no_schema_marks_what_is_right() -> None:
    """An editor who sees a red line has made a mistake: over all content there is none."""
    root, marks, seen = ROOT / "content_data", list[str](), 0
    for name, schema in files_with_schemas(root):
        text = (root / name).read_text(encoding="utf-8")
        text = text.split("---\n")[1] if name.endswith(".md") else text
        marks += [f"{name}: {mark}" for mark in marks_of(schema, text)]
        seen += 1
    assert marks == [] and seen > len(RECORD_OF_FOLDER)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("services.json", "phone: [0800, 1111]"),
        ("services.json", "status: chnaged"),
        ("services.json", "in_2019_guide: perhaps"),
        ("services.json", "telephone: 0800 1111"),
        ("guidance.json", "order: first"),
    ],
)
def test_a_schema_marks_what_is_wrong(name: str, written: str) -> None:
    """Completion helps: a list for a word, a word that is not allowed and a misspelt key are marked while typing."""
    key = written.partition(":")[0]
    assert [mark for mark in marks_of(name, written) if f"$.{key}" in mark or f"'{key}' was unexpected" in mark]
