"""What other engines find on pages: IBM's, Alfa and html-validate; axe and Nu look at pages elsewhere.

The first two take long, so ``--full`` alone has them. ``engine_findings.yml`` names what they say without cause.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.chosen_pages import LISTED, pages_of_each_kind
from tests.browser.survey import NARROW, WIDE
from tests.built import Built
from tests.node import package, run

HERE = Path(__file__).parent
FALSE: list[dict[str, str]] = yaml.safe_load((HERE / "engine_findings.yml").read_text(encoding="utf-8"))
IBM = """async () => (await new ace.Checker().check(document, ["IBM_Accessibility"])).results
  .filter(result => result.value[1] === "FAIL").map(result => [result.ruleId, result.path.dom])"""
"""What it knows to be wrong; what it asks a person to look at has no end on any page."""
DRAWN = ("guidance/understanding.html", "guidance/what-next.html")
"""The two drawn ideas, whichever pages of their kind are the longest."""
MENU = "() => document.getElementById('menu')?.showPopover?.()"
NOT_ASKED = [false["rule"] for false in FALSE if false["engine"] == "Alfa" and not false["where"]]
"""Rules that are false wherever they find something; they take a third of the time."""
Found = list[tuple[str, str, str]]
"""Engine, rule, and the page with the place."""


def excused(found: tuple[str, str, str], false: dict[str, str]) -> bool:
    """Tell whether a finding is one that is known to be false."""
    engine, rule, where = found
    return (engine, rule) == (false["engine"], false["rule"]) and false["where"] in where


def real(found: Found) -> Found:
    """Return findings that are not known to be false."""
    return [one for one in found if not any(excused(one, false) for false in FALSE)]


def unneeded(found: Found, *engines: str) -> list[dict[str, str]]:
    """Return what is named as false and no longer found."""
    of_these = (false for false in FALSE if false["engine"] in engines and false["where"])
    return [false for false in of_these if not any(excused(one, false) for one in found)]


def judged(script: str, given: Any, *more: str) -> dict[str, list[list[str]]]:
    """Return what a Node script of ``engines`` says of what it is given."""
    ran = run(str(HERE / "engines" / script), str(package("engines")), *more, given=json.dumps(given))
    assert ran.returncode == 0, ran.stderr
    answer: dict[str, list[list[str]]] = json.loads(ran.stdout)
    return answer


def look(page: Page, address: str) -> Found:
    """Return what IBM's engine and Alfa find on a page: wide, and on a phone with the menu open."""
    modules = package("engines")
    ibm = (modules / "accessibility-checker-engine" / "ace.js").read_text(encoding="utf-8")
    native = (modules / "@siteimprove" / "alfa-dom" / "dist" / "native.js").read_text(encoding="utf-8")
    as_json = "return JSON.stringify(await Native.fromNode(document));"
    read = f"async () => {{ {native.replace('export var', 'var')}\n{as_json} }}"
    found: Found = []
    documents = {}
    states: dict[str, tuple[Any, Callable[[], object]]] = {
        "wide": (WIDE, lambda: None),
        "menu open": (NARROW, lambda: page.evaluate(MENU)),
    }
    page.goto(address)
    for state, (size, prepare) in states.items():
        page.set_viewport_size(size)
        prepare()
        page.evaluate(f"{ibm};window.ace = ace;void 0")
        found += [("IBM", rule, f"{address} {state} {place}") for rule, place in page.evaluate(IBM)]
        documents[state] = page.evaluate(read)
    for state, lines in judged("alfa.mjs", documents, *NOT_ASKED).items():
        found += [("Alfa", rule, f"{address} {state} {place}") for rule, place in lines]
    return found


@pytest.mark.full
def test_ibm_and_alfa_find_nothing(browser: Browser, address: str, built: Built) -> None:
    """A page of each kind, wide and on a phone with its menu: every barrier that they know is a false one."""
    page = browser.new_page(reduced_motion="reduce")
    pages = dict.fromkeys([*pages_of_each_kind(built), *sorted(LISTED), *DRAWN])
    found = [one for path in pages for one in look(page, address + path)]
    page.close()
    told = real(found)
    assert not told, "\n".join(map(str, told))
    assert unneeded(found, "IBM", "Alfa") == []


def test_html_validate_finds_nothing(built: Built) -> None:
    """Every page as it lies on the disk is HTML as it should be."""
    answer = judged("html_validate.mjs", [str(path) for path in sorted(built.site.rglob("*.html"))])
    found = [("html-validate", rule, f"{path} {place}") for path, lines in answer.items() for rule, place in lines]
    assert real(found) == []
    assert unneeded(found, "html-validate") == []


def test_only_what_is_named_is_excused() -> None:
    """A rule that is false in one place still counts in another, and each excuse has its reason."""
    named = ("IBM", "input_label_exists", "/form/table/tr[1]/td[1]/textarea[1]")
    assert real([named]) == []
    assert real([("IBM", "input_label_exists", "/form/div/textarea[1]")]) != []
    assert real([("Alfa", "sia-r8", "/form/div/textarea[1]")]) != []
    assert [false for false in FALSE if not false["why"].endswith(".")] == []
