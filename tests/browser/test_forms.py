"""Filling in a form in a real browser: nothing leaves the page, and nothing typed is lost on the way to paper."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from build_scripts.release.browser_audit import AXE, RUN, RUN_BUT_COLOURS, RUN_ON_COLOURS
from tests.browser.conftest import OpenPage
from tests.browser.paper import sides_of, words_on_paper
from tests.browser.survey import NARROW, SIDEWAYS, WIDE, Seen
from tests.built import Built

PLAN = "forms/moving-forward-plan.html"
HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
STORED = """async () => [document.cookie, localStorage.length, sessionStorage.length,
  (await indexedDB.databases()).length, (await caches.keys()).length]"""
ANSWERS = """() => Object.fromEntries([...document.querySelector(".mf-form").elements].filter(e => e.name)
  .map(e => [e.name, e.type === "checkbox" ? e.checked : e.value]).filter(([, value]) => value))"""
FILL = """() => { for (const e of document.querySelector(".mf-form").elements) if (e.name) {
  if (e.type === "checkbox") e.checked = true; else e.value = e.type === "date" ? "2026-11-23" : "Words";
  e.dispatchEvent(new Event("input", {bubbles: true}));
} }"""
FILLED: dict[str, str | bool] = {
    "today": "2026-11-23",
    "name": "A. J.",
    "people.1.name": "Ama",
    "people.5.role": HOSTILE,
    "needs.breaks": True,
    "needs.other": True,
    "needs.other.line": "A window seat",
    "strengths": "Bikes\nand maps, Łódź, Tŷ Gwyn",
    "how-often.fortnightly": True,
    "my-actions.2": True,
    "my-actions.2.line": "Go outside",
    "who-sees-it.1.has-copy": True,
}
"""Answers of every kind of field."""


@pytest.fixture
def plan(page: Page, address: str) -> Page:
    """The page of the plan, ready to be filled in."""
    return opened(page, address)


@pytest.fixture(params=["first-hour-note", "decision-record", "review-log", "moving-forward-plan"])
def form(request: pytest.FixtureRequest, page: Page, address: str) -> Page:
    """The page of each kind of form."""
    return opened(page, address, f"forms/{request.param}.html")


def opened(page: Page, address: str, path: str = PLAN) -> Page:
    """Open a form and wait until it is ready."""
    page.goto(address + path)
    expect(page.locator(".mf-form-tools")).to_be_visible()
    page.locator(".mf-print-note").scroll_into_view_if_needed()
    expect(page.locator(".mf-print-note")).to_contain_text("A4")
    page.evaluate("scrollTo(0, 0)")
    return page


def box(page: Page, name: str) -> Any:
    """Return the input of a name."""
    return page.locator(f'[name="{name}"]')


def fill(page: Page, answers: dict[str, str | bool]) -> None:
    """Type and tick."""
    for name, value in answers.items():
        if value is True:
            box(page, name).check()
        else:
            box(page, name).fill(str(value))


def saved(page: Page) -> Path:
    """Save a copy and return the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a copy to this computer").first.click()
    return Path(download.value.path())


def open_file(page: Page, name: str, text: str | bytes) -> None:
    """Open a copy through the button."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a copy").click()
    data = text.encode() if isinstance(text, str) else text
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": data})


def copied(**changes: object) -> str:
    """Return the text of a saved copy with something changed."""
    return json.dumps(
        {"format": "form-answers", "version": 1, "form": "moving-forward-plan", "answers": {"name": "B."}} | changes
    )


def answering(page: Page, accept: bool) -> list[str]:
    """Answer every question that the browser asks from here on, and return the list of what it asks."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(f"{dialog.type}: {dialog.message}")
        dialog.accept() if accept else dialog.dismiss()

    page.on("dialog", answer)
    return asked


