"""The staged folder gives a generator without hooks the same site."""

from pathlib import Path

import pytest
import yaml

from build_scripts.pages.stylesheets import STYLESHEETS, stylesheet
from build_scripts.publish.frame import frame_values
from build_scripts.publish.sides import Sides
from build_scripts.publish.staging import stage
from tests.conftest import Change
from tests.folders import files_in, opened, python, theme_files, whole_project, with_documents, write

EPOCH = "1780000000"
SESSIONS = [{"Sessions": "sessions/index.md"}, {"Builder": "sessions/builder.md"}, {"Short": "sessions/short.md"}]
FORMS = [{"Forms": "forms/index.md"}, {"Note": "forms/note.md"}, {"Sharing, an example": "forms/examples/sharing.md"}]
"""What the menu of the small project lists of its forms."""


@pytest.fixture
def kept(small: Path) -> Path:
    """The small project, with its documents as an earlier build kept them."""
    return with_documents(small)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The site that the hook makes of the small project, and the site made from its staged folder."""
    root = with_documents(whole_project(tmp_path_factory.mktemp("stage") / "small"))
    write(root, {"docs/maintainers/drawing.svg": "<svg/>"})
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", EPOCH)
        settings = stage(root, opened(root))
    for options in (["--strict"], ["-f", str(settings)]):
        ran = python("-m", "mkdocs", "build", *options, cwd=root, SOURCE_DATE_EPOCH=EPOCH)
        assert ran.returncode == 0, ran.stderr
    return files_in(root / "site"), files_in(settings.parent / "site")


def test_the_staged_folder_gives_the_same_site(sites: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """The way out of MkDocs loses no page, no word, no menu and no file."""
    hooked, staged = sites
    assert "guidance/start.html" in hooked
    only_staged = theme_files() - set(hooked)  # without hooks nothing leaves them out
    assert set(staged) - only_staged == set(hooked)
    assert [name for name in hooked if hooked[name] != staged[name]] == []


def test_pages_are_the_generated_ones(kept: Path) -> None:
    """Every page stands in the folder as built from content, hand-written ones too, and no source beside it."""
    project = opened(kept)
    docs = stage(kept, project).parent / "docs"
    pages = {name: text.decode() for name, text in files_in(docs).items() if name.endswith(".md")}
    sides = Sides(project.content, files_in(docs))
    articles = {page.src_uri: sides.tell(page.finished.article) for page in project.files}
    assert pages == {page.src_uri: f"{page.front_matter}\n{articles[page.src_uri]}\n" for page in project.files}
    assert (docs / "assets" / "plain.svg").read_bytes() == (kept / "docs" / "assets" / "plain.svg").read_bytes()
    assert (docs / "assets" / "site.css").read_text(encoding="utf-8") == stylesheet(STYLESHEETS["site"])


@pytest.mark.slow
def test_settings_stand_alone(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A generator finds every page in the navigation and the words of the footer, and no hook to run."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    project = opened(kept)
    settings = yaml.safe_load(stage(kept, project).read_text(encoding="utf-8"))
    build_info = {"version": "1.2.3", "built": "2026-05-28", "built_on": "28 May 2026", "old_from": "2026-09-01"}
    build_info["checked_on"] = "5 January 2026"
    reference = {name.capitalize(): f"reference/{name}" for name in ("glossary", "documents", "services", "figures")}
    reference |= {"Changes": "reference/what-has-changed", "Corrections": "reference/corrections"}
    reference |= {"Words": "reference/words-to-use", "A to Z": "reference/a-to-z", "Advice": "reference/advice"}
    reference |= {"Set up": "setup"}
    reference |= {"Intranet": "intranet/put-this-on-your-intranet", "Self-test": "intranet/self-test"}
    reference |= {"Check my file": "check-my-file"}
    reference |= {"This release": "reference/this-release", "All in one": "reference/all-in-one"}
    reference |= {"Act now": "guidance/act-now", "Background": "guidance/understand", "Care": "guidance/support"}
    reference |= {"All entries": "reference/index", "Computers": "intranet/index"}
    reference |= {"Checked": "reference/who-has-checked", "Accessibility": "reference/accessibility"}
    assert settings == {
        "INHERIT": "../../mkdocs.yml",
        "docs_dir": "docs",
        "site_dir": "site",
        "hooks": [],
        "watch": [],
        "theme": {"custom_dir": "overrides"},
        "nav": [
            {"Home": "index.md"},
            {"Understand": [{"Start": "guidance/start.md"}]},
            {"Types of behaviour": [{"Behaviours": "behaviours/index.md"}, {"Sharing": "behaviours/sharing.md"}]},
            {"Forms and plans": FORMS},
            {"Questions": [{"Questions": "faq/index.md"}, {"What then?": "faq/what-then.md"}]},
            {"Training": SESSIONS},
            {"Reference": [{title: f"{name}.md"} for title, name in reference.items()]},
            {"For young people": "help.md"},
        ],
        "extra": {"build_info": build_info, "labels": frame_values(project.content, project.build_info)["labels"]},
    }


@pytest.mark.slow
def test_nothing_of_an_earlier_run_is_left(kept: Path, change: Change) -> None:
    """A page taken away, or a word changed, does not come back."""
    out = stage(kept, opened(kept)).parent
    (kept / "content_data" / "faq" / "what-then.md").rename(kept / "content_data" / "faq" / "what-else.md")
    change("content_data/guidance/start.md", "More words", "Other words")
    write(out, {"docs/left-over.md": "old"})
    stage(kept, opened(kept))
    assert not (out / "docs" / "left-over.md").exists()
    assert not (out / "docs" / "faq" / "what-then.md").exists()
    assert "Other words" in (out / "docs" / "guidance" / "start.md").read_text(encoding="utf-8")


def test_settings_without_a_navigation_can_be_staged(kept: Path) -> None:
    """Without nav a generator makes its own, as MkDocs does."""
    settings = (kept / "mkdocs.yml").read_text(encoding="utf-8")
    before, _, rest = settings.partition("\nnav:\n")
    write(kept, {"mkdocs.yml": before + "\n" + rest[rest.index("\nnot_in_nav") :]})
    assert yaml.safe_load(stage(kept, opened(kept)).read_text(encoding="utf-8"))["nav"] is None
