"""What a trainer prints for a session, each paper as a document of its own, for places that show no web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree, html

from build_scripts.content.content import Content
from build_scripts.content.local_details import TO_WRITE_ON
from build_scripts.content.sessions import Session
from build_scripts.formats.word.simplify_html import simplify
from build_scripts.handbook.chapters import Chapter
from build_scripts.handbook.paper import Paper, paper_of
from build_scripts.pages.generated import BuildInfo, printed_foot
from build_scripts.pages.page_context import TEMPLATES
from build_scripts.training.pages import PAPERS, papers_address, papers_values

WHOLE_LINE = 4 * TO_WRITE_ON
"""What stands where somebody writes a sentence."""


@dataclass(frozen=True)
class SessionPaper:
    """A paper of a session."""

    session: Session
    name: str
    """What it is, such as «Attendance register»."""
    paper: Paper


def session_papers(content: Content, session: Session, build_info: BuildInfo) -> Iterator[SessionPaper]:
    """Yield each paper that the page «Materials to print» of a session has, in its order.

    Args:
        content: checked content.
        session: the session.
        build_info: version and day, which stand at the foot.
    """
    context = Chapter(content, papers_address(session), deeper=0, leads_out=False)
    page = html.fragment_fromstring(context.fill(PAPERS, **papers_values(content, session)), create_parent="div")
    sheets: dict[str, list[Any]] = {}
    for sheet in page.xpath(".//section[contains(@class, 'mf-session-sheet')]"):
        sheets.setdefault(re.sub(r"-\d+$", "", sheet.find("h2").get("id")), []).append(sheet)
    for parts in sheets.values():
        name = _name(content, session, parts[0].findtext("h2"))
        title = content.label("paper-of-session", paper=name, session=session.title)
        foot = printed_foot(content, build_info, title)
        body = simplify(_body(name if session.title in _words_below(parts) else title, parts, session), TO_WRITE_ON)
        yield SessionPaper(session, name, paper_of(content, title, body, foot, paper_style(), build_info.built_on))


def _name(content: Content, session: Session, heading: str) -> str:
    """Return what a paper is called in a library: its heading without the title of the session or a number."""
    if heading == session.title:
        return content.label("paper-handout")
    return re.sub(r" \(\d+\)$", "", heading.partition(": ")[0])


def _words_below(parts: list[Any]) -> str:
    """Return what sheets say below their headings."""
    return " ".join(" ".join(below.text_content() for part in parts for below in part if below.tag != "h2").split())


def _body(title: str, parts: list[Any], session: Session) -> str:
    """Return sheets as one document: under its title, with lines to write on, and letters before answers.

    A sheet that has something of its own after its name, such as one scenario, begins with that.
    """
    holder = html.Element("div")
    for part in parts:
        heading = part.find("h2")
        before = heading.xpath("preceding-sibling::*")
        for gone in (heading, *before):
            part.remove(gone)
        for level in ("h3", "h4"):
            for below in part.iter(level):
                below.tag = f"h{int(level[1]) - 1}"
        part.attrib.pop("aria-labelledby", None)
        own = "" if heading.text == session.title else heading.text.partition(": ")[2]
        if own and own != session.title:
            part.insert(0, html.Element("h2"))
            part[0].text = own
        _take_out_of_paragraphs(part)
        _to_write_on(part)
        _letter_answers(part)
        holder.append(part)
    first = html.Element("h1")
    first.text = title
    return "".join(str(etree.tostring(each, encoding="unicode", method="xml")) for each in (first, holder))


def _to_write_on(part: Any) -> None:
    for place in part.xpath(".//p[@class='mf-write-in']/span[not(node())]"):
        is_alone = not place.getparent().text_content().strip()
        place.text = WHOLE_LINE if is_alone else TO_WRITE_ON
    for cell in part.xpath(".//td[not(node())]"):
        cell.append(html.Element("br"))
    for label in part.xpath(".//p[@class='mf-label']"):
        strong = html.Element("strong")
        strong.text, strong[:] = label.text, list(label)
        label.text = None
        label[:] = [strong]


def _take_out_of_paragraphs(part: Any) -> None:
    """Let an item of a list begin with its words: a paragraph there is tagged in a way that fails PDF/UA."""
    for first in part.xpath(".//li/*[1][self::p]"):
        if not (first.getparent().text or "").strip():
            first.drop_tag()


def _letter_answers(part: Any) -> None:
    """Write number and letter before questions and answers.

    The sheet with the right answers names them. The PDF renderer parts the number of a list from its words at the end
    of a page.
    """
    for questions in part.xpath(".//ol[li/ol[@class='mf-answer-options']]"):
        for number, item in enumerate(questions, 1):
            options = item.find("ol")
            for letter, option in zip("ABCDEF", options, strict=False):
                option.tag = "p"
                option.text = f"{letter}. {(option.text or '').lstrip()}"
            question = html.Element("p")
            question.text = f"{number}. {(item.text or '').lstrip()}"
            question[:] = list(options.itersiblings(preceding=True))[::-1]
            item.text = None
            item.insert(0, question)
            item.tag = options.tag = "div"
        questions.tag = "div"
        questions.set("class", "questions")


@cache
def paper_style() -> str:
    """Return what the PDF renderer asks for, of papers with tables and lines to write on."""
    folder = TEMPLATES / "handbook" / "templates"
    return "".join((folder / name).read_text(encoding="utf-8") for name in ("handout.css", "session-papers.css"))
