"""What the 2019 guide was made of, by the ids of the pages that it became here; the guide changes no more."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.built import ROOT

SHARED = ROOT.parent / "shared"

SECTIONS = (
    *("how-this-helps", "about", "key-documents", "understanding", "why-it-happens", "why-it-matters"),
    *("first-hour", "what-next", "supportive-discussion", "parents-and-carers", "moving-forward-plan"),
)
QUESTIONS = ("devices", "group-incident", "not-interested", "happened-again", "outside-hours", "now-targeted")
BEHAVIOURS = ("image-sharing", "pressure-and-threats", "targeted-bullying", "unwanted-attention")


def overlap(*places: Path) -> str:
    """Return which runs of eight or more words of the guide stand in files and folders, outside titles and names."""
    tool, allowed = SHARED / "tools" / "check_overlap.py", SHARED / "tools" / "allow.txt"
    if not tool.exists():
        pytest.skip("the 2019 guide is not part of this repository; its copy beside it is not here")
    source = min((SHARED / "source").glob("*.txt"))
    command = [sys.executable, str(tool), str(source), *map(str, places), "--allow", str(allowed)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return (ran.stdout + ran.stderr or "it failed") if ran.returncode else ""
