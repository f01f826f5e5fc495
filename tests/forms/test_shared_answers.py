"""What was written in one form is taken over by another, and what must stay apart is not."""

import pytest

from build_scripts.content.forms import Copy, Form, Shape
from build_scripts.forms.documents import form_documents
from build_scripts.forms.shared_answers import shared_answers
from tests.real import real_content


def taken(page: str, copy_of: str) -> dict[str, str]:
    """Return what a page takes over from a copy of another form: names here, by names there."""
    pages = [each for each in form_documents(real_content()) if each.shape is Shape.PAGE]
    shared = shared_answers(next(each for each in pages if each.row.file == page))
    return shared[copy_of]["answers"] if copy_of in shared else {}


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("review-log", {"name": "name", "today": "plan-date", "responsible": "responsible"}),
        ("staff-annex", {"name": "annex-name", "today": "annex-date"}),
        ("parents-meeting-planner", {"responsible": "contact"}),
    ],
)
def test_names_dates_and_roles_of_the_plan_are_typed_once(page: str, names: dict[str, str]) -> None:
    """The review log, the annex and what was agreed with parents have them from a copy of the plan."""
    assert taken(page, "moving-forward-plan").items() >= names.items()


def test_steps_and_limits_of_the_plan_stand_in_its_review() -> None:
    """They go row by row, and only their own column."""
    found = taken("review-log", "moving-forward-plan")
    assert (found["steps.*.step"], found["limits.*.limit"]) == ("steps.*.step", "limits.*.limit")


def test_what_is_taken_over_goes_both_ways() -> None:
    """Whichever form was filled in first can fill in the other."""
    there, back = taken("review-log", "moving-forward-plan"), taken("moving-forward-plan", "review-log")
    assert there == {here: name for name, here in back.items()}


def test_nothing_of_the_annex_goes_anywhere_but_what_the_plan_gave_it() -> None:
    """Name and date are known to all who take part; the rest of the annex is not in any other form."""
    plan = next(form for form in real_content().all(Form) if form.id == "moving-forward-plan")
    repeated = {field.id for _, fields in plan.parts_on(Copy.STAFF_ANNEX) for field in fields if field.same_as}
    pages = [each.row.file for each in form_documents(real_content()) if each.shape is Shape.PAGE]
    assert {name for page in pages for name in taken(page, "staff-annex")} == repeated


def test_nothing_goes_between_the_plan_for_the_child_who_was_harmed_and_any_other() -> None:
    """One child's paper never fills in another's."""
    pages = [each.row.file for each in form_documents(real_content()) if each.shape is Shape.PAGE]
    assert len(pages) > 6
    assert not [page for page in pages if taken("harmed-childs-plan", page) or taken(page, "harmed-childs-plan")]


def test_a_form_is_no_other_form_to_itself() -> None:
    """Its own copies are opened whole."""
    assert taken("review-log", "review-log") == {}
