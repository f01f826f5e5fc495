"""Whatever stands in a deck, the PowerPoint file around it is whole, and says nothing of its maker."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pptx.oxml import parse_xml

from build_scripts.formats.powerpoint.deck import Deck, DeckSlide, Drawing, Label, Lines, Paragraph, Run, SizedText
from build_scripts.formats.powerpoint.kept_template import names_in_template, slide_layouts
from build_scripts.formats.powerpoint.layouts import Layout, ListStyle
from build_scripts.formats.powerpoint.pptx_file import write_pptx
from tests.decks import opened, within
from tests.formats.office_rules import faults

POINT = 12700
"""English metric units in a point."""
NAMES = {name: name for name in names_in_template()}
NASTY = """<a:br/> & "quoted" 'words' ŵ Łódź"""


def text(words: str, points: float = 20, *styles: ListStyle) -> SizedText:
    """Return a paragraph of each style of list, in a size."""
    runs = (Run(words), Run(words, bold=True))
    return SizedText(tuple(Paragraph(runs, style) for style in styles or (ListStyle.BULLET,)), points)


lines = Lines("M0 5C10 5 10 20 30 20L40 20Q45 20 45 15", (60, 40), 0, 0, 120, 80)


def label(words: str, is_pill: bool = False) -> Label:
    """Return words of a drawing."""
    return Label((Run(words),), 130, 0, 100, 80, 24, is_pill)


def slide(layout: Layout, words: str) -> DeckSlide:
    """Return a slide with words in each placeholder."""
    drawing = Drawing((lines, label(words), label(words, is_pill=True)), words) if layout is Layout.DRAWING else None
    bodies = {index: text(words, 20, *ListStyle) for index in slide_layouts()[layout].bodies}
    return DeckSlide(layout, text(f"{layout} {words}"), bodies, text(words, 12), drawing)


def deck(words: str) -> Deck:
    """Return a deck with a slide of each layout."""
    return Deck(words, "1.2.3", date(2026, 1, 2), words, tuple(slide(layout, words) for layout in Layout), NAMES)


@pytest.fixture(scope="module")
def data() -> bytes:
    """A deck of words that are hard to write."""
    return write_pptx(deck(NASTY))


@pytest.fixture(scope="module")
def parts(data: bytes) -> dict[str, Any]:
    """The parts of that deck, read."""
    with ZipFile(BytesIO(data)) as file:
        return {name: parse_xml(file.read(name)) for name in file.namelist()}


def test_markup_in_words_stays_words(data: bytes) -> None:
    """A line may hold any sign without breaking the file, on slides, in notes, names and descriptions."""
    presentation = opened(data)
    assert len(presentation.slides) == len(Layout) and faults(data) == []
    for made, layout in zip(presentation.slides, Layout, strict=True):
        assert made.shapes.title.text == f"{layout} {NASTY}" * 2
        assert made.notes_slide.notes_text_frame.text == NASTY * 2
    assert presentation.core_properties.title == NASTY


def test_every_part_is_written_in_plain_xml(parts: dict[str, Any]) -> None:
    """Old versions of PowerPoint open the deck: what newer ones know stands in lists that they pass over."""
    for name, root in parts.items():
        if name.startswith(("ppt/slide", "ppt/notes", "ppt/theme")) and not name.endswith(".rels"):
            later = {element for extensions in root.iter("{*}extLst") for element in extensions.iter("*")}
            spaces = {element.tag.partition("}")[0] for element in root.iter("*") if element not in later}
            assert all("openxmlformats.org/" in space and "/2006/" in space for space in spaces), name


def test_slides_follow_their_layouts(data: bytes) -> None:
    """Somebody who changes a layout changes every slide of it; what is read last comes last."""
    for made in opened(data).slides:
        names = {shape.placeholder_format.idx: shape.name for shape in made.slide_layout.placeholders}
        assert {shape.placeholder_format.idx for shape in made.placeholders} | {10} >= set(names)
        assert [shape.name for shape in made.shapes if shape.name != "Edge"] == list(names.values())
        assert [shape.name for shape in made.notes_slide.shapes][-2:] == ["Footer", "Slide number"]


def test_a_line_grows_along_the_foot(data: bytes) -> None:
    """A room sees how much is behind, as on the slides of the site; a screen reader passes it over."""
    slides = list(opened(data).slides)
    lines = [shape for made in slides for shape in made.shapes if shape._element.find(".//{*}decorative") is not None]
    wide, high = 960 * POINT, 540 * POINT
    assert [line.width for line in lines] == [
        round(wide * number / len(slides)) for number in range(1, len(slides) + 1)
    ]
    assert {(line.left, line.top + line.height) for line in lines} == {(0, high)}


def test_what_the_layout_gives_is_not_said_again() -> None:
    """Words in the size and the list of their placeholder have neither of their own."""
    usual = slide_layouts()[Layout.CONTENT]
    body = text("words", usual.bodies[1].points)
    page = DeckSlide(Layout.CONTENT, text("title", usual.title.points, ListStyle.NONE), {1: body}, text("notes", 12))
    (made,) = opened(write_pptx(Deck("title", "1", date(2026, 1, 2), "foot", (page,), NAMES))).slides
    for shape in made.placeholders:
        assert not [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs if run.font.size]
        assert not list(shape._element.iter("{*}pPr"))


def test_lists_count_on_from_where_they_begin() -> None:
    """An answer keeps the letter of the question, and a list that goes on its numbers."""
    counted = [Paragraph((Run("words"),), ListStyle.LETTER, number) for number in (3, 4, 1)]
    page = DeckSlide(Layout.CONTENT, text("title"), {1: SizedText(tuple(counted), 20)}, text("notes", 12))
    (made,) = opened(write_pptx(Deck("title", "1", date(2026, 1, 2), "foot", (page,), NAMES))).slides
    marks = list(made.placeholders[1]._element.iter("{*}buAutoNum"))
    assert [mark.get("startAt", "1") for mark in marks] == ["3", "3", "1"]


def test_a_drawing_is_one_group_of_shapes_that_can_be_edited(data: bytes) -> None:
    """Lines are curves and not a picture, words stand beside them, and the whole says what it shows."""
    group = next(shape for made in opened(data).slides for shape in made.shapes if within(shape))
    curve, words, pill = within(group)
    steps = [step.tag.rpartition("}")[2] for step in curve._element.find(".//{*}path")]
    assert steps == ["moveTo", "cubicBezTo", "lnTo", "quadBezTo"]
    assert (curve.width, curve.height) == (120 * POINT, 80 * POINT)
    assert {words.text_frame.text, pill.text_frame.text} == {NASTY}
    assert group._element.find(".//{*}cNvPr").get("descr") == NASTY


def test_every_run_says_its_language(data: bytes, parts: dict[str, Any]) -> None:
    """A screen reader says British words with a British voice, and the spelling check knows them."""
    for name, root in parts.items():
        for properties in root.iter("{*}rPr", "{*}endParaRPr"):
            assert properties.get("lang") == "en-GB", name
    assert opened(data).core_properties.language == "en-GB"


def test_the_file_tells_nothing_of_its_maker(data: bytes) -> None:
    """No name or time is in the file, and the version and the day are those of the site."""
    about = opened(data).core_properties
    assert (about.author, about.last_modified_by, about.version) == ("", "", "1.2.3")
    assert about.created is not None and about.created.date() == about.modified.date() == date(2026, 1, 2)


def test_notes_are_found_where_powerpoint_looks(parts: dict[str, Any]) -> None:
    """The master of notes is in the list of the presentation, and pages of notes are A4."""
    presentation = parts["ppt/presentation.xml"]
    assert presentation.find("{*}notesMasterIdLst") is not None
    size = presentation.find("{*}notesSz")
    assert int(size.get("cx")) / int(size.get("cy")) == pytest.approx(210 / 297, abs=0.001)


def test_the_same_deck_makes_the_same_bytes(data: bytes) -> None:
    """Nothing of when and where it was made is in the file."""
    assert write_pptx(deck(NASTY)) == data
    assert {member.date_time for member in ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_that_people_read_of_the_template_is_its_own() -> None:
    """Whoever edits the deck, or hears it read out, meets the words of the content for layouts and their places."""
    made = opened(write_pptx(replace(deck("x"), names={name: f"«{name}»" for name in NAMES})))
    holders = [*made.slides, *made.slide_layouts, made.slide_master, made.notes_master]
    shapes = [shape for holder in holders for shape in holder.shapes]
    assert {name[0] for name in (*(shape.name for shape in shapes), *(each.name for each in made.slide_layouts))} == {
        "«"
    }
    empty = [shape.text_frame.text for layout in made.slide_layouts for shape in layout.placeholders]
    assert {text for text in empty if not text.startswith("«")} <= {"", "‹#›"}
