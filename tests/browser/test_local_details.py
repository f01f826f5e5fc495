"""A school's own details reach every page from one file, and nothing in that file can do harm."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from build_scripts.content.local_details import LIMITS, LocalField
from build_scripts.release.browser_audit import AXE, RUN
from tests.browser.survey import Seen
from tests.built import Built
from tests.hostile import HOSTILE
from tests.real import real_content
from tests.server import serving

DSL = "the designated safeguarding lead"
GUIDANCE, SETUP, PLAN = "guidance/first-hour.html", "setup.html", "forms/moving-forward-plan.html"
HELP, POSTER = "places-to-get-help.html", "help/poster.html"
DETAILS = {
    "dsl-name": "Ms Shah",
    "dsl-phone": "0117 496 0123 ext 12",
    "dsl-room": "Room 4",
    "deputy-name": "Zoë O’Neill-Łuk",
    "behaviour-policy-link": "https://school.example/behaviour?a=1&b=2",
    "behaviour-policy-name": "Our behaviour policy",
    "logo-image": "logo.svg",
    "adult-name": "Mr Khan",
    "adult-times": "Mondays at lunch",
}
Write = Callable[[str], None]


@pytest.fixture(scope="module")
def copy(unzipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a school has downloaded it."""
    folder = tmp_path_factory.mktemp("school") / "site"
    shutil.copytree(unzipped, folder)
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    return folder


@pytest.fixture
def write(copy: Path) -> Iterator[Write]:
    """Put a text in place of local-details.txt, until the test is over."""
    file = copy / "local-details.txt"
    neutral = file.read_text(encoding="utf-8")

    def put(text: str) -> None:
        file.write_text(text, encoding="utf-8")

    yield put
    file.write_text(neutral, encoding="utf-8")


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, copy: Path) -> Iterator[str]:
    """Where the school opens its copy: on a web server, or from a disk."""
    if request.param == "file":
        yield copy.as_uri() + "/"
        return
    with serving(copy, "/any/sub/path/") as server:
        yield server.address


def local_js(details: object) -> str:
    """Return a local-details.txt as the set-up page writes it."""
    return f"window.localDetails = {json.dumps(details)};\n"


