"""A bare ``mkdocs build`` makes the same site, and refuses what our own command refuses."""

import errno
import posixpath
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn
from urllib.parse import urlsplit

import pytest
from filelock import FileLock, Timeout
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from build_scripts.publish import mkdocs_hook
from build_scripts.publish.one_at_a_time import LOCK
from tests.built import ROOT
from tests.folders import files_in, python, theme_files, whole_project, with_documents, write
from tests.html import find, words

EDIT = "https://example.org/us/project/edit/main/docs/"
DATES = "checked_on: 2026-01-01\nreview_by: 2027-01-01"
OVERDUE = "checked_on: 2019-01-01\nreview_by: 2020-01-01"
Run = tuple[Path, "subprocess.CompletedProcess[str]"]


def mkdocs(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as somebody does who does not know our commands."""
    return python("-m", "mkdocs", "build", *options, cwd=root, SOURCE_DATE_EPOCH="1780000000")


def spoil(root: Path, name: str, old: str, new: str) -> None:
    """Replace words in a file of a project."""
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    write(root, {name: text.replace(old, new, 1)})


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The small project with a link to edit each page and an overdue review, built strictly and once."""
    root = with_documents(whole_project(tmp_path_factory.mktemp("hook") / "small"))
    address = f"repo_url: https://example.org/us/project\nedit_uri: {EDIT}\n"
    link = '<p><a href="{{ page.edit_url }}" rel="edit">Edit this page</a></p>\n<p class="mf-build-info">'
    spoil(root, "overrides/partials/build_info.html", '<p class="mf-build-info">', link)
    spoil(root, "mkdocs.yml", "site_name:", f"{address}site_name:")
    spoil(root, "content_data/services/a-line.yml", DATES, OVERDUE)
    write(root, {"docs/maintainers/drawing.svg": "<svg/>"})
    return root, mkdocs(root, "--strict")


def page(bare: Run, name: str) -> str:
    """Return a page of the built site."""
    return (bare[0] / "site" / name).read_text(encoding="utf-8")


def test_it_builds_every_page_and_file(bare: Run) -> None:
    """The pages made from content and the files under docs/ are there, and nothing of the sources."""
    root, ran = bare
    assert ran.returncode == 0, ran.stderr
    site = files_in(root / "site")
    wanted = {"index.html", "guidance/start.html", "behaviours/sharing.html", "faq/what-then.html", "help.html"}
    assert wanted | {"reference/glossary.html", "assets/site.css", "maintainers/drawing.svg"} <= set(site)
    assert not [name for name in site if name.endswith((".md", ".yml", ".j2"))]


@pytest.mark.parametrize("name", ["404.html", "sitemap.xml", "sitemap.xml.gz"])
def test_theme_pages_that_need_an_address_are_left_out(bare: Run, name: str) -> None:
    """A site of relative links has no page with wrong links in it, nor a template that nobody filled in."""
    assert name not in files_in(bare[0] / "site")


def test_the_files_of_the_theme_are_left_out(bare: Run) -> None:
    """No stylesheet, script or icon that no page asks for is published, or has its licence to be kept."""
    site = {name for name in files_in(bare[0] / "site") if (bare[0] / "site" / name).is_file()}
    assert "assets/stylesheets" in theme_files()
    assert site & theme_files() == set()


def test_an_overdue_review_does_not_fail_a_strict_build(bare: Run) -> None:
    """A date that passes is told, and a hosting service that builds strictly still publishes."""
    _, ran = bare
    assert ran.returncode == 0
    assert "content_data/services/a-line.yml:14:1: the facts here were due to be checked by 2020-01-01" in ran.stderr


def test_hand_written_pages_are_generated_over(bare: Run) -> None:
    """A typed link in a page written by hand works, and stands with the title from its front matter."""
    text = page(bare, "maintainers/notes.html")
    assert '<a href="../reference/glossary.html#consent">consent</a>' in text
    assert '<a href="notes.html">this page</a>' in text
    assert [words(heading) for heading in find(text, "h1")] == ["Notes"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("index.html", "content_data/site.yml"),
        ("guidance/start.html", "content_data/guidance/start.md"),
        ("behaviours/sharing.html", "content_data/behaviours/sharing.md"),
        ("faq/what-then.html", "content_data/faq/what-then.md"),
        ("reference/services.html", "content_data/pages.yml"),
        ("help.html", "content_data/help/help.yml"),
        ("maintainers/notes.html", "docs/maintainers/notes.md"),
    ],
)
def test_the_edit_link_leads_to_the_source(bare: Run, name: str, source: str) -> None:
    """An editor who follows «edit this page» lands on the file to change."""
    (link,) = find(page(bare, name), "a[@rel='edit']")
    address = urlsplit(link.get("href"))
    assert (address.netloc, posixpath.normpath(address.path)) == ("example.org", f"/us/project/edit/main/{source}")


