"""The command line: each command parses, calls one function and prints."""

from __future__ import annotations

import gc
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import partial, wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from build_scripts.content.confirmations import Reviewer
from build_scripts.content.problems import ContentError, Problem
from build_scripts.content.reader.files import told_with_lines
from build_scripts.formats import pdf
from build_scripts.publish import unchanged
from build_scripts.publish.atomic_swap import repair
from build_scripts.publish.commit_date import NoMomentError
from build_scripts.publish.disk_faults import plain_words
from build_scripts.publish.kept_results import kept_results
from build_scripts.publish.one_at_a_time import one_at_a_time
from build_scripts.publish.progress import Progress, silent
from build_scripts.publish.site_folder import SITE_FOLDER
from build_scripts.publish.sources import changed_since, stamps

if TYPE_CHECKING:
    from build_scripts.publish.project import Project
    from build_scripts.release.browser_audit import BrowserAudit

# What only one command needs, that command imports: the parts together take a second to load.

ERROR_LOG = "build/error.log"
HIGHEST_PORT = 65535
REVIEW_DATES = "build/review-dates.md"
REVIEW_DESK = "build/review-desk.md"
SCHEMA_FOLDER = "content_data/schema"

project_option = click.option(
    "--project",
    "root",
    type=click.Path(path_type=Path, exists=True, file_okay=False, resolve_path=True),
    default=".",
    help="The project folder; the current one unless given.",
)
format_option = click.option(
    "--format", "form", type=click.Choice(["text", "github"]), default="text", help="How to print problems."
)
quiet_option = click.option("--quiet", is_flag=True, help="Print problems and one line of figures, for CI.")
today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Judge review dates against this day."
)
dates_option = click.option("--strict-dates", is_flag=True, help="Make an overdue review an error.")


def content_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of reading and checking content."""
    for option in (dates_option, today_option, quiet_option, format_option, project_option):
        command = option(command)
    return command


def in_turn(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command wait while another one makes the site of the same project."""

    @wraps(command)
    def waiting(root: Path, **options: Any) -> None:
        with one_at_a_time(root, partial(click.echo, err=True)):
            command(root=root, **options)

    return waiting


class Commands(click.Group):
    """Commands that tell of a full disk or a missing permission in one line, whichever of them meets it."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except NoMomentError as error:
            raise click.ClickException(str(error)) from None
        except OSError as error:
            told = plain_words(error)
            if told is None:
                raise
            raise click.ClickException(f"{told}. What stood before stays.") from None


class Place(click.ParamType[tuple[str, int]]):
    """Where something is served: a host and a port."""

    name = "host:port"

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> tuple[str, int]:
        """Return host and port, or say how they are written."""
        host, _, port = str(value).rpartition(":")
        if not host or not re.fullmatch("[0-9]{1,5}", port) or int(port) > HIGHEST_PORT:
            self.fail(f"'{value}' is no host and port; write one such as 127.0.0.1:8080, up to {HIGHEST_PORT}")
        return host, int(port)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Make the Moving Forward site from content_data/.

    Example: python -m build_scripts site
    """


@cli.command()
@content_options
@click.option("--scores", is_flag=True, help="Also print reading age and longest sentence of each page.")
def check(root: Path, form: str, quiet: bool, today: datetime | None, strict_dates: bool, scores: bool) -> None:
    """Find every mistake in the content; change nothing in it or in the site.

    Example: python -m build_scripts check --strict-dates
    """
    start, seen = time.monotonic(), stamps(root)
    key = unchanged.site_key(root, _day(today), strict_dates)
    if not scores and (before := unchanged.remembered(root, unchanged.CHECKED, key)):
        _print(root, list(before.warnings), form, quiet)
        _end(quiet, before.figures, start, "No errors; nothing has changed since the last check.")
        return
    with kept_results(root):
        project = _open(root, form, quiet, today, strict_dates)
    if scores:
        from build_scripts.check import readability

        click.echo("\n".join(readability.table(project.content)))
    figures = _figures(project)
    if not changed_since(root, seen):
        unchanged.remember(root, unchanged.CHECKED, unchanged.Outcome(key, figures, tuple(project.warnings)))
    _end(quiet, figures, start, "No errors.")


