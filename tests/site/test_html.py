"""Every page is valid HTML, says the Nu HTML checker."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.built import ROOT, Built
from tests.folders import python
from tests.learning import unpack
from tests.node import package
from tests.real import SESSIONS
from tests.server import serving

NOT_CHECKED = "HTML validity was not checked: no Java on this machine"


@pytest.fixture(scope="session")
def java() -> str:
    """Java, which a machine may lack; a program of that name that only says where to get one does not count."""
    program = shutil.which("java")
    if not program or subprocess.run([program, "-version"], capture_output=True, check=False).returncode:
        pytest.skip(NOT_CHECKED)
    return program


def nu(java: str, addresses: list[str]) -> list[dict[str, Any]]:
    """Return what the checker says of pages: errors, warnings and failures to read."""
    jar = package("vnu") / "vnu-jar" / "build" / "dist" / "vnu.jar"
    local = "-Dnu.validator.servlet.allow-forbidden-hosts=true"  # to it, this machine is one
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    command = [java, local, "-jar", str(jar), *options, *addresses]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    messages: list[dict[str, Any]] = json.loads(ran.stdout)["messages"]
    return messages


def test_every_page_is_valid_html(java: str, built: Built) -> None:
    """No error and no warning on any page; pages come from a server, since a policy of 'self' means one."""
    pages = [page["path"] for page in built.manifest["pages"]]
    with serving(built.site) as server:
        found = nu(java, [server.address + page for page in pages])
        assert {sent.path for sent in server.sent} == set(pages)
        told = [f"{m['url'].removeprefix(server.address)}:{m.get('lastLine', 0)}: {m['message']}" for m in found]
    assert not told, "\n".join(told)


def test_every_launch_page_is_valid_html(java: str, tmp_path: Path) -> None:
    """Pages of SCORM packages never stand in the site, and are held to the same."""
    with serving(unpack(tmp_path)) as server:
        found = nu(java, [f"{server.address}{session}/index.html" for session in SESSIONS])
        assert len({sent.path for sent in server.sent}) == len(SESSIONS)
    told = [f"{m['url'].removeprefix(server.address)}:{m.get('lastLine', 0)}: {m['message']}" for m in found]
    assert not told, "\n".join(told)


def test_the_checker_finds_mistakes(java: str, built: Built) -> None:
    """A pass means something: the checker that found nothing above sees a mistake where there is one."""
    spoilt = built.root / "build" / "spoilt"
    spoilt.mkdir(exist_ok=True)
    (spoilt / "page.html").write_text('<!doctype html><html lang="en"><title>Spoilt</title><b><p>No</b>', "utf-8")
    with serving(spoilt) as server:
        assert "error" in {message["type"] for message in nu(java, [f"{server.address}page.html"])}


def test_a_machine_without_java_is_told_so() -> None:
    """The end of the run says what was not checked, also in a quiet run."""
    ran = python("-m", "pytest", "-q", f"{__file__}::{test_every_page_is_valid_html.__name__}", cwd=ROOT, PATH="")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert NOT_CHECKED in ran.stdout.splitlines()[-3:]
