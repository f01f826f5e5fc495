"""SCORM packages in a real browser: beside a real run-time of a learning platform, and without any."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page

from build_scripts.content.sessions import Question
from build_scripts.release.browser_audit import AXE, RUN
from build_scripts.training.self_study import questions
from tests.browser.conftest import OpenPage
from tests.browser.survey import SIDEWAYS, Seen, look
from tests.learning import right_answer, unpack
from tests.node import package
from tests.real import BUILD_INFO, SESSIONS, real_content, real_plan
from tests.server import Server, serving

SESSION, LONGEST = "briefing-devices", "whole-route-90"
EACH_SESSION = [
    pytest.param(name, marks=[] if name in (SESSION, LONGEST, "changed-since-2019") else pytest.mark.full)
    for name in SESSIONS
]
"""One of each kind, and all with ``--full``."""
CALLS = ("LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish")
WORKS = """const real = new Scorm12API({autocommit: false, logLevel: 5});
if (location.hash) real.loadFromJSON(JSON.parse(decodeURIComponent(location.hash.slice(1))), "");
window.real = real;"""
"""A platform as it should be; what it kept of an earlier visit comes after the hash."""
REFUSES = """window.real = {LMSInitialize: () => "true", LMSGetValue: () => ""};
for (const name of ["LMSSetValue", "LMSCommit", "LMSFinish"]) window.real[name] = () => "false";"""
"""A platform that starts, and then takes nothing."""
BROKEN = 'window.real = {LMSInitialize: () => { throw new Error("broken"); }};'
HOST = """<!doctype html><html lang="en"><title>A learning platform</title><link rel="icon" href="data:,">
<script src="scorm12.js"></script>
<script>%s
window.calls = [];
window.API = {};
for (const name of %s) {
  window.API[name] = (...values) => { window.calls.push([name, ...values]); return window.real[name](...values); };
}</script>
<iframe src="%s/index.html" title="Session" width="1000" height="700"></iframe>"""
STRANGER = '<!doctype html><link rel="icon" href="data:,"><iframe src="%s%s/index.html"></iframe>'
CONTRAST = """async () => (await axe.run({resultTypes: ["violations"], runOnly: ["color-contrast"]})).violations
  .map(found => found.nodes.map(node => node.target.join(" ")).join(" | "))"""
"""The one rule that can break where nothing but colours and widths differ."""
ANSWER_ALL = """() => document.querySelectorAll("fieldset").forEach(group => {
  group.querySelector("input").click();
  group.querySelector("button").click();
})"""
KEPT = """() => ({
  status: real.cmi.core.lesson_status, raw: real.cmi.core.score.raw, min: real.cmi.core.score.min,
  max: real.cmi.core.score.max, place: real.cmi.core.lesson_location, data: real.cmi.suspend_data})"""


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A web server with every package, and pages that stand for learning platforms."""
    folder = unpack(tmp_path_factory.mktemp("platform"))
    shutil.copy(package("scorm") / "scorm-again" / "dist" / "scorm12.min.js", folder / "scorm12.js")
    for name, script in (("works", WORKS), ("refuses", REFUSES), ("broken", BROKEN)):
        (folder / f"{name}.html").write_text(HOST % (script, json.dumps(CALLS), SESSION), encoding="utf-8")
    with serving(folder) as server:
        other = server.address.replace("127.0.0.1", "localhost")
        (folder / "stranger.html").write_text(STRANGER % (other, SESSION), encoding="utf-8")
        yield server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages on a disk."""
    return unpack(tmp_path_factory.mktemp("disk"))


def asked(session: str = SESSION) -> list[Question]:
    """Return the questions of a session in the order of its page."""
    return list(questions(real_content(), real_plan(session)))


def tab_to(page: Page, inside: str) -> None:
    """Press Tab until the focus is on what is wanted, as somebody without a mouse does."""
    for _ in range(40):
        page.keyboard.press("Tab")
        frames = [frame for frame in page.frames if frame.evaluate(f"document.activeElement.matches('{inside}')")]
        if frames:
            return
    raise AssertionError(f"Tab never reached {inside}")


def answer_by_keyboard(page: Page, choices: list[int]) -> None:
    """Answer the questions one after the other, with the keyboard alone."""
    for question, choice in zip(asked(), choices, strict=True):
        tab_to(page, f"input[name={question.id}]")
        page.keyboard.press("Space")
        for _ in range(choice):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")


def finished(page: Page) -> list[str]:
    """Leave the session, and return the names of the calls that the platform got."""
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.frame_locator("iframe").locator("body:empty").wait_for(state="attached")
    return [name for name, *_ in page.evaluate("calls")]


def words(frame: FrameLocator, part: str) -> str:
    """Return what a part of the session says."""
    return " ".join(frame.locator(part).inner_text().split())


def rights() -> list[int]:
    """Return the right answers of the session."""
    return [right_answer(question) for question in asked()]


def one_wrong() -> list[int]:
    """Return answers of which the first is wrong."""
    first, *rest = rights()
    return [(first + 1) % 3, *rest]


@pytest.mark.parametrize(
    ("choices", "score", "told"), [(rights, "100", "3 of 3"), (one_wrong, "67", "2 of 3")], ids=["right", "one wrong"]
)
def test_a_platform_gets_completion_and_score(
    page: Page, seen: Seen, platform: Server, choices: Callable[[], list[int]], score: str, told: str
) -> None:
    """Whoever answers everything has completed the session, with the score of the first answers; nobody fails."""
    page.goto(f"{platform.address}works.html")
    frame = page.frame_locator("iframe")
    assert "keeps your answers" in words(frame, ".mf-platform-status")
    assert page.evaluate("real.cmi.core.lesson_status") == "incomplete"
    answer_by_keyboard(page, choices())
    assert words(frame, ".mf-result").endswith(f"{told}. Your learning platform has recorded this.")
    assert page.evaluate(KEPT) | {"data": "", "place": ""} == {
        **{"status": "completed", "raw": score, "min": "0", "max": "100", "data": "", "place": ""}
    }
    calls = finished(page)
    assert (calls.count("LMSInitialize"), calls.count("LMSFinish"), calls[-1]) == (1, 1, "LMSFinish")
    set_at_end = dict(values for name, *values in page.evaluate("calls") if name == "LMSSetValue")
    assert set_at_end["cmi.core.exit"] == "suspend" and set_at_end["cmi.core.session_time"].startswith("0000:00:")
    assert seen.failures == [] and not [url for url in seen.requests if not url.startswith(platform.address)]


def test_the_first_answer_counts_and_another_can_be_tried(page: Page, platform: Server) -> None:
    """A reader may try again to learn, and the score stays what it was."""
    page.goto(f"{platform.address}works.html")
    frame = page.frame_locator("iframe")
    answer_by_keyboard(page, one_wrong())
    first = frame.get_by_role("group").first
    feedback = ".mf-question:first-child .mf-feedback"
    assert words(frame, feedback).startswith("That is not the best answer here. Right answer:")
    first.get_by_role("radio").nth(rights()[0]).check()
    first.get_by_role("button").click()
    assert words(frame, feedback).startswith("That is right.")
    assert page.evaluate("real.cmi.core.score.raw") == "67"


def test_a_check_without_a_choice_says_what_to_do(page: Page, platform: Server) -> None:
    """A slip of the hand costs nothing."""
    page.goto(f"{platform.address}works.html")
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Check my answer").first.click()
    assert words(frame, ".mf-question:first-child .mf-feedback") == "Choose an answer first."
    assert page.evaluate("real.cmi.suspend_data") == ""


def test_a_reader_goes_on_where_they_stopped(page: Page, platform: Server) -> None:
    """Earlier answers and the place are there again, and what is left completes the session."""
    page.goto(f"{platform.address}works.html")
    frame = page.frame_locator("iframe")
    first = frame.get_by_role("group").first
    first.get_by_role("radio").nth(rights()[0]).check()
    first.get_by_role("button").click()
    assert "finish" not in words(frame, ".mf-result") and "1 of 3" in words(frame, ".mf-result")
    assert finished(page)[-1] == "LMSFinish"
    kept = page.evaluate(KEPT)
    assert (kept["status"], kept["place"]) == ("incomplete", "check") and len(kept["data"]) < 4096
    core = {"lesson_status": kept["status"], "lesson_location": kept["place"], "entry": "resume"}
    earlier = json.dumps({"cmi": {"core": core, "suspend_data": kept["data"]}})
    page.goto("about:blank")
    page.goto(f"{platform.address}works.html#{earlier}")
    assert frame.get_by_role("radio").nth(rights()[0]).is_checked()
    assert words(frame, ".mf-question:first-child .mf-feedback").startswith("That is right.")
    assert frame.get_by_role("link", name="Continue at «Check what you know»").get_attribute("href") == "#check"
    for group in frame.get_by_role("group").all()[1:]:
        group.get_by_role("radio").first.check()
        group.get_by_role("button").click()
    expected = round(100 * sum(at == 0 for at in [0, *rights()[1:]]) / 3)
    assert (page.evaluate(KEPT)["status"], page.evaluate(KEPT)["raw"]) == ("completed", str(expected))


def test_answers_of_another_edition_are_left_alone(page: Page, platform: Server) -> None:
    """When questions have changed in the meantime, nothing is shown as somebody's answer that was none."""
    data = json.dumps({"edition": "0.0.1", "answers": {asked()[0].id: 1}})
    kept = json.dumps({"cmi": {"core": {"lesson_status": "completed"}, "suspend_data": data}})
    page.goto(f"{platform.address}works.html#{kept}")
    frame = page.frame_locator("iframe")
    assert "keeps your answers" in words(frame, ".mf-platform-status")
    assert not any(radio.is_checked() for radio in frame.get_by_role("radio").all())
    assert page.evaluate("real.cmi.core.lesson_status") == "completed", "it is not taken back"


