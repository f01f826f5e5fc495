"""Finished HTML as a reader meets it: its words, headings, links and places."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml.html import document_fromstring, fragment_fromstring, tostring

INLINE = {"a", "b", "code", "em", "i", "q", "span", "strong", "sub", "sup", "svg"}
"""Elements that stand within a word or a sentence; between all others is a space."""
LOADING = ("script", "link", "img", "iframe", "source", "video", "audio")
"""Elements for which the browser fetches a file."""
UNREAD = {"script", "style", "svg", "template", "title"}
"""Elements whose text is no part of what is read on the page."""


def read(page: Any) -> Any:
    """Return HTML, or that of a file, as an element: a whole document as it is, a part within an ``<article>``."""
    if isinstance(page, Path):
        page = page.read_text(encoding="utf-8")
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


def lines(page: Any) -> str:
    """Return what is read on a page, each block on a line of its own."""
    return "\n".join(" ".join(line.split()) for line in "".join(_pieces(read(page), "\n")).splitlines() if line.strip())


def headings(page: Any, *levels: int) -> list[tuple[int, str, str]]:
    """Return level, words and id of each heading, of some levels or of all."""
    wanted = {f"h{level}" for level in levels or range(1, 7)}
    return [(int(each.tag[1]), words(each), each.get("id", "")) for each in read(page).iter(*wanted)]


def links(page: Any) -> list[tuple[str, str]]:
    """Return the address and the words of each link."""
    return [(link.get("href"), words(link)) for link in read(page).iter("a") if link.get("href")]


def targets(page: Any) -> list[str]:
    """Return the address of each link."""
    return [href for link in read(page).iter("a") if (href := link.get("href"))]


def loads(page: Any) -> list[str]:
    """Return the addresses that the browser fetches by itself."""
    asking = [each for each in read(page).iter(*LOADING) if each.get("rel") not in ("prev", "next", "canonical")]
    asked = [each.get("href" if each.tag == "link" else "src") for each in asking]
    return [load for load in asked if load and not load.startswith("data:")]


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


def is_whole(part: str) -> bool:
    """Tell whether each element of a part is closed in its turn; those that drawings are made of close themselves."""
    tree = read(part)
    drawn = {element.tag for element in tree.iterfind(".//svg//*")}
    written, closed = (
        [name for end in text.split("</")[1:] if (name := end.partition(">")[0]) not in drawn]
        for text in (f"{part}</article>", tostring(tree, encoding="unicode"))
    )
    return written == closed


def _pieces(element: Any, space: str = " ") -> Iterator[str]:
    edge = "" if element.tag in INLINE else space
    yield edge
    if isinstance(element.tag, str) and element.tag not in UNREAD:
        yield (element.text or "").replace("\n", " ")
        for child in element:
            yield from _pieces(child, space)
            yield (child.tail or "").replace("\n", " ")
    yield edge
