"""What the system refuses, in the words of somebody who has to mend it."""

from __future__ import annotations

import errno
import re
import shutil

WITHOUT_FILE = {
    errno.ENOSPC: "the disk is full; make room on it, then run this again",
    errno.EMFILE: "this computer opens no more files; close other programs, then run this again",
    errno.EIO: "the disk cannot be read or written; check it, then run this again",
}
NOT_YOURS = "{file} may not be used by you; give yourself permission, or copy the project to a folder of your own"
WITH_FILE = {
    errno.EROFS: "{file} stands where nothing may be written; copy the project to a folder of your own",
    errno.EACCES: NOT_YOURS,
    errno.EPERM: NOT_YOURS,
    errno.ENOTDIR: "{file} needs a folder where a file stands; move that file away",
    errno.EISDIR: "{file} is a folder where a file belongs; move it away",
    errno.ELOOP: "{file} is a link; put a real folder in its place, and let the link lead to that",
    errno.EEXIST: "{file} stands in the way; move it away",
}
if hasattr(errno, "EDQUOT"):  # not on Windows
    WITHOUT_FILE[errno.EDQUOT] = "your share of the disk is full; make room in it, then run this again"


def plain_words(error: OSError) -> str | None:
    """Return what is wrong and what to do, or None where it is no trouble of a disk that is known.

    Args:
        error: what the system said.
    """
    number, file = error.errno or 0, error.filename
    if isinstance(error, shutil.Error):  # of a folder that was copied in part: words alone are left of each file
        (_, file, words), *_ = error.args[0]
        number = int(found[1]) if (found := re.match(r"\[Errno (\d+)\]", str(words))) else 0
    if number in WITH_FILE and file is not None:
        return WITH_FILE[number].format(file=file)
    return WITHOUT_FILE.get(number)