@pytest.mark.parametrize("edition", ["0.0.1", BUILD_INFO.version], ids=["an older edition", "this edition"])
def test_what_was_completed_stays_completed(page: Page, platform: Server, edition: str) -> None:
    """Whoever comes back, tries out wrong answers and leaves has the status and the score of the first time."""
    data = json.dumps({"edition": edition, "answers": {question.id: right_answer(question) for question in asked()}})
    core = {"lesson_status": "completed", "score": {"raw": "100", "min": "0", "max": "100"}, "entry": "resume"}
    kept = json.dumps({"cmi": {"core": core, "suspend_data": data}})
    page.goto(f"{platform.address}works.html#{kept}")
    frame = page.frame_locator("iframe")
    frame.locator("fieldset").first.wait_for()
    for group, right in zip(frame.get_by_role("group").all(), rights(), strict=True):
        group.get_by_role("radio").nth((right + 1) % 3).check()
        group.get_by_role("button").click()
    if edition != BUILD_INFO.version:
        assert "keeps what it recorded when you first completed" in words(frame, ".mf-result")
    assert finished(page)[-1] == "LMSFinish"
    assert (page.evaluate(KEPT)["status"], page.evaluate(KEPT)["raw"]) == ("completed", "100")


@pytest.mark.parametrize(
    ("kind", "greeting", "told"),
    [
        ("refuses", "keeps your answers", "Your learning platform did not record this."),
        ("broken", "did not start, so nothing is recorded", "Your learning platform did not record this."),
    ],
)
def test_a_platform_that_takes_nothing_is_told_calmly(
    page: Page, seen: Seen, platform: Server, kind: str, greeting: str, told: str
) -> None:
    """The page goes on when the platform fails, and says in words that nothing was recorded."""
    page.goto(f"{platform.address}{kind}.html")
    frame = page.frame_locator("iframe")
    assert greeting in words(frame, ".mf-platform-status")
    answer_by_keyboard(page, rights())
    assert "3 of 3" in words(frame, ".mf-result") and told in words(frame, ".mf-result")
    assert seen.failures == []


