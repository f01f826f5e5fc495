"""The documents of the office kit: every paper as PDF and for Word, under names that people look for.

SharePoint, Teams and Google show documents and no web pages. For a school that has only these the kit is the guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from build_scripts.content.content import Content
from build_scripts.content.forms import Shape
from build_scripts.content.pages import Guidance, Site
from build_scripts.content.problems import Location
from build_scripts.content.sessions import Session
from build_scripts.formats.word.simplify_html import simplify
from build_scripts.handbook.handout import handout
from build_scripts.handbook.paper import Paper, paper_of
from build_scripts.handbook.session_papers import paper_style, session_papers
from build_scripts.pages.generated import BuildInfo, printed_foot
from build_scripts.pages.page_context import PageContext
from build_scripts.publish.downloads import make, paper_download
from build_scripts.publish.kept_files import KeptFiles
from build_scripts.release.edition import Files
from build_scripts.release.editions.offline import SHEET

CACHE = "build/kit"
"""Where the papers that only the kit has are kept."""
SHAPES = (Shape.PDF, Shape.DOCX)
KINDS = {"pdf": "PDF", "docx": "Word", "pptx": "PowerPoint"}
"""What people call each kind of file, by its ending."""
FOLDERS = ("handbook", "forms", "sessions", "handouts", "help")
"""The folders of the kit, after those of the site whose documents they hold."""
REFUSED = re.compile(r'[\\/:*?"<>|#%&{}~]')
"""Signs that a library, Windows or an address does not take in a name."""


def office_documents(
    root: Path,
    content: Content,
    build_info: BuildInfo,
    site: Files,
    listed: Sequence[Mapping[str, Any]],
) -> dict[str, bytes]:
    """Return every document of the kit by its name.

    Args:
        root: the project folder, which keeps what was made.
        content: checked content.
        build_info: version and day.
        site: the site, whose documents are in the kit.
        listed: what the manifest says of these.

    Raises:
        DownloadError: when a paper cannot be made.
    """
    named = {path: name for path, name in _named(content, listed) if path in site}
    found = {name: site[path] for path, name in named.items()}
    papers = dict(_papers(content, build_info))
    contents = _contents(content, build_info, [*found, *_files(papers)])
    whole = {content.label("office-contents-name"): (content.one(Site).location, contents), **papers}
    downloads = [
        paper_download(f"{name}.{shape.value}", source, shape, partial(_same, paper))
        for name, (source, paper) in whole.items()
        for shape in SHAPES
    ]
    keys = {one.address: one.job(build_info).key for one in downloads}
    return found | make(KeptFiles(root / CACHE), downloads, keys, build_info)


def _same(paper: Paper, _: BuildInfo) -> Paper:
    return paper


def _files(names: Mapping[str, object]) -> Iterator[str]:
    return (f"{name}.{shape.value}" for name in names for shape in SHAPES)


def _named(content: Content, listed: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the path of each document of the site, and its name in the kit."""
    sessions = {session.id: session for session in content.all(Session)}
    for entry in listed:
        folder, ending = entry["path"].partition("/")[0], entry["path"].rpartition(".")[2]
        if entry["path"] == SHEET:
            continue
        if session := sessions.get(entry.get("session", "")):
            name = _of_session(content, session, content.label("office-slides"))
        else:
            more = content.label("office-to-fill-in") if entry["shape"] == Shape.FILLABLE_PDF.value else ""
            name = f"{_folder(content, folder)}/{clean(entry['title'] + more)}"
        yield entry["path"], f"{name}.{ending}"


def _folder(content: Content, name: str) -> str:
    return content.label(f"office-folder-{name}")


def _of_session(content: Content, session: Session, paper: str) -> str:
    """Return the name of a paper of a session; people who search see both without the folder."""
    name = clean(session.menu_title)
    return f"{_folder(content, 'sessions')}/{name}/{clean(paper)} - {name}"


def clean(title: str) -> str:
    """Return a title as the name of a file that every library takes."""
    words = REFUSED.sub("", title.replace(": ", " - "))
    return re.sub(r"\s+", " ", words).strip(" .")


def _papers(content: Content, build_info: BuildInfo) -> Iterator[tuple[str, tuple[Location, Paper]]]:
    for page in content.all(Guidance):
        if page.one_side:
            name = f"{_folder(content, 'handouts')}/{clean(page.title)}"
            yield name, (page.location, handout(content, page, build_info))
    for session in content.all(Session):
        for made in session_papers(content, session, build_info):
            yield _of_session(content, session, made.name), (session.location, made.paper)


def _contents(content: Content, build_info: BuildInfo, names: Sequence[str]) -> Paper:
    """Return what is in the kit, as the first document that people open."""
    title = content.label("office-title", title=content.one(Site).title)
    shelves = [(folder, list(_rows(names, folder))) for folder in (_folder(content, name) for name in FOLDERS)]
    body = PageContext(content, "").fill(
        "release/templates/office-contents.html", title=title, shelves=[shelf for shelf in shelves if shelf[1]]
    )
    foot = printed_foot(content, build_info, title)
    return paper_of(content, title, simplify(body), foot, paper_style(), build_info.built_on)


def _rows(names: Sequence[str], folder: str) -> Iterator[tuple[str, str]]:
    """Yield each document of a folder with its kinds of file, and each folder within it with all that it holds."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in sorted(names) if folder else ():
        place, _, file = name.rpartition("/")
        document, ending = file.rsplit(".", 1)
        if place.partition("/")[0] == folder:
            within = place.partition("/")[2]
            paper = document.partition(" - ")[0] if within else ""
            found.setdefault(within or document, {}).setdefault(paper, []).append(KINDS[ending])
    for document, papers in found.items():
        by_kinds: dict[str, list[str]] = {}
        for paper, kinds in papers.items():
            by_kinds.setdefault(", ".join(kinds), []).append(paper)
        told = (f"{', '.join(papers)} ({kinds})" if papers != [""] else kinds for kinds, papers in by_kinds.items())
        yield document, "; ".join(told)
