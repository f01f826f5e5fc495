"""A technician can look up what a release was made with, and under which licences."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from build_scripts.pages.generated import BuildInfo
from build_scripts.release.bill_of_materials import LIBRARIES, READERS, bill_of_materials
from tests.built import ROOT
from tools import licences

INFO = BuildInfo("1.2.3", date(2026, 6, 1), date(2026, 1, 5))
LISTED: list[dict[str, str]] = json.loads(LIBRARIES.read_text(encoding="utf-8"))
SHIPPED: list[dict[str, str]] = json.loads(READERS.read_text(encoding="utf-8"))
SPDX = r"[A-Za-z0-9.-]+(?: (?:OR|AND) [A-Za-z0-9.-]+)*"


def bill(info: BuildInfo = INFO) -> Any:
    """Return the bill as a program reads it."""
    return json.loads(bill_of_materials("A site", info))


def test_each_library_stands_there_with_its_licence() -> None:
    """Nothing that made the release is left out, and no licence is unknown."""
    components = {each["name"]: each for each in bill()["components"]}
    assert {each["name"] for each in (*LISTED, *SHIPPED)} <= components.keys()
    assert all(re.fullmatch(SPDX, each["licenses"][0]["expression"]) for each in components.values())
    purls = [each["purl"] for each in components.values() if each["type"] == "library"]
    assert purls and all(re.fullmatch(r"pkg:(?:npm|pypi)/(?:%40[a-z]+/)?[a-z0-9.-]+@[\w.]+", purl) for purl in purls)


def test_it_is_that_of_the_release() -> None:
    """Version and day are those of the build, and the same release has the same bytes."""
    about = bill(replace(INFO, version="2.0.0"))["metadata"]
    assert (about["component"]["version"], about["timestamp"]) == ("2.0.0", "2026-06-01T00:00:00Z")
    assert bill_of_materials("A site", INFO) == bill_of_materials("A site", INFO)


def test_the_lists_are_fresh() -> None:
    """After a change of requirements both lists are written again, and NOTICE.md names each licence."""
    assert licences.libraries(LISTED) == LISTED, "run: python tools/licences.py"
    assert licences.readers() == SHIPPED, "run: python tools/licences.py"
    assert (ROOT / "NOTICE.md").read_text(encoding="utf-8").endswith(licences.table(LISTED))


def test_what_is_shipped_has_its_licences_beside_it() -> None:
    """Whoever passes the site on passes on the words of each licence, and NOTICE.md names what was chosen."""
    words = (ROOT / "docs" / "assets" / "readers" / "LICENCES.txt").read_text(encoding="utf-8")
    for each in SHIPPED:
        assert f"{each['name']} {each['version']}, {each['licence']}\n" in words, "run: python -m tools.vendor_readers"
    notice = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
    wanted = json.loads((ROOT / "tests" / "npm" / "readers" / "package.json").read_text(encoding="utf-8"))
    assert [name for name in wanted["dependencies"] if name not in notice] == []


@pytest.mark.parametrize("each", [*LISTED, *SHIPPED], ids=lambda each: each["name"])
def test_no_licence_asks_for_more_than_we_give(each: dict[str, str]) -> None:
    """A library under a licence that nobody has thought about is noticed when it comes in."""
    allowed = {
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "Apache-2.0",
        "MPL-2.0",
        "MPL-1.1",
        "PSF-2.0",
        "ISC",
    }
    assert allowed & set(re.split(" (?:OR|AND) ", each["licence"]))
