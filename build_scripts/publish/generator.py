"""Runs MkDocs in this process, on pages that are drawn and files that are made already."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build_scripts.publish.build_info import build_epoch
from build_scripts.publish.project import Project

SETTINGS = "mkdocs.yml"


class BuildError(Exception):
    """A site cannot be made of checked content; the text says why."""


def run_mkdocs(root: Path, project: Project, made: Mapping[str, bytes], to: Path, strict: bool = True) -> None:
    """Write the site as MkDocs makes it, before the last touch.

    Args:
        root: the project folder.
        project: its pages.
        made: the files to download, by address.
        to: the folder to write; what was there is gone.
        strict: whether a warning of MkDocs stops it.

    Raises:
        BuildError: with what MkDocs said, when it fails.
    """
    said = _Said()
    with _environment(build_epoch(root, project.content)), said.listening():
        from mkdocs.commands.build import build
        from mkdocs.config import load_config
        from mkdocs.exceptions import MkDocsException

        try:
            config = load_config(str(root / SETTINGS), site_dir=str(to), strict=strict)
            hooks: Any = config.hooks  # by file name, whatever its declared type says
            for hook in hooks.values():
                hook.hand_over(project, made)
            build(config)
        except (MkDocsException, SystemExit) as error:  # its Abort is a SystemExit
            raise BuildError("\n".join(said.lines) or str(error)) from error


class _Said(logging.Handler):
    """Keeps what MkDocs warns of, to be told when it gives up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    @contextmanager
    def listening(self) -> Iterator[None]:
        log = logging.getLogger("mkdocs")
        spreads, log.propagate = log.propagate, False
        log.addHandler(self)
        try:
            yield
        finally:
            log.removeHandler(self)
            log.propagate = spreads


@contextmanager
def _environment(epoch: int) -> Iterator[None]:
    """Let MkDocs know the build date, and its theme say nothing about its own future."""
    before = dict(os.environ)
    os.environ |= {"SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1"}
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
