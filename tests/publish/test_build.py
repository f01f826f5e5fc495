"""The site is swapped in whole, and whatever happens a good one stays."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from build_scripts.publish import build as publishing
from build_scripts.publish.atomic_swap import repair
from build_scripts.publish.build import publish
from build_scripts.publish.generator import BuildError
from build_scripts.publish.project import Project
from build_scripts.publish.site_folder import MANIFEST, NEXT, SITE_FOLDER
from tests.folders import files_in, opened, unpacked, whole_project, with_documents, write

SITE = SITE_FOLDER.folder
OLD_SITE = {"index.html": b"old", "old.html": b"only in the old site"}
NEW_SITE = {
    name: f"<!doctype html>\n<html><body>{words}</body></html>\n".encode()
    for name, words in {"index.html": "new", "new.html": "only in the new site"}.items()
}
FINISHED = {f"{name}{copy}": text for name, text in NEW_SITE.items() for copy in ("", ".br", ".gz")} | {
    "removed.txt": b""
}
"""The new site with its compressed copies, which here stand with what they decode to."""


class Cut(BaseException):
    """The power goes."""


@pytest.fixture
def made(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an old site, and a generator that makes a new one at once."""

    def generate(root: Path, *_: object) -> None:
        write(root / NEXT, {name: text.decode() for name, text in NEW_SITE.items()})

    monkeypatch.setattr(publishing, "run_mkdocs", generate)
    write(small / SITE, {name: text.decode() for name, text in OLD_SITE.items()})
    return with_documents(small)


def spoil(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, error: BaseException, at: int) -> None:
    """Let a function do its work until its call number ``at``, from 0, and fail then."""
    right: Callable[..., object] = getattr(owner, name)
    calls = iter(range(at + 1))

    def wrong(*arguments: object, **options: object) -> object:
        if next(calls, None) == at:
            raise error
        return right(*arguments, **options)

    monkeypatch.setattr(owner, name, wrong)


def test_the_new_site_replaces_the_old_one_whole(made: Path) -> None:
    """Nothing of the old site is left, and nothing lies beside the new one."""
    publish(made, opened(made))
    assert unpacked(files_in(made / SITE)) == FINISHED
    assert sorted(path.name for path in (made / "build").iterdir()) == ["compressed", "forms", "manifest.json"]


def test_what_did_not_change_is_not_compressed_and_written_again(made: Path) -> None:
    """The next build takes the compressed copies of a page as they stand."""
    copy, project = made / SITE / "new.html.gz", opened(made)
    publish(made, project)
    first = copy.stat().st_ino
    publish(made, project)
    assert copy.stat().st_ino == first


def test_a_build_after_a_cut_needs_no_help(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor just runs the build again."""
    project = opened(made)
    with monkeypatch.context() as patched, pytest.raises(Cut):
        spoil(patched, Path, "rename", Cut(), 1)
        publish(made, project)
    publish(made, project)
    assert unpacked(files_in(made / SITE)) == FINISHED


def test_repair_of_a_project_never_built_does_nothing(small: Path) -> None:
    """The first build starts from nothing."""
    before = files_in(small)
    repair(small, SITE_FOLDER)
    assert files_in(small) == before


@pytest.mark.parametrize("at", [0, 1], ids=["moving the old site away", "moving the new site in"])
def test_a_site_in_use_stays(made: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """A program that holds the folder, as on Windows, costs no site; the editor reads what to do."""
    project = opened(made)
    with monkeypatch.context() as patched, pytest.raises(BuildError) as caught:
        spoil(patched, Path, "rename", PermissionError(13, "Permission denied"), at)
        publish(made, project)
    assert str(caught.value) == "site/ is in use (Permission denied); close what uses it and build again"
    assert files_in(made / SITE) == OLD_SITE
    assert not (made / MANIFEST).exists()


def test_a_first_build_that_cannot_be_moved_in_is_told(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an old site there is none to put back, and the editor reads the same words."""
    shutil.rmtree(made / SITE)
    project = opened(made)
    with monkeypatch.context() as patched, pytest.raises(BuildError, match=r"^the disk is full; "):
        spoil(patched, Path, "rename", OSError(28, "No space left"), 0)
        publish(made, project)
    assert not (made / SITE).exists()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Project]:
    """The small project, built by MkDocs once."""
    root = with_documents(whole_project(tmp_path_factory.mktemp("publish") / "small"))
    project = opened(root)
    publish(root, project)
    return root, project


def manifest_of(root: Path) -> Any:
    """Return the manifest as a program reads it."""
    return json.loads((root / MANIFEST).read_text(encoding="utf-8"))


def test_the_manifest_lists_every_file(published: tuple[Path, Project]) -> None:
    """A technician can tell whether a copy of the site is whole."""
    root, _ = published
    site = root / SITE
    wanted = [
        {"path": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files_in(site).items()
        if (site / name).is_file()
    ]
    assert manifest_of(root)["files"] == sorted(wanted, key=lambda file: Path(str(file["path"])))


def test_the_manifest_lists_every_page(published: tuple[Path, Project]) -> None:
    """Every page that was built stands there with its title, readers and source."""
    root, _ = published
    pages = {page["path"]: page for page in manifest_of(root)["pages"]}
    assert sorted(pages) == sorted(name for name in files_in(root / SITE) if name.endswith(".html"))
    assert pages["help.html"] == {
        "path": "help.html",
        "title": "Help",
        "audience": "young-person",
        "source": "content_data/help/help.yml",
    }


def test_the_manifest_names_the_version(published: tuple[Path, Project]) -> None:
    """A copy of the site says which release it is, and of which day."""
    root, project = published
    manifest = manifest_of(root)
    assert (manifest["version"], manifest["built_on"]) == ("1.2.3", project.build_info.built_on.isoformat())


def test_a_failing_generator_leaves_the_old_site(published: tuple[Path, Project]) -> None:
    """What the generator cannot do costs no site, and its words reach the editor."""
    root, project = published
    settings = root / "mkdocs.yml"
    good, before = settings.read_text(encoding="utf-8"), files_in(root / SITE)
    settings.write_text(good.replace("name: material", "name: nowhere"), encoding="utf-8")
    try:
        with pytest.raises(BuildError, match="Unrecognised theme name: 'nowhere'"):
            publish(root, project)
    finally:
        settings.write_text(good, encoding="utf-8")
    assert files_in(root / SITE) == before


def test_one_word_changes_the_pages_that_hold_it_and_no_other(tmp_path: Path) -> None:
    """A reader's browser, and whoever copies the site, gets anew what changed; all other files keep their bytes."""
    root = with_documents(whole_project(tmp_path / "small"))
    publish(root, opened(root))
    before = files_in(root / SITE)
    page = root / "content_data" / "faq" / "what-then.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nZebra.\n", encoding="utf-8")
    publish(root, opened(root))
    after = files_in(root / SITE)
    assert after.keys() == before.keys()
    pages = {name for name in after if name.endswith((".html", ".js", ".css"))}
    changed = {name for name in pages if after[name] != before[name]}
    assert "faq/what-then.html" in changed
    assert changed == {name for name in pages if b"zebra" in after[name].lower()}
