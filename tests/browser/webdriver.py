"""Firefox and WebKit, spoken to as the W3C's WebDriver says.

WebKit's driver takes the commands by HTTP. Firefox takes the same commands itself, through the socket that
geckodriver would use, so that neither needs a driver that Debian does not have.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import httpx

Send = Callable[[str, dict[str, Any]], Any]
SECONDS = 20
"""How long a browser may take to start, or a page to do what a test waits for."""
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of an element, as the standard has it."""
KEYS = {
    **{"Enter": "\ue007", "Shift": "\ue008", "Escape": "\ue00c", "PageDown": "\ue00f"},
    **{"ArrowLeft": "\ue012", "ArrowRight": "\ue014"},
}
PATHS = {
    "Navigate": "/url",
    "Back": "/back",
    "ExecuteScript": "/execute/sync",
    "FindElements": "/elements",
    "ElementClick": "/element/{id}/click",
    "ElementSendKeys": "/element/{id}/value",
    "PerformActions": "/actions",
    "SwitchToWindow": "/window",
}
"""The commands that are used, and where the standard has them below a session."""
ASKED = {"GetWindowHandle": "/window", "GetWindowHandles": "/window/handles"}
"""Those that only ask."""
TOUCHED = """for (const [type, x] of [["touchstart", 640], ["touchend", 640 + arguments[0]]]) {
  const at = [{ clientX: x, clientY: 300 }];
  const event = Object.assign(new Event(type, { bubbles: true }), { touches: at, changedTouches: at });
  document.elementFromPoint(640, 300).dispatchEvent(event);
}"""
"""Tells a page of a finger that no driver moves."""
SESSION = {"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": "accept"}}}
PREFERENCES = {
    "marionette.port": 0,
    "browser.download.folderList": 2,
    "browser.download.alwaysOpenPanel": False,
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}


