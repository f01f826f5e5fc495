"""Built pages as tests read them: links, addresses, headings, the words of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LOADS = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}


@dataclass
class Page(HTMLParser):
    """One built page."""

    links: list[str] = field(default_factory=list)
    """Targets of links that readers follow."""
    loads: list[str] = field(default_factory=list)
    """Addresses that the browser fetches by itself."""
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    """Levels of headings within the article, in order."""
    article: list[str] = field(default_factory=list)
    """Words and tags of the article."""
    language: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._depth = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag says."""
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        load = values.get(LOADS.get(tag, ""), "data:")
        if not load.startswith("data:") and values.get("rel") not in ("prev", "next", "canonical"):
            self.loads.append(load)
        self._in_title = tag == "title"
        if tag == "article":
            self._depth = 1
        elif self._depth:
            if re.fullmatch("h[1-6]", tag):
                self.headings.append(int(tag[1]))
            self.article.append(f"<{tag}{_kept(tag, values)}>")

    def handle_endtag(self, tag: str) -> None:
        """Leave the article at its end."""
        if tag == "article":
            self._depth = 0
        elif self._depth and tag not in VOID:
            self.article.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if self._in_title:
            self.title += data
        if self._depth:
            self.article.append(data)

    @property
    def article_html(self) -> str:
        """The article with white space folded, to compare what different generators make of it."""
        text = re.sub(r"\s+", " ", "".join(self.article))
        text = re.sub(
            r"<a></a>|<span></span>|</?div[^>]*>", "", text
        )  # Zensical's skip anchor, and its boxes around code
        return re.sub(r"\s*(</?(?!a\b|b\b|em|strong|span|code)[a-z0-9]+[^>]*>)\s*", r"\1", text).strip()


def _kept(tag: str, values: dict[str, str]) -> str:
    kept = ("href",) if tag == "a" else ("href", "id", "class", "rowspan", "scope")
    return "".join(f' {name}="{values[name]}"' for name in kept if name in values)


def read(file: Path) -> Page:
    """Read a built page."""
    page = Page()
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    return page
