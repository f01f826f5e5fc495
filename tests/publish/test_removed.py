"""A school that unpacks a release over an older copy is told what to delete, and never its own files."""

from pathlib import Path

from build_scripts.publish.removed import is_own, removed, write_removed
from tests.folders import write

HAD = {
    "releases/1.0.0.txt": "index.html\ngone.html\nassets/site.11111111.css\n",
    "releases/1.1.0.txt": "index.html\nback.html\nfiles/gone.pdf\n",
}


def test_what_any_earlier_release_had_and_this_one_has_not_is_listed(tmp_path: Path) -> None:
    """A school may have left out a release or two."""
    write(tmp_path, HAD)
    gone = removed(tmp_path, ["index.html", "back.html", "new.html"], served=False)
    assert gone == ["assets/site.11111111.css", "files/gone.pdf", "gone.html"]


def test_compressed_copies_go_with_their_files(tmp_path: Path) -> None:
    """A server goes on sending the copy of a page that is gone, as long as it lies there."""
    write(tmp_path, HAD)
    gone = removed(tmp_path, ["index.html", "back.html"], served=True)
    assert {"gone.html", "gone.html.br", "gone.html.gz"} <= set(gone) and "files/gone.pdf.gz" not in gone


def test_what_belongs_to_a_school_is_never_listed(tmp_path: Path) -> None:
    """The names and numbers of a school outlive everybody who deletes what the list names."""
    own = ["local.js", "local-details.txt", "our-pages/read-me.txt"]
    write(tmp_path, {"releases/1.0.0.txt": "\n".join(own)})
    assert removed(tmp_path, ["index.html"], served=True) == []
    assert all(map(is_own, own)) and not is_own("guidance/our-pages.html")


def test_a_first_release_has_removed_nothing(tmp_path: Path) -> None:
    """The list is there all the same, since the self-test asks for it."""
    write(tmp_path, {"site/index.html": ""})
    write_removed(tmp_path, tmp_path / "site")
    assert (tmp_path / "site/removed.txt").read_text(encoding="utf-8") == ""