def test_two_thousand_words_are_all_on_paper(plan: Page) -> None:
    """However much is typed, every word of it is in the printed PDF, in order."""
    notes = [f"note{number}" for number in range(1200)]
    signs = [f"sign{number}" for number in range(700)]
    cells = [f"cell{number}" for number in range(100)]
    fill(plan, {"staff-notes": " ".join(notes), "my-signs": "\n\n".join(signs), "steps.1.step": " ".join(cells)})
    pdf = plan.pdf(format="A4", prefer_css_page_size=True)
    words = words_on_paper(pdf)
    for typed in (notes, signs, cells):
        assert [word for word in words if word.startswith(typed[0][:4]) and word[4:].isdigit()] == typed
    assert sides_of(pdf) > 12


def test_nothing_leaves_the_page_and_nothing_is_kept(plan: Page, seen: Seen) -> None:
    """Typing, checking, saving, opening and printing make no request and leave nothing in the browser."""
    before = len(seen.requests)
    fill(plan, FILLED)
    plan.get_by_role("button", name="Check the plan for gaps").click()
    file = saved(plan)
    answering(plan, accept=True)
    open_file(plan, "a.json", file.read_bytes())
    expect(plan.locator(".mf-status")).to_contain_text("Opened")
    plan.pdf()
    assert [url for url in seen.requests[before:] if not url.startswith("blob:")] == []
    assert plan.evaluate(STORED) == ["", 0, 0, 0, 0]
    assert (plan.context.cookies(), seen.failures) == ([], [])


def test_the_policy_of_a_form_refuses_every_connection(plan: Page) -> None:
    """Even a script that wanted to could send nothing."""
    policy = plan.get_attribute("meta[http-equiv=Content-Security-Policy]", "content") or ""
    assert "connect-src 'none'" in policy and "form-action 'none'" in policy
    sent = "fetch(location.href).then(() => 'sent', () => 'refused')"
    assert plan.evaluate(sent) == "refused"


def test_a_copy_brings_back_the_same_answers(plan: Page) -> None:
    """Save, come back later to an empty form, open: every answer is there again, accents and lines too."""
    fill(plan, FILLED)
    before = plan.evaluate(ANSWERS)
    file = saved(plan)
    plan.reload()
    assert plan.evaluate(ANSWERS) == {}
    open_file(plan, "copy.json", file.read_bytes())
    expect(plan.locator(".mf-status")).to_have_text(f"Opened {len(before)} answers.")
    assert plan.evaluate(ANSWERS) == before
    assert before.items() >= FILLED.items()


@pytest.mark.parametrize(
    ("form", "taken"),
    [
        (
            "review-log",
            {"name": "A. J.", "plan-date": "2026-11-23", "responsible.role": "Tutor", "steps.2.step": "Walk"},
        ),
        ("staff-annex", {"annex-name": "A. J.", "annex-date": "2026-11-23"}),
        ("parents-meeting-planner", {"contact.name": "Nia", "contact.role": "Tutor"}),
    ],
)
def test_a_copy_of_the_plan_fills_in_other_forms(page: Page, address: str, form: str, taken: dict[str, str]) -> None:
    """Names, date and role are typed once; what happened and what staff noted stay where they were written."""
    plan = opened(page, address)
    fill(plan, FILLED | {"responsible.name": "Nia", "responsible.role": "Tutor", "steps.2.step": "Walk", "why": "Why"})
    file = saved(plan)
    other = opened(page, address, f"forms/{form}.html")
    expect(other.locator(".mf-form-tools")).to_contain_text("Moving forward plan")
    open_file(other, "copy.json", file.read_bytes())
    status = other.locator(".mf-status")
    expect(status).to_contain_text('From a copy of "Moving forward plan"')
    expect(status).to_contain_text(re.compile(r"Left out: \d+ answers"))
    answers = other.evaluate(ANSWERS)
    assert answers.items() >= taken.items()
    assert not {"Why", FILLED["strengths"], HOSTILE} & set(answers.values())


