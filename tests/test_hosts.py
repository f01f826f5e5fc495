"""What the tests do where a web server is missing or does not start."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.hosts import hosting, need
from tests.recipes import KINDS

SHELL = replace(
    KINDS["Caddy"],
    program="sh",
    around=lambda place: f"echo wrong words in {place.recipe.name}; exit 1",
    command=lambda main: [str(main)],
)
"""A server that says what is wrong and ends."""


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without nginx."""
    monkeypatch.setitem(KINDS, "nginx", replace(KINDS["nginx"], program="no-such-server"))


@pytest.mark.usefixtures("missing")
@pytest.mark.parametrize(("variable", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_a_server_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, variable: str, outcome: type[BaseException]
) -> None:
    """Nobody takes a run for more than it was: it says which recipe was not tried, and in CI it fails."""
    monkeypatch.setenv("CI", variable)
    with pytest.raises(outcome, match=r"nginx is not installed, so that hosting/nginx\.conf was not tried with it"):
        need("nginx")


def test_a_server_that_does_not_start_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever breaks a recipe reads the server's own words, and nothing is left behind."""
    monkeypatch.setitem(KINDS, "Caddy", SHELL)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    (tmp_path / "site").mkdir()
    with (
        pytest.raises(RuntimeError, match="did not start: wrong words in Caddyfile"),
        hosting("Caddy", tmp_path / "site"),
    ):
        pass
    assert list((tmp_path / "temporary").iterdir()) == []
