"""One filling, every copy: what each reader may see is on their paper, and nothing else of what was typed."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from build_scripts.content.forms import Answer, Field, FieldKind, Form, Shape, WorkedExample
from build_scripts.content.prose import parse, to_text
from build_scripts.forms.copies import PrintedCopy, printed_copies
from build_scripts.forms.documents import form_documents
from build_scripts.release.browser_audit import AXE, RUN
from tests.browser.paper import words_on_paper
from tests.browser.survey import NARROW, SIDEWAYS, WIDE
from tests.browser.test_forms import box, fill, open_file, opened
from tests.real import real_content

MARK = """() => { for (const [at, e] of [...document.querySelectorAll(".mf-form [name]")].entries()) {
  if (e.type === "checkbox") e.checked = true;
  else e.value = e.type === "date" ? "2026-11-23" : `word${at}.${e.name.split(".")[0]}.`;
  e.dispatchEvent(new Event("input", {bubbles: true}));
} }"""
"""Fills in every box; each word says whose answer it is."""
FORMS = ["moving-forward-plan", "harmed-childs-plan", "parents-meeting-planner"]


def copies_of(form: str) -> list[PrintedCopy]:
    """Return the copies that the page of a form prints."""
    documents = form_documents(real_content())
    return printed_copies(next(each for each in documents if each.shape is Shape.PAGE and each.row.file == form))


def ask_for(page: Page, copy: PrintedCopy) -> None:
    """Choose a copy and print it, on no printer."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print", exact=True).first.click()
    page.locator(f"#copy-{copy.name}").check()
    page.get_by_role("button", name="Print this copy").click()


def paper_of(page: Page, copy: PrintedCopy) -> str:
    """Return the words on the paper of a copy."""
    ask_for(page, copy)
    return " ".join(words_on_paper(page.pdf(format="A4", prefer_css_page_size=True)))


def fields_of(copy: PrintedCopy) -> dict[str, str]:
    """Return the ids and prompts of what a copy may show."""
    fields = [field for _, fields in copy.document.parts for field in fields]
    return {field.id: _plain(copy.document.label(field)) for field in fields}


def _plain(prose: object) -> str:
    return " ".join(to_text(parse(prose)).split())  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMS)
def test_each_copy_has_the_answers_that_its_readers_may_see_and_no_other(page: Page, address: str, form: str) -> None:
    """Every box is filled in: field by field, each word is on the copies that may show it, and on no other."""
    opened(page, address, f"forms/{form}.html").evaluate(MARK)
    asked = fields_of(copies_of(form)[0])
    for copy in copies_of(form):
        paper, may_show = paper_of(page, copy), fields_of(copy)
        answered = set(re.findall(r"word\d+\.([a-z-]+)\.", paper))
        typed = set(
            page.evaluate(
                "[...document.querySelectorAll('.mf-form [name]')].map(e => /^word/.test(e.value) && "
                "e.value.split('.')[1]).filter(Boolean)"
            )
        )
        assert answered == typed & set(may_show), copy.name
        hidden = {prompt for field, prompt in asked.items() if field not in may_show} - set(may_show.values())
        assert not [prompt for prompt in hidden if prompt in paper], copy.name
        assert all(prompt in paper for prompt in may_show.values()), copy.name


def test_the_young_persons_copy_has_neither_why_nor_notes(page: Page, address: str) -> None:
    """What happened, and what staff noted at the meeting, are not on the paper that a young person takes home."""
    opened(page, address)
    fill(page, {"why": "Whywords", "staff-notes": "Notewords", "strengths": "Strongwords"})
    for copy in copies_of("moving-forward-plan"):
        paper = paper_of(page, copy)
        if copy.document.row.copy_kind == "young-person":
            assert not re.search(r"Whywords|Notewords|Why are we making|\bNotes\b", paper), copy.name
        if copy.is_page:
            assert {"Whywords", "Notewords", "Strongwords"} <= set(paper.split())


@pytest.mark.parametrize("form", FORMS)
def test_paper_that_goes_home_names_neither_this_guide_nor_the_annex(page: Page, address: str, form: str) -> None:
    """Others see what lies on a table: its title is neutral, as is the name under which a browser saves it."""
    opened(page, address, f"forms/{form}.html")
    for copy in copies_of(form):
        paper = paper_of(page, copy)
        assert "nnex" not in paper and "About this form" not in paper, copy.name
        if copy.document.goes_home:
            assert copy.document.title in paper[:99] and page.title() == copy.document.title
            assert "Moving Forward" not in paper and "Facts on this page" not in paper, copy.name


