"""HTML becomes a PDF that viewers show alike and screen readers can read."""

from collections.abc import Mapping
from io import BytesIO

import pikepdf
import pydyf
import pytest

from build_scripts.formats import pdf, pdf_finish

STYLE = (
    '@font-face { font-family: Paper; src: url("atkinson-400.ttf") } * { font-family: Paper }'
    '@page { @bottom-left { content: "The foot" } } input { font-size: 11pt }'
)


def page(body: str, tips: Mapping[str, str]) -> bytes:
    """Return a page as PDF."""
    head = f'<html lang="en-GB"><head><title>A title</title><style>{STYLE}</style></head>'
    return pdf.render(f"{head}<body><h1>Head</h1>{body}</body></html>", tips)


def opened(body: str, **tips: str) -> pikepdf.Pdf:
    """Return a page as an open PDF."""
    return pikepdf.open(BytesIO(page(body, tips)))


def test_the_same_page_gives_the_same_bytes() -> None:
    """Nobody's cache or checksum changes without a reason."""
    body, tips = '<p>Name <input name="one"></p><p><input type="checkbox" name="two"></p>', {"one": "1", "two": "2"}
    assert page(body, tips) == page(body, tips)


def test_a_box_says_what_it_is_for() -> None:
    """A screen reader says the words given, and typed text has one size in every viewer."""
    made = opened('<p>Name <input name="1-2_text"></p>', **{"1-2_text": "1.2 Your name"})
    (box,) = made.Root.AcroForm.Fields
    assert (str(box.T), str(box.TU)) == ("1-2_text", "1.2 Your name")
    assert str(box.DA).startswith("0 g /") and str(box.DA).endswith(" 11 Tf")


def test_a_box_without_words_is_never_made() -> None:
    """A box that no screen reader could name stops the build."""
    with pytest.raises(KeyError):
        opened('<p><input name="one"><input name="two"></p>', one="1")


def test_a_box_to_type_into_has_a_drawing_of_its_own() -> None:
    """What is typed in one viewer shows in every other, for none is told to make the drawings up."""
    made = opened('<p><input name="one"><input name="two"></p>', one="1", two="2")
    looks = [box.AP.N for box in made.Root.AcroForm.Fields]
    assert [look.read_bytes() for look in looks] == [b"/Tx BMC EMC"] * 2
    assert looks[0].objgen != looks[1].objgen
    assert "/NeedAppearances" not in made.Root.AcroForm


def test_every_letter_is_typed_in_the_typeface_of_paper() -> None:
    """The font of boxes has the letters of Welsh, Polish and Romanian, and a name by which Chrome uses it for all."""
    made = opened('<p><input name="one"></p>', one="1")
    (box,) = made.Root.AcroForm.Fields
    font = made.Root.AcroForm.DR.Font[str(box.DA).split()[2]]
    assert pdf.OWN.fullmatch(str(font.BaseFont)) and "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    known = bytes(font.ToUnicode.read_bytes()).decode()
    assert [letter for letter in "ẀẁẂẃẄẅỲỳŴŵŶŷŁłŻżĄąŚśȘșȚț„½°œ" if f"<{ord(letter):04x}>" not in known] == []
    assert str(box.DA).split()[2] == "/Wingdings"


def test_a_box_takes_as_much_as_it_shows() -> None:
    """A larger box takes more letters, and none scrolls what is typed out of sight."""
    style = 'style="height: 5em; width: 20em"'
    made = opened(f'<p><input name="one"><textarea name="two" {style}></textarea></p>', one="1", two="2")
    small, large = made.Root.AcroForm.Fields
    assert 0 < int(small.MaxLen) < int(large.MaxLen)
    assert int(small.Ff) & int(large.Ff) & pdf_finish.NO_SCROLLING


def test_one_of_several_boxes_is_known_by_its_value() -> None:
    """Only one of a group is ticked, it can be taken back, and a screen reader says which it is."""
    boxes = '<input type="radio" name="one" value="yes"><input type="radio" name="one" value="no">'
    made = opened(f"<p>{boxes}</p>", one="1 Which", one_yes="1 Which: yes", one_no="1 Which: no")
    (group,) = made.Root.AcroForm.Fields
    assert [sorted(box.AP.N.keys()) for box in group.Kids] == [["/Off", "/yes"], ["/Off", "/no"]]
    assert [str(box.TU) for box in group.Kids] == ["1 Which: yes", "1 Which: no"]
    assert int(group.Ff) == pdf_finish.RADIO and str(group.V) == "/Off"


def test_a_box_to_tick_has_both_looks() -> None:
    """Every viewer shows it empty at first, and shows a tick that was set."""
    made = opened('<p><input type="checkbox" name="one"></p>', one="1")
    (box,) = made.Root.AcroForm.Fields
    assert sorted(box.AP.N.keys()) == ["/Off", "/on"]
    assert (str(box.AS), str(box.V)) == ("/Off", "/Off")


def test_the_foot_is_not_read_aloud() -> None:
    """What stands at the foot of each page is marked as such, and the tags know nothing of it."""
    made = opened("<p>Words</p>")
    drawn = made.pages[0].Contents.read_bytes()
    assert drawn.count(b"/Subtype /Footer") == 1
    assert drawn.count(b"/MCID") == 2
    tags = made.Root.StructTreeRoot.ParentTree.Nums[1]
    assert [tag is not None for tag in tags] == [True, True, False]


def test_a_long_document_names_its_pages_once() -> None:
    """Ten times the pages take ten times as long, and not a hundred times: no tag writes all their names anew."""
    pdf.render("", {})
    document = pydyf.PDF()
    for sides in (1, 3):
        while len(document.pages["Kids"]) < 3 * sides:
            document.add_page(pydyf.Dictionary({"Type": "/Page"}))
        named = document.page_references
        assert named == tuple(b"%d 0 R" % number for number in document.pages["Kids"][::3])
        assert document.page_references is named


def test_letters_of_names_are_in_the_typeface() -> None:
    """Welsh, Polish and French names print in the same letters as the rest."""
    assert pdf.sides(page("<p>Ŵyn Ŷ Łukasz Żaneta Zoë François</p>", {})) == 1


def test_a_letter_that_the_typeface_lacks_is_told() -> None:
    """No page comes out in another font on another computer."""
    with pytest.raises(pdf.StrangeLetterError, match="'Ж' is not in the typeface of paper"):
        page("<p>Ж</p>", {})


def test_nothing_is_fetched_from_the_network(caplog: pytest.LogCaptureFixture) -> None:
    """Only files of the project go into a PDF."""
    assert pdf.sides(page('<p>Words</p><img src="https://example.org/a.png" alt="A picture">', {})) == 1
    assert "disallowed protocol" in caplog.text


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One word says what this computer lacks, without WeasyPrint's own advice."""

    def fail() -> None:
        print("many lines")
        raise OSError("cannot load library 'libpango-1.0-0': no such file")

    monkeypatch.setattr(pdf, "_libraries", fail)
    assert pdf.missing() == "libpango-1.0-0"
    assert capsys.readouterr().out == ""
