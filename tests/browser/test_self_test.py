"""A technician opens one page and reads in plain words what works at this place."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import headers
from tests.browser.survey import Seen
from tests.built import Built
from tests.html import find, words
from tests.server import serving

PAGE = "intranet/self-test.html"


@pytest.fixture(scope="module")
def copy(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site that a test may damage."""
    return shutil.copytree(built.site, tmp_path_factory.mktemp("self-test") / "site")


@pytest.fixture
def without(copy: Path) -> Iterator[Callable[[str], None]]:
    """Take files out of the copy until the test ends."""
    taken: dict[Path, bytes] = {}

    def take(pattern: str) -> None:
        for path in copy.glob(pattern):
            taken[path] = path.read_bytes()
            path.unlink()
        assert taken

    yield take
    for path, data in taken.items():
        path.write_bytes(data)


def results(page: Page) -> dict[str, str]:
    """Return what the page says of each test, when it has finished."""
    page.locator(".mf-test-status", has_text=" work here").wait_for()
    lines = page.locator(".mf-test li").all_inner_texts()
    return {what: words for what, _, words in (line.partition(": ") for line in lines)}


def test_where_all_is_well_all_works(page: Page, copy: Path, seen: Seen) -> None:
    """On a server set up by the recipes nothing is wrong, and the second window is tried when asked."""
    with serving(copy, "/any/sub/path/", headers) as server:
        page.goto(server.address + PAGE)
        found = results(page)
        assert [what for what, words in found.items() if words.startswith("does not work")] == []
        wanted = {"Browser", "How the pages look", "Typeface", "Search", "The school's own details", "Scripts"}
        wanted |= {
            "Files of older copies",
            "PDF documents",
            "Word documents",
            "PowerPoint slides",
            "Nothing requested from outside",
        }
        assert {what for what, words in found.items() if words.startswith("works")} == wanted
        assert found["What the server adds"].startswith("It sends the policy")
        page.get_by_role("button", name="Try a second window").click()
        page.locator(".mf-test li", has_text="Second window").wait_for()
        assert results(page)["Second window, for presenters"].startswith("works")
        assert page.get_by_role("status").filter(has_text="work here").inner_text() == "12 of 12 work here."
        assert seen.failures == []
        assert [url for url in seen.requests if not url.startswith(server.address)] == []


def test_from_a_disk_documents_are_opened_by_hand(page: Page, unzipped: Path, seen: Seen) -> None:
    """What a browser does not let a page try from a disk is a link to follow."""
    page.goto((unzipped / PAGE).as_uri())
    found = results(page)
    assert [what for what, words in found.items() if words.startswith("does not work")] == []
    assert found["Where this copy is"].startswith("This copy is opened from a disk")
    link = page.locator(".mf-test li", has_text="PDF documents").get_by_role("link")
    assert (unzipped / PAGE).parent.joinpath(link.get_attribute("href") or "").resolve().is_file()
    assert seen.failures == []


@pytest.mark.parametrize(
    ("pattern", "what", "words"),
    [
        ("search-index.js", "Search", "A file did not load: search-index"),
        ("assets/fonts/*.woff2", "Typeface", "The file did not load"),
        ("local-details.txt", "The school's own details", "local-details.txt did not load"),
        ("removed.txt", "Files of older copies", "The list did not load"),
        ("forms/files/*.docx", "Word documents", "The server answers 404"),
        ("assets/site.*.css*", "How the pages look", "The stylesheet did not load"),
    ],
)
def test_what_is_missing_is_named(
    page: Page, copy: Path, without: Callable[[str], None], pattern: str, what: str, words: str
) -> None:
    """The technician reads which part does not work, and the rest is still tried."""
    without(pattern)
    with serving(copy) as server:
        page.goto(server.address + PAGE)
        found = results(page)
    wrong = {name for name, told in found.items() if told.startswith("does not work")}
    assert wrong == ({what, "Typeface"} if what == "How the pages look" else {what})
    assert words in found[what]


@pytest.fixture
def removed(copy: Path) -> Iterator[None]:
    """A release that has withdrawn three files, of which two were left when it was unpacked over an older copy."""
    listed, left = copy / "removed.txt", [copy / "guidance/withdrawn.html", copy / "assets/site.00000000.css"]
    before = listed.read_bytes()
    listed.write_text("assets/site.00000000.css\nfaq/gone.html\nguidance/withdrawn.html\n", encoding="utf-8")
    for path in left:
        path.write_text("old", encoding="utf-8")
    yield
    listed.write_bytes(before)
    for path in left:
        path.unlink()


@pytest.mark.usefixtures("removed")
def test_old_files_that_are_still_here_are_named(page: Page, copy: Path) -> None:
    """A technician reads what is left of an older copy, which readers would still find by an old link."""
    with serving(copy, "/any/sub/path/") as server:
        page.goto(server.address + PAGE)
        told = results(page)["Files of older copies"]
    names = "assets/site.00000000.css, guidance/withdrawn.html"
    assert told == f"does not work. These old files are still here: {names}. Delete them."


@pytest.mark.usefixtures("removed")
def test_old_files_are_asked_for_here_and_nowhere_else(page: Page, copy: Path, seen: Seen) -> None:
    """The self-test sends nothing out, also while it looks for old files; it asks for each but once."""
    with serving(copy, "/any/sub/path/") as server:
        page.goto(server.address + PAGE)
        results(page)
        asked = [url for url in seen.requests if "withdrawn" in url or "gone" in url or "removed" in url]
        assert all(url.startswith(server.address) for url in seen.requests)
    assert sorted(url.removeprefix(server.address) for url in asked) == [
        "faq/gone.html",
        "guidance/withdrawn.html",
        "removed.txt",
    ]


def test_the_older_file_of_details_is_still_read(page: Page, copy: Path, without: Callable[[str], None]) -> None:
    """A school that has not saved its details anew keeps its names, and its technician is told of the newer file."""
    without("local-details.txt")
    older = copy / "local.js"
    older.write_text('window.localDetails = {"dsl-name": "Ms Shah"};\n', encoding="utf-8")
    with serving(copy) as server:
        page.goto(server.address + PAGE)
        told = results(page)["The school's own details"]
        page.goto(server.address + "guidance/first-hour.html")
        page.locator("[data-local=dsl-name]", has_text="Ms Shah").first.wait_for()
    older.unlink()
    assert told.startswith("works.") and "They come from local.js" in told


def test_a_clock_that_is_wrong_is_told(page: Page, copy: Path) -> None:
    """A computer that lives in the past would hide that a copy is old."""
    page.clock.install(time="2020-01-01T00:00:00Z")
    with serving(copy) as server:
        page.goto(server.address + PAGE)
        page.locator(".mf-test li", has_text="Age of this copy").wait_for()
        assert "does not work. This computer's clock" in page.locator(".mf-test").inner_text()


def test_without_scripts_the_page_says_so(built: Built) -> None:
    """Nobody waits for a test that cannot run."""
    told = [words(status) for status in find(built.site / PAGE, "*[@role='status']")]
    assert [text for text in told if text.startswith("Scripts do not run here")]
