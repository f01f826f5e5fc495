"""Real web servers on this machine, started from the recipes in ``hosting/``, by any user."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.not_tried import not_tried
from tests.recipes import FOLDER, KINDS, RECIPES, SUB_PATH, Kind, Place

SECONDS = 20
"""How long a server may take to start or to stop."""


@dataclass(frozen=True)
class Host:
    """A server that is running."""

    address: str
    """Where the site is, with a slash at the end."""
    folder: Path
    """Its own copy of the site."""
    log: Path
    """What the server says of errors."""


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    """By name in small letters."""
    body: bytes
    repeated: tuple[str, ...]
    """The names of headers that came more than once."""


def need(name: str) -> None:
    """Skip the test, saying so in plain words, where a server is not installed; fail in continuous integration."""
    kind = KINDS[name]
    if shutil.which(kind.program, path=_path()) and (kind.needs is None or kind.needs.is_file()):
        return
    not_tried(f"{name} is not installed, so that hosting/{kind.recipe} was not tried with it")


@contextmanager
def hosting(name: str, site: Path, sub_path: str = SUB_PATH) -> Iterator[Host]:
    """Serve a copy of a site with a real server for as long as the context lasts.

    Args:
        name: the server, one of ``KINDS``.
        site: the folder of the site.
        sub_path: the address within the server: ``/``, or the path that the recipes name.

    Raises:
        RuntimeError: when it does not start; the text is what it said.
    """
    kind = KINDS[name]
    with tempfile.TemporaryDirectory(prefix="host-") as temporary:
        work = Path(temporary)
        work.chmod(0o755)  # Apache that root starts reads as a user of its own
        shutil.copytree(site, work / "site")
        folder = work / "site"
        place = Place(folder, work, work / kind.recipe, _free_port(), folder if sub_path == "/" else work / "other")
        (work / "other").mkdir()
        place.recipe.write_text(_filled_in(kind, place), encoding="utf-8")
        main = work / "main.conf"
        main.write_text(kind.around(place), encoding="utf-8")
        with _running([kind.program, *kind.command(main)], place):
            yield Host(f"http://127.0.0.1:{place.port}{sub_path}", place.folder, work / "log")


def ask(host: Host, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask a server for a path below its site, just as it is written.

    Args:
        host: the server.
        path: what follows the address; with a slash in front, a path from its top.
        method: such as HEAD.
        headers: what is sent along, with ``_`` for ``-``.
    """
    address = urlsplit(host.address)
    connection = http.client.HTTPConnection(address.netloc, timeout=SECONDS)
    target = path if path.startswith("/") else address.path + path
    connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    names = [name.lower() for name, _ in answer.getheaders()]
    repeated = tuple(name for name in names if names.count(name) > 1)
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body, repeated)


def version(name: str) -> str:
    """Return what a server says of its version, in one line."""
    ask_for = {"Caddy": "version", "lighttpd": "-v"}.get(name, "-v")
    ran = subprocess.run([KINDS[name].program, ask_for], capture_output=True, text=True, check=True, env=_environment())
    return (ran.stdout + ran.stderr).strip().splitlines()[0]


def _filled_in(kind: Kind, place: Place) -> str:
    text = (RECIPES / kind.recipe).read_text(encoding="utf-8").replace(FOLDER, str(place.folder))
    for pattern, new in kind.at_root if place.root == place.folder else ():
        text = re.sub(pattern, new, text)
    old, new = kind.listens
    return text.replace(old, new.format(port=place.port)) if old else text


@contextmanager
def _running(command: list[str], place: Place) -> Iterator[None]:
    output = place.work / "output"
    with output.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(
            command, stdout=told, stderr=told, cwd=place.work, env=_environment(HOME=str(place.work))
        )
    try:
        _wait(process, place)
        yield
    finally:
        process.terminate()
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait(process: subprocess.Popen[bytes], place: Place) -> None:
    end = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < end:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", place.port)) == 0:
                return
        time.sleep(0.05)
    logs = [path.read_text("utf-8") for path in (place.work / "output", place.work / "log") if path.is_file()]
    raise RuntimeError(f"{process.args!r} did not start: {' '.join(logs)}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _path() -> str:
    """Return where programs lie, with what Debian keeps for administrators."""
    return f"{os.environ.get('PATH', '')}:/usr/sbin"


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PATH": _path(), **more}
