"""The one Markdown parser, and what prose may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, cached_property

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import ID_PATTERN, Prose, Reference
from build_scripts.content.kept import Kept
from build_scripts.content.problems import Location, Problem, did_you_mean
from build_scripts.content.prose_slips import left_over, open_quotes, paragraph_slips

INLINE = {"text", "softbreak", "hardbreak", "em", "strong", "link", "code_inline", "inline", "paragraph", "root"}
BLOCK = INLINE | {
    *("heading", "bullet_list", "ordered_list", "list_item", "blockquote", "fence"),
    *("table", "thead", "tbody", "tr", "th", "td", "image"),
}
LOCAL_DETAIL = "local"
"""The kind of typed link that names a local detail: its words stand until a school fills in its own."""
SOURCE = "source"
"""The words of a link that is a mark beside a claim: it leads to the register, and is no part of the sentence."""
REGISTERED = {"document", "service", "statistic", "survey"}
"""The kinds of typed link that such a mark may have."""
LISTS = {"bullet_list", "ordered_list"}
NOT_ALLOWED = {
    "hr": ("a ruled line is not allowed", "use a heading"),
    "code_block": ("this line is indented by four spaces or more", "take the extra spaces away"),
    "image": ("an image is not allowed here", "describe it in words"),
}
IN_MARKDOWN = {
    "a": "write [words](kind:id)",
    "b": "write **words**",
    "br": "take it away; an empty line begins a new paragraph",
    "em": "write *words*",
    "i": "write *words*",
    "li": "begin each item with '- '",
    "ol": "begin the items with '1. ', '2. ' and so on",
    "p": "take it away; an empty line begins a new paragraph",
    "strong": "write **words**",
    "ul": "begin each item with '- '",
    **{f"h{level}": f"begin the heading with '{'#' * level} '" for level in (2, 3, 4)},
}
"""What is written in place of an element of HTML."""
OF_REGISTERS = "take it out, or give it a file in documents/ or services/ and link to that: [words](service:id)"
"""What to do about an address of somebody else."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(.*)", re.DOTALL)
MARKDOWN_SIGNS = re.compile(r"[\\`*_\[\]<>&]")
"""Signs that would be read as Markdown."""
LEFT_OVER = re.compile(rf"(?:\]\()?\b(([a-z]+):{ID_PATTERN})|\]\(")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)»*]*\s+(?=[A-Z\"'“‘(«0-9\[*])")

DEEPEST = 30
"""So deep may signs of Markdown stand within each other."""
_parser = MarkdownIt("commonmark").enable("table")


class _Node(SyntaxTreeNode):
    """A node that looks its type up once: checks and formats ask for it a million times."""

    @cached_property
    def type(self) -> str:
        """What it is, such as a paragraph."""
        return super().type


def parse(prose: Prose) -> SyntaxTreeNode:
    """Return the tree of a piece of prose."""
    return _parse(prose.text)


@cache
def _parse(text: str) -> SyntaxTreeNode:
    # no tree that nobody can walk through: the check tells of it
    tree = _Node(_parser.parse(literal(text)) if _is_too_deep(text) else _tokens(text))
    _part_items(tree)
    return tree


@cache
def _tokens(text: str) -> list[Token]:
    return _parser.parse(text)


def _is_too_deep(text: str) -> bool:
    return any(each.level > DEEPEST for token in _tokens(text) for each in (token, *(token.children or ())))


@cache
def _walk(text: str) -> tuple[SyntaxTreeNode, ...]:
    """Return each node of a text in order."""
    return tuple(_parse(text).walk())


def _part_items(node: SyntaxTreeNode) -> None:
    """Make paragraphs of the items of lists that hold more than words and lists alike.

    Words then stand apart from the table or the quotation below them, in every format alike.
    """
    for child in node.children:
        _part_items(child)
    if node.type in LISTS and not all(_is_close(item) for item in node.children):
        for block in (block for item in node.children for block in item.children):
            if block.type == "paragraph" and block.nester_tokens:
                block.nester_tokens.opening.hidden = False


def _is_close(item: SyntaxTreeNode) -> bool:
    if not all(block.type == "paragraph" and block.hidden for block in item.children[:1]) or len(item.children) > 2:
        return False
    return all(inner.type in LISTS and all(map(_is_close, inner.children)) for inner in item.children[1:])


def is_source_mark(node: SyntaxTreeNode) -> bool:
    """Return whether a node is the mark that leads from a claim to its record in a register."""
    if node.type != "link" or len(node.children) != 1 or node.children[0].content != SOURCE:
        return False
    reference = reference_of(str(node.attrs["href"]))
    return reference is not None and reference.kind in REGISTERED


def to_text(node: SyntaxTreeNode) -> str:
    """Return the words of a node without any markup and without the marks of sources."""
    if node.type in ("softbreak", "hardbreak"):
        return " "
    if not node.is_root and is_source_mark(node):
        return ""
    if not node.children:
        return node.content if not node.is_root and node.type in ("text", "code_inline", "fence") else ""
    joint = " " if node.children[0].is_root or node.children[0].type in BLOCK - INLINE | {"paragraph"} else ""
    return (
        joint.join(to_text(child) for child in node.children).strip() if joint else "".join(map(to_text, node.children))
    )


def plain_text(prose: Prose) -> str:
    """Return the words of a prose without any markup and without the marks of sources."""
    return _plain_text(prose.text)


@cache
def _plain_text(text: str) -> str:
    return to_text(_parse(text))


def text_runs(node: SyntaxTreeNode, strong: bool = False, stressed: bool = False) -> Iterator[tuple[str, bool, bool]]:
    """Yield the words below a node, each piece with whether it is strong and whether it is stressed."""
    for child in (child for child in node.children if not is_source_mark(child)):
        if child.children:
            yield from text_runs(child, strong or child.type == "strong", stressed or child.type == "em")
        else:
            yield " " if child.type in ("softbreak", "hardbreak") else child.content, strong, stressed


def sentence_ends(text: str) -> list[int]:
    """Return where each sentence of a text but the first begins."""
    return [found.end() for found in SENTENCE_END.finditer(text)]


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    ends = sentence_ends(text)
    return [text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def first_sentence(prose: Prose) -> Prose:
    """Return the first sentence of a one-paragraph prose, as it is written."""
    ends = (prose.text[:end].rstrip() for end in sentence_ends(prose.text))
    whole = (text for text in ends if text.count("[") == text.count("]"))  # a link is not cut in two
    return replace(prose, text=next(whole, prose.text))


def slug(text: str) -> str:
    """Return the address of a heading: lower-case words joined by hyphens."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text.lower().replace("'", "")))


@Kept
def plain_words(text: str) -> str:
    """Return the words of a prose that is given by its text, with single spaces between them."""
    return re.sub(r"\s+", " ", to_text(_parse(text)))


def headings(prose: Prose) -> list[tuple[int, str, str]]:
    """Return level, address and words of each heading, in order."""
    return _headings_of(prose.text)


@Kept
def _headings_of(text: str) -> list[tuple[int, str, str]]:
    nodes = [node for node in _parse(text).children if node.type == "heading"]
    return [(int(node.tag[1]), slug(to_text(node)), to_text(node)) for node in nodes]


def sections(prose: Prose) -> list[tuple[str, str, str]]:
    """Return address, heading and words of each part of a text; what stands before the first heading has no address."""
    return _sections_of(prose.text)


@Kept
def _sections_of(text: str) -> list[tuple[str, str, str]]:
    parts: list[tuple[str, str, list[str]]] = [("", "", [])]
    for node in _parse(text).children:
        if node.type == "heading":
            parts.append((slug(to_text(node)), to_text(node), []))
        elif component_of(node) is None:
            parts[-1][2].append(to_text(node))
    return [(address, heading, " ".join(words)) for address, heading, words in parts]


def reference_of(href: str) -> Reference | None:
    """Return the typed reference that a link target stands for, or None when it is no typed link."""
    found = re.fullmatch(rf"([a-z]+):({ID_PATTERN})(?:#({ID_PATTERN}))?", href)
    return Reference(found[1], found[2], found[3] or "") if found else None


def references(prose: Prose) -> Iterator[Reference]:
    """Yield the typed references in a piece of prose, each with its place in the file."""
    for node, where in located_links(prose):
        reference = reference_of(str(node.attrs["href"]))
        if reference:
            yield Reference(reference.kind, reference.id, reference.fragment, where)


def literal(words: str) -> str:
    """Return words as Markdown that says the same."""
    return MARKDOWN_SIGNS.sub(r"\\\g<0>", words)


def words_for_links(prose: Prose, words: Callable[[Reference, str], str | None]) -> Prose:
    """Return a prose with other words in place of links.

    Args:
        prose: the text.
        words: gives the words, in Markdown, that stand in place of a typed link and its own, or None where it stays.
    """
    done, rest = "", prose.text
    for node in parse(prose).walk():
        href = str(node.attrs["href"]) if node.type == "link" else ""
        before, target, after = rest.partition(f"]({href})")
        if href and target:
            reference = reference_of(href)
            given = words(reference, to_text(node)) if reference and not is_source_mark(node) else None
            done += before + target if given is None else before[: before.rindex("[")] + given
            rest = after
    return replace(prose, text=done + rest)


def component_of(node: SyntaxTreeNode) -> tuple[Reference, str] | None:
    """Return reference and caption when a paragraph is nothing but a ``show:`` link."""
    inline = node.children[0] if node.type == "paragraph" else None
    if inline is None or len(inline.children) != 1 or inline.children[0].type != "link":
        return None
    link = inline.children[0]
    reference = reference_of(str(link.attrs["href"]))
    return (reference, to_text(link)) if reference and reference.kind == "show" else None


def located_links(prose: Prose) -> Iterator[tuple[SyntaxTreeNode, Location]]:
    """Yield each link with the place of its target."""
    finder = _Finder(prose)
    for node in _walk(prose.text):
        if node.type == "link":
            yield node, finder.find_target(node, str(node.attrs["href"]))


class _Finder:
    """Finds the places of inline nodes, for which the parser keeps only the lines of their block."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.last = (0, 0)

    @cached_property
    def lines(self) -> list[str]:
        return self.prose.text.split("\n")

    def find_target(self, node: SyntaxTreeNode, href: str) -> Location:
        """Return the place of what a link leads to; its words may say the same."""
        return (self._search(node, f"]({href}", 2) if href else None) or self.find(node, href or "()")

    def find(self, node: SyntaxTreeNode, needle: str) -> Location:
        return self._search(node, needle, 0) or self.prose.place(_lines_of(node)[0])

    def _search(self, node: SyntaxTreeNode, needle: str, skipped: int) -> Location | None:
        first, end = _lines_of(node)
        line, column = max(self.last, (first, 0))
        while needle and line < min(end, len(self.lines)):
            at = self.lines[line].find(needle.split("\n")[0], column)
            if at >= 0:
                self.last = (line, at + 1)
                return self.prose.place(line, at + skipped)
            line, column = line + 1, 0
        return None


def _lines_of(node: SyntaxTreeNode) -> tuple[int, int]:
    while node.parent is not None:
        if node.map is not None:
            return node.map
        node = node.parent
    return (0, 0)


def check(prose: Prose, kinds: set[str], by_hand: bool = False) -> list[Problem]:
    """Return what is wrong with a piece of prose in itself.

    Args:
        prose: the text.
        kinds: the kinds that typed links may have.
        by_hand: whether the prose is a hand-written page, which may link to files and web pages.
    """
    if _is_too_deep(prose.text):
        remedy = "take away stars, brackets and marks of lists that do not belong here"
        return [Problem(prose.place(0), "signs of Markdown stand within each other too often", remedy)]
    tree = parse(prose)
    problems = [*_nodes(prose, tree, by_hand), *_headings(prose, tree), *_tabs(prose), *_leftovers(prose, kinds)]
    problems += _slips(prose)
    for node, where in located_links(prose):
        href = str(node.attrs["href"])
        problem = _link(where, href, kinds, by_hand)
        if problem:
            problems.append(problem)
        elif not to_text(node).strip() and not is_source_mark(node):
            problems.append(Problem(where, f"the link to '{href}' has no words", "write words between the brackets"))
    return problems


def _nodes(prose: Prose, tree: SyntaxTreeNode, by_hand: bool) -> Iterator[Problem]:
    finder = _Finder(prose)
    if prose.inline and [child.type for child in tree.children] != ["paragraph"]:
        yield Problem(prose.place(0), "this should be one paragraph", "write plain sentences without lists or headings")
        return
    for node in (each for each in _walk(prose.text) if each.type not in INLINE):
        kind = node.type
        where = finder.find(node, node.content) if kind == "html_inline" else prose.place(_lines_of(node)[0])
        if kind == "image":
            where = finder.find(node, "![")
            if not node.content.strip():
                yield Problem(where, "this image has no alternative text", "say in the brackets what it shows")
            elif not by_hand:
                yield Problem(where, *NOT_ALLOWED["image"])
        elif kind not in (INLINE if prose.inline else BLOCK) and not _closes(node):
            message = (f"'{kind}' is not allowed in prose", "write it in plain paragraphs and lists")
            yield Problem(where, *(_html(node.content) or NOT_ALLOWED.get(kind, message)))
        elif kind == "ordered_list" and node.attrs.get("start", 1) != 1:
            yield Problem(where, f"this list begins with {node.attrs['start']}", "begin numbered lists with 1")
        elif shape := _shape(node, kind):
            yield Problem(where, *shape)


def _html(content: str) -> tuple[str, str] | None:
    """Return what is wrong with a piece of HTML; nothing for what is none."""
    found = re.match(r"\s*(</?([A-Za-z][A-Za-z0-9]*)[^>]*>?|<!--|<[!?])", content)
    if not found:
        return None
    remedy = IN_MARKDOWN.get((found[2] or "").lower(), "take it away, and everything up to its '>'")
    return f"HTML such as '{found[1][:20]}' is not allowed", remedy


def _shape(node: SyntaxTreeNode, kind: str) -> tuple[str, str] | None:
    """Return what is wrong with a block that is surely a slip."""
    if kind in ("list_item", "blockquote") and not node.children:
        return "there are no words after this mark", "write some, or take the mark away"
    if kind == "table" and len(node.children) == 1:
        return "this table has no rows", "write a row below the line of hyphens"
    if kind in {*LISTS, "blockquote"} and (before := node.previous_sibling) and before.type == kind:
        return "a new list or quotation begins here", "use the same mark as above, or put a paragraph between the two"
    if kind == "list_item" and node.children[0].type not in ("paragraph", "heading"):
        return "this item does not begin with words", "write some after its mark, and the rest below them"
    if kind == "fence" and node.level:
        return "a block of code stands inside a list or quotation", "put it on lines of its own, without indent"
    if kind == "fence" and not node.content.strip():
        return "this block of code is empty", "write the code, or take the block away"
    return None


def _closes(node: SyntaxTreeNode) -> bool:
    """Tell whether a node is the end of an HTML element of which the beginning is reported already."""
    tags = [other.content for other in node.siblings if other.type == "html_inline"]
    return node.type == "html_inline" and node.content.startswith("</") and not tags[0].startswith("</")


def _headings(prose: Prose, tree: SyntaxTreeNode) -> Iterator[Problem]:
    above, seen = 1, dict[str, int]()
    for node in (each for each in _walk(prose.text) if each.type == "heading"):
        line = _lines_of(node)[0]
        where, level, address = prose.place(line), int(node.tag[1]), slug(to_text(node))
        if level == 1:
            yield Problem(where, "the page already has its main heading, from 'title'", "begin headings with '## '")
        elif level > above + 1:
            yield Problem(where, f"heading level {above + 1} is skipped", f"write {'#' * (above + 1)} here")
        if address in seen:
            message = f"this heading has the same address as the one on line {seen[address]}"
            yield Problem(where, message, "word one of them differently")
        if not address:
            yield Problem(where, "this heading has no letter or digit to link to", "write it in words")
        if node.parent is not tree:
            yield Problem(where, "a heading stands inside a list or quotation", "put it on a line of its own")
        above, seen[address] = max(level, 2), where.line


def _tabs(prose: Prose) -> Iterator[Problem]:
    for number, line in enumerate(prose.text.split("\n")):
        if "\t" in line:
            yield Problem(prose.place(number, line.index("\t")), "a tab is used", "use spaces")


def _leftovers(prose: Prose, kinds: set[str]) -> Iterator[Problem]:
    finder = _Finder(prose)
    for node in _walk(prose.text):
        for found in LEFT_OVER.finditer(node.content) if node.type == "text" else ():
            link = found[1] if found[2] in kinds else ""
            if link or found[0].startswith("]("):
                where = finder.find(node, link or "](")
                yield Problem(
                    where,
                    f"'{link or ']('}' is not a whole link",
                    f"write [words]({link or 'kind:id'}), with all brackets and no space",
                )


def _slips(prose: Prose) -> Iterator[Problem]:
    """Yield what was surely meant as a list, a table, a heading, bold or code, and is printed as it was typed."""
    lines = prose.text.split("\n")
    for node in _walk(prose.text):
        if node.type == "paragraph":
            first, end = _lines_of(node)
            paragraph = "\n".join(lines[first:end])
            for found in (*paragraph_slips(paragraph), *open_quotes(paragraph)):
                yield Problem(prose.place(first + found.line, found.column), found.message, found.remedy)
        if node.type == "inline":
            words = "".join(child.content for child in node.children if child.type == "text")
            sign = left_over(words)
            if sign and f"\\{sign[0]}" not in node.content:  # with a backslash it is meant
                where = _Finder(prose).find(node, sign)
                remedy = f"put another '{sign}' right after the last word, or write '\\{sign}' to print it"
                yield Problem(where, f"'{sign}' is printed as it stands", remedy)


def _link(where: Location, href: str, kinds: set[str], by_hand: bool) -> Problem | None:
    scheme = SCHEME.fullmatch(href)
    if href in ("", "#"):
        return Problem(where, f"'{href}' leads nowhere", "write where the link goes, such as term:consent")
    if scheme and scheme[1] in kinds:
        ok = reference_of(href) is not None
        return None if ok else Problem(where, f"'{href}' is not a reference", f"write {scheme[1]}: and an id")
    if by_hand and (scheme is None or scheme[1] in ("http", "https", "mailto")):
        return None
    if scheme and scheme[1] in ("http", "https", "mailto", "tel"):
        return Problem(where, f"'{href}' stands outside the registers", OF_REGISTERS)
    if scheme:
        remedy = did_you_mean(scheme[1], kinds, f"use one of: {', '.join(sorted(kinds))}")
        return Problem(where, f"'{scheme[1]}:' is not a kind of link", remedy)
    return Problem(where, f"'{href}' is not a typed link", "write one such as section:understanding or term:consent")
