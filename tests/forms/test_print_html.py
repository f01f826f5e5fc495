"""Forms on paper: what stands on a sheet, and what its boxes are called."""

import re
from functools import cache
from pathlib import Path

import pytest

from build_scripts.content.forms import Form, Picture, Shape
from build_scripts.content.load import load_all
from build_scripts.forms.documents import FormDocument, form_documents
from build_scripts.forms.print_html import PICTURES_FOLDER, Boxes, PrintedForm, print_form
from tests.built import ROOT
from tests.conftest import Change
from tests.html import classed, find, in_order, words
from tests.real import BUILD_INFO, real_content


def sheets(root: Path) -> dict[str, PrintedForm]:
    """Return every sheet of a project by the name of its file."""
    documents = [each for each in form_documents(load_all(root).content) if "pdf" in each.shape]
    return {Path(each.address).name: print_form(each, BUILD_INFO) for each in documents}


@cache
def real_sheets() -> dict[str, PrintedForm]:
    """Return every sheet of the project."""
    return sheets(ROOT)


def document(root: Path, shape: Shape) -> FormDocument:
    """Return the working copy of the small form."""
    return next(each for each in form_documents(load_all(root).content) if each.shape is shape)


def test_each_box_is_named_by_number_and_part(small: Path) -> None:
    """Whoever reads out a filled form can tell every answer, and a screen reader says row and column."""
    tips = sheets(small)["note-to-fill-in.pdf"].tips
    assert tips["1-2_text"] == "1.2 Your name"
    assert tips["1-3_breaks"] == "1.3 What helps you: Breaks"
    assert tips["1-3_other-line"] == "1.3 What helps you: Other: write here"
    assert tips["1-5_1-tick"] == "1.5 I will: line 1"
    assert tips["1-5_1-line"] == "1.5 I will: line 1: write here"
    assert tips["1-4_2-who"] == "1.4 Steps: row 2, Who"
    assert [name for name in tips if name.startswith("1-9_")] == ["1-9_name", "1-9_signature", "1-9_date"]


def test_paper_for_a_pen_has_no_boxes(small: Path) -> None:
    """The blank sheet is ruled."""
    blank = sheets(small)["note.pdf"]
    assert blank.tips == {}
    assert "<input" not in blank.html and 'class="rule"' in blank.html


def test_a_name_is_given_once(small: Path) -> None:
    """Two boxes of one name would show one answer in both."""
    form = document(small, Shape.FILLABLE_PDF)
    boxes, asked = Boxes(form), form.parts[0][1][0]
    boxes.name(asked, "date")
    with pytest.raises(ValueError, match="two boxes are called 1-1_date"):
        boxes.name(asked, "date")


def test_what_goes_home_says_only_the_date(small: Path) -> None:
    """Nothing at the foot of a young person's copy tells others where it comes from."""
    made = sheets(small)
    assert 'data-foot="My note in easy words, 31 May 2026"' in made["my-note-easy.pdf"].html
    assert 'data-foot="Note, version 1.2.3, built on 31 May 2026"' in made["note.pdf"].html


def test_the_numbers_to_call_stand_on_what_goes_home(small: Path, change: Change) -> None:
    """Whoever holds the paper alone has the number on it."""
    change("content_data/services/a-line.yml", "phone:", "text: LINE to 80000\nphone:")
    (services,) = classed(sheets(small)["my-note-easy.pdf"].html, "services")
    assert in_order(words(services), "Who helps", "A line", "0117 496 0123", "LINE to 80000")


def test_staff_read_what_the_form_is_not(small: Path) -> None:
    """The working copy says what it must not be used for; copies that go home do not."""
    made = sheets(small)
    assert "It is not a plan." in made["note.pdf"].html
    assert "It is not a plan." not in made["my-note-easy.pdf"].html


def test_whom_to_ask_is_typed_where_it_is_filled_in() -> None:
    """A name that the school has not given is a box in a PDF to fill in, and a line on paper for a pen."""
    made = real_sheets()
    assert made["first-hour-note-to-fill-in.pdf"].tips["own_dsl-phone"] == "Designated safeguarding lead, phone"
    assert 'name="own_dsl-name"' in made["first-hour-note-to-fill-in.pdf"].html
    (own,) = classed(made["first-hour-note.pdf"].html, "own")
    assert len(find(own, "span[@class]")) == 2
    assert "____" not in made["first-hour-note-to-fill-in.pdf"].html