@cli.command()
@content_options
@in_turn
def site(root: Path, form: str, quiet: bool, today: datetime | None, strict_dates: bool) -> None:
    """Check the content and build the site; on any error the last good site stays.

    Example: python -m build_scripts site --quiet
    """
    start, seen = time.monotonic(), stamps(root)
    repair(root, SITE_FOLDER)
    where = f"Open {root / SITE_FOLDER.folder / 'index.html'} in a browser, or run: python3 run.py serve"
    key = unchanged.site_key(root, _day(today), strict_dates)
    before = unchanged.remembered(root, unchanged.STANDING, key)
    if before and unchanged.is_whole(root, SITE_FOLDER):
        _print(root, list(before.warnings), form, quiet)
        _tell_what_is_lacking()
        _end(quiet, before.figures, start, f"Nothing has changed; the site stands. {where}")
        return
    from build_scripts.publish.build import publish
    from build_scripts.publish.generator import BuildError

    try:
        with kept_results(root), _telling_mistakes(root, form, quiet):
            project = _open(root, form, quiet, today, strict_dates)
            made = publish(root, project, silent if quiet else _progress)
    except BuildError as error:
        raise click.ClickException(f"the site was not built, the last good one stays.\n{error}") from None
    _tell_what_is_lacking()
    figures = _figures(project, made)
    if not changed_since(root, seen):
        unchanged.remember(root, unchanged.STANDING, unchanged.Outcome(key, figures, tuple(project.warnings)))
    _end(quiet, figures, start, where)


@cli.command()
@content_options
@click.option("--skip-browser", is_flag=True, help="Open no page in a browser; the report then says so.")
@in_turn
def release(root: Path, form: str, quiet: bool, today: datetime | None, strict_dates: bool, skip_browser: bool) -> None:
    """Build the site and every edition of it into dist/, and report on them; on any error the last good ones stay.

    Example: python -m build_scripts release --quiet
    """
    from build_scripts.publish import downloads
    from build_scripts.publish.generator import BuildError
    from build_scripts.release.build import RELEASE_FOLDER, REPORT
    from build_scripts.release.build import release as make_release

    start = time.monotonic()
    repair(root, SITE_FOLDER)
    repair(root, RELEASE_FOLDER)
    project = _open(root, form, quiet, today, strict_dates)
    if lacking := downloads.missing_library():
        raise click.ClickException(f"a release has every file.\n{lacking}")
    try:
        with _telling_mistakes(root, form, quiet):
            make_release(root, project, None if skip_browser else _inspect, silent if quiet else _progress)
    except BuildError as error:
        raise click.ClickException(f"nothing was released, the last good release stays.\n{error}") from None
    _end(quiet, _figures(project), start, f"Open {root / RELEASE_FOLDER.folder / REPORT} in a browser.")


@cli.command()
@project_option
@click.option("--address", type=Place(), default="127.0.0.1:8000", help="Where to serve: host and port.")
def serve(root: Path, address: tuple[str, int]) -> None:
    """Preview the site; a saved change in content_data/ shows at once.

    Example: python -m build_scripts serve --address 127.0.0.1:8080
    """
    from build_scripts.publish.preview import Preview, PreviewServer

    gc.enable()  # a preview may stay for days
    gc.set_threshold(100_000)
    with TemporaryDirectory() as place:
        preview = Preview(root, Path(place), click.echo)
        with kept_results(root):
            preview.build()
        server: Any = PreviewServer(preview, *address)
        try:
            server.serve()
        except KeyboardInterrupt:
            click.echo("Stopped.")
        except OSError as error:
            raise click.ClickException(
                f"nothing can be served at {':'.join(map(str, address))}: {error.strerror}"
            ) from None
        finally:
            server.shutdown()


@cli.command()
@project_option
@format_option
@quiet_option
@today_option
@in_turn
def stage(root: Path, form: str, quiet: bool, today: datetime | None) -> None:
    """Write the pages to build/staged, for a generator without hooks.

    Example: python -m build_scripts stage, then: zensical build -f build/staged/mkdocs.yml
    """
    from build_scripts.publish.staging import stage as write_stage

    start = time.monotonic()
    with kept_results(root):
        project = _open(root, form, quiet, today, False)
        settings = write_stage(root, project)
    _end(quiet, _figures(project), start, f"Settings for the generator: {settings.relative_to(root)}")


