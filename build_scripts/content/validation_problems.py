"""What records refuse, as problems that an editor can mend."""

from __future__ import annotations

import difflib
import re
from collections.abc import Container
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from build_scripts.content.fields import Record
from build_scripts.content.problems import Location, Problem, did_you_mean
from build_scripts.content.reader.yaml_reader import Mapping, Sequence
from build_scripts.content.reader.yaml_slips import NEEDS_QUOTES, quoted

NOT_WRITTEN = ("id", "body")
"""Fields that come from a file's name and from the text below its front matter."""
MOST_NAMED = 8
"""So many keys are named at most where none is like the one that was written."""
MISSING = "is missing"
"""How the message ends that a key is not there."""
NO_TEXT = "this should be text"
WORDING = {
    "string_type": (NO_TEXT, "write it on this line, or after '|' on the lines below"),
    "string_too_short": ("this is empty", "write something or remove the key"),
    "tuple_type": ("this should be a list", "begin each item on a line of its own with '- '"),
    "list_type": ("this should be a list", "begin each item on a line of its own with '- '"),
    "model_type": ("this should be a group of keys", "write 'key: value' lines, indented"),
    "dict_type": ("this should be a group of keys", "write 'key: value' lines, indented"),
    "float_parsing": ("this is not a number", "write digits, such as 8 or 8.5"),
}


def problems_of(error: ValidationError, data: Any, path: str, kind: type[Record]) -> list[Problem]:
    """Return each mistake of a record once, at its own place.

    Args:
        error: what the record refused.
        data: what was read of the file.
        path: the file's path.
        kind: the record that was to be made.
    """
    found = error.errors()
    unknown: dict[tuple[int | str, ...], list[str]] = {}
    for details in found:
        if details["type"] == "extra_forbidden":
            unknown.setdefault(details["loc"][:-1], []).append(str(details["loc"][-1]))
    told = [details for details in found if not _follows_from_others(details, unknown)]
    return [_problem(details, data, path, kind) for details in told]


def _follows_from_others(details: ErrorDetails, unknown: dict[tuple[int | str, ...], list[str]]) -> bool:
    """Tell whether an error is told already by another.

    A list is called too short when its items are wrong in themselves, and a key is missing when it is misspelt.
    """
    given, *key = details["input"], *map(str, details["loc"][-1:])
    if details["type"] == "too_short":
        return isinstance(given, list) and len(given) >= details["ctx"]["min_length"]
    return details["type"] == "missing" and any(
        difflib.get_close_matches(word, key) for word in unknown.get(details["loc"][:-1], ())
    )


def _problem(details: ErrorDetails, data: Any, path: str, kind: type[Record]) -> Problem:
    """Turn a pydantic error into a problem at its own place."""
    parts, error = details["loc"], details["type"]
    if error == "extra_forbidden":
        where, parent = _place(parts, data, path, of_key=True)
        known = _fields_at(kind, parts[:-1])
        return Problem(where, f"unknown key '{parts[-1]}'", _known_key(str(parts[-1]), known, parent or ()))
    if error == "missing":
        where, _ = _place(parts[:-1], data, path)
        return Problem(where, f"'{parts[-1]}' {MISSING}", f"add a line '{parts[-1]}: …' to this entry")
    where, _ = _place(parts, data, path, of_key=details["input"] is None)
    if details["input"] is None:
        return no_value(where, kind, parts)
    return Problem(where, *_wording(details))


def no_value(where: Location, kind: type[Record], parts: tuple[int | str, ...]) -> Problem:
    """Return the problem of a key with nothing after its colon, or of an item with nothing after its hyphen.

    Args:
        where: its place.
        kind: the record that it is part of.
        parts: the way there from the record, which ends with the key or the number of the item.
    """
    key, record = parts[-1], _record_at(kind, parts[:-1])
    if isinstance(key, int):
        return Problem(where, "an item of this list is empty", "write it after its '- ', or remove it")
    is_needed = record is not None and key in record.model_fields and record.model_fields[key].is_required()
    remedy = "write one after the colon" if is_needed else "write one after the colon, or remove the key"
    return Problem(where, f"'{key}' has no value", remedy)


