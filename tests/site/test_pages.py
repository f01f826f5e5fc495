"""Promises that every built page keeps."""

import posixpath
import re
from collections import Counter
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import docx
import pytest
from docx.oxml.ns import qn
from pypdfium2 import PdfDocument

from build_scripts.check.deny_list import pattern_of
from build_scripts.content.content import RECORDS_OF_LINK_KIND
from build_scripts.content.local_details import LocalDetail
from build_scripts.content.registers import Denied, Document, Service
from tests.built import Built
from tests.decks import words_of
from tests.html import classed, find, headings, ids, links, loads, read, targets, words
from tests.real import real_content

STAFF_PARTS = ("mf-header", "mf-talk", "mf-search-field")
"""Classes of what stands on pages for staff alone."""
EXPLICIT = ("sex", "nude", "porn", "rape", "hsb", "abuse")
"""Words that school filters look for in addresses."""


@pytest.fixture(scope="module")
def pages(built: Built) -> dict[str, Any]:
    """Every page in the manifest, by address."""
    return {page["path"]: read(built.site / page["path"]) for page in built.manifest["pages"]}


def test_manifest_lists_every_page(built: Built, pages: dict[str, Any]) -> None:
    """Gates run over the manifest, so nothing may be built beside it."""
    on_disk = {path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html")}
    assert on_disk == set(pages)
    assert len(pages) >= 15


def test_links_and_anchors_are_live(built: Built, pages: dict[str, Any]) -> None:
    """Every link inside the site leads to a page and a place, or to a file to download, that exist."""
    dead = []
    places = {address: set(ids(page)) for address, page in pages.items()}
    downloads = {download["path"] for download in built.manifest["downloads"]}
    for address, page in pages.items():
        for link in targets(page):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) if path else address
            if target in downloads and (built.site / target).is_file():
                continue
            if target not in pages or (anchor and unquote(anchor) not in places[target]):
                dead.append(f"{address}: {link}")
    assert dead == []


def test_links_are_relative_and_name_the_file(pages: dict[str, Any]) -> None:
    """A copy works under any sub-path and on a file share."""
    for address, page in pages.items():
        for link in targets(page):
            own = not re.match(r"[a-z]+:", link)
            path = link.partition("#")[0]
            assert not own or (
                not link.startswith("/") and (not path or path.endswith((".html", ".pdf", ".docx", ".pptx")))
            ), f"{address}: {link}"


def test_nothing_is_loaded_from_elsewhere(built: Built, pages: dict[str, Any]) -> None:
    """Pages, scripts and styles come from the site itself, and the files are there."""
    for address, page in pages.items():
        for load in loads(page):
            assert not re.match(r"[a-z]+:|//|/", load), f"{address}: {load}"
            assert (built.site / posixpath.dirname(address) / load).resolve().is_file(), f"{address}: {load}"


def test_outside_links_come_from_the_registers(pages: dict[str, Any]) -> None:
    """A web address, number or email on a page is one that the registers hold."""
    content = real_content()
    services, documents = content.all(Service), content.all(Document)
    known = {record.url for record in (*services, *documents) if record.url}
    numbers = [service.phone for service in services if service.phone]
    numbers += [detail.value for detail in content.all(LocalDetail) if detail.id.endswith("-phone")]
    known |= {"tel:" + number.replace(" ", "") for number in numbers}
    known |= {f"sms:{service.text_number}" for service in services if service.text}
    known |= {f"mailto:{service.email}" for service in services if service.email}
    used = {link for page in pages.values() for link in targets(page) if re.match(r"[a-z]+:", link)}
    assert used - known == set()


def test_who_is_told_to_call_can_tap_the_number(pages: dict[str, Any]) -> None:
    """On a page to act by, «call 999», «ring 101» and «text 999» are links, but for those in headings."""
    told = re.compile(r"(?:calls?|ring|text) (?:999|101|111)\b", re.IGNORECASE)
    acted_by = re.compile(r"index|places-to-get-help|(?:guidance|behaviours|faq)/|forms/[a-z-]+\.html")
    left = {}
    for address in filter(acted_by.match, pages):
        page = deepcopy(find(pages[address], "main")[0])
        for part in [*page.iter("a", "h1", "h2", "h3", "h4")]:
            part.drop_tree()
        left[address] = told.findall(words(page))
    assert len(left) > 30 and {address: found for address, found in left.items() if found} == {}


def test_who_is_told_to_write_it_down_has_the_form_there(pages: dict[str, Any]) -> None:
    """In the first hour the step that says so leads to the note, and not only a list at the foot."""
    step = next(each for each in find(pages["guidance/first-hour.html"], "ol/li") if "Write it down" in words(each))
    assert "../forms/first-hour-note.html" in targets(step)


def words_in(file: Path) -> str:
    """Return the words of a file of the site, of whatever kind."""
    if file.suffix == ".docx":
        return "\n".join(run.text or "" for run in docx.Document(str(file)).element.body.iter(qn("w:t")))
    if file.suffix == ".pptx":
        return "\n".join(words_of(file.read_bytes()))
    if file.suffix == ".pdf":
        return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(file))
    # The steps between places in the index are numbers that mean nothing to a reader.
    return re.sub(r'"steps":"[^"]*"', "", file.read_text(encoding="utf-8"))


def test_nothing_denied_is_printed(built: Built) -> None:
    """No denied string reaches a file of the site, encoded or not."""
    rules = [rule for rule in real_content().all(Denied) if not rule.near]
    for file in sorted(built.site.rglob("*")):
        if file.suffix in (".html", ".js", ".json", ".xml", ".txt", ".docx", ".pptx", ".pdf"):
            text = unquote(words_in(file))
            # Only digits in words count: a hash or a size is no phone number.
            found = [rule.pattern for rule in rules if pattern_of(rule.pattern).search(text)]
            assert found == [], file.name


