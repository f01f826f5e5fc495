"""Articles as chapters of one long document: the order they stand in, and links that stay within it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.fields import Reference
from build_scripts.content.links import page_address, target
from build_scripts.content.of_content import KeptOfContent
from build_scripts.content.pages import Article, Behaviour, Faq, Guidance, Site
from build_scripts.content.prose import LOCAL_DETAIL
from build_scripts.pages.components import components
from build_scripts.pages.navigation import group_name
from build_scripts.pages.page_context import PageContext

PARTS = ("act", "understand", "behaviours", "support", "questions")
"""The parts of the navigation that hold the guidance, in its order."""
Within = tuple[tuple[str, str], ...]
"""Addresses of pages, and what the ids of each begin with in a document that holds them all."""


@dataclass(frozen=True)
class Part:
    """Chapters that stand together."""

    title: str
    chapters: tuple[Article, ...]


@dataclass(frozen=True)
class Chapter(PageContext):
    """A chapter being drawn: its ids begin with its own name, and its headings stand deeper."""

    prefix: str = ""
    """What its ids begin with."""
    within: Mapping[str, str] = field(default_factory=dict)
    """What the ids of each page begin with that stands in the same document, by address."""
    deeper: int = 1
    folds: bool = False

    def link_of(self, reference: Reference) -> str | None:
        """Return the link within the document where it leads there, else to the page if the document has such links."""
        found = None if reference.kind == LOCAL_DETAIL else target(self.content, reference)
        if found and found[0] in self.within:
            return "#" + "-".join(part for part in (self.within[found[0]], found[1]) if part)
        return self.href(reference) if self.leads_out or reference.kind == LOCAL_DETAIL else None

    def anchor(self, name: str) -> str:
        """Return an id that no other chapter has; of a place without a name that of the whole chapter."""
        return f"{self.prefix}-{name}" if name else self.prefix

    def labelled(self, name: str) -> Markup:  # noqa: ARG002  # as the page of its own has it
        """Return nothing: many sections of one name would only be in the way."""
        return Markup("")


def parts(content: Content) -> Iterator[Part]:
    """Yield the parts of the guidance that have chapters, in the order of the navigation."""
    kinds: dict[type[Article], str | None] = {Guidance: None, Behaviour: "behaviours", Faq: "questions"}
    groups: dict[str, list[Article]] = {name: [] for name in PARTS}
    for kind, group in kinds.items():
        for article in content.all(kind):
            groups.setdefault(getattr(article, "group", group or ""), []).append(article)
    for name, articles in groups.items():
        if articles:
            yield Part(group_name(content, name), tuple(sorted(articles, key=lambda article: article.order)))


def names(content: Content) -> dict[str, str]:
    """Return what the ids of each chapter begin with, by the address of its page."""
    return {page_address(article): article.id for part in parts(content) for article in part.chapters}


@KeptOfContent
def draw_chapter(
    content: Content, article: Article, page: str, within: Within = (), deeper: int = 1, leads_out: bool = True
) -> Markup:
    """Return an article as HTML, from its title to the day it was checked.

    Args:
        content: checked content.
        article: what it is made from; its ids begin with its name.
        page: the address of the document, without ending.
        within: what the ids of each page begin with that stands in the same document, by address.
        deeper: how many levels its headings stand below those of a page of its own.
        leads_out: whether readers can go on from the document to other pages.
    """
    context = Chapter(content, page, deeper, prefix=article.id, within=dict(within), leads_out=leads_out)
    return context.component(
        "chapter",
        article=article,
        shown=components(context, article),
        site=content.one(Site),
        services=[content.find("service", reference.id) for reference in article.services],
    )
