"""The command line as editors and CI meet it."""

import builtins
import errno
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from build_scripts.cli import cli, main
from build_scripts.publish import build as publishing
from build_scripts.publish import project, unchanged
from build_scripts.publish.kept_results import RESULTS
from build_scripts.publish.one_at_a_time import LOCK
from build_scripts.publish.progress import Progress
from build_scripts.publish.site_folder import NEXT, SITE_FOLDER
from build_scripts.publish.unchanged import CHECKED
from build_scripts.run import BROKEN
from tests.built import ROOT
from tests.conftest import Change
from tests.folders import files_in, python, whole_project, with_documents, write

GLOSSARY, START = "content_data/glossary.yml", "content_data/guidance/start.md"
WRONG_TERM = f"{START}:15:23: there is no term 'consnt'; did you mean 'consent'?"
FIGURES = r"(\d+) pages, (\d+) items, (\d+) warnings, \d+\.\d seconds\."
OVERDUE = (
    "content_data/documents/a-study.yml:15:1: the facts here were due to be checked by 2027-01-01; "
    "check them against the owner's page, then set checked_on and review_by"
)


def run(root: Path, command: str, *options: str) -> Result:
    """Run a command on a project, with the day of the tests unless another is given."""
    dated = command in ("check", "site", "release", "stage") and "--today" not in options
    return CliRunner().invoke(
        cli, [command, "--project", str(root), *(["--today", "2026-06-01"] if dated else []), *options]
    )


@pytest.mark.parametrize("name", ["", "check", "site", "serve", "stage", "schema", "release", "new", "confirm"])
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    """Somebody who only knows ``--help`` finds a line to copy."""
    result = CliRunner().invoke(cli, [*name.split(), "--help"])
    assert result.exit_code == 0
    assert re.search(rf"Example: python -m build_scripts {name}", result.output)


def test_every_command_is_listed() -> None:
    """A command added later is tested for its example as well."""
    assert isinstance(cli, click.Group)
    known = ["check", "confirm", "new", "release", "review-dates", "schema", "serve", "site", "stage"]
    assert sorted(cli.commands) == known


def test_good_content_ends_with_the_figures(small: Path) -> None:
    """An editor sees that all is well, and how much was looked at."""
    result = run(small, "check")
    first, figures, last = result.output.splitlines()
    found = re.fullmatch(FIGURES, figures)
    assert (result.exit_code, first, last) == (0, "Reading and checking content …", "No errors.")
    assert found is not None
    pages, items, warnings = map(int, found.groups())
    assert 0 < pages < items and warnings == 0


def test_what_was_checked_is_not_checked_again(small: Path, change: Change) -> None:
    """A check of the same content answers at once, and any change is looked at."""
    first, again = run(small, "check").output, run(small, "check").output
    assert again.splitlines()[-1] == "No errors; nothing has changed since the last check."
    assert again.splitlines()[0].rpartition(", ")[0] in first
    change(START, "term:consent", "term:consnt")
    assert WRONG_TERM in run(small, "check").output


def test_a_mistake_is_told_at_its_place_and_exits_with_1(small: Path, change: Change) -> None:
    """An editor reads where, what and what to do, sees the line itself, and nothing is built."""
    change(START, "term:consent", "term:consnt")
    result = run(small, "check")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "Reading and checking content …",
        WRONG_TERM,
        "  15 | Words about [consent](term:consnt) and [the line](service:a-line).",
        "     |                       ^",
        "1 to mend. Nothing was built; the last good site stays.",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["check", "--strict"],
        ["check", "--project", "nowhere"],
        ["check", "--today", "1 June"],
        ["check", "--format", "xml"],
    ],
)
def test_a_wrong_command_line_exits_with_2(arguments: list[str]) -> None:
    """A script can tell a slip on the command line from a mistake in the content."""
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert "Error:" in result.output


@pytest.mark.parametrize("command", ["check", "site", "stage"])
def test_quiet_prints_problems_only(small: Path, change: Change, command: str) -> None:
    """A CI log holds what must be mended and nothing else."""
    change(START, "term:consent", "term:consnt")
    assert run(small, command, "--quiet").output == WRONG_TERM + "\n"


