"""A built site is finished: small stylesheets, names by content, compressed copies, a foot for paper."""

import os
import posixpath
import re
from pathlib import Path

import pytest
import tinycss2

from build_scripts.formats import html_tree
from build_scripts.publish.assets import finish
from tests.folders import files_in, unpacked, write
from tests.html import read
from tests.real import BUILD_INFO

PAGE = """\
<html lang="en-GB"><head>
<link rel="stylesheet" href="{up}assets/site.css"><link rel="preload" href="{up}assets/fonts/letters.woff2" as="font">
<link rel="stylesheet" href='{up}assets/print.css' media="print"><script src="{up}assets/site.js" defer></script>
</head><body><p class="note" data-engine="{up}assets/parts/engine.js">Look into <code>assets/site.css</code> or
<a href="https://example.org/assets/site.css">there</a>.</p><img src="{up}assets/icon.svg" alt="A compass">
</body></html>
"""
SITE = {
    "index.html": PAGE.format(up=""),
    "guidance/start.html": PAGE.format(up="../"),
    "maintainers/decisions/one.html": PAGE.format(up="../../"),
    "assets/site.css": '@font-face{src:url("fonts/letters.woff2")}\n.note{background:url(icon.svg)}\n.gone{top:0}\n',
    "assets/print.css": "@page {size: A4}\n.mf-drawn {top: 0}\n",
    "assets/site.js": 'document.body.className = "mf-drawn";\n',
    "assets/parts/engine.js": "window.engine = 1;\n",
    "assets/icon.svg": "<svg/>\n",
    "assets/fonts/letters.woff2": "letters\n",
    "assets/fonts/OFL.txt": "A licence.\n",
}
PAGES = [name for name in SITE if name.endswith(".html")]
MARKED = re.compile(r"\.[0-9a-f]{8}(?=\.\w+$)")


def finished(root: Path, files: dict[str, str] = SITE, foot: str = "A title, version 1.2.3") -> Path:
    """Return a folder with the files of a site as they are published."""
    write(root, files)
    finish(root, foot, BUILD_INFO)
    return root


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The finished site."""
    return finished(tmp_path / "site")


def sources(site: Path) -> dict[str, str]:
    """Return the addresses of a site's own files, without compressed copies, by their names before the finish."""
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    return {MARKED.sub("", name): name for name in names if not name.endswith((".br", ".gz"))}


def text(site: Path, name: str) -> str:
    """Return a file of the finished site by its name before."""
    return (site / sources(site)[name]).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_references_of_pages_lead_to_the_new_names(site: Path, name: str) -> None:
    """Whatever a page loads, at once or later, from whatever depth, is there under its new name."""
    page = read(text(site, name))
    asked = [value for each in page.iter() for key, value in each.items() if key in ("href", "src", "data-engine")]
    asked = [value for value in asked if not value.startswith("https:")]
    found = [posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) for address in asked]
    wanted = ["site.css", "fonts/letters.woff2", "print.css", "site.js", "parts/engine.js", "icon.svg"]
    assert found == [sources(site)[f"assets/{asset}"] for asset in wanted]


def test_references_of_stylesheets_lead_to_the_new_names(site: Path) -> None:
    """Typefaces and drawings that a stylesheet names, in quotation marks or not, are there under their new names."""
    found = re.findall(r"url\(\"?([^\")]+)", text(site, "assets/site.css"))
    assert [f"assets/{address}" for address in found] == [
        sources(site)["assets/fonts/letters.woff2"],
        sources(site)["assets/icon.svg"],
    ]


def test_a_stylesheet_of_any_name_names_what_is_there(tmp_path: Path) -> None:
    """Pages with a stylesheet of their own have their typeface too."""
    css = SITE["assets/site.css"]
    site = finished(tmp_path / "site", SITE | {"assets/alone.css": css})
    assert text(site, "assets/alone.css") == text(site, "assets/site.css")
    assert sources(site)["assets/fonts/letters.woff2"].removeprefix("assets/") in text(site, "assets/alone.css")


