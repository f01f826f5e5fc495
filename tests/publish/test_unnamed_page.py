"""A page is read as HTML once, and gets the names of its assets as often as they change."""

import pytest

from build_scripts.content.kept import Kept
from build_scripts.publish.unnamed_page import UnnamedPage, asset_of, unnamed_page

PAGE = """\
<!doctype html>
<html lang="en-GB"><head>
    <link rel="stylesheet" href="../assets/site.css"><link rel="preload" href="../assets/fonts/a.woff2" as="font">
    <script src="../assets/one.js" defer data-join></script><script src="../assets/two.js" defer data-join></script>
</head><body class="wide">
    <p id="a" title="A &amp; B">Look in <code>href="assets/site.css"</code> or – <a href="ü.html">here</a>.</p>
</body></html>
"""
NAMES = {"site.css": "site.1.css", "two.js": "two.2.js", "fonts/a.woff2": "fonts/a.3.woff2"}


def page(served: bool = True) -> UnnamedPage:
    """Return the page."""
    return unnamed_page(PAGE, served)


def test_assets_get_their_names_and_nothing_else_changes() -> None:
    """What a page loads has another name; its words, its other links and its signs stay."""
    assert page().named(NAMES).split("\n") == [
        "<!doctype html>",
        '<html lang="en-GB"><head>',
        '<link rel="stylesheet" href="../assets/site.1.css">'
        '<link rel="preload" href="../assets/fonts/a.3.woff2" as="font">',
        '<script src="../assets/two.2.js" defer></script>',
        '</head><body class="wide">',
        '<p id="a" title="A &amp; B">Look in <code>href="assets/site.css"</code> or – <a href="%C3%BC.html">here</a>.'
        "</p>",
        "</body></html>",
        "",
    ]


def test_an_asset_without_a_new_name_keeps_its_own() -> None:
    """A licence is found where it always was."""
    assert 'href="../assets/site.css"' in page().named({})


def test_it_tells_what_the_finish_has_to_know() -> None:
    """Stylesheets keep what a page uses, and scripts loaded one after the other become one."""
    assert page().used >= {"html", "body", "p", "wide", "a"} and page().scripts == ("one.js", "two.js")
    assert not page().alone and unnamed_page('<meta name="mf-one-file" content="yes">', True).alone


def test_a_page_for_a_disk_preloads_nothing() -> None:
    """Browsers refuse it there."""
    assert "preload" not in page(served=False).named(NAMES) and "preload" in page().named(NAMES)


def test_a_page_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the command before has read as HTML, this one only cuts and names."""
    assert isinstance(unnamed_page, Kept)
    monkeypatch.setattr(unnamed_page, "asked", {})
    before = unnamed_page.made
    assert page() == page() and unnamed_page.made == before + 1


@pytest.mark.parametrize(
    ("address", "asset"),
    [
        ("assets/site.css", "site.css"),
        ("../../assets/fonts/a.woff2", "fonts/a.woff2"),
        ("https://example.org/assets/site.css", ""),
        ("index.html", ""),
    ],
)
def test_an_asset_is_told_from_other_addresses(address: str, asset: str) -> None:
    """Only files of this site's own folder get new names."""
    assert asset_of(address) == asset
