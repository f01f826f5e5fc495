"""Poster, large print and card as files to print: the HTML that becomes their PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.pages import HelpPage
from build_scripts.content.registers import Service
from build_scripts.formats import qr
from build_scripts.help.pages import SHEETS, file_address, place_of, sheet_title
from build_scripts.pages.generated import BuildInfo
from build_scripts.pages.page_context import TEMPLATES, PageContext


@dataclass(frozen=True)
class SheetDocument:
    """A sheet for young people, as a file to print."""

    page: HelpPage
    name: str
    """Which of the sheets; also the name of the file, which tells nobody where it comes from."""
    title: str
    """As that of the page that looks like it."""

    @property
    def address(self) -> str:
        """The address from the start of the site."""
        return file_address(self.name)


def sheet_documents(content: Content) -> Iterator[SheetDocument]:
    """Yield each sheet for young people, when their page names somebody for paper."""
    for page in content.all(HelpPage):
        if page.on_paper:
            yield from (SheetDocument(page, name, sheet_title(content, page, name)) for name in SHEETS)


def sheet_html(content: Content, document: SheetDocument, build_info: BuildInfo) -> str:
    """Return a sheet as an HTML document.

    Args:
        content: where its services stand, and the local details of the build.
        document: which sheet.
        build_info: the date, which stands at the foot; the version would say where the sheet comes from.
    """
    return PageContext(content, document.address).fill(
        "help/templates/sheet.html",
        page=document.page,
        title=document.title,
        kind=document.name,
        created=f"{build_info.built_on.isoformat()}T00:00:00Z",
        foot=build_info.words()["built_on"],
        style=Markup(_style()),  # our own file
        find=lambda reference: content.find("service", reference.id),
        qr=partial(_code, content),
        place_of=place_of,
    )


def _code(content: Content, service: Service) -> Markup:
    """Return a QR code that says in words where it leads, or nothing where there is no address."""
    if not service.url:
        return Markup("")
    title = Markup("<title>{}</title>").format(content.label("qr-code", place=place_of(service.url)))
    drawn = qr.svg(service.url).replace(' aria-hidden="true"', "", 1).replace(">", f">{title}", 1)
    return Markup(drawn)  # drawn from an address alone


@cache
def _style() -> str:
    return (TEMPLATES / "help" / "templates" / "sheet.css").read_text(encoding="utf-8")
