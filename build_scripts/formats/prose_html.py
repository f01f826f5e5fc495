"""Prose as HTML: for the text of a page, and for the parts of a component."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Protocol

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose, Reference
from build_scripts.content.prose import LOCAL_DETAIL, is_source_mark, parse, reference_of, slug, to_text


class Links(Protocol):
    """What knows where typed references lead."""

    def link_of(self, reference: Reference) -> str | None:
        """Return the address, or None where only the words are wanted, as on paper; of a local detail its value."""

    def name(self, reference: Reference) -> str:
        """Return the name of what a reference leads to."""


Draw = Callable[[SyntaxTreeNode, Links], str]


def render(prose: Prose, links: Links) -> str:
    """Return prose as HTML blocks.

    Args:
        prose: the text.
        links: knows where typed references lead.
    """
    return render_node(parse(prose), links)


def render_inline(prose: Prose, links: Links) -> str:
    """Return a one-paragraph prose as HTML without its paragraph."""
    tree = parse(prose)
    return "".join(render_node(inline, links) for block in tree.children for inline in block.children)


def render_first(prose: Prose, links: Links) -> str:
    """Return the first paragraph of a prose as HTML, without its paragraph."""
    return "".join(render_node(inline, links) for inline in parse(prose).children[0].children)


def render_node(node: SyntaxTreeNode, links: Links) -> str:
    """Return one node of a prose as HTML, for those who set out the others in their own way."""
    return DRAW[node.type](node, links)


def _children(node: SyntaxTreeNode, links: Links) -> str:
    return "".join(render_node(child, links) for child in node.children)


def _element(tag: str, end: str = "") -> Draw:
    return lambda node, links: f"<{tag}>{_children(node, links)}</{tag}>{end}"


def _paragraph(node: SyntaxTreeNode, links: Links) -> str:
    inner = _children(node, links)
    return inner if node.hidden else f"<p>{inner}</p>\n"


def _heading(node: SyntaxTreeNode, links: Links) -> str:
    return f'<{node.tag} id="{slug(to_text(node))}">{_children(node, links)}</{node.tag}>\n'


def _link(node: SyntaxTreeNode, links: Links) -> str:
    href = str(node.attrs["href"])
    reference = reference_of(href)
    address = links.link_of(reference) if reference else _page_of(href)
    words = _children(node, links)
    if reference and is_source_mark(node):
        return _source_mark(address, words, links.name(reference))
    if reference and reference.kind == LOCAL_DETAIL:
        return f'<span data-local="{reference.id}">{escape(address or "", quote=False) or words}</span>'
    return words if address is None else f'<a href="{escape(address)}">{words}</a>'


def _source_mark(address: str | None, words: str, name: str) -> str:
    """Return the mark beside a claim; without an address there is nothing to mark."""
    named = f'{words}<span class="mf-visually-hidden">: {escape(name, quote=False)}</span>'
    return f'<a class="mf-mark" href="{escape(address)}">{named}</a>' if address else ""


def _page_of(href: str) -> str:
    """Return where a link between hand-written pages leads once they are built."""
    path, mark, anchor = href.partition("#")
    return f"{path.removesuffix('.md')}.html{mark}{anchor}" if path.endswith(".md") and "://" not in path else href


def _fence(node: SyntaxTreeNode, links: Links) -> str:
    return f"<pre><code>{escape(node.content, quote=False)}</code></pre>\n"


def _image(node: SyntaxTreeNode, links: Links) -> str:
    return f'<img src="{escape(str(node.attrs["src"]))}" alt="{escape(to_text(node))}">'


def _table(node: SyntaxTreeNode, links: Links) -> str:
    """Return a table whose rows have names, and whose cells say what their column is when a phone stacks them."""
    head, *bodies = node.children
    columns = head.children[0].children
    heads = "".join(f'<th scope="col">{_children(cell, links)}</th>' for cell in columns)
    names = [escape(to_text(cell)) for cell in columns]
    rows = "".join(_row(row, names, links) for body in bodies for row in body.children)
    return f"<table>{_caption(node)}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>\n"


def _row(row: SyntaxTreeNode, names: list[str], links: Links) -> str:
    first, *others = row.children
    cells = "".join(
        f'<td data-head="{name}">{_children(cell, links)}</td>' for name, cell in zip(names[1:], others, strict=True)
    )
    return f'<tr><th scope="row">{_children(first, links)}</th>{cells}</tr>'


def _caption(node: SyntaxTreeNode) -> str:
    """Return what a table is about for those who hear it: the last heading before it, which the others see."""
    before = node.previous_sibling
    while before is not None and before.type != "heading":
        before = before.previous_sibling
    words = escape(to_text(before), quote=False) if before else ""
    return f'<caption class="mf-visually-hidden">{words}</caption>' if words else ""


DRAW: dict[str, Draw] = {
    "root": _children,
    "inline": _children,
    "paragraph": _paragraph,
    "heading": _heading,
    "text": lambda node, links: escape(node.content, quote=False),
    "softbreak": lambda node, links: "\n",
    "hardbreak": lambda node, links: "<br>\n",
    "em": _element("em"),
    "strong": _element("strong"),
    "code_inline": lambda node, links: f"<code>{escape(node.content.strip(), quote=False)}</code>",
    "link": _link,
    "image": _image,
    "bullet_list": _element("ul", "\n"),
    "ordered_list": _element("ol", "\n"),
    "list_item": _element("li", "\n"),
    "blockquote": _element("blockquote", "\n"),
    "fence": _fence,
    "table": _table,
}
