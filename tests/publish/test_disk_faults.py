"""What the system refuses is told in words that somebody can act on."""

import errno
import shutil

import pytest

from build_scripts.publish.disk_faults import plain_words


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "the disk is full; make room on it, then run this again"),
        (errno.EROFS, "a/b stands where nothing may be written; copy the project to a folder of your own"),
        (errno.EACCES, "a/b may not be used by you; give yourself permission, "),
        (errno.EDQUOT, "your share of the disk is full; "),
    ],
)
def test_a_known_trouble_names_the_remedy(number: int, told: str) -> None:
    """An editor reads what to do, and of which file where that matters."""
    words = plain_words(OSError(number, "said in the words of the system", "a/b"))
    assert words is not None and words.startswith(told)


@pytest.mark.parametrize(
    ("number", "told"), [(errno.ENOSPC, "the disk is full; "), (errno.EACCES, "copy/b may not be used by you; ")]
)
def test_a_folder_copied_in_part_is_told_like_one_file(number: int, told: str) -> None:
    """Python hands on only words of what stopped a copy of a folder; the editor reads the same as elsewhere."""
    words = plain_words(shutil.Error([("a/b", "copy/b", str(OSError(number, "said by the system", "a/b")))]))
    assert words is not None and words.startswith(told)
    assert plain_words(shutil.Error([("a/b", "copy/b", "said otherwise")])) is None


def test_an_unknown_trouble_is_left_to_the_maintainers() -> None:
    """What nobody thought of is not told as if it were the editor's."""
    assert plain_words(OSError("without a number")) is None
    assert plain_words(OSError(errno.EACCES, "of no file")) is None
    assert plain_words(OSError(errno.ECONNREFUSED, "refused")) is None
