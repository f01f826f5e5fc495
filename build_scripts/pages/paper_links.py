"""Links on paper: behind the words of each stands where to find what they name, since nothing can be pressed."""

from __future__ import annotations

from build_scripts.content.content import Content
from build_scripts.content.fields import Prose, Reference
from build_scripts.content.forms import Form
from build_scripts.content.pages import Article, IndexPage
from build_scripts.content.prose import headings, literal, words_for_links
from build_scripts.content.registers import Document, Service


def with_places(content: Content, prose: Prose) -> Prose:
    """Return a text for paper, with the place behind the words of each link."""

    def named(reference: Reference, words: str) -> str | None:
        place = place_of(content, reference, words)
        return literal(words + place) if place else None

    return words_for_links(prose, named)


def place_of(content: Content, reference: Reference, words: str) -> str:
    """Return what paper says behind the words of a link, or nothing where they say enough.

    Args:
        content: checked content.
        reference: what the link leads to; terms and local details are told by their words alone.
        words: the words of the link.
    """
    record = content.find(reference.kind, reference.id)
    if isinstance(record, Service):
        return _in_brackets(words, _reach(content, record))
    if isinstance(record, Document):
        return "" if _same(words, (record.title, *record.aliases)) else _in_brackets(words, f'"{record.title}"')
    if isinstance(record, Article | IndexPage | Form):
        return _in_brackets(words, _page(content, record, reference.fragment, words))
    return ""


def _page(content: Content, record: Article | IndexPage | Form, fragment: str, words: str) -> str:
    kind = "form" if isinstance(record, Form) else "page"
    if fragment and isinstance(record, Article):
        heading = next(title for _, address, title in headings(record.body) if address == fragment)
        return content.label("paper-place", title=record.title, heading=heading)
    if _same(words, (record.title,)):
        return content.label(f"paper-same-{kind}")
    return content.label(f"paper-{kind}", title=record.title)


def _reach(content: Content, service: Service) -> str:
    if not service.phone and service.text:
        return content.label("text-within-a-line", number=service.text)
    return service.phone or _short(service.url)


def _in_brackets(words: str, place: str) -> str:
    return f" ({place})" if place and place not in words else ""


def _same(words: str, names: tuple[str, ...]) -> bool:
    return " ".join(words.split()).casefold() in {name.casefold() for name in names}


def _short(url: str | None) -> str:
    return url.split("://", 1)[1].rstrip("/") if url else ""