def test_the_name_of_a_copy_tells_nothing(plan: Page) -> None:
    """Others see the list of downloads; beside the button stands that the file holds personal data."""
    fill(plan, {"name": "A. J."})
    with plan.expect_download() as download:
        plan.get_by_role("button", name="Save a copy to this computer").first.click()
    assert re.fullmatch(r"answers-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    expect(plan.get_by_role("button", name="Save a copy to this computer").first).to_have_accessible_description(
        re.compile("personal data")
    )


def test_markup_stays_text(plan: Page, seen: Seen) -> None:
    """Markup in a file, in a name or in an answer is shown as it is written, on the page and on paper."""
    title = plan.title()
    answers = {"name": HOSTILE, "strengths": HOSTILE, "__proto__": "x", "constructor": HOSTILE, HOSTILE: "x"}
    open_file(plan, "file.json", copied(answers=answers))
    expect(plan.locator(".mf-status")).to_contain_text(
        "3 answers in the file belong to questions that this form does not have"
    )
    expect(box(plan, "strengths")).to_have_value(HOSTILE)
    expect(box(plan, "signed-young-person.name")).to_have_value("")
    assert plan.locator(".mf-form img, .mf-form script").count() == 0
    plan.emulate_media(media="print")
    expect(plan.locator('[name="strengths"] + .mf-printed-answer')).to_have_text(HOSTILE)
    assert (plan.title(), seen.failures) == (title, [])


def test_leaving_with_unsaved_answers_asks(plan: Page, address: str) -> None:
    """A slip of the hand does not cost a meeting's work; once saved, the page can be left."""
    asked = answering(plan, accept=True)
    box(plan, "name").click()
    box(plan, "name").press_sequentially("A")
    plan.reload()
    assert [words.split(":")[0] for words in asked] == ["beforeunload"]
    box(plan, "name").press_sequentially("A")
    saved(plan)
    plan.goto(f"{address}index.html")
    assert len(asked) == 1


def test_a_reminder_says_review_and_nothing_else(plan: Page) -> None:
    """Whoever sees the calendar learns only that there is a review that day."""
    fill(plan, {"name": "A. J.", "today": "2026-12-24", "how-often.weekly": True})
    with plan.expect_download() as download:
        plan.get_by_role("button", name="Save a calendar reminder").click()
    assert download.value.suggested_filename == "review.ics"
    text = Path(download.value.path()).read_bytes().decode()
    lines = dict(line.split(":", 1) for line in text.split("\r\n") if line)
    assert (text[:15], text[-15:]) == ("BEGIN:VCALENDAR", "END:VCALENDAR\r\n")
    assert (lines["DTSTART;VALUE=DATE"], lines["DTEND;VALUE=DATE"]) == ("20261231", "20270101")
    assert lines["SUMMARY"] == "Review"
    assert not re.search(r"plan|A\. J\.|behaviour|safeguard|forward", text, re.IGNORECASE)


def test_the_fit_check_flags_and_clears(plan: Page) -> None:
    """Empty fields that matter are named with a way to them; the check judges nothing and counts no marks."""
    plan.get_by_role("button", name="Check the plan for gaps").click()
    panel = plan.get_by_role("region", name="Gaps")
    expect(panel).to_contain_text("It does not judge what is written, and it is not a score.")
    expect(plan.get_by_role("heading", name="Gaps")).to_be_focused()
    for gap in ("4.3 No adult is named.", "2.1 There is nothing yet on strengths.", "9.1 There is no date for the"):
        expect(panel.get_by_role("link", name=gap)).to_have_count(1)
    assert not re.search(r"%|score:|out of|\d+ ?/ ?\d+", panel.inner_text())
    panel.get_by_role("link", name="No adult is named").click()
    expect(box(plan, "adults.1.name")).to_be_focused()
    plan.keyboard.type("Ama")
    expect(panel.get_by_role("link", name="No adult is named")).to_have_count(0)
    panel.get_by_role("button", name="Close the list of gaps").click()
    expect(panel).to_be_hidden()