@cli.command()
@project_option
def schema(root: Path) -> None:
    """Write the JSON Schemas that help editors' programs complete and check YAML.

    Example: python -m build_scripts schema
    """
    from build_scripts.content.json_schema import build_schemas

    folder = root / SCHEMA_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    schemas = build_schemas()
    for name, text in schemas.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{len(schemas)} schemas written to {SCHEMA_FOLDER}.")


@cli.command()
@project_option
@click.argument("kind", default="")
@click.argument("name", default="")
def new(root: Path, kind: str, name: str) -> None:
    """Begin a question, term, service, document, statistic, section, form, session, scenario or more.

    Example: python -m build_scripts new service rain-line
    """
    from build_scripts.content.load import load_all
    from build_scripts.content.new_record import KINDS, NameTakenError, begin

    if kind not in KINDS:
        known = "\n".join(f"  {word:<10} {new.about}" for word, new in KINDS.items())
        wrong = f"'{kind}' cannot be begun; " if kind else ""
        raise click.UsageError(f"{wrong}name one of these, and give it a name:\n{known}")
    try:
        begun = begin(root, load_all(root).content, kind, name)
    except NameTakenError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Begun in {' and '.join(begun.places)}.")
    click.echo("Fill in each line that says FILL IN, until this names none: python3 run.py check")
    click.echo(f"Then {begun.then}")


@cli.command("review-dates")
@project_option
@today_option
@click.option("--within", type=click.IntRange(0, 3650), help="How many days ahead to look; settings.yml has the usual.")
@click.option("--online", is_flag=True, help="Open each owner's page and report what it answers; needs the internet.")
def review_dates(root: Path, today: datetime | None, within: int | None, online: bool) -> None:
    """Say what is overdue, due soon or not confirmed; write build/review-dates.md, and a desk to work from beside it.

    Example: python -m build_scripts review-dates --within 90 --online
    """
    from build_scripts.check import review_desk, review_report
    from build_scripts.content.load import load_all

    loaded = load_all(root)
    text = review_report.report(loaded.content, _day(today), within)
    if online:
        with review_report.client() as client:
            lines = list(review_report.look_online(loaded.content, client.get))
        text += "\n## Owners' pages\n\n" + "\n".join(lines) + "\n"
    (root / REVIEW_DATES).parent.mkdir(exist_ok=True)
    (root / REVIEW_DESK).write_text(review_desk.desk(loaded.content), encoding="utf-8", newline="\n")
    (root / REVIEW_DATES).write_text(text, encoding="utf-8", newline="\n")
    click.echo(text, nl=False)


@cli.command()
@project_option
@today_option
@click.argument("name")
@click.option("--by", help='Who did it: "Name, role".')
@click.option("--saw", help="What they saw, in a few words.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day they did it; today unless given.")
@click.option("--reviewer", type=click.Choice([*map(str, Reviewer)]), help="As whom they read a page or a scenario.")
@click.option("--hours", is_flag=True, help="They compared the table of opening hours.")
def confirm(root: Path, name: str, by: str | None, saw: str | None, **options: Any) -> None:
    """Show what an entry, page or scenario asks of a reviewer; with --by and --saw, write down who did it.

    Example: python -m build_scripts confirm document:kcsie --by "Name, role" --saw "the same edition and dates"
    """
    from build_scripts.check import review_desk
    from build_scripts.content import sign
    from build_scripts.content.load import load_all
    from build_scripts.content.uses import uses

    content, today = load_all(root).content, _day(options["today"])
    try:
        to, record = sign.find(content, name)
        if by is None and saw is None:
            click.echo("\n".join(review_desk.entry(content, to, record, uses(content))))
            return
        person, _, role = (part.strip() for part in (by or "").partition(","))
        day = options["day"].date() if options["day"] else today
        reviewer = Reviewer(options["reviewer"]) if options["reviewer"] else None
        signature = sign.Signature(person, role, day, (saw or "").strip(), reviewer, options["hours"])
        sign.sign(root, record, signature, today)
    except sign.NotSignedError as error:
        raise click.ClickException(f"nothing was written: {error}") from None
    click.echo(f"Written into {record.location.path}. Now run: python3 run.py site")


