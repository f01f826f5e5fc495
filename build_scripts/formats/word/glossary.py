"""The glossary of a Word file: what stands in a control again when its answer is taken out."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from build_scripts.formats.word.elements import BLANK_NAME, W, blank

NEEDED: Final = ("DefaultParagraphFont", "Normal", "PlaceholderText")
"""The styles of the file that the glossary has as well: it looks nothing up elsewhere."""


def add_glossary(made: Any) -> None:
    """Give a file of python-docx the placeholder of its controls; without it Word writes words of its own."""
    package = made.part.package
    styles = _part(package, "styles", CONTENT_TYPE.WML_STYLES, _styles(made.styles.element))
    entries = W.glossaryDocument(W.docParts(_blank()))
    glossary = _part(package, "document", CONTENT_TYPE.WML_DOCUMENT_GLOSSARY, entries)
    glossary.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
    made.part.relate_to(glossary, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)


def _part(package: Any, name: str, content_type: str, root: Any) -> Part:
    blob = etree.tostring(root, encoding="UTF-8", standalone=True, xml_declaration=True)
    return Part(PackURI(f"/word/glossary/{name}.xml"), content_type, blob, package)


def _styles(styles: Any) -> Any:
    known = [style for style in styles.iterchildren(qn("w:style")) if style.get(qn("w:styleId")) in NEEDED]
    return W.styles(*(deepcopy(each) for each in (styles.find(qn("w:docDefaults")), *known)))


def _blank() -> Any:
    properties = W.docPartPr(
        W.name(_value(BLANK_NAME)),
        W.category(W.name(_value("General")), W.gallery(_value("placeholder"))),
        W.types(W.type(_value("bbPlcHdr"))),
        W.behaviors(W.behavior(_value("content"))),
        W.guid(_value(f"{{{str(uuid5(NAMESPACE_URL, BLANK_NAME)).upper()}}}")),
    )
    return W.docPart(properties, W.docPartBody(W.p(blank())))


def _value(words: str) -> dict[str, str]:
    return {qn("w:val"): words}
