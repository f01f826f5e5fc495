"""«Put this on your intranet» on one side of paper, for the technician who has only the zip."""

from __future__ import annotations

from markupsafe import Markup

from build_scripts.content.content import Content
from build_scripts.content.links import page_address
from build_scripts.content.pages import IndexPage
from build_scripts.pages.generated import BuildInfo, printed_foot
from build_scripts.pages.page_context import TEMPLATES, StandAloneContext
from build_scripts.registers.release_lists import intranet_lists

INTRANET_PAGE = "intranet"


def intranet_page(content: Content) -> IndexPage | None:
    """Return the words of the sheet, or None when there are none."""
    return next((page for page in content.all(IndexPage) if page.id == INTRANET_PAGE), None)


def intranet_sheet(content: Content, page: IndexPage, build_info: BuildInfo) -> str:
    """Return the sheet as an HTML document for the PDF renderer.

    Args:
        content: checked content.
        page: the words of the sheet.
        build_info: version and date, which stand at its foot.
    """
    style = TEMPLATES / "registers" / "templates" / "intranet-sheet.css"
    context = StandAloneContext(content, page_address(page))
    return context.fill(
        "registers/templates/intranet-sheet.html",
        page=page,
        foot=printed_foot(content, build_info),
        created=f"{build_info.built_on.isoformat()}T00:00:00Z",
        style=Markup(style.read_text(encoding="utf-8")),  # our own file
        **intranet_lists(context, frozenset()),
    )
