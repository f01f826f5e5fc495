"""What readers do most, in Firefox and in WebKit, from a server and from a disk; Chromium has all the other tests.

``--full`` goes every way in both places; without it, each browser goes the ways of an emergency from a disk.
"""

import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from build_scripts.run import may_install
from tests.browser.conftest import headers
from tests.browser.webdriver import BROWSERS, Window, missing, until
from tests.built import ROOT, Built
from tests.handbook.test_session_papers import NEEDED
from tests.not_tried import not_tried
from tests.server import serving

WATCH = """window.wrong ??= (() => {
  const wrong = [];
  addEventListener("error", event => wrong.push(event.message || `not there: ${event.target.src}`), true);
  addEventListener("unhandledrejection", event => wrong.push(String(event.reason)));
  addEventListener("securitypolicyviolation", event => wrong.push(`${event.violatedDirective} ${event.blockedURI}`));
  console.error = (...words) => wrong.push(words.join(" "));
  return wrong;
})();
"""
"""Notes what goes wrong; each script of the watched copy begins with it."""
WRONG = "[...(window.wrong ?? ['nothing watched it'])]"
KEPT = "[document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(Boolean)"
ELSEWHERE = """performance.getEntriesByType("resource").map(entry => entry.name)
  .filter(name => !name.startsWith(location.origin) && !name.startsWith("blob:"))"""
TAPPED = """void addEventListener("click", event => {
  window.tapped = event.target.closest("a")?.href;
  event.preventDefault();
}, true)"""
"""Keeps a tap on a number from ringing anybody."""
ON_SCREEN = """(() => {
  const box = document.querySelector(arguments[0]).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
})()"""
TEXT = "document.querySelector(arguments[0])?.textContent.trim()"
AT = "location.href.includes(arguments[0]) && document.readyState === 'complete'"
SHOWN = "document.querySelector('.mf-slide.mf-current-slide')?.id"
FORM, DECK, HELP = "forms/first-hour-note.html", "sessions/understanding-60-slides.html", "places-to-get-help.html"
CHECK, SERVICE = "check-my-file.html", ROOT / "content_data" / "services" / "childline.yml"
MISTAKES, SLIP = ".mf-check-file ol > li p", "unknown key 'phnoe'; did you mean 'phone'?"
SESSION = "Understanding and first response in 60 minutes"
FITTING = "document.documentElement.scrollHeight <= innerHeight + 1"
NAME = "Ms Żółw"
DETAILS = {"dsl-name": NAME, "dsl-phone": "0117 496 0123"}


@dataclass(frozen=True)
class Reader:
    """Somebody at a browser that is not Chromium."""

    window: Window
    start: str
    """Where the site is, with a slash at the end."""

    def open(self, path: str) -> None:
        """Open a page of the site, after a look at the one before."""
        self.window.open(self.start + path)

    def goes_to(self, path: str) -> None:
        """Wait until a page has come."""
        self.window.wait(AT, path)

    def look(self) -> None:
        """Nothing went wrong on this page, nothing is kept, and nothing was asked of others."""
        run = self.window.run
        assert (run(WRONG), run(KEPT), run(ELSEWHERE)) == ([], [], [])


def to_the_first_hour(reader: Reader) -> None:
    """A teacher who has just learned of an incident is there in one tap and rings in another."""
    reader.open("index.html")
    reader.look()
    reader.window.click("main a[href='guidance/first-hour.html']")
    reader.goes_to("guidance/first-hour.html")
    assert reader.window.run(ON_SCREEN, "main a[href='tel:999']")
    reader.window.run(TAPPED)
    reader.window.click("main a[href='tel:999']")
    assert reader.window.wait("window.tapped") == "tel:999"
    reader.window.run("scrollTo(0, document.body.scrollHeight)")
    assert "A4" in reader.window.wait(TEXT, ".mf-page-tools p")


def by_search(reader: Reader) -> None:
    """Who does not know the name of the page finds it, and opens it by keyboard."""
    reader.open("index.html")
    reader.window.click("[role=search] input")
    reader.window.type("[role=search] input", "first hour")
    reader.window.wait("document.querySelectorAll('.mf-result-link').length")
    reader.look()
    reader.window.press("Enter")
    reader.goes_to("guidance/first-hour.html")


