"""Prose as HTML: for the text of a page, and for the parts of a component."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import chain

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose, Reference
from build_scripts.content.kept import Kept
from build_scripts.content.prose import LOCAL_DETAIL, parse, reference_of, slug, to_text

Resolve = Callable[[Reference], str | None]
"""Gives the address that a typed reference leads to, or None where only its words are wanted, as on paper."""
Piece = str | tuple[Reference, str]
"""HTML that is the same on every page, or a typed link with the HTML of its words."""
Draw = Callable[[SyntaxTreeNode], Iterator[Piece]]


def render(prose: Prose, resolve: Resolve) -> str:
    """Return prose as HTML blocks.

    Args:
        prose: the text.
        resolve: gives the address that a typed reference leads to, or None to draw its words alone; of a local detail
            its value, or nothing.
    """
    return _resolved(_blocks(prose.text), resolve)


def render_inline(prose: Prose, resolve: Resolve) -> str:
    """Return a one-paragraph prose as HTML without its paragraph."""
    return _resolved(_within_blocks(prose.text, None), resolve)


def render_first(prose: Prose, resolve: Resolve) -> str:
    """Return the first paragraph of a prose as HTML, without its paragraph."""
    return _resolved(_within_blocks(prose.text, 1), resolve)


def render_node(node: SyntaxTreeNode, resolve: Resolve) -> str:
    """Return one node of a prose as HTML, for those who set out the others in their own way."""
    return _resolved(_drawn(node), resolve)


@Kept
def _blocks(text: str) -> tuple[Piece, ...]:
    return _joined(_drawn(parse(Prose(text))))


@Kept
def _within_blocks(text: str, most: int | None) -> tuple[Piece, ...]:
    blocks = parse(Prose(text)).children[:most]
    return _joined(piece for block in blocks for inline in block.children for piece in _drawn(inline))


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces with those joined that lie side by side and are the same on every page."""
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return tuple(joined)


def _resolved(pieces: Iterable[Piece], resolve: Resolve) -> str:
    return "".join(piece if isinstance(piece, str) else _typed_link(*piece, resolve) for piece in pieces)


def _typed_link(reference: Reference, words: str, resolve: Resolve) -> str:
    address = resolve(reference)
    if reference.kind == LOCAL_DETAIL:
        return f'<span data-local="{reference.id}">{escape(address or "", quote=False) or words}</span>'
    return words if address is None else f'<a href="{escape(address)}">{words}</a>'


def _drawn(node: SyntaxTreeNode) -> Iterator[Piece]:
    return DRAW[node.type](node)


def _children(node: SyntaxTreeNode) -> Iterator[Piece]:
    return (piece for child in node.children for piece in _drawn(child))


def _one(html: Callable[[SyntaxTreeNode], str]) -> Draw:
    return lambda node: iter((html(node),))


def _around(begin: Callable[[SyntaxTreeNode], str], end: Callable[[SyntaxTreeNode], str]) -> Draw:
    return lambda node: chain((begin(node),), _children(node), (end(node),))


def _element(tag: str, end: str = "") -> Draw:
    return _around(lambda node: f"<{tag}>", lambda node: f"</{tag}>{end}")


def _heading(node: SyntaxTreeNode) -> str:
    return f'<{node.tag} id="{slug(to_text(node))}">'


def _link(node: SyntaxTreeNode) -> Iterator[Piece]:
    href, words = str(node.attrs["href"]), "".join(map(str, _children(node)))  # no link stands within a link
    reference = reference_of(href)
    yield (reference, words) if reference else f'<a href="{escape(_page_of(href))}">{words}</a>'


def _page_of(href: str) -> str:
    """Return where a link between hand-written pages leads once they are built."""
    path, mark, anchor = href.partition("#")
    return f"{path.removesuffix('.md')}.html{mark}{anchor}" if path.endswith(".md") and "://" not in path else href


def _fence(node: SyntaxTreeNode) -> str:
    return f"<pre><code>{escape(node.content, quote=False)}</code></pre>\n"


def _image(node: SyntaxTreeNode) -> str:
    return f'<img src="{escape(str(node.attrs["src"]))}" alt="{escape(to_text(node))}">'


DRAW: dict[str, Draw] = {
    "root": _children,
    "inline": _children,
    "paragraph": _around(lambda node: "" if node.hidden else "<p>", lambda node: "" if node.hidden else "</p>\n"),
    "heading": _around(_heading, lambda node: f"</{node.tag}>\n"),
    "text": _one(lambda node: escape(node.content, quote=False)),
    "softbreak": _one(lambda node: "\n"),
    "hardbreak": _one(lambda node: "<br>\n"),
    "em": _element("em"),
    "strong": _element("strong"),
    "code_inline": _one(lambda node: f"<code>{escape(node.content.strip(), quote=False)}</code>"),
    "link": _link,
    "image": _one(_image),
    "bullet_list": _element("ul", "\n"),
    "ordered_list": _element("ol", "\n"),
    "list_item": _element("li", "\n"),
    "blockquote": _element("blockquote", "\n"),
    "fence": _one(_fence),
    "table": _element("table", "\n"),
    "thead": _element("thead"),
    "tbody": _element("tbody"),
    "tr": _element("tr"),
    "th": _element("th"),
    "td": _element("td"),
}
