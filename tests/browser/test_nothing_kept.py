"""Nothing that is typed into a form is on the disk afterwards, but in the copy that somebody saved.

Each browser has a folder of its own, which is searched while the form is open and after it was closed. A box of our
own beside the form, which does not ask browsers to forget it, must be found there: else the search would prove nothing.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from build_scripts.release.browser_audit import FLAGS, program
from build_scripts.run import BROWSERS, WINDOWLESS, may_install
from tests.browser import webdriver
from tests.browser.conftest import headers
from tests.browser.webdriver import firefox, hidden_screen, missing, running_program, until
from tests.built import Built
from tests.not_tried import not_tried
from tests.server import serving

FORM = "forms/first-hour-note.html"
TYPED, BESIDE = "Qz7xWv9kJp3m", "Yt4bNc8hRg6s"
"""Words that stand nowhere else: what is typed into the form, and into the box beside it."""
PLACES = (".mf-form textarea", ".mf-form input[type=text]", ".mf-form table textarea")
BOX = "document.body.insertAdjacentHTML('afterbegin', '<form><textarea id=beside></textarea></form>')"
KEPT_AT_ONCE = {
    "browser.sessionstore.interval": 1000,
    "browser.sessionstore.interval.idle": 1000,
    "browser.sessionstore.resume_from_crash": True,
    "remote.prefs.recommended": False,
}
"""Firefox then keeps a session as it does for readers, only sooner; for tests it would keep none."""
MINI_BROWSER = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), Path("MiniBrowser"))
"""WebKit as a reader starts it: what its driver starts keeps nothing whatever, and so would prove nothing."""


def found(folder: Path, word: str) -> list[str]:
    """Return the files below a folder that hold a word, in either way that browsers write text."""
    ways = [word.encode(how) for how in ("utf-8", "utf-16-le")]
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [path.name for path in files if any(way in _bytes(path) for way in ways)]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it has just gone
        return b""


def nothing_typed_is_in(profile: Path) -> None:
    """Wait until the browser has written down what stands in the box beside the form, and look for what was typed."""
    until(lambda: found(profile, BESIDE), "the word of the box beside the form")
    assert found(profile, TYPED) == []


@pytest.fixture
def form(built: Built) -> Iterator[str]:
    """The address of a form, on a server with the strict policy."""
    with serving(built.site, "/any/", headers) as server:
        yield server.address + FORM


def with_windows() -> str:
    """Return a Chromium as readers start it: one without windows keeps no session, and so would prove nothing."""
    return next((path for name in BROWSERS if name != WINDOWLESS and (path := shutil.which(name))), "") or program()


def test_chromium_keeps_nothing(browser: Browser, form: str, tmp_path: Path) -> None:
    """Neither the session that it could restore, nor the words it could offer again, after saving and printing too."""
    profile = tmp_path / "own"
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=with_windows(), args=[*FLAGS, "--restore-last-session"]
    )
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(form)
    for place in PLACES:
        page.locator(place).first.press_sequentially(TYPED)
    with page.expect_download() as download:
        page.locator(".mf-form-bar [data-act=save]").click()
    assert TYPED in Path(download.value.path()).read_text("utf-8")
    page.pdf()
    page.goto(form.replace(FORM, "index.html"))
    page.go_back()
    page.locator(PLACES[0]).first.press_sequentially(TYPED)
    page.evaluate(BOX)
    page.locator("#beside").press_sequentially(BESIDE)
    nothing_typed_is_in(profile)
    context.close()
    nothing_typed_is_in(profile)


@pytest.mark.full
def test_firefox_keeps_nothing(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same; its file for coming back after a crash has what stands beside the form, and nothing of the form."""
    _needs("Firefox")
    monkeypatch.setattr(webdriver, "PREFERENCES", webdriver.PREFERENCES | KEPT_AT_ONCE)
    profile = tmp_path / "own"
    with firefox(tmp_path) as window:
        window.open(form)
        window.wait("!document.querySelector('.mf-form-bar').hidden")
        for place in PLACES:
            window.type(place, TYPED)
        window.click(".mf-form-bar [data-act=save]")
        saved = until(lambda: next(window.downloads.glob("*.json"), None), "the copy that was saved")
        assert TYPED in saved.read_text("utf-8")
        window.send("Print", {})
        window.type(PLACES[0], TYPED)
        window.run(BOX)
        window.type("#beside", BESIDE)
        nothing_typed_is_in(profile)
    nothing_typed_is_in(profile)


@pytest.mark.full
def test_webkit_keeps_nothing(built: Built, tmp_path: Path) -> None:
    """Nobody types where no driver is: a script in the page does it, and then stores a word of its own."""
    _needs("WebKit")
    site, home = tmp_path / "site", tmp_path / "own"
    _with_script(built.site, site, TYPES)
    with serving(site) as server, _mini_browser(home, server.address + FORM):
        nothing_typed_is_in(home)
    nothing_typed_is_in(home)


def _needs(name: str) -> None:
    absent = missing(name)
    if absent:
        not_tried(f"{name} was not tried: {' and '.join(absent)} not installed", may_install())


def _spelled(word: str) -> str:
    """Return a word as a script can make it, so that a kept script does not hold it."""
    return f"String.fromCharCode({', '.join(str(ord(letter)) for letter in word)})"


TYPES = f"""addEventListener("load", () => {{
  for (const place of document.querySelectorAll(".mf-form textarea, .mf-form input[type=text]")) {{
    place.value = {_spelled(TYPED)};
    place.dispatchEvent(new Event("input", {{bubbles: true}}));
  }}
  document.querySelector(".mf-form-bar [data-act=save]").click();
  localStorage.beside = {_spelled(BESIDE)};
}});
"""


def _with_script(site: Path, to: Path, script: str) -> None:
    """Copy a form and what it loads, and add to its script."""
    for folder in ("assets", "forms"):
        shutil.copytree(site / folder, to / folder)
    (loaded,) = to.glob("assets/form.*.js")
    text = loaded.read_text(encoding="utf-8")
    for file in to.glob(f"assets/{loaded.name}*"):
        file.unlink()  # with what is compressed
    loaded.write_text(text + script, encoding="utf-8")


@contextmanager
def _mini_browser(home: Path, address: str) -> Iterator[None]:
    """Start WebKit as a reader would, with a folder of its own."""
    (home / ".config").mkdir(parents=True)
    downloads = home.with_name("downloads")
    downloads.mkdir()
    (home / ".config" / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n', encoding="utf-8")
    with hidden_screen() as name:
        places = {"HOME": str(home), "DISPLAY": name, "XDG_DOWNLOAD_DIR": str(downloads)}
        with running_program([str(MINI_BROWSER), address], **places):
            yield
