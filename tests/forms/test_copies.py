"""Each copy that a page prints shows what its readers may see, and nothing else."""

import pytest

from build_scripts.content.forms import Copy, Shape, Size
from build_scripts.forms.copies import PrintedCopy, places_on, printed_copies
from build_scripts.forms.documents import FormDocument, form_documents
from tests.real import real_content


def page_of(form: str) -> FormDocument:
    """Return the page of a real form, by the name of its file."""
    documents = form_documents(real_content())
    return next(each for each in documents if each.shape is Shape.PAGE and each.row.file == form)


def copies_of(form: str) -> dict[str, PrintedCopy]:
    """Return the copies that the page of a form prints, by their names."""
    return {copy.name: copy for copy in printed_copies(page_of(form))}


PAGES = ["moving-forward-plan", "staff-annex", "harmed-childs-plan", "parents-meeting-planner", "review-log"]
"""Pages of every kind: with several copies, with one, and the annex."""


def test_the_plan_is_printed_for_everyone_who_takes_part() -> None:
    """The page comes first; then one page, the young person's copy and that of parents, from the same filling."""
    copies = copies_of("moving-forward-plan")
    assert next(iter(copies)) == "working-full" and copies["working-full"].is_page
    kinds = {(copy.document.row.copy_kind, copy.is_short) for copy in copies.values()}
    assert kinds >= {(Copy.WORKING, True), (Copy.YOUNG_PERSON, False), (Copy.YOUNG_PERSON, True), (Copy.PARENTS, False)}


@pytest.mark.parametrize("form", PAGES)
def test_the_annex_is_no_copy_of_any_page(form: str) -> None:
    """What the safeguarding lead keeps apart is printed from no page that others fill in."""
    assert not [copy for copy in copies_of(form).values() if copy.document.is_annex]
    page = page_of(form)
    annex = {field.id for _, fields in page.form.parts_on(Copy.STAFF_ANNEX) for field in fields}
    asked = {field.id for _, fields in page.parts for field in fields}
    assert page.is_annex or not asked & annex


@pytest.mark.parametrize("form", PAGES)
def test_every_question_has_a_place_on_the_copies_that_may_show_it(form: str) -> None:
    """Field by field and copy by copy, the definition of the form decides; numbers are those of the copy's own file."""
    copies = printed_copies(page_of(form))
    for part in page_of(form).form.parts:
        for field in part.fields:
            places = dict(place.split(":") for place in places_on(copies, field.id).split())
            carried = {copy.name: copy for copy in copies if field in part.fields_on(*_kind(copy))}
            assert places == {name: copy.document.numbers[field.id] for name, copy in carried.items()}, field.id


def _kind(copy: PrintedCopy) -> tuple[Copy, Size]:
    return copy.document.row.copy_kind, copy.document.row.size


def test_a_copy_says_what_it_leaves_out_or_the_little_that_it_has() -> None:
    """Before anything is printed, whoever prints can read which questions will not be there."""
    copies = copies_of("moving-forward-plan")
    left = [number for number, _ in copies["young-person-full"].left_out]
    assert {"3.2", "6.5"} <= set(left)
    assert copies["young-person-full"].named == copies["young-person-full"].left_out
    assert str(len(left)) in copies["young-person-full"].sentence
    short = copies["young-person-one-page"]
    assert short.named == short.shown and str(len(short.shown)) in short.sentence
    assert copies["working-full"].named == [] and copies["working-full"].sentence


def test_a_form_that_has_one_copy_offers_no_choice() -> None:
    """Then «Print» prints."""
    assert copies_of("first-hour-note") == copies_of("staff-annex") == {}
