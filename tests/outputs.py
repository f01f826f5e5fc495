"""What the built site says, output by output, and what a record would have it say: both without signs and spaces."""

import json
import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from markdown_it.tree import SyntaxTreeNode

from build_scripts.content.fields import Prose, Record
from build_scripts.content.prose import LOCAL_DETAIL, is_source_mark, parse, reference_of, to_text
from tests.built import Built

UNSEEN = "//script | //style | //template | //a[contains(@class, 'mf-mark')]"
"""What nobody reads of a page, and the marks of sources, which stand within sentences."""
ATTRIBUTES = ("alt", "aria-label", "placeholder", "value")
FOOT = 3
"""So many lines at the end of a side of a PDF may be its foot."""
LONG = 24
"""From so many letters on, the end of a side may cut a part in two; less of it might stand anywhere."""
GAP = 400
"""So many letters may stand between two parts of a sentence: what paper says beside a link, or where a side ends."""
Said = tuple[str, ...]
"""The parts of a paragraph, cut at links, since paper says more beside them."""


def squeezed(text: str) -> str:
    """Return letters and digits alone, since each format has its own quotation marks, breaks and lists."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).lower()))


class Outputs:
    """The outputs of a built site, each read once, when it is first asked for."""

    def __init__(self, built: Built) -> None:
        self.built = built
        self.read: dict[str, str] = {}
        self.same: dict[bytes, str] = {}

    def text(self, path: str) -> str:
        """Return what an output says; nothing where there is none.

        Args:
            path: of the site, or below ``kit/`` or ``scorm/``.
        """
        if path not in self.read:
            data = self._data(path)
            if data not in self.same:  # the kit holds the documents of the site
                self.same[data] = squeezed(TEXT_OF[path.rpartition(".")[2]](data)) if data else ""
            self.read[path] = self.same[data]
        return self.read[path]

    def _data(self, path: str) -> bytes:
        if path.startswith("kit/"):
            return self.kit.get(path, b"")
        if path.startswith("scorm/"):
            (package,) = self.built.dist.glob(f"scorm/*-scorm-{Path(path).stem}.zip")
            return ZipFile(package).read("index.html")
        file = self.built.site / path
        return file.read_bytes() if file.is_file() else b""

    @cached_property
    def kit(self) -> dict[str, bytes]:
        """The documents of the office kit, below ``kit/``."""
        (file,) = self.built.dist.glob("*-office-kit.zip")
        with ZipFile(file) as kit:
            return {f"kit/{name.partition('/')[2]}": kit.read(name) for name in kit.namelist() if name[-1] != "/"}


def _of_page(data: bytes) -> str:
    tree: HtmlElement = document_fromstring(data.decode("utf-8"))
    for element in tree.xpath(UNSEEN):
        element.drop_tree()
    named = (element.get(name, "") for element in tree.iter(etree.Element) for name in ATTRIBUTES if element.get(name))
    return " ".join((*tree.itertext(), *named))


def _of_pdf(data: bytes) -> str:
    """Return the words of a PDF without what each side repeats at its foot."""
    with pypdfium2.PdfDocument(data) as pdf:
        sides = [page.get_textpage().get_text_bounded().split("\r\n") for page in pdf]
    ends = [_plain(line) for lines in sides for line in {*lines[-FOOT:]}]
    again = {line for line in ends if ends.count(line) * 2 > len(sides) > 1}
    return " ".join(_joined(_without_markers(_without_foot(lines, again))) for lines in sides)


def _without_foot(lines: list[str], again: set[str]) -> Iterator[str]:
    yield from lines[:-FOOT]
    yield from (line for line in lines[-FOOT:] if _plain(line) not in again)


def _without_markers(lines: Iterator[str]) -> list[str]:
    """Return lines without the numbers and dots of lists at their end: a side draws them last, within what goes on."""
    kept = list(lines)
    while kept and re.fullmatch(r"(\d+\.|•)\s*", kept[-1]):
        kept.pop()
    return kept


def _plain(line: str) -> str:
    return re.sub(r"\d+", "", line)


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).replace("\ufffe\n", "").replace("-\n", "")


def _of_office(data: bytes) -> str:
    """Return the words of a Word or PowerPoint file, with those of its notes."""
    with ZipFile(BytesIO(data)) as file:
        parts = [name for name in file.namelist() if re.match(r"(word|ppt/(slides|notesSlides))/[^/]+\.xml$", name)]
        trees = [etree.fromstring(file.read(name)) for name in parts]
    return " ".join(" ".join("".join(text.itertext()) for text in tree.iter("{*}t")) for tree in trees)


def _of_index(data: bytes) -> str:
    index = json.loads(data.decode("utf-8").partition("=")[2].rstrip(";\n"))
    rows = zip(*(index[name] for name in ("anchor", "title", "names", "phone")), strict=True)
    return " ".join(" ".join(row) for row in rows)


TEXT_OF = {"html": _of_page, "pdf": _of_pdf, "docx": _of_office, "pptx": _of_office, "js": _of_index}
"""How each kind of file is read."""


def said(value: object, unsaid: frozenset[str] = frozenset()) -> Iterator[Said]:
    """Yield each paragraph and name within a record, for all that readers are told.

    Args:
        value: a record, or a part of one.
        unsaid: fields that the output leaves out.
    """
    if isinstance(value, Prose):
        yield from (parts for node in parse(value).walk() if node.type == "inline" and (parts := _parts(node)))
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            if name not in unsaid:
                yield from said(getattr(value, name), unsaid)
    elif isinstance(value, tuple):
        for item in value:
            yield from said(item, unsaid)
    elif isinstance(value, str) and not isinstance(value, Enum) and squeezed(value):
        yield (squeezed(value.partition("://")[2] or value),)


def _parts(block: SyntaxTreeNode) -> Said:
    parts = [""]
    for node in _pieces(block):
        if node.type != "link":
            parts[-1] += " " if node.type in ("softbreak", "hardbreak") else node.content
            continue
        reference = reference_of(str(node.attrs["href"]))
        told = not is_source_mark(node) and not (reference and reference.kind in (LOCAL_DETAIL, "show"))
        parts += [to_text(node), ""] if told else [""]
    return tuple(filter(None, map(squeezed, parts)))


def _pieces(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """Yield the pieces of text of a block in order, and each link as a whole."""
    for child in node.children:
        if child.type == "link" or not child.children:
            yield child
        else:
            yield from _pieces(child)


def holds(text: str, parts: Said) -> bool:
    """Tell whether a text says a paragraph: its parts in order, each soon after the one before.

    The end of a side may cut a part once, and puts between its halves what stands there.
    """
    first, *rest = parts
    start = text.find(first)
    while start >= 0:
        at = start + len(first)
        for part in rest:
            found = text.find(part, at, at + GAP + len(part))
            if found < 0:
                break
            at = found + len(part)
        else:
            return True
        start = text.find(first, start + 1)
    return False


def holds_on_paper(text: str, parts: Said) -> bool:
    """Tell the same of a document with sides, whose ends may cut one part in two."""
    return holds(text, parts) or any(
        holds(text, (*parts[:at], part[:cut], part[cut:], *parts[at + 1 :]))
        for at, part in enumerate(parts)
        if len(part) >= LONG
        for cut in _cuts(text, part)
    )


def _cuts(text: str, part: str) -> list[int]:
    """Return where a text stops to say a part: after the longest beginning of it that the text holds."""
    low, high = 0, len(part)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if part[:middle] in text else (low, middle - 1)
    return [low] if 0 < low < len(part) else []