def test_from_first_field_to_print_by_keyboard_alone(page: Page, address: str) -> None:
    """Meeting mode needs no mouse: answer, skip, come back to what was skipped, print, leave."""
    page.add_init_script("window.__printed = 0; window.print = () => { window.__printed += 1; };")
    note = opened(page, address, "forms/first-hour-note.html")
    note.get_by_role("button", name="Meeting mode").focus()
    note.keyboard.press("Enter")
    asked = note.locator(".mf-form-progress")
    total = note.locator(".mf-field").count()
    expect(asked).to_have_text(f"Question 1 of {total}")
    expect(note.locator(".mf-field:visible")).to_have_count(1)
    expect(box(note, "learned-on")).to_be_focused()
    note.keyboard.type("11232026")
    press(note, "Next")
    expect(box(note, "learned-at")).to_be_focused()
    press(note, "Skip")
    note.keyboard.type("Nia")
    note.keyboard.press("Enter")
    press(note, "Back")
    expect(box(note, "written-by.name")).to_have_value("Nia")
    while note.locator(".mf-form-end").is_hidden():
        press(note, "Next")
    expect(note.get_by_role("heading", name="That was the last question")).to_be_focused()
    expect(note.locator(".mf-form-end-status")).to_contain_text("One question was skipped.")
    press(note, "Come back to skipped questions")
    expect(box(note, "learned-at")).to_be_focused()
    note.keyboard.type("At 10")
    press(note, "Next")
    expect(note.locator(".mf-form-end-status")).to_have_text("No question was skipped.")
    press(note, "Print")
    assert note.evaluate("window.__printed") == 1
    note.keyboard.press("Escape")
    expect(note.locator(".mf-field:visible")).to_have_count(total)
    assert note.evaluate(ANSWERS)["learned-at"] == "At 10"