@pytest.mark.parametrize("command", ["check", "stage"])
def test_quiet_says_one_line_when_all_is_well(small: Path, command: str) -> None:
    """A CI log tells how much was looked at, and nothing else."""
    assert re.fullmatch(FIGURES + "\n", run(with_documents(small), command, "--quiet").output)


def test_github_format_marks_the_line(small: Path, change: Change) -> None:
    """The mistake shows beside the line in a pull request, warnings as warnings."""
    change(START, "term:consent", "term:consnt")
    options = ("--quiet", "--format", "github", "--today", "2027-01-02")
    lines = run(small, "check", *options).output.splitlines()
    assert f"::error file={START},line=15,col=23::there is no term 'consnt'; did you mean 'consent'?" in lines
    assert sum(line.startswith("::warning file=content_data/") for line in lines) == 11


def test_an_overdue_review_is_a_warning(small: Path) -> None:
    """A date that passes does not stop work on something else."""
    result = run(small, "check", "--today", "2027-01-02")
    assert result.exit_code == 0
    assert f"{OVERDUE} (warning)" in result.output.splitlines()
    assert ", 11 warnings," in result.output


def test_strict_dates_make_it_an_error(small: Path) -> None:
    """A release does not go out with overdue facts."""
    result = run(small, "check", "--today", "2027-01-02", "--strict-dates")
    assert result.exit_code == 1
    assert OVERDUE in result.output.splitlines()
    assert "11 to mend." in result.output


@pytest.mark.parametrize(("meaning", "code"), [("An agreement.", 0), ("See [this](term:nothing).", 1)])
def test_check_changes_nothing_on_disk(small: Path, change: Change, meaning: str, code: int) -> None:
    """Looking is safe, with and without mistakes; it leaves notes to itself."""
    change(GLOSSARY, "An agreement.", meaning)
    write(small, {"site/index.html": "good", "build/site.next/index.html": "half made"})
    before = files_in(small)
    assert run(small, "check").exit_code == code
    forget_notes(small)
    assert files_in(small) == before


def forget_notes(root: Path) -> None:
    """Take away what a command leaves for the next one."""
    for note in (CHECKED, LOCK):
        (root / note).unlink(missing_ok=True)
    shutil.rmtree(root / RESULTS, ignore_errors=True)


@pytest.mark.parametrize("command", ["site", "stage"])
def test_mistakes_leave_the_site_untouched(small: Path, change: Change, command: str) -> None:
    """The last good site stays, byte for byte."""
    write(small, {"site/index.html": "good", "site/a/b.html": "fine", "build/manifest.json": "{}"})
    change(START, "term:consent", "term:consnt")
    before = files_in(small)
    assert run(small, command).exit_code == 1
    forget_notes(small)
    assert files_in(small) == before


def test_build_makes_the_site_and_says_where(tmp_path: Path) -> None:
    """From content to a site that can be opened, in one command."""
    root = whole_project(tmp_path / "small")
    result = run(root, "site")
    assert result.exit_code == 0, result.output
    assert (root / "site" / "index.html").is_file()
    lines = result.output.splitlines()
    assert [line for line in lines if re.fullmatch(r"Building \d+ pages …", line)]
    assert lines[-1] == f"Open {root / 'site' / 'index.html'} in a browser, or run: python3 run.py serve"


def test_a_site_that_stands_is_not_made_again(tmp_path: Path) -> None:
    """Nothing changed, nothing made; with a file gone, changed or added beside it the site is made anew."""
    root = with_documents(whole_project(tmp_path / "small"))
    first = run(root, "site")
    page, good = root / "site" / "help.html", files_in(root / "site")
    again = run(root, "site")
    figures, last = again.output.splitlines()[-2:]
    assert last.startswith("Nothing has changed; the site stands. Open ")
    assert figures.rpartition(", ")[0] in first.output
    for spoil in (page.unlink, lambda: page.write_text("half", "utf-8"), lambda: write(root, {"site/more.html": ""})):
        spoil()
        assert "Nothing has changed" not in run(root, "site").output
        assert files_in(root / "site") == good


