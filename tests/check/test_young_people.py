"""Pages for young people name who is for them, and tell each service once."""

from pathlib import Path

from tests.conftest import Change, lines_of

HELP, SERVICES = "content_data/help/help.yml", "content_data/services/a-line.yml"


def test_a_service_is_told_in_full_once(small: Path, change: Change) -> None:
    """An editor who names a service in full twice is told to name it in short."""
    change(HELP, "closing:", "  - title: Later\n    text: Write.\n    services: [a-line]\nclosing:")
    told = "17:16: 'a-line' is told in full under another need already; name it under 'also:' here"
    assert lines_of(small) == [f"{HELP}:{told}"]


def test_who_is_named_is_told_somewhere(small: Path, change: Change) -> None:
    """A name that leads nowhere is told, at each place where it stands."""
    change(HELP, "    services: [a-line]", "    also: [a-line]")
    told = "'a-line' is told in full nowhere on this page; name it under 'services:' of the need that it fits best"
    assert lines_of(small) == [f"{HELP}:6:14: {told}", f"{HELP}:14:12: {told}"]


def test_services_for_adults_are_refused(small: Path, change: Change) -> None:
    """A line that turns young people away stands on no page for them."""
    change(SERVICES, "audiences: [young-person, adults]", "audiences: [adults]")
    assert lines_of(small) == [
        f"{HELP}:14:16: 'a-line' is not for young people; see 'audiences:' in content_data/services/a-line.yml"
    ]
    change(HELP, "    services: [a-line]", "    also: [a-line]")
    change(HELP, "checked_on:", "on_paper:\n  - {service: a-line, text: For any worry.}\nchecked_on:")
    assert [line for line in lines_of(small) if "'a-line' is not for young people" in line] == [
        f"{HELP}:18:15: 'a-line' is not for young people; see 'audiences:' in content_data/services/a-line.yml"
    ]


def test_links_to_staff_pages_are_refused(small: Path, change: Change) -> None:
    """What is told of a service leads no young person to a page for staff."""
    change(SERVICES, "what: It listens.", "what: It listens to [consent](term:consent).")
    lines = lines_of(small)
    assert len(lines) == 1 and "the link 'term:consent' would lead a young person to a page for staff" in lines[0]


def test_a_way_without_speech_is_a_need_of_the_page(small: Path, change: Change) -> None:
    """A title that no need has would be a dead link beside 999."""
    change(HELP, "    words: Call the line", "    words: Call the line\n    instead: Soon")
    told = "no need on this page is called 'Soon'; write the title of a need, letter by letter"
    assert lines_of(small) == [f"{HELP}:5:5: {told}"]
