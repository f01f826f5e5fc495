"""What took long to make is made once, and never taken for whole when it is not."""

from pathlib import Path

import pytest

from build_scripts.publish.kept_files import KeptFiles, key_of


def test_what_was_put_is_got(tmp_path: Path) -> None:
    """A file comes back with the very bytes, and another key gives nothing."""
    kept = KeptFiles(tmp_path / "kept")
    kept.put("key", b"bytes")
    assert kept.get("key") == b"bytes"
    assert kept.get("other") is None


@pytest.mark.parametrize("left", [b"", b"half", b"0" * 40])
def test_what_a_cut_left_is_none(tmp_path: Path, left: bytes) -> None:
    """Half a file, or one that was changed, is made again."""
    kept = KeptFiles(tmp_path)
    kept.put("key", b"bytes")
    (tmp_path / "key").write_bytes(left)
    assert kept.get("key") is None


def test_the_folder_does_not_grow(tmp_path: Path) -> None:
    """What no build asks for any more is taken out, half-written files too."""
    kept = KeptFiles(tmp_path)
    for key in ("new", "old", "half.123"):
        kept.put(key, b"bytes")
    kept.clear_but({"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_rows_of_values_that_look_alike_have_keys_of_their_own() -> None:
    """Where one value ends and the next begins is part of the key."""
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}) == 4
