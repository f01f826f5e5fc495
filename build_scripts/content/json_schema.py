"""JSON Schemas of the YAML files, so that an editor's program completes and checks them while typing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from build_scripts.content.content import RECORD_OF_FILE, RECORD_OF_FOLDER, RECORD_OF_OPTIONAL_FILE
from build_scripts.content.descriptions import descriptions
from build_scripts.content.fields import Record

Described = Mapping[tuple[str, frozenset[str]], Mapping[str, str]]
"""What the fields of each record mean, by its name and its fields: two kinds of record may have the same name."""
KNOWN_FORMATS = ("date", "uri")
"""What editors' programs can check; our own ways of writing are for the page that checks a file."""


def build_schemas() -> dict[str, str]:
    """Return the schemas by file name: one for each YAML file, and one for each kind of page."""
    kinds = {name.removesuffix(".yml"): kind for name, kind in (RECORD_OF_FILE | RECORD_OF_OPTIONAL_FILE).items()}
    kinds |= {folder: kind for folder, (_, kind) in RECORD_OF_FOLDER.items()}
    described = {(kind.__name__, frozenset(kind.model_fields)): descriptions(kind) for kind in _records(Record)}
    return {f"{name}.json": _schema(kind, described) for name, kind in sorted(kinds.items())}


def _schema(kind: type[Record], described: Described) -> str:
    schema = kind.model_json_schema()
    for name, group in {kind.__name__: schema, **schema.get("$defs", {})}.items():
        properties = group.get("properties", {})
        for field, about in described.get((name, frozenset(properties)), {}).items():
            properties[field]["description"] = about
    for name in ("id", "body"):
        if name in schema["properties"] and name not in schema.get("required", []):
            del schema["properties"][name]  # the file name and the text below give these
    _as_editors_read(schema)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _as_editors_read(schema: Any) -> None:
    """Allow what an editor's program takes for something else: 3.10 for a number, and yes for a text."""
    if isinstance(schema, dict):
        if isinstance(written := schema.get("format"), str) and written not in KNOWN_FORMATS:
            del schema["format"]
        if schema.get("type") == "boolean":
            del schema["type"]
            schema["enum"] = [True, False, "yes", "no"]
        elif schema.get("type") == "string" and not {"enum", "const", "format"} & schema.keys():
            schema["type"] = ["string", "number"]
        for value in schema.values():
            _as_editors_read(value)
    elif isinstance(schema, list):
        for value in schema:
            _as_editors_read(value)


def _records(kind: type[Record]) -> Iterator[type[Record]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _records(below)
