"""What a young person finds on each page made for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.help.pages import SHEETS, build_help, place_of
from tests.conftest import Change
from tests.folders import opened

SERVICES, HELP = "content_data/services/a-line.yml", "content_data/help/help.yml"
PAPER = "on_paper:\n  - service: a-line\n    text: For any worry.\n    on_card: yes\nchecked_on:"
SECOND = "  - title: Later\n    text: Write.\n    also: [a-line]\nclosing:"
WEBSITE = '<a class="mf-shown" href="https://example.org/line" rel="noreferrer">example.org/line</a>'
STAFF_ONLY = ("Talk to someone", "In short", "Applies to", "not yet confirmed", "evidence", "2019")


def pages(root: Path) -> dict[str, str]:
    """Return the text of every page for young people, by address."""
    return {page.src_uri: page.body for page in opened(root).files if page.audience == "young-person"}


def in_order(text: str, *parts: str) -> bool:
    """Tell whether the parts stand in a text, one after another."""
    return re.search(".*".join(map(re.escape, parts)), text, re.DOTALL) is not None


def test_help_begins_with_the_first_calls_and_the_needs(small: Path) -> None:
    """Whoever reads one screen has the numbers to call; then come the needs, each a link to its own part."""
    calls = 'Do you want to talk? <a href="tel:01174960123">Call the line <span>0117 496 0123</span></a>'
    needs = ("## What do you need? {: #needs }", '<li><a href="#now">Now</a></li>', "You are not alone.")
    part = ('<h2 id="now">Now</h2>', "Call.", '<h3 id="a-line">A line</h3>', "Numbers change.")
    assert in_order(pages(small)["help.md"], "# Help", "Many people can help.", calls, *needs, *part)


def test_a_first_call_without_a_number_leads_to_more(small: Path, change: Change) -> None:
    """A number that may not be printed leaves no dead link."""
    change(SERVICES, "phone: 0117 496 0123\n", "")
    assert '<a href="#a-line">Call the line</a>' in pages(small)["help.md"]


def test_help_tells_each_service_once(small: Path, change: Change) -> None:
    """Who helps with two needs is told in full under one and named with the number under the other."""
    change(HELP, "closing:", SECOND)
    text = pages(small)["help.md"]
    assert text.count('id="a-line"') == 1
    named = '<li><a href="#a-line">A line</a>. Call <a href="tel:01174960123">0117 496 0123</a></li>'
    assert in_order(text, 'id="later"', "<h3>Who can help</h3>", named)


def test_help_tells_all_facts_of_a_service(small: Path, change: Change) -> None:
    """What it is, each way to reach it, what happens, for whom, where, cost, privacy and limits stand together."""
    facts = {
        "text": "LINE to 80000",
        "contact": "Chat on its site.",
        "happens": "Somebody listens.",
        "ages": "Under 19.",
        "cost": "Free.",
        "privacy": "Private.",
        "limits": "Not at night.",
    }
    change(SERVICES, "what:", "".join(f"{key}: {words}\n" for key, words in facts.items()) + "what:")
    text = pages(small)["help.md"]
    card = text[text.index('<div class="mf-help"') : text.index('<p class="mf-back">')]
    ways = re.findall(r"<li>(.*)</li>", card)
    assert ways == ['Call <a href="tel:01174960123">0117 496 0123</a>', "Text LINE to 80000", f"Website: {WEBSITE}"]
    assert re.findall(r"<dt>(.*)</dt><dd>(.*)</dd>", card) == [
        ("Other ways", "Chat on its site."),
        ("What happens", "Somebody listens."),
        ("Who it is for", "Under 19. In England."),
        ("Cost", "Free."),
        ("How private", "Private."),
        ("Good to know", "Not at night."),
    ]


def test_hours_are_told_once_somebody_confirmed_them(small: Path, change: Change) -> None:
    """A young person waits at no closed door because of hours that nobody has checked."""
    assert "12:30" not in pages(small)["help.md"]
    table = "hours_confirmed_on: 2026-01-01\nhours_table:\n  - {days: [monday], all_day: yes}\n"
    change(SERVICES, "hours:", f"{table}hours:")
    assert "<dt>When</dt><dd>12:30</dd>" in pages(small)["help.md"]


def test_a_number_carries_its_review_date(small: Path) -> None:
    """A script can tell a young person to check a number once its date has passed."""
    assert '<div class="mf-help" data-review="2027-01-01">' in pages(small)["help.md"]


def test_the_named_adult_is_marked_for_the_schools_own_details(small: Path, change: Change) -> None:
    """Name, times and place can be filled in, and read well until somebody does."""
    change(HELP, "    services: [a-line]", "    named_adult: yes\n    services: [a-line]")
    found = re.findall(r'<dt>(\w+)</dt><dd><span data-local="([\w-]+)">(.+?)</span>', pages(small)["help.md"])
    assert found == [
        ("Who", "adult-name", "an adult you trust"),
        ("When", "adult-times", "ask which day and time"),
        ("Where", "adult-place", "ask which room"),
    ]


def test_the_shapes_of_the_page(small: Path, change: Change) -> None:
    """The page is there as it stands, in one file and, when paper has something to name, in each shape for paper."""
    assert sorted(pages(small)) == ["help.md", "help/help-one-file.md", "plain.md"]
    change(HELP, "checked_on:", PAPER)
    made = pages(small)
    assert sorted(made) == sorted(["help.md", "help/help-one-file.md", "plain.md", *(f"help/{s}.md" for s in SHEETS)])
    links = re.findall(r'<a href="(help/[\w-]+\.html)"', made["help.md"])
    assert sorted(links) == sorted(name.replace(".md", ".html") for name in made if name.startswith("help/"))


def test_pages_for_young_people_stand_alone(small: Path, change: Change) -> None:
    """Each has a template without staff menus, no staff words, and links to no page for staff."""
    change(HELP, "checked_on:", PAPER)
    made = pages(small)
    own = {name.replace(".md", ".html") for name in made}
    for name, text in made.items():
        assert re.search(r'^template: "(help|sheet|one_file)\.html"$', text, re.MULTILINE), name
        assert [words for words in STAFF_ONLY if words in text] == [], name
        links = [link for link in re.findall(r'href="([^"]+)"|\]\(([^)]+)\)', text) if ".html" in "".join(link)]
        assert {"".join(link) for link in links} <= own, name


def test_leaving_leads_to_the_plain_page(small: Path, change: Change) -> None:
    """From each page by its own relative address; in the one file to a part of itself."""
    change(HELP, "checked_on:", PAPER)
    ways = {name: re.findall(r'^leave: "(.+)"$', text, re.MULTILINE) for name, text in pages(small).items()}
    assert ways.pop("plain.md") == []
    assert ways.pop("help.md") == ["plain.html"]
    assert ways.pop("help/help-one-file.md") == ["#reading"]
    assert set(map(tuple, ways.values())) == {("../plain.html",)}


def test_the_one_file_holds_something_plain_to_read(small: Path) -> None:
    """Nothing lies beside it, so the page to leave to stands in it, before all that it takes the place of."""
    made = pages(small)
    assert in_order(made["help/help-one-file.md"], '<section id="reading"', "Trees have leaves.", "# Help")
    assert 'id="reading"' not in made["help.md"]


@pytest.mark.parametrize("shape", list(SHEETS))
def test_paper_has_the_calls_the_adult_and_the_places(small: Path, change: Change, shape: str) -> None:
    """Whoever has nothing but the paper has numbers, room for an adult's name, and words for where a code leads."""
    change(HELP, "checked_on:", PAPER)
    text = pages(small)[f"help/{shape}.md"]
    calls = ("# Help", "Call the line", '<span class="mf-tel">0117 496 0123</span>', "Or scan: example.org/line")
    place = ("<strong>A line</strong> For any worry.", "0117 496 0123", "Or scan: example.org/line")
    assert in_order(text, *calls, "An adult you can talk to", "adult-name", '<svg aria-hidden="true"', *place)
    assert "Last checked on 1 January 2026." in text


