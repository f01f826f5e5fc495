"""Draws prose, components and templates for one page, and notes what the page says of itself."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.environment import TemplateExpression
from jinja2.meta import find_undeclared_variables
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup, escape

from build_scripts.content.content import Content
from build_scripts.content.fields import Nation, Prose, Reference, long_date
from build_scripts.content.links import paper_of, relative, shown_on, target
from build_scripts.content.pages import Site
from build_scripts.content.prose import LOCAL_DETAIL, component_of, parse, slug, to_text
from build_scripts.content.registers import Evidence
from build_scripts.formats import prose_html
from build_scripts.pages.drawings import gather, ranges, spread
from build_scripts.pages.icons import emblem, icon
from build_scripts.pages.paper_links import on_paper

TEMPLATES = Path(__file__).parent.parent
"""Templates lie in the folder of their subject, and those of components below ``components``."""
SIDES = Markup("<!--sides of {}-->")
"""A mark for the number of pages of a file; a comment, so that nothing shows where the file is not made."""
Entry = tuple[str, str, list["Entry"]]
"""Words and id of a heading, and the headings below it."""
ShownComponents = Mapping[str, Callable[[str], str]]
"""Draws what a ``show:`` paragraph asks for, by its id, from its caption."""


@dataclass(frozen=True)
class PageContext:
    """One page being drawn."""

    content: Content
    page: str
    """The address of the page, without ending."""
    deeper: int = 0
    """How many levels its headings stand below those of a page of its own."""
    met: dict[Reference, None] = field(default_factory=dict)
    """The references drawn so far, in order; paper explains the terms among them."""
    contents: list[Entry] = field(default_factory=list)
    """Each main heading drawn so far with those below it, for «On this page»."""
    leads_out: bool = True
    """Whether readers can go on from it to other pages, and so to the register."""
    folds: bool = True
    """Whether parts can be folded away until a reader opens them."""
    dials: bool = False
    """Whether a reader can tap a number in its prose to call it: on pages to act by, and on no slide or paper."""

    def href(self, reference: Reference) -> str:
        """Return the link from this page to what a reference leads to; of a local detail its value, or nothing."""
        if reference.kind == LOCAL_DETAIL:
            return self.content.local_words(reference.id)
        found = target(self.content, reference)
        if found is None:
            raise LookupError(f"{reference} leads nowhere; the check should have stopped it")
        self.met[reference] = None
        return relative(*found, self.page, ".html")

    def link_of(self, reference: Reference) -> str | None:
        """Return the link to what a reference leads to, or None where its words stand without one."""
        return self.href(reference)

    def behind(self, reference: Reference) -> Markup:
        """Return what stands behind a link: how long a form is on paper."""
        paper = paper_of(self.content, reference.id) if reference.kind == "form" else ""
        return self.sides(paper) if paper else Markup("")

    def sides(self, address: str) -> Markup:
        """Return the mark in whose place a reader is told how many pages a file has, once that is made.

        Args:
            address: where the file lies, from the start of the site.
        """
        return SIDES.format(address)

    def on_paper(self, reference: Reference, words: str) -> str:
        """Return what stands in place of a link where it leads nowhere, as HTML."""
        told = on_paper(self.content, reference, Markup(words).striptags())
        return escape(told) if told else words

    def link(self, reference: Reference, words: str) -> Markup:
        """Return words that lead to what a reference names, or the words alone."""
        address = self.link_of(reference)
        return Markup('<a href="{}">{}</a>').format(address, words) if address else escape(words)

    def part(self, component: str, name: str, words: str) -> Markup:
        """Return words that lead to a part of what a ``show:`` paragraph sets out, wherever it stands.

        Where it stands nowhere, the words are alone.

        Args:
            component: what the paragraph asks for.
            name: the place that the part names.
            words: what the link says.
        """
        page = shown_on(self.content, component)
        return self.link(replace(page, fragment=name), words) if page else escape(words)

    def anchor(self, name: str) -> str:
        """Return the id of a place on this page."""
        return name

    def heading(self, level: int, words: str, name: str | None = None) -> Markup:
        """Return a heading that «On this page» does not list.

        Args:
            level: its level on a page of its own.
            words: what it says.
            name: the place it names, if it names one.
        """
        place = "" if name is None else Markup(' id="{}"').format(self.anchor(name))
        return Markup("<h{0}{1}>{2}</h{0}>").format(level + self.deeper, place, words)

    def labelled(self, name: str) -> Markup:
        """Return the attribute by which a heading names its section, so that it can be jumped to."""
        return Markup(' aria-labelledby="{}"').format(self.anchor(name))

    def h2(self, words: str, name: str) -> Markup:
        """Return a main heading, which «On this page» then lists."""
        self.contents.append(self._entry(words, name))
        return self.heading(2, words, name)

    def h3(self, words: str, name: str) -> Markup:
        """Return a heading below a main heading, which «On this page» then lists below that one."""
        if self.contents:
            self.contents[-1][2].append(self._entry(words, name))
        return self.heading(3, words, name)

    def _entry(self, words: str, name: str) -> Entry:
        return escape(words).striptags(), self.anchor(name), []

    def to(self, kind: str, record_id: str) -> Reference:
        """Return a reference, for templates."""
        return Reference(kind, record_id)

    def file(self, address: str) -> str:
        """Return the link from this page to an address from the start of the site."""
        return relative(address, "", self.page, "")

    def name(self, reference: Reference) -> str:
        """Return the name of what a reference leads to, as links print it."""
        return self.content.answer(_name, reference.kind, reference.id)

    def links(self, references: Iterable[Reference], between: str = ", ") -> Markup:
        """Return the names of what references lead to, each with its link."""
        return Markup(between).join(self.link(reference, self.name(reference)) for reference in references)

    def nations(self, nations: Iterable[Nation]) -> list[str]:
        """Return the names of nations."""
        return [self.content.label(f"nation-{nation}") for nation in nations]

    def listed(self, words: Sequence[str]) -> str:
        """Return words as a list within a sentence."""
        *first, last = words
        return self.content.label("list-and-last", list=", ".join(first), last=last) if first else last

    def evidence(self, grades: Iterable[Evidence]) -> str:
        """Return what kinds of page research saw, within a sentence."""
        return self.listed([self.content.label(f"evidence-{grade}") for grade in grades])

    def page_numbers(self, text: str) -> str:
        """Return page numbers with the word before them; a section's name stays as it is."""
        if not text[0].isdigit():
            return text
        if text.isdigit():
            return self.content.label("page-number", number=text)
        return self.content.label("page-numbers", numbers=text)

    def inline(self, prose: Prose) -> Markup:
        """Return a one-paragraph prose as HTML for this page."""
        return Markup(prose_html.render_inline(prose, self))  # made from prose that allows no HTML

    def blocks(self, prose: Prose) -> Markup:
        """Return prose within a component as HTML blocks; «On this page» does not list its headings."""
        return Markup(prose_html.render(prose, self))  # made from prose that allows no HTML

    def first_block(self, prose: Prose) -> Markup:
        """Return the first paragraph of a prose as HTML, without its paragraph."""
        return Markup(prose_html.render_first(prose, self))  # made from prose that allows no HTML

    def body(self, prose: Prose, shown: ShownComponents | None = None, folded: Collection[str] = ()) -> Markup:
        """Return prose that is the text of the page as HTML blocks, with its headings and components.

        Args:
            prose: the text.
            shown: draws what its ``show:`` paragraphs ask for.
            folded: the addresses of headings whose parts a reader opens.
        """
        return Markup("\n").join(self._parts(parse(prose).children, shown or {}, folded if self.folds else ()))

    def _parts(
        self, nodes: Sequence[SyntaxTreeNode], shown: ShownComponents, folded: Collection[str]
    ) -> Iterator[Markup]:
        while nodes:
            node, *nodes = nodes
            asked = component_of(node)
            if asked and shown:
                yield Markup(shown[asked[0].id](asked[1]))  # drawn by our own templates, which escape
            elif node.type != "heading":
                yield Markup(prose_html.render_node(node, self))  # prose allows no HTML
            elif slug(to_text(node)) in folded:
                end = _end_of_part(node, nodes)
                heading, part = self._prose_heading(node), nodes[:end]
                text = Markup("\n").join(self._parts(part, shown, folded))
                yield self.component("folded", heading=heading, text=text, gist=None, one_of=self._one_of(node))
                nodes = nodes[end:]
            else:
                yield self._prose_heading(node)

    def _one_of(self, heading: SyntaxTreeNode) -> str:
        """Return the name that the parts about nations share, of which one is open at a time, else nothing."""
        names = set(re.split(", | and ", to_text(heading)))
        return "nation" if names <= set(self.nations(Nation)) else ""

    def _prose_heading(self, node: SyntaxTreeNode) -> Markup:
        words = Markup(prose_html.render_node(node.children[0], self))  # prose allows no HTML
        known = {"h2": self.h2, "h3": self.h3}
        return known.get(node.tag, partial(self.heading, int(node.tag[1])))(words, slug(to_text(node)))

    def component(self, name: str, /, **values: object) -> Markup:
        """Return a component filled in.

        Args:
            name: its folder below ``components``.
            values: all that its template names besides what every template has.
        """
        return self.fill(f"components/{name}/template.html", **values)

    def fill(self, template: str, /, **values: object) -> Markup:
        """Return a template filled in; what it prints is escaped unless it was made by a template or from prose.

        Args:
            template: its path below ``build_scripts``.
            values: all that it names besides what every template has.
        """
        always = {
            "always": self.content.one(Site).always,
            "body": self.body,
            "component": self.component,
            "content": self.content,
            "context": self,
            "h2": self.h2,
            "h3": self.h3,
            "emblem": emblem,
            "gather": gather,
            "icon": icon,
            "label": self.content.label,
            "ranges": ranges,
            "spread": spread,
        }
        return Markup(_environment().get_template(template).render(always, **values).strip())  # escaped by Jinja


