"""A web server on this machine for a built folder, as a good host would set it up, that notes what it sent."""

import functools
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

FOR_EVER = "public, max-age=31536000, immutable"
"""What is said of everything but pages and local-details.txt: its name changes with its bytes."""
Headers = Callable[[str], Mapping[str, str]]
TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}


DETAILS = ("local-details.txt", "local.js")
"""The school's own file, and its older name: pages read both as a script."""


def nothing(_: str) -> Mapping[str, str]:
    """Say nothing beside any file."""
    return {}


@dataclass(frozen=True)
class Sent:
    """One answer."""

    path: str
    """The file, relative to the folder."""
    size: int
    """Bytes of its body as they travelled."""


@dataclass
class Server:
    """A folder that is being served."""

    address: str
    """Where it is served, with a slash at the end."""
    sent: list[Sent] = field(default_factory=list)
    """Every file sent since the list was last cleared; workers of a page are not missed here."""


@contextmanager
def serving(folder: Path, sub_path: str = "/", headers: Headers = nothing) -> Iterator[Server]:
    """Serve a folder for as long as the context lasts, with brotli where a ``.br`` lies beside a file.

    Args:
        folder: what is served; nothing beside it is.
        sub_path: where it is served, with a slash at both ends.
        headers: gives what is said beside a file, such as a policy, by its path within the folder.
    """
    sent: list[Sent] = []
    handler = functools.partial(_Handler, folder=folder.resolve(), sub_path=sub_path, headers_sent=headers, sent=sent)
    web = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    try:
        yield Server(f"http://127.0.0.1:{web.server_address[1]}{sub_path}", sent)
    finally:
        web.shutdown()
        web.server_close()


def _type(file: Path) -> str:
    return TYPES[".js"] if file.name in DETAILS else TYPES.get(file.suffix, "application/octet-stream")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, folder: Path, sub_path: str, headers_sent: Headers, sent: list[Sent]) -> None:
        self.folder, self.sub_path, self.headers_sent, self.sent = folder, sub_path, headers_sent, sent
        super().__init__(*args)  # answers at once

    def do_HEAD(self) -> None:
        """Answer as to a request for the file, without it."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer with a file, or that there is none."""
        path = unquote(urlsplit(self.path).path)
        file = (self.folder / path.removeprefix(self.sub_path)).resolve()
        if not path.startswith(self.sub_path) or not file.is_relative_to(self.folder) or not file.is_file():
            self.send_error(404)
            return
        packed = Path(f"{file}.br")
        as_brotli = packed.is_file() and "br" in self.headers.get("Accept-Encoding", "")
        body = (packed if as_brotli else file).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", _type(file))
        self.send_header("Content-Length", str(len(body)))
        keep = file.suffix != ".html" and file.name not in DETAILS
        self.send_header("Cache-Control", FOR_EVER if keep else "no-cache")
        if as_brotli:
            self.send_header("Content-Encoding", "br")
        for name, value in self.headers_sent(file.relative_to(self.folder).as_posix()).items():
            self.send_header(name, value)
        self.end_headers()
        self.sent.append(Sent(file.relative_to(self.folder).as_posix(), len(body)))
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Keep quiet."""