def press(page: Page, name: str) -> None:
    """Go to a button with the Tab key and press it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"the Tab key does not reach '{name}'")


def test_printing_in_meeting_mode_prints_the_whole_form(plan: Page) -> None:
    """What is on the screen does not decide what is on paper."""
    whole = sides_of(plan.pdf(format="A4", prefer_css_page_size=True))
    plan.get_by_role("button", name="Meeting mode").click()
    assert sides_of(plan.pdf(format="A4", prefer_css_page_size=True)) == whole


SHORTER = [pytest.param(name, marks=pytest.mark.full) for name in ("first-hour-note", "decision-record", "review-log")]


@pytest.mark.parametrize("name", ["moving-forward-plan", *SHORTER])
def test_axe_finds_nothing_on_a_form(page: Page, address: str, name: str) -> None:
    """With the list of gaps, filled, one question a screen, on a phone and in the dark: no finding.

    The survey looks at empty forms. Colours are looked at where they change, since that takes most of the time.
    """
    form = opened(page, address, f"forms/{name}.html")
    form.evaluate(AXE)
    found = {state: look() for state, look in states(form).items()}
    assert {state: lines for state, lines in found.items() if lines} == {}


def states(form: Page) -> dict[str, Callable[[], list[str]]]:
    """Return the states of a form in turn: each changes the page and returns what is wrong with it then."""

    def look(
        change: Callable[[], object], size: dict[str, int] = WIDE, scheme: Any = "light", run: str = RUN
    ) -> list[str]:
        change()
        form.set_viewport_size(size)  # type: ignore[arg-type]
        form.emulate_media(color_scheme=scheme)
        found: list[str] = form.evaluate(run)
        return [*found, *(["it scrolls sideways"] if form.evaluate(SIDEWAYS) else [])]

    def same() -> None:
        """Leave the page as it is."""

    return {
        "gaps": lambda: look(form.locator("[data-act=gaps]").first.click),
        "filled": lambda: look(lambda: form.evaluate(FILL), run=RUN_BUT_COLOURS),
        "320 px": lambda: look(same, NARROW, run=RUN_BUT_COLOURS),
        "dark": lambda: look(same, scheme="dark", run=RUN_ON_COLOURS),
        "meeting": lambda: look(form.get_by_role("button", name="Meeting mode").click),
        "meeting, 320 px": lambda: look(same, NARROW, "dark"),
        "the end": lambda: look(lambda: to_the_end(form)),
    }


def to_the_end(form: Page) -> None:
    """Go through meeting mode to what stands after the last question."""
    while form.locator(".mf-form-end").is_hidden():
        form.get_by_role("button", name="Next").click()


@pytest.fixture
def scriptless(open_page: OpenPage, address: str) -> Page:
    """The page of the plan where scripts are off."""
    page = open_page(java_script_enabled=False)
    page.goto(address + PLAN)
    return page


def test_without_scripts_the_form_is_there_to_print(scriptless: Page) -> None:
    """Every question is on paper with room to write; the page says that typing needs a script."""
    expect(scriptless.get_by_text("You cannot type into this form")).to_be_visible()
    for name in ("Meeting mode", "Save a copy to this computer", "Clear everything"):
        expect(scriptless.get_by_role("button", name=name)).to_have_count(0)
    words = " ".join(words_on_paper(scriptless.pdf(format="A4", prefer_css_page_size=True)))
    for label in scriptless.locator(".mf-label").all():
        assert " ".join((label.text_content() or "").split()) in words
    scriptless.emulate_media(media="print")
    assert scriptless.locator(".mf-ruled-lines span:visible").count() >= 30


def test_with_scripts_nothing_says_they_are_missing(form: Page) -> None:
    """The notice for readers without scripts is gone once the script runs."""
    expect(form.get_by_text("You cannot type into this form")).to_be_hidden()


def test_each_input_says_what_it_asks(form: Page) -> None:
    """A screen reader hears a name at every input, and cells of a table have names of their own."""
    names = [control.evaluate("e => e.labels[0]?.textContent || e.ariaLabel") for control in all_inputs(form)]
    assert all(name and name.strip() for name in names)
    for table in form.locator(".mf-form-table").all():
        cells = [" ".join(label.split()) for label in table.locator("label").all_text_contents()]
        assert len(cells) == len(set(cells))


def test_paper_has_the_form_and_not_what_is_about_it(form: Page) -> None:
    """What is printed for a meeting begins with the questions; who may see it was read on the screen."""
    form.emulate_media(media="print")
    expect(form.get_by_role("heading", name="About this form")).to_be_hidden()
    expect(form.locator(".mf-form .mf-label").first).to_be_visible()


def test_typing_runs_in_the_direction_of_what_is_typed(form: Page) -> None:
    """Arabic and Urdu stand as they are read, in the box and on paper."""
    box = form.locator(".mf-form textarea").first
    box.fill("\u0645\u0631\u062d\u0628\u0627")
    for place in (box, form.locator(".mf-form textarea + .mf-printed-answer").first):
        assert place.evaluate("e => getComputedStyle(e).direction") == "rtl"
    box.fill("Hello")
    assert box.evaluate("e => getComputedStyle(e).direction") == "ltr"


def all_inputs(page: Page) -> list[Any]:
    """Return every input of a form."""
    return list(page.locator(".mf-form [name]").all())


def test_examples_say_on_every_sheet_that_they_are_made_up(page: Page, address: str, built: Built) -> None:
    """A sheet that lies about alone is not taken for a real child's plan."""
    examples = [listed["path"] for listed in built.manifest["pages"] if listed["path"].startswith("forms/examples/")]
    assert len(examples) >= 4
    for path in examples:
        page.goto(address + path)
        expect(page.get_by_role("note")).to_contain_text("Made up.")
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        said = " ".join(words_on_paper(pdf)).count("Made up: an example, not a real person")
        assert said == sides_of(pdf)
