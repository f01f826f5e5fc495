"""The review desk tells a person what to open, what to compare, and what rests on it."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_scripts.check.review_desk import desk
from build_scripts.cli import cli
from build_scripts.content.confirmations import Reviewer
from build_scripts.content.load import load_all
from tests.conftest import Change
from tests.folders import files_in

COMMAND = 'python3 run.py confirm {} --by "Name, role" --saw "…"'


def part(text: str, name: str) -> list[str]:
    """Return the lines of one entry of the desk."""
    return text.split(f"({name})\n")[1].split("\n#")[0].strip().split("\n")


def test_an_entry_says_what_to_open_to_compare_and_what_rests_on_it(small: Path) -> None:
    """Whoever sits at the desk needs to look nowhere else."""
    text = desk(load_all(small).content)
    assert part(text, "service:a-line")[:4] == [
        "- Open: https://example.org/line",
        "- File: content_data/services/a-line.yml",
        "- Call: 0117 496 0123",
        "- When: 12:30 daily",
    ]
    study = part(text, "document:a-study")
    assert "- What applies now: It stands." in study
    assert "- The site says: «More words, from a study.» (guidance/start.html)" in study
    assert study[-1] == f"- Record it: `{COMMAND.format('document:a-study')}`"
    assert text.index("### A line\n") < text.index("### A university\n")


def test_figures_stand_with_the_report_that_holds_them(small: Path, change: Change) -> None:
    """Whoever opens a report compares its figures too; a survey without a report says that one is missing."""
    figures = "content_data/statistics.yml"
    change("content_data/guidance/start.md", "More words,", "About [1 in 12](statistic:a-figure) said yes. More words,")
    missing = f"- A survey ({figures}:2): add its report to documents/, and name it under 'document:'"
    assert missing in desk(load_all(small).content).split("\n")
    change(figures, "    nations: UK\n", "    nations: UK\n    document: a-study\n")
    text = desk(load_all(small).content)
    lines = part(text, "document:a-study")
    at = lines.index("- It holds the survey «A survey» (2017; UK; 100 people)")
    assert lines[at + 1 : at + 3] == [
        "- Figure: 8%, about 1 in 12 said yes",
        "- The site says: «About 1 in 12 said yes.» (guidance/start.html)",
    ]
    assert "without a report" not in text


def test_a_table_of_hours_is_asked_for_until_somebody_compares_it(small: Path, change: Change) -> None:
    """Whoever compares an entry learns that its table needs a line of its own."""
    table = "hours_table:\n  - {days: [monday], all_day: yes}\n"
    change("content_data/services/a-line.yml", "checked_on:", f"{table}checked_on:")
    assert any("add `--hours`" in line for line in part(desk(load_all(small).content), "service:a-line"))
    signed = "hours_confirmed: {by: Ann Example, role: a tester, on: 2026-01-01, saw: the table}\n"
    change("content_data/services/a-line.yml", "checked_on:", f"{signed}checked_on:")
    assert "add `--hours`" not in desk(load_all(small).content)


@pytest.mark.parametrize(("day", "waits"), [("2026-05-01", False), ("2025-12-31", True)])
def test_what_was_compared_leaves_the_desk_until_it_is_looked_up_again(
    small: Path, change: Change, day: str, waits: bool
) -> None:
    """Nobody compares twice what has not changed, and what may have changed comes back with who compared it."""
    signed = f"confirmed: {{by: Ann Example, role: a tester, on: {day}, saw: the same}}"
    change("content_data/services/a-line.yml", "confidence: high", f"confidence: high\n{signed}")
    text = desk(load_all(small).content)
    assert ("(service:a-line)" in text) is waits
    assert ("Compared last by Ann Example, 2025-12-31" in text) is waits


def test_each_reviewer_who_is_missing_has_a_line(small: Path, change: Change) -> None:
    """Pages for young people and scenarios wait for their readers as guidance does."""
    review = "reviews:\n  - {reviewer: dsl, by: Ann Example, role: a tester, on: 2026-05-01, saw: all of it}\n"
    change("content_data/guidance/start.md", "checked_on:", f"{review}checked_on:")
    lines = desk(load_all(small).content).split("## To be read by a reviewer")[1].split("\n")
    asked = [line for line in lines if "section:start" in line]
    assert [line.split("`")[0] for line in asked] == [
        "- Start, not yet reviewed as specialist: ",
        "- Start, not yet reviewed as young-people: ",
    ]
    assert all(any(name in line for line in lines) for name in ("scenario:a-chat", "page:help", "faq:what-then"))


def test_the_command_shows_first_and_writes_when_somebody_signs(small: Path) -> None:
    """One command serves both: without a name it shows the entry, with one it writes it down."""
    before, line = files_in(small / "content_data"), ["confirm", "a-study", "--project", str(small)]
    shown = CliRunner().invoke(cli, line)
    assert shown.exit_code == 0 and "- Open: https://example.org/study" in shown.output
    assert files_in(small / "content_data") == before
    signed = [*line, "--by", "Ann Example, a tester", "--saw", "the same study", "--today", "2026-06-01"]
    done = CliRunner().invoke(cli, signed)
    assert (done.exit_code, done.output) == (
        0,
        "Written into content_data/documents/a-study.yml. Now run: python3 run.py site\n",
    )
    record = load_all(small).content.find("document", "a-study")
    assert record is not None and "Ann Example" in str(record)


@pytest.mark.parametrize("reviewer", Reviewer)
def test_each_line_of_the_desk_works_once_a_name_is_put_in(small: Path, reviewer: Reviewer) -> None:
    """Whoever copies a line from the desk and writes their own words in place of the example is understood."""
    lines = desk(load_all(small).content).split("`")
    (line,) = [each for each in lines if f"section:start --reviewer {reviewer} " in each]
    words = shlex.split(line.replace("Name, role", "Ann Example, a tester").replace("…", "all of it"))[2:]
    done = CliRunner().invoke(cli, [*words, "--project", str(small), "--today", "2026-06-01"])
    assert done.exit_code == 0, done.output
    assert f"section:start --reviewer {reviewer} " not in desk(load_all(small).content)


@pytest.mark.parametrize(
    "options", [["--by", "Ann Example, a tester"], ["--saw", "it"], ["--by", "Ann", "--saw", "it"]]
)
def test_half_a_signature_is_refused(small: Path, options: list[str]) -> None:
    """Without a name, a role, or what was seen, nothing is written."""
    before = files_in(small / "content_data")
    result = CliRunner().invoke(cli, ["confirm", "a-line", "--project", str(small), "--today", "2026-06-01", *options])
    assert result.exit_code == 1 and "nothing was written" in result.output
    assert files_in(small / "content_data") == before
