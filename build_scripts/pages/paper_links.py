"""Links on paper: the words of each say where to find what they name, since nothing can be pressed."""

from __future__ import annotations

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Reference
from build_scripts.content.forms import Form
from build_scripts.content.pages import Article, IndexPage
from build_scripts.content.prose import literal, words_for_links
from build_scripts.content.registers import Document, Service


def with_places(content: Content, prose: Prose) -> Prose:
    """Return a text for paper, in which the words of each link say where to find what they name."""

    def named(reference: Reference, words: str) -> str | None:
        told = on_paper(content, reference, words)
        return literal(told) if told else None

    return words_for_links(prose, named)


def on_paper(content: Content, reference: Reference, words: str) -> str | None:
    """Return what paper says in place of a link, or None where its words say enough.

    Args:
        content: checked content.
        reference: what the link leads to; terms and local details are told by their words alone.
        words: the words of the link.
    """
    return content.answer(_on_paper, reference.kind, reference.id, words)


def _on_paper(content: Content, kind: str, name: str, words: str) -> str | None:
    record = content.find(kind, name)
    if isinstance(record, Service):
        return _with(words, _reach(content, record))
    if isinstance(record, Document):
        return _with(words, "" if _holds(words, (record.title, *record.aliases)) else f'"{record.title}"')
    if isinstance(record, Article | IndexPage | Form) and _holds(words, (record.title,)):
        return f'"{record.title}"'
    if isinstance(record, Form):
        return _with(words, content.label("paper-form", title=record.title))
    if isinstance(record, Article | IndexPage):
        return _with(words, content.label("paper-page", title=record.title))
    return None


def _reach(content: Content, service: Service) -> str:
    if not service.phone and service.text:
        return content.label("text-within-a-line", number=service.text)
    return service.phone or (service.url or "").partition("://")[2].rstrip("/")


def _with(words: str, place: str) -> str | None:
    return f"{words} ({place})" if place and place not in words else None


def _holds(words: str, names: tuple[str, ...]) -> bool:
    """Tell whether words are a name, or part of one."""
    said = " ".join(words.split()).casefold()
    return any(said in name.casefold() for name in names)
