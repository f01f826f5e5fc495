"""MkDocs runs in this process, on what is made already."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_scripts.publish.generator import BuildError, run_mkdocs
from tests.folders import files_in, opened, whole_project, write


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The small project with everything that MkDocs needs."""
    return whole_project(tmp_path / "small")


def test_pages_and_files_stand_where_they_are_asked_for(whole: Path) -> None:
    """Each page and each document that was handed over is there, and the content was not read again."""
    project = opened(whole)
    write(whole, {"content_data/faq/what-then.md": "spoilt since then"})
    run_mkdocs(whole, project, {"forms/files/note.docx": b"a document"}, whole / "out")
    site = files_in(whole / "out")
    assert site["forms/files/note.docx"] == b"a document"
    assert {page.dest_uri for page in project.files} <= set(site)


def test_the_second_run_of_a_process_shows_the_second_project(whole: Path) -> None:
    """A preview that stays open for hours never shows the pages of an earlier save."""
    run_mkdocs(whole, opened(whole), {}, whole / "out")
    start = whole / "content_data" / "guidance" / "start.md"
    start.write_text(start.read_text(encoding="utf-8").replace("title: Start", "title: Begin"), encoding="utf-8")
    run_mkdocs(whole, opened(whole), {}, whole / "out")
    assert b"Begin" in (whole / "out" / "guidance" / "start.html").read_bytes()


def test_what_mkdocs_says_reaches_the_editor(whole: Path) -> None:
    """A wrong setting is told in words, and the environment is as it was."""
    settings = whole / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("name: material", "name: nowhere"), "utf-8")
    before = dict(os.environ)
    with pytest.raises(BuildError, match="Unrecognised theme name: 'nowhere'"):
        run_mkdocs(whole, opened(whole), {}, whole / "out")
    assert dict(os.environ) == before


def test_a_build_that_failed_is_forgotten(whole: Path) -> None:
    """After a failure the hook holds no project that the next build of this process could show."""
    from mkdocs.config import load_config

    frame = whole / "overrides" / "main.html"
    frame.write_text("{% nothing %}", encoding="utf-8")
    with pytest.raises(Exception, match="nothing"):
        run_mkdocs(whole, opened(whole), {}, whole / "out")
    (hook,) = load_config(str(whole / "mkdocs.yml")).hooks.values()  # type: ignore[attr-defined]
    assert hook._open == []
