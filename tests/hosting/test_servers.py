"""What real servers send with the site when they are set up by the recipes in ``hosting/``."""

import gzip
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import brotli
import pytest

from tests.built import Built
from tests.hosts import SECONDS, Host, ask, hosting, need
from tests.recipes import ALONE, FOR_EVER, KINDS, POLICY, POLICY_ALONE, SUB_PATH

HOSTS = tuple(product(KINDS, ("/", SUB_PATH)))
"""Each server, with where it has the site."""
OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    ".css": {"text/css"},
    ".docx": {f"{OFFICE}.wordprocessingml.document"},
    ".html": {"text/html"},
    ".js": {"text/javascript", "application/javascript"},
    ".pdf": {"application/pdf"},
    ".pptx": {f"{OFFICE}.presentationml.presentation"},
    ".svg": {"image/svg+xml"},
    ".txt": {"text/plain"},
    ".woff2": {"font/woff2"},
}
"""The types that browsers take for each ending."""
PACKED = (".br", ".gz")
OPEN = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
TEXT = (".css", ".html", ".js", ".svg")
"""Endings of files that are worth compressing."""
SMALL = 300
"""Bytes below which a server that compresses by itself may leave a file as it is."""


@pytest.fixture(scope="module", params=HOSTS, ids=["-".join(host).replace("/", ".") for host in HOSTS])
def host(request: pytest.FixtureRequest, built: Built) -> Iterator[Host]:
    """The built site on each server."""
    name, sub_path = request.param
    need(name)
    with hosting(name, built.site, sub_path) as running:
        yield running