def test_before_printing_the_page_says_what_a_copy_leaves_out(page: Page, address: str) -> None:
    """The dialog names the questions; a keyboard opens it, chooses in it and closes it, and comes back."""
    opened(page, address)
    button = page.get_by_role("button", name="Print", exact=True).first
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Which copy do you want to print?")
    expect(dialog).to_be_visible()
    mine = dialog.get_by_role("radio", name="My plan", exact=True)
    mine.check()
    expect(mine).to_have_accessible_description(re.compile(r"young person.* leaves out \d+ of the \d+ questions"))
    for question in ("3.2 Why are we making this plan?", "6.5 Notes"):
        expect(dialog.locator("li:visible", has_text=question)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_axe_finds_nothing_where_a_copy_is_chosen(page: Page, address: str) -> None:
    """On a wide screen, on a phone, and in the dark; and it scrolls to no side."""
    opened(page, address).evaluate(AXE)
    page.get_by_role("button", name="Print", exact=True).first.click()
    for size, scheme in ((WIDE, "light"), (NARROW, "light"), (NARROW, "dark")):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert page.evaluate(RUN) == [] and not page.evaluate(SIDEWAYS)
        assert page.locator(".mf-copies").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_a_chosen_copy_is_what_the_browser_prints_until_another_is_chosen(page: Page, address: str) -> None:
    """The keys of the browser print the young person's copy as well, and the page says which it will be."""
    opened(page, address)
    fill(page, {"why": "Whywords"})
    copies = {copy.name: copy for copy in copies_of("moving-forward-plan")}
    mine = copies["young-person-full"]
    ask_for(page, mine)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert "Whywords" not in words_on_paper(page.pdf())
    expect(page.locator(".mf-chosen-copy")).to_have_text(f"Print now prints: {mine.document.title}.")
    expect(box(page, "why")).to_be_visible()
    ask_for(page, copies["working-full"])
    assert "Whywords" in words_on_paper(page.pdf())
    expect(page.locator(".mf-chosen-copy")).to_have_text("")


OTHERS = ("pressure-and-threats", "targeted-bullying", "unwanted-attention")


@pytest.mark.parametrize("example", ["image-sharing", *(pytest.param(name, marks=pytest.mark.full) for name in OTHERS)])
def test_each_example_is_printed_as_every_copy(page: Page, address: str, example: str) -> None:
    """One filling of a made-up young person: each copy has all the answers that it may show, and whole."""
    given = next(each for each in real_content().all(WorkedExample) if each.id == example)
    form = next(each for each in real_content().all(Form) if each.id == given.form.id)
    answers = {name: value for answer in given.answers for name, value in _answers(form, answer)}
    opened(page, address, f"forms/{form.id}.html")
    saved = {"format": "form-answers", "version": 1, "form": form.id, "answers": answers}
    open_file(page, "a.json", json.dumps(saved))
    expect(page.locator(".mf-status")).to_contain_text("Opened")
    for copy in copies_of(form.id):
        paper, may_show = paper_of(page, copy), fields_of(copy)
        for name, value in answers.items():
            if (
                isinstance(value, str)
                and not re.fullmatch(r"\d{4}-\d\d-\d\d", value)
                and name.split(".")[0] in may_show
            ):
                assert _squeezed(value) in _squeezed(paper), (copy.name, name)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", text)


def _answers(form: Form, answer: Answer) -> Iterator[tuple[str, str | bool]]:
    """Yield the answers of an example as a saved copy has them."""
    field = form.field(answer.field.id)
    assert field is not None
    name = field.id
    if field.kind is FieldKind.TABLE:
        for number, row in enumerate(answer.rows, 1):
            for column, cell in zip(field.columns, row, strict=False):
                if cell:
                    yield f"{name}.{number}.{column.id}", column.kind == "tick" or _plain(cell)
    elif field.kind is FieldKind.TICK_WITH_LINE:
        for number, line in enumerate(answer.lines, 1):
            yield f"{name}.{number}", True
            yield f"{name}.{number}.line", _plain(line)
    elif field.kind is FieldKind.TICK:
        yield from _ticks(field, answer)
    elif field.kind is FieldKind.DATE and answer.day:
        yield name, answer.day.isoformat()
    elif answer.text:
        yield name, _plain(answer.text)
    else:
        parts = {"name": answer.name, "role": answer.role, "date": answer.day and answer.day.isoformat()}
        yield from ((f"{name}.{part}", value) for part, value in parts.items() if value)


def _ticks(field: Field, answer: Answer) -> Iterator[tuple[str, str | bool]]:
    if answer.ticked:
        yield field.id, True
    for chosen in answer.chosen:
        yield f"{field.id}.{chosen.id}", True
        if answer.text and any(choice.line for choice in field.choices if choice.id == chosen.id):
            yield f"{field.id}.{chosen.id}.line", _plain(answer.text)