def test_what_was_not_recorded_is_offered_again(page: Page, platform: Server) -> None:
    """A platform that was out of reach at the last answer gets the result when the reader leaves."""
    page.goto(f"{platform.address}refuses.html")
    answer_by_keyboard(page, rights())
    so_far = page.evaluate("calls.length")
    finished(page)
    later = dict(values for name, *values in page.evaluate("calls")[so_far:] if name == "LMSSetValue")
    assert (later["cmi.core.lesson_status"], later["cmi.core.score.raw"]) == ("completed", "100")


def test_a_platform_is_found_from_a_window_of_its_own(page: Page, platform: Server) -> None:
    """Some platforms open a session in a new window and keep the API in the old one."""
    page.goto(f"{platform.address}works.html")
    finished(page)
    with page.expect_popup() as opened:
        page.evaluate(f"real.reset(); window.open('{SESSION}/index.html')")
    opened.value.wait_for_load_state()
    assert "keeps your answers" in opened.value.locator(".mf-platform-status").inner_text()


def test_a_frame_of_a_stranger_is_no_platform(page: Page, seen: Seen, platform: Server) -> None:
    """Where the page above may not be read, the session works as if there were none, without an error."""
    page.goto(f"{platform.address}stranger.html")
    assert "No learning platform was found" in words(page.frame_locator("iframe"), ".mf-platform-status")
    assert seen.failures == []