@dataclass(frozen=True)
class Window:
    """The window of a browser."""

    send: Send
    """Gives it a command of the standard, with its parameters, and returns the answer."""
    downloads: Path
    """Where it saves files."""
    has_finger: bool = False
    """Whether its driver can touch the screen; that of WebKitGTK takes the command, and no event comes."""

    def open(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self.send("Navigate", {"url": address})

    def back(self) -> None:
        """Go back in the history."""
        self.send("Back", {})

    def run(self, script: str, *values: Any) -> Any:
        """Return what an expression gives in the page; ``arguments`` has the values."""
        return self.send("ExecuteScript", {"script": f"return {script}", "args": list(values)})

    def wait(self, script: str, *values: Any) -> Any:
        """Return what an expression gives as soon as it is something."""
        return until(lambda: self.run(script, *values), script)

    def click(self, place: str) -> None:
        """Click the first element of a CSS selector, or of an XPath, as soon as it is there and stays where it is.

        It is brought into sight first, as a reader does: WebKit's driver does not where it begins at the lower edge.
        """
        element = self._element(place)
        self.run("void arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", {ELEMENT: element})
        until(lambda: self._place(element) == self._place(element), f"rest for {place}")
        self.send("ElementClick", {"id": element})

    def type(self, place: str, text: str) -> None:
        """Type into an element."""
        self.send("ElementSendKeys", {"id": self._element(place), "text": text})

    def press(self, key: str, times: int = 1) -> None:
        """Press and release a key, wherever the keyboard is."""
        strokes = [{"type": kind, "value": KEYS.get(key, key)} for kind in ("keyDown", "keyUp")] * times
        self.send("PerformActions", {"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]})

    def swipe(self, across: int) -> None:
        """Draw a finger over the page so many pixels to the right, or tell the page of one."""
        if not self.has_finger:
            self.send("ExecuteScript", {"script": TOUCHED, "args": [across]})
            return
        steps: list[dict[str, Any]] = [
            {"type": "pointerMove", "duration": 0, "x": 640, "y": 300},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerMove", "duration": 50, "x": 640 + across, "y": 300},
            {"type": "pointerUp", "button": 0},
        ]
        finger = {"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}, "actions": steps}
        self.send("PerformActions", {"actions": [finger]})

    @contextmanager
    def second(self) -> Iterator[None]:
        """Go to the window that this one has opened, and back to this one."""
        own = self.send("GetWindowHandle", {})
        others = until(lambda: [each for each in self.send("GetWindowHandles", {}) if each != own], "a second window")
        self.send("SwitchToWindow", {"handle": others[0]})
        yield
        self.send("SwitchToWindow", {"handle": own})

    def _place(self, element: str) -> Any:
        time.sleep(0.05)
        return self.run("JSON.stringify(arguments[0].getBoundingClientRect())", {ELEMENT: element})

    def _element(self, place: str) -> str:
        how = {"using": "xpath" if place.startswith("//") else "css selector", "value": place}
        found: list[dict[str, str]] = until(lambda: self.send("FindElements", how), place)
        return found[0][ELEMENT]


def until(get: Callable[[], Any], what: str) -> Any:
    """Return the first answer that is something."""
    end = time.monotonic() + SECONDS
    while not (answer := get()):
        assert time.monotonic() < end, f"never came: {what}"
        time.sleep(0.05)
    return answer


@contextmanager
def firefox(folder: Path) -> Iterator[Window]:
    """Start Firefox for as long as the context lasts.

    Args:
        folder: takes what it saves, and what it keeps of itself.
    """
    profile, downloads = _folders(folder)
    preferences = PREFERENCES | {"browser.download.dir": str(downloads)}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items())
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = ["firefox-esr", "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
    port = profile / "MarionetteActivePort"
    with (
        running_program(command),
        socket.create_connection(("127.0.0.1", until(lambda: _number(port), "Firefox"))) as to,
    ):
        send = _marionette(to)
        send("NewSession", SESSION)
        yield Window(send, downloads, has_finger=True)


@contextmanager
def webkit(folder: Path) -> Iterator[Window]:
    """Start WebKitGTK on a screen that nobody sees, for as long as the context lasts.

    Args:
        folder: takes what it saves, and what it keeps of itself.
    """
    home, downloads = _folders(folder)
    with hidden_screen() as screen, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        places = {"HOME": str(home), "XDG_DOWNLOAD_DIR": str(downloads), "DISPLAY": screen}
        (home / ".config").mkdir()
        (home / ".config" / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n', encoding="utf-8")
        with running_program(["WebKitWebDriver", f"--port={port}"], **places), httpx.Client(timeout=SECONDS) as client:
            yield from _session(client, f"http://127.0.0.1:{port}/session", downloads)


BROWSERS = {"Firefox": firefox, "WebKit": webkit}
PROGRAMS = {"Firefox": ("firefox-esr",), "WebKit": ("WebKitWebDriver", "Xvfb")}
"""What has to be installed for each."""


def missing(name: str) -> list[str]:
    """Return the programs of a browser that are not installed."""
    return [program for program in PROGRAMS[name] if not shutil.which(program)]


def _folders(folder: Path) -> tuple[Path, Path]:
    own, downloads = folder / "own", folder / "downloads"
    own.mkdir()
    downloads.mkdir()
    return own, downloads


def _number(file: Path) -> int:
    return int(file.read_text(encoding="utf-8") or 0) if file.exists() else 0


@contextmanager
def running_program(command: list[str], **environment: str) -> Iterator[None]:
    """Run a program for as long as the context lasts.

    Args:
        command: the program and what it is told.
        environment: what it finds in its environment besides what is there.
    """
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=os.environ | environment, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        finally:
            process.terminate()


@contextmanager
def hidden_screen() -> Iterator[str]:
    """Start a screen that nobody sees and yield its name."""
    with tempfile.TemporaryFile() as told:
        command = ["Xvfb", "-displayfd", str(told.fileno()), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=[told.fileno()], stderr=subprocess.DEVNULL) as process:
            try:
                yield f":{until(lambda: _told(told), 'a screen')}"
            finally:
                process.terminate()


def _told(file: BinaryIO) -> str:
    file.seek(0)
    text = file.read().decode()
    return text.strip() if text.endswith("\n") else ""


def _marionette(to: socket.socket) -> Send:
    """Return what gives a command to Firefox: JSON with its length before it, and the answer in the same way."""
    stream = to.makefile("rb")

    def answer() -> Any:
        length = re.match(rb"\d+", b"".join(iter(lambda: stream.read(1), b":")))
        assert length, "Firefox has gone"
        return json.loads(stream.read(int(length[0])))

    def send(command: str, values: dict[str, Any]) -> Any:
        message = json.dumps([0, 0, f"WebDriver:{command}", values]).encode()
        to.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = answer()
        assert error is None, f"{command} {values}: {error['message']}"
        return result["value"] if isinstance(result, dict) and "value" in result else result

    answer()  # it greets first
    return send


def _session(client: httpx.Client, address: str, downloads: Path) -> Iterator[Window]:
    """Yield the window of a session that a driver holds."""

    def post(url: str, values: dict[str, Any]) -> Any:
        value = client.post(url, json=values).json()["value"]
        assert not (isinstance(value, dict) and "error" in value), f"{url} {values}: {value}"
        return value

    def command(name: str, values: dict[str, Any]) -> Any:
        return (
            client.get(own + ASKED[name]).json()["value"]
            if name in ASKED
            else post(own + PATHS[name].format_map(values), values)
        )

    def ready() -> bool:
        try:
            return bool(client.get(address.replace("/session", "/status")).json()["value"]["ready"])
        except httpx.TransportError:  # it has not opened its port yet
            return False

    until(ready, "WebKit's driver")
    own = f"{address}/{post(address, SESSION)['sessionId']}"
    try:
        yield Window(command, downloads)
    finally:
        client.delete(own)
