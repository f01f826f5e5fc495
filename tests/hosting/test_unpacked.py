"""What a technician unpacks with the system's own program is served by real servers, which run as another user."""

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from build_scripts.release.editions.offline import NAME
from tests.built import Built
from tests.hosts import Host, ask, hosting, need
from tests.recipes import KINDS
from tests.unzipped import unzip

ZIPS = ("first-install", "web")
TRIED = tuple(product(KINDS, ZIPS))


@pytest.fixture(scope="module", params=TRIED, ids=["-".join(each) for each in TRIED])
def host(request: pytest.FixtureRequest, built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A zip of the release, unpacked and served."""
    name, edition = request.param
    need(name)
    folder = unzip(next(built.dist.glob(f"{NAME}-*-{edition}.zip")), tmp_path_factory.mktemp("unpacked"))
    with hosting(name, folder / NAME) as running:
        yield running


def test_every_file_is_sent(host: Host) -> None:
    """Nobody meets «forbidden» because of how a zip was packed: a server that root starts reads as «www-data»."""
    paths = (path for path in sorted(host.folder.rglob("*")) if path.is_file() and path.suffix not in (".br", ".gz"))
    names = [path.relative_to(host.folder).as_posix() for path in paths if path.name not in ("web.config", "_headers")]
    assert len(names) > 100
    assert {name: status for name in names if (status := ask(host, name, "HEAD").status) != 200} == {}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root starts a server as another user")
@pytest.mark.parametrize("name", ["nginx", "Apache"])
def test_a_file_that_is_its_owner_s_alone_is_not_sent(name: str, tmp_path: Path) -> None:
    """A pass above means something: these servers do not read what others may not."""
    need(name)
    for page, rights in (("open.html", 0o644), ("shut.html", 0o600)):
        (tmp_path / page).write_text("<!doctype html><title>Page</title>", encoding="utf-8")
        (tmp_path / page).chmod(rights)
    tmp_path.chmod(0o755)
    with hosting(name, tmp_path) as running:
        assert [ask(running, page).status for page in ("open.html", "shut.html")] == [
            200,
            404 if name == "nginx" else 403,
        ]