@pytest.mark.parametrize("place", ["disk", "web"])
def test_a_session_works_without_a_platform(page: Page, seen: Seen, platform: Server, folder: Path, place: str) -> None:
    """From a disk or any web server the check works, and the page says that nothing is recorded."""
    start = f"{folder.as_uri()}/" if place == "disk" else platform.address
    page.goto(f"{start}{SESSION}/index.html")
    alone = "No learning platform was found, so nothing is recorded. You can print this page."
    assert page.locator(".mf-platform-status").inner_text() == alone
    answer_by_keyboard(page, one_wrong())
    result = " ".join(page.locator(".mf-result").inner_text().split())
    assert result.endswith("2 of 3. Nothing is recorded. You can print this page.")
    page.reload()
    assert not page.get_by_role("radio").first.is_checked()
    assert seen.failures == [] and not [url for url in seen.requests if not url.startswith(start)]


def test_a_session_without_questions_is_read_to_its_end(page: Page, platform: Server) -> None:
    """The reader says so with a button, and the platform gets completion without a score."""
    page.route(
        "**/index.html",
        lambda route: route.fulfill(
            content_type="text/html",
            body='<body data-edition="1"><article><section id="check"><h2>End</h2>'
            '<div class="mf-platform-status"></div><div class="mf-result"></div></section></article>'
            '<script src="assets/lms.js"></script><script src="assets/learn.js"></script>',
        ),
    )
    page.goto(f"{platform.address}works.html")
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="I have read to the end").click()
    assert words(frame, ".mf-result") == "You have read to the end. Your learning platform has recorded this."
    assert (page.evaluate(KEPT)["status"], page.evaluate(KEPT)["raw"]) == ("completed", "")


def test_a_page_can_be_read_without_scripts(open_page: OpenPage, folder: Path) -> None:
    """With scripts off everything is there, and the answers open one by one."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{folder.as_uri()}/{SESSION}/index.html")
    assert "JavaScript is turned off" in page.locator(".mf-platform-status").inner_text()
    page.get_by_text("Show the answer").first.click()
    assert page.get_by_text("Right answer:").first.is_visible()
    assert page.get_by_role("radio").count() == 0


def test_a_launch_page_is_reached_and_kept_whole(browser: Browser, platform: Server) -> None:
    """The longest page, gone through in every state: nothing is cut, lost, refused, kept or fetched from elsewhere."""
    seen = look(browser, platform.address, f"{LONGEST}/index.html")
    assert (seen.sideways, seen.cut, seen.lost, seen.missed, seen.unnamed) == ([], [], [], 0, [])
    assert (seen.failures, seen.refused, seen.kept) == ([], [], [])
    assert all(url.startswith(f"{platform.address}{LONGEST}/") for url in seen.requests)


@pytest.mark.parametrize("session", EACH_SESSION)
def test_every_launch_page_is_open_to_all(page: Page, platform: Server, session: str) -> None:
    """No rule of axe is broken in light, dark or narrow, nor with all feedback; nothing scrolls sideways."""
    page.goto(f"{platform.address}{session}/index.html")
    page.evaluate(AXE)
    assert page.evaluate(CONTRAST) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(CONTRAST) == []
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(ANSWER_ALL)
    assert page.evaluate(RUN) == []
    assert page.evaluate(SIDEWAYS) is False
