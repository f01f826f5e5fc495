"""Prose as HTML: for the text of a page, and for the parts of a component."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import chain
from typing import Protocol

from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose, Reference
from build_scripts.content.kept import Kept
from build_scripts.content.prose import LOCAL_DETAIL, REGISTERED, SOURCE, parse, reference_of, slug, to_text

Piece = str | tuple[Reference, str]
"""HTML that is the same on every page, or a typed link with the HTML of its words."""
Draw = Callable[[SyntaxTreeNode], Iterator[Piece]]
TO_CALL = re.compile(r"(\b(?:[Cc]alls?|[Rr]ing|on|or) |\b(?:[Tt]ext|to) )(999|101|111)\b")
"""A short number after words that say to call it, or to send it a text."""
TEXTED = ("ext ", "to ")
"""The ends of words after which a number is sent a text."""


class Links(Protocol):
    """What knows where typed references lead."""

    @property
    def dials(self) -> bool:
        """Whether a reader can tap a number to call it."""

    def link_of(self, reference: Reference) -> str | None:
        """Return the address, or None where only the words are wanted, as on paper; of a local detail its value."""

    def behind(self, reference: Reference) -> str:
        """Return the HTML that stands behind a link, such as how long the document is that it leads to."""

    def on_paper(self, reference: Reference, words: str) -> str:
        """Return the HTML that stands in place of words without an address: it says where to find what they name."""

    def name(self, reference: Reference) -> str:
        """Return the name of what a reference leads to."""


def render(prose: Prose, links: Links) -> str:
    """Return prose as HTML blocks.

    Args:
        prose: the text.
        links: knows where typed references lead.
    """
    return _resolved(_blocks(prose.text), links)


def render_inline(prose: Prose, links: Links) -> str:
    """Return a one-paragraph prose as HTML without its paragraph."""
    return _resolved(_within_blocks(prose.text, None), links)


def render_first(prose: Prose, links: Links) -> str:
    """Return the first paragraph of a prose as HTML, without its paragraph."""
    return _resolved(_within_blocks(prose.text, 1), links)


def render_node(node: SyntaxTreeNode, links: Links) -> str:
    """Return one node of a prose as HTML, for those who set out the others in their own way."""
    return _resolved(_drawn(node), links)


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


def _resolved(pieces: Iterable[Piece], links: Links) -> str:
    return "".join(piece if isinstance(piece, str) else _typed_link(*piece, links) for piece in pieces)


def _typed_link(reference: Reference, words: str, links: Links) -> str:
    if reference.kind in ("tel", "sms"):
        return f'<a href="{reference}">{words}</a>' if links.dials else words
    address = links.link_of(reference)
    if words == SOURCE and reference.kind in REGISTERED:
        return _source_mark(address, words, links.name(reference))
    if reference.kind == LOCAL_DETAIL:
        return f'<span data-local="{reference.id}">{escape(address or "", quote=False) or words}</span>'
    if address is None:
        return links.on_paper(reference, words)
    return f'<a href="{escape(address)}">{words}</a>{links.behind(reference)}'


def _source_mark(address: str | None, words: str, name: str) -> str:
    """Return the mark beside a claim; without an address there is nothing to mark."""
    named = f'{words}<span class="mf-visually-hidden">: {escape(name, quote=False)}</span>'
    return f'<a class="mf-mark" href="{escape(address)}">{named}</a>' if address else ""


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


def _text(node: SyntaxTreeNode) -> Iterator[Piece]:
    """Yield words, and each short number to call as a link, but for what is in a heading or a link already."""
    words, *rest = TO_CALL.split(node.content)
    if rest and _is_linked(node):
        words, rest = node.content, []
    yield escape(words, quote=False)
    for said, number, after in zip(*(iter(rest),) * 3, strict=True):
        yield said
        yield Reference("sms" if said.endswith(TEXTED) else "tel", number), number
        yield escape(after, quote=False)


def _is_linked(node: SyntaxTreeNode | None) -> bool:
    return node is not None and (node.type in ("heading", "link") or _is_linked(node.parent))


def _page_of(href: str) -> str:
    """Return where a link between hand-written pages leads once they are built."""
    path, mark, anchor = href.partition("#")
    return f"{path.removesuffix('.md')}.html{mark}{anchor}" if path.endswith(".md") and "://" not in path else href


def _fence(node: SyntaxTreeNode) -> str:
    return f"<pre><code>{escape(node.content, quote=False)}</code></pre>\n"


def _image(node: SyntaxTreeNode) -> str:
    return f'<img src="{escape(str(node.attrs["src"]))}" alt="{escape(to_text(node))}">'


def _caption(table: SyntaxTreeNode) -> str:
    """Return what a table is about for those who hear it: the last heading before it, which the others see."""
    before = table.previous_sibling
    while before is not None and before.type != "heading":
        before = before.previous_sibling
    words = escape(to_text(before), quote=False) if before else ""
    return f'<caption class="mf-visually-hidden">{words}</caption>' if words else ""


def _names_row(cell: SyntaxTreeNode) -> bool:
    return cell.previous_sibling is None


def _cell(cell: SyntaxTreeNode) -> str:
    """Return the beginning of a cell: the first names its row, the others say what their column is on a phone."""
    if _names_row(cell):
        return '<th scope="row">'
    row, table = cell.parent, cell.parent.parent.parent  # type: ignore[union-attr]  # a cell stands in a table
    head = table.children[0].children[0].children[row.children.index(cell)]  # type: ignore[union-attr]
    return f'<td data-head="{escape(to_text(head))}">'


def _list(node: SyntaxTreeNode) -> str:
    """Return the beginning of a list; words to say, each in quotation marks, have a form of their own."""
    said = [to_text(item).strip() for item in node.children]
    is_said = all(words[:1] == words[-1:] == '"' and words.count('"') == 2 for words in said)
    return '<ul class="mf-to-say">' if is_said else "<ul>"


DRAW: dict[str, Draw] = {
    "root": _children,
    "inline": _children,
    "paragraph": _around(lambda node: "" if node.hidden else "<p>", lambda node: "" if node.hidden else "</p>\n"),
    "heading": _around(_heading, lambda node: f"</{node.tag}>\n"),
    "text": _text,
    "softbreak": _one(lambda node: "\n"),
    "hardbreak": _one(lambda node: "<br>\n"),
    "em": _element("em"),
    "strong": _element("strong"),
    "code_inline": _one(lambda node: f"<code>{escape(node.content.strip(), quote=False)}</code>"),
    "link": _link,
    "image": _one(_image),
    "bullet_list": _around(_list, lambda node: "</ul>\n"),
    "ordered_list": _element("ol", "\n"),
    "list_item": _element("li", "\n"),
    "blockquote": _element("blockquote", "\n"),
    "fence": _one(_fence),
    "table": _around(lambda node: f"<table>{_caption(node)}", lambda node: "</table>\n"),
    "thead": _element("thead"),
    "tbody": _element("tbody"),
    "tr": _element("tr"),
    "th": _around(lambda node: '<th scope="col">', lambda node: "</th>"),
    "td": _around(_cell, lambda node: "</th>" if _names_row(node) else "</td>"),
}
