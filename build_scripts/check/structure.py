"""Pages of a kind are built alike, and components stand where they can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.content.content import Content
from build_scripts.content.of_content import KeptOfContent
from build_scripts.content.pages import Article, Behaviour, Faq, Guidance
from build_scripts.content.problems import Problem, did_you_mean
from build_scripts.content.prose import component_of, headings, parse, slug, to_text

PARTS = ("What the behaviour is", "Understanding what has happened", "Safeguarding the young person")
ARTICLE_KINDS = (Behaviour, Faq, Guidance)
TAKEN = {
    *(
        "call-now",
        "contents",
        "contents-title",
        "examples",
        "first",
        "heard",
        "in-short",
        "leave-note",
        "main",
        "menu",
        "next",
    ),
    *("scheme-label", "talk-to-someone", "the-short-answer", "who-can-advise", "words"),
}
"""Addresses on a page that its standing parts have."""


def check(content: Content) -> Iterator[Problem]:
    """Yield problems with the shape of pages."""
    for behaviour in content.all(Behaviour):
        yield from _three_parts(behaviour)
    for kind in ARTICLE_KINDS:
        for article in content.all(kind):
            yield from _of_text(content, article)


def _three_parts(behaviour: Behaviour) -> Iterator[Problem]:
    parts = tuple(words for level, _, words in headings(behaviour.body) if level == 2)
    if parts != PARTS:
        wanted = ", ".join(f"'## {part}'" for part in PARTS)
        message = "a behaviour page is told in three parts"
        yield Problem(behaviour.body.location, message, f"use exactly these headings, in this order: {wanted}")


@KeptOfContent
def _of_text(_content: Content, article: Article) -> tuple[Problem, ...]:
    return (*_not_empty(article), *_components(article), *_taken(article), *_bold_alone(article), *_folded(article))


def _not_empty(article: Article) -> Iterator[Problem]:
    if not article.body:
        yield Problem(article.body.location, "there is no text below the front matter", "write the page")


def _components(article: Article) -> Iterator[Problem]:
    for node in parse(article.body).walk():
        if node.type == "link" and str(node.attrs["href"]).startswith("show:"):
            paragraph = node.parent.parent if node.parent else None
            if paragraph is None or paragraph.type != "paragraph" or component_of(paragraph) is None:
                line = paragraph.map[0] if paragraph is not None and paragraph.map else 0
                remedy = "put the link into a paragraph of its own"
                yield Problem(article.body.place(line), "a 'show:' link stands inside other text", remedy)
            elif str(node.attrs["href"]) == "show:statistics" and not getattr(article, "statistics", ()):
                message = "this page shows figures but names none"
                yield Problem(article.location, message, "add 'statistics:' with the ids to the front matter")


def _taken(article: Article) -> Iterator[Problem]:
    for node in parse(article.body).children:
        if node.type == "heading" and slug(to_text(node)) in TAKEN:
            message = f"the heading '{to_text(node)}' has an address that every page uses already"
            yield Problem(article.body.place(node.map[0] if node.map else 0), message, "word it differently")


def _folded(article: Article) -> Iterator[Problem]:
    known = [address for _, address, _ in headings(article.body)]
    for missing in (name for name in article.folded if name not in known):
        remedy = did_you_mean(missing, known, "use the address of a heading below the front matter")
        yield Problem(article.location, f"no heading of the page has the address '{missing}' to fold", remedy)


def _bold_alone(article: Article) -> Iterator[Problem]:
    """Words in bold look like a heading, and nobody who jumps from heading to heading finds them."""
    sign = "##"
    for node in parse(article.body).children:
        sign = "###" if node.type == "heading" else sign
        runs = (
            [run for run in node.children[0].children if run.content or run.children]
            if node.type == "paragraph"
            else []
        )
        if [run.type for run in runs] == ["strong"]:
            message = f"'{to_text(node)}' is in bold and alone in its paragraph"
            remedy = f"write '{sign} ' in place of the stars, or make it part of a paragraph"
            yield Problem(article.body.place(node.map[0] if node.map else 0), message, remedy)