def test_pages_say_version_and_dates(bare: Run) -> None:
    """The footer names the release and the build date, which is not today's."""
    said = " ".join(page(bare, "index.html").split())
    assert "Version 1.2.3, built on 28 May 2026. Facts looked up on 5 January 2026." in said


def test_the_navigation_names_the_pages_of_a_group(bare: Run) -> None:
    """A new content file shows in the menu without a change to mkdocs.yml."""
    said = " ".join(page(bare, "guidance/start.html").split())
    assert '<a href="start.html" aria-current="page">Start</a>' in said


def test_a_mistake_is_told_and_costs_no_site(tmp_path: Path) -> None:
    """Exactly the errors, each at its place, exit code 1, no traceback, and every byte of the site stays."""
    root = whole_project(tmp_path / "small")
    spoil(root, "content_data/guidance/start.md", "term:consent", "term:consnt")
    spoil(root, "content_data/faq/what-then.md", "order: 10", "order: first")
    spoil(root, "content_data/services/a-line.yml", DATES, OVERDUE)
    write(root, {"site/index.html": "good", "site/old/page.html": "fine"})
    before = files_in(root / "site")
    ran = mkdocs(root)
    assert (ran.returncode, ran.stdout.strip()) == (1, "Aborted with a BuildError!")
    assert ran.stderr.splitlines() == [
        "ERROR   -  2 to mend in the content:",
        "content_data/faq/what-then.md:4:8: 'first' is not a whole number; write digits only, such as 10",
        "content_data/guidance/start.md:15:23: there is no term 'consnt'; did you mean 'consent'?",
    ]
    assert files_in(root / "site") == before


@pytest.mark.parametrize("end", [lambda config: mkdocs_hook.on_post_build(config), mkdocs_hook.on_build_error])
def test_it_waits_for_its_turn_and_keeps_others_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: Callable[[Any], None]
) -> None:
    """Run by hand, MkDocs never writes the folder that one of our commands writes, and lets go however it ends."""
    config: Any = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), extra={})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    monkeypatch.setattr(mkdocs_hook, "frame_values", lambda *_: {})
    monkeypatch.setattr(mkdocs_hook, "build_epoch", lambda *_: 0)
    opened: Any = SimpleNamespace(content=None, build_info=None)
    monkeypatch.setattr(mkdocs_hook, "_open_project", lambda _root: mkdocs_hook._open.append((opened, {}, opened)))
    other = FileLock(tmp_path / LOCK)
    mkdocs_hook.on_pre_build(config)
    with pytest.raises(Timeout):
        other.acquire(blocking=False)
    end(config)
    other.acquire(blocking=False)
    mkdocs_hook._open.append((opened, {}, opened))
    mkdocs_hook.on_pre_build(config)  # our own command holds it
    mkdocs_hook.on_post_build(config)
    other.release()


def test_a_project_that_may_not_be_written_is_told_by_mkdocs_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody meets a traceback for running MkDocs by hand on another's disk."""

    def refuse(*_: object) -> NoReturn:
        raise OSError(errno.EROFS, "read only", "build/lock")

    monkeypatch.setattr(mkdocs_hook, "one_at_a_time", refuse)
    config: Any = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    with pytest.raises(PluginError, match="build/lock stands where nothing may be written"):
        mkdocs_hook.on_pre_build(config)


def test_nothing_is_looked_for_in_the_folder_of_the_theme() -> None:
    """A site takes no longer for icons that no page shows; our templates and those of MkDocs are all there is."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins.on_config(config)
    assert [Path(folder).name for folder in config.theme.dirs] == ["overrides", "templates"]
    assert not [folder for folder in config.theme.dirs if "material" in folder]
