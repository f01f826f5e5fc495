"""The web server of the tests serves as a good host would."""

import http.client
from pathlib import Path
from urllib.parse import urlsplit

from build_scripts.publish.assets import compress
from tests.folders import write
from tests.server import Sent, Server, serving

FILES = {"site/index.html": "<!doctype html>" + 40 * "words ", "site/assets/x.css": "p{}", "secret.txt": "no"}


def get(server: Server, path: str, encodings: str = "gzip, br") -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of an answer; the path goes out as it stands."""
    connection = http.client.HTTPConnection(urlsplit(server.address).netloc)
    connection.request("GET", path, headers={"Accept-Encoding": encodings})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def test_pages_travel_as_brotli_where_the_reader_takes_it(tmp_path: Path) -> None:
    """What a benchmark counts is what a reader of a well set up host is sent."""
    write(tmp_path, FILES)
    compress(tmp_path / "site")
    page = tmp_path / "site" / "index.html"
    packed = Path(f"{page}.br").read_bytes()
    with serving(tmp_path / "site", "/sub/") as server:
        _, headers, body = get(server, "/sub/index.html")
        assert (headers["Content-Encoding"], headers["Cache-Control"], body) == ("br", "no-cache", packed)
        _, headers, body = get(server, "/sub/index.html", "gzip")
        assert "Content-Encoding" not in headers and body == page.read_bytes()
        assert "immutable" in get(server, "/sub/assets/x.css")[1]["Cache-Control"]
        assert server.sent[:2] == [Sent("index.html", len(packed)), Sent("index.html", len(page.read_bytes()))]


def test_nothing_beside_the_folder_is_served(tmp_path: Path) -> None:
    """A wrong link is seen as one: what lies outside the folder or its sub-path is not there."""
    write(tmp_path, FILES)
    with serving(tmp_path / "site", "/sub/") as server:
        paths = ("/index.html", "/sub/../secret.txt", "/sub/%2e%2e/secret.txt", "/sub/", "/sub/none.html")
        assert {path: get(server, path)[0] for path in paths} == dict.fromkeys(paths, 404)
        assert server.sent == []
