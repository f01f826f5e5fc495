"""Whatever stands in a deck, the PowerPoint file around it is whole, and says nothing of its maker."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from build_scripts.formats.powerpoint.slideml import Deck, Filled, Page, Paragraph, Range, Run, count, pack
from pptx.oxml import parse_xml

from build_scripts.formats.powerpoint.layouts import LOOKS, Layout, Mark
from tests.decks import opened

NASTY = """<a:br/> & "quoted" 'words' ŵ Łódź"""
EMU = 12700


def filled(text: str, points: float = 20) -> Filled:
    """Return a paragraph in a size."""
    return Filled((Paragraph((Run(text), Run(text, bold=True)), Mark.BULLET),), points)


def deck(text: str) -> bytes:
    """Return a deck with a slide of each layout."""
    pages = [
        Page(
            layout,
            filled(f"{layout} {text}"),
            {index: filled(text) for index in LOOKS[layout].bodies},
            filled(text, 12),
            Range((text, text), text) if layout is Layout.RANGE else None,
        )
        for layout in Layout
    ]
    return pack(Deck(text, "1.2.3", date(2026, 1, 2), text, tuple(pages)))


FILE = deck(NASTY)
PARTS = {name: ZipFile(BytesIO(FILE)).read(name) for name in ZipFile(BytesIO(FILE)).namelist()}


def test_markup_in_words_stays_words() -> None:
    """A line may hold any sign without breaking the file, on slides, in notes, names and descriptions."""
    presentation = opened(FILE)
    assert count(FILE) == len(LOOKS)
    for slide, layout in zip(presentation.slides, Layout, strict=True):
        assert slide.shapes.title.text == f"{layout} {NASTY}" * 2
        assert slide.notes_slide.notes_text_frame.text == NASTY * 2
    assert presentation.core_properties.title == NASTY


def test_every_part_is_written_in_plain_xml() -> None:
    """Old versions of PowerPoint open the deck: slides hold no name spaces or extensions of newer ones."""
    for name, data in PARTS.items():
        root = parse_xml(data)
        if name.startswith(("ppt/slide", "ppt/notes", "ppt/theme")) and not name.endswith(".rels"):
            spaces = {element.tag.partition("}")[0] for element in root.iter() if isinstance(element.tag, str)}
            assert all("openxmlformats.org/" in space and "/2006/" in space for space in spaces), name
    assert {name.rpartition(".")[2] for name in PARTS} == {"xml", "rels"}


def test_slides_layouts_and_master_are_of_one_shape() -> None:
    """The deck is 16:9, and each place of each layout lies on the slide; no two places of a layout overlap."""
    presentation = opened(FILE)
    wide, high = presentation.slide_width, presentation.slide_height
    assert (wide * 9, wide / EMU) == (high * 16, 960)
    assert [layout.name for layout in presentation.slide_layouts] == list(Layout)
    for layout in (presentation.slide_master, *presentation.slide_layouts):
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in layout.placeholders]
        assert all(left >= 0 and top >= 0 and right <= wide and low <= high for left, top, right, low in boxes)
        pairs = [(a, b) for at, a in enumerate(boxes) for b in boxes[:at]]
        assert not [1 for a, b in pairs if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]


def test_every_place_of_a_slide_has_one_on_its_layout() -> None:
    """Somebody who changes a layout changes every slide of it."""
    for slide in opened(FILE).slides:
        on_layout = {shape.placeholder_format.idx for shape in slide.slide_layout.placeholders}
        assert {shape.placeholder_format.idx for shape in slide.placeholders} == on_layout


def test_shapes_of_a_slide_have_numbers_of_their_own() -> None:
    """PowerPoint repairs, and so complains of, a slide on which two shapes have one number."""
    for name, data in PARTS.items():
        if not name.endswith(".rels"):
            ids = [element.get("id") for element in parse_xml(data).iter("{*}cNvPr")]
            assert len(set(ids)) == len(ids), name


def test_every_run_says_its_language() -> None:
    """A screen reader says British words with a British voice, and the spelling check knows them."""
    for name, data in PARTS.items():
        for properties in parse_xml(data).iter("{*}rPr", "{*}endParaRPr"):
            assert properties.get("lang") == "en-GB", name
    assert opened(FILE).core_properties.language == "en-GB"


def test_the_file_tells_nothing_of_its_maker() -> None:
    """No name, time, thumbnail or printer of the library's template is left."""
    about = opened(FILE).core_properties
    assert (about.author, about.last_modified_by, about.version) == ("", "", "1.2.3")
    assert about.created is not None and about.created.date() == about.modified.date() == date(2026, 1, 2)
    assert not [name for name in PARTS if "thumbnail" in name or "printer" in name or "app.xml" in name]
    assert b"Calibri" not in b"".join(PARTS.values())


def test_notes_are_found_where_powerpoint_looks() -> None:
    """The master of notes is in the list of the presentation, and pages of notes are A4."""
    presentation = parse_xml(PARTS["ppt/presentation.xml"])
    assert [child.tag.partition("}")[2] for child in presentation][:5] == [
        *("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz"),
    ]
    size = presentation.find("{*}notesSz")
    assert int(size.get("cx")) / int(size.get("cy")) == pytest.approx(210 / 297, abs=0.001)


def test_the_same_deck_makes_the_same_bytes() -> None:
    """Nothing of when and where it was made is in the file."""
    assert deck(NASTY) == FILE
    assert {member.date_time for member in ZipFile(BytesIO(FILE)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
