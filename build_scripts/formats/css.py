"""Stylesheets as readers get them: without rules that no page uses, and without white space."""

from __future__ import annotations

import re
from collections.abc import Iterable

import rcssmin
import tinycss2
from tinycss2.ast import AtRule, LiteralToken, Node, QualifiedRule

GROUPS = ("media", "supports", "layer", "container")
"""At-rules that hold further rules; the others, such as ``@font-face``, stay as they are."""
TAG = re.compile(r"<([a-z][a-z0-9]*)")
NAMES = re.compile(r"\b(?:class|id)=\"([^\"]*)\"")
WORD = re.compile(r"[A-Za-z][\w-]*")


def names_used(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Return every element, class and id that pages use, and every word of the scripts, which may make more.

    Args:
        pages: HTML texts.
        scripts: JavaScript texts.
    """
    used = {"html", "body"}
    for page in pages:
        used.update(TAG.findall(page))
        for names in set(NAMES.findall(page)):
            used.update(names.split())
    for script in scripts:
        used.update(WORD.findall(script))
    return used


def shrink(css: str, used: set[str]) -> str:
    """Return a stylesheet without the selectors that match nothing in ``used``, minified.

    A selector is judged by the element, class and id names outside its brackets, so that doubt keeps a rule.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return str(rcssmin.cssmin(_write(rules, used)))


def without_typefaces(css: str) -> str:
    """Return a stylesheet that asks for no typeface; readers then see it in one of their own."""
    rules = tinycss2.parse_stylesheet(css)
    return str(tinycss2.serialize([rule for rule in rules if getattr(rule, "lower_at_keyword", "") != "font-face"]))


def _write(rules: Iterable[Node], used: set[str]) -> str:
    return "\n".join(filter(None, (_rule(rule, used) for rule in rules)))


def _rule(rule: Node, used: set[str]) -> str:
    if isinstance(rule, QualifiedRule):
        kept = [selector for selector in _selectors(rule.prelude) if _needed(selector) <= used]
        written = ",".join(tinycss2.serialize(selector).strip() for selector in kept)
        return f"{written}{{{tinycss2.serialize(rule.content)}}}" if kept else ""
    if isinstance(rule, AtRule) and rule.lower_at_keyword in GROUPS and rule.content is not None:
        inner = _write(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True), used)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""
    return str(rule.serialize())


def _selectors(prelude: Iterable[Node]) -> list[list[Node]]:
    found: list[list[Node]] = [[]]
    for token in prelude:
        if isinstance(token, LiteralToken) and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _needed(selector: list[Node]) -> set[str]:
    """Return the names a page must have for a selector to match."""
    needed = set()
    for before, token in zip([None, *selector], selector, strict=False):
        is_pseudo = isinstance(before, LiteralToken) and before.value == ":"
        if token.type in ("ident", "hash") and not is_pseudo:
            needed.add(token.value)
    return needed