def test_no_code_without_an_address(small: Path, change: Change) -> None:
    """A service whose web address nobody has seen has its words alone."""
    change(SERVICES, "url: https://example.org/line\n", "")
    change(HELP, "checked_on:", PAPER)
    text = pages(small)["help/poster.md"]
    assert "<strong>A line</strong>" in text and "mf-qr" not in text and "scan" not in text


def test_the_card_names_only_what_it_has_room_for(small: Path, change: Change) -> None:
    """Posters name all places, the card those that are marked for it."""
    change(HELP, "checked_on:", PAPER.replace("on_card: yes", "on_card: no"))
    assert "For any worry." in pages(small)["help/poster.md"]
    assert "For any worry." not in pages(small)["help/card.md"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.example.org", "www.example.org"),
        ("https://example.org/help/", "example.org/help"),
        ("https://www.example.org/a/very/long/way/down/to/a/page/", "a page of www.example.org"),
    ],
)
def test_words_say_where_a_code_leads(address: str, words: str) -> None:
    """A short address is printed whole, of a long one the owner's."""
    assert place_of(address) == words


def test_help_leads_to_files_only_where_they_are_made(small: Path, change: Change) -> None:
    """Each sheet can be taken as a PDF, and a site built without PDFs has no link to one."""
    change(HELP, "checked_on:", PAPER)
    content = load_all(small).content
    made, bare = (build_help(content, shapes)[0].body for shapes in (frozenset(Shape), frozenset({Shape.PAGE})))
    assert [f'(<a href="help/files/{shape}.pdf">' in made for shape in SHEETS] == [True] * 4
    assert ".pdf" not in bare and 'href="help/card.html"' in bare
