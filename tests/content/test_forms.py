"""What stands on which copy of a form, in which size and under which name."""

from typing import Any

import pytest

from build_scripts.content.forms import Copy, CopyText, Field, Form, MatrixRow, Part, Shape, Size


def field(number: str, **more: Any) -> dict[str, Any]:
    """Return what is written of a field."""
    name = f"f{number.replace('.', '-')}"
    return {"id": name, "number": number, "kind": "short-text", "label": f"Label {number}", **more}


def form() -> Form:
    """Return a form with a part for everybody and a staff annex."""
    everybody = ["working", "young-person", "parents"]
    easy = {"label": "Easy 1.2", "picture": "star"}
    fields = [
        field("1.1", sizes=["core", "full", "one-page"], one_page=["working"], help="Help 1.1", if_empty="Empty 1.1"),
        field("1.2", sizes=["full", "easy-read"], easy=easy),
        field("1.3", copies=["working"], why_we_ask="Why 1.3"),
    ]
    parts = [
        {
            "id": "all",
            "number": 1,
            "title": "For all",
            "easy_title": "Easy for all",
            "intro": "Intro.",
            "answered_by": "together",
            "copies": everybody,
            "fields": fields,
        },
        {
            "id": "annex",
            "number": 2,
            "title": "Annex",
            "answered_by": "dsl",
            "copies": ["staff-annex"],
            "fields": [field("2.1")],
        },
    ]
    return Form.model_validate(
        {
            "title": "Form",
            "summary": "Summary.",
            "lead": "Lead.",
            "is_not": ["Not this."],
            "who_fills": "Staff.",
            "who_sees": "Staff.",
            "where_kept": "File.",
            "order": "10",
            "checked_on": "2026-01-01",
            "review_by": "2027-01-01",
            "copies": [
                {
                    "copy_kind": "young-person",
                    "lead": "Yours.",
                    "easy_lead": [{"label": "Easy lead.", "picture": "star"}],
                    "easy_services": [{"service": "childline", "label": "Call.", "picture": "phone"}],
                    "services_title": "Help",
                    "services": ["childline"],
                }
            ],
            "parts": parts,
        }
    )


@pytest.mark.parametrize(
    ("copy", "size", "numbers"),
    [
        (Copy.WORKING, Size.FULL, ["1.1", "1.2", "1.3"]),
        (Copy.WORKING, Size.CORE, ["1.1"]),
        (Copy.WORKING, Size.LARGE_PRINT, ["1.1"]),
        (Copy.WORKING, Size.FULL_LARGE_PRINT, ["1.1", "1.2", "1.3"]),
        (Copy.WORKING, Size.ONE_PAGE, ["1.1"]),
        (Copy.YOUNG_PERSON, Size.ONE_PAGE, []),
        (Copy.YOUNG_PERSON, Size.FULL, ["1.1", "1.2"]),
        (Copy.YOUNG_PERSON, Size.EASY_READ, ["1.2"]),
        (Copy.STAFF_ANNEX, Size.FULL, ["2.1"]),
        (Copy.STAFF_ANNEX, Size.EASY_READ, []),
    ],
)
def test_copy_and_size_choose_the_fields(copy: Copy, size: Size, numbers: list[str]) -> None:
    """Each document carries the fields that are meant for its reader, and a part without any is left out."""
    parts = form().parts_on(copy, size)
    assert [field.number for _, fields in parts for field in fields] == numbers
    assert all(fields for _, fields in parts)


def test_field_is_found_by_its_id() -> None:
    """Examples and repeated answers lead to a field, or to none."""
    found = form().field("f1-2")
    assert found is not None and found.number == "1.2"
    assert form().field("f9-9") is None


def test_words_of_a_copy_are_those_printed_on_it() -> None:
    """Reading age is measured on what its reader sees, and on nothing else."""
    words = {prose.text for prose in form().words_on(Copy.YOUNG_PERSON)}
    assert words == {"Yours.", "Help", "For all", "Intro.", "Label 1.1", "Help 1.1", "Empty 1.1", "Label 1.2"}
    assert {"Summary.", "Not this.", "Why 1.3"} <= {prose.text for prose in form().words_on(Copy.WORKING)}
    assert [prose.text for prose in form().words_on(Copy.STAFF_ANNEX)] == ["Annex", "Label 2.1"]


def test_easy_words_are_those_of_the_easy_read_version() -> None:
    """Leads, titles of the parts that are in it, and the fields that are in it."""
    assert [prose.text for prose in form().easy_words] == ["Easy lead.", "Call.", "Easy for all", "Easy 1.2"]


def test_words_around_the_fields_belong_to_a_copy() -> None:
    """Only a copy that has words of its own gets them."""
    text = form().text_of(Copy.YOUNG_PERSON)
    assert isinstance(text, CopyText) and [service.id for service in text.services] == ["childline"]
    assert form().text_of(Copy.PARENTS) is None


def test_easy_words_of_a_field_hold_choices_and_columns() -> None:
    """A choice stands in the easy-read version too, so it counts there."""
    easy = {"label": "Tick.", "picture": "hand"}
    choices = [{"id": "a", "label": "One"}]
    tick = field("1.1", kind="tick", choices=choices, sizes=["easy-read"], easy=easy)
    assert [prose.text for prose in Field.model_validate(tick).easy_words] == ["Tick.", "One"]


def test_files_are_named_after_their_shape() -> None:
    """The fillable PDF never overwrites the one to print."""
    row = MatrixRow.model_validate(
        {
            "form": "plan",
            "copy_kind": "young-person",
            "size": "full",
            "shapes": ["page", "pdf", "fillable-pdf", "docx"],
            "file": "my-plan",
            "title": "My plan",
        }
    )
    assert row.files == {
        Shape.PAGE: "my-plan.html",
        Shape.PDF: "my-plan.pdf",
        Shape.FILLABLE_PDF: "my-plan-to-fill-in.pdf",
        Shape.DOCX: "my-plan.docx",
    }


@pytest.mark.parametrize("number", ["1.1", "9.10", "18.4"])
def test_numbers_of_fields(number: str) -> None:
    """Part and place, both from 1."""
    assert Field.model_validate(field(number)).number == number


@pytest.mark.parametrize("number", ["1", "1.0", "0.1", "1.01", "1.1.1", "a.1", "100.1"])
def test_other_numbers_are_refused(number: str) -> None:
    """A number that would sort or print in two ways never gets in."""
    with pytest.raises(ValueError, match="is not a number of a field"):
        Field.model_validate(field(number))


def test_form_stays_the_same_for_all_who_draw_it() -> None:
    """Forms can be kept by their content, so that what has not changed is not drawn again."""
    assert form() == form() and hash(form()) == hash(form())
    assert isinstance(form().parts[0], Part)
