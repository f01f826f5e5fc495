"""What each shape of a form asks, as (number, prompt) pairs in order, so that shapes can be compared."""

import re
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from build_scripts.content.prose import parse, to_text
from build_scripts.forms.documents import FormDocument
from tests.html import classed, words

Prompt = tuple[str, str]
"""The number and the words of a field."""


def defined(document: FormDocument) -> list[Prompt]:
    """Return what the definition says that a document asks."""
    fields = [field for _, fields in document.parts for field in fields]
    return [(document.numbers[field.id], _folded(to_text(parse(document.label(field))))) for field in fields]


def on_page(page: Any) -> list[Prompt]:
    """Return what a page asks.

    Args:
        page: the built page, or what a builder made of it.
    """
    numbered = (words(label).partition(" ") for label in classed(page, "mf-label"))
    return [(number, prompt) for number, _, prompt in numbered]


def in_word(data: bytes) -> list[Prompt]:
    """Return what a Word file asks.

    Args:
        data: the whole file.
    """
    document = docx.Document(BytesIO(data))
    prompts = [paragraph for paragraph in every_paragraph(document) if is_prompt(paragraph)]
    numbered = (_folded(prompt.text).partition(" ") for prompt in prompts)
    return [(number, prompt) for number, _, prompt in numbered]


def every_paragraph(document: Document) -> list[Paragraph]:
    """Return the paragraphs of a Word file, those in tables too, in order."""
    return [Paragraph(element, document._body) for element in document.element.body.iter(qn("w:p"))]


def is_prompt(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph of a Word file is number and words of a field."""
    return paragraph.style is not None and paragraph.style.name == "Prompt"


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