def out_of_the_help_page(reader: Reader) -> None:
    """A young person leaves at once by a tap, and by three presses of a key; Back does not lead there."""
    for by_key in (False, True):
        reader.open("index.html")
        reader.open(HELP)
        reader.look()
        if by_key:
            reader.window.press("Shift", 3)
        else:
            reader.window.click("[data-leave]")
        reader.goes_to("plain.html")
        reader.window.back()
        reader.goes_to("index.html")


def through_a_form(reader: Reader) -> None:
    """A note is written, saved, opened again elsewhere, and nothing of it stays behind."""
    reader.open(FORM)
    reader.window.wait("!document.querySelector('.mf-form-tools').hidden")
    place = ".mf-form textarea"
    reader.window.type(place, NAME)
    reader.window.click("[data-act=save]")
    saved: Path = until(lambda: next(reader.window.downloads.glob("*.json"), None), "the copy that was saved")
    reader.look()
    reader.open(FORM)
    assert reader.window.run("document.querySelector(arguments[0]).value", place) == ""
    reader.window.type(".mf-form-tools input[type=file]", str(saved))
    reader.window.wait("document.querySelector(arguments[0]).value === arguments[1]", place, NAME)


def through_a_session(reader: Reader) -> None:
    """A trainer finds a session and its papers, presents by keys, by touch and with notes, and reloads mid-talk."""
    window = reader.window
    reader.open("index.html")
    for name, path in (("I am preparing a training session", "sessions"), (SESSION, "understanding-60.html")):
        window.click(f"//main//a[contains(., '{name}')]")
        reader.goes_to(path)
    window.click("//main//a[starts-with(normalize-space(), 'Materials')]")
    reader.goes_to("understanding-60-papers.html")
    assert window.run("document.querySelectorAll('.mf-session-sheet').length") > len(NEEDED)
    reader.look()
    window.back()
    window.click("//main//a[starts-with(normalize-space(), 'Slides')]")
    reader.goes_to(DECK)
    window.click("//button[normalize-space()='Present']")
    ids = window.run("[...document.querySelectorAll('.mf-slide')].map(slide => slide.id)")
    for keys, number in ((["PageDown"], 1), (["1", "2", "Enter"], 11), (["o", "Escape"], 11)):
        for key in keys:
            window.press(key)
        window.wait(f"{SHOWN} === arguments[0]", ids[number])
    assert window.run(FITTING)
    reader.look()
    window.run("void (window.isOld = true, location.reload())")
    window.wait(f"!window.isOld && {SHOWN} === arguments[0]", ids[11])
    for across, number in ((-300, 12), (300, 11)):
        window.swipe(across)
        window.wait(f"{SHOWN} === arguments[0]", ids[number])
    with_notes(window, ids)
    window.press("Escape")
    window.wait("!document.documentElement.dataset.deck")


def with_notes(window: Window, ids: list[str]) -> None:
    """The window with notes follows the slides, leads them by a key, and reads the minutes."""
    window.run("void document.dispatchEvent(new PointerEvent('pointermove', { clientX: 300, clientY: 300 }))")
    window.click("//button[normalize-space()='Notes']")
    with window.second():
        window.wait(f"{SHOWN} === arguments[0]", ids[11])
        window.wait("document.querySelector('.mf-connection').textContent === ''")
        assert window.run("document.querySelector('.mf-current-slide .mf-session-notes').innerText.length") > len(ids)
        window.press("PageDown")
        window.wait(f"{SHOWN} === arguments[0]", ids[12])
    assert window.wait(f"{SHOWN} === arguments[0]", ids[12])
    window.press("ArrowLeft")
    window.wait(f"{SHOWN} === arguments[0]", ids[11])
    with window.second():
        window.wait(f"{SHOWN} === arguments[0]", ids[11])
        assert window.run("[...(window.wrong ?? [])]") == []
        window.run("void close()")


def with_local_details(reader: Reader) -> None:
    """The page names the school's own lead, whose number is there to tap."""
    reader.open("guidance/first-hour.html")
    assert reader.window.wait(TEXT, "main a[href='tel:01174960123']") == DETAILS["dsl-phone"]
    assert reader.window.run(TEXT, "[data-local=dsl-name]") == NAME


