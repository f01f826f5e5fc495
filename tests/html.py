"""Finished HTML as a reader meets it: its words, headings, links and places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml.html import document_fromstring, fragment_fromstring

INLINE = {"a", "b", "code", "em", "i", "q", "span", "strong", "sub", "sup", "svg"}
"""Elements that stand within a word or a sentence; between all others is a space."""
UNREAD = {"script", "style", "svg", "template", "title"}
"""Elements whose text is no part of what is read on the page."""


def read(page: Any) -> Any:
    """Return HTML as an element: a whole document as it is, a part within an ``<article>``."""
    if not isinstance(page, str):
        return page
    whole = page.lstrip().lower().startswith(("<!doctype", "<html"))
    return document_fromstring(page) if whole else fragment_fromstring(page, create_parent="article")


def find(page: Any, path: str) -> list[Any]:
    """Return the elements at a path of XPath below a page, such as ``ul/li``, at any depth."""
    found: list[Any] = read(page).xpath(f".//{path}")
    return found


def classed(page: Any, name: str) -> list[Any]:
    """Return the elements of a class."""
    return [element for element in read(page).iter() if name in (element.get("class") or "").split()]


def words(page: Any) -> str:
    """Return what is read on a page, on one line."""
    return " ".join("".join(_pieces(read(page))).split())


def headings(page: Any, *levels: int) -> list[tuple[int, str, str]]:
    """Return level, words and id of each heading, of some levels or of all."""
    wanted = {f"h{level}" for level in levels or range(1, 7)}
    return [(int(each.tag[1]), words(each), each.get("id", "")) for each in read(page).iter(*wanted)]


def links(page: Any) -> list[tuple[str, str]]:
    """Return the address and the words of each link."""
    return [(link.get("href"), words(link)) for link in read(page).iter("a") if link.get("href")]


def ids(page: Any) -> list[str]:
    """Return the places of a page that can be led to, in order."""
    return [element.get("id") for element in read(page).iter() if element.get("id")]


def described(page: Any) -> dict[str, str]:
    """Return what description lists say of each term."""
    return {words(term): words(term.getnext()) for term in read(page).iter("dt")}


def section(page: Any, name: str) -> Any:
    """Return what stands between the heading of an id and the next as high as it, in an element of its own."""
    start = next(each for each in read(page).iter("h2", "h3") if each.get("id") == name)
    part = fragment_fromstring("", create_parent="section")
    for follower in list(start.itersiblings()):
        if follower.tag <= start.tag and follower.tag in ("h1", "h2", "h3"):
            break
        part.append(follower)
    return part


def in_order(text: str, *parts: str) -> bool:
    """Tell whether the parts stand in a text, one after another."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _pieces(element: Any) -> Iterator[str]:
    edge = "" if element.tag in INLINE else " "
    yield edge
    if isinstance(element.tag, str) and element.tag not in UNREAD:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""
    yield edge
