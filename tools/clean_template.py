"""Takes out of a template what PowerPoint, Word or LibreOffice add of its maker; run by hand when one was changed.

  python -m tools.clean_template build_scripts/formats/word/template.docx

Names, days, thumbnails and printers go, and so do the marks by which Word tells sessions of editing apart. Styles,
layouts and words stay. The same template gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pptx

from build_scripts.formats.zip import same_bytes

TELLING = {
    *("commentAuthors", "custom-properties", "customXml", "extended-properties", "people", "printerSettings"),
    *("thumbnail", "webSettings"),
}
"""Relations to what tells of a maker, by the end of their type."""
MARKS = ("}rsids", "}proofErr", "}lastRenderedPageBreak")


def clean(template: Path) -> None:
    """Write a template again without what tells of its maker."""
    opened: Any = (pptx.Presentation if template.suffix == ".pptx" else docx.Document)(str(template))
    package = opened.part.package
    for relations in (opened.part.rels, package._rels if template.suffix == ".pptx" else package.rels):
        for key in [key for key, each in relations.items() if each.reltype.rpartition("/")[2] in TELLING]:
            relations.pop(key)
    _empty(opened.core_properties._element)
    for element in [element for part in package.iter_parts() for element in _elements(part)]:
        for name in [name for name in element.attrib if "}rsid" in name]:
            del element.attrib[name]
        if element.tag.endswith(MARKS):
            element.getparent().remove(element)
    raw = BytesIO()
    opened.save(raw)
    template.write_bytes(same_bytes(raw))


def _empty(element: Any) -> None:
    for child in list(element):
        element.remove(child)


def _elements(part: Any) -> Iterator[Any]:
    root = getattr(part, "_element", None)
    return iter(()) if root is None else root.iter("*")


if __name__ == "__main__":
    clean(Path(sys.argv[1]))
