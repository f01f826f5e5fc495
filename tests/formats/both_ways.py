"""The same prose drawn twice: as HTML at once, and as Markdown that the site's own Python-Markdown then reads.

``same_html`` gives both in one normal form: one tag or run of words on each line, white space that a browser
does not show taken away, HTML entities as characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

from markdown import Markdown
from mkdocs.config import load_config

from build_scripts.content.fields import Prose, Reference
from build_scripts.formats import html, markdown
from tests.built import ROOT

INLINE = {"a", "code", "em", "img", "span", "strong"}


def same_html(prose: Prose) -> tuple[str, str]:
    """Return the HTML of the HTML renderer and that of the Markdown renderer by way of Python-Markdown."""
    direct = html.render(prose, address)
    source = markdown.render(prose, markdown.Context(address))
    return normal(direct), normal(python_markdown().reset().convert(source))


def address(reference: Reference) -> str:
    """Resolve a typed link as tests do: ``term:consent#part`` leads to ``/term/consent#part``.

    No local detail is filled in.
    """
    if reference.kind == "local":
        return ""
    return f"/{reference.kind}/{reference.id}" + (f"#{reference.fragment}" if reference.fragment else "")


@cache
def python_markdown() -> Markdown:
    """Return the Markdown that MkDocs would use, with the extensions of mkdocs.yml and its own defaults."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def normal(text: str) -> str:
    """Return HTML in the normal form."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "\n".join(_joined(reader.parts))


def _joined(parts: list[str]) -> Iterator[str]:
    """Yield parts without the blanks that stand beside a block, a line break or another blank."""
    text = "".join(parts)
    for part in re.split(r"(\x01[^\x02]*\x02)", text):
        words = part.strip("\x01\x02") if part.startswith("\x01") else re.sub(r"[ \n]+", " ", part).strip(" ")
        if words:
            yield words


class _Reader(HTMLParser):
    """Collects tags and words, with marks around block tags and code blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.code: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag with its attributes; what language a code block is in makes no difference."""
        if tag == "pre":
            self.code = []
        if self.code is not None:
            return
        given = "".join(f' {name}="{value}"' for name, value in sorted(attrs))
        self.keep(tag, f"<{tag}{given}>")

    def handle_endtag(self, tag: str) -> None:
        """Keep an end tag; a code block ends where its words end."""
        if tag == "pre":
            words = re.sub(r" +$", "", "".join(self.code or []), flags=re.MULTILINE).strip("\n")
            self.parts.append(f"\x01<pre>{words}</pre>\x02")
            self.code = None
        elif self.code is None:
            self.keep(tag, f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read ``<br />`` as ``<br>``."""
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        """Keep words."""
        (self.parts if self.code is None else self.code).append(data)

    def keep(self, tag: str, text: str) -> None:
        """Keep a tag, as a block or within the words."""
        self.parts.append(text if tag in INLINE else f"\x01{text}\x02")
