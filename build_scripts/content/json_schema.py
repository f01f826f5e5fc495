"""JSON Schemas of the YAML files, so that an editor's program completes and checks them while typing."""

from __future__ import annotations

import json

from build_scripts.content.content import RECORD_OF_FILE, RECORD_OF_FOLDER, RECORD_OF_OPTIONAL_FILE
from build_scripts.content.fields import Record


def build_schemas() -> dict[str, str]:
    """Return the schemas by file name: one for each YAML file, and one for each kind of page."""
    kinds = {name.removesuffix(".yml"): kind for name, kind in (RECORD_OF_FILE | RECORD_OF_OPTIONAL_FILE).items()}
    kinds |= {folder: kind for folder, (_, kind) in RECORD_OF_FOLDER.items()}
    return {f"{name}.json": _schema(kind) for name, kind in sorted(kinds.items())}


def _schema(kind: type[Record]) -> str:
    schema = kind.model_json_schema()
    for name in ("id", "body"):
        if name in schema["properties"] and name not in schema.get("required", []):
            del schema["properties"][name]  # the file name and the text below give these
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
