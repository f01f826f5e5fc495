"""The whole guidance on one page, to print or to read from end to end."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from build_scripts.content.forms import Shape
from build_scripts.content.pages import Behaviour, Faq, Guidance
from build_scripts.handbook.chapters import draw_chapter, names, parts
from build_scripts.handbook.document import PAGE, handbook_documents
from build_scripts.pages.index_page import IndexPageKind
from build_scripts.pages.page_context import PageContext

DOWNLOAD = Markup('<a href="{}" download>{}</a>{}')
"""A link to a file, and how many pages that has."""


def _lists(context: PageContext, shapes: frozenset[Shape]) -> Mapping[str, object]:
    content = context.content
    chosen, within = tuple(parts(content)), tuple(names(content).items())
    return {
        "parts": chosen,
        "chapters": [
            draw_chapter(content, article, context.page, within) for part in chosen for article in part.chapters
        ],
        "files": Markup(", ").join(
            DOWNLOAD.format(
                context.file(document.address),
                content.label(f"handbook-{document.shape.value}"),
                context.sides(document.address),
            )
            for document in handbook_documents(content)
            if document.shape in shapes
        ),
    }


INDEX_PAGES = (
    IndexPageKind(PAGE, "handbook/templates/all-in-one.html", _lists, (Guidance, Behaviour, Faq), {"wide": True}),
)