def test_no_typed_link_is_left_over(pages: dict[str, Any]) -> None:
    """Readers never meet the schemes editors write."""
    schemes = tuple(f"{kind}:" for kind in (*RECORDS_OF_LINK_KIND, "show"))
    for address, page in pages.items():
        assert [link for link in targets(page) if link.startswith(schemes)] == [], address
        text = "".join(page.xpath("//text()[not(ancestor::code)]"))  # maintainers are shown how to write links
        assert not any(f"({scheme}" in text for scheme in schemes), address


def test_headings_are_in_order(pages: dict[str, Any]) -> None:
    """One main heading a page, and no level skipped."""
    for address, page in pages.items():
        levels = [level for level, _, _ in headings(page.find(".//article"))]
        assert levels.count(1) == 1 and levels[0] == 1, address
        assert all(below - above <= 1 for above, below in pairwise(levels)), f"{address}: {levels}"


def test_ids_are_unique(pages: dict[str, Any]) -> None:
    """A link to a place on a page leads to one place."""
    for address, page in pages.items():
        assert len(ids(page)) == len(set(ids(page))), address


def test_language_and_titles(pages: dict[str, Any]) -> None:
    """Pages are marked as British English and have titles of their own."""
    assert {page.get("lang") for page in pages.values()} == {"en-GB"}
    titles = [page.findtext("head/title").strip() for page in pages.values()]
    assert len(titles) == len(set(titles)) and all(titles)


def test_a_tab_is_named_as_its_page(pages: dict[str, Any]) -> None:
    """The name of a tab or a bookmark is the whole heading of its page, and not the short name in menus."""
    for address, page in pages.items():
        (heading,) = page.iter("h1")
        assert page.findtext("head/title").strip().startswith(words(heading)), address


def test_addresses_are_neutral(pages: dict[str, Any]) -> None:
    """School filters and shared screens see no explicit word in an address."""
    for address in pages:
        assert re.fullmatch(r"[a-z0-9/-]+\.html", address)
        assert not any(word in address for word in EXPLICIT), address


def test_footer_says_version_and_dates(pages: dict[str, Any]) -> None:
    """Each page tells how old its copy and its facts are."""
    for address, page in pages.items():
        wanted = r"Version \d+\.\d+\.\d+, built on \d+ \w+ 20\d\d\. Facts looked up on \d+ \w+ 20\d\d\."
        assert re.search(wanted, words(page)), address


def test_young_peoples_pages_stand_alone(built: Built, pages: dict[str, Any]) -> None:
    """No staff menu, no page for others and no name of the site on a page for young people, nor in its file."""
    own = {page["path"] for page in built.manifest["pages"] if page["audience"] == "young-person"}
    assert {"places-to-get-help.html", "plain.html", "help/poster.html", "help/card.html"} <= own
    for address in own:
        links = [link.partition("#")[0] for link in targets(pages[address]) if ".html" in link]
        led_to = {posixpath.normpath(posixpath.join(posixpath.dirname(address), link)) for link in links}
        staff = [find(pages[address], "nav"), *(classed(pages[address], name) for name in STAFF_PARTS)]
        scripts = [load for load in loads(pages[address]) if re.search(r"/site\.[0-9a-f]*\.?js$", load)]
        assert (address, led_to - own, any(staff), scripts) == (address, set(), False, [])
        assert "Moving Forward" not in (built.site / address).read_text(encoding="utf-8"), address


def menu_of(page: Any) -> list[tuple[str, str]]:
    """Return address and name of each page of the section that is open in the menu."""
    return [links(entry)[0] for entry in find(page, "li[ancestor::nav[@id='menu'] and ancestor::li]")]


def test_a_page_of_a_section_says_where_it_stands(pages: dict[str, Any]) -> None:
    """Above its title the way leads to home and to the page of the section, and at the foot to both neighbours."""
    for address, page in pages.items():
        menu = menu_of(page)
        here = [link for link, _ in menu].index(posixpath.basename(address)) if menu else None
        trail = [name for part in classed(page, "mf-trail") for _, name in links(part)]
        beside = [link for part in classed(page, "mf-neighbours") for link, _ in links(part)]
        if here is None:
            assert (address, trail, beside) == (address, [], [])
            continue
        section = words(find(page, "a[@aria-current='true']")[0])
        assert (address, trail) == (address, ["Home", section][: 2 if here else 1])
        assert (address, beside) == (address, [menu[at][0] for at in (here - 1, here + 1) if 0 <= at < len(menu)])


def test_a_section_of_the_menu_leads_to_what_is_in_it(pages: dict[str, Any]) -> None:
    """The name of a section opens a short page or a list of it, and never its first long page."""
    sections = links(find(pages["index.html"], "nav[@id='menu']")[0])[1:-1]
    assert [link for link, _ in sections] == [
        "guidance/act-now.html",
        "guidance/understand.html",
        "behaviours/index.html",
        "guidance/support.html",
        "forms/index.html",
        "faq/index.html",
        "sessions/index.html",
        "reference/index.html",
        "intranet/index.html",
    ]


def test_continuum_has_real_headers(pages: dict[str, Any]) -> None:
    """One header spans the four harmful levels, each level is a row header."""
    (table,) = classed(pages["guidance/understanding.html"], "mf-continuum")
    heads = Counter(head.get("scope") for head in find(table, "th"))
    assert find(table, "th[@scope='rowgroup' and @rowspan='4']") and (heads["row"], heads["col"]) == (5, 2)
    assert find(table, "caption") and not find(table, "*[@style]")
