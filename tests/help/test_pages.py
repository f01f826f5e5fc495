"""What a young person finds on each page made for them."""

from pathlib import Path

import pytest
from markupsafe import Markup

from build_scripts.content.forms import Shape
from build_scripts.content.load import load_all
from build_scripts.help.pages import SHEETS, build_help, place_of
from build_scripts.pages.generated import GeneratedPage
from tests.conftest import Change
from tests.folders import opened
from tests.help.conftest import HELP, PAPER
from tests.html import classed, described, find, headings, ids, in_order, links, words

SERVICES = "content_data/services/a-line.yml"
SECOND = "  - title: Later\n    text: Write.\n    also: [a-line]\nclosing:"
WEBSITE = ("https://example.org/line", "example.org/line")
CALL = ("tel:01174960123", "0117 496 0123")
STAFF_ONLY = ("Talk to someone", "Key points", "Applies to", "Nobody has compared", "evidence", "2019")


def young(root: Path) -> dict[str, GeneratedPage]:
    """Return every page for young people, by address."""
    return {page.address: page for page in opened(root).files if page.audience == "young-person"}


def pages(root: Path) -> dict[str, Markup]:
    """Return the article of every page for young people, by address."""
    return {address: page.body for address, page in young(root).items()}


def test_help_begins_with_the_first_calls_and_the_needs(small: Path) -> None:
    """Whoever reads one screen has the numbers to call; then come the needs, in the reader's words."""
    body = pages(small)["help"]
    calls = ("Do you want to talk?", "Call the line 0117 496 0123")
    assert in_order(
        words(body), "Help", "Many people can help.", *calls, "What do you need?", "Now", "You are not alone."
    )
    assert ("tel:01174960123", "Call the line 0117 496 0123") in links(body)
    assert {(2, "What do you need?", "needs"), (3, "A line", "a-line")} <= set(headings(body))
    assert in_order(words(body), "Now", "Call.", "A line", "Numbers change.")


def test_a_need_is_folded_and_its_address_lies_within(small: Path) -> None:
    """The page is short, and a link to a need opens it, since browsers open what holds the place they go to."""
    (need,) = find(pages(small)["help"], "*[@id='now']")
    assert need.getparent().tag == "details" and words(need.getprevious()) == "Now"
    (card,) = classed(need, "mf-help-service")
    assert [words(part) for part in find(card, "summary")] == ["More about A line"]
    assert find(card, "details//*[@href]") == []


def test_danger_can_be_met_without_speech(small: Path, change: Change) -> None:
    """Beside the number to call stands the way for whom speaking is no way."""
    change(HELP, "    words: Call the line", "    words: Call the line\n    instead: Now")
    assert ("#now", "Now") in links(pages(small)["help"])


def test_what_can_wait_comes_after_who_helps(small: Path, change: Change) -> None:
    """A frightened reader meets help before warnings."""
    change(HELP, "    services: [a-line]", "    services: [a-line]\n    afterwards: Breathe.")
    assert in_order(words(pages(small)["help"]), "Call.", "A line", "Website: example.org/line", "Breathe.")


def test_a_first_call_without_a_number_leads_to_more(small: Path, change: Change) -> None:
    """A number that may not be printed leaves no dead link."""
    change(SERVICES, "phone: 0117 496 0123\n", "")
    assert ("#a-line", "Call the line") in links(pages(small)["help"])


def test_help_tells_each_service_once(small: Path, change: Change) -> None:
    """Who helps with two needs is told in full under one and named with the number under the other."""
    change(HELP, "closing:", SECOND)
    body = pages(small)["help"]
    assert ids(body).count("a-line") == 1
    (later,) = find(body, "*[@id='later']")
    assert "Who can help A line. Call 0117 496 0123" in words(later)
    assert links(later)[:2] == [("#a-line", "A line"), CALL]


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
        "unknown": "Who pays.",
    }
    change(SERVICES, "what:", "".join(f"{key}: {said}\n" for key, said in facts.items()) + "what:")
    (card,) = classed(pages(small)["help"], "mf-help-service")
    ways = ["Call 0117 496 0123", "Text LINE to 80000", "Website: example.org/line", "Chat on its site."]
    assert [words(way) for way in find(card, "li")] == ways
    assert {CALL, WEBSITE} <= set(links(card))
    assert [link.get("rel") for link in find(card, "a[@href='https://example.org/line']")] == ["noreferrer"]
    assert list(described(card).items()) == [
        ("What happens", "Somebody listens."),
        ("Who it is for", "Under 19. In England."),
        ("Cost", "Free."),
        ("Is it confidential?", "Private."),
        ("Good to know", "Not at night."),
    ]


def test_hours_are_told_once_somebody_confirmed_them(small: Path, change: Change) -> None:
    """A young person waits at no closed door because of hours that nobody has checked."""
    assert "12:30" not in words(pages(small)["help"])
    signed = "{by: Ann Example, role: a tester, on: 2026-01-01, saw: the hours}"
    table = f"hours_confirmed: {signed}\nhours_table:\n  - {{days: [monday], all_day: yes}}\n"
    change(SERVICES, "hours:", f"{table}hours:")
    assert described(pages(small)["help"])["When"] == "12:30 daily"


