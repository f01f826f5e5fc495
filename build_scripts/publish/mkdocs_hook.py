"""Hands the generated pages to MkDocs; the only module that knows MkDocs.

MkDocs loads this file by its path, so the project folder is put on ``sys.path`` here.
"""

from __future__ import annotations

import logging
import os
import posixpath
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_scripts.content.problems import ContentError
from build_scripts.pages.navigation import expand, name_groups
from build_scripts.pages.page_context import compiled_templates
from build_scripts.publish import downloads
from build_scripts.publish.build_info import build_epoch
from build_scripts.publish.disk_faults import plain_words
from build_scripts.publish.frame import frame_values
from build_scripts.publish.one_at_a_time import one_at_a_time
from build_scripts.publish.project import Project, open_project
from build_scripts.publish.sides import Sides

log = logging.getLogger("mkdocs.hooks")
_open: list[tuple[Project, Mapping[str, bytes], Sides]] = []
_turn = ExitStack()
"""Holds the turn of a bare MkDocs; our own commands have theirs already."""


def hand_over(project: Project, made: Mapping[str, bytes]) -> None:
    """Take a project that is open already, and the files to download by address, so that nothing is read twice."""
    _open[:] = [(project, made, Sides(project.content, made))]


def on_config(config: MkDocsConfig) -> None:
    """Leave out the folder of the theme: our templates use nothing of it, and it holds 14,000 icons to look through."""
    own, *_, of_mkdocs = config.theme.dirs
    config.theme.dirs = [own, of_mkdocs]


def on_pre_build(config: MkDocsConfig) -> None:
    """Have a project before MkDocs cleans anything, so that a mistake costs no site; a bare MkDocs opens it here."""
    root = Path(config.config_file_path).parent
    if not _open:
        _wait_for_turn(root)
        _open_project(root)
    project, *_ = _open[0]
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(build_epoch(root, project.content)))
    config.extra.update(frame_values(project.content, project.build_info))


def _wait_for_turn(root: Path) -> None:
    try:
        _turn.enter_context(one_at_a_time(root, log.info))
    except OSError as error:
        raise PluginError(plain_words(error) or str(error)) from None


def _open_project(root: Path) -> None:
    try:
        project = open_project(root, date.today(), shapes=downloads.available_shapes())
    except ContentError as error:
        errors = [str(problem) for problem in error.problems if problem.severity == "error"]
        raise PluginError("\n".join([f"{len(errors)} to mend in the content:", *errors])) from None
    for warning in project.warnings:
        log.info("%s", warning)
    try:
        hand_over(project, downloads.build_downloads(root, project.content, project.build_info))
    except downloads.DownloadError as error:
        raise PluginError(str(error)) from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and the files made before, and complete the navigation."""
    project, made, _ = _open[0]
    for file in list(files):
        if file.src_dir != config.docs_dir:  # the theme's stylesheets, scripts and icons
            files.remove(file)
    for page in project.files:
        written_by_hand = files.get_file_from_path(page.src_uri)
        if written_by_hand is not None:
            files.remove(written_by_hand)
        file = File.generated(config, page.src_uri, content="")
        file.edit_uri = posixpath.relpath(page.source.path, "docs")
        files.append(file)
    for asset in project.assets:
        files.append(File.generated(config, asset.src_uri, content=asset.text))
    for address, data in made.items():
        files.append(File.generated(config, address, content=data))
    config.nav = expand(name_groups(config.nav, project.content), project.files)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  # MkDocs asks so
    """Tell the frame what a page says of itself; to read that from YAML would take longer than to draw the frame."""
    project, *_ = _open[0]
    if made := project.by_source.get(page.file.src_uri):
        page.meta = dict(made.meta)
    return markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001  # MkDocs asks so
    """Escape every value that a frame prints, and compile each template once for all commands."""
    env.autoescape = True  # before anything is compiled, since compiled templates have it in them
    env.auto_reload, env.bytecode_cache = False, compiled_templates()
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  # MkDocs asks so
    """Hand over the finished HTML of a page; it never was Markdown."""
    project, _, sides = _open[0]
    made = project.by_source.get(page.file.src_uri)
    return sides.tell(made.finished.article if made else html)


def on_post_build(config: MkDocsConfig) -> None:  # noqa: ARG001  # MkDocs asks so
    """Forget the project: the next build of the same process, as of its preview, reads anew; others may begin."""
    _open.clear()
    _turn.close()


def on_build_error(error: Exception) -> None:  # noqa: ARG001  # MkDocs asks so
    """Forget the project of a build that failed too, or the next one would show it; others may begin."""
    _open.clear()
    _turn.close()
