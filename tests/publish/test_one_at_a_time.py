"""Two commands at once make one site, and nobody waits for a command that is gone."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.publish.one_at_a_time import HOLDER, one_at_a_time
from tests.built import ROOT

HOLD = """
import sys
from pathlib import Path
from build_scripts.publish.one_at_a_time import one_at_a_time
with one_at_a_time(Path(sys.argv[1]), print):
    print("here", flush=True)
    sys.stdin.readline()
"""


def holding(root: Path) -> "subprocess.Popen[str]":
    """Start another process that keeps others out until it is told to end, and wait until it does."""
    command = [sys.executable, "-c", HOLD, str(root)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "here\n"
    return process


def test_the_second_waits_and_says_for_whom(tmp_path: Path) -> None:
    """Somebody who starts a command twice reads which process works, and gets the turn when that has ended."""
    other, said = holding(tmp_path), list[str]()

    def end_the_other(text: str) -> None:
        said.append(text)
        other.communicate("\n")

    with one_at_a_time(tmp_path, end_the_other):
        assert (tmp_path / HOLDER).read_text(encoding="utf-8") == str(os.getpid())
    told = f"Another command (process {other.pid}) is making this site; this one begins when that has ended …"
    assert said == [told]
    assert not (tmp_path / HOLDER).exists()


def test_a_command_that_was_killed_keeps_nobody_out(tmp_path: Path) -> None:
    """After a crash or a closed terminal the next command works at once."""
    other = holding(tmp_path)
    other.send_signal(signal.SIGKILL)
    other.communicate()
    with one_at_a_time(tmp_path, lambda text: pytest_fails(text)):
        pass


def test_whoever_holds_it_without_a_number_is_waited_for_too(tmp_path: Path) -> None:
    """A number that cannot be read, or is none, is left out of the sentence."""
    for number in (None, "half", ""):
        other, said = holding(tmp_path), list[str]()
        (tmp_path / HOLDER).unlink()
        if number is not None:
            (tmp_path / HOLDER).write_text(number, encoding="utf-8")
        with one_at_a_time(tmp_path, lambda text, said=said, other=other: (said.append(text), other.communicate("\n"))):  # type: ignore[misc]
            assert len(said) == 1 and re.match(r"Another command is making this site;", said[0])


def pytest_fails(text: str) -> None:
    """Fail: nobody was to be waited for."""
    raise AssertionError(text)


def test_a_disk_that_refuses_holds_nobody_up(tmp_path: Path) -> None:
    """Who cannot say that they work, or that they have ended, lets the next one in, and is told why they stopped."""
    (tmp_path / HOLDER).mkdir(parents=True)
    for _ in range(2):
        with pytest.raises(IsADirectoryError), one_at_a_time(tmp_path, print):
            pass
