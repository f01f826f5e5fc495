"""Stylesheets as readers get them: without rules that no page uses, and without white space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import rcssmin
import tinycss2
from lxml.html import HtmlElement
from tinycss2.ast import AtRule, LiteralToken, Node, QualifiedRule

from build_scripts.content.kept import Kept
from build_scripts.formats import html_tree

GROUPS = ("media", "supports", "layer", "container")
"""At-rules that hold further rules; the others, such as ``@font-face``, stay as they are."""
WORD = re.compile(r"[A-Za-z][\w-]*")


def names_used(pages: Iterable[HtmlElement], scripts: Iterable[str]) -> frozenset[str]:
    """Return every element, class and id that pages use, and every word of the scripts, which may make more.

    Args:
        pages: trees of HTML.
        scripts: JavaScript texts.
    """
    used = {"html", "body"}
    for page in pages:
        used.update(element.tag for element in html_tree.elements(page))
        used.update(html_tree.classes(page), html_tree.ids(page))
    for script in scripts:
        used.update(WORD.findall(script))
    return frozenset(used)


def addresses(css: str) -> list[str]:
    """Return every address that a stylesheet asks for."""
    return list(_addresses(tinycss2.parse_component_value_list(css)))


def _addresses(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node.type == "url":
            yield node.value
        elif node.type == "function" and node.lower_name == "url":
            yield from (inner.value for inner in node.arguments if inner.type == "string")
        else:
            yield from _addresses(getattr(node, "content", None) or getattr(node, "arguments", None) or ())


@Kept
def shrink(css: str, used: frozenset[str]) -> str:
    """Return a stylesheet without the selectors that match nothing in ``used``, minified.

    A selector is judged by the element, class and id names outside its brackets, so that doubt keeps a rule.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return str(rcssmin.cssmin(_write(rules, used)))


def without_typefaces(css: str) -> str:
    """Return a stylesheet that asks for no typeface; readers then see it in one of their own."""
    rules = tinycss2.parse_stylesheet(css)
    return str(tinycss2.serialize([rule for rule in rules if getattr(rule, "lower_at_keyword", "") != "font-face"]))


def _write(rules: Iterable[Node], used: frozenset[str]) -> str:
    return "\n".join(filter(None, (_rule(rule, used) for rule in rules)))


def _rule(rule: Node, used: frozenset[str]) -> str:
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