def test_a_word_a_day_or_another_option_is_a_change(tmp_path: Path) -> None:
    """What may change a page, or what is told of it, never hides behind a site that stands."""
    root = with_documents(whole_project(tmp_path / "small"))
    run(root, "site")
    assert "Nothing has changed" not in run(root, "site", "--strict-dates").output
    assert "Nothing has changed" not in run(root, "site", "--today", "2026-06-02").output
    start = root / "content_data" / "guidance" / "start.md"
    start.write_text(start.read_text(encoding="utf-8").replace("title: Start", "title: Begin"), encoding="utf-8")
    assert "Nothing has changed" not in run(root, "site").output
    assert "Begin" in (root / "site" / "guidance" / "start.html").read_text(encoding="utf-8")


def test_warnings_are_told_again_while_the_site_stands(tmp_path: Path) -> None:
    """An editor reads of an overdue review at each run, not only at the one that made the site."""
    root = with_documents(whole_project(tmp_path / "small"))
    service = root / "content_data" / "services" / "a-line.yml"
    text = service.read_text(encoding="utf-8")
    service.write_text(text.replace("review_by: 2027-01-01", "review_by: 2026-01-02"), encoding="utf-8")
    first, again = run(root, "site").output, run(root, "site").output
    told = [line for line in first.splitlines() if line.endswith("(warning)")]
    assert told and "Nothing has changed" in again
    assert [line for line in again.splitlines() if line.endswith("(warning)")] == told


def test_a_failing_generator_is_told_plainly(tmp_path: Path) -> None:
    """A wrong setting in mkdocs.yml is told in words, with exit code 1 and the old site in place."""
    root = with_documents(whole_project(tmp_path / "small"))
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write(root, {"mkdocs.yml": settings.replace("name: material", "name: nowhere"), "site/index.html": "good"})
    result = run(root, "site", "--quiet")
    assert result.exit_code == 1
    assert result.output.startswith("Error: the site was not built, the last good one stays.\n")
    assert "Unrecognised theme name: 'nowhere'" in result.output
    assert files_in(root / "site") == {"index.html": b"good"}


def test_stage_names_the_settings(small: Path) -> None:
    """A technician learns which file to give to the generator."""
    result = run(with_documents(small), "stage")
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == f"Settings for the generator: {Path('build/staged/mkdocs.yml')}"


def test_schema_writes_the_schemas(tmp_path: Path) -> None:
    """A maintainer refreshes every schema with one command."""
    result = run(tmp_path, "schema")
    written = sorted(path.name for path in (tmp_path / "content_data" / "schema").iterdir())
    assert result.output == f"{len(written)} schemas written to content_data/schema.\n"
    assert "glossary.json" in written


def test_something_new_is_begun_and_told_where(small: Path) -> None:
    """An editor reads which file to open, what to do in it, and what comes after."""
    result = run(small, "new", "question", "who-else")
    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "Begun in content_data/questions/who-else.yml.",
            "Fill in each line that says FILL IN, until this names none: python3 run.py check",
            "Then name it under 'questions:' in a file of content_data/sessions/.",
        ],
    )
    assert "content_data/questions/who-else.yml:6:3: 'question' is still to be filled in" in run(small, "check").output


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (
            ("helpline", "rain"),
            2,
            "'helpline' cannot be begun; name one of these, and give it a name: document a law, ",
        ),
        (
            ("service", "A line"),
            1,
            "'A line' cannot be a name. Use lower-case letters, digits and hyphens, such as a-line",
        ),
        (("service", "a-line"), 1, "content_data/services/a-line.yml is there already."),
        (("service",), 1, "'' cannot be a name. Use lower-case letters, digits and hyphens."),
        ((), 2, "Error: name one of these, and give it a name: document a law, "),
    ],
)
def test_what_cannot_be_begun_is_told(small: Path, arguments: tuple[str, ...], code: int, told: str) -> None:
    """An editor reads what to type instead, and no file is touched."""
    before = files_in(small)
    result = run(small, "new", *arguments)
    assert result.exit_code == code
    assert told in " ".join(result.output.split())
    assert files_in(small) == before


