"""Prose as Markdown that Python-Markdown reads just as markdown-it-py read the original.

The two dialects differ in indents, in blank lines around lists and in what they escape; this writer uses
only what both read alike. A test holds it over every prose field of the real content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose, Reference
from build_scripts.content.prose import LOCAL_DETAIL, component_of, parse, reference_of, slug, to_text

Resolve = Callable[[Reference], str]
SPECIAL = re.compile(r"([\\`*_{}\[\]#]|!$)")
AT_START = re.compile(r"^(\s*)([+:~=-]|\d+(?=[.)]))")
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\xa0": "&nbsp;"})
EMPHASIS = {"em", "strong"}


@dataclass(frozen=True)
class Context:
    """What rendering needs to know beyond the text."""

    resolve: Resolve
    """Gives the address that a typed reference leads to; of a local detail its value, or nothing."""
    components: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    """Draws a component, by id, from its caption."""


def render(prose: Prose, context: Context) -> str:
    """Return prose as Markdown, blocks parted by blank lines, without a line end."""
    return _blocks(parse(prose), context)


def escape_text(text: str) -> str:
    """Return words as Markdown that shows exactly these words."""
    return AT_START.sub(_escape_start, _escape_within(text))


def _escape_within(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text).translate(ENTITIES)


def _escape_start(found: re.Match[str]) -> str:
    mark = found[2]
    return found[1] + (f"{mark}\\" if mark.isdigit() else f"&#{ord(mark)};")


def _blocks(node: SyntaxTreeNode, context: Context, between: str = "\n\n") -> str:
    return between.join(_block(child, context) for child in node.children)


def _block(node: SyntaxTreeNode, context: Context) -> str:
    return BLOCKS[node.type](node, context)


def _inline(node: SyntaxTreeNode, context: Context) -> str:
    return "".join(INLINES[child.type](child, context) for child in node.children)


def _paragraph(node: SyntaxTreeNode, context: Context) -> str:
    component = component_of(node)
    if component and context.components:
        reference, caption = component
        return context.components[reference.id](caption)
    return _inline(node.children[0], context) if node.children else ""


def _heading(node: SyntaxTreeNode, context: Context) -> str:
    return f"{'#' * int(node.tag[1])} {_inline(node.children[0], context)} {{: #{slug(to_text(node))} }}"


def _list(node: SyntaxTreeNode, context: Context) -> str:
    ordered = node.type == "ordered_list"
    tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
    items = []
    for number, item in enumerate(node.children, 1):
        lead = (f"{number}. " if ordered else "-").ljust(4)
        text = _blocks(item, context, "\n" if tight else "\n\n")
        items.append(lead + _indent(text).lstrip())
    return ("\n" if tight else "\n\n").join(items)


def _indent(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def _quote(node: SyntaxTreeNode, context: Context) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _blocks(node, context).split("\n"))


def _fence(node: SyntaxTreeNode, context: Context) -> str:
    ticks = "`" * max(3, _longest_run(node.content) + 1)
    return f"{ticks}\n{node.content.rstrip(chr(10))}\n{ticks}"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def _table(node: SyntaxTreeNode, context: Context) -> str:
    head, *bodies = node.children
    rows = [_row(head.children[0], context)]
    rows.append("|" + " --- |" * len(head.children[0].children))
    rows += [_row(row, context) for body in bodies for row in body.children]
    return "\n".join(rows)


def _row(node: SyntaxTreeNode, context: Context) -> str:
    cells = (_inline(cell.children[0], context) if cell.children else "" for cell in node.children)
    return "| " + " | ".join(cells) + " |"


def _text(node: SyntaxTreeNode, context: Context) -> str:
    return (_escape_within if _before(node) else escape_text)(node.content)


def _before(node: SyntaxTreeNode) -> str:
    """Return the type of what stands before a node in its line; the parser leaves texts of no words."""
    before = node.siblings[: node.siblings.index(node)]
    return next((other.type for other in reversed(before) if other.type != "text" or other.content), "")


def _emphasis(node: SyntaxTreeNode, context: Context) -> str:
    """Mark with stars, or with tags within or right after other emphasis, where stars would run together."""
    words = _inline(node, context)
    if EMPHASIS & {node.parent.type if node.parent else "", _before(node)}:
        return f"<{node.tag}>{words}</{node.tag}>"
    mark = "**" if node.type == "strong" else "*"
    return mark + words + mark


def _link(node: SyntaxTreeNode, context: Context) -> str:
    href = str(node.attrs["href"])
    reference = reference_of(href)
    address = context.resolve(reference) if reference else href
    if reference and reference.kind == LOCAL_DETAIL:
        words = _escape_within(address) or _inline(node, context)
        return f'<span data-local="{reference.id}">{words}</span>'
    return f"[{_inline(node, context)}]({f'<{address}>' if ')' in address else address})"


def _code(node: SyntaxTreeNode, context: Context) -> str:
    ticks = "`" * (_longest_run(node.content) + 1)
    space = " " if "`" in node.content else ""
    return f"{ticks}{space}{node.content}{space}{ticks}"


Draw = Callable[[SyntaxTreeNode, Context], str]
BLOCKS: dict[str, Draw] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "fence": _fence,
    "table": _table,
}
INLINES: dict[str, Draw] = {
    "text": _text,
    "softbreak": lambda node, context: " ",
    "hardbreak": lambda node, context: "<br>",
    "em": _emphasis,
    "strong": _emphasis,
    "code_inline": _code,
    "link": _link,
    "image": lambda node, context: f"![{escape_text(to_text(node))}]({node.attrs['src']})",
}
