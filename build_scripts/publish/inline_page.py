"""A built page that lies alone: style, script and icon stand within it, and its policy allows nothing else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import rjsmin
from lxml.html import Element, HtmlElement

from build_scripts.formats import html_tree
from build_scripts.formats.css import names_used, shrink, without_typefaces

MARK = "mf-one-file"
"""The name of what a template writes into the head of a page that is to lie alone."""


def lies_alone(page: HtmlElement) -> bool:
    """Tell whether a page is to have everything inside."""
    return bool(_marks(page))


def gather(path: Path, page: HtmlElement, paper: str) -> None:
    """Put everything that a page loads inside it, where its template asks for that.

    Typefaces stay outside: the reader's own do.

    Args:
        path: where the page lies, since its references are relative.
        page: the page, changed in place.
        paper: what stands at the foot of each sheet, as CSS.

    Raises:
        FileNotFoundError: when the page names a file that is not there.
    """
    links = {kind: page.xpath(f"head/link[@rel='{kind}']") for kind in ("stylesheet", "icon", "preload")}
    scripts = page.xpath("//script[@src]")
    script = "".join(rjsmin.jsmin(_beside(path, found.get("src"))) for found in scripts)
    styles = "\n".join(_style(path, link, paper) for link in links["stylesheet"])
    style = shrink(without_typefaces(styles), names_used([page], [script]))
    for policy in page.xpath("head/meta[@http-equiv='Content-Security-Policy']"):
        policy.set("content", _policy(style, script))
    for link in links["icon"]:
        link.set("href", _data(_beside(path, link.get("href"))))
    for gone in (*links["stylesheet"], *links["preload"], *scripts, *_marks(page)):
        html_tree.remove(gone)
    page.head.append(_element("style", style))
    page.body.append(_element("script", script))


def _marks(page: HtmlElement) -> list[HtmlElement]:
    return list(page.xpath(f"head/meta[@name='{MARK}']"))


def _element(tag: str, text: str) -> HtmlElement:
    element = Element(tag)
    element.text, element.tail = text, "\n"
    return element


def _beside(path: Path, address: str) -> str:
    return (path.parent / address).read_text(encoding="utf-8")


def _style(path: Path, link: HtmlElement, paper: str) -> str:
    css = _beside(path, link.get("href"))
    return f"@media print{{{css}}}\n{paper}" if link.get("media") == "print" else css


def _policy(style: str, script: str) -> str:
    allowed = f"style-src {_hash(style)}; script-src {_hash(script)}; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _data(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
