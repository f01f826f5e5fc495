"""The recipes in ``hosting/`` and what the tests put around each, so that a real server starts with it.

Only what a recipe says that a technician changes is changed: the folder of the site, and the port. What the recipe lies
in on a computer of a school, Debian's own main file, is kept as small as the server allows.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.built import ROOT

RECIPES = ROOT / "hosting"
FOLDER, SUB_PATH = "/srv/moving-forward", "/safeguarding/hsb/"
"""What the recipes call the folder of the site, and the path below another site."""
POLICY = (
    "default-src 'self'; script-src 'self' 'sha256-zjVekpDMIHuPWAz4RQvX8WuamI6hX80UqDfmaE3nX8A='"
    "; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'"
)
"""What is sent with every page, but with those in one file."""
ALONE, POLICY_ALONE = "-one-file.html", "frame-ancestors 'none'"
"""How the names of pages end that bring a policy of their own, and what is sent with them."""
FOR_EVER = re.compile(r"(.*/)?assets/.*\.[0-9a-f]{8}\.[a-z0-9]+")
"""Paths of files whose name changes with their bytes."""
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


def _nginx(place: Place) -> str:
    paths = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"{name}_temp_path {place.work}/{name};" for name in paths)
    return f"""load_module {BROTLI};
{"user www-data;" if _root() else ""}
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


def _root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
