"""How many pages each file to print has, told beside each link to it: counted in the file itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_scripts.content.content import Content
from build_scripts.formats import pdf
from build_scripts.pages.page_context import SIDES

MARK = re.compile(re.escape(str(SIDES)).replace(r"\{\}", r"([^\s<>]+)"))


class Sides:
    """The files of a site, of which each that a page names is counted once."""

    def __init__(self, content: Content, made: Mapping[str, bytes]) -> None:
        """Begin with nothing counted.

        Args:
            content: the words that tell it.
            made: the files to download, by address.
        """
        self.content, self.made = content, made
        self._told: dict[str, str] = {}

    def tell(self, article: str) -> str:
        """Return the HTML of a page with the number of pages in the place of each mark, or nothing for other files."""
        return MARK.sub(lambda mark: self._of(mark[1]), article)

    def _of(self, address: str) -> str:
        if address not in self._told:
            self._told[address] = self._counted(address)
        return self._told[address]

    def _counted(self, address: str) -> str:
        if address not in self.made or not address.endswith(".pdf"):
            return ""
        return f" ({self.content.label('pages-of-a-file', count=pdf.sides(self.made[address]))})"
