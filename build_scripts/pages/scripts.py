"""Scripts as pages load them, made of the modules in ``scripts``: classic, of one scope, with their helpers and words.

Browsers refuse modules to pages that are opened from a disk.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose
from build_scripts.content.interface import COUNT, VALUE
from build_scripts.pages.generated import GeneratedAsset

SCRIPTS = Path(__file__).parent.parent / "scripts"
SHARED = "shared.js"
"""The module of helpers; each helper uses only those above it, and holds no empty line."""
IMPORT = re.compile(r"^import \{([\w\s,]+)\} from \"[./]+/shared\.js\";\n", re.MULTILINE)
PART = re.compile(r"^import \{[\w\s,]+\} from \"(\./[\w/.-]+)\";\n", re.MULTILINE)
"""How a script takes in a module of its own; the names of all of them are of one scope."""
EXPORT = re.compile(r"^export (?=const |function)", re.MULTILINE)
HELPER = re.compile(r"^(?:export )?(const (\w+) = .*)", re.MULTILINE | re.DOTALL)
LABEL = re.compile(r"\blabel\(\"([a-z0-9-]+)\"([,)])")


def build_script(content: Content, name: str) -> str:
    """Return a script as a page loads it.

    Args:
        content: the content, whose labels the script names.
        name: its path below ``scripts``, such as ``search.js``.

    Raises:
        LookupError: when it names a helper or a label that is not there.
        ContentError: when it names a label without its values.
    """
    text = _with_parts(SCRIPTS / name, set())
    imported = {helper for names in IMPORT.findall(text) for helper in re.findall(r"\w+", names)}
    if unknown := imported - set(_helpers(SCRIPTS)):
        raise LookupError(f"{name} imports {', '.join(sorted(unknown))}, which {SHARED} does not have")
    text = LABEL.sub(lambda found: _label(content, *found.groups()), IMPORT.sub("", text))
    return f'(() => {{\n"use strict";\n{_with_helpers(text, imported)}}})();\n'


def _with_parts(path: Path, known: set[Path]) -> str:
    """Return a script behind the modules that it is made of, each once; it still imports its helpers."""
    text = path.read_text(encoding="utf-8")
    parts = [(path.parent / part).resolve() for part in PART.findall(text) if not part.endswith(f"/{SHARED}")]
    before = ""
    for part in parts:
        if part not in known:
            known.add(part)
            before += EXPORT.sub("", _with_parts(part, known))
    return before + PART.sub(lambda found: found[0] if found[1].endswith(f"/{SHARED}") else "", text)


def build_scripts(content: Content) -> Iterator[GeneratedAsset]:
    """Yield every script of the site.

    Args:
        content: the content, whose labels the scripts name.
    """
    for path in sorted(SCRIPTS.glob("*.js")):
        if path.name != SHARED:
            yield GeneratedAsset(f"assets/{path.name}", build_script(content, path.name))


def _label(content: Content, label_id: str, end: str) -> str:
    """Return the words of a label in place of a call, or a function of its values that the rest of the call is for."""
    if end == ")":
        return _literal(content.label(label_id))
    label = content.labels[label_id]
    values, words = set(label.values), _sum(label.text)
    if label.one:
        values, words = values | {COUNT}, f"{COUNT} === 1 ? {_sum(label.one)} : {words}"
    return f"(({{ {', '.join(sorted(values))} }}) => {words})("


def _sum(line: Prose) -> str:
    """Return the words and values of a label added up; template literals would stand within others."""
    parts = VALUE.split(line.text)  # words and names of values in turn
    return " + ".join(name if at % 2 else _literal(name) for at, name in enumerate(parts) if name or not at)


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("`", "\\u0060")


def _with_helpers(text: str, wanted: set[str]) -> str:
    """Return a script behind the helpers that it uses; words alone need none."""
    for name, helper in reversed(_helpers(SCRIPTS).items()):
        if name in wanted and re.search(rf"\b{name}\b", text):
            wanted = wanted | set(re.findall(r"\w+", helper))
            text = f"{helper}\n{text}"
    return text


@cache
def _helpers(folder: Path) -> dict[str, str]:
    parts = (folder / SHARED).read_text(encoding="utf-8").split("\n\n")
    found = filter(None, map(HELPER.search, parts))
    return {match[2]: match[1] for match in found}
