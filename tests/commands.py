"""Commands as pages, hooks and workflows name them, and what of them the project does not have."""

import re
import shlex
from importlib.util import find_spec

from build_scripts import run
from build_scripts.cli import cli
from tests.built import ROOT

VERBS = [line.split()[2] for line in (run.__doc__ or "").splitlines() if line.startswith("  python3 run.py ")]
"""What run.py explains."""
FETCHED = {"pre-commit", "pre_commit", "uv"}
"""Programs that a page lets people install, and that no lock brings."""


def commands(text: str) -> list[str]:
    """Return the commands of the blocks of shell on a page, and those that stand in a sentence."""
    lines = [line for block in re.findall(r"(?s)```sh\n(.*?)```", text) for line in block.splitlines()]
    lines += re.findall(r"`((?:python|python3|mkdocs) [^`]+)`", text)
    return [part.strip() for line in lines for part in line.split("&&") if part.strip()]


def lacking(command: str) -> list[str]:
    """Return what a command names that the project does not have."""
    program, *words = shlex.split(command, comments=True)
    if program == ".":
        return []
    if program not in ("python", "python3"):
        return [] if program in FETCHED or find_spec(program) else [program]
    if words[0] != "-m":
        wrong = [] if (ROOT / words[0]).is_file() else [words[0]]
        return wrong + [word for word in words[1:2] if words[0] == "run.py" and word not in VERBS]
    module, *rest = words[1:]
    if module == "build_scripts":
        return [word for word in rest[:1] if not word.startswith("-") and word not in cli.commands]
    paths = [word for word in rest if "/" in word or word.endswith((".in", ".txt"))]
    missing = [] if module in FETCHED or find_spec(module) else [module]
    return missing + [path for path in paths if not (ROOT / path).exists()]