def _wording(details: ErrorDetails) -> tuple[str, str]:
    error, context, given = details["type"], details.get("ctx", {}), details["input"]
    if (error == "string_type" or details["msg"].startswith(NO_TEXT)) and (text := _cut_at_colon(given)):
        return NEEDS_QUOTES, f"put the text in quotation marks: {text}"
    if error == "content":
        message, _, remedy = details["msg"].partition("; ")
        return message, remedy
    if error in ("tuple_type", "list_type") and isinstance(given, str):
        return "this should be a list", _as_list(given)
    if error in ("enum", "literal_error"):
        allowed = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
        words = [word for word in re.findall(r"\w[\w-]*", str(given)) if word != "and"]
        if len(words) > 1 and set(words) <= set(allowed):
            return f"'{given}' is not one of the words allowed", f"put commas between them: {', '.join(words)}"
        return f"'{given}' is not one of the words allowed", did_you_mean(
            str(given), allowed, f"use {', '.join(allowed)}"
        )
    if error in ("greater_than_equal", "less_than_equal"):
        low = error == "greater_than_equal"
        remedy = f"use at least {context['ge']}" if low else f"use at most {context['le']}"
        return f"{given} is too {'small' if low else 'large'}", remedy
    if error == "too_short":
        return f"this list is too short ({context['actual_length']})", f"give at least {context['min_length']}"
    if error == "string_too_long":
        return f"this text has {len(given):,} characters", f"keep it under {context['max_length']:,}"
    if error == "too_long":
        return "this list is too long", f"give at most {context['max_length']}"
    if error == "string_pattern_mismatch":
        if context["pattern"].startswith("^[^"):
            return "this should be one line", "join the lines, or cut the text"
        plain = "-".join(re.findall("[a-z0-9]+", str(given).lower()))
        use = "use lower-case letters, digits and hyphens"
        return f"'{given}' cannot be an id", f"{use}, such as {plain}" if plain else use
    return WORDING.get(error, (details["msg"], "correct the value"))


def _known_key(key: str, known: set[str], given: Container[str]) -> str:
    """Return what to write in place of a key that there is not."""
    left = sorted(name for name in known if name not in given)
    if re.search(r"\s", key):
        goes_on = "if the line goes on with the text above, begin it with two spaces more than that key"
        return did_you_mean(re.sub(r"\s+", "_", key.lower()), left, goes_on)
    named = "remove it, or use one of: " if len(left) <= MOST_NAMED else "remove it; others here are "
    more = "" if len(left) <= MOST_NAMED else " and more"
    otherwise = f"{named}{', '.join(left[:MOST_NAMED])}{more}" if left else "remove it"
    return did_you_mean(key, left, otherwise)


def _cut_at_colon(given: Any) -> str | None:
    """Return in quotation marks a text that was taken for a group, since it has a colon and a space."""
    if not isinstance(given, Mapping) or len(given) != 1:
        return None
    ((key, value),) = given.items()
    return quoted(f"{key}: {value}") if isinstance(value, str) else None


def _as_list(text: str) -> str:
    """Return how a list is written that somebody wrote as a text."""
    items = [item.strip() for item in text.strip(" ()[]").split(",")]
    if all(re.fullmatch(r"[a-z0-9:#-]+", item) for item in items):
        return f"put square brackets around it: [{', '.join(items)}]"
    return "begin each item on a line of its own with '- '"


def _place(parts: tuple[Any, ...], data: Any, path: str, of_key: bool = False) -> tuple[Location, Mapping | None]:
    """Return the place of a value (or of its key) in a file, and the group that holds it."""
    where, parent = getattr(data, "location", Location(path)), None
    for part in parts:
        if isinstance(data, Mapping):
            parent = data
            where = data.key_locations.get(part, where)
            data = data.get(part)
        elif isinstance(data, Sequence) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            break
        if not of_key or part != parts[-1]:
            where = getattr(data, "location", where)
    return where, parent


def _fields_at(kind: type[Record], parts: tuple[Any, ...]) -> set[str]:
    """Return the names of the fields of the record that a path of keys leads to."""
    fields = record.model_fields if (record := _record_at(kind, parts)) else {}
    return {name for name, field in fields.items() if name not in NOT_WRITTEN or field.is_required()}


def _record_at(kind: type[Record], parts: tuple[Any, ...]) -> type[Record] | None:
    """Return the record that a path of keys leads to, or None where it leads to none."""
    for part in parts:
        if isinstance(part, str) and part in kind.model_fields:
            inner = _record_within(kind.model_fields[part].annotation)
            if inner is None:
                return None
            kind = inner
    return kind


def _record_within(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    found = (_record_within(inner) for inner in getattr(annotation, "__args__", ()))
    return next((inner for inner in found if inner), None)
