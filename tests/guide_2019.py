"""What the 2019 guide was made of, by the ids of the pages that it became here; the guide changes no more."""

import subprocess
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest

from tests.built import ROOT

SHARED = ROOT.parent / "shared"

SECTIONS = (
    *("how-this-helps", "about", "key-documents", "understanding", "why-it-happens", "why-it-matters"),
    *("first-hour", "what-next", "supportive-discussion", "parents-and-carers", "moving-forward-plan"),
)
QUESTIONS = ("devices", "group-incident", "not-interested", "happened-again", "outside-hours", "now-targeted")
BEHAVIOURS = ("image-sharing", "pressure-and-threats", "targeted-bullying", "unwanted-attention")


TERMS = (
    "the young person who has displayed the behaviour",
    "displayed harmful sexual behaviour online",
    "Young people's experiences of online sexual harassment",
    "Why young people display harmful sexual behaviour online",
    "Not interested or open to help",
)
"""How the field says it, and titles: words that both texts have to share."""


def overlap(*places: Path) -> str:
    """Return which runs of seven or more words of the guide stand in files and folders, outside titles and terms."""
    tool = SHARED / "tools" / "check_overlap.py"
    if not tool.exists():
        pytest.skip("the 2019 guide is not part of this repository; its copy beside it is not here")
    names = (SHARED / "tools" / "allow.txt").read_text(encoding="utf-8")
    source = min((SHARED / "source").glob("*.txt"))
    with NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as allowed:
        allowed.write("\n".join((names, *TERMS)))
        allowed.flush()
        command = [str(tool), str(source), *map(str, places), "--allow", allowed.name, "--min", "7"]
        ran = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    return (ran.stdout + ran.stderr or "it failed") if ran.returncode else ""
