"""What keeps Word and PowerPoint from repairing a file: the rules of ISO 29500, as far as we write it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element as Element

OFFICE = "http://schemas.openxmlformats.org"
PREFIXES = {
    f"{OFFICE}/wordprocessingml/2006/main": "w",
    f"{OFFICE}/presentationml/2006/main": "p",
    f"{OFFICE}/drawingml/2006/main": "a",
    f"{OFFICE}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{OFFICE}/officeDocument/2006/relationships": "r",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
}
TYPES = "[Content_Types].xml"
FILLS = "noFill solidFill gradFill blipFill pattFill grpFill"
SLIDE = "cSld clrMapOvr transition timing hf extLst"
ORDER = {
    "w:body": "* sectPr",
    "w:p": "pPr *",
    "w:r": "rPr *",
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents jc textAlignment outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u effect "
    "bdr shd vertAlign rtl cs em lang",
    "w:numPr": "ilvl numId",
    "w:sdt": "sdtPr sdtEndPr sdtContent",
    "w:sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex "
    "date dropDownList text checkbox",
    "w:glossaryDocument": "background docParts",
    "w:docPart": "docPartPr docPartBody",
    "w:date": "dateFormat lid storeMappedDataAs calendar",
    "w14:checkbox": "checked checkedState uncheckedState",
    "w:tbl": "tblPr tblGrid tr",
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:tr": "tblPrEx trPr tc",
    "w:tc": "tcPr *",
    "w:tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "w:style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "w:numbering": "abstractNum num",
    "w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr",
    "w:num": "abstractNumId lvlOverride",
    "w:sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "wp:anchor": "simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr graphic",
    "a:p": "pPr * endParaRPr",
    "a:r": "rPr t",
    "a:fld": "rPr pPr t",
    "a:pPr": "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar buBlip "
    "tabLst defRPr extLst",
    "a:rPr": f"ln {FILLS} effectLst highlight latin ea cs sym hlinkClick extLst",
    "p:presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz embeddedFontLst "
    "custDataLst kinsoku defaultTextStyle modifyVerifier extLst",
    "p:sld": SLIDE,
    "p:notes": SLIDE,
    "p:sldLayout": SLIDE,
    "p:sldMaster": "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst",
    "p:notesMaster": "cSld clrMap hf notesStyle extLst",
    "p:cSld": "bg spTree custDataLst controls extLst",
    "p:spTree": "nvGrpSpPr grpSpPr *",
    "p:grpSp": "nvGrpSpPr grpSpPr *",
    "p:sp": "nvSpPr spPr style txBody extLst",
    "p:nvSpPr": "cNvPr cNvSpPr nvPr",
    "p:spPr": f"xfrm custGeom prstGeom {FILLS} ln effectLst extLst",
    "p:txBody": "bodyPr lstStyle p",
}
"""In which order the children of an element stand; ``*`` is any that is not named."""
UNIQUE = {
    "w:sdt": "w:sdtPr/w:id/@w:val",
    "w:bookmarkStart": "@w:id",
    "wp:docPr": "@id",
    "w:style": "@w:styleId",
    "w:num": "@w:numId",
    "p:cNvPr": "@id",
    "p:sldId": "@id",
}
"""What no two such elements of a part share."""


def faults(data: bytes) -> list[str]:
    """Return what an office file does wrong, each with the part where it stands; nothing when it is whole."""
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    trees = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    found = [*_content_types(trees[TYPES], set(parts)), *_relations(trees, set(parts))]
    for name, tree in trees.items():
        found += [f"{name}: {fault}" for fault in (*_order(tree), *_unique(tree), *_cells(tree))]
    return [*found, *_references(trees)]


def _content_types(types: Element, parts: set[str]) -> Iterator[str]:
    by_ending = {str(each.get("Extension")).lower() for each in types.iter("{*}Default")}
    by_name = {str(each.get("PartName")).removeprefix("/") for each in types.iter("{*}Override")}
    for name in parts - {TYPES} - by_name:
        if name.rpartition(".")[2].lower() not in by_ending:
            yield f"{name} has no content type"
    yield from (f"{name} has a content type and is not there" for name in by_name - parts)


def _relations(trees: Mapping[str, Element], parts: set[str]) -> Iterator[str]:
    """Yield relations that lead nowhere, and parts that none leads to."""
    reached = {TYPES}
    for name, tree in trees.items():
        if name.endswith(".rels"):
            reached.add(name)
            for relation in tree:
                if relation.get("TargetMode") != "External":
                    target = _target(name, str(relation.get("Target")))
                    reached.add(target)
                    if target not in parts:
                        yield f"{name} leads to {target}, which is not there"
            ids = [str(relation.get("Id")) for relation in tree]
            yield from (f"{name} has {each} twice" for each in _twice(ids))
    yield from (f"nothing leads to {name}" for name in parts - reached)


def _target(relations: str, target: str) -> str:
    folder = dirname(dirname(relations))
    return target.removeprefix("/") if target.startswith("/") else normpath(join(folder, target))


def _order(tree: Element) -> Iterator[str]:
    for element in tree.iter("*"):
        rule = ORDER.get(_short(element.tag), "*").split()
        names = [etree.QName(child).localname for child in element.iterchildren("*")]
        places = [rule.index(name if name in rule else "*") for name in names if {name, "*"} & set(rule)]
        if len(places) < len(names) or places != sorted(places):
            yield f"{_short(element.tag)} holds {', '.join(names)} in this order"


def _unique(tree: Element) -> Iterator[str]:
    for name, path in UNIQUE.items():
        values = [str(value) for each in _all(tree, name) for value in each.xpath(path, namespaces=_namespaces())]
        yield from (f"{name} has the id {value} twice" for value in _twice(values))


def _cells(tree: Element) -> Iterator[str]:
    yield from ("a cell does not end with a paragraph" for cell in _all(tree, "w:tc") if _short(cell[-1].tag) != "w:p")


def _references(trees: Mapping[str, Element]) -> Iterator[str]:
    """Yield styles, lists, bookmarks and relations that are asked for and are not there."""
    for name, tree in trees.items():
        relations = trees.get(join(dirname(name), "_rels", f"{name.rpartition('/')[2]}.rels"), ())
        ids = {relation.get("Id") for relation in relations}
        asked = {str(value) for value in tree.xpath("//@r:id | //@r:embed", namespaces=_namespaces())}
        yield from (f"{name}: there is no relation {each}" for each in asked - ids)
    known = {
        "w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val | //w:basedOn/@w:val": "//w:style/@w:styleId",
        "w:numId/@w:val": "//w:num/@w:numId",
        "w:hyperlink/@w:anchor": "//w:bookmarkStart/@w:name",
        "w:placeholder/w:docPart/@w:val": "//w:docPartPr/w:name/@w:val",
    }
    for asking, giving in known.items():
        lost = _values(trees, f"//{asking}") - _values(trees, giving)
        yield from (f"{asking.split('/')[0]} asks for {each}, which is not there" for each in lost)


def _values(trees: Mapping[str, Element], path: str) -> set[str]:
    return {str(value) for tree in trees.values() for value in tree.xpath(path, namespaces=_namespaces())}


def _namespaces() -> dict[str, str]:
    return {prefix: space for space, prefix in PREFIXES.items()}


def _all(tree: Element, name: str) -> Iterator[Element]:
    prefix, _, local = name.partition(":")
    yield from tree.iter(f"{{{_namespaces()[prefix]}}}{local}")


def _short(tag: str) -> str:
    name = etree.QName(tag)
    return f"{PREFIXES.get(name.namespace or '', '?')}:{name.localname}"


def _twice(values: list[str]) -> list[str]:
    return [value for value, number in Counter(values).items() if number > 1]