def _inspect(folder: Path, progress: Progress) -> BrowserAudit:
    """Look at what was made; what that takes is installed for releases and tests alone."""
    from build_scripts.publish.generator import BuildError

    try:
        from build_scripts.release import browser_audit
    except ModuleNotFoundError as error:
        raise BuildError(
            f"{error.name} is not installed: go through 'python3 run.py release', or add --skip-browser"
        ) from None
    try:
        return browser_audit.audit(folder, progress)
    except FileNotFoundError as error:
        raise BuildError(str(error)) from None


def _open(root: Path, form: str, quiet: bool, today: datetime | None, strict_dates: bool) -> Project:
    from build_scripts.publish import downloads
    from build_scripts.publish.project import open_project

    _say(quiet, "Reading and checking content …")
    with _telling_mistakes(root, form, quiet):
        project = open_project(root, _day(today), strict_dates, downloads.available_shapes())
    _print(root, project.warnings, form, quiet)
    return project


@contextmanager
def _telling_mistakes(root: Path, form: str, quiet: bool) -> Iterator[None]:
    """Print what is wrong with the content, which some words show only when they are put to use, and end."""
    try:
        yield
    except ContentError as error:
        _print(root, error.problems, form, quiet)
        errors = sum(problem.severity == "error" for problem in error.problems)
        _say(quiet, f"{errors} to mend. Nothing was built; the last good site stays.")
        sys.exit(1)


def _tell_what_is_lacking() -> None:
    """Say what this computer lacks to make every document, also of a site that stands."""
    if pdf.missing():
        from build_scripts.publish import downloads

        click.echo(downloads.missing_library(), err=True)


def _day(today: datetime | None) -> date:
    return today.date() if today else date.today()


@contextmanager
def _progress(name: str, parts: int) -> Iterator[Callable[[], object]]:
    """Show a long step: a bar that fills where somebody watches, else a line when it begins."""
    if parts and sys.stdout.isatty():
        with click.progressbar(length=parts, label=name, show_pos=True) as bar:
            yield partial(bar.update, 1)
    else:
        click.echo(f"{name} …")
        yield lambda: None


def _print(root: Path, problems: list[Problem], form: str, quiet: bool) -> None:
    if form == "github":
        told: Iterable[str] = map(Problem.as_github, problems)
    else:
        told = map(Problem.told, problems) if quiet else told_with_lines(root, problems)
    for text in told:
        click.echo(text)


def _say(quiet: bool, text: str) -> None:
    if not quiet:
        click.echo(text)


def _figures(project: Project, documents: int | None = None) -> str:
    items = sum(1 for _ in project.content.every())
    made = f"{documents} documents, " if documents is not None else ""
    return f"{len(project.files)} pages, {made}{items} items, {len(project.warnings)} warnings"


def _end(quiet: bool, figures: str, start: float, last: str) -> None:
    """Print the figures of a run, how long it took, and what to do next."""
    click.echo(f"{figures}, {time.monotonic() - start:.1f} seconds.")
    _say(quiet, last)


def main() -> None:
    """Run the command line; no traceback ever reaches an editor.

    A command ends before rubbish would matter, and looking for it costs a sixth of the time; so does a last look when
    the process ends.
    """
    gc.disable()
    try:
        cli()
    except ImportError:  # a package is lacking, which is neither a fault of the program nor of the content
        raise
    except Exception as error:  # the last resort: anything not foreseen
        log = _write_log(traceback.format_exc())
        click.echo(f"This is a fault of the program, not of your content: {error!r}", err=True)
        click.echo(
            f"Please send {log} to those who maintain it." if log else "Its details can be written nowhere.", err=True
        )
        sys.exit(1)
    finally:
        gc.freeze()


def _write_log(text: str) -> str:
    """Write what maintainers need to know in the project, else where the system keeps such files; return where."""
    for path in (Path(ERROR_LOG), Path(tempfile.gettempdir()) / "moving-forward-error.log"):
        with suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return path.as_posix()
    return ""