def files(folder: Path) -> list[str]:
    """Return the paths of all files that a reader can be sent."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in PACKED)
    return [path.relative_to(folder).as_posix() for path in found]


def test_the_address_alone_is_the_home_page(host: Host) -> None:
    """A reader need not type the name of a file, nor the last slash below another site."""
    home = (host.folder / "index.html").read_bytes()
    assert ask(host, "").body == ask(host, "index.html").body == home
    if host.address.endswith(SUB_PATH):
        answer = ask(host, SUB_PATH.rstrip("/"))
        assert answer.status in (301, 302) and answer.headers["location"].endswith(SUB_PATH)


def test_every_file_has_its_type(host: Host) -> None:
    """No browser is left to guess, and none of them saves a page in place of showing it."""
    paths = files(host.folder)
    sent = {path: ask(host, path, "HEAD") for path in paths}
    kinds = {path: answer.headers.get("content-type", "").split(";")[0] for path, answer in sent.items()}
    assert [path for path, answer in sent.items() if answer.status != 200] == []
    wanted = {path: TYPES[".js" if path == "local-details.txt" else Path(path).suffix] for path in kinds}
    assert {path: kind for path, kind in kinds.items() if kind not in wanted[path]} == {}


def test_every_file_carries_the_headers(host: Host) -> None:
    """The strict policy stands on every page, and on the page in one file its own; nothing is left to guess."""
    for path in files(host.folder):
        headers = ask(host, path, "HEAD").headers
        assert headers["content-security-policy"] == (POLICY_ALONE if path.endswith(ALONE) else POLICY), path
        assert (headers["referrer-policy"], headers["x-content-type-options"]) == ("no-referrer", "nosniff"), path
        assert headers["cross-origin-opener-policy"] == "same-origin", path


@pytest.mark.parametrize("encodings", ["gzip, deflate, br", "gzip", ""])
def test_text_travels_compressed_and_unharmed(host: Host, encodings: str) -> None:
    """Readers get the smallest copy that they take, caches keep copies apart, and nobody gets what they cannot open."""
    wanted = next((name for name in ("br", "gzip") if name in encodings), "")
    for path in files(host.folder):
        whole = (host.folder / path).read_bytes()
        answer = ask(host, path, Accept_Encoding=encodings)
        used = answer.headers.get("content-encoding", "")
        assert OPEN[used](answer.body) == whole, path
        if path.endswith(TEXT):
            assert used == wanted or (not used and len(whole) < SMALL), path
            assert answer.headers.get("vary") == "Accept-Encoding" or not used, path
        else:
            by_itself = "gzip" if wanted and not (host.folder / f"{path}.br").exists() else wanted
            assert used in ("", wanted, by_itself) and (path.endswith(".txt") or not used), path


@pytest.fixture
def bare(host: Host) -> Iterator[str]:
    """A page without compressed copies beside it, as all are in the zip for schools."""
    path = "guidance/understanding.html"
    copies = {copy: copy.read_bytes() for copy in (host.folder / f"{path}{ending}" for ending in PACKED)}
    for copy in copies:
        copy.unlink()
    yield path
    for copy, data in copies.items():
        copy.write_bytes(data)


def test_a_server_compresses_what_has_no_copy(host: Host, bare: str) -> None:
    """A school that unpacks the zip, which has no compressed copies, sends small pages too, and each once."""
    answer = ask(host, bare, Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip" and answer.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(answer.body) == (host.folder / bare).read_bytes()
    assert ask(host, bare, Accept_Encoding="gzip", If_None_Match=answer.headers["etag"]).status == 304


def test_only_files_named_by_their_content_are_kept(host: Host) -> None:
    """A browser keeps assets for a year, and asks again for every page, paper and local-details.txt."""
    kept = {path: ask(host, path, "HEAD").headers.get("cache-control") for path in files(host.folder)}
    wanted = {path: "public, max-age=31536000, immutable" if FOR_EVER.fullmatch(path) else "no-cache" for path in kept}
    assert kept == wanted
    assert len(set(kept.values())) == 2


@pytest.mark.parametrize("encodings", ["gzip, br", ""])
def test_asking_again_costs_next_to_nothing(host: Host, encodings: str) -> None:
    """A page that has not changed since the last visit is not sent a second time."""
    for path in ("index.html", "local-details.txt", "forms/files/our-plan.pdf"):
        first = ask(host, path, Accept_Encoding=encodings)
        again = ask(
            host,
            path,
            Accept_Encoding=encodings,
            If_None_Match=first.headers["etag"],
            If_Modified_Since=first.headers["last-modified"],
        )
        assert (again.status, again.body) == (304, b""), path


def test_a_wrong_address_is_told_as_wrong(host: Host) -> None:
    """What is not there is a 404, with no page of ours in its place, and nothing outside the folder is sent."""
    for path in ("none.html", "guidance/none.html", "assets/none.js", "index.htm", "local-details.txt.br"):
        assert ask(host, path).status == 404, path
    for path in ("../main.conf", "..%2fmain.conf", "%2e%2e/main.conf", "assets/../../main.conf"):
        answer = ask(host, path)
        assert answer.status in (400, 403, 404) and str(host.folder.parent).encode() not in answer.body, path


@pytest.fixture
def strange(host: Host) -> Iterator[tuple[str, ...]]:
    """What lies in a folder and is no part of the site, such as what an editor or git leaves."""
    paths = (".env", "assets/.htpasswd", ".git/config")
    for path in paths:
        (host.folder / path).parent.mkdir(exist_ok=True)
        (host.folder / path).write_text("secret", encoding="utf-8")
    yield paths
    for path in paths:
        (host.folder / path).unlink()
    (host.folder / ".git").rmdir()


def test_what_begins_with_a_dot_is_not_sent(host: Host, strange: tuple[str, ...]) -> None:
    """Nobody reads what a technician or a program has left beside the pages."""
    for path in strange:
        answer = ask(host, path)
        assert answer.status in (403, 404) and b"secret" not in answer.body, path


def test_no_folder_is_listed(host: Host) -> None:
    """Nobody can look through the files of a folder."""
    folders = [path for path in sorted(host.folder.rglob("*")) if path.is_dir() and not (path / "index.html").exists()]
    assert host.folder / "assets" in folders
    for folder in folders:
        answer = ask(host, f"{folder.relative_to(host.folder).as_posix()}/")
        assert answer.status in (403, 404), folder
        assert not any(path.name.encode() in answer.body for path in folder.iterdir()), folder


@pytest.mark.parametrize("sub_path", ["/", SUB_PATH])
def test_nginx_says_no_more_than_it_must(tmp_path: Path, sub_path: str) -> None:
    """A folder without a first page is a wrong address, a header comes once, and no version is told."""
    need("nginx")
    (tmp_path / "empty").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>Page</title>", encoding="utf-8")
    for path in (tmp_path, tmp_path / "empty"):
        path.chmod(0o755)
    with hosting("nginx", tmp_path, sub_path) as running:
        assert ask(running, "empty/").status == 404
        refused = ask(running, "index.html", Range="bytes=99999999-")
    assert (refused.status, refused.repeated, refused.headers["server"]) == (416, (), "nginx")
    assert refused.headers["content-security-policy"] == POLICY


def test_head_and_ranges(host: Host) -> None:
    """Viewers of PDFs may ask for a part, and programs for the headers alone."""
    path = "forms/files/our-plan.pdf"
    whole = (host.folder / path).read_bytes()
    head = ask(host, path, "HEAD")
    assert (head.status, head.headers["content-length"], head.body) == (200, str(len(whole)), b"")
    part = ask(host, path, Range="bytes=5-14")
    assert (part.status, part.body) == (206, whole[5:15])


@pytest.fixture
def new_details(host: Host) -> Iterator[str]:
    """A school's own local-details.txt, put in place after the server has sent the neutral one."""
    file = host.folder / "local-details.txt"
    neutral = ask(host, "local-details.txt").body
    text = 'window.localDetails = {"dsl-name": "Ms Shah"};\n' + 40 * "// a comment\n"
    file.write_text(text, encoding="utf-8")
    yield text
    file.write_bytes(neutral)


def test_a_replaced_file_of_details_reaches_the_next_reader(host: Host, new_details: str) -> None:
    """A new number needs no word to the server, whatever browsers take, and no copy of the old one is sent."""
    end = time.monotonic() + SECONDS  # lighttpd looks at a file again after a second or two
    while len(ask(host, "local-details.txt").body) != len(new_details) and time.monotonic() < end:
        time.sleep(0.2)
    for encodings in ("gzip, br", "gzip", ""):
        answer = ask(host, "local-details.txt", Accept_Encoding=encodings)
        assert OPEN[answer.headers.get("content-encoding", "")](answer.body).decode() == new_details
