"""Young people get their own pages, whole and with nothing of the staff's."""

import pytest

from build_scripts.release.editions.pupil import StrangePageError, editions

SITE = {
    "help.html": b'<link href="assets/site.css"><script src="local-details.txt"></script>'
    b'<script src="assets/leave.js"></script><a href="help/card.html#top">Card</a>'
    b'<a href="https://other.example/x">Elsewhere</a><a href="tel:999">Call</a><a href="#main">Skip</a>',
    "help/card.html": b'<link rel="icon" href="../assets/plain.svg"><a href="files/card.pdf">PDF</a>',
    "help/files/card.pdf": b"%PDF",
    "local-details.txt": b"window.localDetails = {};",
    "index.html": b"for staff",
    "assets/site.css": b'@font-face{src:url("fonts/letters.woff2") format("woff2")}',
    "assets/fonts/letters.woff2": b"letters",
    "assets/fonts/OFL.txt": b"licence",
    "assets/plain.svg": b"<svg/>",
    "assets/leave.js": b'fetch("listen.js");say("other.js")',
    "assets/listen.js": b"speak()",
    "search-index.js": b"for staff",
}
PAGES = ("help.html", "help/card.html")


def test_it_has_all_that_its_pages_need_and_no_more() -> None:
    """It opens anywhere by itself, and nothing of the staff's pages is in it."""
    made, _ = editions("1.0", SITE, "help.html", PAGES, b"config")
    wanted = set(SITE) - {"search-index.js"} | {"web.config"}
    assert set(made.files) == {f"help/{path}" for path in wanted}
    assert made.files["help/index.html"] == SITE["help.html"]
    assert b"for staff" not in b"".join(made.files.values())


def test_its_name_tells_nothing() -> None:
    """A zip in a list of downloads says where one finds help and not why."""
    names = [made.name for made in editions("1.0", SITE, "help.html", PAGES, b"")]
    assert names == ["help-1.0-first-install.zip", "help-1.0-update.zip"]


def test_an_update_keeps_the_name_of_the_adult() -> None:
    """What a school has filled in is not in the zip that replaces the rest."""
    first, update = editions("1.0", SITE, "help.html", PAGES, b"config")
    assert set(first.files) - set(update.files) == {"help/local-details.txt"}


def test_a_link_to_a_page_for_staff_stops_the_release() -> None:
    """A young person never falls through into guidance for staff."""
    site = SITE | {"help/card.html": b'<a href="../index.html">Home</a>'}
    with pytest.raises(
        StrangePageError, match=r"^help/card\.html leads to index\.html, which is not for young people$"
    ):
        editions("1.0", site, "help.html", PAGES, b"")


def test_a_file_that_is_missing_stops_the_release() -> None:
    """A poster is never handed out without its looks."""
    with pytest.raises(KeyError, match=r"plain\.svg"):
        editions(
            "1.0", {path: data for path, data in SITE.items() if path != "assets/plain.svg"}, "help.html", PAGES, b""
        )