def test_a_place_where_nothing_can_be_served_is_told(small: Path) -> None:
    """Somebody whose address is in use reads so, in one line."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        result = run(small, "serve", "--address", address)
    assert result.output.splitlines()[-1] == f"Error: nothing can be served at {address}: Address already in use"
    assert result.exit_code == 1


def test_the_module_runs_as_a_program(small: Path, change: Change) -> None:
    """``python -m build_scripts`` does what the commands do."""
    change(START, "term:consent", "term:consnt")
    options = ("--quiet", "--today", "2026-06-01", "--project", str(small))
    ran = python("-m", "build_scripts", "check", *options, cwd=ROOT)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, WRONG_TERM + "\n", "")


def test_a_program_that_ends_looks_for_no_rubbish() -> None:
    """Whoever waits for a command does not wait for Python to tidy up what vanishes with it."""
    ends = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 0))"
    ran = python("-c", f"{ends}; from build_scripts.cli import main; main()", cwd=ROOT)
    assert ran.stdout.splitlines()[-1:] == ["True"]


def test_a_fault_of_the_program_shows_no_traceback(tmp_path: Path) -> None:
    """What nobody foresaw is told in two lines; the details go to a file for the maintainers."""
    root = whole_project(tmp_path / "small")
    (root / "pyproject.toml").unlink()
    ran = python("-m", "build_scripts", "check", "--quiet", cwd=root)
    told = ran.stderr.splitlines()
    assert (ran.returncode, ran.stdout) == (1, "")
    assert told[0].startswith("This is a fault of the program, not of your content: FileNotFoundError(")
    assert told[1:] == ["Please send build/error.log to those who maintain it."]
    log = (root / "build" / "error.log").read_text(encoding="utf-8")
    assert log.startswith("Traceback")
    assert "pyproject.toml" in log


def test_scores_name_age_budget_and_longest_sentence(small: Path) -> None:
    """An editor sees how each page reads, also when none is over its budget."""
    result = CliRunner().invoke(cli, ["check", "--project", str(small), "--today", "2026-06-01", "--scores"])
    assert result.exit_code == 0
    assert "  age budget sentences longest  page" in result.output
    assert re.search(r"\d\.\d +10 +\d+ +\d+  content_data/help/help\.yml", result.output)


def released(monkeypatch: pytest.MonkeyPatch, folders: list[Path]) -> None:
    """Let a release make nothing but a look at a folder, and note it."""

    def make(root: Path, _: object, look: Callable[[Path, Progress], object] | None, progress: Progress) -> None:
        folders.append(root)
        if look:
            look(root, progress)

    monkeypatch.setattr("build_scripts.release.build.release", make)


def test_release_makes_one_and_says_where_its_report_is(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A maintainer finds the report, and needs no browser when the look is left out."""
    folders: list[Path] = []
    released(monkeypatch, folders)
    result = run(small, "release", "--skip-browser")
    assert (result.exit_code, folders) == (0, [small])
    assert result.output.splitlines()[-1] == f"Open {small / 'dist' / 'release-report.html'} in a browser."


def test_a_release_never_lacks_a_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PDFs cannot be made there is no release, and the remedy is told."""
    monkeypatch.setattr("build_scripts.publish.downloads.missing_library", lambda: "PDFs need a library")
    result = run(small, "release", "--skip-browser")
    assert result.exit_code == 1
    assert "a release has every file.\nPDFs need a library" in result.output


@pytest.mark.parametrize("missing", ["the checker", "the browser"])
def test_a_release_without_means_to_look_is_refused(small: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """No release says that it was looked at when nothing looked; the remedy is told."""
    released(monkeypatch, [])
    if missing == "the checker":
        monkeypatch.setitem(sys.modules, "build_scripts.release.browser_audit", None)
        monkeypatch.delattr("build_scripts.release.browser_audit", raising=False)
    else:
        monkeypatch.delenv("CHROMIUM", raising=False)
        monkeypatch.setenv("PATH", "")
        write(small, {"page.html": "<h1>A page</h1>"})
    result = run(small, "release")
    assert result.exit_code == 1
    assert "nothing was released, the last good release stays." in result.output
    assert "run.py" in result.output


def test_a_site_that_stands_without_pdfs_says_so_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who runs the command again on a computer without the library is told again that the documents are lacking."""
    monkeypatch.setattr("build_scripts.formats.pdf.missing", lambda: "pango")
    root = whole_project(tmp_path / "small")
    outputs = [run(root, "site").output for _ in range(2)]
    assert "Nothing has changed" in outputs[1]
    assert all("The forms are not made as PDF: pango is missing." in output for output in outputs)


