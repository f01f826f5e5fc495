"""Boxes of a PDF work in every viewer, and its feet are read aloud by none."""

import pytest

from build_scripts.formats import pdf, pdf_finish
from tests.formats.paged import opened


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
