"""A command begins with what the one before worked out, and never with what another program did."""

import re
import shutil
from pathlib import Path

import pytest

from build_scripts.content import kept
from build_scripts.content.content import RECORD_OF_FILE, RECORD_OF_FOLDER, Content
from build_scripts.content.kept import Kept
from build_scripts.content.load import load_all
from build_scripts.publish import kept_results as keeping
from build_scripts.publish.all_pages import build_pages
from build_scripts.publish.build import KEPT_COPIES
from build_scripts.publish.downloads import file_keys
from build_scripts.publish.kept_results import RESULTS, kept_results
from build_scripts.publish.unchanged import STANDING
from build_scripts.search.index import build_search
from tests.built import ROOT
from tests.conftest import Change
from tests.folders import files_in, python, whole_project, with_documents
from tests.real import BUILD_INFO

NOT_DRAWN = {"deny.yml", "form-matrix.yml", "phrasing.yml"}
"""Files that no reader reads."""
OTHER = "content_data/faq/what-then.md:4:8: 'first' is not a whole number; write digits only, such as 10"
WRONG = "content_data/guidance/start.md:15:23: there is no term 'consnt'; did you mean 'consent'?"


def made(text: str) -> str:
    """Return a text twice."""
    return text * 2


@pytest.fixture
def doubled(monkeypatch: pytest.MonkeyPatch) -> Kept[..., str]:
    """A function that remembers, and no other beside it."""
    monkeypatch.setattr(Kept, "every", [])
    return Kept(made)


def forget(doubled: Kept[..., str]) -> None:
    """Be a process that begins."""
    doubled.asked, doubled.before, doubled.read = {}, {}, False


def test_the_next_command_begins_with_them(tmp_path: Path, doubled: Kept[..., str]) -> None:
    """What was worked out once is only looked up, also after a command that failed."""
    with pytest.raises(SystemExit), kept_results(tmp_path):
        doubled("a")
        raise SystemExit(1)
    forget(doubled)
    with kept_results(tmp_path):
        assert (doubled("a"), doubled.made) == ("aa", 0)


def test_another_program_begins_with_nothing(
    tmp_path: Path, doubled: Kept[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of code, or a newer library, works everything out anew."""
    with kept_results(tmp_path):
        doubled("a")
    forget(doubled)
    monkeypatch.setattr(keeping, "program_key", lambda: "another")
    with kept_results(tmp_path):
        assert (doubled("a"), doubled.made) == ("aa", 1)


@pytest.mark.parametrize("left", [b"", b"half", b"0" * 90])
def test_what_a_cut_left_is_not_believed(tmp_path: Path, doubled: Kept[..., str], left: bytes) -> None:
    """Half a file, or one that was changed, costs the time of a first run and no more."""
    with kept_results(tmp_path):
        doubled("a")
    (tmp_path / RESULTS / doubled.name).write_bytes(left)
    forget(doubled)
    with kept_results(tmp_path):
        assert (doubled("a"), doubled.made) == ("aa", 1)


@pytest.mark.slow
def test_each_mistake_is_told_until_it_is_mended(small: Path, change: Change) -> None:
    """Two commands, each a process of its own: what is kept hides no mistake, and brings none back."""
    check = ("-m", "build_scripts", "check", "--quiet", "--today", "2026-06-01", "--project", str(small))
    change("content_data/guidance/start.md", "term:consent", "term:consnt")
    change("content_data/faq/what-then.md", "order: 10", "order: first")
    assert python(*check, cwd=ROOT).stdout.splitlines() == [OTHER, WRONG]
    assert [*(small / RESULTS).iterdir()]
    change("content_data/faq/what-then.md", "order: first", "order: 10")
    assert python(*check, cwd=ROOT).stdout.splitlines() == [WRONG]


@pytest.mark.full
def test_a_site_made_with_them_has_the_same_bytes(tmp_path: Path) -> None:
    """No reader can tell whether a page was worked out now or by the command before, when one word was another."""
    root = with_documents(whole_project(tmp_path / "small"))
    site = ("-m", "build_scripts", "site", "--quiet", "--today", "2026-06-01")
    assert python(*site, cwd=root).returncode == 0
    first = files_in(root / "site")
    question = root / "content_data" / "faq" / "what-then.md"
    question.write_text(f"{question.read_text(encoding='utf-8')}\nOne more sentence.\n", encoding="utf-8")
    assert [*(root / RESULTS).iterdir()] and python(*site, cwd=root).returncode == 0
    changed = files_in(root / "site")
    assert changed.keys() == first.keys() and changed != first
    for kept_from_before in (RESULTS, KEPT_COPIES):
        shutil.rmtree(root / kept_from_before)
    (root / STANDING).unlink()
    assert python(*site, cwd=root).returncode == 0
    anew = files_in(root / "site")
    assert anew.keys() == changed.keys() and [name for name in anew if anew[name] != changed[name]] == []


WORDS = re.compile(r"(?m)^ *(?:- )?(?:\w+: )?(?:\|-?\n +)?[A-Z][\w’,]* (?=[a-z])")
"""Where words for readers begin in a file, up to their second word."""
TURNED = "really "
"""A word that changes nothing but words."""
NO_WORDS = {"search.yml": ("snapchat", "snaps"), "settings.yml": ("60, 90", "60, 95")}
"""What is changed in files without words for readers."""


def outputs(content: Content) -> dict[str, object]:
    """Return all that is drawn of a content, with nothing kept that this process does not keep."""
    pages = build_pages(content)
    assert len({page.address for page in pages}) == len(pages)
    return {
        **{page.address: (page.body, page.front_matter, page.menu, page.order, page.source) for page in pages},
        **file_keys(content, BUILD_INFO),
        "search": build_search(content).text,
    }


def drawn_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Return all that is drawn of a project, by a program that remembers nothing."""
    with monkeypatch.context() as without:
        for function in Kept.every:
            without.setattr(function, "asked", {})
            without.setattr(function, "before", {})
            without.setattr(function, "read", True)
        return outputs(load_all(root).content)


@pytest.mark.slow
def test_a_change_of_any_kind_is_seen_wherever_it_stood(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page, a document or the search that stayed old without a word would mislead people who act on it.

    Words are changed in a file of each kind; all is made with what is kept from before, and compared with what is made
    from nothing.
    """
    seen = set[str]()
    before = outputs(load_all(small).content)
    for path in sorted((small / "content_data").rglob("*.*")):
        kind = path.parent.name if path.parent.name != "content_data" else path.name
        if kind in seen:
            continue
        text = path.read_text(encoding="utf-8")
        old, new = NO_WORDS.get(path.name, (text, text))
        changed = WORDS.sub(lambda found: found[0] + TURNED, text, count=3).replace(old, new)
        path.write_text(changed, encoding="utf-8")
        loaded = load_all(small)
        if loaded.problems or changed == text:  # words that are no words for readers, such as a pattern
            path.write_text(text, encoding="utf-8")
            continue
        kept.begin()
        now = outputs(loaded.content)
        assert now == drawn_anew(small, monkeypatch), path
        seen |= {kind} if now != before else set()
        before = now
    kinds = {*RECORD_OF_FOLDER, *RECORD_OF_FILE} - NOT_DRAWN
    assert kinds <= seen, f"a change of {sorted(kinds - seen)} is tried"