Refuse = Callable[[int, int], list[str]]
"""Has the system refuse to write from the call of a number on, with an error; returns the files that are asked for."""


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Refuse:
    """A disk below the folder of the test that says no from some moment on."""
    opened = io.open

    def begin(number: int, at: int) -> list[str]:
        asked = list[str]()

        def wrong(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if set(mode) & set("wxa") and str(file).startswith(str(tmp_path)):
                asked.append(str(file))
                if len(asked) > at:
                    raise OSError(number, os.strerror(number), str(file))
            return opened(file, mode, *arguments, **options)

        def wrong_too(change: Callable[..., object], file: Any, *arguments: Any, **options: Any) -> object:
            if str(file).startswith(str(tmp_path)):
                asked.append(str(file))
                if len(asked) > at:
                    raise OSError(number, os.strerror(number), str(file))
            return change(file, *arguments, **options)

        for owner in (io, builtins):
            monkeypatch.setattr(owner, "open", wrong)
        for name in ("mkdir", "rename", "replace"):
            monkeypatch.setattr(os, name, partial(wrong_too, getattr(os, name)))
        return asked

    return begin


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, small: Path) -> Path:
    """A project with a good site and documents, and a generator that makes a new site at once."""

    def generate(root: Path, *_: object) -> None:
        page = "<!doctype html>\n<html><head></head><body>new</body></html>\n"
        write(root / NEXT, {"index.html": page, "assets/site.css": "p{margin:0}", "assets/site.js": "let a = 1;"})

    monkeypatch.setattr("build_scripts.publish.build.run_mkdocs", generate)
    write(small, {"site/index.html": "good", "build/manifest.json": "{}"})
    return with_documents(small)


@pytest.mark.parametrize(
    ("command", "after"),
    [*(("site", after) for after in (0, 1, 2, 3, 5, 8, 13, 21, 34)), ("stage", 9), ("stage", 120), ("schema", 9)],
)
def test_a_full_disk_is_told_in_a_line_whenever_it_is_full(
    quick: Path, refuse: Refuse, command: str, after: int
) -> None:
    """No traceback and no fault of the program: the remedy, and the last good site, whichever write is refused."""
    asked = refuse(errno.ENOSPC, after)
    result = run(quick, command, *(["--quiet"] if command != "schema" else []))
    assert isinstance(result.exception, SystemExit | None) and result.exit_code in (0, 1), result.exception
    stands = (quick / "site" / "index.html").read_text(encoding="utf-8")
    if result.exit_code:
        assert "the disk is full; make room on it, then run this again" in result.output
        assert len(result.output.splitlines()) <= 2 and stands == "good"
    assert len(asked) > after and (result.exit_code == 1 or stands.endswith("new</body></html>\n")), len(asked)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_folder_that_may_not_be_written_is_named(quick: Path, refuse: Refuse, number: int) -> None:
    """Somebody whose project lies on another's disk reads which file it is about, and what to do."""
    refuse(number, 0)
    result = run(quick, "site", "--quiet")
    assert result.exit_code == 1
    assert f"Error: {quick / 'build'}" in result.output
    assert "copy the project to a folder of your own" in result.output
    assert (quick / "site" / "index.html").read_text(encoding="utf-8") == "good"


def test_looking_for_mistakes_needs_no_right_to_write(small: Path, refuse: Refuse) -> None:
    """Content on a disk that may only be read is checked as anywhere; only the notes for the next time are left out."""
    refuse(errno.EROFS, 0)
    result = run(small, "check")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "No errors.")
    assert "nothing has changed" not in run(small, "check").output


