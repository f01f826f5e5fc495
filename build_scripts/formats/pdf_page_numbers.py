"""Numbers of pages within the text of a PDF, written once all pages are laid out.

WeasyPrint lays each page out again for every number that has changed, and all that follow when words move on. Here a
number has the same room whatever it is, so that one round is enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from weasyprint.css.targets import TargetCollector
from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.text.line_break import split_first_line


class PageNumbers(TargetCollector):  # type: ignore[misc]
    """Where each anchor of one document lies, and the boxes that name the page of one.

    Lines have to begin at the left, as ours do: what follows a number that needs less than its room is moved there.
    """

    def __init__(self, digits: int) -> None:
        """Leave room for so many digits in each number."""
        super().__init__()
        self.room = "8".ljust(digits, "0")  # the widest number: 0 is the widest digit of our typeface, then 8
        self.page_of: dict[str, int] = {}
        self.naming: set[Any] = set()

    def collect_anchor(self, anchor_name: str) -> None:
        """Know an anchor, and take its page for the widest number."""
        super().collect_anchor(anchor_name)
        if isinstance(anchor_name, str):
            self.target_lookup_items[anchor_name].cached_page_counter_values = {"page": [int(self.room)]}

    def collect_missing_counters(
        self, parent_box: Any, css_token: str, parse_again: Any, missing: list[str], of_targets: dict[str, list[str]]
    ) -> None:
        """Know a box that names the page of an anchor, which its copies on pages remember."""
        if of_targets:
            parent_box.missing_link = parent_box
            self.naming.add(parent_box)
        else:
            super().collect_missing_counters(parent_box, css_token, parse_again, missing, of_targets)

    def cache_target_page_counters(self, anchor_name: str, page_counter_values: Any, *_: object) -> None:
        """Keep on which page an anchor lies, and have no page laid out again for it."""
        self.page_of[anchor_name] = page_counter_values["page"][-1]

    def fill_in(self, pages: Iterable[Any]) -> None:
        """Write the numbers into pages that are laid out.

        Args:
            pages: those of a document of WeasyPrint.
        """
        for page in pages:
            for box in page._page_box.descendants():
                if isinstance(box, LineBox):
                    self._close_up(box.children)

    def _close_up(self, boxes: Iterable[Any], free: float = 0.0) -> float:
        """Fill in the numbers among boxes of a line, and move what follows; return how much is free after them.

        Args:
            boxes: in their order, from the left.
            free: how much is free before them, in CSS pixels.
        """
        for box in boxes:
            if isinstance(box, InlineBox):
                box.position_x -= free
                before = free
                free = self._close_up(box.children, free)
                if box.missing_link in self.naming:
                    free += self._write(box, str(self.page_of[box.element.get("href").removeprefix("#")]))
                box.width -= free - before
            elif free and box.is_in_normal_flow():
                box.translate(dx=-free)
        return free

    def _write(self, box: Any, number: str) -> float:
        """Write a number into a box, at its end after a line of dots; return how much of its room is free."""
        for child in box.children:
            if isinstance(child, TextBox) and self.room in child.text:
                child.text = child.text.replace(self.room, number)
                wide = child.width
                child.pango_layout, _, _, child.width, *_ = split_first_line(child.text, child.style, None, None, 0)
                if not any(each.is_leader for each in box.children):
                    return float(wide - child.width)
                child.translate(dx=wide - child.width)
        return 0.0
