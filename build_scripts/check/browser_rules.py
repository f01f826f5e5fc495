"""What the page that checks a file in a browser knows: schemas, patterns and words, all taken from here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from build_scripts.check.links import LINK_KINDS
from build_scripts.content import fields, phrases, prose, prose_slips
from build_scripts.content.content import RECORD_OF_FILE, RECORD_OF_FOLDER, RECORD_OF_OPTIONAL_FILE
from build_scripts.content.fields import Record
from build_scripts.content.kept import Kept
from build_scripts.content.reader import files, yaml_reader, yaml_slips
from build_scripts.content.unfilled import FILL_IN, numbered
from build_scripts.content.validation_problems import MOST_NAMED
from build_scripts.pages.generated import GeneratedAsset

ADDRESS = "assets/check-rules.js"
NOT_FOR_PROGRAMS = ("title", "description", "default")
LIMITS = {"ge": "minimum", "le": "maximum"}


def build_rules() -> GeneratedAsset:
    """Return the rules as a classic script, which also works where pages are opened from a disk."""
    return GeneratedAsset(ADDRESS, f"window.checkRules={_rules()};\n")


@Kept
def _rules() -> str:
    return json.dumps(browser_rules(), ensure_ascii=False, separators=(",", ":"))


def browser_rules() -> dict[str, Any]:
    """Return the rules by name, as JSON can say them."""
    records = RECORD_OF_FILE | RECORD_OF_OPTIONAL_FILE
    folders = {folder: kind for folder, (_, kind) in RECORD_OF_FOLDER.items()}
    schemas = {_stem(name): kind for name, kind in records.items()} | folders
    return {
        "files": {name: _stem(name) for name in records},
        "endings": {folder: ending for folder, (ending, _) in RECORD_OF_FOLDER.items()},
        "schemas": {name: _schema(kind) for name, kind in schemas.items()},
        "phrases": phrases.phrases(LINK_KINDS),
        "kinds": sorted(LINK_KINDS),
        "spaces": (yaml_slips.spaces(1), yaml_slips.spaces(2).replace("2", "{0}")),
        "numbered": (numbered(1, 1).replace("1", "{0}"), numbered(1, 2).replace("1", "{0}").replace("2", "{1}")),
        "limits": {
            "bytes": files.MAX_BYTES,
            "told": files.MOST_TOLD,
            "depth": yaml_reader.MAX_DEPTH,
            "deepest": prose.DEEPEST,
            "prose": fields.LONGEST_PROSE,
            "digits": fields.MOST_AT_ONCE,
            "named": MOST_NAMED,
        },
        "inline": sorted(prose.INLINE),
        "block": sorted(prose.BLOCK),
        "notAllowed": prose.NOT_ALLOWED,
        "inMarkdown": prose.IN_MARKDOWN,
        "quotes": prose_slips.QUOTES,
        "fillIn": FILL_IN,
        "months": [name[:3].lower() for name in fields.MONTHS],
        "patterns": {"control": files.CONTROL.pattern, "left": javascript(prose_slips.LEFT.pattern)},
        "lines": [(javascript(begins.pattern), message, remedy) for begins, message, remedy in prose_slips.LINES],
    }


def javascript(pattern: str) -> str:
    r"""Return a pattern as browsers read it, to be used with the mark ``u``: there ``\w`` has no letters beyond a to z.

    Args:
        pattern: as Python reads it.
    """
    pattern = pattern.replace(r"[^\W\d_]", r"\p{L}")
    parts = re.split(r"(\[(?:\\.|[^\]\\])*\])", pattern)
    within = (part.replace(r"\w", r"\p{L}\p{N}_") for part in parts[1::2])
    around = (re.sub(r"\\w", r"[\\p{L}\\p{N}_]", part) for part in parts[0::2])
    return "".join(part for pair in zip(around, [*within, ""], strict=True) for part in pair).replace(r"\"", '"')


def _stem(name: str) -> str:
    return name.removesuffix(".yml")


def _schema(kind: type[Record]) -> dict[str, Any]:
    schema = kind.model_json_schema()
    if "id" not in schema.get("required", []):
        schema["properties"].pop("id", None)  # the file name gives it
    small: dict[str, Any] = _small(schema)
    return small


def _small(schema: Any) -> Any:
    """Return a schema with what decides alone; a value that may be left out is none that may be empty."""
    if isinstance(schema, list):
        return [_small(value) for value in schema]
    if not isinstance(schema, dict):
        return schema
    if "anyOf" in schema:
        (schema,) = ({**schema, **each} for each in schema["anyOf"] if each != {"type": "null"})
    return dict(_parts(schema))


def _parts(schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            yield key, {name: _small(inner) for name, inner in value.items()}
        elif key not in (*NOT_FOR_PROGRAMS, "anyOf"):
            yield LIMITS.get(key, key), _small(value)