@pytest.mark.parametrize("given", ["99999999999999999", "4354819200", "0", "9" * 5000, "today", "-1", "1e9", "²"])
def test_a_day_of_the_build_that_is_none_is_told(small: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """A technician who sets the variable wrongly reads its name and what it should hold."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    result = run(small, "check")
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: SOURCE_DATE_EPOCH is '{given[:20]}'; it should count seconds since 1970 ")
    assert len(result.output.splitlines()) == 1


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "127.0.0.1:65536", "127.0.0.1:", "8000", "127.0.0.1:http", ""])
def test_an_address_that_cannot_be_is_refused_before_anything_is_made(small: Path, address: str) -> None:
    """Nobody is sent to an address that does not answer."""
    result = run(small, "serve", "--address", address)
    assert result.exit_code == 2
    assert f"'{address}' is no host and port; write one such as 127.0.0.1:8080, up to 65535" in result.output
    assert "Open http" not in result.output


@pytest.mark.parametrize("name", ["pydantic", "filelock", "brotli"])
def test_a_package_that_is_missing_is_told_in_a_line_whenever_it_is_needed(small: Path, name: str) -> None:
    """At the start, while a command waits, or when the site is made: the remedy, and the last good site stays."""
    lacking = f"raise ModuleNotFoundError(\"No module named '{name}'\", name='{name}')\n"
    write(small, {f"shadow/{name}/__init__.py": lacking, "site/index.html": "good"})
    ran = python("-m", "build_scripts", "site", "--project", str(small), cwd=ROOT, PYTHONPATH=str(small / "shadow"))
    told = f"A package is not installed, or broken (No module named '{name}'): 'python3 run.py' mends it."
    assert (ran.returncode, ran.stderr.splitlines()) == (BROKEN, [told])
    assert (small / "site" / "index.html").read_text(encoding="utf-8") == "good"


def test_what_was_changed_meanwhile_is_not_published(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site is never of two versions of its content: who saves while it is made is told so, and runs it again."""
    start = quick / "content_data" / "guidance" / "start.md"
    finish = getattr(publishing, "finish")  # noqa: B009  # it only uses it

    def meanwhile(*arguments: Any, **options: Any) -> None:
        start.write_text(start.read_text(encoding="utf-8").replace("title: Start", "title: Begin"), encoding="utf-8")
        finish(*arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(publishing, "finish", meanwhile)
        result = run(quick, "site", "--quiet")
    assert result.exit_code == 1
    assert f"files were changed while it was made: {START}; run this again" in result.output
    assert (quick / "site" / "index.html").read_text(encoding="utf-8") == "good"
    assert run(quick, "site", "--quiet").exit_code == 0


def test_what_was_changed_while_it_was_read_is_looked_at_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No check stands for content that it has not seen, or has half seen."""
    glossary, load = small / GLOSSARY, getattr(project, "load_all")  # noqa: B009  # it only uses it

    def meanwhile(root: Path) -> Any:
        loaded = load(root)
        os.utime(glossary, ns=(1, 1))
        return loaded

    with monkeypatch.context() as patched:
        patched.setattr(project, "load_all", meanwhile)
        run(small, "check")
    assert "nothing has changed" not in run(small, "check").output
    assert "nothing has changed" in run(small, "check").output


def test_two_sites_at_once_make_one_after_the_other(tmp_path: Path) -> None:
    """Who starts the command twice reads whom the second waits for, and both end well with one whole site."""
    root = with_documents(whole_project(tmp_path / "small"))
    command = [
        sys.executable,
        "-m",
        "build_scripts",
        "site",
        "--quiet",
        "--today",
        "2026-06-01",
        "--project",
        str(root),
    ]
    pair = [subprocess.Popen(command, cwd=ROOT, stdout=-1, stderr=-1, encoding="utf-8") for _ in range(2)]
    ends = [(process.pid, *process.communicate(), process.returncode) for process in pair]
    assert [code for *_, code in ends] == [0, 0], ends
    said = [err for _, _, err, _ in ends if err]
    assert len(said) == 1 and re.match(r"Another command( \(process \d+\))? is making this site; ", said[0])
    assert unchanged.is_whole(root, SITE_FOLDER)


def test_a_fault_that_cannot_be_written_down_is_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where neither the project nor the system takes the details, one line tells so, without a traceback."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"build": "a file", "moving-forward-error.log/x": ""})
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("build_scripts.cli.cli", lambda: list[str]().pop())
    with pytest.raises(SystemExit):
        main()
    told = capsys.readouterr().err.splitlines()
    assert told == [
        "This is a fault of the program, not of your content: IndexError('pop from empty list')",
        "Its details can be written nowhere.",
    ]