def test_boxes_of_which_one_is_ticked_are_a_group() -> None:
    """The form lets only one stand, and each box has its words."""
    sheet = real_sheets()["review-log-to-fill-in.pdf"]
    assert sheet.html.count('type="radio"') == sheet.html.count('name="2-11_one"') > 1
    assert sheet.tips["2-11_one_weekly"] == f"{sheet.tips['2-11_one']}: Every week"


def test_narrow_columns_have_more_lines_to_type_on() -> None:
    """A cell takes a sentence in every table, and the one page stays one page."""
    sheet = real_sheets()["moving-forward-plan-extended-to-fill-in.pdf"].html
    assert {count for count in "2345" if f'<table style="--count: {count}"' in sheet} >= set("234")


def test_what_viewers_cannot_do_is_told_on_the_form() -> None:
    """A full box, and letters that do not print: the form says so before anybody types; paper for a pen does not."""
    made = real_sheets()
    for name, sheet in made.items():
        assert ("another sheet" in sheet.html and "emoji" in sheet.html) is name.endswith("-to-fill-in.pdf")


def test_prompts_stand_beside_their_answers_on_compact_paper() -> None:
    """Each field says how wide it is; copies for families, and sizes of the plan, are set as before."""
    made = real_sheets()
    note, home = made["first-hour-note.pdf"].html, made["what-we-agreed.pdf"].html
    assert 'class="full working compact"' in note and "compact" not in re.search(r"<body[^>]*>", home)[0]  # type: ignore[index]
    assert 'class="field date half"' in note and 'class="field tick wide"' in note
    assert 'class="field long-text narrow"' in note


def test_no_prompt_ends_in_a_space() -> None:
    """A space before the end of a paragraph makes the renderer break its line a word early."""
    for name, sheet in real_sheets().items():
        assert not re.search(r"\s</p>", "".join(re.findall(r'<p class="prompt">.*?</p>', sheet.html, re.DOTALL))), name


def test_what_helps_on_a_screen_alone_is_not_on_paper() -> None:
    """«Words to use» ten times over leads nowhere from paper; the page of the form has it."""
    assert any(field.more for form in real_content().all(Form) for field in form.fields)
    assert "Words to use" not in real_sheets()["supportive-discussion-planner.pdf"].html


def test_links_are_words_on_paper() -> None:
    """Nothing on a sheet leads to a page that the reader does not have."""
    assert [name for name, sheet in real_sheets().items() if "<a " in sheet.html] == []


def test_easy_read_has_one_idea_a_line_and_a_picture_for_each() -> None:
    """Each prompt, each question below it and each way to help has a picture with words; a sentence is a line."""
    sheet = real_sheets()["my-plan-easy-read.pdf"].html
    ideas = [*classed(sheet, "field"), *classed(sheet, "item"), *classed(sheet, "idea"), *classed(sheet, "choice")]
    assert [words(idea) for idea in ideas if [child.tag for child in idea].count("svg") != 1] == []
    assert sheet.count("<svg") == len(ideas) == sheet.count("<title>") - 1
    assert "What is your name?<br>You can write only the first letters." in sheet


def test_easy_read_has_no_tables_and_no_words_of_adults() -> None:
    """Each question of a table stands alone below the one before it, in words of its own."""
    for name in ("my-plan-easy-read.pdf", "my-plan-easy-read-to-fill-in.pdf"):
        sheet = real_sheets()[name].html
        assert "<table" not in sheet and "another sheet" in sheet
        said = words(sheet[sheet.index("<body") :]).lower()
        assert not [word for word in ("responsible", "role", "signature", "ease", "review") if f" {word}" in said]


@pytest.mark.parametrize("picture", Picture)
def test_every_picture_is_drawn_and_described(picture: Picture) -> None:
    """Who does not see a picture is told what it shows."""
    assert real_content().label(f"picture-{picture}")
    assert (PICTURES_FOLDER / f"{picture}.svg").is_file()
