"""A document as a Word file: the template's styles filled with words."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any, Final

import docx
from docx.blkcntnr import BlockItemContainer
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import OxmlElement
from docx.shared import Length, Mm, Pt, Twips
from resvg_py import svg_to_bytes

from build_scripts.formats.word import elements
from build_scripts.formats.word.document import (
    Bookmark,
    Contents,
    Control,
    Document,
    Inline,
    Link,
    ListItem,
    PageOf,
    Paragraph,
    Picture,
    Run,
    Table,
)
from build_scripts.formats.word.glossary import add_glossary
from build_scripts.formats.zip import same_bytes

TEMPLATE: Final = Path(__file__).with_name("template.docx")
PICTURE_SIDE, PICTURE_GAP = Mm(18), Mm(5)
PIXELS = 384
"""The width and height of a picture; sharp when printed at two centimetres."""


def write_docx(document: Document) -> bytes:
    """Return the Word file of a document, the same bytes for the same document.

    Raises:
        KeyError: the document uses a style that the template lacks, or a picture that it does not hold itself.
        ValueError: a picture cannot be drawn.
    """
    made = docx.Document(str(TEMPLATE))
    made._body.clear_content()
    _set_styles(made, document)
    _describe(made, document)
    writer = _Writer(made, document)
    for block in document.blocks:
        writer.write(block)
    if writer.holds_controls:
        add_glossary(made)
    raw = BytesIO()
    made.save(raw)
    return same_bytes(raw)


def _set_styles(made: Any, document: Document) -> None:
    for name, points in document.sizes.items():
        made.styles[name].font.size = Pt(points)
    for name, (above, below) in document.spaces.items():
        shape = made.styles[name].paragraph_format
        shape.space_before, shape.space_after = Pt(above), Pt(below)
    if document.line_height:
        made.styles["Normal"].paragraph_format.line_spacing = document.line_height
    if document.margins:
        page, given = made.sections[0], map(Mm, document.margins)
        page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = given
        page.footer_distance = Length(page.bottom_margin // 2)
    for name in document.beside_pictures:
        shape = made.styles[name].paragraph_format
        shape.left_indent = Length((shape.left_indent or 0) + PICTURE_SIDE + PICTURE_GAP)


def _describe(made: Any, document: Document) -> None:
    about = made.core_properties
    about.title, about.language = document.title, "en-GB"
    about.created = about.modified = datetime.combine(document.day, datetime.min.time(), UTC)
    title, below = made.sections[0].footer.paragraphs
    if document.margins:
        _move_page_number(made, title)
    before, between, after = re.split(r"\{\w+\}", document.page_number)
    for run, text in zip(title.runs, (document.title, f"\t{before}", between), strict=True):
        run.text = text
    if after:
        title.add_run(after)
    below.runs[0].text = document.footer


def _move_page_number(made: Any, line: Any) -> None:
    """Put the number of the page at the right edge of the text again, which has moved."""
    page, (usual,) = made.sections[0], made.styles["footer"].paragraph_format.tab_stops
    width = Length(page.page_width - page.left_margin - page.right_margin)
    line.paragraph_format.tab_stops.add_tab_stop(usual.position, WD_TAB_ALIGNMENT.CLEAR)
    line.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)


class _Writer:
    """Writes blocks to a file, and counts what has to have a number of its own."""

    def __init__(self, made: Any, document: Document) -> None:
        self.made, self.pictures = made, document.pictures
        self.end = made.element.body.sectPr
        self.place: Any = BlockItemContainer(OxmlElement("w:body"), made)
        """Where a block is written before it joins the others, among which python-docx would look for the end."""
        self.style_ids = {style.name: style.style_id for style in made.styles}
        self.bookmarks, self.controls = count(1), count(1)
        self.numbered_lists: dict[int, int] = {}
        self.lists_of_styles: dict[str, int] = {}
        self.holds_controls = False

    def write(self, block: Paragraph | Table | Contents) -> None:
        """Write a block at the end of the file."""
        if isinstance(block, Paragraph):
            self._fill(self.place.add_paragraph(), block)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._contents(block)
        for element in list(self.place._element):
            self.end.addprevious(element)

    def _fill(self, made: Any, paragraph: Paragraph) -> None:
        made._p.style = self.style_ids[paragraph.style]  # python-docx would look for the default style each time
        shape = made.paragraph_format
        if paragraph.keep_with_next:
            shape.keep_with_next = True
        elif paragraph.may_part:
            shape.keep_with_next = False
        if paragraph.new_page:
            shape.page_break_before = True
        if paragraph.space_after is not None:
            shape.space_after = Pt(paragraph.space_after)
        if paragraph.item:
            item = made._p.get_or_add_pPr().get_or_add_numPr()
            item.get_or_add_ilvl().val, item.get_or_add_numId().val = paragraph.item.level, self._list(paragraph.item)
        for inline in paragraph.content:
            self._inline(made, inline)

    def _list(self, item: ListItem) -> int:
        """Return the number of the list of an item; each that counts has one of its own, so that it begins at 1."""
        if item.numbered_list is None:
            return self._list_of_style("List Bullet")
        if item.numbered_list not in self.numbered_lists:
            numbering = self.made.part.numbering_part.element
            kind = numbering.num_having_numId(self._list_of_style("List Number")).abstractNumId.val
            added = numbering.add_num(kind)
            added.add_lvlOverride(ilvl=0).add_startOverride(1)
            self.numbered_lists[item.numbered_list] = added.numId
        return self.numbered_lists[item.numbered_list]

    def _list_of_style(self, name: str) -> int:
        if name not in self.lists_of_styles:
            self.lists_of_styles[name] = int(self.made.styles[name].element.pPr.numPr.numId.val)
        return self.lists_of_styles[name]

    def _inline(self, made: Any, inline: Inline) -> None:
        match inline:
            case Run():
                self._run(made, inline)
            case Link():
                self._link(made, inline)
            case Bookmark():
                made._p.extend(elements.bookmark(inline.name, next(self.bookmarks)))
            case PageOf():
                made._p.extend(elements.page_of(inline.bookmark))
            case Control():
                self.holds_controls = True
                made._p.append(elements.content_control(inline, next(self.controls)))
            case Picture():
                png = BytesIO(svg_to_bytes(svg_string=self.pictures[inline.name], width=PIXELS))
                shape = made.add_run().add_picture(png, width=PICTURE_SIDE)
                elements.set_beside_words(shape._inline, inline.name)

    def _run(self, made: Any, run: Run) -> Any:
        written = made.add_run(run.text)
        if run.bold:
            written.bold = True
        if run.italic:
            written.italic = True
        return written

    def _link(self, made: Any, link: Link) -> None:
        run = self._run(made, link.run)._r
        run.style = self.style_ids["Hyperlink"]
        if link.address.startswith("#"):
            made._p.append(elements.link(run, "w:anchor", link.address[1:]))
        else:
            relation = self.made.part.relate_to(link.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            made._p.append(elements.link(run, "r:id", relation))

    def _contents(self, contents: Contents) -> None:
        paragraphs = [self.place.add_paragraph() for _ in contents.entries]
        for made, entry in zip(paragraphs, contents.entries, strict=True):
            self._fill(made, entry)
        for element in reversed(elements.start_of_contents()):
            paragraphs[0]._p.pPr.addnext(element)
        paragraphs[-1]._p.append(elements.end_of_contents())

    def _table(self, table: Table) -> None:
        weights = table.weights or (1,) * len(table.head)
        section = self.made.sections[0]
        width = Length(section.page_width - section.left_margin - section.right_margin)
        made = self.place.add_table(0, len(weights), width)
        made.style = "Form Table"
        elements.name_table(made._tbl.tblPr, width.twips, table.caption, table.description, has_head=bool(table.head))
        made.autofit = False
        for column, weight in zip(made.columns, weights, strict=True):
            column.width = Twips(width.twips * weight // sum(weights))
        if table.head:
            head = tuple((Paragraph("Head Cell", (Run(words),)),) for words in table.head)
            elements.keep_row_together(self._row(made, head), is_head=True)
        heights = table.row_heights or (table.row_height,) * len(table.rows)
        for cells, height in zip(table.rows, heights, strict=True):
            row = self._row(made, cells)
            elements.keep_row_together(row, is_head=False)
            row.height = None if height is None else Pt(height)

    def _row(self, made: Any, cells: tuple[tuple[Paragraph, ...], ...]) -> Any:
        row = made.add_row()
        for cell, paragraphs in zip(row.cells, cells, strict=True):
            for at, paragraph in enumerate(paragraphs):
                self._fill(cell.add_paragraph() if at else cell.paragraphs[0], paragraph)
        return row