def checking_a_file(reader: Reader) -> None:
    """An editor chooses a file of content, reads its mistake with the mark under the place, mends it and is done."""
    window, file, right = reader.window, reader.window.downloads / SERVICE.name, SERVICE.read_text(encoding="utf-8")
    line = right[: right.index("phone:")].count("\n") + 1
    reader.open(CHECK)
    for text, said, told in (
        (right.replace("phone:", "phnoe:"), f"1 mistake in {file.name}.", [f"Line {line}, character 1: {SLIP}"]),
        (right, f"No mistake was found in {file.name}.", []),
    ):
        file.write_text(text, encoding="utf-8")
        window.run("void (document.querySelector('#check-file').value = '')")  # as a click on it does
        window.type("#check-file", str(file))
        window.wait(f"({TEXT})?.startsWith(arguments[1])", ".mf-check-file [role=status]", said)
        assert window.run(f"[...document.querySelectorAll('{MISTAKES}')].map(each => each.textContent.trim())") == told
    reader.look()


Way = Callable[[Reader], None]
EMERGENCY: tuple[Way, ...] = (to_the_first_hour, with_local_details, by_search, out_of_the_help_page)
OTHERS: tuple[Way, ...] = (through_a_form, through_a_session, checking_a_file)


@pytest.fixture(scope="module", params=BROWSERS)
def window(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """A browser; where run.py could have installed it, the test fails for want of it."""
    absent = missing(request.param)
    if absent:
        not_tried(f"{request.param} was not tried: {' and '.join(absent)} not installed", may_install())
    with BROWSERS[request.param](tmp_path_factory.mktemp("browser")) as window:
        yield window


@pytest.fixture(scope="module", params=[pytest.param("server", marks=pytest.mark.full), "disk"])
def reader(
    request: pytest.FixtureRequest, window: Window, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """A reader of a watched copy of the site, on a server with the strict policy or on a disk."""
    folder = tmp_path_factory.mktemp("copy") / "site"
    if request.param == "disk":
        shutil.copytree(request.getfixturevalue("unzipped"), folder)
        _watched(folder)
        yield Reader(window, f"{folder.as_uri()}/")
        return
    built: Built = request.getfixturevalue("built")
    shutil.copytree(built.site, folder)
    _watched(folder)
    with serving(folder, "/below/", _late) as server:
        yield Reader(window, server.address)


def _late(path: str) -> Mapping[str, str]:
    """Let what only paper needs come late, as on a slow line."""
    if "print" in path:
        time.sleep(0.3)
    return headers(path)


def _watched(folder: Path) -> None:
    """Let every script of a copy note what goes wrong, and give it a school's details."""
    for script in [*folder.glob("assets/*.js"), folder / "search-index.js"]:
        text = script.read_text(encoding="utf-8")
        for file in folder.glob(f"{script.relative_to(folder)}*"):
            file.unlink()  # with what is compressed
        script.write_text(WATCH + text, encoding="utf-8")
    (folder / "local-details.txt").unlink()  # it may be the same file as another copy's
    (folder / "local-details.txt").write_text(f"window.localDetails = {json.dumps(DETAILS)};\n", encoding="utf-8")


def test_a_browser_that_is_missing_is_told_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody takes a run without Firefox or WebKit for a whole one."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [missing(name) for name in BROWSERS] == [["firefox-esr"], ["WebKitWebDriver", "Xvfb"]]


def _name(way: Any) -> str:
    return str(way.__name__).replace("_", " ")


@pytest.mark.parametrize("way", EMERGENCY, ids=_name)
def test_in_an_emergency(reader: Reader, way: Way) -> None:
    """The first hour, the school's own lead, the search and the way out of the help page work in every browser."""
    way(reader)
    reader.look()


@pytest.mark.full
@pytest.mark.parametrize("way", OTHERS, ids=_name)
def test_in_daily_work(reader: Reader, way: Way) -> None:
    """Forms, slides and the page that checks a file work in every browser."""
    way(reader)
    reader.look()
