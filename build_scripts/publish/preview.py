"""A preview that shows each save: the last good pages, with the mistakes of now above them."""

from __future__ import annotations

import mimetypes
import threading
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.livereload import LiveReloadServer

from build_scripts.content import kept
from build_scripts.content.problems import ContentError
from build_scripts.content.reader.files import told_with_lines
from build_scripts.formats import html_tree
from build_scripts.publish import downloads
from build_scripts.publish.generator import BuildError, run_mkdocs
from build_scripts.publish.project import Project, open_project

WATCHED = ("CHANGELOG.md", "content_data", "docs", "mkdocs.yml", "overrides", "build_scripts")
LOOK_EVERY = 0.25
"""Seconds between two looks at the files."""
BANNER = Markup(
    '<div role="alert" style="padding:1rem;background:#fff;color:#000;border:.3rem solid #b00;'
    'font:1rem/1.5 sans-serif;text-align:left"><p><strong>{head}</strong></p><ul>{lines}</ul></div>'
)
PLAIN = "background:none;color:inherit"
MISTAKE = Markup(f'<li><code style="{PLAIN}">{{}}</code>{{}}</li>')
ITS_LINE = Markup(f'<pre style="{PLAIN};margin:0;padding:0;overflow:auto;white-space:pre">{{}}</pre>')
"""What is told of a mistake, and its line with a mark under the place, which never wraps; in any scheme of colours."""
NO_PAGE = Markup("<!doctype html><html lang=en-GB><head><title>Preview</title></head><body>{}</body></html>")


class Preview:
    """A project being edited: its last good pages, and what is wrong with it now."""

    def __init__(self, root: Path, folder: Path, say: Callable[[str], object]) -> None:
        """Begin a preview.

        Args:
            root: the project folder.
            folder: where the pages are made.
            say: told what happened after each save.
        """
        self.root, self.folder, self.say = root, folder, say
        self.project: Project | None = None
        self.mistakes: list[str] = []
        self._making = threading.Lock()

    def build(self) -> None:
        """Make the pages anew; where they cannot be made, keep the last good ones and the mistakes."""
        start = time.monotonic()
        if self.project and not self.mistakes:
            kept.begin(None)
        try:
            project = open_project(self.root, date.today(), shapes=downloads.available_shapes())
            run_mkdocs(self.root, project, {}, self.folder, strict=False)
        except ContentError as error:
            errors = (problem for problem in error.problems if problem.severity == "error")
            self.mistakes = [*told_with_lines(self.root, errors)]
        except BuildError as error:
            self.mistakes = str(error).splitlines()
        else:
            self.project, self.mistakes = project, []
        seconds = f"{time.monotonic() - start:.1f} seconds."
        pages = len(self.project.files) if self.project else 0
        self.say("\n".join([*self.mistakes, self.head]) if self.mistakes else f"{pages} pages, {seconds}")

    @property
    def head(self) -> str:
        """One line that says how many mistakes there are, and what is shown."""
        shown = "Below is the last good page." if self.project else "There is no good page yet."
        return f"{len(self.mistakes)} to mend. {shown}"

    def document(self, address: str) -> bytes | None:
        """Return a file to download, made or kept; None when there is none of this address."""
        with self._making:
            made = self.project and downloads.build_download(
                self.root, self.project.content, self.project.build_info, address
            )
        return made or None

    def banner(self) -> Markup:
        """Return the mistakes as they stand above a page."""
        parts = (told.partition("\n") for told in self.mistakes)
        lines = Markup("").join(MISTAKE.format(told, ITS_LINE.format(line) if line else "") for told, _, line in parts)
        return BANNER.format(head=self.head, lines=lines)

    def shown(self, page: bytes) -> bytes:
        """Return a page as the preview shows it: with the mistakes above it, and free to reload itself.

        The policy of the real site forbids the script that waits for the next save.
        """
        tree = html_tree.read(page.decode())
        for policy in tree.xpath("head/meta[@http-equiv='Content-Security-Policy']"):
            html_tree.remove(policy)
        if self.mistakes:
            tree.body.insert(0, html_tree.read_part(self.banner())[0])
        return html_tree.write(tree).encode()


class PreviewServer(LiveReloadServer):
    """Serves a preview on this computer, and tells browsers when to load a page again."""

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        super().__init__(preview.build, host, port, str(preview.folder), polling_interval=LOOK_EVERY)
        self.preview = preview
        self.error_handler = self._instead
        for name in WATCHED:
            if (preview.root / name).exists():
                self.watch(str(preview.root / name))

    def server_activate(self) -> None:
        """Begin to answer, and say so."""
        super().server_activate()
        host, port = self.socket.getsockname()[:2]
        self.preview.say(f"Open http://{host}:{port}/ in a browser. Press Ctrl+C to stop.")

    def _instead(self, _code: int) -> bytes | None:
        if not self.preview.mistakes:
            return None
        return self._reloading(NO_PAGE.format(self.preview.banner()).encode(), self._visible_epoch)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return self._reloading(self.preview.shown(content), epoch)

    def _reloading(self, page: bytes, epoch: int) -> bytes:
        base: Any = super()
        return bytes(base._inject_js_into_html(page, epoch))

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes] | None:
        found: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        address = environ["PATH_INFO"].lstrip("/")
        data = self.preview.document(address) if found is None else None
        if data is None:
            return found
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(data)))])
        return [data]