@pytest.mark.parametrize("name", PAGES)
def test_words_and_addresses_elsewhere_stay(site: Path, name: str) -> None:
    """A page that speaks of a file, or links to another site, says what it said."""
    said = text(site, name)
    assert "<code>assets/site.css</code>" in said
    assert '"https://example.org/assets/site.css"' in said


def test_assets_are_named_by_their_bytes_and_licences_are_not(site: Path) -> None:
    """A cache may keep every asset for ever; a licence is found where it always was, and so is each page."""
    kept = {name for name, new in sources(site).items() if name == new}
    assert kept == {*PAGES, "assets/fonts/OFL.txt"}
    assert set(sources(site)) == set(SITE)


def test_a_changed_byte_changes_the_name(site: Path, tmp_path: Path) -> None:
    """A reader never gets an old asset for a new page; what is the same keeps its name, and its place in caches."""
    other = sources(finished(tmp_path / "other", SITE | {"assets/icon.svg": "<svg />\n"}))
    changed = {name for name, new in sources(site).items() if new != other[name]}
    assert changed == {"assets/icon.svg", "assets/site.css"}


def test_compressed_copies_hold_the_same(site: Path) -> None:
    """Whichever copy a server sends, the reader gets the same bytes; typefaces are compressed already."""
    files = unpacked(files_in(site))
    copied = [name for name in sources(site).values() if not name.endswith(".woff2")]
    assert {name for name in files if name.endswith((".br", ".gz"))} == {
        f"{name}{ending}" for name in copied for ending in (".br", ".gz")
    }
    assert [name for name in copied if not files[name] == files[f"{name}.br"] == files[f"{name}.gz"]] == []


def test_a_folder_for_a_disk_asks_for_nothing_that_a_disk_refuses(tmp_path: Path) -> None:
    """Opened by a double click, a page preloads no typeface and still shows it; no copies for servers lie beside it."""
    files = SITE | {"assets/site.css": '@font-face{src:url("fonts/letters.woff2");font-display:optional}'}
    site = tmp_path / "site"
    write(site, files)
    finish(site, "A title", BUILD_INFO, served=False)
    assert "preload" not in "".join(text(site, name) for name in PAGES)
    assert "font-display:fallback" in text(site, "assets/site.css")
    assert [name for name in files_in(site) if name.endswith((".br", ".gz"))] == []


def test_a_second_run_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """The finish depends on nothing but the site: not on the folder, the time, the system or the version of Python."""
    again = finished(tmp_path / "a longer path" / "site")
    assert files_in(again) == files_in(site)
    heads = {data[4:8] + data[9:10] for name, data in files_in(site).items() if name.endswith(".gz")}
    assert heads == {b"\0\0\0\0\xff"}  # where gzip writes the time and the system


def test_stylesheets_lose_what_no_page_or_script_needs(site: Path) -> None:
    """A rule stays for a page at any depth and for what a script draws, and goes without them."""
    assert ".note{" in text(site, "assets/site.css") and ".mf-drawn{" in text(site, "assets/print.css")
    assert ".gone" not in text(site, "assets/site.css")


