"""The pages for young people: places to get help, the same as one file and on paper, and the page to leave to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.forms import Shape
from build_scripts.content.links import page_address, relative
from build_scripts.content.pages import Audience, DecoyPage, HelpPage
from build_scripts.formats import qr
from build_scripts.pages.generated import GeneratedPage, finished_page
from build_scripts.pages.page_context import PageContext

YOUNG_PERSON = Audience.YOUNG_PERSON.value
DECOY_PAGE = "plain"
"""The address of the page that «Exit this page» leads to, without ending."""
HELP_FOLDER = "help/"
"""Where the page stands in its other shapes."""
READING = "#reading"
"""The place within the one file that «Exit this page» leads to: nothing lies beside it."""
HELP_FILES_FOLDER = f"{HELP_FOLDER}files/"
"""Where its files to print lie, from the start of the site."""
TO_PRINT = "to-print-or-keep"
"""The heading above the links to its shapes for paper."""
SHEETS = ("card", "large-print", "poster", "poster-black-and-white")
"""The shapes for paper. The last part of an address is also the name of a printed file."""


def build_help(content: Content, shapes: frozenset[Shape]) -> list[GeneratedPage]:
    """Return every page for young people.

    Args:
        content: checked content.
        shapes: the kinds of file that are made; no page links to another kind.
    """
    with_files = Shape.PDF in shapes
    pages = [made for page in content.all(HelpPage) for made in _shapes(content, page, with_files)]
    return [*pages, *(_plain(content, page) for page in content.all(DecoyPage))]


def sheet_title(content: Content, page: HelpPage, shape: str) -> str:
    """Return the title of the page in a shape for paper."""
    return content.label(f"title-of-shape-{shape}", page=page.title)


def place_of(address: str) -> str:
    """Return a web address as paper shows it: whole, since whoever has no camera types it."""
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def file_address(shape: str) -> str:
    """Return where the file of a sheet lies, from the start of the site."""
    return f"{HELP_FILES_FOLDER}{shape}.pdf"


def _shapes(content: Content, page: HelpPage, with_files: bool) -> Iterator[GeneratedPage]:
    own = page_address(page)
    one_file = f"{HELP_FOLDER}{page.id}-one-file"
    others = {shape: f"{HELP_FOLDER}{shape}" for shape in SHEETS} if page.on_paper else {}
    files = {shape: file_address(shape) for shape in others} if with_files else {}
    yield _whole(content, page, own, page.title, {**others, "one-file": one_file}, files)
    yield _whole(content, page, one_file, content.label("title-in-one-file", page=page.title), {}, {})
    for shape, address in others.items():
        yield _sheet(content, page, shape, address)


def _whole(
    content: Content, page: HelpPage, address: str, title: str, others: dict[str, str], files: dict[str, str]
) -> GeneratedPage:
    """Return the whole page: as it stands in the site, with links to its other shapes and files, or as one file."""
    context, alone = PageContext(content, address, dials=True), not others
    leave = READING if alone else relative(DECOY_PAGE, "", address, ".html")
    body = context.fill(
        "help/templates/help.html",
        page=page,
        find=lambda reference: content.find("service", reference.id),
        others={shape: relative(to, "", address, ".html") for shape, to in others.items()},
        files=files,
        reading=content.one(DecoyPage) if alone else None,
    )
    return _page(context, page, body, title, "one_file.html" if alone else "help.html", leave)


def _sheet(content: Content, page: HelpPage, shape: str, address: str) -> GeneratedPage:
    title = sheet_title(content, page, shape)
    context = PageContext(content, address)
    body = context.fill(
        f"help/templates/{'card' if shape == 'card' else 'poster'}.html",
        page=page,
        find=lambda reference: content.find("service", reference.id),
        qr=lambda service: Markup(qr.svg(service.url)) if service.url else "",  # drawn from an address alone
        place_of=place_of,
    )
    leave = relative(DECOY_PAGE, "", address, ".html")
    return _page(context, page, body, title, "sheet.html", leave, shape)


def _plain(content: Content, page: DecoyPage) -> GeneratedPage:
    context = PageContext(content, DECOY_PAGE)
    body = context.fill("help/templates/decoy.html", page=page)
    return finished_page(context, (body,), page, {"template": "help.html"}, audience=YOUNG_PERSON)


def _page(
    context: PageContext, page: HelpPage, body: Markup, title: str, template: str, leave: str, shape: str | None = None
) -> GeneratedPage:
    frame = {"template": template, "leave": leave, "shape": shape}
    return finished_page(context, (body,), page, frame, title=title, audience=YOUNG_PERSON)