def test_a_number_carries_its_review_date(small: Path) -> None:
    """A script can tell a young person to check a number once its date has passed."""
    assert [card.get("data-review") for card in classed(pages(small)["help"], "mf-help-service")] == ["2027-01-01"]


def test_the_named_adult_is_marked_for_the_schools_own_details(small: Path, change: Change) -> None:
    """Name, times and place can be filled in, and read well until somebody does."""
    change(HELP, "    services: [a-line]", "    named_adult: yes\n    services: [a-line]")
    marks = find(pages(small)["help"], "dd/span[@data-local]")
    assert [(words(each.getparent().getprevious()), each.get("data-local"), words(each)) for each in marks] == [
        ("Who", "adult-name", "an adult you trust"),
        ("When", "adult-times", "ask which day and time"),
        ("Where", "adult-place", "ask which room"),
    ]


def test_the_shapes_of_the_page(small: Path, change: Change) -> None:
    """The page is there as it stands, in one file and, when paper has something to name, in each shape for paper."""
    assert sorted(pages(small)) == ["help", "help/help-one-file", "plain"]
    change(HELP, "checked_on:", PAPER)
    made = pages(small)
    assert sorted(made) == sorted(["help", "help/help-one-file", "plain", *(f"help/{shape}" for shape in SHEETS)])
    shapes = [href for href, _ in links(made["help"]) if href.startswith("help/") and href.endswith(".html")]
    assert sorted(shapes) == sorted(f"{name}.html" for name in made if name.startswith("help/"))


def test_pages_for_young_people_stand_alone(on_paper: Path) -> None:
    """Each has a template without staff menus, no staff words, and links to no page for staff."""
    made = young(on_paper)
    own = {page.dest_uri for page in made.values()}
    for name, page in made.items():
        assert page.meta["template"] in ("help.html", "sheet.html", "one_file.html"), name
        assert [staff for staff in STAFF_ONLY if staff in page.body] == [], name
        assert {href for href, _ in links(page.body) if ".html" in href} <= own, name


def test_leaving_leads_to_the_plain_page(on_paper: Path) -> None:
    """From each page by its own relative address; in the one file to a part of itself."""
    ways = {name: page.meta.get("leave") for name, page in young(on_paper).items()}
    assert ways.pop("plain") is None
    assert ways.pop("help") == "plain.html"
    assert ways.pop("help/help-one-file") == "#reading"
    assert set(ways.values()) == {"../plain.html"}


def test_the_one_file_holds_something_plain_to_read(small: Path) -> None:
    """Nothing lies beside it, so the page to leave to stands in it, before all that it takes the place of."""
    made = pages(small)
    assert "reading" in ids(made["help/help-one-file"]) and "reading" not in ids(made["help"])
    assert in_order(words(made["help/help-one-file"]), "Trees have leaves.", "Many people can help.")


@pytest.mark.parametrize("shape", list(SHEETS))
def test_paper_has_the_calls_the_adult_and_the_places(on_paper: Path, shape: str) -> None:
    """Whoever has nothing but the paper has numbers, room for an adult's name, and words for where a code leads."""
    body = pages(on_paper)[f"help/{shape}"]
    calls = ("Help", "Call the line", "0117 496 0123", "Or scan: example.org/line")
    place = ("A line For any worry.", "0117 496 0123", "Or scan: example.org/line")
    assert in_order(words(body), *calls, "An adult you can talk to", *place, "Last checked on 1 January 2026.")
    assert find(body, "*[@data-local='adult-name']")
    codes = classed(body, "mf-qr")
    assert codes and {svg.get("aria-hidden") for code in codes for svg in code.iter("svg")} == {"true"}


def test_no_code_without_an_address(on_paper: Path, change: Change) -> None:
    """A service whose web address nobody has seen has its words alone."""
    change(SERVICES, "url: https://example.org/line\n", "")
    body = pages(on_paper)["help/poster"]
    assert "A line For any worry." in words(body) and "scan" not in words(body)
    assert not classed(body, "mf-qr") and not find(body, "svg")


def test_the_card_names_only_what_it_has_room_for(small: Path, change: Change) -> None:
    """Posters name all places, the card those that are marked for it."""
    change(HELP, "checked_on:", PAPER.replace("on_card: yes", "on_card: no"))
    assert "For any worry." in pages(small)["help/poster"]
    assert "For any worry." not in pages(small)["help/card"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.example.org", "www.example.org"),
        ("https://example.org/help/", "example.org/help"),
        ("https://www.example.org/a/very/long/way/down/to/a/page/", "www.example.org/a/very/long/way/down/to/a/page"),
    ],
)
def test_words_say_where_a_code_leads(address: str, words: str) -> None:
    """Whoever has paper and no camera can type the address, however long it is."""
    assert place_of(address) == words


def test_help_leads_to_files_only_where_they_are_made(on_paper: Path) -> None:
    """Each sheet can be taken as a PDF, and a site built without PDFs has no link to one."""
    content = load_all(on_paper).content
    made, bare = (build_help(content, shapes)[0].body for shapes in (frozenset(Shape), frozenset({Shape.PAGE})))
    files = [href for href, _ in links(made) if href.endswith(".pdf")]
    assert sorted(files) == sorted(f"help/files/{shape}.pdf" for shape in SHEETS)
    assert ".pdf" not in bare and "help/card.html" in [href for href, _ in links(bare)]