def feet(css: str) -> dict[str, str]:
    """Return the words at the foot of sheets, by the kind of page."""
    found = {}
    for rule in tinycss2.parse_stylesheet(css, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "page":
            for margin in tinycss2.parse_blocks_contents(rule.content):
                if margin.type == "at-rule" and margin.lower_at_keyword == "bottom-left":
                    words = next(token for token in margin.content if token.type == "string")
                    found[tinycss2.serialize(rule.prelude).strip()] = words.value
    return found


@pytest.mark.parametrize("foot", ["A title, version 1", 'The "long" title', "A \\ title"])
def test_paper_says_what_it_is_and_of_when(tmp_path: Path, foot: str) -> None:
    """A sheet found on a desk names the site, its version and day; one for a young person names the day alone."""
    css = text(finished(tmp_path / "site", foot=foot), "assets/print.css")
    assert feet(css) == {"": foot, "alone": "31 May 2026"}


def test_screens_have_no_foot(site: Path) -> None:
    """The line for paper stands in the stylesheet for paper alone."""
    assert feet(text(site, "assets/site.css")) == {}


def test_a_site_without_assets_is_finished_too(tmp_path: Path) -> None:
    """A page is published whether or not there is anything for it to load."""
    root = finished(tmp_path / "site", {"index.html": "<title>Words</title>"})
    assert {name: b"<title>Words</title>" in data for name, data in unpacked(files_in(root)).items()} == {
        f"index.html{ending}": True for ending in ("", ".br", ".gz")
    }


TOGETHER = '<script src="assets/{}.js" defer data-join></script>'


def test_scripts_loaded_one_after_the_other_come_in_one_file(tmp_path: Path) -> None:
    """A reader asks once for what a page needs at once, in the same order; the school's own file stays alone."""
    page = '<script src="local-details.txt" defer></script>\n' + "\n".join(map(TOGETHER.format, ("a", "b")))
    files = {"index.html": page, "alone.html": TOGETHER.format("a"), "local-details.txt": "x = {};\n"}
    site = finished(tmp_path / "site", {**files, "assets/a.js": "one();\n", "assets/b.js": "two();\n"})
    new = sources(site)
    assert text(site, "assets/b.js") == "one();two();" and text(site, "assets/a.js") == "one();"
    loads = {name: html_tree.links(html_tree.read(text(site, name))) for name in ("index.html", "alone.html")}
    assert loads == {"index.html": ["local-details.txt", new["assets/b.js"]], "alone.html": [new["assets/a.js"]]}
    assert sorted(path.name for path in site.glob("local*")) == ["local-details.txt"]


def test_the_same_script_in_different_company_is_refused(tmp_path: Path) -> None:
    """One file cannot hold two things: the maintainer is told which pages disagree."""
    pages = {f"{name}.html": TOGETHER.format(name) + TOGETHER.format("c") for name in "ab"}
    with pytest.raises(ValueError, match=r"b\.html loads b\.js, c\.js; other pages load"):
        finished(tmp_path / "site", {**pages, **{f"assets/{name}.js": "x();" for name in "abc"}})


def test_a_joined_script_names_what_names_others_itself(tmp_path: Path) -> None:
    """A page of forms fetches later what a page of guidance fetches, though its own script is called before it."""
    page = "\n".join(map(TOGETHER.format, ("site", "form")))
    files = {
        "assets/site.js": 'fetchScript("later.js");\n',
        "assets/form.js": "fill();\n",
        "assets/later.js": 'fetchScript("hours.js");\n',
        "assets/hours.js": "open();\n",
    }
    site = finished(tmp_path / "site", {"forms/note.html": f"<html><head>{page}</head></html>"} | SITE | files)
    names = {name: Path(made).name for name, made in sources(site).items()}
    for script, fetched in (("form.js", "later.js"), ("site.js", "later.js"), ("later.js", "hours.js")):
        assert f'"{names["assets/" + fetched]}"' in text(site, f"assets/{script}")


def test_what_the_site_before_has_is_not_written_again(site: Path, tmp_path: Path) -> None:
    """A copy that is the same as before is linked; one that somebody spoilt is made anew."""
    before = files_in(site)
    spoilt = site / "index.html.br"
    spoilt.write_bytes(b"spoilt")
    write(tmp_path / "next", SITE)
    finish(tmp_path / "next", "A title, version 1.2.3", BUILD_INFO, before=site)
    assert files_in(tmp_path / "next") == before
    assert (tmp_path / "next" / "index.html.gz").samefile(site / "index.html.gz")
    assert spoilt.read_bytes() == b"spoilt"


def test_a_disk_without_links_has_the_same_files(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a share that knows no links every copy is written."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    write(tmp_path / "next", SITE)
    finish(tmp_path / "next", "A title, version 1.2.3", BUILD_INFO, before=site)
    assert files_in(tmp_path / "next") == files_in(site)
    assert not (tmp_path / "next" / "index.html.gz").samefile(site / "index.html.gz")
