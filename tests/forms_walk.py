"""What each shape of a form asks, as (number, prompt) pairs in order, so that shapes can be compared."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO

import docx
from docx.text.paragraph import Paragraph

from build_scripts.content.prose import parse, to_text
from build_scripts.forms.documents import FormDocument
from tests.site.pages import VOID

Prompt = tuple[str, str]
"""The number and the words of a field."""


def defined(document: FormDocument) -> list[Prompt]:
    """Return what the definition says that a document asks."""
    fields = [field for _, fields in document.parts for field in fields]
    return [(field.number, _folded(to_text(parse(document.label(field))))) for field in fields]


class _Labels(HTMLParser):
    """Collects the words of each label of a field."""

    def __init__(self) -> None:
        super().__init__()
        self.found = list[str]()
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "mf-label" in (dict(attrs).get("class") or "").split():
            self.found.append("")
            self._depth = 1
        elif self._depth and tag not in VOID:
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the base class's
        self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.found[-1] += data


def on_page(html: str) -> list[Prompt]:
    """Return what a page asks.

    Args:
        html: the built page, or what a builder made of it.
    """
    labels = _Labels()
    labels.feed(html)
    labels.close()
    numbered = (_folded(label).partition(" ") for label in labels.found)
    return [(number, prompt) for number, _, prompt in numbered]


def in_word(data: bytes) -> list[Prompt]:
    """Return what a Word file asks.

    Args:
        data: the whole file.
    """
    prompts = [paragraph for paragraph in docx.Document(BytesIO(data)).paragraphs if is_prompt(paragraph)]
    numbered = (_folded(prompt.text).partition(" ") for prompt in prompts)
    return [(number, words) for number, _, words in numbered]


def is_prompt(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph of a Word file is number and words of a field."""
    return paragraph.style is not None and paragraph.style.name == "Prompt"


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