@dataclass(frozen=True)
class StandAloneContext(PageContext):
    """A page beside which no other lies: what it would link to is named in words."""

    leads_out: bool = False

    def link_of(self, reference: Reference) -> str | None:
        """Return the value of a local detail, and no link to anything else."""
        return self.content.local_words(reference.id) if reference.kind == LOCAL_DETAIL else None


def _name(content: Content, kind: str, record_id: str) -> str:
    record = content.find(kind, record_id)
    names = (getattr(record, field, None) for field in ("title", "name", "term", "plain"))
    return next((str(name) for name in names if name), content.one(Site).title)


def _end_of_part(heading: SyntaxTreeNode, after: Sequence[SyntaxTreeNode]) -> int:
    """Return how many nodes after a heading stand below it."""
    ends = (at for at, node in enumerate(after) if node.type == "heading" and node.tag <= heading.tag)
    return next(ends, len(after))


@cache
def expression(text: str) -> TemplateExpression:
    """Return an expression in the language of templates, to be called with what it names.

    Args:
        text: the expression, without braces.
    """
    return _environment().compile_expression(text, undefined_to_none=False)


@cache
def names_of(text: str) -> frozenset[str]:
    """Return the names that an expression in the language of templates asks for.

    Args:
        text: the expression, without braces.
    """
    return frozenset(find_undeclared_variables(_environment().parse(f"{{{{ {text} }}}}")))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
        bytecode_cache=compiled_templates(),
    )
    environment.tests["prose"] = lambda value: isinstance(value, Prose)
    environment.filters["long_date"] = long_date
    environment.filters["day"] = lambda text: long_date(date.fromisoformat(text.strip()))
    environment.filters["slug"] = slug
    environment.filters["short_url"] = lambda url: url.split("://", 1)[1].rstrip("/")
    return environment


def compiled_templates() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept: beside what Python keeps of its own modules, where it may write."""
    folder = TEMPLATES / "__pycache__"
    if sys.dont_write_bytecode or not os.access(TEMPLATES, os.W_OK):
        return None
    folder.mkdir(exist_ok=True)
    return FileSystemBytecodeCache(str(folder), "template-%s.cache")