def test_from_nothing_to_seen_without_a_build(page: Page, start: str, write: Write, seen: Seen) -> None:
    """A DSL fills in the form, a technician puts the file in place, and a reload shows the details everywhere."""
    page.goto(start + GUIDANCE)
    expect(page.locator(".mf-talk [data-local=dsl-name]").first).to_have_text(DSL)
    expect(page.locator(".mf-own-contacts")).to_be_hidden()
    expect(page.locator(".mf-talk").get_by_role("link", name="not added yet")).to_be_visible()

    page.goto(start + SETUP)
    for name, value in DETAILS.items():
        page.locator(f"#{name}").fill(value)
    preview = page.locator(".mf-preview")
    expect(preview.get_by_role("link", name="0117 496 0123 ext 12")).to_have_attribute("href", "tel:01174960123")
    expect(preview.get_by_text("not added yet").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save local-details.txt").click()
    assert download.value.suggested_filename == "local-details.txt"
    saved = Path(download.value.path()).read_text(encoding="ascii")
    assert saved == page.locator("textarea").input_value()
    write(saved)

    page.goto(start + GUIDANCE)
    assert set(page.locator("[data-local=dsl-name]").all_inner_texts()) == {"Ms Shah"}
    own = page.locator(".mf-talk .mf-own-contacts")
    expect(own).to_be_visible()
    expect(page.locator(".mf-talk").get_by_role("link", name="not added yet")).to_be_hidden()
    row = own.locator("dd").first
    expect(row).to_have_text("Ms Shah0117 496 0123 ext 12Room 4")
    expect(own.locator("dd").nth(1)).to_have_text("Zoë O’Neill-Łuk")
    expect(own.get_by_role("link", name="Our behaviour policy")).to_have_attribute(
        "href", "https://school.example/behaviour?a=1&b=2"
    )
    expect(own.get_by_text("not added yet").first).to_be_visible()
    assert seen.failures == []
    page.evaluate(AXE)  # reads stylesheets again, which a disk refuses
    assert page.evaluate(RUN) == []

    page.goto(start + PLAN)
    expect(page.locator(".mf-form-services").get_by_text("The safeguarding lead here: Ms Shah.")).to_be_visible()
    for address in (HELP, POSTER):
        page.goto(start + address)
        expect(page.locator("[data-local=adult-name]").first).to_have_text("Mr Khan")
        expect(page.locator("[data-local=adult-times]").first).to_have_text("Mondays at lunch")

    page.goto(start + SETUP)
    expect(page.locator("#dsl-name")).to_have_value("Ms Shah")
    expect(page.locator("[data-said=file]")).to_contain_text("which has 9 details")
    assert page.locator(".mf-preview img").evaluate("image => image.complete && image.naturalWidth") == 9


def test_the_page_for_young_people_is_saved_with_the_details_in_it(page: Page, start: str, tmp_path: Path) -> None:
    """A school hands out one file that names its adult, and whose policy still lets its style and script run."""
    page.goto(start + SETUP)
    page.locator("#adult-name").fill("Mr <b>Khan</b>")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the page for young people").click()
    assert download.value.suggested_filename == HELP
    saved = tmp_path / HELP
    download.value.save_as(saved)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(saved.as_uri())
    expect(page.locator("[data-local=adult-name]").first).to_have_text("Mr <b>Khan</b>")
    expect(page.locator("[data-local=adult-times]").first).to_have_text("ask which day and time")
    assert page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight") != "400"
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**#reading")
    assert errors == []


def test_a_mistake_is_told_at_its_field_and_leads_back_to_it(page: Page, start: str) -> None:
    """By keyboard: nothing is said while typing, the field says it when left, and the list of mistakes leads back."""
    page.goto(start + SETUP)
    phone = page.locator("#dsl-phone")
    phone.focus()
    page.keyboard.type("ask me")
    expect(phone).to_have_attribute("aria-invalid", "false")
    page.keyboard.press("Tab")
    expect(phone).to_have_attribute("aria-invalid", "true")
    expect(phone).to_have_accessible_description("Please check: this is not a phone number.")
    page.get_by_role("button", name="Save local-details.txt").press("Enter")
    expect(page.get_by_role("heading", name="What is not shown, and why")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(phone).to_be_focused()


def test_text_to_paste_does_what_the_file_does(page: Page, start: str, write: Write) -> None:
    """Where a filter blocks the download, the copied text gives the same file; it survives any encoding."""
    page.goto(start + SETUP)
    page.locator("#deputy-name").fill("Zoë </script> \u2028 😀")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("[data-said=saved]")).to_have_text("Copied.")
    text = page.locator("textarea").input_value()
    assert text.isascii() and "<" not in text
    write(text)
    page.goto(start + GUIDANCE)
    expect(page.locator("[data-local=deputy-name]").first).to_have_text("Zoë </script> 😀")


def test_a_file_that_was_sent_is_read_and_not_run(page: Page, start: str, tmp_path: Path) -> None:
    """A technician looks at a file from an email in the form first; one with more than details in it is refused."""
    sent = tmp_path / "local-details.txt"
    page.goto(start + SETUP)
    chosen = page.locator("input[type=file]")
    sent.write_text(local_js({"dsl-name": "Ms Shah"}), encoding="utf-8")
    chosen.set_input_files(sent)
    expect(page.locator("[data-said=opened]")).to_contain_text("Check it, then save")
    expect(page.locator("#dsl-name")).to_have_value("Ms Shah")
    sent.write_text(local_js({"dsl-name": "Nobody"}) + "window.hit = 1;", encoding="utf-8")
    chosen.set_input_files(sent)
    expect(page.locator("[data-said=opened]")).to_contain_text("something in it besides details")
    expect(page.locator("#dsl-name")).to_have_value("Ms Shah")
    assert page.evaluate("window.hit") is None


OWN_PAGE = '<!doctype html><html lang="en"><title>Ours</title><link rel="icon" href="data:,"><h1>Our own policy</h1>'


def test_the_menu_leads_to_a_school_s_own_pages(page: Page, start: str, copy: Path, write: Write, seen: Seen) -> None:
    """What a technician puts into our-pages is one click away from every page for staff, and on none for pupils."""
    own = copy / "our-pages" / "our-policy.html"
    own.write_text(OWN_PAGE, encoding="utf-8")
    write(local_js({"our-1-name": "Our <policy>", "our-1-page": "our-policy.html", "our-2-page": "../setup.html"}))
    for address in (GUIDANCE, PLAN):
        page.goto(start + address)
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Our <policy>").click()
        expect(page.get_by_role("heading", name="Our own policy")).to_be_visible()
    page.goto(start + HELP)
    expect(page.get_by_text("Our own pages")).to_have_count(0)
    page.goto(start + GUIDANCE)
    expect(page.locator(".mf-own-pages a")).to_have_count(1)
    assert seen.failures == []
    own.unlink()


def test_the_file_that_copies_had_before_is_still_read(page: Page, start: str, copy: Path) -> None:
    """A school that updates keeps its names, on pages for staff, forms, young people and the set-up page alike."""
    newer, older = copy / "local-details.txt", copy / "local.js"
    text = newer.read_bytes()
    newer.unlink()
    older.write_text(local_js(DETAILS), encoding="utf-8")
    for address, detail in ((GUIDANCE, "dsl-name"), (PLAN, "dsl-name"), (HELP, "adult-name")):
        page.goto(start + address)
        expect(page.locator(f"[data-local={detail}]").first).to_have_text(DETAILS[detail])
    page.goto(start + SETUP)
    expect(page.locator("#dsl-name")).to_have_value("Ms Shah")
    older.unlink()
    newer.write_bytes(text)


LOADED = ("tag", "script", "very long", "very long words", "very long tag", "piled up", "turned round")
"""Those that could run as something is loaded, or move what stands around them."""
FILL = """([fields, name]) => window.localTools.fill(
  Object.fromEntries(fields.map(id => [id, window.hostile[name]])), document)"""
HARM = """() => ({
  hit: window.hit, failures: window.failures, scripts: document.querySelectorAll('body script').length,
  inserted: document.querySelectorAll("[data-local] :not(a, img)").length,
  links: [...document.querySelectorAll("[data-local] a")].map(a => a.protocol),
  pictures: [...document.querySelectorAll("[data-local] img")].map(i => i.getAttribute("src")),
  longest: Math.max(...[...document.querySelectorAll("[data-local]")].map(e => e.textContent.length)),
  invisible: /[\\u0000-\\u001f\\u007f-\\u009f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\u061c\\ufeff]/.test(
    [...document.querySelectorAll("[data-local]")].map(e => e.textContent).join("")),
  sideways: document.documentElement.scrollWidth > innerWidth,
})"""
NO_HARM = {
    **{"failures": [], "hit": None, "inserted": 0, "invisible": False},
    **{"pictures": [], "scripts": 0, "sideways": False},
}


@pytest.fixture(scope="module")
def fields() -> list[str]:
    """Every detail by id."""
    return [field.id for field in real_content().all(LocalField)]


@pytest.fixture(scope="module")
def quiet(browser: Browser) -> Iterator[Page]:
    """One page for all hostile values, on a copy opened from a disk, that answers no dialog."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_init_script("window.failures = []; onerror = message => { window.failures.push(message); };")
    yield context.new_page()
    context.close()


def test_hostile_values_are_text_or_nothing(quiet: Page, copy: Path, write: Write, fields: list[str]) -> None:
    """Whatever stands in a value: no script runs, nothing is built from it, and the page stays readable."""
    write(f"{local_js({'dsl-name': 'Ms Shah'})}window.hostile = {json.dumps(HOSTILE)};\n")
    quiet.goto((copy / GUIDANCE).as_uri())
    for name in HOSTILE:
        quiet.evaluate(FILL, [fields, name])
        does_no_harm(quiet, name)


@pytest.mark.parametrize("name", LOADED)
def test_hostile_files_leave_pages_whole(quiet: Page, copy: Path, write: Write, fields: list[str], name: str) -> None:
    """A file of such values is loaded like any other, by pages for staff and by the set-up page."""
    write(local_js(dict.fromkeys(fields, HOSTILE[name])))
    quiet.goto((copy / GUIDANCE).as_uri())
    expect(quiet.get_by_role("heading", level=1)).to_have_text("The first hour")
    expect(quiet.locator("article > ol > li").last).to_be_visible()
    does_no_harm(quiet, name)
    quiet.goto((copy / SETUP).as_uri())
    expect(quiet.get_by_role("button", name="Save local-details.txt")).to_be_visible()
    does_no_harm(quiet, name)


def does_no_harm(page: Page, name: str) -> None:
    """Look for anything that a value may have done to a page."""
    seen: dict[str, Any] = page.evaluate(HARM)
    links, longest = set(seen.pop("links")), seen.pop("longest")
    assert seen == NO_HARM, name
    assert links <= {"tel:", "https:"} and longest <= 2 * max(LIMITS.values()), name


BROKEN = {
    "missing": None,
    "not JavaScript": "{\rtf1 dsl-name: Ms Shah }",
    "cut off": 'window.localDetails = {"dsl-name": "Ms Sh',
    "fails": 'throw new Error("no");',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_leaves_the_site_whole(page: Page, copy: Path, write: Write, name: str) -> None:
    """Pages show their neutral words and work as ever; the set-up page tells the technician."""
    text = BROKEN[name]
    write(text or "")
    if text is None:
        (copy / "local-details.txt").unlink()
    page.goto((copy / GUIDANCE).as_uri())
    expect(page.locator(".mf-talk [data-local=dsl-name]").first).to_have_text(DSL)
    expect(page.get_by_role("button", name="Print this page").last).to_be_visible()
    page.goto((copy / SETUP).as_uri())
    expect(page.locator("[data-said=file]")).to_contain_text("We could not read local-details.txt")


def test_no_compressed_copy_of_the_file_lies_beside_it(built: Built) -> None:
    """A server never sends the neutral file in place of the school's own."""
    assert sorted(path.name for path in built.site.glob("local*")) == ["local-details.txt"]
