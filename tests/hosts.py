"""Real web servers on this machine, started from the recipes in ``hosting/``, without root and without their services.

Only what a recipe says that a technician changes is changed: the folder of the site, and the port. What the recipe lies
in on a computer of a school, Debian's own main file, is kept as small as the server allows.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.built import ROOT

RECIPES = ROOT / "hosting"
FOLDER, SUB_PATH = "/srv/moving-forward", "/safeguarding/hsb/"
"""What the recipes call the folder of the site, and the path below another site."""
POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'"
"""What is sent with every page, but with those in one file."""
ALONE, POLICY_ALONE = "-one-file.html", "frame-ancestors 'none'"
"""How the names of pages end that bring a policy of their own, and what is sent with them."""
FOR_EVER = re.compile(r"(.*/)?assets/.*\.[0-9a-f]{8}\.[a-z0-9]+")
"""Paths of files whose name changes with their bytes."""
SECONDS = 20
"""How long a server may take to start or to stop."""
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
DEFLATE = Path("/usr/lib/lighttpd/mod_deflate.so")
APACHE = "mpm_event authz_core dir mime alias filter deflate headers rewrite"
"""Modules of Apache that are on in Debian, or that the recipe tells to switch on."""


@dataclass(frozen=True)
class Place:
    """What a server is started with."""

    folder: Path
    """The site, where every user may read it."""
    work: Path
    """Where its logs and all it writes go."""
    recipe: Path
    """The recipe, with this folder and port in it."""
    port: int
    root: Path
    """What the server has at the top of its address."""


@dataclass(frozen=True)
class Kind:
    """A kind of server."""

    program: str
    recipe: str
    """The name of its recipe."""
    listens: tuple[str, str]
    """The words of the recipe for the port, and what stands there in the tests, with ``{port}``."""
    around: Callable[[Place], str]
    """Makes the main file that the recipe lies in."""
    command: Callable[[Path], list[str]]
    """Makes what follows the program, so that it stays in the foreground."""
    at_root: tuple[tuple[str, str], ...] = ()
    """Patterns of what the recipe tells to change for an address of its own, each with what takes its place."""
    needs: Path | None = None
    """A module that the recipe asks for."""


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


def _nginx(place: Place) -> str:
    paths = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"{name}_temp_path {place.work}/{name};" for name in paths)
    return f"""load_module {BROTLI};
{"user root;" if _root() else ""}
daemon off; worker_processes 2; pid {place.work}/pid; error_log {place.work}/log;
events {{ worker_connections 768; }}
http {{ {temporary}
access_log off; sendfile on; tcp_nopush on; gzip on;
include /etc/nginx/mime.types; default_type application/octet-stream;
include {place.recipe}; }}"""


def _apache(place: Place) -> str:
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in APACHE.split())
    return f"""{modules}
{"User www-data" if _root() else ""}
{"Group www-data" if _root() else ""}
ServerRoot {place.work}
ServerName localhost
Listen 127.0.0.1:{place.port}
PidFile {place.work}/pid
DefaultRuntimeDir {place.work}
ErrorLog {place.work}/log
DocumentRoot {place.root}
Include /etc/apache2/mods-available/mime.conf
Include {place.recipe}"""


def _caddy(place: Place) -> str:
    return f"{{\nadmin off\nstorage file_system {place.work}\n}}\nimport {place.recipe}\n"


def _lighttpd(place: Place) -> str:
    return f"""server.document-root = "{place.root}"
server.bind = "127.0.0.1"
server.port = {place.port}
server.errorlog = "{place.work}/log"
index-file.names = ( "index.php", "index.html" )
include_shell "/usr/share/lighttpd/create-mime.conf.pl"
include "{place.recipe}"
server.modules += ( "mod_dirlisting", "mod_staticfile" )"""


KINDS = {
    "nginx": Kind(
        "nginx",
        "nginx.conf",
        ("listen 80;", "listen 127.0.0.1:{port};"),
        _nginx,
        lambda main: ["-c", f"{main}", "-e", f"{main.parent}/log"],
        needs=BROTLI,
    ),
    "Apache": Kind(
        "apache2",
        "apache.conf",
        ("", ""),
        _apache,
        lambda main: ["-f", f"{main}", "-DFOREGROUND"],
        at_root=(("(?m)^Alias .*$", ""),),
    ),
    "Caddy": Kind(
        "caddy",
        "Caddyfile",
        ("\n:80 {", "\nhttp://127.0.0.1:{port} {{"),
        _caddy,
        lambda main: ["run", "--adapter", "caddyfile", "--config", f"{main}"],
    ),
    "lighttpd": Kind(
        "lighttpd",
        "lighttpd.conf",
        ("", ""),
        _lighttpd,
        lambda main: ["-D", "-f", f"{main}"],
        at_root=(("(?m)^alias.url .*$", ""), (re.escape("^/safeguarding/hsb/"), "^/")),
        needs=DEFLATE,
    ),
}


def need(name: str) -> None:
    """Skip the test, saying so in plain words, where a server is not installed; fail in continuous integration."""
    kind = KINDS[name]
    if shutil.which(kind.program, path=_path()) and (kind.needs is None or kind.needs.is_file()):
        return
    missing = f"{name} is not installed, so that hosting/{kind.recipe} was not tried with it"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


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
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


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


def _root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
