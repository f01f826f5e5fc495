"""Prose as HTML: for the text of a page, and for the parts of a component."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose, Reference
from build_scripts.content.prose import LOCAL_DETAIL, parse, reference_of, slug, to_text

Resolve = Callable[[Reference], str | None]
"""Gives the address that a typed reference leads to, or None where only its words are wanted, as on paper."""
Draw = Callable[[SyntaxTreeNode, Resolve], str]


def render(prose: Prose, resolve: Resolve) -> str:
    """Return prose as HTML blocks.

    Args:
        prose: the text.
        resolve: gives the address that a typed reference leads to, or None to draw its words alone; of a local detail
            its value, or nothing.
    """
    return render_node(parse(prose), resolve)


def render_inline(prose: Prose, resolve: Resolve) -> str:
    """Return a one-paragraph prose as HTML without its paragraph."""
    tree = parse(prose)
    return "".join(render_node(inline, resolve) for block in tree.children for inline in block.children)


def render_first(prose: Prose, resolve: Resolve) -> str:
    """Return the first paragraph of a prose as HTML, without its paragraph."""
    return "".join(render_node(inline, resolve) for inline in parse(prose).children[0].children)


def render_node(node: SyntaxTreeNode, resolve: Resolve) -> str:
    """Return one node of a prose as HTML, for those who set out the others in their own way."""
    return DRAW[node.type](node, resolve)


def _children(node: SyntaxTreeNode, resolve: Resolve) -> str:
    return "".join(render_node(child, resolve) for child in node.children)


def _element(tag: str, end: str = "") -> Draw:
    return lambda node, resolve: f"<{tag}>{_children(node, resolve)}</{tag}>{end}"


def _paragraph(node: SyntaxTreeNode, resolve: Resolve) -> str:
    inner = _children(node, resolve)
    return inner if node.hidden else f"<p>{inner}</p>\n"


def _heading(node: SyntaxTreeNode, resolve: Resolve) -> str:
    return f'<{node.tag} id="{slug(to_text(node))}">{_children(node, resolve)}</{node.tag}>\n'


def _link(node: SyntaxTreeNode, resolve: Resolve) -> str:
    href = str(node.attrs["href"])
    reference = reference_of(href)
    address = resolve(reference) if reference else _page_of(href)
    words = _children(node, resolve)
    if reference and reference.kind == LOCAL_DETAIL:
        return f'<span data-local="{reference.id}">{escape(address or "", quote=False) or words}</span>'
    return words if address is None else f'<a href="{escape(address)}">{words}</a>'


def _page_of(href: str) -> str:
    """Return where a link between hand-written pages leads once they are built."""
    path, mark, anchor = href.partition("#")
    return f"{path.removesuffix('.md')}.html{mark}{anchor}" if path.endswith(".md") and "://" not in path else href


def _fence(node: SyntaxTreeNode, resolve: Resolve) -> str:
    return f"<pre><code>{escape(node.content, quote=False)}</code></pre>\n"


def _image(node: SyntaxTreeNode, resolve: Resolve) -> str:
    return f'<img src="{escape(str(node.attrs["src"]))}" alt="{escape(to_text(node))}">'


DRAW: dict[str, Draw] = {
    "root": _children,
    "inline": _children,
    "paragraph": _paragraph,
    "heading": _heading,
    "text": lambda node, resolve: escape(node.content, quote=False),
    "softbreak": lambda node, resolve: "\n",
    "hardbreak": lambda node, resolve: "<br>\n",
    "em": _element("em"),
    "strong": _element("strong"),
    "code_inline": lambda node, resolve: f"<code>{escape(node.content.strip(), quote=False)}</code>",
    "link": _link,
    "image": _image,
    "bullet_list": _element("ul", "\n"),
    "ordered_list": _element("ol", "\n"),
    "list_item": _element("li", "\n"),
    "blockquote": _element("blockquote", "\n"),
    "fence": _fence,
    "table": _element("table", "\n"),
    "thead": _element("thead"),
    "tbody": _element("tbody"),
    "tr": _element("tr"),
    "th": _element("th"),
    "td": _element("td"),
}
